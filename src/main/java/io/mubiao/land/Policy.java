package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import java.util.Optional;

/**
 * What is scored where there is no ordinary answer (特殊情形处理). Immutable.
 *
 * @param kind what is done
 * @param points the points of {@link Kind#POINTS}
 */
public record Policy(Kind kind, Optional<Formula> points) {
    /** What is done. */
    public enum Kind {
        /** Nothing is assumed: the enterprise gets no total, with the reason (不予计算). */
        REFUSE,
        /** As the formula says, if it says anything (按公式计算). */
        COMPUTE,
        /** These points, such as 0 or −3. */
        POINTS,
        /** The mean score of those in the group who have one (按同组平均得分). */
        MEAN_SCORE,
        /** The item is left out and the other weights are raised in proportion (剔除并重新分配权重). */
        REWEIGHT
    }

    /** No answer. */
    public static final Policy REFUSE = new Policy(Kind.REFUSE, Optional.empty());
    /** Whatever the formula gives. */
    public static final Policy COMPUTE = new Policy(Kind.COMPUTE, Optional.empty());

    public Policy {
        requireNonNull(kind, "kind");
        if (points.isPresent() != (kind == Kind.POINTS)) {
            throw new IllegalArgumentException("points belong to the policy of that name, got " + kind + " " + points);
        }
    }
}
