package io.mubiao.land.assess;

import static java.util.Objects.requireNonNull;

import io.mubiao.land.Roll;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the questions need of an evaluation and no caller does. Evaluations show the way in when their class is loaded. */
abstract class Inside {
    private static volatile @Nullable Function<Evaluation, Inside> way;

    static void show(Function<Evaluation, Inside> in) {
        way = in;
    }

    static Inside of(Evaluation evaluation) {
        return requireNonNull(way, "no evaluation was made yet").apply(evaluation);
    }

    abstract Cohort cohort();

    /** The row of an enterprise, or of the unit it is merged into. */
    abstract int row(String id);

    abstract EnterpriseResult result(int row);

    abstract boolean isMerged();

    /** The roll before merging. */
    abstract Roll originals();

    /** The merged units as they are, each under its own id. */
    abstract Evaluation units();

    /** Another roll with the same settings, with the same baselines or with its own. */
    abstract Evaluation again(Roll roll, boolean frozen);
}
