package io.mubiao.land.internal;

import io.mubiao.formula.Formula;
import io.mubiao.land.ClassRule;
import io.mubiao.problem.Problems;
import io.mubiao.shape.Cut;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Checks the shares of classes: rising to 100 %, inside the bounds a document sets. */
final class ClassCheck {
    private ClassCheck() {}

    static void shares(ClassRule rule, String key, List<Cut> cuts, Function<Formula, Rational> number,
            Predicate<ClassRule.Bound> isOpen, Problems problems) {
        String of = key.isEmpty() ? "" : " of '" + key + "'";
        if (cuts.size() != rule.classes().size()) {
            problems.error("BAD_RULE", "", "cuts" + of + " must have one share a class " + rule.classes()
                    + ", the last one 100 %, got " + cuts.size());
            return;
        }
        Optional<String> added = added(rule, cuts).filter(it -> !cuts.get(cuts.size() - 1).share().equals(Optional.of(Rational.ONE)));
        if (added.isPresent()) {
            problems.error("BAD_RULE", "", added.get());
            return;
        }
        Rational before = Rational.ZERO;
        Rational places = Rational.ZERO;
        boolean counts = false;
        for (int k = 0; k < cuts.size(); k++) {
            Cut cut = cuts.get(k);
            Rational share = cut.share().orElse(before);
            Rational count = cut.count().orElse(places);
            if (share.compareTo(before) < 0 || count.compareTo(places) < 0) {
                problems.error("BAD_RULE", "", "cuts" + of + " are cumulative and must not fall, got " + cut
                        + " for class '" + rule.classes().get(k) + "' after " + cuts.get(k - 1));
                return;
            }
            if (!counts && cut.count().isEmpty()) {
                check(rule, rule.classes().get(k), share.minus(before), number, isOpen, problems);
            }
            counts = cut.count().isPresent();
            before = share;
            places = count;
        }
        if (counts || !before.equals(Rational.ONE)) {
            problems.error("BAD_RULE", "", "cuts" + of + " must end with 100 %, got " + cuts.get(cuts.size() - 1));
        }
    }

    /** Shares of the classes one by one, which their sum gives away, as cumulative ones. */
    private static Optional<String> added(ClassRule rule, List<Cut> cuts) {
        if (cuts.stream().anyMatch(cut -> cut.count().isPresent() || cut.share().isEmpty())) {
            return Optional.empty();
        }
        Rational sum = Rational.ZERO;
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < cuts.size(); k++) {
            sum = sum.plus(cuts.get(k).share().orElseThrow());
            parts.add(rule.classes().get(k) + ": " + percent(sum));
        }
        return sum.equals(Rational.ONE) ? Optional.of("cuts are cumulative: write [" + String.join(", ", parts) + "]") : Optional.empty();
    }

    static void falling(List<String> classes, Map<String, Rational> least, Problems problems) {
        Rational before = null;
        for (String name : classes) {
            Rational now = least.get(name);
            if (before != null && now != null && now.compareTo(before) >= 0) {
                problems.error("BAD_RULE", "", "at-least must fall from class to class, got " + now + " for class '"
                        + name + "' after " + before);
            }
            before = now == null ? before : now;
        }
    }

    private static void check(ClassRule rule, String name, Rational share, Function<Formula, Rational> number,
            Predicate<ClassRule.Bound> isOpen, Problems problems) {
        for (ClassRule.Bound bound : rule.bounds()) {
            if (bound.of().equals(name) && !isOpen.test(bound)) {
                Rational limit = number.apply(bound.share());
                if (bound.atMost() ? share.compareTo(limit) > 0 : share.compareTo(limit) < 0) {
                    problems.error("BAD_RULE", "", bound.atMost()
                            ? "class '" + name + "' has " + percent(share) + ", but must have at most " + percent(limit)
                            : "class '" + name + "' has " + percent(share) + ", but must have at least " + percent(limit));
                }
            }
        }
    }

    private static String percent(Rational share) {
        return share.times(Rational.HUNDRED) + " %";
    }
}
