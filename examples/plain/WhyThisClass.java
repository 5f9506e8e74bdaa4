package plain;

import io.mubiao.Mubiao;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.Margin;
import io.mubiao.render.QuestionWords;
import java.util.Locale;

/** Why an enterprise is in its class, how far it is to the next, and the least that would bring it there. */
public final class WhyThisClass {
    private WhyThisClass() {}

    public static void main(String[] args) {
        EvaluationRule rule = Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml");
        Evaluation evaluation = LandAssessor.of(rule).prior(Mubiao.readRoll("examples/landleague/roll-2023.csv", rule).orThrow())
                .evaluate(Mubiao.readRoll("examples/landleague/roll-2024.csv", rule).orThrow());
        System.out.print(Mubiao.explain(evaluation.explain("QY0042"), Locale.CHINESE));
        System.out.print(QuestionWords.explain(evaluation, Margin.of(evaluation, "QY0042").orElseThrow(), Locale.CHINESE));
        System.out.print(QuestionWords.explain(evaluation, Counterfactual.of(evaluation, "QY0042", "tax", "A"), Locale.CHINESE));
    }
}
