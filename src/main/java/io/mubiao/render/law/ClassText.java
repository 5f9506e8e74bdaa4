package io.mubiao.render.law;

import io.mubiao.formula.Formula;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.PostRule;
import io.mubiao.land.RankingRule;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ranking, classes, what changes them, and what follows from them, in words. */
final class ClassText {
    private final EvaluationRule rule;
    private final Say say;
    private final LawNames names;
    private final FormulaText formulas;
    private final Article to;

    ClassText(EvaluationRule rule, Say say, LawNames names, FormulaText formulas, Article to) {
        this.rule = rule;
        this.say = say;
        this.names = names;
        this.formulas = formulas;
        this.to = to;
    }

    void write() {
        to.chapter("排序", "Ranking");
        rule.ranking().ifPresent(this::ranking);
        to.chapter("分档", "Classes");
        rule.classes().ifPresent(this::classes);
        to.chapter("调档", "Changes of a class");
        int number = 0;
        for (PostRule it : rule.overrides()) {
            number++;
            override(it, number);
        }
        boolean byPlace = rule.classes().filter(it -> it.method() == ClassRule.Method.RANK).isPresent();
        if ((rule.overrides().size() > 0 && byPlace) || rule.refill() != io.mubiao.land.Refill.NONE) {
            to.add("refill", Cite.NONE, say.parts(switch (rule.refill()) {
                case NONE -> say.either("调档空出的名额不递补", "a place that is vacated stays empty");
                case COUNTED -> say.either("被调档的企业退出排名，空出的名额由后面的依次递补，调入的企业占名额，由此超出名额的由排在最后的依次顺延到下一类",
                        "who is moved leaves the ranking, and those behind fill the places; who was moved takes a place where he lands, and who is then beyond "
                                + "the last place goes to the next class");
                case UNCOUNTED -> say.either("被调档的企业退出排名，空出的名额由后面的依次递补，调入的企业不占名额",
                        "who is moved leaves the ranking, and those behind fill the places; who was moved takes no place");
            }));
        }
        if (!rule.noPriorClass().isEmpty()) {
            to.add("no-prior-class", Cite.NONE, say.parts(say.either("上年没有等级的，上年等级视为", "of whoever had no class last year, last year's class is ")
                    + say.quoted(rule.noPriorClass())));
        }
        to.chapter("差别化政策", "Consequences");
        rule.consequences().forEach(this::consequence);
        to.chapter("公开范围", "What may leave the office");
        rule.exports().forEach((profile, columns) -> to.add("exports." + profile, Cite.NONE, say.parts(profile(profile) + say.either("含：", " has: ")
                + say.list(columns.stream().map(this::exported).toList()))));
    }

    private String profile(String name) {
        return say.quoted(name.equals("public") ? say.either("公开", name) : name.equals("internal") ? say.either("内部", name) : name);
    }

    private String exported(String name) {
        return switch (name) {
            case "rank" -> say.either("名次", "place");
            case "places" -> say.either("参加排序户数", "number of places");
            case "id" -> say.either("编号", "id");
            case "name" -> say.either("企业名称", "name");
            case "status" -> say.either("参评状态", "standing");
            case "initial_class" -> say.either("初评等级", "class before changes");
            case "label" -> say.either("不定级标记", "mark");
            case "reason" -> say.either("不能判定的原因", "reason");
            case "class" -> say.either("最终等级", "final class");
            default -> names.of(name);
        };
    }

    private void ranking(RankingRule it) {
        to.add("ranking", it.cite(), say.parts(it.by().isEmpty() ? say.either("所有参加排序的企业一并排序", "all are ranked together")
                        : say.either("按", "ranked within each ") + say.quotedList(it.by().stream().map(names::of).toList()) + say.either("分别排序", ""),
                on(it.onRounded()),
                it.breakTies().isEmpty() ? "" : say.either("总分相同的依次比较", "equals are ordered by ") + say.quotedList(it.breakTies().stream().map(names::of).toList()),
                say.ties(it.ties()), it.smallGroups().map(small -> small(small, it.by())).orElse(say.either("不论户数多少", "however few there are"))));
        int number = 0;
        for (RankingRule.Again again : it.again()) {
            number++;
            again(again, number);
        }
    }

    /** Of groups that are not scored the figure of each takes the place of the total. */
    private String on(boolean rounded) {
        long figures = rule.groups().stream().filter(it -> it.rankOn().isPresent()).count();
        if (figures > 0 && figures == rule.groups().size()) {
            return rounded ? say.either("按各组的排序指标取整后的数", "on the rounded figure of each group") : say.either("按各组的排序指标，不取整", "on the figure of each group, not rounded");
        }
        String total = rounded ? say.either("按取整后的总分", "on the rounded total") : say.either("按未取整的总分", "on the total before rounding");
        return figures == 0 ? total : total + say.either("，不计分的组按其排序指标", ", in groups that are not scored on the figure of each");
    }

    private void again(RankingRule.Again it, int number) {
        to.add("ranking.again." + it.id(), it.cite(), say.parts(say.either("再排序 " + number + "，", "ranked again " + number + ", ") + say.quoted(it.title()),
                it.when().map(when -> say.either("限于", "only those where ") + formulas.those(when)).orElse(say.either("参加排序的全部企业", "all who are ranked")),
                say.either("在同一排序范围内按", "within the same ranking, on ") + formulas.of(it.on()) + (it.higherIsBetter()
                        ? say.either("从高到低排序", ", the highest first") : say.either("从低到高排序", ", the lowest first")),
                say.either("并列处理同前", "equals as before")));
    }

    /** @param by what rankings go by; small ones join another text of the last of these */
    private String small(RankingRule.SmallGroups it, List<String> by) {
        String few = say.either("不足 " + it.minimum() + " 户的组", "a ranking of fewer than " + it.minimum());
        String label = it.label().isEmpty() ? "" : say.either("，标为 ", ", marked ") + say.quoted(it.label());
        return few + it.into().map(into -> say.either("并入", " joins ") + say.quoted(by.isEmpty() ? into : names.text(by.get(by.size() - 1), into))).orElse(say.either("不定级", " is not graded")) + label;
    }

    private void classes(ClassRule it) {
        String method = switch (it.method()) {
            case RANK -> say.either("按名次分档", "by place");
            case SCORE -> say.either("按总分分档", "by the total");
            case TESTS -> say.either("按条件分档，以先符合的为准", "by tests, the first that holds");
        };
        to.add("classes", it.cite(), say.parts(say.either("分为 ", "classes, best first: ") + say.quotedList(it.classes()) + say.either("，从优到劣", ""), method,
                it.cutsBy().isEmpty() ? "" : say.either("界限按", "cuts by ") + say.quoted(names.of(it.cutsBy())),
                it.quota().map(quota -> quota(it, quota)).orElse(""),
                it.method() == ClassRule.Method.RANK || it.baseIsPopulation() ? it.baseIsPopulation()
                        ? say.either("比例的基数为全部计分企业，含不定级的", "shares are of all who are scored, the ungraded too")
                        : say.either("比例的基数为参加排序的企业", "shares are of those who are ranked") : ""));
        it.cuts().forEach((key, shares) -> to.add("classes.cuts" + (key.isEmpty() ? "" : "." + key), Cite.NONE, say.parts((key.isEmpty() ? ""
                : say.quoted(names.text(it.cutsBy(), key)) + say.either("：", ": ")) + cuts(it, shares))));
        each("classes.at-least.", it.least(), (name, least) -> say.either("总分达到 ", "from a total of ") + formulas.of(least) + say.either(" 的为 ", " on: ") + name);
        each("classes.tests.", it.tests(), (name, test) -> formulas.test(test) + say.either("的为 ", ": ") + name);
        if (!it.least().isEmpty() || !it.tests().isEmpty()) {
            String last = it.classes().isEmpty() ? "" : it.classes().get(it.rest());
            to.add("classes.order", Cite.NONE, say.parts(say.either("其余为 ", "all others: ") + say.quoted(last)));
        }
        if (!it.byOverride().isEmpty()) {
            to.add("classes.by-override", Cite.NONE, say.parts(say.quotedList(it.byOverride())
                    + say.either("只由调档产生", ": by a change of a class alone")));
        }
        each("classes.require.", it.requires(), (name, test) -> name + say.either("还须", " also requires ") + formulas.test(test)
                + say.either("，不符合的降为下一档", "; who fails it goes to the next class"));
        it.bounds().forEach(bound -> to.add("classes.bounds." + bound.of(), Cite.NONE, say.parts(say.quoted(bound.of()) + (bound.atMost()
                ? say.either("的比例至多 ", ": at most a share of ") : say.either("的比例至少 ", ": at least a share of ")) + formulas.of(bound.share()))));
    }

    private void each(String path, Map<String, Formula> all, java.util.function.BiFunction<String, Formula, String> words) {
        all.forEach((name, formula) -> to.add(path + name, Cite.NONE, say.parts(words.apply(say.quoted(name), formula))));
    }

    private String quota(ClassRule it, Quota quota) {
        if (quota.cumulative()) {
            return say.either("累计比例乘以基数", "cumulative shares × base, ") + say.mode(quota.mode()) + say.either("为各档最后一名", ", are the last place of each class");
        }
        String rest = quota.remainder() < it.classes().size() ? it.classes().get(quota.remainder()) : String.valueOf(quota.remainder());
        return say.either("各档比例分别", "the share of each class by itself, ") + say.mode(quota.mode()) + say.either("，余数归 ", ", the rest goes to ") + say.quoted(rest);
    }

    private String cuts(ClassRule it, List<Formula> shares) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            String name = i < it.classes().size() ? it.classes().get(i) : String.valueOf(i + 1);
            if (i < it.classes().size() && !it.isFound(i)) {
                continue;
            }
            texts.add((texts.isEmpty() ? say.either("前 ", "first ") : say.either("至 ", "to "))
                    + formulas.of(shares.get(i)) + say.either("为 ", ": ") + say.quoted(name));
        }
        return say.either("按累计比例（含界限），", "by cumulative share, bounds included, ") + String.join(say.either("，", ", "), texts);
    }

    private void override(PostRule it, int number) {
        String to2 = say.quoted(it.to());
        String effect = switch (it.effect()) {
            case SET -> say.either("定为 ", "is set to ") + to2;
            case NOT_ABOVE -> say.either("不高于 ", "is no better than ") + to2;
            case NOT_BELOW -> say.either("不低于 ", "is no worse than ") + to2;
            case SHIFT -> it.steps() < 0 ? say.either("降 " + -it.steps() + " 档", "goes down by " + -it.steps())
                    : say.either("升 " + it.steps() + " 档", "goes up by " + it.steps());
            case MANUAL -> say.either("由评价单位具名说明理由后定", "is given by a person, with a reason");
        };
        to.add("overrides." + it.id(), it.cite(), say.parts(say.either("第 " + number + " 步，", "step " + number + ", ") + say.quoted(it.title())
                + say.either("：", ": ") + it.when().map(when -> formulas.test(when) + say.either("的，等级", ": the class ")).orElse(say.either("等级", "the class "))
                + effect));
    }

    private void consequence(Consequence it) {
        String kind = switch (it.kind()) {
            case SURCHARGE -> say.either("加收", "paid on top");
            case RELIEF -> say.either("减免", "relieved");
            case REBATE -> say.either("返还", "paid back");
        };
        String rates = it.rates().entrySet().stream().map(rate -> say.quoted(rate.getKey()) + rated(years(rate.getValue())))
                .collect(Collectors.joining(say.either("，", ", ")));
        String fractions = it.fractions().entrySet().stream().map(entry -> say.quoted(entry.getKey()) + say.either("类为", ": ") + say.quoted(entry.getValue().of())
                        + say.either("类的 ", " × ") + formulas.of(entry.getValue().share()) + own(it, entry.getValue().of(), entry.getKey())).collect(Collectors.joining(say.either("，", ", ")));
        to.add("consequences." + it.id(), it.cite(), say.parts(say.quoted(it.title()) + say.either("，", ", ") + kind + say.either("：", ": ") + formulas.of(it.base())
                        + say.either(" × 费率，金额", " × rate, ") + say.unit(it.unit()) + say.either("，费率", ", rates ") + say.unit(it.rateUnit()), rates, cases(it), fractions,
                it.stacking().map(stacking -> stacking.max() ? say.either("与", "of this rate and ") + formulas.of(stacking.otherRate()) + say.either("取高，不累加", " the higher holds")
                        : say.either("与", "this rate is added to ") + formulas.of(stacking.otherRate()) + say.either("相加", "")).orElse(""),
                it.when().map(when -> say.either("适用于", "for those where ") + formulas.those(when)).orElse(""),
                it.valid().map(span -> say.either("自 " + span.first() + " 至 " + span.last() + " 执行", "in force from " + span.first() + " to " + span.last())).orElse(""),
                it.trial() ? say.either("试行，不具约束力", "a trial that binds nobody") : ""));
    }

    /** Whose years count where a rate goes by them and is a share of another class's. */
    private String own(Consequence it, String of, String name) {
        return it.rates().getOrDefault(of, List.of()).size() < 2 ? "" : say.either("（年数按在" + say.quoted(name) + "类的连续年数）", " (by the years in a row in "
                + say.quoted(name) + ")");
    }

    private String rated(String rates) {
        return say.either(!rates.isEmpty() && Character.isDigit(rates.charAt(0)) ? "类 " : "类", ": ") + rates;
    }

    /** Rates that go by tests, in their order, whatever the class. */
    private String cases(Consequence it) {
        List<String> cases = new ArrayList<>();
        for (Consequence.Case one : it.cases()) {
            String before = cases.isEmpty() ? "" : one.when().isEmpty() ? say.either("，", ", ") : say.either("，否则", ", else ");
            String whom = one.when().map(when -> formulas.test(when) + say.either("的，费率 ", ": "))
                    .orElse(it.cases().size() == 1 ? say.either("费率 ", "everybody: ") : say.either("其余费率 ", "all others: "));
            cases.add(before + whom + formulas.of(one.rate()));
        }
        return String.join("", cases);
    }

    private String years(List<Formula> rates) {
        if (rates.size() == 1) {
            return formulas.of(rates.get(0));
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            boolean last = i == rates.size() - 1;
            texts.add((last ? say.either("连续第 " + (i + 1) + " 年及以后 ", "from year " + (i + 1) + " in a row on ")
                    : say.either("连续第 " + (i + 1) + " 年 ", "year " + (i + 1) + " in a row ")) + formulas.of(rates.get(i)));
        }
        return String.join(say.either("、", ", "), texts);
    }
}
