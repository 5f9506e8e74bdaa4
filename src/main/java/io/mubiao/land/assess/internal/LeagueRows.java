package io.mubiao.land.assess.internal;

import io.mubiao.work.internal.Checkpoint;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The rows of a cohort, the best place of each ranking first, those without a place at the end by id; nothing else is kept of them. */
public final class LeagueRows<T> extends AbstractList<T> implements RandomAccess {
    private final int[] rows;
    private final IntFunction<T> of;

    private LeagueRows(int[] rows, IntFunction<T> of) {
        this.rows = rows;
        this.of = of;
    }

    /**
     * What is made of each row whenever it is asked for.
     *
     * @param of makes it, always the same
     */
    public static <T> List<T> of(Cohort cohort, IntFunction<T> of) {
        Integer[] rows = IntStream.range(0, cohort.roll.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(rows, Checkpoint.every(Comparator.comparingLong((Integer row) -> place(cohort, row)).thenComparing(cohort.roll::id)));
        return new LeagueRows<>(Arrays.stream(rows).mapToInt(row -> row).toArray(), of);
    }

    private static long place(Cohort cohort, int row) {
        Ranks ranks = cohort.ranks;
        return ranks == null || cohort.table(row) == null ? Long.MAX_VALUE : ranks.place(row);
    }

    @Override
    public T get(int index) {
        Checkpoint.pass();
        return of.apply(rows[index]);
    }

    @Override
    public int size() {
        return rows.length;
    }
}
