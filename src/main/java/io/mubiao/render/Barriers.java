package io.mubiao.render;

import io.mubiao.land.PostRule;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps an enterprise from a class whatever its points, as its explanation shows it. */
final class Barriers {
    private final Words words;

    Barriers(Words words) {
        this.words = words;
    }

    /** What stands in the way of whatever points or figures. */
    List<String> of(Evaluation evaluation, String id, String target) {
        return of(evaluation, id, target, words.either("现为：", "as it is: "));
    }

    /** What stands in the way of one column, every number of which was looked at. */
    List<String> ofColumn(Evaluation evaluation, String id, String target) {
        return of(evaluation, id, target, words.either("只改这一项不够，现为：", "this alone does not suffice, as it is: "));
    }

    private List<String> of(Evaluation evaluation, String id, String target, String now) {
        EnterpriseResult result = evaluation.get(id);
        if (result.standing() != Standing.GRADED) {
            String why = result.why().map(new WhyWords(words)::of).orElseGet(() -> evaluation.explain(id).scope().stream().map(this::aside)
                    .filter(line -> !line.isEmpty()).collect(Collectors.joining(words.either("；", "; "))));
            String followed = MoveWords.followed(result, words);
            return List.of(new MoveWords(words, evaluation.rule()).grade(result) + (followed.isEmpty() ? "" : words.either("，", ", ") + followed)
                    + (why.isEmpty() ? "" : words.either("：", ": ") + why));
        }
        Explanation it = evaluation.explain(id);
        List<String> barriers = new ArrayList<>();
        String before = overrides(evaluation, it, target, barriers);
        boolean isFree = barriers.isEmpty();
        for (Explanation.ClassStep step : it.way()) {
            if (step.ground() == Explanation.Ground.REQUIREMENT && step.className().equals(before) && !step.holds().orElse(true)) {
                barriers.add(words.either(before + " 类另有要求未达到：", before + " requires what is not met: ")
                        + new ClassWords(words).test(step.test().orElseThrow(), step.operands()));
            }
        }
        if (evaluation.rule().classes().orElseThrow().byOverride().contains(before)) {
            barriers.add(words.either(before + " 类只由调档产生", before + " is given by a change of a class alone"));
        }
        it.ranking().filter(placing -> hasNoPlace(placing, before)).ifPresent(placing -> barriers.add(words.either(
                before + " 类及以上没有名额（共 " + placing.base() + " 家）", "there is no place in " + before + " or better (of " + placing.base() + ")")));
        return barriers.isEmpty() || (!isFree && !before.equals(target) && barriers.size() == 1)
                ? Stream.concat(barriers.stream(), asItIs(it, before, now).stream()).toList() : barriers;
    }

    /**
     * Adds the overrides that stand in the way.
     *
     * @return the class that must be found before overrides, so that they leave the target
     */
    private String overrides(Evaluation evaluation, Explanation it, String target, List<String> barriers) {
        List<String> order = evaluation.rule().classes().orElseThrow().classes();
        int before = order.indexOf(target);
        List<String> found = new ArrayList<>();
        for (int i = it.overrides().size() - 1; i >= 0; i--) {
            Explanation.OverrideLine line = it.overrides().get(i);
            Optional<PostRule> rule = line.fired().orElse(false)
                    ? evaluation.rule().overrides().stream().filter(each -> each.id().equals(line.id())).findFirst() : Optional.empty();
            String has = words.either("有“" + line.title() + "”（" + facts(line) + "）", line.title() + " (" + facts(line) + ")");
            int steps = rule.filter(each -> each.effect() == PostRule.Effect.SHIFT).map(PostRule::steps).orElse(0);
            Optional<String> best = steps < 0 ? Optional.of(order.get(Math.min(order.size() - 1, -steps))) : rule.flatMap(each -> best(each, line));
            if (best.filter(most -> order.indexOf(most) > order.indexOf(target)).isPresent()) {
                found.add(has + words.either("，无论得分，不高于 " + best.get() + " 类", " allows no better than " + best.get() + " whatever the points"));
            } else if (steps < 0 && before + steps >= 0) {
                found.add(has + words.either("，降 " + -steps + " 档：先须评为 " + order.get(before + steps) + " 类", " takes " + -steps
                        + (steps == -1 ? " class" : " classes") + ": it must first be found " + order.get(before + steps)));
                before += steps;
            } else if (steps < 0) {
                found.add(has + words.either("，与其他调档合计，无论得分，达不到 " + target + " 类", " with other changes keeps it from " + target + " whatever the points"));
            }
        }
        Collections.reverse(found);
        barriers.addAll(found);
        return order.get(before);
    }

    /** What puts an enterprise aside: a requirement or exclusion with its facts. */
    private String aside(Explanation.ScopeLine it) {
        String test = it.test().map(when -> new ClassWords(words).test(when, it.operands())).orElse("");
        return it.title().isEmpty() || it.title().equals(it.id()) ? test
                : it.title() + (test.isEmpty() ? "" : words.either("（", " (") + test + words.either("）", ")"));
    }

    /** Where nothing stands in the way but the figures: what the class requires and how that is now. */
    private List<String> asItIs(Explanation it, String target, String now) {
        List<String> lines = new ArrayList<>();
        it.way().stream().filter(step -> step.className().equals(target) && step.test().isPresent() && !step.holds().orElse(true))
                .forEach(step -> lines.add(now + new ClassWords(words).required(step)));
        it.ranking().ifPresent(placing -> placing.cutOffs().stream().filter(cut -> cut.className().equals(target) && cut.lastPlace() > 0
                && cut.lastPlace() < placing.place()).forEach(cut -> lines.add(now + words.either(
                        "第 " + placing.place() + " 名，" + target + " 类至第 " + cut.lastPlace() + " 名",
                        "place " + placing.place() + ", " + target + " ends at place " + cut.lastPlace()))));
        return lines;
    }

    /** The best class that an override leaves; empty for one that sets no limit. */
    private static Optional<String> best(PostRule it, Explanation.OverrideLine line) {
        return switch (it.effect()) {
            case SET, NOT_ABOVE -> Optional.of(it.to());
            case MANUAL -> Optional.of(line.after());
            case NOT_BELOW, SHIFT -> Optional.empty();
        };
    }

    private String facts(Explanation.OverrideLine line) {
        ClassWords classes = new ClassWords(words);
        return line.test().map(test -> classes.test(test, line.operands())).or(() -> line.manual().map(manual -> manual.reason())).orElse("");
    }

    private static boolean hasNoPlace(Explanation.Placing placing, String target) {
        return placing.cutOffs().stream().anyMatch(cut -> cut.className().equals(target) && cut.lastPlace() == 0);
    }
}
