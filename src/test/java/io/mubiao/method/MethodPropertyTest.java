package io.mubiao.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of the methods. */
class MethodPropertyTest {
    @Provide
    Arbitrary<Rational> numbers() {
        return Combinators.combine(Arbitraries.integers().between(-60, 60), Arbitraries.integers().between(1, 7))
                .as((above, below) -> Rational.of(above, below));
    }

    @Provide
    Arbitrary<Rational> positive() {
        return Combinators.combine(Arbitraries.integers().between(1, 60), Arbitraries.integers().between(1, 7))
                .as((above, below) -> Rational.of(above, below));
    }

    @Provide
    Arbitrary<List<Membership>> members() {
        Arbitrary<Boolean> often = Arbitraries.of(true, true, true, false);
        Arbitrary<Boolean> seldom = Arbitraries.of(false, false, false, true);
        return Combinators.combine(often, seldom, seldom, Arbitraries.of(true, false), seldom)
                .as((den, denEx, denExcep, num, numEx) -> new Membership("", den, denEx, denExcep, num, numEx))
                .list().ofMaxSize(12).map(list -> IntStream.range(0, list.size()).mapToObj(i -> named(list.get(i), "s" + i)).toList());
    }

    private static Membership named(Membership member, String subject) {
        return new Membership(subject, member.denominator(), member.denominatorExclusion(), member.denominatorException(),
                member.numerator(), member.numeratorExclusion());
    }

    @Property
    void statusAndProgressDoNotDependOnTheUnitOfMeasure(@ForAll("numbers") Rational base, @ForAll("numbers") Rational now,
            @ForAll("numbers") Rational target, @ForAll("positive") Rational scale, @ForAll Direction direction) {
        assertEquals(outcome(CurrentStatus.of(q(base), q(now), q(target), direction)),
                outcome(CurrentStatus.of(q(base.times(scale)), q(now.times(scale)), q(target.times(scale)), direction)));
        assertEquals(outcome(GoalProgress.of(q(base), q(now), q(target))),
                outcome(GoalProgress.of(q(base.times(scale)), q(now.times(scale)), q(target.times(scale)))));
    }

    @Property
    void turningTheScaleOverTurnsTheDirection(@ForAll("numbers") Rational base, @ForAll("numbers") Rational now,
            @ForAll("numbers") Rational target) {
        assertEquals(outcome(CurrentStatus.of(q(base), q(now), q(target), Direction.HIGHER_IS_BETTER)),
                outcome(CurrentStatus.of(q(base.negate()), q(now.negate()), q(target.negate()), Direction.LOWER_IS_BETTER)));
        assertEquals(outcome(GoalProgress.of(q(base), q(now), q(target))),
                outcome(GoalProgress.of(q(base.negate()), q(now.negate()), q(target.negate()))));
        assertEquals(outcome(SdgIndex.rescale("x", q(now), q(base), q(target))),
                outcome(SdgIndex.rescale("x", q(now.negate()), q(base.negate()), q(target.negate()))));
    }

    @Property
    void growthDoesNotDependOnTheUnitOfMeasure(@ForAll("numbers") Rational base, @ForAll("numbers") Rational now,
            @ForAll("numbers") Rational target, @ForAll("positive") Rational scale,
            @ForAll @IntRange(min = 1, max = 9) int years, @ForAll @IntRange(min = 1, max = 12) int allYears) {
        for (Direction direction : Direction.values()) {
            GrowthRatio.Result one = growth(base, now, target, years, allYears, direction);
            GrowthRatio.Result other = growth(base.times(scale), now.times(scale), target.times(scale), years, allYears,
                    direction);
            assertEquals(one.ratio().grade(), other.ratio().grade());
            assertEquals(outcome(one.score()), outcome(other.score()));
            if (one.score().isPresent()) {
                assertTrue(one.score().amount().abs().compareTo(Rational.of(5)) <= 0);
                Replays.check(one.score());
            }
        }
    }

    private static GrowthRatio.Result growth(Rational base, Rational now, Rational target, int years, int allYears,
            Direction direction) {
        return GrowthRatio.of(DatedValue.year(2000, q(base)), DatedValue.year(2000 + years, q(now)), q(target),
                2000 + allYears, direction);
    }

    /** The exact class is the one the enclosed ratio has wherever the enclosure decides. */
    @Property
    void theExactClassAgreesWithTheEnclosedRatio(@ForAll("positive") Rational base, @ForAll("positive") Rational now,
            @ForAll("positive") Rational target, @ForAll @IntRange(min = 1, max = 9) int years,
            @ForAll @IntRange(min = 1, max = 12) int allYears) {
        for (Direction direction : List.of(Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER)) {
            GrowthRatio.Result result = growth(base, now, target, years, allYears, direction);
            if (!result.ratio().figure().isPresent()
                    || result.ratio().grade().equals(java.util.Optional.of(GrowthRatio.Progress.TARGET_REACHED))) {
                continue;
            }
            Rational low = result.ratio().figure().enclosure().orElseThrow().low();
            Rational high = result.ratio().figure().enclosure().orElseThrow().high();
            GrowthRatio.Progress progress = result.ratio().grade().orElseThrow();
            assertTrue(List.of(classOf(low), classOf(high)).contains(progress), () -> result.toString());
        }
    }

    private static GrowthRatio.Progress classOf(Rational ratio) {
        GrowthThresholds at = GrowthThresholds.RATIO;
        return ratio.compareTo(at.high()) >= 0 ? GrowthRatio.Progress.SIGNIFICANT
                : ratio.compareTo(at.medium()) >= 0 ? GrowthRatio.Progress.MODERATE
                : ratio.compareTo(at.low()) >= 0 ? GrowthRatio.Progress.INSUFFICIENT : GrowthRatio.Progress.AWAY;
    }

    @Property
    void rescaledIsHeldBetweenZeroAndHundredAndRawInsideAgrees(@ForAll("numbers") Rational x,
            @ForAll("numbers") Rational worst, @ForAll("numbers") Rational best) {
        Assume.that(!worst.equals(best));
        Rational held = SdgIndex.rescale("x", q(x), q(worst), q(best)).amount();
        Rational raw = SdgIndex.rescaleRaw("x", q(x), q(worst), q(best)).amount();
        assertEquals(raw.max(Rational.ZERO).min(Rational.HUNDRED), held);
    }

    @Property
    void compositesOfOneComponentAgreeWithItsProportion(@ForAll("members") List<Membership> members,
            @ForAll("positive") Rational weight) {
        Object expected = outcome(QualityMeasure.proportion(members).score());
        Map<String, List<Membership>> one = Map.of("c", members);
        assertEquals(expected, outcome(Composite.opportunity(one)));
        assertEquals(expected, outcome(Composite.allOrNothing(one)));
        assertEquals(expected, outcome(Composite.linear(one)));
        assertEquals(expected, outcome(Composite.weighted(one, Map.of("c", weight))));
    }

    @Property
    void allOrNothingIsNeverAboveLinear(@ForAll("members") List<Membership> first, @ForAll("members") List<Membership> second) {
        Map<String, List<Membership>> both = Map.of("a", first, "b", second);
        Assume.that(Composite.linear(both).isPresent());
        assertTrue(Composite.allOrNothing(both).amount().compareTo(Composite.linear(both).amount()) <= 0);
    }

    /** What the plan had at the earned schedule is what is earned. */
    @Property
    void earnedScheduleInvertsThePlan(@ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 5) Integer> steps,
            @ForAll @IntRange(min = 0, max = 100) int share) {
        List<Rational> plan = new ArrayList<>();
        Rational sum = Rational.ZERO;
        for (int step : steps) {
            sum = sum.plus(Rational.of(step));
            plan.add(sum);
        }
        Assume.that(sum.signum() > 0);
        Rational earned = sum.times(Rational.of(share, 100));
        Rational schedule = EarnedSchedule.of(plan.stream().map(MethodPropertyTest::q).toList(), q(earned), Rational.ONE)
                .schedule().amount();
        assertEquals(earned, planned(plan, schedule));
    }

    private static Rational planned(List<Rational> plan, Rational at) {
        int whole = at.numerator().divide(at.denominator()).intValueExact();
        Rational before = whole == 0 ? Rational.ZERO : plan.get(whole - 1);
        Rational part = at.minus(Rational.of(whole));
        return part.signum() == 0 ? before : before.plus(plan.get(whole).minus(before).times(part));
    }

    @Property
    void burningAtOneForTheWholeUsesTheBudgetUp(@ForAll @IntRange(min = 1, max = 500) int total,
            @ForAll @IntRange(min = 0, max = 99) int percent, @ForAll @IntRange(min = 0, max = 500) int bad) {
        int failed = Math.min(bad, total);
        ErrorBudget budget = ErrorBudget.occurrences(Rational.of(percent, 100), total - failed, total);
        assertEquals(budget.burn().amount(), budget.spent().amount());
        assertEquals(budget.burn().amount().compareTo(Rational.ONE) > 0, budget.left().amount().signum() < 0);
    }

    @Property(tries = 60)
    void aPredictionOfPointsOnALineIsOnTheLine(@ForAll("numbers") Rational start, @ForAll("numbers") Rational slope,
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 0, max = 400) Integer> days, @ForAll TimeWeights weights,
            @ForAll @IntRange(min = 0, max = 900) int ahead) {
        Assume.that(days.stream().distinct().count() > 1);
        java.time.LocalDate zero = java.time.LocalDate.of(2020, 1, 1);
        List<DatedValue> points = days.stream()
                .map(day -> new DatedValue(zero.plusDays(day), q(start.plus(slope.times(day))))).toList();
        AnticipatedProgress.Result result = AnticipatedProgress.of(points, zero, q(Rational.of(1000)), zero.plusDays(ahead),
                Direction.HIGHER_IS_BETTER, weights);
        assertEquals(start.plus(slope.times(ahead)), result.predicted().amount());
        Replays.check(result.predicted());
    }

    private static Object outcome(Figure figure) {
        return figure.isPresent() ? figure.amount() : figure.reason().orElseThrow();
    }

    private static Quantity q(Rational number) {
        return Quantity.of(number, Unit.NONE);
    }
}
