package io.mubiao.scoring;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;

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
     * Steps (分档计分), SF7: the points of the last threshold reached, inclusive.
     *
     * @param ofRatio whether the thresholds are of x ÷ base, else of x
     * @param below the points below all thresholds
     * @param steps thresholds, rising, and their points; a threshold may carry a unit
     */
    record Steps(boolean ofRatio, Rational below, List<Step> steps) implements Shape {
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
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("steps must not be empty");
            }
        }

        @Override
        public Formula formula(boolean higherIsBetter) {
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
     * Whole steps of a gap (差值取整计分), SF8: ⌊(x − from) ÷ step⌋ × points, 0 below from. From 50 %, step 10 %: 65 % gives 1.
     *
     * @param from where counting begins, with its unit
     * @param step the size of one step, with its unit
     * @param points the points of one step
     */
    record WholeSteps(Formula from, Formula step, Rational points) implements Shape {
        public WholeSteps {
            requireNonNull(from, "from");
            requireNonNull(step, "step");
            requireNonNull(points, "points");
        }

        @Override
        public Formula formula(boolean higherIsBetter) {
            Formula gap = Formula.call("/", Formula.call("-", Formula.name("x"), from), step);
            return Formula.call("*", Formula.call("max", Formula.of(Rational.ZERO), Formula.call("floor", gap)),
                    Formula.of(points));
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

    private static String number(Rational value) {
        return value.asDecimal().isPresent() ? value.toString() : value.numerator() + " / " + value.denominator();
    }

    private static void share(String name, Rational value) {
        if (value.signum() < 0 || value.compareTo(Rational.ONE) >= 0) {
            throw new IllegalArgumentException(name + " must be from 0 to below 1, got " + value);
        }
    }
}
