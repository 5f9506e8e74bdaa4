package io.mubiao.gap;

import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.ManualOverride;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.NodeTrial;
import io.mubiao.value.Rational;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds few items that suffice at their full points: those that gain most first, then without those that turn out to be
 * spare. Where gains add up that is proven to be the least number; elsewhere smaller sets are tried, if they are not many.
 */
final class LiftSearch {
    private static final int MOST_TRIALS = 5000;

    private final Gaps gaps;
    private final NodeTrial trial;
    private final Predicate<NodeScore> reached;
    private final Map<Integer, Optional<Rational>> gains = new LinkedHashMap<>();
    private int trials;

    /** What was found; no lifts where nothing suffices. */
    record Found(List<NodeGap.Lift> lifts, Optional<NodeGap.Proof> proof) {
        static final Found NONE = new Found(List.of(), Optional.empty());
    }

    LiftSearch(Gaps gaps, NodeTrial trial, Predicate<NodeScore> reached) {
        this.gaps = gaps;
        this.trial = trial;
        this.reached = reached;
    }

    Found find() {
        List<Integer> candidates = candidates();
        if (candidates.isEmpty() || !reached.test(trial.score(candidates))) {
            return Found.NONE;
        }
        List<Integer> chosen = new ArrayList<>();
        for (int item : candidates) {
            if (!chosen.isEmpty() && reached.test(trial.score(chosen))) {
                break;
            }
            chosen.add(item);
        }
        for (int item : List.copyOf(chosen)) {
            List<Integer> without = new ArrayList<>(chosen);
            without.remove((Integer) item);
            if (!without.isEmpty() && reached.test(trial.score(without))) {
                chosen = without;
            }
        }
        if (additive(candidates, chosen)) {
            return found(chosen, NodeGap.Proof.SUM);
        }
        for (int size = 1; size < chosen.size(); size++) {
            List<Integer> fewer = smaller(candidates, 0, size, new ArrayList<>());
            if (trials > MOST_TRIALS) {
                return found(chosen, NodeGap.Proof.NONE_SPARE);
            }
            if (!fewer.isEmpty()) {
                return found(fewer, NodeGap.Proof.TRIED);
            }
        }
        return found(chosen, NodeGap.Proof.TRIED);
    }

    /** The items that can still be full and are not, the largest gain first, then the lowest share. */
    private List<Integer> candidates() {
        Optional<Rational> before = trial.score(List.of()).raw();
        List<Integer> candidates = new ArrayList<>();
        for (int number : trial.below()) {
            ItemScore item = trial.item(number);
            boolean full = item.points().filter(points -> points.compareTo(item.full()) >= 0).isPresent();
            if (!full && item.override().flatMap(ManualOverride::points).isEmpty() && gaps.canBeFull(item.id())) {
                Optional<Rational> after = trial.score(List.of(number)).raw();
                gains.put(number, before.flatMap(was -> after.map(is -> is.minus(was))));
                candidates.add(number);
            }
        }
        candidates.sort(Comparator.comparing(this::gain).reversed().thenComparing(this::share));
        return candidates;
    }

    private Rational gain(int number) {
        return gains.getOrDefault(number, Optional.empty()).orElse(Rational.ZERO);
    }

    private Rational share(int number) {
        ItemScore item = trial.item(number);
        return item.full().signum() == 0 ? Rational.ONE
                : item.points().orElse(Rational.ZERO).dividedBy(item.full());
    }

    /**
     * Whether the gains of all candidates add up exactly, none of them is negative, and the largest, one fewer than were
     * chosen, do not suffice: then no other set of that size does, for the points of a node rise with those of its items.
     */
    private boolean additive(List<Integer> candidates, List<Integer> chosen) {
        Optional<Rational> before = trial.score(List.of()).raw();
        Optional<Rational> after = trial.score(candidates).raw();
        Rational sum = Rational.sum(candidates.stream().map(this::gain).toList());
        boolean adds = before.isPresent() && after.isPresent() && after.get().minus(before.get()).equals(sum)
                && candidates.stream().allMatch(item -> gain(item).signum() >= 0 && trial.item(item).points().isPresent())
                && trial.isSum();
        return adds && (chosen.size() == 1
                || !reached.test(trial.score(candidates.subList(0, chosen.size() - 1))));
    }

    private List<Integer> smaller(List<Integer> candidates, int from, int size, List<Integer> taken) {
        if (taken.size() == size) {
            return ++trials <= MOST_TRIALS && reached.test(trial.score(taken)) ? List.copyOf(taken) : List.of();
        }
        for (int i = from; i < candidates.size() && trials <= MOST_TRIALS; i++) {
            Checkpoint.pass();
            taken.add(candidates.get(i));
            List<Integer> found = smaller(candidates, i + 1, size, taken);
            if (!found.isEmpty()) {
                return found;
            }
            taken.remove(taken.size() - 1);
        }
        return List.of();
    }

    private Found found(List<Integer> chosen, NodeGap.Proof proof) {
        return new Found(chosen.stream().map(number -> {
            ItemScore item = trial.item(number);
            return new NodeGap.Lift(item.id(), item.points(), item.full(), gains.getOrDefault(number, Optional.empty()));
        }).toList(), Optional.of(proof));
    }
}
