package io.mubiao.land.question;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.lookup.LookupList;
import io.mubiao.text.internal.Characters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs between two evaluations: two runs, two rules, two years (结果对比). Immutable; enterprises are matched by id.
 *
 * @param moves those in both whose score, rank or class moved, in the order of the first
 * @param added the ids only in the second
 * @param removed the ids only in the first
 * @param migration how many went from which class to which, over those who have one in both (等级流动矩阵)
 * @param baselinesMoved whether any baseline moved
 */
public record EvaluationDiff(LookupList<Move> moves, List<String> added, List<String> removed,
        Map<String, Map<String, Long>> migration, boolean baselinesMoved) {
    public EvaluationDiff {
        requireNonNull(moves, "moves");
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        ImmutableMap.Builder<String, Map<String, Long>> copy = ImmutableMap.builder();
        migration.forEach((from, to) -> copy.put(from, ImmutableMap.copyOf(to)));
        migration = copy.build();
    }

    /** What differs. */
    public static EvaluationDiff of(Evaluation before, Evaluation after) {
        Set<String> then = new LinkedHashSet<>(before.ids());
        Set<String> now = new LinkedHashSet<>(after.ids());
        List<Move> moves = new ArrayList<>();
        Map<String, Map<String, Long>> migration = new LinkedHashMap<>();
        for (String id : then) {
            if (now.contains(id)) {
                Move move = Move.of(id, before, after);
                if (move.inScore() || move.inRank() || move.inClass()) {
                    moves.add(move);
                }
                move.before().classInForce().ifPresent(from -> move.after().classInForce().ifPresent(to ->
                        migration.computeIfAbsent(from, it -> new LinkedHashMap<>()).merge(to, 1L, Long::sum)));
            }
        }
        return new EvaluationDiff(list(moves), now.stream().filter(id -> !then.contains(id)).toList(),
                then.stream().filter(id -> !now.contains(id)).toList(), migration,
                !before.baselines().equals(after.baselines()));
    }

    static LookupList<Move> list(List<Move> moves) {
        return LookupList.of("the difference", "move of enterprise", moves, Move::id);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return moves.isEmpty() && added.isEmpty() && removed.isEmpty();
    }

    @Override
    public String toString() {
        return Characters.shown("EvaluationDiff[" + moves.size() + " moves, " + added.size() + " added, " + removed.size() + " removed"
                + (baselinesMoved ? ", baselines moved]" : "]"));
    }
}
