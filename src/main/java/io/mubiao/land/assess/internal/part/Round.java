package io.mubiao.land.assess.internal.part;

import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;

/**
 * One round in which places that overrides vacate are filled again.
 *
 * @param moved how many leave their places in this round
 * @param staying by ranking how many with each different key stay, in the order of its table
 * @param moves by ranking how many of those who left went from which class to which
 */
record Round(long moved, Counts staying, Counts moves) implements Content {
    @Override
    public Round merge(Content other) {
        Round that = Content.same(this, other);
        return new Round(moved + that.moved, staying.merge(that.staying), moves.merge(that.moves));
    }

    @Override
    public void write(NumberWriter to) {
        to.addCount(moved);
        staying.write(to);
        moves.write(to);
    }

    static Round read(NumberReader from) {
        return new Round(from.count(), Counts.read(from), Counts.read(from));
    }
}
