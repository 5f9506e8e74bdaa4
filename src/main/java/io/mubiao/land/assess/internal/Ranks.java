package io.mubiao.land.assess.internal;

import io.mubiao.scoring.Ties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stage 5: the place of every ranked row, and the table of each ranking. */
public final class Ranks {

    public final Ties ties;
    private final @Nullable RankTable[] tables;
    private final int[] places;
    private final int[] joined;
    private final byte @Nullable [] classes;

    /**
     * Ranks that were found.
     *
     * @param tables the table of each ranking; null where nobody is ranked or the ranking joined another
     * @param places the place of each row, 0 where there is none
     * @param joined for each ranking the one it belongs to: itself, the one it joined, or -1 where it is exempt
     * @param classes the class of each row by its place alone, where that was found already
     */
    public Ranks(Ties ties, @Nullable RankTable[] tables, int[] places, int[] joined, byte @Nullable [] classes) {
        this.classes = classes;
        this.ties = ties;
        this.tables = tables;
        this.places = places;
        this.joined = joined;
    }

    public int place(int row) {
        return places[row];
    }

    public int joined(int ranking) {
        return ranking < 0 ? -1 : joined[ranking];
    }

    public @Nullable RankTable table(int ranking) {
        int at = joined(ranking);
        return at < 0 ? null : tables[at];
    }

    byte @Nullable [] classes() {
        return classes;
    }

    public int[] places() {
        return places;
    }

    List<Integer> rankings() {
        return java.util.stream.IntStream.range(0, tables.length).filter(i -> tables[i] != null).boxed().toList();
    }
}
