package io.mubiao.scorecard;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Verdict;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was fulfilled of what was to be fulfilled, pooled over items. */
final class Opportunities {
    private static final Set<Verdict> DECIDED = EnumSet.of(Verdict.MET, Verdict.NOT_MET, Verdict.MISSED, Verdict.BREACHED);

    private Opportunities() {}

    /** One item's. */
    record Pair(Rational fulfilled, Rational all) {}

    /** The pooled share; an item counts by its share of the credit. Empty where there is no opportunity. */
    static Optional<Rational> share(List<NodeScore.Credited> items, Missing missing) {
        List<Rational> fulfilled = new ArrayList<>();
        List<Rational> due = new ArrayList<>();
        for (NodeScore.Credited credited : items) {
            Optional<Pair> pair = of(credited.item());
            if (pair.isPresent()) {
                fulfilled.add(pair.get().fulfilled().times(credited.share()));
                due.add(pair.get().all().times(credited.share()));
            } else if (missing == Missing.ZERO) {
                due.add(credited.share());
            }
        }
        Rational all = Rational.sum(due);
        return all.signum() == 0 ? Optional.empty() : Optional.of(Rational.sum(fulfilled).dividedBy(all));
    }

    /** Cells, members or a numerator where the goal has them, else one that is fulfilled or not; none without points. */
    static Optional<Pair> of(ItemScore item) {
        if (item.assessment().isEmpty() || item.points().isEmpty()) {
            return item.points().map(points -> one(points.compareTo(item.full()) >= 0));
        }
        Assessment assessment = item.assessment().get();
        if (!DECIDED.contains(assessment.verdict())) {
            return Optional.empty();
        }
        Direction direction = assessment.goal() instanceof Goal.Coverage coverage ? coverage.require().direction()
                : Direction.HIGHER_IS_BETTER;
        boolean counts = assessment.goal() instanceof Goal.Quota || assessment.goal() instanceof Goal.Coverage;
        if (counts && direction != Direction.TWO_SIDED) {
            Optional<Rational> above = find(assessment.trace(), Term.FULFILLED_CELLS, Term.EFFECTIVE_NUMERATOR, Term.NUMERATOR);
            Optional<Rational> below = find(assessment.trace(), Term.DUE_CELLS, Term.EFFECTIVE_DENOMINATOR, Term.DENOMINATOR);
            if (above.isPresent() && below.isPresent()) {
                Rational good = direction == Direction.LOWER_IS_BETTER ? below.get().minus(above.get()) : above.get();
                return below.get().signum() == 0 ? Optional.empty() : Optional.of(new Pair(good, below.get()));
            }
        }
        return Optional.of(one(assessment.verdict() == Verdict.MET));
    }

    private static Pair one(boolean fulfilled) {
        return new Pair(fulfilled ? Rational.ONE : Rational.ZERO, Rational.ONE);
    }

    /** The number of the first of these terms, in this order, anywhere in a trace. */
    private static Optional<Rational> find(List<Trace> trace, Term... terms) {
        for (Term term : terms) {
            for (Trace step : trace) {
                Optional<Rational> found = find(step, term);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Rational> find(Trace step, Term term) {
        if (step.term() == term && !(step instanceof Trace.Fact)) {
            return Optional.of(step.value().amount());
        }
        if (step instanceof Trace.Check check) {
            return find(check.left(), term);
        }
        if (step instanceof Trace.Calc calc) {
            for (Trace operand : calc.operands()) {
                Optional<Rational> found = find(operand, term);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
