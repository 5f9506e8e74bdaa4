package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.problem.Problems;
import io.mubiao.scorecard.LightRule;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.internal.ShareMarks;
import io.mubiao.shape.Bands;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a scorecard says and hardly means: grades on another scale than the points, lights the wrong way round, choices after the last. */
final class CardTraps {
    private static final Rational TWO = Rational.of(2);

    private final ScorecardRule rule;
    private final Problems problems;

    private CardTraps(ScorecardRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(ScorecardRule rule, Problems problems) {
        CardTraps traps = new CardTraps(rule, problems);
        rule.grades().ifPresent(grades -> traps.scale(grades.bands()));
        rule.lights().ifPresent(traps::lights);
        traps.assigns();
    }

    private void assigns() {
        Implied wider = new Implied(rule.units(), name -> Optional.empty());
        for (int i = 0; i < rule.assigns().size(); i++) {
            String path = "assign[" + i + "]";
            Optional<Formula> when = rule.assigns().get(i).when();
            if (i > 0 && rule.assigns().get(i - 1).when().isEmpty()) {
                problems.warning("UNREACHABLE", path, "the assignment before this one takes all targets, so this one is never used");
                return;
            }
            when.flatMap(wider::by).ifPresent(before -> problems.warning("UNREACHABLE", path, "whoever meets '" + when.orElseThrow() + "' meets '" + before
                    + "' before it, so this one is never used"));
            when.ifPresent(test -> wider.add(test.toString(), test));
        }
    }

    /** Marks of grades against what the points of the views are out of. */
    private void scale(Bands bands) {
        List<Optional<Rational>> outOf = rule.views().stream().map(view -> view.root().outOf()).distinct().toList();
        List<Rational> ends = bands.bands().stream().flatMap(band -> Stream.of(band.interval().low(), band.interval().high()))
                .flatMap(Optional::stream).toList();
        if (outOf.size() != 1 || outOf.get(0).isEmpty() || ends.isEmpty()) {
            return;
        }
        Rational full = outOf.get(0).get();
        Rational most = ends.stream().max(Rational::compareTo).orElseThrow();
        if (full.compareTo(TWO) > 0 && most.signum() > 0 && most.compareTo(Rational.ONE) <= 0) {
            problems.warning("FAR_MARK", "grades", "grades are given to points out of " + full + ", and " + most + " is " + most + " points; "
                    + most.times(full) + " was probably meant");
        } else if (most.compareTo(full.times(TWO)) >= 0) {
            problems.warning("FAR_MARK", "grades", "grades are given to points out of " + full + ", and nobody reaches " + most);
        }
    }

    private void lights(LightRule lights) {
        ShareMarks.of(lights.of(), lights.grades().bands()).ifPresent(message -> problems.warning("MARK_OF_SHARE", "lights", message));
        String of = lights.of().expr() instanceof Expr.Name name ? name.name() : "";
        Optional<Reading> reading = Reading.find(of);
        long labels = lights.grades().bands().bands().stream().map(Bands.Band::label).distinct().count();
        boolean wrong = (reading.filter(DirectionTraps.LESS_IS_BETTER::contains).isPresent() && lights.grades().falling().isEmpty() && labels > 1)
                || (reading.filter(DirectionTraps.MORE_IS_BETTER::contains).isPresent() && lights.grades().falling().isPresent());
        if (wrong) {
            problems.warning("WRONG_WAY", "lights", "by the order given, whoever is worse by '" + of + "' has the better light");
        }
    }
}
