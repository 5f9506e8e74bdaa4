package io.mubiao.render;

import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps an enterprise from a class whatever its points, as its explanation shows it. */
final class Barriers {
    private final Words words;

    Barriers(Words words) {
        this.words = words;
    }

    List<String> of(Evaluation evaluation, String id, String target) {
        EnterpriseResult result = evaluation.get(id);
        if (result.standing() != Standing.GRADED) {
            return List.of(words.of(result.standing()) + result.why().map(why -> words.either("：", ": ")
                    + new WhyWords(words).of(why)).orElse(""));
        }
        List<String> order = evaluation.rule().classes().orElseThrow().classes();
        Explanation it = evaluation.explain(id);
        List<String> barriers = new ArrayList<>();
        for (Explanation.OverrideLine line : it.overrides()) {
            Optional<String> best = line.fired().orElse(false) ? best(evaluation, line) : Optional.empty();
            best.filter(most -> order.indexOf(most) > order.indexOf(target)).ifPresent(most -> barriers.add(
                    words.either("有“" + line.title() + "”（", line.title() + " (") + facts(line)
                            + words.either("），无论得分，不高于 " + most + " 类", ") allows no better than " + most + " whatever the points")));
        }
        for (Explanation.ClassStep step : it.way()) {
            if (step.ground() == Explanation.Ground.REQUIREMENT && step.className().equals(target) && !step.holds().orElse(true)) {
                barriers.add(words.either(target + " 类另有要求未达到：", target + " requires what is not met: ")
                        + new ClassWords(words).test(step.test().orElseThrow(), step.operands()));
            }
        }
        it.ranking().filter(placing -> hasNoPlace(placing, target)).ifPresent(placing -> barriers.add(words.either(
                target + " 类及以上没有名额（共 " + placing.base() + " 家）", "there is no place in " + target + " or better (of " + placing.base() + ")")));
        return barriers;
    }

    /** The best class that an override leaves; empty for one that sets no limit. */
    private static Optional<String> best(Evaluation evaluation, Explanation.OverrideLine line) {
        return evaluation.rule().overrides().stream().filter(it -> it.id().equals(line.id())).findFirst().flatMap(it -> switch (it.effect()) {
            case SET, NOT_ABOVE -> Optional.of(it.to());
            case MANUAL -> Optional.of(line.after());
            case NOT_BELOW, SHIFT -> Optional.empty();
        });
    }

    private String facts(Explanation.OverrideLine line) {
        ClassWords classes = new ClassWords(words);
        return line.test().map(test -> classes.test(test, line.operands())).or(() -> line.manual().map(manual -> manual.reason())).orElse("");
    }

    private static boolean hasNoPlace(Explanation.Placing placing, String target) {
        return placing.cutOffs().stream().anyMatch(cut -> cut.className().equals(target) && cut.lastPlace() == 0);
    }
}
