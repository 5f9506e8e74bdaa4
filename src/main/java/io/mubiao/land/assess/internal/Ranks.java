package io.mubiao.land.assess.internal;

import io.mubiao.shape.Ties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stage 5: the place of every ranked row, and the table of each ranking. */
public final class Ranks {

    /** What a chunk is told of the whole. */
    public interface Whole {
        /** How many of all are ranked in a ranking before small ones are joined. */
        long ranked(List<String> ranking);

        /** The class of every row from which its overrides began; {@code last} becomes what they made of it. */
        byte[] refill(Cohort cohort, Classer classer, Ranks ranks, byte[] last);

        /** Who left places in a ranking, of all, and how far they were filled again. */
        Vacated vacated(List<String> ranking, Ranks ranks, RankTable table, int classes);

        /** The places among all of those here who are ranked once more; null where these are still to be gathered. */
        Again.@Nullable Placed again(Cohort cohort, Ranks ranks, Again.Local local);
    }

    public final Ties ties;
    private final @Nullable Whole whole;
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
        this(ties, tables, places, joined, classes, null);
    }

    /** @param whole what the chunk that these are of is told; null where they are of all */
    public Ranks(Ties ties, @Nullable RankTable[] tables, int[] places, int[] joined, byte @Nullable [] classes, @Nullable Whole whole) {
        this.whole = whole;
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

    /** What this chunk is told of the whole; null where it is the whole. */
    public @Nullable Whole whole() {
        return whole;
    }

    byte @Nullable [] classes() {
        return classes;
    }

    public int[] places() {
        return places;
    }

    public List<Integer> rankings() {
        return java.util.stream.IntStream.range(0, tables.length).filter(i -> tables[i] != null).boxed().toList();
    }
}
