package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.problem.Problems;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Shape;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Points that fall as what is better rises, or rise as what is worse does. */
final class DirectionTraps {
    static final Set<Reading> LESS_IS_BETTER = EnumSet.of(Reading.POINTS_BEHIND, Reading.BEHIND_SHARE, Reading.DAYS_LATE, Reading.SHORTFALL);
    static final Set<Reading> MORE_IS_BETTER = EnumSet.of(Reading.ATTAINMENT, Reading.CAPPED_ATTAINMENT, Reading.OF_EXPECTED,
            Reading.POINTS_AHEAD, Reading.DAYS_AHEAD);

    private final ScoringRule rule;
    private final Problems problems;

    private DirectionTraps(ScoringRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(ScoringRule rule, Problems problems) {
        DirectionTraps traps = new DirectionTraps(rule, problems);
        rule.parts().forEach(part -> traps.part("parts." + part.id(), part));
    }

    /** What is known of the value that a part scores. */
    private enum Better { MORE, LESS, MORE_UNLESS_SAID, UNKNOWN }

    private void part(String at, Part part) {
        part.parts().forEach(inner -> part(at + ".parts." + inner.id(), inner));
        part.shape().ifPresent(shape -> shape(at, part, shape));
    }

    private void shape(String at, Part part, Shape shape) {
        Better better = better(part);
        Optional<Boolean> rises = Slope.rises(shape, part.references());
        if (rises.isEmpty() || better == Better.UNKNOWN || (better == Better.MORE_UNLESS_SAID && Slope.counts(shape))) {
            return;
        }
        if (rises.get() && better == Better.LESS) {
            problems.warning("WRONG_WAY", at, "less of '" + part.of() + "' is better, but more of it gives more points" + Slope.meant(shape));
        } else if (!rises.get() && better != Better.LESS) {
            problems.warning("WRONG_WAY", at, "more of '" + part.of() + "' is better, but more of it gives fewer points" + Slope.meant(shape)
                    + (better == Better.MORE_UNLESS_SAID ? "; where less is better write better: lower at the input" : ""));
        }
    }

    private Better better(Part part) {
        Expr of = part.of().expr();
        if (of instanceof Expr.Call call && call.function().equals("place")) {
            return Better.LESS;
        }
        if (!(of instanceof Expr.Name name)) {
            return Better.UNKNOWN;
        }
        Optional<RuleInput> input = rule.inputs().find(name.name());
        Optional<Reading> reading = input.isPresent() ? input.get().reading() : Reading.find(name.name());
        if (!part.higherIsBetter() || input.filter(it -> !it.higherIsBetter()).isPresent() || reading.filter(LESS_IS_BETTER::contains).isPresent()) {
            return Better.LESS;
        }
        return reading.filter(MORE_IS_BETTER::contains).isPresent() ? Better.MORE
                : input.isPresent() && reading.isEmpty() && input.get().over().isEmpty() ? Better.MORE_UNLESS_SAID : Better.UNKNOWN;
    }
}
