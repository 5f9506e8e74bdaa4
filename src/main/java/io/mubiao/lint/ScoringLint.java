package io.mubiao.lint;

import io.mubiao.formula.Formula;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Source;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.scoring.internal.ShareMarks;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody should look at in a scoring rule (计分办法检查): numbers still to be given, what nobody verified, what we
 * assume, parts without a source, divisors that can be zero, points without a cap, inputs nobody uses, marks of a share
 * without their % (MARK_OF_SHARE).
 * {@link #check(ScorecardRule)} does the same for a scorecard with all its rules.
 */
public final class ScoringLint {
    private final ScoringRule rule;
    private final ScoringReach reach;
    private final Problems problems;

    private ScoringLint(ScoringRule rule, Problems problems) {
        this.rule = rule;
        reach = new ScoringReach(rule);
        this.problems = problems;
    }

    /** All findings, as warnings; an open parameter is an error for whoever wants to score. */
    public static List<Problem> check(ScoringRule rule) {
        Problems problems = new Problems();
        check(rule, problems);
        CiteLint.examples(rule, problems);
        return CiteLint.once(rule, problems.found());
    }

    /** All findings of a scorecard, those of its scoring rules under {@code rules.}; each file is read once. */
    public static List<Problem> check(ScorecardRule rule) {
        return ScorecardLint.check(rule);
    }

    static void check(ScoringRule rule, Problems problems) {
        ScoringLint lint = new ScoringLint(rule, problems);
        CiteLint.open(rule, problems);
        CiteLint.document(rule, "rule", problems);
        lint.cites();
        rule.parts().forEach(part -> lint.part("parts.", part, rule.total().cap().isPresent()));
        if (fixed(rule)) {
            problems.warning("FIXED_POINTS", "points", "no part uses w: an item with other full points gets the same points");
        }
        ShareMarks.of(rule).forEach((at, message) -> problems.warning("MARK_OF_SHARE", at, message));
        ScoreTraps.check(rule, problems);
        DirectionTraps.check(rule, problems);
        GrowthTraps.check(rule, problems);
        ShareTraps.check(rule, problems);
        FormulaTraps.check(rule, problems);
        lint.unused();
    }

    /** Whether its points do not follow the item's full points. */
    static boolean fixed(ScoringRule rule) {
        return formulas(rule).noneMatch(formula -> formula.names().contains("w"));
    }

    private void cites() {
        cite("", rule.cite(), false);
        rule.parameters().forEach(it -> cite("parameters." + it.id(), it.cite(), true));
        rule.derived().forEach(it -> cite("derived." + it.id(), it.cite(), false));
        rule.claims().forEach(it -> cite((it.isVeto() ? "vetoes." : "duties.") + it.id(), it.cite(), true));
    }

    private void cite(String at, Cite cite, boolean needsSource) {
        Set<String> known = rule.sources().stream().map(Source::id).collect(Collectors.toSet());
        if (!cite.source().isEmpty() && !known.contains(cite.source())) {
            problems.warning("UNKNOWN_SOURCE", at, "there is no source '" + cite.source() + "'; there are " + known);
        }
        CiteLint.check(at, cite, needsSource, problems);
    }

    private void part(String above, Part part, boolean capped) {
        String at = above + part.id();
        cite(at, part.cite(), true);
        boolean held = capped || part.limits().cap().isPresent();
        part.parts().forEach(inner -> part(at + ".parts.", inner, held));
        part.shape().ifPresent(shape -> shape(at, part, shape, held));
        part.shape().ifPresent(shape -> ShapeTraps.check(at, shape, weight(part), part.limits(), reach.given(part, shape), problems));
    }

    private Optional<Rational> weight(Part part) {
        return part.weight().isPresent() ? part.weight().flatMap(it -> ShapeTraps.number(it, Optional.of(rule.points()))) : Optional.of(rule.points());
    }

    private void shape(String at, Part part, Shape shape, boolean capped) {
        boolean divides = shape instanceof Shape.Efficacy || shape instanceof Shape.Ratio || shape instanceof Shape.Progress;
        if (divides && part.fallback().zeroDivisor().isEmpty()) {
            problems.warning("ZERO_DIVISOR", at, "there are no points where the divisor is zero, such as highest = lowest; "
                    + "zero-divisor can say what holds");
        }
        boolean grows = shape instanceof Shape.Ratio
                || (shape instanceof Shape.PerUnitBeyond beyond && beyond.points().signum() > 0);
        if (grows && !capped) {
            problems.warning("NO_CAP", at, "the points have no cap");
        }
        if (shape instanceof Shape.Banded banded) {
            banded.bands().holes().forEach(hole -> problems.warning("HOLE", at, "there are no points in " + hole));
        }
    }

    private void unused() {
        Set<String> names = formulas(rule).flatMap(formula -> formula.names().stream()).collect(Collectors.toSet());
        String texts = formulas(rule).map(Formula::toString).collect(Collectors.joining(" "));
        Stream.of(rule.inputs().stream().map(RuleInput::id).map(id -> "inputs." + id),
                rule.parameters().stream().map(it -> "parameters." + it.id()),
                rule.derived().stream().map(it -> "derived." + it.id())).flatMap(all -> all).forEach(each -> {
                    String id = each.substring(each.indexOf('.') + 1);
                    if (!names.contains(id) && !texts.contains('"' + id + '"')) {
                        problems.warning("UNUSED", each, "nothing uses this");
                    }
                });
    }

    private static Stream<Formula> formulas(ScoringRule rule) {
        return Stream.of(rule.parts().stream().flatMap(ScoringLint::formulas),
                rule.derived().stream().map(it -> it.formula()), rule.claims().stream().map(Claim::when),
                rule.total().cap().stream(), rule.total().floor().stream()).flatMap(all -> all);
    }

    private static Stream<Formula> formulas(Part part) {
        return Stream.concat(Stream.of(part.formula()), part.parts().stream().flatMap(ScoringLint::formulas));
    }
}
