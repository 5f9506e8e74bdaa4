package plain;

import io.mubiao.Mubiao;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ResultTree;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import java.util.List;
import java.util.Map;

/** Points, places and classes of enterprises under a published rule, and what the public may see of them. */
public final class EvaluateRoll {
    private EvaluateRoll() {}

    public static void main(String[] args) {
        EvaluationRule rule = Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml");
        Roll lastYear = Mubiao.readRoll("examples/landleague/roll-2023.csv", rule).orThrow();
        Roll roll = Mubiao.readRoll("examples/landleague/roll-2024.csv", rule).orThrow();
        Evaluation evaluation = LandAssessor.of(rule).prior(lastYear).evaluate(roll);
        System.out.println(evaluation.classCounts());
        System.out.print(Mubiao.league(evaluation, 5));
        Map<String, Object> open = ResultTree.tree(evaluation, "public", JsonStyle.COMPACT);
        ((List<?>) open.get("results")).stream().limit(3).forEach(System.out::println);
    }
}
