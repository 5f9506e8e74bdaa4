package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.problem.Problems;
import io.mubiao.scorecard.Assign;
import io.mubiao.scorecard.LightRule;
import io.mubiao.scorecard.ManualOverride;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.View;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.scoring.internal.ShareMarks;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Grades;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Numbers and tests of a scorecard that hold of nobody or of everybody, or say the contrary of their titles. */
final class CardDoubts {
    private static final Rational PERCENT = Rational.of(1, 100);
    private static final Rational HALF = Rational.of(1, 2);
    private static final Rational TWO = Rational.of(2);
    private static final Set<String> GOOD = Set.of("met", "on_pace");

    private final ScorecardRule rule;
    private final Problems problems;

    private CardDoubts(ScorecardRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(ScorecardRule rule, Problems problems) {
        CardDoubts doubts = new CardDoubts(rule, problems);
        doubts.tests();
        rule.lights().ifPresent(doubts::lights);
        rule.nodeLights().ifPresent(doubts::nodeLights);
        rule.claims().stream().filter(Claim::isVeto).forEach(doubts::veto);
        doubts.overrides();
        rule.views().forEach(doubts::view);
        doubts.names();
    }

    private void tests() {
        for (int i = 0; i < rule.assigns().size(); i++) {
            String at = "assign[" + i + "]";
            rule.assigns().get(i).when().ifPresent(when -> test(at, when));
            rule.assigns().get(i).points().filter(it -> it.signum() == 0).ifPresent(none -> problems.warning("FLAT_SCORE", at,
                    "its items have 0 points and count for nobody; rule: none leaves a target out"));
        }
        rule.lights().ifPresent(lights -> lights.tests().forEach((light, test) -> test("lights.tests." + light, test)));
        rule.claims().forEach(claim -> test((claim.isVeto() ? "vetoes." : "duties.") + claim.id(), claim.when()));
    }

    private void test(String at, Formula test) {
        ShareMarks.of(test).ifPresent(message -> problems.warning("MARK_OF_SHARE", at, message));
    }

    private void lights(LightRule lights) {
        lights.grades().bands().rounding().filter(it -> it.digits() < 2 && ShareMarks.isShare(lights.of())).ifPresent(rounding ->
                problems.warning("COARSE_ROUNDING", "lights", ShareTraps.rounded(lights.of().expr(), rounding.digits())));
        List<String> order = lights.grades().order();
        for (LightRule.Memory memory : lights.memory()) {
            if (memory.lights().stream().allMatch(light -> order.indexOf(light) > order.indexOf(memory.becomes()))) {
                problems.warning("WRONG_WAY", "lights.memory", "whoever has '" + String.join(", ", memory.lights()) + "' " + memory.periods()
                        + " times in a row gets the better light '" + memory.becomes() + "'");
            }
        }
    }

    /** Lights of nodes are given to a number of percent. */
    private void nodeLights(Grades lights) {
        List<Rational> ends = lights.bands().bands().stream().flatMap((Bands.Band band) -> Stream.of(band.interval().low(), band.interval().high()))
                .flatMap(Optional::stream).filter(end -> end.signum() != 0).toList();
        Optional<Rational> most = ends.stream().max(Rational::compareTo);
        most.filter(it -> it.signum() > 0 && it.compareTo(TWO) <= 0).ifPresent(it -> problems.warning("FAR_MARK", "node-lights",
                "lights of nodes are given to percents, of 100, and " + it + " is " + it + " %; " + it.times(Rational.HUNDRED) + " was probably meant"));
    }

    private void veto(Claim veto) {
        if (veto.grade().isPresent() && rule.grades().filter(grades -> grades.order().indexOf(veto.grade().get()) == 0).isPresent()) {
            problems.warning("NO_EFFECT", "vetoes." + veto.id(), "a veto sets a grade at best, and '" + veto.grade().get()
                    + "' is the best, so it changes nothing");
        }
        if (veto.when().expr() instanceof Expr.Name name && GOOD.contains(name.name())) {
            problems.warning("WRONG_WAY", "vetoes." + veto.id(), "'" + veto.title() + "' vetoes whoever has '" + name.name() + "'; not "
                    + name.name() + " was probably meant");
        }
    }

    private void overrides() {
        List<Optional<Rational>> full = Stream.of(rule.assigns().stream().filter(it -> !it.rule().isEmpty()).map(this::points),
                rule.items().stream().map(this::points)).flatMap(all -> all).toList();
        Optional<Rational> most = full.stream().flatMap(Optional::stream).max(Rational::compareTo);
        for (int i = 0; i < rule.overrides().size(); i++) {
            ManualOverride each = rule.overrides().get(i);
            String at = "overrides[" + i + "]";
            each.points().filter(points -> each.view().isEmpty() && most.filter(it -> points.compareTo(it) > 0).isPresent())
                    .ifPresent(points -> problems.warning("MORE_THAN_FULL", at, "'" + each.of() + "' is given " + points
                            + " points, and no item has more than " + most.orElseThrow()));
            each.points().filter(points -> points.signum() < 0).ifPresent(points -> problems.warning("NEGATIVE", at, "'" + each.of()
                    + "' is given " + points + " points; an override stands in place of the points and is not added to them"));
        }
    }

    private Optional<Rational> points(Assign assign) {
        return assign.points().or(() -> Optional.ofNullable(rule.rules().get(assign.rule())).map(ScoringRule::points));
    }

    private Optional<Rational> points(ItemRule item) {
        return item.points().or(() -> Optional.ofNullable(rule.rules().get(item.rule())).map(ScoringRule::points));
    }

    private void view(View view) {
        String at = "views." + view.id();
        Rational lead = view.credit().lead();
        if (lead.signum() > 0 && lead.compareTo(PERCENT) < 0) {
            problems.warning("MARK_OF_SHARE", at, "the lead unit has " + lead.times(Rational.HUNDRED) + " % of the credit; "
                    + lead.times(Rational.HUNDRED).times(Rational.HUNDRED) + " % was probably meant");
        } else if (lead.compareTo(HALF) < 0) {
            problems.warning("WRONG_WAY", at, "the lead unit has " + lead.times(Rational.HUNDRED) + " % of the credit, those that cooperate "
                    + Rational.ONE.minus(lead).times(Rational.HUNDRED) + " %");
        }
        node(at + ".root", view.root());
        view.levels().forEach(level -> node(at + ".levels." + level.by(), level.node()));
        view.tree().forEach(branch -> branch(at + ".tree", branch));
    }

    private void branch(String above, View.Branch branch) {
        String at = above + "." + branch.id();
        node(at, branch.node());
        branch.branches().forEach(inner -> branch(at, inner));
    }

    private void node(String at, NodeRule node) {
        Optional.of(node.complete()).filter(it -> it.signum() > 0 && it.compareTo(PERCENT) < 0).ifPresent(share -> problems.warning("MARK_OF_SHARE", at,
                "'complete' is " + share.times(Rational.HUNDRED) + " %; " + share.times(Rational.HUNDRED).times(Rational.HUNDRED)
                        + " % was probably meant"));
        node.outOf().ifPresent(full -> {
            node.limits().cap().filter(cap -> cap.compareTo(full) < 0).ifPresent(cap -> problems.warning("SMALL_CAP", at, "the cap " + cap
                    + " is below the " + full + " points that the node is out of"));
            node.limits().floor().filter(floor -> floor.compareTo(full) >= 0).ifPresent(floor -> problems.warning("FLAT_SCORE", at, "the floor "
                    + floor + " is not below the full points " + full + ": everybody has at least all of them"));
        });
    }

    private void names() {
        NearNames units = new NearNames();
        rule.owners().forEach((target, owner) -> {
            units.add("owners", owner.leadUnit());
            owner.cooperating().forEach(unit -> units.add("owners", unit));
        });
        units.tell(problems);
        rule.labels().forEach((label, texts) -> {
            NearNames near = new NearNames();
            texts.values().forEach(text -> near.add("labels." + label, text));
            near.tell(problems);
        });
    }
}
