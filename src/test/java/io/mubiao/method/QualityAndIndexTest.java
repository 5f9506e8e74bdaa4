package io.mubiao.method;

import static io.mubiao.testing.Ask.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.method.QualityMeasure.Aggregate;
import io.mubiao.method.SdgIndex.Trend;
import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FHIR quality measures and composites (hl7.org/fhir/uv/cqm/2.0.0, composite-measure-scoring); SDG Index. */
class QualityAndIndexTest {
    private static final Map<String, List<Membership>> DOC = Map.of(
            "first", List.of(Membership.met("a"), Membership.unmet("b")),
            "second", List.of(Membership.met("a"), Membership.met("b"), Membership.unmet("c")));

    /** clinical-reasoning 400: the score ignored exclusions, 0.5 instead of 1.0. */
    @Test
    void exclusionsCountAndStandBesideTheRawCounts() {
        QualityMeasure.Score score = QualityMeasure.proportion(List.of(Membership.met("a"), Membership.unmet("b").excluded()));
        assertEquals(Rational.ONE, score.score().amount());
        assertEquals(Rational.ONE, score.denominator().amount());
        assertTrue(score.denominator().trace().toString().contains("name=den, "));
        Replays.check(score.score());
    }

    /** hapi-fhir 5654 and others: an exception counts only of who is not in the numerator. */
    @Test
    void anExceptionCountsOnlyOfWhoIsNotInTheNumerator() {
        QualityMeasure.Score score = QualityMeasure.proportion(List.of(Membership.met("a").excepted(),
                Membership.unmet("b").excepted(), Membership.unmet("c")));
        assertEquals(Rational.of(2), score.denominator().amount());
        assertEquals(Rational.of(1, 2), score.score().amount());
        assertEquals(Membership.Standing.MET, Membership.met("a").excepted().standing());
        assertEquals(Membership.Standing.NOT_COUNTED, Membership.unmet("b").excepted().standing());
        assertEquals(Membership.Standing.NOT_COUNTED, Membership.met("a").excluded().standing());
        assertEquals(Membership.Standing.UNMET, Membership.met("a").numeratorExcluded().standing());
    }

    @Test
    void o1AsSubjects() {
        QualityMeasure.Score score = QualityMeasure.proportion(List.of(Membership.met("a"), Membership.met("b"),
                Membership.met("c").numeratorExcluded(), Membership.unmet("d"), Membership.unmet("e").excluded(),
                Membership.unmet("f").excepted()));
        assertEquals(QualityMeasure.proportion(3, 1, 6, 1, 1), score);
        assertEquals(Rational.of(1, 2), score.score().amount());
    }

    @Test
    void zeroDenominatorStaysWithoutScoreInEitherDirection() {
        QualityMeasure.Score none = QualityMeasure.proportion(List.of(Membership.met("a").excluded()));
        assertEquals(Optional.of(NoAnswer.ZERO_DENOMINATOR), none.score().reason());
        assertEquals(Optional.of(NoAnswer.ZERO_DENOMINATOR), none.good(Direction.LOWER_IS_BETTER).reason());
        assertEquals(Rational.of(1, 4),
                QualityMeasure.proportion(3, 0, 4, 0, 0).good(Direction.LOWER_IS_BETTER).amount());
    }

    @Test
    void continuousVariable() {
        List<Quantity> values = List.of(q("4 个"), q("1 个"), q("10 个"), q("2 个"));
        assertEquals(List.of("17 个", "4.25 个", "3 个", "1 个", "10 个", "4"), Stream.of(Aggregate.values())
                .map(aggregate -> QualityMeasure.continuous(values, aggregate).value().orElseThrow().toString()).toList());
        assertEquals(List.of("NO_OBSERVATION", "NO_OBSERVATION", "NO_OBSERVATION", "NO_OBSERVATION", "NO_OBSERVATION", "0"),
                Stream.of(Aggregate.values()).map(aggregate -> QualityMeasure.continuous(List.of(), aggregate))
                        .map(none -> none.reason().map(Enum::name).orElseGet(() -> none.amount().toString())).toList());
    }

    @Test
    void fourCompositesOfTheDocumentedExample() {
        assertEquals(Rational.of(3, 5), Composite.opportunity(DOC).amount());
        assertEquals(Rational.of(1, 3), Composite.allOrNothing(DOC).amount());
        assertEquals(Rational.of(1, 2), Composite.linear(DOC).amount());
        assertEquals(Rational.of(7, 12),
                Composite.weighted(DOC, Map.of("first", Rational.ONE, "second", Rational.of(3))).amount());
        Replays.check(Composite.linear(DOC));
    }

    /** 3.2: composite parents average their children without weighting by size. */
    @Test
    void mistakeAChildOfOneWeighedAsAChildOfHundred() {
        List<Membership> large = IntStream.range(0, 99).mapToObj(i -> Membership.unmet("s" + i)).toList();
        Map<String, List<Membership>> components = Map.of("large", large, "small", List.of(Membership.met("x")));
        assertEquals(Rational.of(1, 100), Composite.opportunity(components).amount());
    }

    @Test
    void nobodyCountedIsNoScoreAndWeightsMustFit() {
        Map<String, List<Membership>> none = Map.of("c", List.of(Membership.met("a").excluded()));
        Stream.of(Composite.opportunity(none), Composite.allOrNothing(none), Composite.linear(none))
                .forEach(score -> assertEquals(Optional.of(NoAnswer.ZERO_DENOMINATOR), score.reason()));
        assertThrows(IllegalArgumentException.class, () -> Composite.weighted(DOC, Map.of("first", Rational.ONE)));
        assertThrows(IllegalArgumentException.class,
                () -> Composite.weighted(none, Map.of("c", Rational.ZERO)));
        assertThrows(IllegalArgumentException.class,
                () -> QualityMeasure.proportion(List.of(Membership.met("a"), Membership.unmet("a"))));
    }

    @Test
    void indexIsTheMeanOfGoalsAndNotOfIndicators() {
        Map<String, List<Figure>> scores = new LinkedHashMap<>();
        scores.put("1", List.of(SdgIndex.rescale("1.1.1 poverty", q("30 个"), q("0 个"), q("40 个"))));
        scores.put("2", List.of(Figure.of("a", Rational.ZERO), Figure.of("b", Rational.of(50))));
        SdgIndex.Result result = SdgIndex.of(scores);
        assertEquals(Rational.of(50), result.index().amount());
        Replays.check(result.index());
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, true", "2, false"})
    void moreThanAFifthMissingIsNoIndex(int missing, boolean answers) {
        List<Figure> figures = IntStream.range(0, 5)
                .mapToObj(i -> i < missing ? Figure.missing("m" + i) : Figure.of("f" + i, Rational.of(60))).toList();
        SdgIndex.Result result = SdgIndex.of(Map.of("1", figures));
        assertEquals(answers, result.index().isPresent());
        if (!answers) {
            assertEquals(Optional.of(NoAnswer.TOO_MUCH_MISSING), result.index().reason());
            assertEquals("2 of 5", result.index().detail());
            assertEquals(Rational.of(60), SdgIndex.of(Map.of("1", figures), Rational.of(2, 5)).index().amount());
        }
    }

    @Test
    void aGoalWithNothingIsNamedAndLeftOut() {
        Map<String, List<Figure>> scores = new LinkedHashMap<>();
        scores.put("13", List.of(Figure.of("a", Rational.of(80)), Figure.of("b", Rational.of(80)),
                Figure.of("c", Rational.of(80)), Figure.of("d", Rational.of(80))));
        scores.put("14", List.of(Figure.missing("fish")));
        SdgIndex.Result result = SdgIndex.of(scores);
        assertEquals(Rational.of(80), result.index().amount());
        assertEquals(List.of("14"), result.leftOut());
        assertEquals(Optional.of(NoAnswer.NO_OBSERVATION), SdgIndex.of(Map.of()).index().reason());
    }

    @ParameterizedTest
    @CsvSource({"50, ON_TRACK", "25, MODERATE", "24.99, STAGNANT", "0, STAGNANT", "-0.01, DECREASING", "120, ON_TRACK"})
    void trendAgainstTheGrowthNeeded(String now, Trend trend) {
        assertEquals(Optional.of(trend), SdgIndex.trend(new DatedValue(io.mubiao.testing.Ask.day("2020-01-01"), q("0 个")),
                new DatedValue(io.mubiao.testing.Ask.day("2020-01-11"), q(now + " 个")),
                new DatedValue(io.mubiao.testing.Ask.day("2020-01-21"), q("100 个")), Direction.HIGHER_IS_BETTER).grade());
    }

    @Test
    void earnedScheduleOfTheDocumentedExample() {
        List<Quantity> plan = List.of(q("100 元"), q("250 元"), q("450 元"), q("500 元"));
        EarnedSchedule.Result result = EarnedSchedule.of(plan, q("300 元"), Rational.of(4));
        assertEquals(Rational.of(9, 4), result.schedule().amount());
        assertEquals(Rational.of(9, 16), result.index().amount());
        assertEquals(Rational.of(-7, 4), result.ahead().amount());
        List.of(result.schedule(), result.index(), result.ahead()).forEach(Replays::check);
    }

    /** earned-value.com 2011: SPI ends at 1 even when late. */
    @Test
    void workFinishedLateEndsBelowOneInTime() {
        List<Quantity> plan = List.of(q("50 元"), q("100 元"), q("100 元"), q("100 元"));
        EarnedSchedule.Result late = EarnedSchedule.of(plan, q("100 元"), Rational.of(4));
        assertEquals(Rational.of(2), late.schedule().amount());
        assertEquals(Rational.of(1, 2), late.index().amount());
        assertEquals(Rational.ONE, EarnedValue.of(q("100 元"), q("100 元"), q("1 元"), q("100 元")).spi().amount());
        assertEquals(late.schedule(), EarnedSchedule.of(plan, q("150 元"), Rational.of(4)).schedule());
    }

    @Test
    void earnedScheduleWithoutPlanOrTimeSaysWhy() {
        assertEquals(Optional.of(NoAnswer.NO_TARGET), EarnedSchedule.of(List.of(q("0 元")), q("0 元"), Rational.ONE).index().reason());
        assertEquals(Optional.of(NoAnswer.ZERO_DENOMINATOR),
                EarnedSchedule.of(List.of(q("9 元")), q("3 元"), Rational.ZERO).index().reason());
        assertEquals(Rational.of(1, 3), EarnedSchedule.of(List.of(q("9 元")), q("3 元"), Rational.ZERO).schedule().amount());
        assertThrows(IllegalArgumentException.class,
                () -> EarnedSchedule.of(List.of(q("9 元"), q("8 元")), q("3 元"), Rational.ONE));
    }

    /** The fixture's own assertion is |CPI − 1.16| ≤ 0.005: 1.157895 passes it, and so would 1.1625. */
    @Test
    void mistakeARoundedOracleNeedsItsRoundingStated() {
        Rational cpi = EarnedValue.of(q("100000 元"), q("110000 元"), q("95000 元"), q("500000 元")).cpi().amount();
        assertEquals(Rational.of(22, 19), cpi);
        assertTrue(cpi.minus(Rational.parse("1.16")).abs().compareTo(Rational.parse("0.005")) <= 0);
    }
}
