package io.mubiao.land.assess.internal;

import static java.util.Objects.requireNonNull;

import io.mubiao.land.Roll;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.work.Threads;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the questions need of an evaluation and no caller does. Evaluations show the way in when their class is loaded. */
public abstract class Inside {
    private static volatile @Nullable Function<Evaluation, Inside> way;

    public static void show(Function<Evaluation, Inside> in) {
        way = in;
    }

    public static Inside of(Evaluation evaluation) {
        return requireNonNull(way, "no evaluation was made yet").apply(evaluation);
    }

    public abstract Cohort cohort();

    /** The row of an enterprise, or of the unit it is merged into. */
    public abstract int row(String id);

    public abstract EnterpriseResult result(int row);

    /** What a result costs or brings, by the figures of its row. */
    public abstract List<Charge> charges(RowFrame frame, EnterpriseResult result);

    public abstract boolean isMerged();

    /** Whether baselines were given and not formed. */
    public abstract boolean isFrozen();

    /** The row of the unit of each member, in the order of the ids; none where nothing is merged. */
    public abstract int[] unitRows();

    public abstract Threads threads();

    /** The roll before merging. */
    public abstract Roll originals();

    /** The merged units as they are, each under its own id. */
    public abstract Evaluation units();

    /** Another roll with the same settings, with the same baselines or with its own. */
    public abstract Evaluation again(Roll roll, boolean frozen);
}
