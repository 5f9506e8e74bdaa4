package io.mubiao.shape;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a value becomes points (计分方式). Each shape is a formula of {@code x} (the value), {@code w} (the weight) and
 * the references it needs: {@code base}, {@code low}, {@code high}, {@code target}. Sealed and immutable.
 */
public sealed interface Shape {
    /** The points, as a formula of x, w and the references. */
    Formula formula(boolean higherIsBetter);

    /** The references the formula uses. */
    default List<String> references() {
        return formula(true).names().stream().filter(name -> List.of("base", "low", "high", "target").contains(name))
                .toList();
    }

    /**
     * Proportional (比率计分): w × x ÷ base, where less is better w × base ÷ x. SF1, SF2, SF3, SF5 and (with w = 1) SF10.
     * x = 20, base = 24.097, w = 30 gives 24.8993….
     */
    record Ratio() implements Shape {
        @Override
        public Formula formula(boolean higherIsBetter) {
            return Formula.parse(higherIsBetter ? "w * x / base" : "w * base / x");
        }
    }

    /**
     * Efficacy coefficient (功效系数): w × (floor + (1 − floor) × (x − low) ÷ (high − low)). SF4 with floor 20 %:
     * w = 30, low 2, high 50, x = 26 gives 18.
     *
     * @param floor the share of the weight that the lowest value gets
     */
    record Efficacy(Rational floor) implements Shape {
        public Efficacy {
            share("floor", floor);
        }

        @Override
        public Formula formula(boolean higherIsBetter) {
            String gap = higherIsBetter ? "(x - low)" : "(high - x)";
            return Formula.parse("w * (" + number(floor) + " + " + number(Rational.ONE.minus(floor)) + " * " + gap
                    + " / (high - low))");
        }
    }

    /** Less is better, by the mean (反向均值计分), SF6: (2 − x ÷ base) × w ÷ 2, and 0 from twice the mean on. */
    record InverseMean() implements Shape {
        @Override
        public Formula formula(boolean higherIsBetter) {
            return Formula.parse("if(x / base >= 2, 0, (2 - x / base) * w / 2)");
        }
    }

    /**
     * Steps (分档计分), SF7: the points of the last threshold reached, inclusive; or, on another side, of the first one kept.
     *
     * @param ofRatio whether the thresholds are of x ÷ base, else of x
     * @param below the points where no threshold is reached, or kept
     * @param steps thresholds, rising, and their points; a threshold may carry a unit
     * @param side when a threshold counts
     */
    record Steps(boolean ofRatio, Rational below, List<Step> steps, Side side) implements Shape {
        /** When a threshold counts, of two that count the one that asks more. */
        public enum Side {
            /** From it on (达到及以上). */
            AT_LEAST,
            /** Above it (超过). */
            ABOVE,
            /** Up to it (不超过), where less is better. */
            AT_MOST,
            /** Below it (低于), where less is better. */
            BELOW
        }

        /** A threshold and its points. */
        public record Step(Formula from, Rational points) {
            public Step {
                requireNonNull(from, "from");
                requireNonNull(points, "points");
            }
        }

        public Steps {
            requireNonNull(below, "below");
            steps = List.copyOf(steps);
            requireNonNull(side, "side");
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("steps must not be empty");
            }
            if (side != Side.AT_LEAST) {
                rising("thresholds of steps", steps);
            }
        }

        /** Thresholds that count from themselves on. */
        public Steps(boolean ofRatio, Rational below, List<Step> steps) {
            this(ofRatio, below, steps, Side.AT_LEAST);
        }

        @Override
        public Formula formula(boolean higherIsBetter) {
            return side == Side.AT_LEAST ? reached() : sided();
        }

        private Formula sided() {
            Formula x = Formula.parse(ofRatio ? "x / base" : "x");
            Formula points = Formula.of(below);
            for (Step step : side == Side.ABOVE ? steps : Lists.reverse(steps)) {
                String sign = side == Side.ABOVE ? ">" : side == Side.AT_MOST ? "<=" : "<";
                points = Formula.call("if", Formula.call(sign, x, step.from()), Formula.of(step.points()), points);
            }
            return points;
        }

        private Formula reached() {
            List<Expr> operands = new ArrayList<>();
            operands.add(Formula.parse(ofRatio ? "x / base" : "x").expr());
            operands.add(Formula.of(below).expr());
            for (Step step : steps) {
                operands.add(step.from().expr());
                operands.add(Formula.of(step.points()).expr());
            }
            return Formula.of(new Expr.Call("steps", operands));
        }
    }

    /**
     * Straight lines between knots (分段线性计分), flat outside of them. Of 60 % → 0, 100 % → 30, 120 % → 36 the value 80 %
     * gets 15.
     *
     * @param knots values, rising, and their points; a value may carry a unit
     */
    record Curve(List<Steps.Step> knots) implements Shape {
        /** So many lines are tried one after the other. */
        private static final int FEW = 16;

        public Curve {
            knots = List.copyOf(knots);
            if (knots.size() < 2) {
                throw new IllegalArgumentException("a curve needs at least two knots, got " + knots.size());
            }
            rising("knots of a curve", knots);
        }

        @Override
        public Formula formula(boolean higherIsBetter) {
            Formula x = Formula.name("x");
            Formula points = lines(x, 0, knots.size() - 1);
            Steps.Step first = knots.get(0);
            return Formula.call("if", Formula.call("<=", x, first.from()), Formula.of(first.points()), points);
        }

        /** Above the first of some knots; halved where there are many, so that none of them is nested deeply. */
        private Formula lines(Formula x, int first, int last) {
            if (last - first > FEW) {
                int middle = (first + last) / 2;
                return Formula.call("if", Formula.call("<", x, knots.get(middle).from()), lines(x, first, middle),
                        lines(x, middle, last));
            }
            Formula points = Formula.of(knots.get(last).points());
            for (int i = last - 1; i >= first; i--) {
                Steps.Step left = knots.get(i);
                Steps.Step right = knots.get(i + 1);
                Formula way = Formula.call("/", Formula.call("-", x, left.from()),
                        Formula.call("-", right.from(), left.from()));
                Formula rise = Formula.call("*", Formula.of(right.points().minus(left.points())), way);
                points = Formula.call("if", Formula.call("<", x, right.from()),
                        Formula.call("+", Formula.of(left.points()), rise), points);
            }
            return points;
        }
    }

    /**
     * Points for every unit beyond a mark (超额加分): points × (x − from) ÷ each where above, points × (from − x) ÷ each
     * where below; none on the other side. Over 100 %, each 10 %, 3 points, whole: 125 % gets 6. SF8 with from 50 %, each
     * 10 %, 1 point, whole (差值取整计分): 65 % gets 1.
     *
     * @param above whether what lies above the mark counts, else what lies below it
     * @param from the mark, with its unit
     * @param each one unit, with its unit
     * @param points the points of one unit; negative deducts
     * @param whole whether only whole units count
     */
    record PerUnitBeyond(boolean above, Formula from, Formula each, Rational points, boolean whole) implements Shape {
        public PerUnitBeyond {
            requireNonNull(from, "from");
            unit(each);
            requireNonNull(points, "points");
        }

        /** Bonus per unit (超额加分). */
        public static PerUnitBeyond bonus(boolean above, Formula from, Formula each, Rational points, boolean whole) {
            return new PerUnitBeyond(above, from, each, positive(points), whole);
        }

        /** Deduction per unit (扣分). */
        public static PerUnitBeyond deduction(boolean above, Formula from, Formula each, Rational points, boolean whole) {
            return new PerUnitBeyond(above, from, each, positive(points).negate(), whole);
        }

        /** A unit that is no size would be counted for ever. */
        static void unit(Formula each) {
            if (each.expr() instanceof Expr.Literal literal && literal.value().signum() <= 0) {
                throw new IllegalArgumentException("a unit must be above 0, got " + each);
            }
        }

        private static Rational positive(Rational points) {
            if (points.signum() <= 0) {
                throw new IllegalArgumentException("points of one unit must be above 0, got " + points);
            }
            return points;
        }

        @Override
        public Formula formula(boolean higherIsBetter) {
            Formula x = Formula.name("x");
            Formula units = Formula.call("/", above ? Formula.call("-", x, from) : Formula.call("-", from, x), each);
            Formula counted = whole ? Formula.call("floor", units) : units;
            return Formula.call("*", Formula.call("max", Formula.of(Rational.ZERO), counted), Formula.of(points));
        }
    }

    /**
     * Full points less so much for every unit beyond a mark (满分扣减): 安排20万元得满分，每少1万元减0.5分 of 5 points gives 5 from
     * 20 on, 4.5 at 19, 0 at 10 and below.
     *
     * @param above whether what lies above the mark is taken for, else what lies below it
     * @param from the mark, with its unit
     * @param each one unit, with its unit
     * @param points the points of one unit
     * @param whole whether only whole units count
     * @param least the fewest points
     */
    record FullLess(boolean above, Formula from, Formula each, Rational points, boolean whole, Rational least) implements Shape {
        public FullLess {
            requireNonNull(from, "from");
            PerUnitBeyond.unit(each);
            requireNonNull(least, "least");
            if (points.signum() <= 0) {
                throw new IllegalArgumentException("points of one unit must be above 0, got " + points);
            }
        }

        @Override
        public Formula formula(boolean higherIsBetter) {
            Formula taken = new PerUnitBeyond(above, from, each, points, whole).formula(higherIsBetter);
            return Formula.call("max", Formula.of(least), Formula.call("-", Formula.name("w"), taken));
        }
    }

    /**
     * By place (名次计分): w × max(least, 1 − step × (x − 1)) where x is a place. Step 5 %: the third gets 90 % of w. In points
     * max(least, w − step × (x − 1)): step 0.5, the third of 10 gets 9.
     *
     * @param step what each further place costs, as a share of w, or in points
     * @param least the least share of w, or the least points
     * @param inPoints whether both are points
     * @param by the texts within whose values a place of an enterprise counts; empty for all of its group
     */
    record RankPoints(Rational step, Rational least, boolean inPoints, List<String> by) implements Shape {
        public RankPoints {
            if (step.signum() < 0 || least.signum() < 0 || (!inPoints && least.compareTo(Rational.ONE) > 0)) {
                throw new IllegalArgumentException("step must be >= 0 and least from 0 to 1, got " + step + " and " + least);
            }
            by = List.copyOf(by);
        }

        /** Shares of w. */
        public RankPoints(Rational step, Rational least) {
            this(step, least, false, List.of());
        }

        @Override
        public Formula formula(boolean higherIsBetter) {
            if (inPoints) {
                return Formula.parse("max(" + number(least) + ", w - " + number(step) + " * (x - 1))");
            }
            return Formula.parse("w * max(" + number(least) + ", 1 - " + number(step) + " * (x - 1))");
        }
    }

    /**
     * From a base to a target (基准目标计分), SF11 read as w × clamp((x − base) ÷ (target − base), 0, 1); that reading is
     * our assumption, the source gives only the two values.
     */
    record Progress() implements Shape {
        @Override
        public Formula formula(boolean higherIsBetter) {
            return Formula.parse("w * clamp((x - base) / (target - base), 0, 1)");
        }
    }

    /**
     * So many points each (按项计分), SF12: x × points; the limit is the item's cap.
     *
     * @param points the points of one
     */
    record PerUnit(Rational points) implements Shape {
        public PerUnit {
            requireNonNull(points, "points");
        }

        @Override
        public Formula formula(boolean higherIsBetter) {
            return Formula.parse("x * " + number(points));
        }
    }

    /**
     * By bands (分区间计分): the points of the band that holds x. The labels of the bands are their points, formulas that may
     * use x and w. In a declared hole and outside of the domain there are no points. 80 亿元以上 3, 20 亿元至 80 亿元（含）2.4,
     * 20 亿元及以下 1.8: 80 gets 2.4, and 20 gets 1.8.
     *
     * @param bands which numbers get which points
     * @param unit the symbol of the unit that all ends are in; empty for plain numbers
     */
    record Banded(Bands bands, String unit) implements Shape {
        private static final int MOST = 100;

        /** Of plain numbers. */
        public Banded(Bands bands) {
            this(bands, "");
        }

        public Banded {
            if (bands.bands().size() > MOST) {
                throw new IllegalArgumentException("points by " + bands.bands().size() + " bands; expected at most " + MOST);
            }
            List<Bands.Band> plain = bands.bands().stream().map(band -> new Bands.Band(Formula.parse(band.label()).toString(), band.interval())).toList();
            bands = plain.equals(bands.bands()) ? bands : bands.with(plain);
        }

        /** Every end of a band, hole or domain, in the unit. */
        public List<Formula> ends() {
            Stream<Interval> all = Stream.of(bands.bands().stream().map(Bands.Band::interval), bands.holes().stream(),
                    Stream.of(bands.domain())).flatMap(it -> it);
            return all.flatMap(it -> Stream.concat(it.low().stream(), it.high().stream())).distinct()
                    .map(end -> Formula.of(new Expr.Literal(end, unit))).toList();
        }

        @Override
        public Formula formula(boolean higherIsBetter) {
            boolean counts = !unit.isEmpty() && bands.rounding().isPresent();
            Formula named = counts ? Formula.call("/", Formula.name("x"), Formula.of(new Expr.Literal(Rational.ONE, unit))) : Formula.name("x");
            Formula x = bands.rounding().map(named::rounded).orElse(named);
            String in = counts ? "" : unit;
            boolean all = bands.domain().equals(Interval.ALL) && bands.holes().isEmpty();
            List<Bands.Band> tested = all ? bands.bands().subList(0, bands.bands().size() - 1) : bands.bands();
            Formula points = all ? Formula.parse(bands.bands().get(tested.size()).label()) : undefined("outside of '" + bands.domain() + "'");
            for (Interval hole : bands.holes()) {
                points = Formula.call("if", hole.test(x, in), undefined("no points in the document for '" + hole + "'"), points);
            }
            for (Bands.Band band : Lists.reverse(tested)) {
                points = Formula.call("if", band.interval().test(x, in), Formula.parse(band.label()), points);
            }
            return bands.domain().equals(Interval.ALL) ? points
                    : Formula.call("if", bands.domain().test(x, in), points, undefined("outside of '" + bands.domain() + "'"));
        }
    }

    /**
     * By word (按评定等次计分): x is a text, each word has points, formulas that may use w.
     *
     * @param points the points of each word
     * @param otherwise the points of any other word; empty where there are none
     */
    record Words(Map<String, Formula> points, Optional<Formula> otherwise) implements Shape {
        private static final int MOST = 100;

        public Words {
            points = ImmutableMap.copyOf(points);
            requireNonNull(otherwise, "otherwise");
            if (points.isEmpty()) {
                throw new IllegalArgumentException("words must not be empty");
            }
            if (points.size() > MOST) {
                throw new IllegalArgumentException("points by " + points.size() + " words; expected at most " + MOST);
            }
        }

        @Override
        public Formula formula(boolean higherIsBetter) {
            Formula all = otherwise.orElse(undefined("none of the words " + points.keySet()));
            for (Map.Entry<String, Formula> word : points.entrySet()) {
                Formula same = Formula.call("==", Formula.name("x"), Formula.of(new Expr.Text(word.getKey())));
                all = Formula.call("if", same, word.getValue(), all);
            }
            return all;
        }
    }

    private static Formula undefined(String why) {
        return Formula.call("undefined", Formula.of(new Expr.Text(why)));
    }

    /**
     * Any other formula of x, w, base, low, high and target (自定义计分公式).
     *
     * @param formula the points
     */
    record Custom(Formula formula) implements Shape {
        public Custom {
            requireNonNull(formula, "formula");
        }

        @Override
        public Formula formula(boolean higherIsBetter) {
            return formula;
        }
    }

    private static void rising(String what, List<Steps.Step> steps) {
        for (int i = 1; i < steps.size(); i++) {
            Steps.Step left = steps.get(i - 1);
            Steps.Step right = steps.get(i);
            boolean falls = left.from().expr() instanceof Expr.Literal a && right.from().expr() instanceof Expr.Literal b
                    && a.unit().equals(b.unit()) && a.value().compareTo(b.value()) >= 0;
            if (falls) {
                throw new IllegalArgumentException("the " + what + " must rise, got " + right.from() + " after " + left.from());
            }
        }
    }

    private static String number(Rational value) {
        return value.asDecimal().isPresent() ? value.toString() : value.numerator() + " / " + value.denominator();
    }

    private static void share(String name, Rational value) {
        if (value.signum() < 0 || value.compareTo(Rational.ONE) >= 0) {
            throw new IllegalArgumentException(name + " must be from 0 to below 1, got " + value);
        }
    }
}
