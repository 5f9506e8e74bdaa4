package io.mubiao.scorecard;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.GoalFacts;
import io.mubiao.assess.Verdict;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.value.Rational;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was fulfilled of what was to be fulfilled, pooled over items. */
final class Opportunities {
    private static final Set<Verdict> DECIDED = EnumSet.of(Verdict.MET, Verdict.NOT_MET, Verdict.MISSED, Verdict.BREACHED);

    private Opportunities() {}

    /** Of one item, or pooled. */
    record Pair(Rational fulfilled, Rational all) {
        /** Empty where there is no opportunity. */
        Optional<Rational> share() {
            return all.signum() == 0 ? Optional.empty() : Optional.of(fulfilled.dividedBy(all));
        }
    }

    /** What was pooled; an item counts by its share of the credit. */
    static Pair pooled(List<NodeScore.Credited> items, Missing missing) {
        Rational fulfilled = Rational.ZERO;
        Rational all = Rational.ZERO;
        for (NodeScore.Credited credited : items) {
            Optional<Pair> pair = of(credited.item());
            if (pair.isPresent()) {
                fulfilled = fulfilled.plus(pair.get().fulfilled().times(credited.share()));
                all = all.plus(pair.get().all().times(credited.share()));
            } else if (missing == Missing.ZERO) {
                all = all.plus(credited.share());
            }
        }
        return new Pair(fulfilled, all);
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
        if (assessment.actual().isPresent() && assessment.facts().orElse(null) instanceof GoalFacts.Quota cells) {
            return pair(cells.fulfilled(), cells.due());
        }
        if (assessment.actual().isPresent() && assessment.facts().orElse(null) instanceof GoalFacts.Coverage members
                && assessment.goal() instanceof Goal.Coverage goal && goal.require().direction() != Direction.TWO_SIDED) {
            boolean fewer = goal.require().direction() == Direction.LOWER_IS_BETTER;
            return pair(fewer ? members.counting() - members.counted() : members.counted(), members.counting());
        }
        return Optional.of(one(assessment.verdict() == Verdict.MET));
    }

    private static Pair one(boolean fulfilled) {
        return new Pair(fulfilled ? Rational.ONE : Rational.ZERO, Rational.ONE);
    }

    private static Optional<Pair> pair(long fulfilled, long all) {
        return all == 0 ? Optional.empty() : Optional.of(new Pair(Rational.of(fulfilled), Rational.of(all)));
    }
}
