package io.mubiao.land.assess;

import io.mubiao.land.Roll;

/** An evaluation seen from inside. */
final class EvaluationInside extends Inside {
    private final Evaluation evaluation;

    EvaluationInside(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    Cohort cohort() {
        return evaluation.cohort();
    }

    @Override
    int row(String id) {
        return evaluation.row(id);
    }

    @Override
    EnterpriseResult result(int row) {
        return evaluation.result(row);
    }

    @Override
    boolean isMerged() {
        return evaluation.isMerged();
    }

    @Override
    Roll originals() {
        return evaluation.originals();
    }

    @Override
    Evaluation units() {
        return evaluation.units();
    }

    @Override
    Evaluation again(Roll roll, boolean frozen) {
        return evaluation.again(roll, frozen);
    }
}
