package io.mubiao.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.formula.Formula;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Shape.Steps.Side;
import io.mubiao.shape.Shape.Steps.Step;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shapes of plain numbers: what they give on both sides of every mark, and what makes none. */
class ShapeTest {
    private static final Formula ONE = Formula.parse("1");

    private static Optional<Rational> points(Shape shape, String x) {
        return ScoringRule.builder("r", Rational.of(10)).inputs(List.of(RuleInput.given("a", Unit.NONE)))
                .parts(List.of(Part.of("p", shape, "a"))).build().score("a", x).points();
    }

    private static void gives(Shape shape, String expected, String... xs) {
        assertEquals(List.of(expected.split(" ")), Stream.of(xs).map(x -> points(shape, x).map(Rational::toString).orElse("-")).toList());
    }

    private static List<Step> steps(int... pairs) {
        return IntStream.range(0, pairs.length / 2).mapToObj(i -> new Step(Formula.parse(pairs[2 * i] + ""), Rational.of(pairs[2 * i + 1]))).toList();
    }

    private static Shape.Steps ladder(Side side, int... pairs) {
        return new Shape.Steps(false, Rational.of(-1), steps(pairs), side);
    }

    @Test
    void aThresholdCountsOnItsSide() {
        gives(ladder(Side.AT_LEAST, 10, 1, 20, 2), "-1 1 1 2 2", "9", "10", "19", "20", "30");
        gives(ladder(Side.ABOVE, 10, 1, 20, 2), "-1 -1 1 1 2", "9", "10", "19", "20", "30");
        gives(ladder(Side.AT_MOST, 10, 2, 20, 1), "2 2 1 1 -1", "9", "10", "19", "20", "30");
        gives(ladder(Side.BELOW, 10, 2, 20, 1), "2 1 1 -1 -1", "9", "10", "19", "20", "30");
    }

    /** Long ones are halved: against straight lines worked out here. */
    @Test
    void aCurveOfAnyLengthIsStraightBetweenItsKnots() {
        for (int knots : new int[] {2, 3, 16, 17, 18, 40}) {
            Shape.Curve curve = new Shape.Curve(IntStream.range(0, knots).mapToObj(i -> new Step(Formula.parse(i * 3 + ""), Rational.of(i * i % 7))).toList());
            for (int x = -1; x <= knots * 3; x++) {
                int left = Math.min(Math.max(x / 3, 0), knots - 1);
                int right = Math.min(left + 1, knots - 1);
                Rational expected = x <= 0 ? Rational.ZERO : Rational.of(left * left % 7)
                        .plus(Rational.of(right * right % 7 - left * left % 7).times(Rational.of(x - left * 3L, 3)));
                assertEquals(Optional.of(expected), points(curve, x + ""), knots + " knots at " + x);
            }
        }
    }

    @Test
    void unitsBeyondAMarkCountOnOneSideOnly() {
        gives(Shape.PerUnitBeyond.bonus(true, Formula.parse("50"), Formula.parse("10"), Rational.of(3), true), "0 0 0 3 6", "40", "50", "59", "60", "75");
        gives(Shape.PerUnitBeyond.bonus(true, Formula.parse("50"), Formula.parse("10"), Rational.of(3), false), "0 1.5", "40", "55");
        gives(Shape.PerUnitBeyond.deduction(false, Formula.parse("50"), Formula.parse("10"), Rational.of(3), true), "-3 0 0", "40", "50", "60");
        gives(new Shape.FullLess(false, Formula.parse("50"), Formula.parse("10"), Rational.of(3), true, Rational.of(2)), "10 10 10 7 2", "60", "50", "41", "40", "0");
    }

    @Test
    void placesAndPiecesAndAnyFormula() {
        gives(new Shape.RankPoints(Rational.of(1, 3), Rational.of(1, 4)), "10 20/3 2.5", "1", "2", "5");
        gives(new Shape.RankPoints(Rational.of(1, 2), Rational.of(4), true, List.of()), "10 9.5 4", "1", "2", "99");
        gives(new Shape.PerUnit(Rational.of(-1, 3)), "-2/3", "2");
        gives(new Shape.Custom(Formula.parse("w - x")), "7", "3");
        assertEquals(List.of("base", "target"), new Shape.Progress().references().stream().sorted().toList());
        assertEquals(List.of(), new Shape.PerUnit(Rational.ONE).references());
    }

    @Test
    void bandsHaveNoPointsInAHoleAndOutsideOfTheirDomain() {
        List<Bands.Band> lines = List.of(new Bands.Band("x", Interval.parse("[10, 20]")), new Bands.Band("2 * w", Interval.parse("(30, 40]")));
        List<Interval> holes = List.of(Interval.parse("(20, 30]"));
        Shape.Banded plain = new Shape.Banded(Bands.of(lines, holes, Interval.parse("[10, 40]")));
        gives(plain, "- 10 20 - - 20 -", "9", "10", "20", "20.5", "30", "40", "41");
        Shape.Banded rounded = new Shape.Banded(Bands.of(lines, holes, Interval.parse("[10, 40]"), Rounding.halfUp(0)));
        gives(rounded, "- 9.5 20.4 - 20 -", "9.4", "9.5", "20.4", "20.5", "30.5", "40.5");
        assertEquals(Stream.of("10", "20", "30", "40").map(Formula::parse).toList(), plain.ends().stream().sorted(Comparator.comparing(Formula::toString)).toList());
        Shape.Banded all = new Shape.Banded(Bands.of(List.of(new Bands.Band("1", Interval.parse("> 5")), new Bands.Band("0", Interval.parse("<= 5"))), List.of(),
                Interval.ALL));
        gives(all, "0 1", "5", "5.1");
        Shape.Banded open = new Shape.Banded(Bands.of(List.of(new Bands.Band("1", Interval.parse("> 5")), new Bands.Band("0", Interval.parse("< 5"))),
                List.of(Interval.parse("= 5")), Interval.ALL));
        gives(open, "0 - 1", "4", "5", "6");
    }

    @Test
    void whatMakesNoShapeIsRefused() {
        Refusal.naming(() -> new Shape.Efficacy(Rational.of(-1, 5)), "floor", "-0.2");
        Refusal.naming(() -> new Shape.Efficacy(Rational.ONE), "below 1");
        Refusal.naming(() -> ladder(Side.ABOVE), "empty");
        Refusal.naming(() -> ladder(Side.ABOVE, 20, 1, 10, 2), "must rise", "10 after 20");
        Refusal.naming(() -> ladder(Side.BELOW, 20, 1, 20, 2), "must rise");
        Refusal.naming(() -> new Shape.Curve(steps(10, 1)), "two knots");
        Refusal.naming(() -> new Shape.Curve(steps(10, 1, 10, 2)), "must rise");
        Refusal.naming(() -> Shape.PerUnitBeyond.bonus(true, ONE, ONE, Rational.ZERO, true), "above 0");
        Refusal.naming(() -> new Shape.FullLess(true, ONE, ONE, Rational.ZERO, true, Rational.ZERO), "above 0");
        Refusal.naming(() -> new Shape.RankPoints(Rational.of(-1), Rational.ZERO), "step");
        Refusal.naming(() -> new Shape.RankPoints(Rational.ZERO, Rational.of(-1)), "least");
        Refusal.naming(() -> new Shape.RankPoints(Rational.ZERO, Rational.of(2)), "from 0 to 1");
        assertEquals(Rational.of(2), new Shape.RankPoints(Rational.ZERO, Rational.of(2), true, List.of()).least());
        assertEquals(Rational.ONE, new Shape.RankPoints(Rational.ZERO, Rational.ONE).least());
        Refusal.naming(() -> new Shape.Words(Map.of(), Optional.empty()), "empty");
        assertEquals(100, banded(100).bands().bands().size());
        Refusal.naming(() -> banded(101), "101 bands", "at most 100");
        Refusal.naming(() -> new Shape.Words(IntStream.range(0, 101).boxed().collect(Collectors.toMap(i -> "w" + i, i -> ONE)), Optional.empty()), "101 words");
    }

    private static Shape.Banded banded(int count) {
        List<Bands.Band> bands = IntStream.range(0, count).mapToObj(i -> new Bands.Band("1", Interval.parse("= " + i))).toList();
        return new Shape.Banded(Bands.of(bands, IntStream.range(1, count).mapToObj(i -> Interval.parse("(" + (i - 1) + ", " + i + ")")).toList(),
                Interval.parse("[0, " + (count - 1) + "]")));
    }
}
