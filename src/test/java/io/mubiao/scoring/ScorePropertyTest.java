package io.mubiao.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Formula;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.shape.Shape.Steps.Step;
import io.mubiao.shape.Ties;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every score, whatever the shapes, gates, caps and inputs. */
class ScorePropertyTest {
    /** A shape whose points never fall while x rises. */
    private static Shape rising(Random random) {
        List<Step> steps = new ArrayList<>();
        int from = random.nextInt(20);
        int points = random.nextInt(10);
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            steps.add(new Step(Formula.of(Rational.of(from, 10)), Rational.of(points, 2)));
            from += 1 + random.nextInt(10);
            points += random.nextInt(20);
        }
        Formula mark = Formula.of(Rational.of(random.nextInt(30), 10));
        Formula each = Formula.of(Rational.of(1 + random.nextInt(5), 10));
        Rational worth = Rational.of(1 + random.nextInt(9), 3);
        return switch (random.nextInt(7)) {
            case 0 -> new Shape.Curve(steps);
            case 1 -> new Shape.Steps(false, Rational.of(random.nextInt(3) - 3), steps);
            case 2 -> Shape.PerUnitBeyond.bonus(true, mark, each, worth, random.nextBoolean());
            case 3 -> Shape.PerUnitBeyond.deduction(false, mark, each, worth, random.nextBoolean());
            case 4 -> new Shape.PerUnit(worth);
            case 5 -> new Shape.Efficacy(Rational.of(random.nextInt(10), 10));
            default -> new Shape.Ratio();
        };
    }

    /** A shape whose points never rise while x rises. */
    private static Shape falling(Random random) {
        Formula mark = Formula.of(Rational.of(random.nextInt(30), 10));
        Rational worth = Rational.of(1 + random.nextInt(9), 3);
        return switch (random.nextInt(3)) {
            case 0 -> new Shape.RankPoints(Rational.of(random.nextInt(30), 100), Rational.of(random.nextInt(10), 10));
            case 1 -> Shape.PerUnitBeyond.deduction(true, mark, Formula.of(Rational.ONE), worth, random.nextBoolean());
            default -> Shape.PerUnitBeyond.bonus(false, mark, Formula.of(Rational.ONE), worth, random.nextBoolean());
        };
    }

    private static Part limited(Part part, Random random) {
        Part capped = random.nextBoolean() ? part.cap("w * 0." + random.nextInt(10)) : part;
        Part floored = random.nextBoolean() ? capped.floor("0 - w") : capped;
        Limits<Formula> limits = floored.limits();
        return random.nextInt(3) > 0 ? floored : floored.limits(new Limits<>(limits.cap(), limits.floor(),
                Optional.of(Rounding.halfUp(random.nextInt(3)))));
    }

    private static Part leaf(String id, Shape shape, Random random) {
        return limited(Part.of(id, shape, "x").with("base", "2").with("low", "0.5").with("high", "4.5"), random);
    }

    /** Two parts, one of them nested, whose points all move the same way with x. */
    private static ScoringRule rule(Random random, boolean rising) {
        Part one = leaf("one", rising ? rising(random) : falling(random), random);
        Part two = leaf("two", rising ? rising(random) : falling(random), random);
        Part three = leaf("three", rising ? rising(random) : falling(random), random);
        Part nest = limited(Part.sum("nest", List.of(one, two)), random);
        Limits<Formula> total = new Limits<>(random.nextBoolean() ? Optional.of(Formula.parse("w")) : Optional.empty(),
                random.nextBoolean() ? Optional.of(Formula.of(Rational.ZERO)) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(Rounding.halfUp(2)) : Optional.empty());
        return ScoringRule.builder("r", Rational.of(10)).inputs(List.of(RuleInput.given("x", Unit.NONE)))
                .parts(List.of(nest, random.nextBoolean() ? three.gate("x >= 1") : three)).total(total).build();
    }

    private static Rational points(ScoringRule rule, int tenths) {
        return rule.score("x", Rational.of(tenths, 10).toString()).points().orElseThrow();
    }

    @Property
    void shapesCapsAndFloorsAreMonotone(@ForAll long seed, @ForAll boolean rising, @ForAll @IntRange(max = 60) int x,
            @ForAll @IntRange(max = 30) int more) {
        Random random = new Random(seed);
        ScoringRule rule = rule(random, rising);
        int from = rising ? x : Math.max(10, x);
        int order = points(rule, from + more).compareTo(points(rule, from));
        if (!rising || from >= 10 || !rule.parts().get(1).limits().floor().isPresent()) {
            boolean gateOpens = from < 10 && from + more >= 10;
            assertTrue(gateOpens || (rising ? order >= 0 : order <= 0), rule.parts()::toString);
        }
    }

    @Property
    void everyTraceReplaysToThePoints(@ForAll long seed, @ForAll @IntRange(max = 60) int x) {
        Score score = rule(new Random(seed), true).score("x", Rational.of(x, 10).toString());
        assertEquals(score.points(), score.trace().map(trace -> trace.replay().amount()));
        assertEquals(score.points(), score.trace().map(trace -> trace.value().amount()));
    }

    @Property
    void aTotalIsTheSumOfItsPartsAndTheRawOneOfTheirRawOnes(@ForAll long seed, @ForAll @IntRange(min = 10, max = 60) int x) {
        Random random = new Random(seed);
        List<Part> parts = new ArrayList<>();
        Rational raw = Rational.ZERO;
        Rational sum = Rational.ZERO;
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            Part part = leaf("p" + i, rising(random), random);
            parts.add(part);
            Score alone = ScoringRule.builder("r", Rational.of(10)).inputs(List.of(RuleInput.given("x",
                    Unit.NONE))).parts(List.of(part)).build().score("x", Rational.of(x, 10).toString());
            raw = raw.plus(alone.raw().orElseThrow());
            sum = sum.plus(alone.points().orElseThrow());
        }
        Score score = ScoringRule.builder("r", Rational.of(10)).inputs(List.of(RuleInput.given("x",
                Unit.NONE))).parts(parts).build().score("x", Rational.of(x, 10).toString());
        assertEquals(Optional.of(sum), score.points());
        assertEquals(Optional.of(raw), score.raw());
        assertEquals(sum, score.parts().values().stream().reduce(Rational.ZERO, Rational::plus));
    }

    private static Part free(Part part) {
        Part same = part.parts().isEmpty() ? part : Part.sum(part.id(), part.parts().stream().map(ScorePropertyTest::free).toList());
        return same.limits(part.limits().withoutBounds());
    }

    @Property
    void theRawPointsAreThoseOfTheRuleWithoutCapsAndFloors(@ForAll long seed, @ForAll @IntRange(max = 60) int x) {
        ScoringRule rule = rule(new Random(seed), true);
        ScoringRule free = ScoringRule.builder("r", Rational.of(10)).inputs(rule.inputs())
                .parts(rule.parts().stream().map(ScorePropertyTest::free).toList()).total(rule.total().withoutBounds()).build();
        String value = Rational.of(x, 10).toString();
        assertEquals(free.score("x", value).points(), rule.score("x", value).raw());
    }

    /** Ranks points of peers: the mean of what all get is what the places give, and the better never get less. */
    @Property
    void rankPointsFollowThePlaces(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int count, @ForAll Ties ties) {
        Random random = new Random(seed);
        ScoringRule rule = ScoringRule.builder("r", Rational.of(100)).ties(ties)
                .inputs(List.of(RuleInput.given("v", Unit.NONE)))
                .parts(List.of(Part.of("p", new Shape.RankPoints(Rational.of(5, 100), Rational.ZERO), "place(\"v\")"))).build();
        String[] all = random.ints(count, 0, 6).mapToObj(Integer::toString).toArray(String[]::new);
        for (String own : all) {
            long better = java.util.Arrays.stream(all).filter(other -> Integer.parseInt(other) > Integer.parseInt(own)).count();
            Score score = rule.score(Given.of("v", own).withPeers("v", all));
            Rational most = Rational.of(Math.max(0, 100 - 5 * better));
            int order = score.points().orElseThrow().compareTo(most);
            assertTrue(ties == Ties.BEST_PLACE ? order == 0 : ties == Ties.DENSE ? order >= 0 : order <= 0);
            assertEquals(score.points(), score.trace().map(trace -> trace.replay().amount()));
        }
    }
}
