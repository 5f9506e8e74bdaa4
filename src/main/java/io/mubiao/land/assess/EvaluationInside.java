package io.mubiao.land.assess;

import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.work.Threads;
import java.util.List;

/** An evaluation seen from inside. */
final class EvaluationInside extends Inside {
    private final Evaluation evaluation;

    EvaluationInside(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    public Cohort cohort() {
        return evaluation.cohort();
    }

    @Override
    public int row(String id) {
        return evaluation.row(id);
    }

    @Override
    public EnterpriseResult result(int row) {
        return evaluation.resultOf(row);
    }

    @Override
    public List<Charge> charges(RowFrame frame, EnterpriseResult result) {
        return evaluation.charges(frame, result);
    }

    @Override
    public boolean isMerged() {
        return evaluation.isMerged();
    }

    @Override
    public boolean isFrozen() {
        return evaluation.isFrozen();
    }

    @Override
    public int[] unitRows() {
        return evaluation.unitRows();
    }

    @Override
    public Threads threads() {
        return evaluation.threads();
    }

    @Override
    public Roll originals() {
        return evaluation.originals();
    }

    @Override
    public Evaluation units() {
        return evaluation.units();
    }

    @Override
    public Evaluation again(Roll roll, boolean frozen) {
        return evaluation.again(roll, frozen);
    }
}
