package io.mubiao.render;

import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What keeps an enterprise from a class whatever its points, as its explanation shows it. */
final class Barriers {
    private final Words words;

    Barriers(Words words) {
        this.words = words;
    }

    List<String> of(Evaluation evaluation, String id, String target) {
        EnterpriseResult result = evaluation.get(id);
        if (result.standing() != Standing.GRADED) {
            String why = result.why().map(new WhyWords(words)::of).orElseGet(() -> evaluation.explain(id).scope().stream().map(this::aside)
                    .filter(line -> !line.isEmpty()).collect(Collectors.joining(words.either("；", "; "))));
            String followed = MoveWords.followed(result, words);
            return List.of(new MoveWords(words, evaluation.rule()).grade(result) + (followed.isEmpty() ? "" : words.either("，", ", ") + followed)
                    + (why.isEmpty() ? "" : words.either("：", ": ") + why));
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
        if (evaluation.rule().classes().orElseThrow().byOverride().contains(target)) {
            barriers.add(words.either(target + " 类只由调档产生", target + " is given by a change of a class alone"));
        }
        it.ranking().filter(placing -> hasNoPlace(placing, target)).ifPresent(placing -> barriers.add(words.either(
                target + " 类及以上没有名额（共 " + placing.base() + " 家）", "there is no place in " + target + " or better (of " + placing.base() + ")")));
        return barriers.isEmpty() ? asItIs(it, target) : barriers;
    }

    /** What puts an enterprise aside: a requirement or exclusion with its facts. */
    private String aside(Explanation.ScopeLine it) {
        String test = it.test().map(when -> new ClassWords(words).test(when, it.operands())).orElse("");
        return it.title().isEmpty() || it.title().equals(it.id()) ? test
                : it.title() + (test.isEmpty() ? "" : words.either("（", " (") + test + words.either("）", ")"));
    }

    /** Where nothing stands in the way but the figures: what the class requires and how that is now. */
    private List<String> asItIs(Explanation it, String target) {
        List<String> lines = new ArrayList<>();
        String now = words.either("只改这一项不够，现为：", "this alone does not suffice, as it is: ");
        it.way().stream().filter(step -> step.className().equals(target) && step.test().isPresent() && !step.holds().orElse(true))
                .forEach(step -> lines.add(now + new ClassWords(words).required(step)));
        it.ranking().ifPresent(placing -> placing.cutOffs().stream().filter(cut -> cut.className().equals(target) && cut.lastPlace() > 0
                && cut.lastPlace() < placing.place()).forEach(cut -> lines.add(now + words.either(
                        "第 " + placing.place() + " 名，" + target + " 类至第 " + cut.lastPlace() + " 名",
                        "place " + placing.place() + ", " + target + " ends at place " + cut.lastPlace()))));
        return lines;
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
