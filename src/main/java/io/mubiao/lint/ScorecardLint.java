package io.mubiao.lint;

import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Cite;
import io.mubiao.scorecard.Assign;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.View;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Bands;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.List;
import java.util.Optional;

/** The findings of a scorecard beside those of its scoring rules. */
final class ScorecardLint {
    private final ScorecardRule rule;
    private final Problems problems = new Problems();

    private ScorecardLint(ScorecardRule rule) {
        this.rule = rule;
    }

    static List<Problem> check(ScorecardRule rule) {
        ScorecardLint lint = new ScorecardLint(rule);
        lint.own();
        rule.rules().forEach((name, scoring) -> ScoringLint.check(scoring, lint.problems.at("rules." + name)));
        lint.points();
        lint.tables();
        rule.views().forEach(lint::view);
        CardTraps.check(rule, lint.problems);
        CardDoubts.check(rule, lint.problems);
        CiteLint.examples(rule, lint.problems);
        return CiteLint.once(rule, lint.problems.found());
    }

    private void own() {
        CiteLint.document(rule, "scorecard", problems);
        cite("", rule.cite(), false);
        rule.grades().ifPresent(grades -> cite("grades", rule.cites().getOrDefault("grades", Cite.NONE), true));
        rule.nodeLights().ifPresent(lights -> cite("node-lights", rule.cites().getOrDefault("node-lights", Cite.NONE), true));
        rule.lights().ifPresent(lights -> cite("lights", lights.cite(), true));
        rule.claims().forEach(claim -> cite((claim.isVeto() ? "vetoes." : "duties.") + claim.id(), claim.cite(), true));
    }

    private void cite(String path, Cite cite, boolean needsSource) {
        CiteLint.check(path, cite, needsSource, problems);
    }

    /** Full points that a scoring rule does not follow. */
    private void points() {
        for (int i = 0; i < rule.assigns().size(); i++) {
            Assign assign = rule.assigns().get(i);
            fixed("assign[" + i + "]", assign.rule(), assign.points());
        }
        for (ItemRule item : rule.items()) {
            fixed("items." + item.id(), item.rule(), item.points());
        }
    }

    private void fixed(String path, String name, Optional<Rational> points) {
        ScoringRule scoring = rule.rules().get(name);
        if (scoring != null && points.filter(it -> !it.equals(scoring.points())).isPresent() && ScoringLint.fixed(scoring)) {
            problems.warning("FIXED_POINTS", path, "the item has " + points.get() + " full points, but rule '" + name
                    + "' always gives points out of " + scoring.points());
        }
    }

    private void tables() {
        rule.grades().ifPresent(grades -> holes("grades", grades.bands()));
        rule.nodeLights().ifPresent(lights -> holes("node-lights", lights.bands()));
        rule.lights().ifPresent(lights -> holes("lights", lights.grades().bands()));
    }

    private void holes(String path, Bands bands) {
        bands.holes().forEach(hole -> problems.warning("HOLE", path, "nothing is said of " + hole));
    }

    private void view(View view) {
        String path = "views." + view.id();
        node(path + ".root", view.root());
        for (int i = 0; i < view.levels().size(); i++) {
            node(path + ".levels[" + i + "]", view.levels().get(i).node());
        }
        view.tree().forEach(branch -> branch(path + ".tree", branch));
    }

    private void branch(String above, View.Branch branch) {
        String path = above + "." + branch.id();
        node(path, branch.node());
        branch.branches().forEach(inner -> branch(path, inner));
    }

    /** Grades of numbers that nothing rounds, or that are rounded twice: 89.495 becomes 89.50 and then 90. */
    private void node(String path, NodeRule node) {
        if (rule.grades().isEmpty() || node.graded().filter(yes -> !yes).isPresent()) {
            return;
        }
        Optional<Rounding> table = rule.grades().get().bands().rounding();
        if (node.limits().rounding().isEmpty() && table.isEmpty()) {
            problems.warning("UNROUNDED", path, "grades are given to points that no declared rounding has rounded");
        } else if (node.limits().rounding().isPresent() && table.isPresent()
                && node.limits().rounding().get().digits() > table.get().digits()) {
            problems.warning("ROUNDED_TWICE", path, "points are rounded to " + node.limits().rounding().get().text()
                    + " and again to " + table.get().text() + " before grading");
        }
    }
}
