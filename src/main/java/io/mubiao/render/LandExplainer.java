package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Standing;
import io.mubiao.lookup.LookupList;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Source;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how the result of an enterprise came about (评价结果说明书), in Chinese or (for any other locale) English. */
public final class LandExplainer {
    private static final String NUMERALS = "一二三四五六七八九";

    /** Why an indicator gives no score by itself. */
    private static final Set<Explanation.Mark> GAPS = Set.of(Explanation.Mark.MISSING, Explanation.Mark.NO_FIGURE, Explanation.Mark.NOT_GIVEN, Explanation.Mark.ZERO_DIVISOR,
            Explanation.Mark.DEGENERATE, Explanation.Mark.ZERO_INDICATOR, Explanation.Mark.NO_BASE, Explanation.Mark.NO_WEIGHT);

    private final Words words;
    private final FormulaWords formulas;
    private final CiteWords cites;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();
    private int sections;
    private boolean graded;

    private LandExplainer(Locale locale, LookupList<Source> sources) {
        this.words = new Words(locale);
        this.formulas = new FormulaWords(words);
        this.cites = new CiteWords(words, sources);
    }

    /**
     * The explanation as lines of text; long numbers are shown rounded half up to four decimals, or to four digits that
     * count where they are small.
     */
    public static String explain(Explanation explanation, Locale locale) {
        LandExplainer explainer = new LandExplainer(locale, explanation.sources());
        explainer.tell(explanation);
        return Words.lines(explainer.lines);
    }

    private void tell(Explanation it) {
        head(it);
        it.scope().forEach(this::aside);
        new WhyWords(words).withoutTotal(it).ifPresent(lines::add);
        it.group().filter(group -> group.test().isPresent() || !group.title().equals(group.id())).ifPresent(this::group);
        if (!it.inputs().isEmpty()) {
            section("申报数据", "Data as filed");
            it.inputs().forEach(leaf -> lines.add("  " + PlainFormula.title(words, leaf) + colon() + formulas.filed(leaf)
                    + members(it, leaf)));
        }
        if (!it.looked().isEmpty()) {
            section("归类和取值", "Looked up");
            it.looked().forEach(this::looked);
        }
        if (!it.baselines().isEmpty()) {
            section("基准值", "Baselines");
            it.baselines().forEach(this::baseline);
        }
        if (!it.items().isEmpty() || it.total().isPresent()) {
            section("得分", "Scores");
            it.items().forEach(this::item);
            it.bonuses().stream().filter(Explanation.BonusLine::given).forEach(this::bonus);
            without(it.bonuses());
            it.total().ifPresent(total -> total(total, it.ranking()));
        }
        it.ranking().ifPresent(placing -> ranking(placing, it.total()));
        if (it.result().finalClass().isPresent() || !it.overrides().isEmpty() || !it.way().isEmpty()) {
            classes(it);
        }
        if (!it.chargeGrounds().isEmpty()) {
            section("差别化政策", "What follows");
            it.bases().forEach(base -> base.operands().forEach(this::derived));
            it.charges().forEach(charge -> charge.operands().forEach(this::derived));
            it.chargeGrounds().forEach(ground -> ground.operands().forEach(this::derived));
            it.chargeGrounds().forEach(ground -> ground.otherRate().ifPresent(other -> other.operands().forEach(this::derived)));
            it.chargeGrounds().forEach(ground -> lines.add("  " + new ChargeWords(words).of(it, ground) + cite(ground.consequence().cite())));
        }
    }

    /** What each member brought into a sum; who left it empty made it missing. */
    private String members(Explanation it, Trace.Leaf sum) {
        List<String> own = it.members().stream().flatMap(member -> member.inputs().stream().filter(leaf -> leaf.name().equals(sum.name()))
                .map(leaf -> member.name() + " " + formulas.value(leaf))).toList();
        return own.isEmpty() ? "" : words.either("（", " (") + String.join(words.either("，", ", "), own) + words.either("）", ")");
    }

    private void section(String chinese, String english) {
        sections++;
        lines.add(words.either(NUMERALS.charAt(sections - 1) + "、" + chinese, sections + ". " + english));
    }

    private void head(Explanation it) {
        graded = !it.way().isEmpty();
        EnterpriseResult result = it.result();
        lines.add(result.name() + (result.name().equals(result.id()) ? ""
                : words.either("（" + result.id() + "）", " (" + result.id() + ")")) + colon() + standing(result)
                + (it.trial() ? words.either("　试评价，结果不具约束力", "; trial, binds nobody") : ""));
        String followed = MoveWords.followed(result, words);
        if (!followed.isEmpty()) {
            lines.add(followed);
        }
        result.why().ifPresent(why -> lines.add(words.either("原因：", "reason: ") + new WhyWords(words).of(why)));
        String mergedBy = it.mergedBy().isEmpty() ? "" : words.either("（", " (") + it.mergedBy().stream().map(leaf -> PlainFormula.title(words, leaf)
                + colon() + formulas.value(leaf)).collect(Collectors.joining(words.either("，", ", "))) + words.either("）", ")");
        if (it.sharing().size() > 1) {
            String lead = it.members().stream().findFirst().map(Explanation.MemberFigures::name).orElse("");
            lines.add(words.either("合并评价" + mergedBy + "，办法规定合计的数据为各成员之和，其余数据以" + lead + "为准，共享结果：",
                    "evaluated as one" + mergedBy + " on the sums of its members where the rule adds up, all else as of " + lead + ", sharing the result: ")
                    + String.join(words.either("、", ", "), it.sharing()));
            history(it);
        } else if (!it.mergedBy().isEmpty()) {
            lines.add(words.either("未与其他企业合并", "not merged with others") + mergedBy);
        }
    }

    /** Members whose classes of earlier years do not count. */
    private void history(Explanation it) {
        String others = it.members().stream().filter(member -> !member.id().equals(it.result().id()) && member.lastClass().isPresent())
                .map(member -> member.name() + " " + member.lastClass().get()).collect(Collectors.joining(words.either("、", ", ")));
        if (!others.isEmpty()) {
            lines.add(words.either("以前年度的等级只按 " + it.result().id() + " 的计，其他成员的上年等级不计：",
                    "of classes of earlier years only those of " + it.result().id() + " count, not last year's of other members: ") + others);
        }
    }

    private String standing(EnterpriseResult it) {
        if (MoveWords.isTreated(it)) {
            return MoveWords.treated(it, words);
        }
        String standing = it.standing() == Standing.GRADED && !graded ? words.either("参评", "evaluated") : words.of(it.standing());
        return standing + (it.label().isEmpty() ? "" : words.either("，标注 ", ", labelled ") + it.label());
    }

    private void aside(Explanation.ScopeLine it) {
        lines.add(words.either("原因：", "reason: ") + new WhyWords(words).of(it) + cite(it.cite()));
        it.operands().forEach(this::derived);
    }

    /** Which group of items, and the facts that put it there. */
    private void group(Explanation.GroupUsed it) {
        lines.add(words.either("评价组：", "group: ") + it.title() + it.test().map(test -> words.either("（", " (")
                + new ClassWords(words).test(test, it.operands()) + words.either("）", ")")).orElse("") + cite(it.cite()));
    }

    /** A label with the test that chose it, or a number of a table with the text it goes by. */
    private void looked(Explanation.LookedUp it) {
        String why = it.test().map(test -> new ClassWords(words).test(test, it.operands())).orElseGet(() -> it.operands().stream()
                .filter(Trace.Leaf.class::isInstance).map(by -> PlainFormula.title(words, by) + colon() + found((Trace.Leaf) by))
                .collect(Collectors.joining(words.either("，", ", "))));
        lines.add("  " + PlainFormula.title(words, it.value()) + colon() + found(it.value())
                + (why.isEmpty() ? "" : words.either("（", " (") + why + words.either("）", ")")) + cite(it.cite()));
    }

    /** A label that nobody can choose is no figure that lacks. */
    private String found(Trace.Leaf looked) {
        boolean isOpen = looked.origin() == Trace.Origin.LABEL && looked.text().isEmpty() && looked.number().isEmpty();
        return isOpen ? words.either("不能判定", "cannot be decided") : formulas.value(looked);
    }

    private void derived(Trace operand) {
        derived(operand, PlainFormula.title(words, operand));
    }

    private String whole(Formula formula, List<Trace> operands) {
        return PlainFormula.titles(words, operands).whole(formula);
    }

    private void baseline(Explanation.BaselineUsed it) {
        if (it.id().startsWith("place(")) {
            lines.add("  " + it.title() + words.either("名次", ", place") + (it.by().isEmpty() ? "" : words.either("（", " (")
                    + String.join(" ", it.by()) + words.either("）", ")")) + colon() + words.either("第 ", "") + PlainNumber.of(it.value())
                    + words.either(" 名，共 " + it.count() + " 家", " of " + it.count()) + RankWords.shared(it.equal(), words));
            return;
        }
        String title = it.definition().isPresent() ? it.title()
                : it.title() + words.either("同组平均得分", ", mean score of the group");
        String by = it.by().isEmpty() ? "" : words.either("（", " (") + String.join(" ", it.by()) + words.either("）", ")");
        lines.add("  " + title + by + colon() + (PlainNumber.isExact(it.value().amount()) ? "" : "≈ ") + PlainNumber.of(it.value())
                + it.definition().map(definition -> words.either("，", ", ") + how(definition)
                        + definition.when().map(when -> words.either("，限于 ", ", only of ") + whole(when, it.operands())).orElse("")).orElse("")
                + (it.count() == 0 ? "" : words.either("，由 " + it.count() + " 家企业形成",
                        ", formed by " + it.count() + " enterprises")) + cite(it.cite()));
    }

    /** How a baseline is formed: of which year, by which mean, of whom, times what, rounded how. */
    private String how(BaselineRule it) {
        if (it.kind() == BaselineRule.Kind.CONSTANT) {
            return words.of(it.kind());
        }
        return (it.priorYear() ? words.either("上年", "last year's ") : "") + words.of(it.population())
                + words.either("的", ", ") + words.of(it.kind())
                + it.percentile().map(part -> words.either("（", " (")
                        + PlainNumber.of(part.share().times(Rational.HUNDRED)) + " %" + words.either("，", ", ") + method(part.method())
                        + words.either("）", ")")).orElse("")
                + it.among().map(this::among).orElse("") + it.times().map(times -> " × " + times).orElse("")
                + it.rounding().map(rounding -> words.either("，", ", ") + formulas.rounded(rounding)).orElse("");
    }

    private String method(BaselineRule.Method it) {
        return switch (it) {
            case NEAREST_RANK -> words.either("取该名次上的数值", "the value at that place");
            case LINEAR_INCLUSIVE -> words.either("在 1 + p（n - 1）处内插", "linear at place 1 + p (n - 1)");
            case LINEAR_EXCLUSIVE -> words.either("在 p（n + 1）处内插", "linear at place p (n + 1)");
        };
    }

    /** Who among those who form a mean counts. */
    private String among(BaselineRule.Among it) {
        List<String> parts = new ArrayList<>();
        it.best().ifPresent(cut -> parts.add(words.either("取最优 ", "the best ") + cut));
        it.dropBest().ifPresent(cut -> parts.add(words.either("剔除最优 ", "without the best ") + cut));
        it.dropWorst().ifPresent(cut -> parts.add(words.either("剔除最差 ", "without the worst ") + cut));
        return words.either("（", " (") + String.join(words.either("，", ", "), parts) + words.either("）", ")");
    }

    private void item(Explanation.Line it) {
        it.indicator().ifPresent(trace -> derived(trace, it.title()));
        List<String> notes = new ArrayList<>();
        it.instead().ifPresent(missing -> notes.add(words.either("“" + missing + "”缺失，按办法以本项代替", missing + " is missing, this one stands in for it by the rule")));
        if (!it.marks().contains(Explanation.Mark.NO_WEIGHT)) {
            notes.add(words.either("权重 ", "weight ") + PlainNumber.of(it.weight()));
        }
        String score = it.score().map(trace -> PlainNumber.of(trace.value()) + worked(trace, notes)).orElse("—");
        String marks = it.marks().isEmpty() ? "" : Stream.concat(it.marks().stream().map(words::of), byRule(it))
                .collect(Collectors.joining(words.either("；", "; "), words.either("【", " ["), words.either("】", "]")));
        lines.add("  " + it.title() + words.either(" 得分 ", " scores ") + score + noted(notes) + marks + cite(it.cite()));
    }

    /** That the rule says what an item scores whose indicator gives no score by itself. */
    private Stream<String> byRule(Explanation.Line it) {
        boolean gap = it.marks().stream().anyMatch(GAPS::contains);
        return gap && it.score().isPresent() ? Stream.of(words.either("按办法规定计分", "scored as the rule says"))
                : Stream.empty();
    }

    private String noted(List<String> notes) {
        return notes.isEmpty() ? "" : words.either("（", " (") + String.join(words.either("，", ", "), notes)
                + words.either("）", ")");
    }

    /** How a number was worked out, with the numbers; what holds and rounds it goes to the notes. */
    private String worked(Trace trace, List<String> notes) {
        if (!(trace instanceof Trace.Worked it)) {
            return "";
        }
        Equation equation = new Equation(words, it);
        notes.addAll(equation.notes());
        return equation.behind();
    }

    /** Quantities and indicators that were worked out, each told once. */
    private void derived(Trace trace, String title) {
        if (trace instanceof Trace.Worked worked) {
            worked.operands().forEach(operand -> derived(operand,
                    operand instanceof Trace.Worked inner ? inner.title() : ""));
            if (worked.number().isPresent() && told.add(worked.name())) {
                String numbers = PlainFormula.numbers(words, worked.operands()).whole(worked.formula());
                String value = PlainNumber.of(worked.value());
                String named = whole(worked.formula(), worked.operands());
                if (named.equals(formulas.name(title))) {
                    return;
                }
                lines.add("  " + formulas.name(title) + " = " + named
                        + (numbers.equals(value) ? "" : " = " + numbers) + Equation.sign(worked) + value);
            }
        }
    }

    private void bonus(Explanation.BonusLine it) {
        List<String> notes = new ArrayList<>();
        int sign = it.points().value().amount().signum();
        boolean minus = sign < 0;
        it.test().ifPresent(test -> notes.add(new ClassWords(words).test(test, it.operands())));
        lines.add("  " + words.either(minus ? "扣分 " : sign == 0 ? "加减分 " : "加分 ", minus ? "deduction " : "bonus ") + it.title() + " "
                + PlainNumber.of(it.points().value()) + worked(it.points(), notes) + noted(limited(it, notes, minus))
                + (it.limited() ? words.either("【达到上限】", " [at its limit]") : "") + cite(it.cite()));
    }

    /** What was not given, in one line. */
    private void without(List<Explanation.BonusLine> bonuses) {
        String list = bonuses.stream().filter(line -> !line.given()).map(line -> line.title() + line.test().map(test -> words.either("（", " (")
                + new ClassWords(words).test(test, line.operands()) + words.either("）", ")")).orElse("")).collect(Collectors.joining(words.either("；", "; ")));
        if (!list.isEmpty()) {
            lines.add("  " + words.either("加减分不适用：", "bonuses that do not apply: ") + list);
        }
    }

    /** A limit either way is told as the one that counts here. */
    private List<String> limited(Explanation.BonusLine it, List<String> notes, boolean minus) {
        boolean limited = it.points() instanceof Trace.Worked worked && worked.formula().expr() instanceof Expr.Call call
                && call.function().equals("clamp");
        if (!limited) {
            return notes;
        }
        Trace.Worked worked = (Trace.Worked) it.points();
        String limit = PlainFormula.numbers(words, worked.operands()).whole(Formula.of(((Expr.Call) worked.formula().expr()).operands().get(2)));
        return Stream.concat(notes.subList(0, notes.size() - 2).stream(), Stream.of(minus
                ? words.either("最多扣 " + limit + " 分", "at most " + limit + " points taken")
                : words.either("最高 " + limit + " 分", "at most " + limit + " points"))).toList();
    }

    private void total(Trace.Worked total, Optional<Explanation.Placing> placing) {
        total.operands().forEach(operand -> {
            if (operand instanceof Trace.Worked it && !it.operands().isEmpty() && !it.name().startsWith("bonus_")) {
                if (it.name().equals("subtotal")) {
                    told.addAll(it.operands().stream().filter(Trace.Worked.class::isInstance)
                            .map(score -> ((Trace.Worked) score).name()).toList());
                    lines.add("  " + formulas.name("subtotal") + " " + PlainNumber.of(it.value())
                            + worked(it, new ArrayList<>()));
                } else {
                    derived(it, it.title());
                }
            }
        });
        List<String> notes = new ArrayList<>();
        boolean noBonus = total.operands().stream().skip(1).allMatch(bonus -> bonus.value().amount().signum() == 0);
        Optional<Trace.Worked> before = placing.filter(it -> !it.order().rounded()).flatMap(it -> Equation.unrounded(total));
        String worked = worked(before.orElse(total), notes);
        String core = noBonus && !new Equation(words, before.orElse(total)).isHeld() ? "" : worked;
        PlainNumber totals = placing.map(RankWords::totals).orElse(PlainNumber.ALONE);
        MoveWords.Basis on = MoveWords.Basis.of(words, total);
        String name = on.isTotal() ? formulas.name("total") : words.either("排序依据 " + on.title(), "ranked on " + on.title());
        lines.add("  " + name + " " + before.map(it -> totals.beforeRounding(it.value(), Equation.decimals(total)))
                .orElseGet(() -> totals.text(total.value())) + core + noted(notes)
                + before.map(it -> rounded(total, on)).orElse(""));
    }

    /** What rounding makes of a total that ranks as it is before, and what goes by which of both. */
    private String rounded(Trace.Worked total, MoveWords.Basis on) {
        List<String> notes = new Equation(words, total).notes();
        return words.either("，", ", ") + notes.get(notes.size() - 1) + words.either("为 ", " ") + PlainNumber.of(total.value())
                + words.either("；排序用取舍前的" + on.title() + "，分数线和条件用取舍后的" + on.title(),
                        "; the " + on.title() + " before rounding ranks, thresholds and tests go by the rounded one");
    }

    private void ranking(Explanation.Placing it, Optional<Trace.Worked> total) {
        RankWords rank = new RankWords(words, total.map(of -> MoveWords.Basis.of(words, of)).orElseGet(() -> MoveWords.Basis.total(words)));
        String head = rank.head(it) + cite(it.cite());
        section(head, head);
        rank.lines(it).forEach(line -> lines.add("  " + line));
        it.again().forEach(again -> {
            again.on().ifPresent(on -> on.operands().forEach(this::derived));
            lines.add("  " + rank.again(again) + cite(again.cite()));
        });
    }

    private void classes(Explanation it) {
        String initial = it.result().initialClass().or(() -> it.overrides().stream().findFirst()
                .map(Explanation.OverrideLine::before)).orElse("—");
        String last = it.result().finalClass().orElse(words.either("不能判定", "undecided"));
        if (it.result().initialClass().isEmpty() && it.way().isEmpty() && it.overrides().isEmpty()) {
            section("等级：" + last + "（名册给出）", "Class: " + last + " (given with the roll)");
            return;
        }
        section("等级：初评 " + initial + "，最终 " + last, "Class: initially " + initial + ", finally " + last);
        ClassWords why = new ClassWords(words);
        it.way().forEach(step -> step.operands().forEach(this::derived));
        it.overrides().forEach(line -> line.operands().forEach(this::derived));
        why.way(it, this::cite).forEach(line -> lines.add("  " + line));
        String without = why.without(it.overrides());
        if (!without.isEmpty()) {
            lines.add("  " + without);
        }
        it.overrides().stream().filter(line -> line.fired().orElse(true)).forEach(this::override);
    }

    private void override(Explanation.OverrideLine it) {
        String facts = it.test().map(test -> words.either("（", " (") + new ClassWords(words).test(test, it.operands())
                + words.either("）", ")")).orElse("");
        String change = it.before().equals(it.after()) ? words.either("仍为 ", "stays ") + it.after()
                : it.before() + " → " + it.after();
        lines.add(words.either("  调档：", "  override: ") + it.title() + words.either("，", ", ")
                + (it.fired().isEmpty() ? words.either("不能判定", "cannot be decided") : change) + facts
                + it.manual().map(manual -> words.either("，理由：", ", reason: ") + manual.reason()
                        + words.either("，决定：", ", by ") + manual.by()).orElse("") + cite(it.cite()));
    }

    private String colon() {
        return words.either("：", ": ");
    }

    private String cite(Cite it) {
        return cites.behind(it);
    }
}
