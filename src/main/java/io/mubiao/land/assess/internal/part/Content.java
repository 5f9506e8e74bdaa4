package io.mubiao.land.assess.internal.part;

import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pass gathers from some rows. Merges in any order and grouping to the same; knows no rule. */
public sealed interface Content permits Nothing, Sums, Pools, Counts, Means, Sizes, Edges, Round, Tally {
    /** The kinds, by the number that stands for each. */
    List<Class<? extends Content>> KINDS = List.of(Nothing.class, Sums.class, Pools.class, Counts.class, Means.class, Sizes.class,
            Edges.class, Round.class, Tally.class);

    /**
     * This and the other; changes neither.
     *
     * @throws IllegalArgumentException if the other is of another kind
     */
    Content merge(Content other);

    /** Writes it; {@link #read} makes it again. */
    void write(NumberWriter to);

    /** Writes the kind too. */
    static void write(NumberWriter to, Content content) {
        to.addCount(KINDS.indexOf(content.getClass()));
        content.write(to);
    }

    /**
     * What was written.
     *
     * @throws IllegalArgumentException if nobody wrote that
     */
    static Content read(NumberReader from) {
        return switch (from.count(KINDS.size() - 1)) {
            case 1 -> Sums.read(from);
            case 2 -> Pools.read(from);
            case 3 -> Counts.read(from);
            case 4 -> Means.read(from);
            case 5 -> Sizes.read(from);
            case 6 -> Edges.read(from);
            case 7 -> Round.read(from);
            case 8 -> Tally.read(from);
            default -> Nothing.NOTHING;
        };
    }

    /** The other one if it is of the same kind. */
    @SuppressWarnings("unchecked")
    static <T extends Content> T same(T one, Content other) {
        if (one.getClass() != other.getClass()) {
            throw new IllegalArgumentException("parts gather different things");
        }
        return (T) other;
    }

    /** Refuses what was there before. */
    static void once(@Nullable Object before) {
        if (before != null) {
            throw new IllegalArgumentException("a group is there twice");
        }
    }
}
