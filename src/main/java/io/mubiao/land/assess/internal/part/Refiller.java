package io.mubiao.land.assess.internal.part;

import io.mubiao.land.Exclusion;
import io.mubiao.land.Refill;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.ClassStage;
import io.mubiao.land.assess.internal.Classer;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Ranks;
import io.mubiao.land.assess.internal.Vacated;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.work.internal.Checkpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fills vacated places again by the rounds that all rows went through. Not thread-safe. */
final class Refiller {
    private final CompiledRule rule;
    private final Known known;
    private @Nullable Round next;

    Refiller(CompiledRule rule, Known known) {
        this.rule = rule;
        this.known = known;
    }

    /** What the rows here add to the round after those that are known. */
    Round round() {
        return next == null ? new Round(0, new Counts(new TreeMap<>()), new Counts(new TreeMap<>())) : next;
    }

    /** Who left places in a ranking, of all, and how far they were filled again. */
    Vacated vacated(List<String> ranking, Ranks ranks, RankTable table, int classes) {
        Round last = known.state.rounds().get(known.state.rounds().size() - 1);
        GroupSlot slot = new GroupSlot(0, ranking);
        Counts.Of staying = last.staying().counts().get(slot);
        Counts.Of moves = last.moves().counts().get(slot);
        long[] reach = new long[classes];
        if (staying != null) {
            long[] places = places(staying, ranks, table.size());
            List<Long> ends = left(table, moves, classes);
            for (int i = 0; i < places.length; i++) {
                if (staying.counts()[i] > 0) {
                    reach[RankTable.classAt(ends, places[i])] = table.places()[i];
                }
            }
        }
        return new Vacated(moves == null ? new long[Vacated.size(classes)] : moves.counts(), reach);
    }

    byte[] refill(Cohort cohort, Classer classer, Ranks ranks, byte[] last) {
        byte[] found = cohort.initial.clone();
        boolean[] moved = new boolean[last.length];
        int[] at = indexes(cohort, ranks);
        for (Round round : known.state.rounds()) {
            move(found, last, moved);
            again(cohort, classer, ranks, round, at, moved, found, last);
        }
        next = gather(cohort, ranks, move(found, last, moved), at, moved, found, last, classer.names().size());
        return found;
    }

    /** Those whom an override moves leave their places. */
    private static long move(byte[] found, byte[] last, boolean[] moved) {
        long more = 0;
        for (int row = 0; row < moved.length; row++) {
            if (!moved[row] && found[row] >= 0 && last[row] != found[row]) {
                moved[row] = true;
                more++;
            }
        }
        return more;
    }

    /** The index of each row that takes up a place in the table of its ranking; -1 for others. */
    private static int[] indexes(Cohort cohort, Ranks ranks) {
        int[] at = new int[cohort.roll.size()];
        Map<Integer, Map<Long, Integer>> byPlace = new HashMap<>();
        for (int row = 0; row < at.length; row++) {
            Checkpoint.pass(row);
            at[row] = -1;
            int code = ranks.joined(cohort.scope.rankings.code(row));
            if (code >= 0 && ranks.place(row) > 0 && cohort.scope.kept(row) != Exclusion.Kept.UNCOUNTED) {
                Map<Long, Integer> own = byPlace.computeIfAbsent(code, it -> places(Objects.requireNonNull(ranks.table(it))));
                at[row] = Objects.requireNonNull(own.get((long) ranks.place(row)));
            }
        }
        return at;
    }

    private static Map<Long, Integer> places(RankTable table) {
        long[] places = table.places();
        Map<Long, Integer> at = new HashMap<>();
        for (int i = 0; i < places.length; i++) {
            if (table.equal(i) > 0) {
                at.put(places[i], i);
            }
        }
        return at;
    }

    private void again(Cohort cohort, Classer classer, Ranks ranks, Round round, int[] at, boolean[] moved, byte[] found, byte[] last) {
        Map<Integer, List<Long>> ends = new HashMap<>();
        Map<Integer, long[]> places = new HashMap<>();
        for (int row = 0; row < at.length; row++) {
            if (at[row] < 0 || moved[row] || cohort.scope.standing(row) != Standing.GRADED) {
                continue;
            }
            Checkpoint.pass("row", row);
            int code = ranks.joined(cohort.scope.rankings.code(row));
            RankTable table = Objects.requireNonNull(ranks.table(code));
            GroupSlot slot = new GroupSlot(0, cohort.scope.rankings.key(code));
            long place = places.computeIfAbsent(code, it -> places(round.staying().counts().get(slot), ranks, table.size()))[at[row]];
            List<Long> own = ends.computeIfAbsent(code, it -> left(table, round.moves().counts().get(slot), classer.names().size()));
            found[row] = (byte) classer.initial(cohort.frame(row), RankTable.classAt(own, place));
            last[row] = (byte) classer.overridden(cohort.frame(row), found[row]);
        }
    }

    private List<Long> left(RankTable table, Counts.@Nullable Of moves, int classes) {
        if (moves != null && moves.counts().length != Vacated.size(classes)) {
            throw new IllegalArgumentException("what was gathered does not fit the rule");
        }
        return rule.rule().refill() != Refill.COUNTED || moves == null ? table.ends()
                : ClassStage.left(table.ends(), Vacated.landed(classes, moves.counts()));
    }

    /** The place of each key among those who stay. */
    private static long[] places(Counts.@Nullable Of staying, Ranks ranks, int size) {
        long[] places = new long[size];
        if (staying == null || staying.counts().length != size) {
            throw new IllegalArgumentException("what was gathered does not fit the rule");
        }
        long better = 0;
        long values = 0;
        for (int i = 0; i < size; i++) {
            long equal = staying.counts()[i];
            places[i] = ranks.ties.place(better, equal, values);
            better += equal;
            values += equal > 0 ? 1 : 0;
        }
        return places;
    }

    private static Round gather(Cohort cohort, Ranks ranks, long more, int[] at, boolean[] moved,
            byte[] found, byte[] last, int classes) {
        TreeMap<GroupSlot, Counts.Of> staying = new TreeMap<>();
        TreeMap<GroupSlot, Counts.Of> moves = new TreeMap<>();
        for (int row = 0; row < at.length; row++) {
            if (at[row] >= 0) {
                int code = ranks.joined(cohort.scope.rankings.code(row));
                GroupSlot slot = new GroupSlot(0, cohort.scope.rankings.key(code));
                if (!moved[row]) {
                    int size = Objects.requireNonNull(ranks.table(code)).size();
                    staying.computeIfAbsent(slot, it -> new Counts.Of(new long[size], Track.noSums())).counts()[at[row]]++;
                } else {
                    moves.computeIfAbsent(slot, it -> new Counts.Of(new long[Vacated.size(classes)], Track.noSums()))
                            .counts()[Vacated.at(classes, found[row], last[row])]++;
                }
            }
        }
        return new Round(more, new Counts(staying), new Counts(moves));
    }
}
