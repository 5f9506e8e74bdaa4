package io.mubiao.land.question;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.land.Consequence;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.lookup.LookupList;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between two evaluations: two runs, two rules, two years (结果对比). Immutable; enterprises are matched by id.
 *
 * @param moves those in both whose score, rank, class or amounts moved, in the order of the first
 * @param added the ids only in the second
 * @param removed the ids only in the first
 * @param migration how many went from which class to which, over those who have one in both (等级流动矩阵)
 * @param baselinesMoved whether any baseline moved
 * @param amounts by consequence, what differs of its amounts; none where nothing does
 */
public record EvaluationDiff(LookupList<Move> moves, List<String> added, List<String> removed,
        Map<String, Map<String, Long>> migration, boolean baselinesMoved, Map<String, Amounts> amounts) {
    /**
     * What differs of the amounts of a consequence.
     *
     * @param consequence the later one, where there are two
     * @param enterprises how many of those in both have another amount; a merged unit counts once
     * @param before what all came to; empty where there was no such consequence
     * @param after what all come to; empty where there is no such consequence
     */
    public record Amounts(Consequence consequence, long enterprises, Optional<Quantity> before, Optional<Quantity> after) {
        public Amounts {
            requireNonNull(consequence, "consequence");
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }

        private boolean isSome() {
            return enterprises > 0 || !before.equals(after);
        }

        @Override
        public String toString() {
            return Characters.shown(consequence.id() + " of " + enterprises + ": " + before.map(Quantity::toString).orElse("none") + " -> "
                    + after.map(Quantity::toString).orElse("none"));
        }
    }

    public EvaluationDiff {
        requireNonNull(moves, "moves");
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        ImmutableMap.Builder<String, Map<String, Long>> copy = ImmutableMap.builder();
        migration.forEach((from, to) -> copy.put(from, ImmutableMap.copyOf(to)));
        migration = copy.build();
        amounts = ImmutableMap.copyOf(amounts);
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
                if (move.isMoved()) {
                    moves.add(move);
                }
                move.before().classInForce().ifPresent(from -> move.after().classInForce().ifPresent(to ->
                        migration.computeIfAbsent(from, it -> new LinkedHashMap<>()).merge(to, 1L, Long::sum)));
            }
        }
        return new EvaluationDiff(list(moves), now.stream().filter(id -> !then.contains(id)).toList(),
                then.stream().filter(id -> !now.contains(id)).toList(), migration,
                !before.baselines().equals(after.baselines()), amounts(before, after, moves));
    }

    private static Map<String, Amounts> amounts(Evaluation before, Evaluation after, List<Move> moves) {
        Map<String, Consequence> all = new LinkedHashMap<>();
        before.rule().consequences().forEach(it -> all.put(it.id(), it));
        after.rule().consequences().forEach(it -> all.put(it.id(), it));
        if (all.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> differ = new LinkedHashMap<>();
        Inside inside = Inside.of(after);
        for (Move move : moves) {
            if (inside.result(inside.row(move.id())).id().equals(move.id())) {
                move.charges().forEach(charge -> differ.merge(charge.consequence().id(), 1L, Long::sum));
            }
        }
        Map<String, ChargeTotals.Sum> then = ChargeTotals.of(before).all();
        Map<String, ChargeTotals.Sum> now = ChargeTotals.of(after).all();
        ImmutableMap.Builder<String, Amounts> found = ImmutableMap.builder();
        all.forEach((id, it) -> {
            Amounts own = new Amounts(it, differ.getOrDefault(id, 0L), Optional.ofNullable(then.get(id)).map(ChargeTotals.Sum::amount),
                    Optional.ofNullable(now.get(id)).map(ChargeTotals.Sum::amount));
            if (own.isSome()) {
                found.put(id, own);
            }
        });
        return found.build();
    }

    static LookupList<Move> list(List<Move> moves) {
        return LookupList.of("the difference", "move of enterprise", moves, Move::id);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return moves.isEmpty() && added.isEmpty() && removed.isEmpty() && amounts.isEmpty();
    }

    @Override
    public String toString() {
        return Characters.shown("EvaluationDiff[" + moves.size() + " moves, " + added.size() + " added, " + removed.size() + " removed"
                + (baselinesMoved ? ", baselines moved]" : "]"));
    }
}
