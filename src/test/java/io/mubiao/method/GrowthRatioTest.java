package io.mubiao.method;

import static io.mubiao.method.GrowthRatio.Progress.AWAY;
import static io.mubiao.method.GrowthRatio.Progress.INSUFFICIENT;
import static io.mubiao.method.GrowthRatio.Progress.MODERATE;
import static io.mubiao.method.GrowthRatio.Progress.SIGNIFICANT;
import static io.mubiao.method.GrowthRatio.Progress.TARGET_REACHED;
import static io.mubiao.target.Direction.HIGHER_IS_BETTER;
import static io.mubiao.target.Direction.LOWER_IS_BETTER;
import static io.mubiao.target.Direction.TWO_SIDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.method.GrowthRatio.Form;
import io.mubiao.method.GrowthRatio.Progress;
import io.mubiao.method.GrowthTrend.Band;
import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eurostat and Open SDG: open-sdg/sdg-build sdg/ProgressMeasure.py and the mistakes of domain reference 3.2. */
class GrowthRatioTest {
    @Test
    void o20RatesRatioClassAndScore() {
        GrowthRatio.Result result = of("100", "110", "150", HIGHER_IS_BETTER);
        assertEquals("0.0192449", text(result.observed(), 7));
        assertEquals("0.0273997", text(result.required(), 7));
        assertEquals("0.702376", text(result.ratio().figure(), 6));
        assertEquals(Optional.of(MODERATE), result.ratio().grade());
        assertEquals("0.7313", text(result.score(), 4));
        List.of(result.observed(), result.required(), result.ratio().figure(), result.score()).forEach(Replays::check);
        assertTrue(result.ratio().figure().enclosure().orElseThrow().high()
                .minus(result.ratio().figure().enclosure().orElseThrow().low())
                .compareTo(Rational.parse("0.000000000000000000000000000001")) < 0);
    }

    /** The pieces are continuous at 0.60 (0) and stop at 5 and −5. */
    @ParameterizedTest
    @CsvSource({"100, 200, 110, 5", "100, 100, 110, -2.5", "100, 50, 110, -5"})
    void theScoreIsHeldBetweenMinusFiveAndFive(String base, String now, String target, String score) {
        GrowthRatio.Result result = GrowthRatio.of(DatedValue.year(2015, q(base)), DatedValue.year(2020, q(now)),
                q(target), 2020, HIGHER_IS_BETTER);
        assertEquals(Rational.parse(score), result.score().amount());
    }

    /** From 0 to 4 in 4 years is 1 a year: after 2 years half of the change is the ratio, exactly on the thresholds. */
    @ParameterizedTest
    @CsvSource({"1.90, SIGNIFICANT", "1.899999, MODERATE", "1.2, MODERATE", "1.199999, INSUFFICIENT", "0, INSUFFICIENT",
        "-0.000001, AWAY"})
    void aThresholdBelongsToTheClassAboveIt(String change, Progress progress) {
        Quantity now = q(Rational.parse(change).toString());
        GrowthRatio.Result result = GrowthRatio.of(DatedValue.year(2020, q("0")), DatedValue.year(2022, now), q("4"),
                2024, HIGHER_IS_BETTER);
        assertEquals(Form.LINEAR, result.form());
        assertEquals(Optional.of(progress), result.ratio().grade());
    }

    /** Required 10 % a year exactly; observed 9.5 % and 6 % a year exactly: powers decide where a rounded root may not. */
    @ParameterizedTest
    @CsvSource({"1.199025, SIGNIFICANT", "1.199024999999999999999999999999, MODERATE", "1.1236, MODERATE",
        "1.12359999999999999999999999999999, INSUFFICIENT", "1, INSUFFICIENT", "0.99999999999999999999999999, AWAY"})
    void compoundThresholdsAreDecidedByPowers(String now, Progress progress) {
        GrowthRatio.Result result = GrowthRatio.of(DatedValue.year(2020, q("1")), DatedValue.year(2022, q(now)),
                q("1.4641"), 2024, HIGHER_IS_BETTER);
        assertEquals(Form.COMPOUND, result.form());
        assertEquals(Optional.of(progress), result.ratio().grade());
    }

    /** The same pace over another time, with irrational roots: exactly on a threshold of 1. */
    @Test
    void equalRatesWithIrrationalRootsAreEqual() {
        GrowthThresholds all = new GrowthThresholds(Rational.ONE, Rational.of(1, 2), Rational.ZERO);
        GrowthRatio.Result result = GrowthRatio.of(DatedValue.year(2020, q("1")), DatedValue.year(2022, q("2")), q("4"),
                2024, HIGHER_IS_BETTER, all);
        assertEquals(Optional.of(SIGNIFICANT), result.ratio().grade());
        GrowthRatio.Result less = GrowthRatio.of(DatedValue.year(2020, q("1")), DatedValue.year(2023, q("2.8284271247")),
                q("4"), 2024, HIGHER_IS_BETTER, all);
        assertEquals(Optional.of(MODERATE), less.ratio().grade());
    }

    @Test
    void aReachedTargetOverridesTheRatio() {
        GrowthRatio.Result up = of("100", "150", "150", HIGHER_IS_BETTER);
        assertEquals(Optional.of(TARGET_REACHED), up.ratio().grade());
        assertEquals(Rational.of(5), up.score().amount());
        GrowthRatio.Result down = of("100", "40", "50", LOWER_IS_BETTER);
        assertEquals(Optional.of(TARGET_REACHED), down.ratio().grade());
        assertTrue(down.ratio().figure().isPresent());
    }

    /** 3.2: base better than the target and falling towards it; observed ÷ required would be 4.6, significant progress. */
    @Test
    void mistakeGrowthRatioCalledSignificantWhereItDeteriorates() {
        GrowthRatio.Result result = of("60", "45", "50", HIGHER_IS_BETTER);
        assertEquals(Optional.of(AWAY), result.ratio().grade());
        assertTrue(result.ratio().figure().amount().signum() < 0);
        assertEquals(Rational.of(-5), result.score().amount());
    }

    @ParameterizedTest
    @CsvSource({"100, 90, 50, INSUFFICIENT", "100, 71, 50, SIGNIFICANT", "100, 110, 50, AWAY", "100, 100, 50, INSUFFICIENT"})
    void lessIsBetter(String base, String now, String target, Progress progress) {
        assertEquals(Optional.of(progress), of(base, now, target, LOWER_IS_BETTER).ratio().grade());
    }

    /** 0.001 for 0 would make 0.5 of 10 a compound rate of 246 % against 85 %: significant. It is 15 % of the way after 5 of 15. */
    @Test
    void aBaseOfZeroTakesTheLinearFormAndNotAThousandth() {
        GrowthRatio.Result result = of("0", "0.5", "10", HIGHER_IS_BETTER);
        assertEquals(Form.LINEAR, result.form());
        assertEquals(Rational.of(15, 100), result.ratio().figure().amount());
        assertEquals(Optional.of(INSUFFICIENT), result.ratio().grade());
    }

    @Test
    void aTargetOfZeroTakesTheLinearForm() {
        GrowthRatio.Result result = of("200", "100", "0", LOWER_IS_BETTER);
        assertEquals(Form.LINEAR, result.form());
        assertEquals(Rational.of(3, 2), result.ratio().figure().amount());
    }

    @Test
    void aNegativeBaseTakesTheLinearFormAcrossZero() {
        GrowthRatio.Result result = of("-10", "5", "20", HIGHER_IS_BETTER);
        assertEquals(Form.LINEAR, result.form());
        assertEquals(Optional.of(SIGNIFICANT), result.ratio().grade());
    }

    @Test
    void aChangeOfSignHasNoCompoundRate() {
        GrowthRatio.Result result = of("100", "-1", "150", HIGHER_IS_BETTER);
        assertEquals(Optional.of(NoAnswer.SIGN_CHANGE), result.ratio().reason());
        assertFalse(result.score().isPresent());
    }

    @Test
    void whatHasNoAnswerSaysWhy() {
        assertEquals(Optional.of(NoAnswer.TWO_SIDED), of("100", "110", "150", TWO_SIDED).ratio().reason());
        assertEquals(Optional.of(NoAnswer.START_IS_TARGET), of("100", "90", "100", HIGHER_IS_BETTER).ratio().reason());
        assertEquals(Optional.of(NoAnswer.TOO_FEW_POINTS), GrowthRatio.of(DatedValue.year(2020, q("1")),
                DatedValue.year(2020, q("2")), q("3"), 2030, HIGHER_IS_BETTER).ratio().reason());
        assertEquals(Optional.of(NoAnswer.NO_TIME), GrowthRatio.of(DatedValue.year(2020, q("1")),
                DatedValue.year(2021, q("2")), q("3"), 2020, HIGHER_IS_BETTER).ratio().reason());
    }

    @Test
    void aMissingBaseYearIsTheNextLaterOne() {
        List<DatedValue> series = List.of(DatedValue.year(2020, q("110")), DatedValue.year(2012, q("1")),
                DatedValue.year(2016, q("100")));
        GrowthRatio.Result result = GrowthRatio.of(series, 2015, q("150"), 2030, HIGHER_IS_BETTER);
        assertEquals("0.024114", text(result.observed(), 6));
        assertEquals(Optional.of(NoAnswer.TOO_FEW_POINTS),
                GrowthRatio.of(series, 2017, q("150"), 2030, HIGHER_IS_BETTER).ratio().reason());
    }

    @ParameterizedTest
    @CsvSource({"1.030225, HIGH", "1.030224, MEDIUM", "1.010025, MEDIUM", "1.010024, LOW", "1, LOW", "0.999999, BELOW"})
    void withoutATargetFixedThresholdsDecide(String now, Band band) {
        assertEquals(Optional.of(band), trend("1", now, HIGHER_IS_BETTER, GrowthThresholds.OPEN_SDG).grade());
    }

    @Test
    void withoutATargetLessIsBetterAndSettingsAreSettings() {
        assertEquals(Optional.of(Band.HIGH), trend("100", "90", LOWER_IS_BETTER, GrowthThresholds.OPEN_SDG).grade());
        assertEquals(Optional.of(Band.BELOW), trend("-100", "-110", HIGHER_IS_BETTER, GrowthThresholds.OPEN_SDG).grade());
        assertEquals(Optional.of(Band.LOW),
                trend("100", "99", HIGHER_IS_BETTER, GrowthThresholds.EUROSTAT_UNVERIFIED).grade());
        assertEquals(Optional.of(NoAnswer.ZERO_BASE), trend("0", "1", HIGHER_IS_BETTER, GrowthThresholds.OPEN_SDG).reason());
        assertEquals(Optional.of(NoAnswer.SIGN_CHANGE), trend("1", "-1", HIGHER_IS_BETTER, GrowthThresholds.OPEN_SDG).reason());
    }

    /** 99 of at most 100: no 1.5 % a year is left; 99.9 is 0.45 % a year, far above the shrunken thresholds. */
    @Test
    void nearACeilingThresholdsShrink() {
        DatedValue base = DatedValue.year(2020, q("99"));
        DatedValue now = DatedValue.year(2022, q("99.9"));
        assertEquals(Optional.of(Band.LOW), GrowthTrend.of(base, now, HIGHER_IS_BETTER, GrowthThresholds.OPEN_SDG).grade());
        assertEquals(Optional.of(Band.HIGH),
                GrowthTrend.near(q("100"), base, now, HIGHER_IS_BETTER, GrowthThresholds.OPEN_SDG).grade());
        DatedValue full = DatedValue.year(2020, q("100"));
        assertEquals(Optional.of(Band.HIGH), GrowthTrend.near(q("100"), full, DatedValue.year(2022, q("100")),
                HIGHER_IS_BETTER, GrowthThresholds.OPEN_SDG).grade());
    }

    private static Graded<Band> trend(String base, String now, Direction direction, GrowthThresholds thresholds) {
        Graded<Band> trend = GrowthTrend.of(DatedValue.year(2020, q(base)), DatedValue.year(2022, q(now)), direction,
                thresholds);
        if (trend.figure().isPresent()) {
            Replays.check(trend.figure());
        }
        return trend;
    }

    private static GrowthRatio.Result of(String base, String now, String target, Direction direction) {
        return GrowthRatio.of(DatedValue.year(2015, q(base)), DatedValue.year(2020, q(now)), q(target), 2030, direction);
    }

    private static Quantity q(String number) {
        return Quantity.of(Rational.parse(number), Unit.NONE);
    }

    private static String text(Figure figure, int digits) {
        return figure.round(Rounding.halfUp(digits)).toPlainString();
    }
}
