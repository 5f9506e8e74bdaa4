package io.mubiao.method;

import static io.mubiao.testing.Ask.ZONE;
import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessment;
import io.mubiao.method.AnticipatedProgress.Outlook;
import io.mubiao.observe.Basis;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Bound;
import io.mubiao.target.Comparison;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods asked with an assessment or an observed series; UN ESCAP anticipated progress. */
class AssessedMethodsTest {
    private static final List<DatedValue> RISING = List.of(DatedValue.year(2015, q("100 个")),
            DatedValue.year(2016, q("110 个")), DatedValue.year(2017, q("120 个")));

    @Test
    void currentStatusOfAnAssessment() {
        Assessment level = assess(Goal.amount(Measure.level(), bound("<= 30 %")), "06-30", level("06-30", "35 %"));
        assertEquals(Rational.of(5), CurrentStatus.of(level, q("40 %")).amount());
        Assessment about = assess(Goal.amount(Measure.level(), bound("~ 50 % ± 1 %")), "06-30", level("06-30", "53 %"));
        assertEquals(Rational.of(4), CurrentStatus.of(about, q("45 %")).amount());
    }

    @Test
    void noNumericTargetAndNoObservationAreNoAnswer() {
        Assessment open = assess(Goal.amount(Measure.level(), Bound.open(Comparison.AT_MOST, "严控")), "06-30",
                level("06-30", "35 %"));
        assertEquals(Optional.of(NoAnswer.NO_TARGET), GoalProgress.of(open, q("40 %")).reason());
        assertEquals(Optional.of(NoAnswer.NO_TARGET), AnticipatedProgress.of(open, RISING).gap().reason());
        Assessment nothing = assess(Goal.total(q("62 个")), "06-30");
        assertEquals(Optional.of(NoAnswer.NO_OBSERVATION), CurrentStatus.of(nothing, q("0 个")).reason());
    }

    @Test
    void scheduleIndexOfAnAssessment() {
        Assessment assessment = assess(Goal.total(q("62 个")), "06-30", total("06-30", "33 个"));
        assertEquals(Rational.of(33, 31), EarnedValue.spi(assessment).amount());
        assertEquals(Optional.of(NoAnswer.NO_TARGET), EarnedValue.spi(
                assess(Goal.amount(Measure.level(), bound(">= 30 %")), "06-30", level("06-30", "35 %"))).reason());
    }

    /** On a straight line any weights predict the line: a year later by as many days. */
    @ParameterizedTest
    @CsvSource({"150, ACCELERATE", "139.9, ON_TARGET", "145, ACCELERATE", "144.4, MAINTAIN"})
    void aStraightLineIsPredictedExactly(String target, Outlook outlook) {
        List<DatedValue> line = List.of(new DatedValue(day("2020-01-01"), q("100 个")),
                new DatedValue(day("2020-01-11"), q("110 个")), new DatedValue(day("2020-01-21"), q("120 个")));
        for (TimeWeights weights : TimeWeights.values()) {
            AnticipatedProgress.Result result = AnticipatedProgress.of(line, day("2020-01-01"), q(target + " 个"),
                    day("2020-02-10"), Direction.HIGHER_IS_BETTER, weights);
            assertEquals(q("140 个"), result.predicted().value().orElseThrow());
            assertEquals(Optional.of(outlook), result.gap().grade());
            Replays.check(result.predicted());
            Replays.check(result.gap().figure());
        }
    }

    /** Both ends of a class belong to it: P = 10 exactly maintains, P = 100 exactly accelerates. */
    @ParameterizedTest
    @CsvSource({"109, MAINTAIN", "108.999, ACCELERATE", "100, ACCELERATE", "99.999, REVERSE"})
    void classesOfTheGap(String last, Outlook outlook) {
        List<DatedValue> line = List.of(new DatedValue(day("2020-01-01"), q("100 个")), new DatedValue(day("2020-01-11"), q(last + " 个")));
        assertEquals(Optional.of(outlook), AnticipatedProgress.of(line, q("110 个"), day("2020-01-11"),
                Direction.HIGHER_IS_BETTER).gap().grade());
    }

    /** Weights 1, 2, 3: slope (6 · 60 − 8 · 30) ÷ (6 · 14 − 8 · 8) = 6, so −3 + 6 · 3; unweighted −5/3 + 5 · 3. */
    @Test
    void recentPointsWeighMore() {
        List<DatedValue> bent = List.of(new DatedValue(day("2020-01-01"), q("0 个")),
                new DatedValue(day("2020-01-02"), q("0 个")), new DatedValue(day("2020-01-03"), q("10 个")));
        Rational equal = at(bent, TimeWeights.EQUAL);
        Rational rising = at(bent, TimeWeights.RISING);
        assertEquals(Rational.of(40, 3), equal);
        assertEquals(Rational.of(15), rising);
    }

    private static Rational at(List<DatedValue> series, TimeWeights weights) {
        return AnticipatedProgress.of(series, day("2020-01-01"), q("90 个"), day("2020-01-04"), Direction.HIGHER_IS_BETTER,
                weights).predicted().amount();
    }

    @Test
    void fewerThanTwoPointsIsNoAnswer() {
        assertEquals(Optional.of(NoAnswer.TOO_FEW_POINTS), anticipated(RISING.subList(0, 1)).gap().reason());
        assertEquals(Optional.of(NoAnswer.TOO_FEW_POINTS), anticipated(List.of()).predicted().reason());
        assertEquals(Optional.of(NoAnswer.TOO_FEW_POINTS),
                anticipated(List.of(RISING.get(0), RISING.get(0))).gap().reason());
    }

    @Test
    void aBaseThatIsTheTargetLeavesNoGapButMayBeOnTarget() {
        assertEquals(Optional.of(Outlook.ON_TARGET), AnticipatedProgress.of(RISING, q("100 个"), LocalDate.of(2030, 12, 31),
                Direction.HIGHER_IS_BETTER).gap().grade());
        Graded<Outlook> gap = AnticipatedProgress.of(RISING, q("100 个"), LocalDate.of(2030, 12, 31),
                Direction.LOWER_IS_BETTER).gap();
        assertEquals(Optional.of(NoAnswer.START_IS_TARGET), gap.reason());
    }

    private static AnticipatedProgress.Result anticipated(List<DatedValue> series) {
        return AnticipatedProgress.of(series, q("150 个"), LocalDate.of(2030, 12, 31), Direction.HIGHER_IS_BETTER);
    }

    @Test
    void aSeriesComesFromTheLogAsKnownAndOnlyLevels() {
        ObservationLog log = ObservationLog.of(level("03-31", "40 %"), level("01-31", "45 %"), level("02-28", "1 %").member("甲"),
                total("02-01", "5 个"));
        List<DatedValue> series = DatedValue.levels(log.view(ZONE), "T", Basis.REPORTED);
        assertEquals(List.of(new DatedValue(day("01-31"), q("45 %")), new DatedValue(day("03-31"), q("40 %"))), series);
        AnticipatedProgress.Result result = AnticipatedProgress.of(assess(Goal.amount(Measure.level(), bound("<= 30 %")),
                "06-30", level("03-31", "40 %")), series);
        assertEquals(Optional.of(Outlook.ON_TARGET), result.gap().grade());
        assertEquals("%", result.predicted().value().orElseThrow().unit().symbol());
    }

    @Test
    void theNumbersBehindStayWhereThereIsNoAnswer() {
        Figure spi = EarnedValue.of(q("0 元"), q("3 元"), q("2 元"), q("9 元")).spi();
        assertEquals(List.of(Term.NAMED_INPUT, Term.NAMED_INPUT, Term.REASON), spi.trace().stream().map(Trace::term).toList());
        assertEquals("spi: ZERO_DENOMINATOR (pv)", spi.toString());
        assertTrue(EarnedValue.of(q("3 元"), q("1 元"), q("2 元"), q("9 元")).spi().toString().startsWith("spi ≈ 0.333333"));
    }

    @Test
    void distanceToTarget() {
        List<Quantity> peers = List.of(q("2 个"), q("4 个"), q("4 个"), q("4 个"), q("5 个"), q("5 个"), q("7 个"), q("9 个"));
        Figure distance = TargetDistance.of(q("4 个"), q("10 个"), peers, Direction.HIGHER_IS_BETTER,
                TargetDistance.Spread.WHOLE);
        assertEquals(Rational.of(3), distance.amount());
        assertTrue(distance.enclosure().orElseThrow().isExact());
        Replays.check(distance);
        Figure sample = TargetDistance.of(q("4 个"), q("10 个"), peers, Direction.HIGHER_IS_BETTER,
                TargetDistance.Spread.SAMPLE);
        Replays.check(sample);
        assertEquals(Rational.ZERO, TargetDistance.of(q("12 个"), q("10 个"), peers, Direction.HIGHER_IS_BETTER,
                TargetDistance.Spread.WHOLE).amount());
        assertEquals(Rational.of(1), TargetDistance.of(q("12 个"), q("10 个"), peers, Direction.LOWER_IS_BETTER,
                TargetDistance.Spread.WHOLE).amount());
        assertEquals(Optional.of(NoAnswer.NO_SPREAD), TargetDistance.of(q("4 个"), q("10 个"), List.of(q("1 个"), q("1 个")),
                Direction.HIGHER_IS_BETTER, TargetDistance.Spread.WHOLE).reason());
        assertEquals(Optional.of(NoAnswer.TOO_FEW_POINTS), TargetDistance.of(q("4 个"), q("10 个"), List.of(q("1 个")),
                Direction.HIGHER_IS_BETTER, TargetDistance.Spread.WHOLE).reason());
    }
}
