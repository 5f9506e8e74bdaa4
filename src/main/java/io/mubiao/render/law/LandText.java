package io.mubiao.render.law;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Bonus;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Exclusion;
import io.mubiao.land.Group;
import io.mubiao.land.Indicator;
import io.mubiao.land.Item;
import io.mubiao.land.Label;
import io.mubiao.land.Merge;
import io.mubiao.land.Requirement;
import io.mubiao.land.Table;
import io.mubiao.land.Total;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Cut;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.shape.Ties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule of land efficiency in words, up to the total. */
final class LandText {
    private final EvaluationRule rule;
    private final Say say;
    private final LawNames names;
    private final FormulaText formulas;
    private final Article to;

    LandText(EvaluationRule rule, Say say) {
        this.rule = rule;
        this.say = say;
        names = new LawNames(say, true);
        formulas = new FormulaText(say, names);
        to = new Article(rule, say);
        name();
    }

    private void name() {
        names.add("w", say.either("权重", "the weight"), "");
        rule.columns().forEach(it -> names.add(it.id(), it.title(), say.either("数据项", "column")));
        rule.labels().forEach(it -> names.add(it.id(), it.title(), say.either("标签", "label")));
        rule.tables().forEach(it -> names.add(it.id(), it.title(), say.either("数值表", "table")));
        rule.derived().forEach(it -> names.add(it.id(), it.title(), say.either("计算值", "derived")));
        rule.indicators().forEach(it -> names.add(it.id(), it.title(), say.either("指标", "indicator")));
        rule.parameters().forEach(it -> names.add(it.id(), it.title(), say.either("参数", "parameter")));
        rule.ranking().ifPresent(ranking -> ranking.again().forEach(it -> names.ranking(it.id(), it.title())));
        rule.baselines().forEach(it -> names.add(it.id(), it.title().equals(it.id()) ? names.of(it.indicator())
                + role(it.id()) : it.title(), say.either("基准值", "baseline")));
        rule.groups().forEach(group -> group.items().forEach(it -> names.add("score_" + it.id(), names.of(it.indicator())
                + say.either("得分", ", score"), say.either("得分", "score"))));
        rule.groups().forEach(it -> names.text("group", it.id(), it.title()));
    }

    /** What a baseline without a title is to its indicator: one that stands in an item is called after what it is there. */
    private String role(String id) {
        return id.endsWith("_low") ? say.either("下限", ", low mark") : id.endsWith("_high") ? say.either("上限", ", high mark")
                : id.endsWith("_target") ? say.either("目标值", ", target") : say.either("基准值", ", baseline");
    }

    List<RuleClause> clauses() {
        String trial = rule.trial() ? say.either("试评价，结果不具约束力", "a trial, whose results bind nobody") : "";
        String valid = rule.valid().map(span -> say.either("自 " + span.first() + " 至 " + span.last() + " 有效",
                "in force from " + span.first() + " to " + span.last())).orElse("");
        to.heading(String.join(say.either("；", "; "), java.util.stream.Stream.of(rule.jurisdiction().isEmpty() ? "" : say.either("适用于", "for ") + say.quoted(rule.jurisdiction()),
                rule.year() == 0 ? "" : say.either("评价 " + rule.year() + " 年度", "it evaluates " + rule.year()), valid, trial).filter(it -> !it.isEmpty()).toList()));
        to.parameters(names);
        to.chapter("数据项", "Data");
        rule.columns().forEach(this::column);
        rule.labels().forEach(this::label);
        rule.tables().forEach(this::table);
        to.derived(rule.derived(), names, formulas);
        to.chapter("评价对象", "Scope");
        rule.merge().ifPresent(this::merge);
        int required = 0;
        for (Requirement it : rule.requirements()) {
            required++;
            require(it, required);
        }
        exclusions();
        to.chapter("评价指标", "Indicators");
        rule.indicators().forEach(this::indicator);
        to.chapter("基准值", "Baselines");
        rule.baselines().forEach(this::baseline);
        to.chapter("计分", "Scores");
        int number = 0;
        for (Group group : rule.groups()) {
            number++;
            group(group, number);
        }
        to.chapter("加分和减分", "Bonuses and deductions");
        rule.bonuses().forEach(this::bonus);
        rule.categoryLimits().forEach((category, most) -> to.add("category-limits." + category, Cite.NONE, say.parts(say.quoted(category)
                + say.either("类加减分合计至多 ", ": together at most ") + formulas.points(most))));
        total();
        new ClassText(rule, say, names, formulas, to).write();
        return to.clauses();
    }

    private void column(Column it) {
        String kind = switch (it.kind()) {
            case NUMBER -> say.either("数字", "a number");
            case TEXT -> say.either("文字", "a text");
            case DAY -> say.either("日期", "a day");
            case FLAG -> say.either("是或否", "yes or no");
        };
        boolean number = it.kind() == Symbol.Kind.NUMBER;
        to.add("columns." + it.id(), it.cite(), say.parts(say.quoted(names.of(it.id())) + say.either("：", ": ") + kind
                        + (number || !it.unit().symbol().isEmpty() ? say.either("，", ", ") + say.unit(it.unit()) : ""),
                number || it.decimals() > 0 ? say.either("小数 ", "decimals: ") + it.decimals() + say.either(" 位", "") : "",
                it.least().map(least -> say.either("不小于 ", "at least ") + least.toPlainString()).orElse(number ? say.either("可以为负", "may be negative") : ""),
                it.most().map(most -> say.either("不大于 ", "at most ") + most.toPlainString()).orElse(""),
                it.values().isEmpty() ? "" : say.either("只能是 ", "one of ") + say.quotedList(it.values()),
                it.otherwise().isEmpty() ? say.either("空白为缺数据", "an empty cell is missing")
                        : say.either("空白视为 ", "an empty cell counts as ") + say.quoted(it.otherwise())));
    }

    private void label(Label it) {
        List<String> choices = it.choices().stream().map(choice -> choice.when().map(when -> formulas.test(when) + say.either("的为 ", ": "))
                .orElse(say.either("其余为 ", "else ")) + say.quoted(choice.label())).toList();
        to.add("labels." + it.id(), it.cite(), say.parts(say.quoted(names.of(it.id())) + say.either("，以先符合的为准：", ", the first that holds: ")
                + String.join(say.either("；", "; "), choices)));
    }

    private void table(Table it) {
        String values = it.values().entrySet().stream().map(entry -> say.quoted(entry.getKey()) + say.either("为 ", ": ") + formulas.of(entry.getValue()))
                .collect(Collectors.joining(say.either("，", ", ")));
        to.add("tables." + it.id(), it.cite(), say.parts(say.quoted(names.of(it.id())) + say.either("按", " by ") + say.quoted(names.of(it.by()))
                + say.either("取值：", ": ") + values + it.otherwise().map(other -> say.either("，其余为 ", ", any other: ") + formulas.of(other))
                .orElse(say.either("，其余没有数值", ", any other has none")) + say.either("，", ", ") + say.unit(it.unit())));
    }

    private void merge(Merge it) {
        to.add("merge", it.cite(), say.parts(say.quoted(names.of(it.by())) + say.either("相同的各户合并评价，共用一个结果", ": whoever shares it is evaluated as one, with one result"),
                it.except().map(when -> formulas.test(when) + say.either("的除外", ": stays alone")).orElse(""),
                it.sums().isEmpty() ? say.either("各数字项相加", "all numbers are added up")
                        : say.either("相加的数字项：", "added up: ") + say.quotedList(it.sums().stream().map(names::of).toList()),
                lead(it),
                it.alsoIndependent() ? say.either("各户另作单独评价", "each is evaluated on its own as well") : "",
                readsHistory() ? say.either("以前年度的等级只按取文字的一户计", "of classes of earlier years only those of the one whose texts are taken count") : ""));
    }

    /** Whose the texts are, and the numbers that are not added up. */
    private String lead(Merge it) {
        String what = it.sums().isEmpty() ? say.either("文字和日期取自", "texts and days are those of ")
                : say.either("其余数字项和文字、日期取自", "all other numbers, texts and days are those of ");
        return what + it.lead().map(when -> say.either(formulas.test(when) + "的一户，有几户或没有的取编号在前的一户", "the one where " + formulas.test(when)
                + ", of several or none the first by id")).orElse(say.either("编号在前的一户", "the first by id"));
    }

    private void require(Requirement it, int number) {
        to.add("scope.require." + it.id(), it.cite(), say.parts(say.either("参加评价须具备的条件 ", "what one must meet to be evaluated, ") + number
                + say.either("：", ": ") + formulas.test(it.when())));
    }

    private String ranked(Exclusion.Kept place) {
        return switch (place) {
            case NONE -> say.either("计分，不排序、不定级", "is scored, neither ranked nor graded");
            case COUNTED -> say.either("计分并排序，占名额，不定级", "is scored and ranked, takes up a place, is not graded");
            case UNCOUNTED -> say.either("计分并排序，不占名额，不定级", "is scored and has the place it would take, which does not count, is not graded");
        };
    }

    private void exclusions() {
        int number = 0;
        for (Exclusion it : rule.exclusions()) {
            number++;
            exclude(it, number);
        }
        if (number > 1) {
            to.add("scope.exclude", Cite.NONE, say.parts(say.either("同时符合几种情形的，先看不纳入评价的，再看只采集数据的，再看不定级的，最后看按某类对待的",
                    "of several cases that one meets, who is not evaluated comes first, then only figures collected, then not graded, last treated as a class"),
                    say.either("同属一种的以序号在前的为准", "of those of one kind the first by number holds")));
        }
    }

    private void exclude(Exclusion it, int number) {
        String label = it.label().isEmpty() ? "" : say.quoted(it.label());
        String follows = it.classOf().isEmpty() ? "" : say.either("，等级跟随 " + say.quoted(names.of(it.classOf())) + " 所填标识的企业，其无等级的亦无等级",
                ", and takes the class of whom " + say.quoted(names.of(it.classOf())) + " names, none if he has none");
        String effect = switch (it.effect()) {
            case OUT -> say.either("不纳入评价", "is not evaluated") + (label.isEmpty() ? "" : say.either("，标为 ", ", marked ") + label);
            case COLLECTED -> say.either("只采集数据，不计分", "only figures are collected, nothing is scored") + (label.isEmpty() ? "" : say.either("，标为 ", ", marked ") + label);
            case UNGRADED -> ranked(it.place()) + (label.isEmpty() ? "" : say.either("，标为 ", ", marked ") + label);
            case TREATED_AS -> ranked(it.place()) + (label.isEmpty() ? ""
                    : say.either("，按 ", ", and treated as ") + label + say.either(" 类对待", ""));
        };
        if (it.place() != Exclusion.Kept.NONE && (it.effect() == Exclusion.Effect.OUT || it.effect() == Exclusion.Effect.COLLECTED)) {
            effect += say.either("，", ", ") + ranked(it.place());
        }
        to.add("scope.exclude." + it.id(), it.cite(), say.parts(say.either("另行处理的情形 " + number + "，", "case set aside " + number + ", ")
                + say.quoted(it.title()) + say.either("，即", ", that is ") + formulas.test(it.when()) + say.either("的：", ": ") + effect + follows));
    }

    private void indicator(Indicator it) {
        to.add("indicators." + it.id(), it.cite(), say.parts(say.quoted(names.of(it.id())) + " = " + formulas.of(it.formula()) + say.either("，", ", ")
                + say.unit(it.unit()), it.higherIsBetter() ? say.either("越大越好", "more is better") : say.either("越小越好", "less is better")));
    }

    private void baseline(BaselineRule it) {
        String share = it.percentile().map(at -> Say.percent(at.share())).orElse("");
        String kind = switch (it.kind()) {
            case CONSTANT -> "";
            case RATIO_OF_SUMS -> say.either("分子之和除以分母之和", "sum of numerators ÷ sum of denominators");
            case MEAN -> say.either("各户数值的算术平均", "mean of all values");
            case MAX -> say.either("各户数值的最大值", "largest value");
            case MIN -> say.either("各户数值的最小值", "smallest value");
            case PERCENTILE -> say.either("各户数值的分位值", "percentile of the values");
            case DEVIATION -> say.either("各户数值的标准差（除以 n）", "standard deviation of the values (÷ n)");
            case SAMPLE_DEVIATION -> say.either("各户数值的样本标准差（除以 n - 1）", "standard deviation of a sample of the values (÷ n - 1)");
        };
        String method = it.percentile().map(at -> say.either("分位 ", "at ") + share + say.either("，", ", ") + switch (at.method()) {
            case NEAREST_RANK -> say.either("取该名次上的数值", "the value at that place");
            case LINEAR_INCLUSIVE -> say.either("在 1 + p（n - 1）处内插", "linear at place 1 + p (n - 1)");
            case LINEAR_EXCLUSIVE -> say.either("在 p（n + 1）处内插", "linear at place p (n + 1)");
        }).orElse("");
        String who = switch (it.population()) {
            case EVALUATED -> say.either("全部计分企业，含不定级的", "all who are scored, the ungraded too");
            case GRADED -> say.either("只取定级的企业", "only those who are graded");
        };
        to.add("baselines." + it.id(), it.cite(), say.parts(say.quoted(names.of(it.id())) + say.either("（", " (") + names.of(it.indicator()) + say.either("）：", "): ")
                        + it.constant().map(formulas::of).orElse("") + kind, method, it.among().map(this::among).orElse(""),
                it.constant().isPresent() && it.population() == BaselineRule.Population.EVALUATED ? "" : who,
                it.by().isEmpty() ? "" : say.either("分别按", "one for each ") + say.quotedList(it.by().stream().map(names::of).toList()),
                it.when().map(when -> say.either("只计", "only where ") + formulas.those(when)).orElse(""),
                it.priorYear() ? say.either("取上年名册", "of last year's roll") : "",
                it.times().map(times -> say.either("再乘以 ", "times ") + formulas.of(times)).orElse(""), it.rounding().map(say::rounding).orElse("")));
    }

    private String among(BaselineRule.Among it) {
        List<String> parts = new ArrayList<>();
        it.best().ifPresent(cut -> parts.add(say.either("只取最好的 ", "only the best ") + cut(cut)));
        it.dropBest().ifPresent(cut -> parts.add(say.either("剔除最好的 ", "without the best ") + cut(cut)));
        it.dropWorst().ifPresent(cut -> parts.add(say.either("剔除最差的 ", "without the worst ") + cut(cut)));
        if (it.isRounded()) {
            parts.add(say.either("户数", "shares of enterprises ") + say.mode(it.rounding()));
        }
        return String.join(say.either("，", ", "), parts);
    }

    private String cut(Cut it) {
        String count = it.count().map(number -> Say.number(number) + say.either(" 户", " enterprises")).orElse("");
        String share = it.share().map(Say::percent).orElse("");
        return count.isEmpty() || share.isEmpty() ? count + share : count + say.either("与 ", " or ") + share + say.either("中较少的", ", whichever is less");
    }

    private void group(Group group, int number) {
        String path = "groups." + group.id();
        to.add(path, group.cite(), say.parts(say.either("第 " + number + " 组", "group " + number + ", ") + say.quoted(names.text("group", group.id()))
                        + say.either("：", ": ") + group.when().map(when -> formulas.those(when))
                        .orElse(number == 1 ? say.either("所有企业", "everybody") : say.either("其余企业", "everybody else")),
                group.weightsTotal().map(sum -> say.either("各项权重合计 ", "the weights sum to ") + formulas.of(sum)).orElse(""),
                group.rankOn().map(on -> say.either("不计分，按", "nothing is scored, ranked on ") + say.quoted(names.of(on)) + say.either("排序", "")).orElse("")));
        group.items().forEach(item -> item(path + ".items." + item.id(), group, item));
    }

    private void item(String path, Group group, Item it) {
        GapText gaps = new GapText(rule, say, formulas);
        Formula shown = Formula.name(it.indicator());
        boolean lower = rule.indicators().find(it.indicator()).map(indicator -> !indicator.higherIsBetter()).orElse(false);
        boolean share = rule.indicators().find(it.indicator()).map(indicator -> indicator.unit().isShare() && !indicator.unit().symbol().isEmpty())
                .orElse(false);
        List<String> references = references(it.references());
        to.add(path, it.cite(), say.parts(say.quoted(names.text("group", group.id())) + say.either("计分项", ", item ") + say.quoted(names.of(it.indicator()))
                        + (it.id().equals(it.indicator()) ? "" : say.either("（", " (") + it.id() + say.either("）", ")"))
                        + say.either("，权重 ", ", weight ") + formulas.points(it.weight()),
                new ShapeText(say, formulas, names.of("w"), true).of(it.shape(), shown, lower, share),
                ties(it.shape() instanceof Shape.RankPoints, it.shape().toString()), String.join(say.either("，", ", "), references),
                bounds(it.limits()),
                gaps.negative(it), gaps.zero(it), it.instead().map(this::instead).orElse(""), gaps.gaps(it)));
    }

    /** How equals count where something goes by a place and no ranking says it. */
    private String ties(boolean byPlace, String formula) {
        return rule.ranking().isEmpty() && (byPlace || formula.contains("place(\"")) ? say.ties(Ties.BEST_PLACE) : "";
    }

    private List<String> references(Map<String, Formula> of) {
        return of.entrySet().stream().map(entry -> names.of(entry.getKey()) + say.either("为 ", " is ") + formulas.of(entry.getValue())).toList();
    }

    /** What holds points; that nothing does is said too. */
    private String bounds(Limits<Formula> it) {
        String open = it.cap().isEmpty() && it.floor().isEmpty() ? say.either("不封顶、不保底", "neither cap nor floor")
                : it.cap().isEmpty() ? say.either("不封顶", "no cap") : it.floor().isEmpty() ? say.either("不保底", "no floor") : "";
        String held = say.limits(it, formulas::points);
        return held.isEmpty() || open.isEmpty() ? held + open : held + say.either("，", ", ") + open;
    }

    /** What is scored for those who lack the indicator. */
    private String instead(Item.Instead it) {
        List<String> references = references(it.references());
        return say.either("缺该项数据而有", "who lacks it and has ") + say.quoted(names.of(it.indicator())) + say.either("的，按后者同样计分", " is scored on that alike")
                + (references.isEmpty() ? "" : say.either("，", ", ") + String.join(say.either("，", ", "), references));
    }

    private void bonus(Bonus it) {
        String groups = scoredGroups();
        String who = it.when().map(when -> (groups.isEmpty() ? "" : groups + say.either("中，", ", where ")) + formulas.test(when) + say.either("的", ""))
                .orElse(groups.isEmpty() ? say.either("所有企业", "everybody") : groups);
        to.add("bonuses." + it.id(), it.cite(), say.parts(say.quoted(it.title()) + say.either("：", ": ") + who + amount(it),
                it.limit().map(most -> say.either("加减至多 ", "at most ") + formulas.points(most)).orElse(""),
                it.category().isEmpty() ? "" : say.either("属于", "counts as ") + say.quoted(it.category()) + say.either("类", ""),
                ties(false, it.when() + " " + it.amount()), it.missingIsNone() ? say.either("缺数据的不加减", "where missing, nothing") : say.either("缺数据的不计总分", "where missing, no total")));
    }

    /** Those of groups whose items are summed, where others are ranked on a figure and get no bonus; empty where there are none of these. */
    private String scoredGroups() {
        if (rule.groups().stream().allMatch(it -> it.rankOn().isEmpty())) {
            return "";
        }
        List<String> scored = rule.groups().stream().filter(it -> it.rankOn().isEmpty()).map(it -> names.text("group", it.id())).toList();
        return scored.isEmpty() ? say.either("计分的企业（各组都不计分）", "those who are scored (no group is)")
                : say.quotedList(scored) + say.either("的企业", "");
    }

    private String amount(Bonus it) {
        boolean isNumber = it.amount().expr() instanceof Expr.Literal;
        Optional<Expr> taken = taken(it.amount().expr());
        boolean takes = taken.isPresent();
        Formula size = Formula.of(taken.orElse(it.amount().expr()));
        return (takes ? say.either("，减 ", ": takes ") : say.either("，加 ", ": adds ")) + formulas.inside(size)
                + (it.ofSubtotal() ? say.either(" × 各项得分合计", " × the sum of the scores") : "") + say.either(" 分", " points")
                + (takes || isNumber ? "" : say.either("（负数即减分）", " (a negative number takes)"));
    }

    /** What is taken by a number below zero, or by a product that begins with one; empty where nothing says so. */
    private static Optional<Expr> taken(Expr expr) {
        if (expr instanceof Expr.Literal number) {
            return number.value().signum() < 0 ? Optional.of(new Expr.Literal(number.value().negate(), number.unit())) : Optional.empty();
        }
        if (!(expr instanceof Expr.Call call) || call.operands().isEmpty()) {
            return Optional.empty();
        }
        boolean product = call.function().equals("*") || call.function().equals("/");
        if (call.function().equals("-") && call.operands().size() == 1) {
            return Optional.of(call.operands().get(0));
        }
        return product ? taken(call.operands().get(0)).map(first -> new Expr.Call(call.function(), List.of(first, call.operands().get(1))))
                : Optional.empty();
    }

    private void total() {
        to.chapter("总分", "Total");
        if (rule.groups().stream().allMatch(group -> group.items().isEmpty()) && rule.total().equals(Total.PLAIN)) {
            return;
        }
        to.add("total", rule.total().cite(), say.parts(say.either("总分 = 各项得分之和", "total = sum of the scores") + (rule.bonuses().isEmpty() ? ""
                : say.either(" + 加减分", " + bonuses and deductions")), bounds(rule.total().limits())));
    }

    /** Whether classes of earlier years decide on something. */
    private boolean readsHistory() {
        Stream<Formula> overrides = rule.overrides().stream().flatMap(it -> it.when().stream());
        Stream<Formula> classes = rule.classes().stream().flatMap(it -> Stream.concat(it.tests().values().stream(), it.requires().values().stream()));
        Stream<Formula> bonuses = rule.bonuses().stream().flatMap(it -> Stream.concat(it.when().stream(), Stream.of(it.amount())));
        Stream<Formula> money = rule.consequences().stream().flatMap(it -> Stream.concat(it.when().stream(), it.cases().stream().flatMap(one -> one.when().stream())));
        Stream<Formula> groups = Stream.concat(rule.groups().stream().flatMap(it -> it.when().stream()),
                rule.labels().stream().flatMap(it -> it.choices().stream().flatMap(choice -> choice.when().stream())));
        return Stream.of(overrides, classes, bonuses, money, groups).flatMap(all -> all).map(Formula::toString)
                .anyMatch(text -> text.contains("prior_class") || text.contains("consecutive("))
                || rule.consequences().stream().anyMatch(it -> it.rates().values().stream().anyMatch(rates -> rates.size() > 1));
    }
}
