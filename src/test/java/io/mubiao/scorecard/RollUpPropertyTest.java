package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.shape.Ties;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every tree, whatever its shape, rules, points and overrides. */
class RollUpPropertyTest {
    /** Order and grouping change no plain sum, also where nodes between are shown out of something else. */
    @Property
    void orderAndGroupingChangeNoPlainSum(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int count) {
        RandomCard made = new RandomCard(seed).items(count, 0, 0);
        NodeScore one = GivenCard.score(made.card(made.view(NodeRule.PLAIN, () -> NodeRule.PLAIN))).root();
        NodeScore other = GivenCard.score(made.card(made.view(NodeRule.PLAIN, () -> made.random.nextBoolean()
                ? NodeRule.PLAIN : NodeRule.PLAIN.graded(true).outOf(1 + made.random.nextInt(100))))).root();
        Rational sum = one.allItems().map(item -> item.points().orElseThrow()).reduce(Rational.ZERO, Rational::plus);
        assertEquals(Optional.of(sum), one.points());
        assertEquals(Optional.of(sum), other.points());
        assertEquals(one.full(), other.full());
        assertEquals(one.grade(), other.grade());
    }

    @Property
    void aVetoIsNeverOutvoted(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int count) {
        RandomCard made = new RandomCard(seed).items(count, 2, 2).bonuses();
        View view = made.weighted(made.view(made.anyRule(), made::anyRule));
        Scorecard card = GivenCard.score(made.card(view).overrides(made.overrides(view)));
        for (NodeScore node : card.nodes("v")) {
            boolean faulty = node.allItems().anyMatch(item -> !item.vetoes().isEmpty());
            assertEquals(faulty, !node.vetoes().isEmpty());
            boolean graded = node.isGraded() || node.override().flatMap(ManualOverride::grade).isPresent();
            if (faulty && graded) {
                assertEquals(Optional.of("差"), node.grade(), node::toString);
            }
        }
    }

    private static String raised(String item, int tenths) {
        String[] parts = item.split("[=/]", -1);
        Rational more = Rational.parse(parts[1]).plus(Rational.of(tenths, 10));
        return parts[0] + "=" + more + "/" + parts[2];
    }

    @Property
    void addingPointsNeverLowersPointsGradesOrPlaces(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int count,
            @ForAll @IntRange(min = 1, max = 200) int tenths) {
        RandomCard made = new RandomCard(seed).items(count, 2, 1).bonuses();
        View tree = made.weighted(made.view(made.anyRule(), made::anyRule));
        View view = new View("v", "v", tree.root(), List.of(), tree.tree(), tree.credit(), Optional.of(made.pick(Ties.values())));
        int which = made.random.nextInt(count);
        if (made.items.get(which).contains("=-") || made.items.get(which).endsWith("!")) {
            return;
        }
        Scorecard before = GivenCard.score(made.card(view));
        made.items.set(which, raised(made.items.get(which), tenths));
        Scorecard after = GivenCard.score(made.card(view));
        for (NodeScore had : before.nodes("v")) {
            NodeScore has = after.nodes("v").get(had.id());
            assertEquals(had.points().isPresent(), has.points().isPresent());
            had.points().ifPresent(points -> assertTrue(has.points().orElseThrow().compareTo(points) >= 0));
            had.grade().ifPresent(grade -> assertTrue(GivenCard.GRADES.atLeast(has.grade().orElseThrow(), grade)));
            boolean over = has.allItems().anyMatch(item -> item.id().equals("i" + which));
            if (over && had.place().isPresent()) {
                assertTrue(has.place().getAsLong() <= had.place().getAsLong(), () -> had + " then " + has);
            }
        }
    }

    @Property
    void everyTraceReplaysToTheComputedPoints(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int count) {
        RandomCard made = new RandomCard(seed).items(count, 2, 0).bonuses();
        View view = made.weighted(made.view(made.anyRule(), made::anyRule));
        Scorecard card = GivenCard.score(made.card(view).overrides(made.overrides(view)));
        for (NodeScore node : card.nodes("v")) {
            assertEquals(node.computedPoints(), node.trace().map(trace -> trace.replay().amount()), node::toString);
            assertEquals(node.computedPoints(), node.trace().map(trace -> trace.value()).map(Quantity::amount));
        }
    }

    /** The steps of a trace are those of the roll-up: with another number of one child they lead to what that child then makes. */
    @Property
    void theStepsOfATraceSayWhatAnyOtherNumberWouldMake(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll @IntRange(max = 200) int tenths) {
        RandomCard made = new RandomCard(seed).items(count, 2, 0).bonuses();
        View view = made.weighted(made.view(made.anyRule(), made::anyRule));
        Scorecard before = GivenCard.score(made.card(view));
        int which = made.random.nextInt(count);
        String item = "i" + which;
        if (before.get(item).points().isEmpty()) {
            return;
        }
        Rational points = Rational.of(tenths, 10);
        made.items.set(which, item + "=" + points + "/" + before.get(item).full());
        Scorecard after = GivenCard.score(made.card(view));
        for (NodeScore node : before.nodes("v")) {
            if (node.trace().isEmpty() || node.items().stream().noneMatch(it -> it.item().id().equals(item))) {
                continue;
            }
            Trace.Worked trace = node.trace().orElseThrow();
            boolean pooled = node.rule().rollup() == Rollup.OPPORTUNITY;
            Rational number = !pooled ? points
                    : points.compareTo(before.get(item).full()) >= 0 ? Rational.ONE : Rational.ZERO;
            Trace.Worked changed = new Trace.Worked(trace.name(), trace.title(), trace.formula(), trace.value(),
                    trace.operands().stream().map(it -> with(it, item, number)).toList());
            assertEquals(after.nodes("v").get(node.id()).computedPoints().orElseThrow(), changed.replay().amount(),
                    () -> trace.formula() + " of " + trace.operands());
        }
    }

    private static Trace with(Trace operand, String item, Rational number) {
        Trace.Leaf leaf = (Trace.Leaf) operand;
        return !leaf.name().equals(item) ? leaf : new Trace.Leaf(leaf.name(), leaf.title(), leaf.kind(), leaf.unit(),
                Optional.of(Quantity.of(number, leaf.unit())), "", leaf.origin());
    }

    /** What is missing counts as nothing under zero, and never as more than something worse. */
    @Property
    void theWorstIsNoBetterForAMissingChild(@ForAll @IntRange(min = -50, max = 100) int a) {
        NodeRule worst = NodeRule.PLAIN.rollup(Rollup.WORST_OF).missing(Missing.ZERO);
        assertEquals(Optional.of(Rational.of(Math.min(a, 0))), GivenCard.node(worst, "a=" + a + "/100", "b=-/10").points());
    }

    @Property
    void capsAndFloorsHoldAndTheRawPointsShowWhatTheyHid(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int count) {
        RandomCard made = new RandomCard(seed).items(count, 2, 0).bonuses();
        Scorecard card = GivenCard.score(made.card(made.view(made.anyRule(), made::anyRule)));
        for (NodeScore node : card.nodes("v")) {
            NodeRule rule = node.rule();
            node.points().ifPresent(points -> {
                Rational held = node.raw().orElseThrow();
                held = rule.limits().cap().isPresent() ? held.min(rule.limits().cap().get()) : held;
                held = rule.limits().floor().isPresent() ? held.max(rule.limits().floor().get()) : held;
                held = rule.limits().rounding().isPresent() ? Rational.of(held.round(rule.limits().rounding().get())) : held;
                assertEquals(held, points);
            });
            assertEquals(node.points().isPresent(), node.raw().isPresent());
            assertEquals(node.points().isEmpty(), node.reason().isPresent());
            assertTrue(node.completeness().signum() >= 0 && node.completeness().compareTo(Rational.ONE) <= 0);
        }
    }

    /** What a policy says of one missing child of a plain node, over any points. */
    @Property
    void thePoliciesDifferOnlyInWhatTheyDivideBy(@ForAll @IntRange(max = 100) int a, @ForAll @IntRange(max = 100) int b,
            @ForAll @IntRange(min = 1, max = 100) int lost) {
        String[] items = {"a=" + a + "/100", "b=" + b + "/100", "c=-/" + lost};
        NodeScore skipped = GivenCard.node(NodeRule.PLAIN.missing(Missing.SKIP), items);
        NodeScore raised = GivenCard.node(NodeRule.PLAIN.missing(Missing.REWEIGHT), items);
        NodeScore zero = GivenCard.node(NodeRule.PLAIN.missing(Missing.ZERO), items);
        assertEquals(skipped.share(), raised.share());
        assertEquals(raised.full(), zero.full());
        assertEquals(skipped.points(), zero.points());
    }
}
