package io.mubiao.method;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessment;
import io.mubiao.method.GoalProgress.Period;
import io.mubiao.target.Commitment;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Strength;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goal progress (ServiceNow goal documentation), OKR, and the mistakes of domain reference 3.2 about periods. */
class GoalProgressTest {
    private static final List<Period> O13 = List.of(Period.of("Q1", q("220 个"), q("250 个")),
            Period.of("Q2", q("480 个"), q("500 个")), Period.of("Q3", q("710 个"), q("750 个")),
            Period.of("Q4", q("968 个"), q("1000 个")));

    @ParameterizedTest
    @CsvSource({"1, 88, YELLOW", "2, 96, GREEN", "3, 94.67, GREEN", "4, 96.8, GREEN"})
    void o13CumulativeQuartersTheLatestWins(int quarters, String percent, Light light) {
        Figure progress = GoalProgress.latest(O13.subList(0, quarters));
        assertEquals(Rational.parse(percent), Rational.of(percent(progress)));
        assertEquals(Optional.of(light), GoalProgress.light(progress).grade());
        Replays.check(progress);
    }

    @ParameterizedTest
    @CsvSource({"1, 100, GREEN", "2, 50, RED", "3, 66.67, RED", "4, 75, YELLOW"})
    void o15MaintainIsTheShareOfPeriodsMet(int quarters, String percent, Light light) {
        List<Quantity> values = Stream.of("99.6 %", "99.3 %", "99.7 %", "99.8 %").limit(quarters).map(v -> q(v)).toList();
        Figure progress = GoalProgress.maintained(values, bound(">= 99.5 %"));
        assertEquals(Rational.parse(percent), Rational.of(percent(progress)));
        assertEquals(Optional.of(light), GoalProgress.light(progress).grade());
    }

    @ParameterizedTest
    @CsvSource({"0.9, GREEN", "0.89, YELLOW", "0.75, YELLOW", "0.749999, RED", "-0.5, RED", "1.3, GREEN"})
    void lightsAsPublished(String progress, Light light) {
        assertEquals(Optional.of(light), GoalProgress.light(Figure.of("p", Rational.parse(progress))).grade());
    }

    @Test
    void thePublishedLightsHaveAHoleThatRoundingCloses() {
        Figure inHole = Figure.of("p", Rational.parse("0.895"));
        Graded<Light> light = GoalProgress.light(inHole);
        assertEquals(Optional.of(NoAnswer.PUBLISHED_HOLE), light.reason());
        assertEquals("(89, 90)", light.detail());
        assertEquals(Optional.of(Light.GREEN), GoalProgress.light(inHole, Rounding.halfUp(0)).grade());
        assertEquals(Optional.of(Light.YELLOW), GoalProgress.light(inHole, Rounding.parse("0 floor")).grade());
    }

    @ParameterizedTest
    @CsvSource({"0.7, GREEN", "1, GREEN", "0.6, YELLOW", "0.4, YELLOW", "0.3, RED", "0, RED", "-1, RED", "1.2, GREEN"})
    void okrLights(String score, Light light) {
        assertEquals(Optional.of(light), KeyResult.light(Figure.of("s", Rational.parse(score))).grade());
    }

    @ParameterizedTest
    @CsvSource({"0.35, '(0.3, 0.4)'", "0.65, '(0.6, 0.7)'", "0.300001, '(0.3, 0.4)'", "0.699999, '(0.6, 0.7)'"})
    void okrHolesAreDeclared(String score, String hole) {
        Graded<Light> light = KeyResult.light(Figure.of("s", Rational.parse(score)));
        assertEquals(Optional.of(NoAnswer.PUBLISHED_HOLE), light.reason());
        assertEquals(hole, light.detail());
        assertTrue(KeyResult.light(Figure.of("s", Rational.parse(score)), Rounding.halfUp(1)).grade().isPresent());
    }

    @Test
    void stretchMustBeDeclaredAndDoesNotFollowFromASoftVerb() {
        Assessment assessment = assess(target(Goal.total(q("100 个"))).commitment(
                new Commitment(Strength.ASPIRATION, "力争", false)).build(), "12-31", total("12-31", "80 个"));
        Figure score = KeyResult.score(assessment, q("0 个"));
        assertEquals(Optional.of(KeyResult.Outcome.SHORT),
                KeyResult.outcome(score, KeyResult.Ambition.COMMITTED).grade());
        assertEquals(Optional.of(KeyResult.Outcome.AS_EXPECTED),
                KeyResult.outcome(score, KeyResult.Ambition.STRETCH).grade());
    }

    @Test
    void startEqualToTargetIsAllOfTheWayWhileKept() {
        assertEquals(Rational.ONE, GoalProgress.of(q("8 个"), q("9 个"), q("8 个"), Direction.HIGHER_IS_BETTER).amount());
        assertEquals(Optional.of(NoAnswer.START_IS_TARGET),
                GoalProgress.of(q("8 个"), q("9 个"), q("8 个"), Direction.LOWER_IS_BETTER).reason());
    }

    @Test
    void unitsConvertAndDoNotMix() {
        assertEquals(Rational.of(1, 2), GoalProgress.of(q("0 亩"), q("0.5 万亩"), q("10000 亩")).amount());
        org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class,
                () -> GoalProgress.of(q("0 亩"), q("1 个"), q("10000 亩")));
    }

    @Test
    void imihigoDecreasingTakesTheLatestSoThatRecoveryShows() {
        List<Period> periods = List.of(Period.of("m1", q("9 %"), q("5 %")), Period.of("m2", q("4 %"), q("5 %")));
        assertEquals(Rational.of(4, 5), GoalProgress.latest(periods).amount());
    }

    @Test
    void imihigoAPeriodThatDoesNotApplyIsNotZero() {
        List<Period> periods = List.of(Period.of("m1", q("5 个"), q("5 个")), Period.without("m2", q("5 个")));
        assertEquals(Rational.ONE, GoalProgress.summed(periods).amount());
        assertEquals(Rational.ONE, GoalProgress.latest(periods).amount());
        assertEquals(Optional.of(NoAnswer.NO_OBSERVATION),
                GoalProgress.latest(List.of(Period.without("m1", q("5 个")))).reason());
    }

    @Test
    void imihigoTargetZeroAndActualZeroIsNoShare() {
        assertEquals(Optional.of(NoAnswer.ZERO_DENOMINATOR),
                GoalProgress.latest(List.of(Period.of("m1", q("0 个"), q("0 个")))).reason());
    }

    @Test
    void imihigoSharesAreNeitherAveragedNorSummed() {
        List<Period> periods = List.of(Period.of("Q1", q("40 %"), q("50 %")), Period.of("Q2", q("60 %"), q("100 %")));
        assertEquals(Optional.of(NoAnswer.SHARES_NOT_SUMMED), GoalProgress.summed(periods).reason());
        assertEquals(Rational.of(3, 5), GoalProgress.latest(periods).amount());
    }

    @Test
    void imihigoOvershootIsKept() {
        assertEquals(Rational.of(3, 2), GoalProgress.latest(List.of(Period.of("Q1", q("150 个"), q("100 个")))).amount());
    }

    @Test
    void summedPeriodsWeighByTheirTargets() {
        assertEquals(Rational.of(11, 20), GoalProgress.summed(List.of(Period.of("Q1", q("10 个"), q("10 个")),
                Period.of("Q2", q("1 个"), q("10 个")))).amount());
    }

    /** hezo PR 563. */
    @Test
    void metIsNotFinal() {
        assertEquals(Optional.of(Light.GREEN), GoalProgress.light(GoalProgress.latest(O13)).grade());
        List<Period> back = List.of(Period.of("Q4", q("968 个"), q("1000 个")), Period.of("later", q("700 个"), q("1000 个")));
        assertEquals(Optional.of(Light.RED), GoalProgress.light(GoalProgress.latest(back)).grade());
    }

    @Test
    void aGoalIsAsFarAsItsWorstPart() {
        Figure half = Figure.of("a", Rational.of(1, 2));
        Figure whole = Figure.of("b", Rational.ONE);
        assertEquals(Rational.of(1, 2), GoalProgress.worst(List.of(whole, half)).amount());
        assertEquals(Optional.of(NoAnswer.INPUT_MISSING),
                GoalProgress.worst(List.of(whole, Figure.missing("c"))).reason());
    }

    private static java.math.BigDecimal percent(Figure progress) {
        return progress.amount().times(Rational.HUNDRED).round(Rounding.halfUp(2));
    }
}
