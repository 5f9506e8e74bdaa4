package io.mubiao.scorecard;

import com.google.common.collect.Lists;
import io.mubiao.shape.Limits;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Works out one node from what is right below it. */
final class NodeSum {
    private static final Rational HUNDRED = Rational.HUNDRED;

    private NodeSum() {}

    /**
     * What a node comes to.
     *
     * @param points after scaling, cap, floor and rounding
     * @param raw after scaling alone
     * @param full the full points it is scaled to
     * @param size what it counts for in a sum above it: the full points below that count, before scaling
     * @param all all full points below
     * @param known the full points below of what has points
     * @param reason why there are no points
     * @param detail what the reason is about
     */
    record Outcome(Optional<Rational> points, Optional<Rational> raw, Rational full, Rational size, Rational all,
            Rational known, Optional<NoPoints> reason, String detail) {
        Rational completeness() {
            return all.signum() == 0 ? Rational.ZERO : known.dividedBy(all);
        }

        Outcome because(Gate gate) {
            return new Outcome(points, raw, full, size, all, known, Optional.of(gate.reason()), gate.detail());
        }
    }

    /** What keeps a node from having points. */
    private record Gate(NoPoints reason, String detail) {}

    /**
     * One child.
     *
     * @param points its points, if it has them
     * @param full its full points
     * @param size what it counts for without a weight
     * @param all all full points in it
     * @param known the full points in it of what has points
     * @param weight its weight, if weights are declared
     */
    record Child(String id, Optional<Rational> points, Rational full, Rational size, Rational all, Rational known,
            Optional<Rational> weight) {
        static Child item(String id, Optional<Rational> points, Rational full, Optional<Rational> weight) {
            return new Child(id, points, full, full, full, points.isPresent() ? full : Rational.ZERO, weight);
        }

        Rational share() {
            return full.signum() == 0 ? Rational.ONE : points.orElseThrow().dividedBy(full);
        }

        boolean reached() {
            return points.isPresent() && points.get().compareTo(full) >= 0;
        }

        /** Whether all of it counts and is known. */
        boolean isWhollyKnown() {
            return points.isPresent() && weight.isEmpty() && size.equals(all) && known.equals(all);
        }

        /** What it counts for. */
        Rational counts() {
            return weight.orElse(points.isPresent() ? size : all);
        }

        /** What it brings. */
        Rational value() {
            if (weight.isPresent() && (full.signum() == 0 || !full.equals(weight.get()))) {
                return share().times(weight.get());
            }
            return weight.isPresent() || size.equals(full) ? points.orElseThrow() : share().times(size);
        }

        /** All of what it counts for, and how much of that is known. */
        Rational allOf() {
            return weight.orElse(all);
        }

        Rational knownOf() {
            return weight.isEmpty() ? known : all.signum() == 0 ? Rational.ZERO
                    : weight.get().times(known).dividedBy(all);
        }
    }

    static Outcome of(NodeRule rule, List<Child> children, List<NodeScore.Credited> allItems) {
        List<String> missing = new ArrayList<>();
        List<Child> counting = new ArrayList<>(children.size());
        boolean alike = true;
        for (Child child : children) {
            alike &= child.isWhollyKnown();
            if (child.points().isPresent()) {
                counting.add(child);
            } else {
                missing.add(child.id());
            }
        }
        if (rule.best().isPresent()) {
            return best(rule, rule.best().get(), children, counting, missing);
        }
        Rational presentFull = Rational.sum(Lists.transform(counting, Child::counts));
        Rational whole = missing.isEmpty() ? presentFull : Rational.sum(Lists.transform(children, Child::counts));
        Rational everything = alike ? presentFull : Rational.sum(Lists.transform(children, Child::allOf));
        Rational known = alike ? presentFull : Rational.sum(Lists.transform(counting, Child::knownOf));
        Rational full = rule.missing() == Missing.SKIP ? presentFull : whole;
        Rational scaled = rule.outOf().orElse(scalesByItself(rule.rollup()) ? HUNDRED : full);
        Outcome nothing = new Outcome(Optional.empty(), Optional.empty(),
                rule.outOf().orElse(scalesByItself(rule.rollup()) ? HUNDRED : whole), whole, everything, known,
                Optional.empty(), "");
        Optional<Gate> gate = gate(rule, children, counting, missing, nothing.completeness());
        if (gate.isPresent()) {
            return nothing.because(gate.get());
        }
        Optional<Rational> raw = raw(rule, children, counting, presentFull, full, scaled, allItems);
        if (raw.isEmpty()) {
            return nothing.because(new Gate(NoPoints.NOTHING_TO_DIVIDE, ""));
        }
        return new Outcome(raw.map(points -> Limits.held(rule.limits(), points)), raw, scaled, full, nothing.all(), nothing.known(),
                Optional.empty(), "");
    }

    /** A node of its best children alone; its full points are the largest that so many of them can bring. */
    private static Outcome best(NodeRule rule, int most, List<Child> children, List<Child> counting, List<String> missing) {
        Rational below = Rational.sum(Lists.transform(children, Child::allOf));
        Rational known = below.signum() == 0 ? Rational.ZERO
                : Rational.sum(Lists.transform(counting, Child::knownOf)).dividedBy(below);
        Rational all = Rational.sum(largest(most, Lists.transform(children, Child::allOf)));
        Rational full = bestFull(rule, most, children, counting);
        Rational scaled = rule.outOf().orElse(full);
        Outcome nothing = new Outcome(Optional.empty(), Optional.empty(), rule.outOf().orElse(all), all, all, all.times(known),
                Optional.empty(), "");
        Optional<Gate> gate = gate(rule, children, counting, missing, known);
        if (gate.isPresent()) {
            return nothing.because(gate.get());
        }
        List<Rational> values = new ArrayList<>(Lists.transform(counting, Child::value));
        if (rule.missing() == Missing.ZERO) {
            missing.forEach(lacking -> values.add(Rational.ZERO));
        }
        if (full.signum() == 0 && rule.outOf().isPresent()) {
            return nothing.because(new Gate(NoPoints.NOTHING_TO_DIVIDE, ""));
        }
        Rational sum = Rational.sum(largest(most, values));
        Optional<Rational> raw = Optional.of(rule.outOf().isPresent() ? sum.times(scaled).dividedBy(full) : sum);
        return new Outcome(raw.map(points -> Limits.held(rule.limits(), points)), raw, scaled, full, all, nothing.known(),
                Optional.empty(), "");
    }

    /** The full points that the best children can have together. */
    static Rational bestFull(NodeRule rule, int most, List<Child> children, List<Child> counting) {
        return Rational.sum(largest(most, Lists.transform(rule.missing() == Missing.SKIP ? counting : children, Child::counts)));
    }

    private static List<Rational> largest(int most, List<Rational> numbers) {
        return numbers.stream().sorted(Comparator.reverseOrder()).limit(most).toList();
    }

    /** The full points that a node has whatever is below it. */
    static Optional<Rational> scaledTo(NodeRule rule) {
        return rule.outOf().or(() -> scalesByItself(rule.rollup()) ? Optional.of(HUNDRED) : Optional.empty());
    }

    private static boolean scalesByItself(Rollup rollup) {
        return rollup == Rollup.WORST_OF || rollup == Rollup.LATEST || rollup == Rollup.OPPORTUNITY;
    }

    private static Optional<Gate> gate(NodeRule rule, List<Child> children, List<Child> counting, List<String> missing,
            Rational completeness) {
        if (children.isEmpty()) {
            return Optional.of(new Gate(NoPoints.NOTHING_BELOW, ""));
        }
        if (counting.isEmpty() && rule.missing() != Missing.ZERO) {
            return Optional.of(new Gate(NoPoints.NOTHING_KNOWN, ""));
        }
        if (rule.missing() == Missing.REFUSE && !missing.isEmpty() && rule.rollup() != Rollup.LATEST) {
            return Optional.of(new Gate(NoPoints.LACKING, String.join(", ", missing)));
        }
        if (completeness.compareTo(rule.complete()) < 0) {
            return Optional.of(new Gate(NoPoints.INCOMPLETE, percent(completeness) + " < " + percent(rule.complete())));
        }
        return Optional.empty();
    }

    private static String percent(Rational share) {
        return io.mubiao.value.Display.percent(share, 1).toPlainString() + " %";
    }

    private static Optional<Rational> raw(NodeRule rule, List<Child> children, List<Child> counting, Rational knownFull,
            Rational full, Rational scaled, List<NodeScore.Credited> allItems) {
        return switch (rule.rollup()) {
            case WEIGHTED_SUM -> sum(rule, counting, knownFull, full, scaled);
            case ALL_OR_NOTHING -> {
                List<Child> asked = rule.missing() == Missing.ZERO ? children : counting;
                yield Optional.of(asked.stream().allMatch(Child::reached) ? scaled : Rational.ZERO);
            }
            case OPPORTUNITY -> Opportunities.pooled(allItems, rule.missing()).share().map(share -> share.times(scaled));
            case WORST_OF -> {
                List<Rational> shares = new ArrayList<>(Lists.transform(counting, Child::share));
                if (rule.missing() == Missing.ZERO && counting.size() < children.size()) {
                    shares.add(Rational.ZERO);
                }
                yield Optional.of(Collections.min(shares).times(scaled));
            }
            case LATEST -> Optional.of(counting.isEmpty() ? Rational.ZERO
                    : counting.get(counting.size() - 1).share().times(scaled));
        };
    }

    private static Optional<Rational> sum(NodeRule rule, List<Child> counting, Rational knownFull, Rational full,
            Rational scaled) {
        Rational points = Rational.sum(Lists.transform(counting, Child::value));
        if (rule.missing() == Missing.REWEIGHT && !knownFull.equals(full)) {
            if (knownFull.signum() == 0) {
                return Optional.empty();
            }
            points = points.times(full).dividedBy(knownFull);
        }
        if (rule.outOf().isEmpty()) {
            return Optional.of(points);
        }
        return full.signum() == 0 ? Optional.empty() : Optional.of(points.times(scaled).dividedBy(full));
    }
}
