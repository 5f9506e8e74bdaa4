package io.mubiao.render.law;

import io.mubiao.formula.Expr;
import io.mubiao.rule.Cite;
import io.mubiao.scorecard.Assign;
import io.mubiao.scorecard.GradeQuota;
import io.mubiao.scorecard.Judgement;
import io.mubiao.scorecard.LightRule;
import io.mubiao.scorecard.ManualOverride;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.View;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Grades;
import io.mubiao.target.Owner;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A scorecard in words. */
final class CardText {
    private final ScorecardRule rule;
    private final Say say;
    private final LawNames names;
    private final FormulaText formulas;
    private final Article to;

    CardText(ScorecardRule rule, Say say) {
        this.rule = rule;
        this.say = say;
        names = new LawNames(say, false);
        formulas = new FormulaText(say, names);
        to = new Article(rule, say);
        rule.rules().keySet().forEach(this::rule);
        rule.items().forEach(it -> names.text("item", it.id(), it.title().isEmpty() ? it.id() : it.title()));
        rule.views().forEach(it -> names.text("view", it.id(), it.title()));
        rule.views().forEach(view -> view.tree().forEach(this::name));
    }

    List<RuleClause> clauses() {
        to.heading("");
        rule.rules().forEach((name, scoring) -> {
            String chapter = say.either("计分办法", "Scoring rule ") + rule(name);
            to.chapter(chapter, chapter);
            ScoringText.within(scoring, say).forEach(clause -> to.add("rules." + name + "." + clause.path(), clause));
        });
        to.chapter("计分项", "Items");
        int number = 0;
        for (Assign it : rule.assigns()) {
            number++;
            assign(it, number);
        }
        rule.items().forEach(this::item);
        to.chapter("责任单位", "Who answers");
        rule.owners().forEach(this::owner);
        rule.labels().forEach((label, targets) -> targets.forEach((target, text) -> to.add("labels." + label + "." + target, Cite.NONE,
                say.parts(say.quoted(target) + say.either("的", ": ") + say.quoted(label) + say.either("为 ", " is ") + say.quoted(text)))));
        to.chapter("汇总", "Views");
        rule.views().forEach(this::view);
        if (!rule.periods().isEmpty()) {
            to.add("periods", Cite.NONE, say.parts(say.either("全年得分按各期加权：", "the year by weights of its periods: ") + shares(rule.periods())));
        }
        to.chapter("等次和亮灯", "Grades and lights");
        rule.grades().ifPresent(it -> grades("grades", say.either("等次，按节点得分：", "grades, by the points of a node: "), it));
        rule.nodeLights().ifPresent(it -> grades("node-lights", say.either("节点亮灯，按得分占满分的百分数：", "lights of nodes, by their percentage of full points: "), it));
        rule.lights().ifPresent(this::lights);
        to.chapter("否决和责任", "Vetoes and duties");
        rule.claims().forEach(it -> to.add((it.isVeto() ? "vetoes." : "duties.") + it.id(), it.cite(), ScoringText.claim(say, formulas, it)));
        to.chapter("人工决定", "Decisions of people");
        rule.overrides().forEach(this::override);
        rule.judgements().forEach(this::judgement);
        return to.clauses();
    }

    private void name(View.Branch branch) {
        names.text("item", branch.id(), branch.title());
        branch.branches().forEach(this::name);
    }

    private String shares(Map<String, Rational> shares) {
        return shares.entrySet().stream().map(entry -> say.quoted(entry.getKey()) + " " + Say.percent(entry.getValue()))
                .collect(Collectors.joining(say.either("，", ", ")));
    }

    private String points(Optional<Rational> points) {
        return points.map(it -> say.either("，标准分 ", ", full points ") + Say.number(it)).orElse("");
    }

    private void assign(Assign it, int number) {
        String who = it.when().map(when -> formulas.test(when) + say.either("的目标", "")).orElse(number == 1 ? say.either("所有目标", "all targets")
                : say.either("其余目标", "all other targets"));
        String how = it.rule().isEmpty() ? say.either("不计分", ": not scored")
                : say.either("按", ": by ") + rule(it.rule()) + say.either("计分", "");
        to.add("assign[" + (number - 1) + "]", Cite.NONE, say.parts(number + say.either(". ", ". ") + who + how + points(it.points())));
    }

    /** A scoring rule by its title, or by its name where two share one. */
    private String rule(String name) {
        names.text("rule", name, Optional.ofNullable(rule.rules().get(name)).map(ScoringRule::title).filter(title -> !title.isEmpty()).orElse(name));
        return say.quoted(names.text("rule", name));
    }

    private String given(String text) {
        return say.quoted(text.equals("yes") ? say.either("是", text) : text.equals("no") ? say.either("否", text) : text);
    }

    /** An item or a node by its title. */
    private String item(String id) {
        return say.quoted(names.text("item", id));
    }

    private String input(ItemRule it, String name) {
        return say.quoted(Optional.ofNullable(rule.rules().get(it.rule())).flatMap(scoring -> scoring.inputs().find(name))
                .map(RuleInput::title).orElseGet(() -> Readings.word(say, name)));
    }

    private void item(ItemRule it) {
        List<String> parts = new ArrayList<>();
        parts.add(item(it.id()) + say.either("：按", ": by ") + rule(it.rule())
                + say.either("计分", "") + points(it.points()));
        parts.add(it.target().isEmpty() ? "" : say.either("对应目标 ", "target ") + say.quoted(it.target()));
        it.targets().forEach((input, target) -> parts.add(input(it, input) + say.either("取自目标 ", " is read of target ") + say.quoted(target)));
        it.given().forEach((input, text) -> parts.add(input(it, input) + say.either("给定为 ", " is given as ") + given(text)));
        parts.add(it.peers().isEmpty() ? "" : say.either("同组：", "peers: ") + say.quoted(it.peers()));
        if (!it.set().targets().isEmpty()) {
            parts.add(say.either("目标组：", "set of targets: ") + say.quotedList(it.set().targets()));
        }
        it.set().when().ifPresent(when -> parts.add(say.either("目标组：凡", "set of targets: those where ") + formulas.test(when) + say.either("的目标", "")));
        to.add("items." + it.id(), Cite.NONE, say.parts(parts));
    }

    private void owner(String target, Owner it) {
        to.add("owners." + target, Cite.NONE, say.parts(say.quoted(target) + say.either("：", ": ") + (it.leadUnit().isEmpty() ? say.either("没有牵头单位", "no lead unit")
                        : say.either("牵头单位 ", "lead unit ") + say.quoted(it.leadUnit())),
                it.leadOfficial().isEmpty() ? "" : say.either("牵头领导 ", "official ") + say.quoted(it.leadOfficial()),
                it.cooperating().isEmpty() ? "" : say.either("配合单位 ", "cooperating ") + say.quotedList(it.cooperating())));
    }

    private void view(View it) {
        String path = "views." + it.id();
        to.add(path, Cite.NONE, say.parts(view(it.id()) + say.either("汇总：", " rolls up: ")
                        + node(it.root()), it.ranking().map(ties -> say.either("一级节点排名，", "nodes below the root are ranked, ") + say.ties(ties)).orElse("")));
        it.quota().ifPresent(quota -> quota(path + ".quota", it, quota));
        int number = 0;
        for (View.Level level : it.levels()) {
            number++;
            to.add(path + ".levels[" + (number - 1) + "]", Cite.NONE, say.parts(view(it.id()) + say.either("第 " + number + " 级，按", ", level " + number + ", by ")
                    + say.quoted(by(level.by())) + say.either("：", ": ") + node(level.node())));
        }
        it.tree().forEach(branch -> branch(path + ".tree.", branch, view(it.id())));
        if (!it.credit().equals(io.mubiao.scorecard.Credit.LEAD_ALONE)) {
            List<String> parts = new ArrayList<>();
            parts.add(view(it.id()) + say.either("有配合单位的，牵头单位占 ", ": the lead unit beside others has ") + Say.percent(it.credit().lead())
                    + say.either("，其余平分", ", the others share the rest alike"));
            it.credit().byTarget().forEach((target, shares) -> parts.add(say.either("目标 ", "target ") + say.quoted(target) + say.either("：", ": ") + shares(shares)));
            to.add(path + ".credit", Cite.NONE, say.parts(parts));
        }
    }

    private void quota(String path, View view, GradeQuota it) {
        List<String> parts = new ArrayList<>();
        it.most().forEach((grade, most) -> parts.add(say.quoted(grade) + say.either("至多 ", ": at most ")
                + most.share().map(Say::percent).orElse("") + (most.share().isPresent() && most.count().isPresent() ? say.either("，且至多 ", " and at most ") : "")
                + (most.count().isPresent() ? most.count().getAsLong() + say.either(" 个", " units") : "")));
        String of = switch (it.of()) {
            case RANKED -> say.either("比例的基数为有名次的单位", "shares are of the units that have a place");
            case ALL -> say.either("比例的基数为全部单位", "shares are of all units");
        };
        to.add(path, it.cite(), say.parts(view(view.id()) + say.either("等次名额：", ", places of grades: ") + String.join(say.either("，", ", "), parts), of,
                it.rounding().map(say::mode).orElse(""), it.refill() ? say.either("因否决空出的名额递补", "a place that a veto vacates goes to the next")
                        : say.either("因否决空出的名额不递补", "a place that a veto vacates stays empty")));
    }

    private String by(String key) {
        return switch (key) {
            case "chapter" -> say.either("章", "chapter");
            case "owner" -> say.either("责任单位", "lead unit");
            case "official" -> say.either("牵头领导", "official");
            case "kind" -> say.either("目标类型", "kind of goal");
            case "strength" -> say.either("承诺力度", "strength");
            case "binding" -> say.either("约束性", "binding or not");
            default -> key;
        };
    }

    private void branch(String path, View.Branch it, String above) {
        List<String> below = new ArrayList<>(it.branches().stream().map(View.Branch::id).toList());
        below.addAll(it.items());
        to.add(path + it.id(), Cite.NONE, say.parts(item(it.id()) + say.either("，属于", ", part of ") + above + say.either("，由 ", ", made of ")
                + say.list(below.stream().map(this::item).toList()) + say.either("组成：", ": ") + node(it.node())));
        it.branches().forEach(inner -> branch(path, inner, item(it.id())));
    }

    private String node(NodeRule it) {
        List<String> parts = new ArrayList<>();
        parts.add(switch (it.rollup()) {
            case WEIGHTED_SUM -> it.weights().isEmpty() ? say.either("各项得分相加", "points add up")
                    : say.either("各项得分率按权重相加", "shares of full points by weight");
            case ALL_OR_NOTHING -> say.either("全部得满分才得满分，否则 0 分", "full points where all have full points, else 0");
            case OPPORTUNITY -> say.either("应完成的和已完成的各自合并，得分 = 满分 × 已完成 ÷ 应完成", "what was fulfilled ÷ what was to be fulfilled, pooled");
            case WORST_OF -> say.either("取得分率最低的一项", "the share of the worst");
            case LATEST -> say.either("取最后一项的得分率", "the share of the last that has one");
        });
        if (!it.weights().isEmpty()) {
            parts.add(say.either("权重：", "weights: ") + it.weights().entrySet().stream().map(entry -> item(entry.getKey()) + " " + Say.number(entry.getValue()))
                    .collect(Collectors.joining(say.either("，", ", "))));
        }
        it.weightsTotal().ifPresent(sum -> parts.add(say.either("权重合计 ", "weights sum to ") + Say.number(sum)));
        it.outOf().ifPresent(full -> parts.add(say.either("折算为满分 ", "scaled to ") + Say.number(full) + say.either(" 分", " points")));
        parts.add(switch (it.missing()) {
            case REFUSE -> say.either("下级有没有得分的，本级没有得分", "no points where one below has none");
            case SKIP -> say.either("没有得分的剔除", "those without points are left out");
            case REWEIGHT -> say.either("没有得分的剔除，其余按比例提高", "those without points are left out and the others rise in proportion");
            case ZERO -> say.either("没有得分的按 0 分", "those without points count as 0");
        });
        if (it.complete().signum() > 0) {
            parts.add(say.either("已知的满分须达 ", "known full points must reach ") + Say.percent(it.complete()));
        }
        String limits = say.limits(it.limits().cap().map(Say::number), it.limits().floor().map(Say::number), it.limits().rounding());
        if (!limits.isEmpty()) {
            parts.add(limits);
        }
        it.best().ifPresent(best -> parts.add(say.either("只计得分最高的 " + best + " 项", "only the " + best + " with the most points")));
        it.graded().ifPresent(graded -> parts.add(graded ? say.either("无论满分多少都定等次", "graded whatever its full points")
                : say.either("不定等次", "not graded")));
        return String.join(say.either("，", ", "), parts);
    }

    private void grades(String path, String words, Grades it) {
        to.add(path, rule.cites().getOrDefault(path, Cite.NONE), say.parts(words + say.bands(it.bands(), Say::number, say::quoted), order(it)));
    }

    private String order(Grades it) {
        return say.either("从优到劣：", "best first: ") + say.quotedList(it.order());
    }

    private void lights(LightRule it) {
        List<String> parts = new ArrayList<>();
        parts.add(say.either("目标亮灯，从优到劣：", "lights of targets, best first: ") + say.quotedList(it.grades().order()));
        it.titles().forEach((light, title) -> parts.add(say.quoted(light) + say.either("表示", " means ") + title));
        to.add("lights", it.cite(), say.parts(parts));
        int number = 0;
        for (Map.Entry<String, io.mubiao.formula.Formula> test : it.tests().entrySet()) {
            number++;
            to.add("lights.tests." + test.getKey(), Cite.NONE, say.parts(number + say.either(". ", ". ") + formulas.test(test.getValue())
                    + say.either("的亮", ": ") + say.quoted(test.getKey())));
        }
        to.add("lights.bands", Cite.NONE, say.parts((it.tests().isEmpty() ? "" : say.either("都不符合的，", "where none holds, ")) + say.either("按", "by ")
                + say.quoted(formulas.of(it.of())) + say.either("：", ": ") + say.bands(it.grades().bands(), it.of().expr() instanceof Expr.Name name && Reading.find(name.name()).map(Reading::isShare).orElse(false)
                        ? Say::percent : Say::number, say::quoted)));
        for (int i = 0; i < it.memory().size(); i++) {
            LightRule.Memory memory = it.memory().get(i);
            to.add("lights.memory[" + i + "]", Cite.NONE, say.parts((i + 1) + say.either(". 连续 ", ". for ") + memory.periods() + say.either(" 期亮", " periods in a row ")
                    + say.quotedList(memory.lights()) + say.either("之一的，亮", ": ") + say.quoted(memory.becomes())));
        }
    }

    private String view(String id) {
        return say.quoted(names.text("view", id));
    }

    private String of(String view, String id) {
        return (view.isEmpty() ? "" : view(view) + say.either("的", ", ")) + item(id);
    }

    private void override(ManualOverride it) {
        to.add("overrides." + it.of(), Cite.NONE, say.parts(of(it.view(), it.of()) + say.either("：", ": ")
                        + it.points().map(points -> say.either("得分改为 ", "points become ") + Say.number(points) + " ").orElse("")
                        + it.grade().map(grade -> say.either("等次改为 ", "grade becomes ") + say.quoted(grade) + " ").orElse("")
                        + it.light().map(light -> say.either("亮灯改为 ", "light becomes ") + say.quoted(light)).orElse(""),
                say.either("由", "by ") + it.author() + say.either("决定，理由：", ", because: ") + it.reason(),
                say.either("自 " + it.from() + " 至 " + it.until(), "from " + it.from() + " to " + it.until())));
    }

    private void judgement(Judgement it) {
        to.add("judgements." + it.of(), Cite.NONE, say.parts(of(it.view(), it.of()) + say.either("：", ": ") + it.assessor() + say.either("于 ", " on ") + it.on()
                + say.either(" 评为", " said ") + say.quoted(it.band()), it.comment()));
    }
}
