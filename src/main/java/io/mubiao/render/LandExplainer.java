package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Explanation;
import io.mubiao.rule.Cite;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells how the result of an enterprise came about (评价结果说明书), in Chinese or (for any other locale) English. */
public final class LandExplainer {
    private static final Rounding FOUR = Rounding.halfUp(4);

    private final LandWords words;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();

    private LandExplainer(Locale locale) {
        this.words = new LandWords(locale);
    }

    /** The explanation as lines of text; numbers with more than four decimals are shown rounded half up to four. */
    public static String explain(Explanation explanation, Locale locale) {
        LandExplainer explainer = new LandExplainer(locale);
        explainer.tell(explanation);
        return String.join("\n", explainer.lines) + "\n";
    }

    private void tell(Explanation it) {
        head(it);
        if (!it.inputs().isEmpty()) {
            lines.add(words.either("一、申报数据", "1. Data as filed"));
            it.inputs().forEach(leaf -> lines.add("  " + leaf.title() + words.either("：", ": ") + text(leaf)));
        }
        if (!it.baselines().isEmpty()) {
            lines.add(words.either("二、基准值", "2. Baselines"));
            it.baselines().forEach(this::baseline);
        }
        if (!it.items().isEmpty()) {
            lines.add(words.either("三、得分", "3. Scores"));
            it.items().forEach(this::item);
            it.bonuses().stream().filter(line -> line.points().value().amount().signum() != 0).forEach(this::bonus);
        }
        it.total().ifPresent(total -> lines.add(words.either("  总分 ", "  total ") + number(total.value())
                + " = " + withNumbers(total)));
        it.ranking().ifPresent(this::ranking);
        it.overrides().stream().filter(line -> line.fired().orElse(true)).forEach(this::override);
        classes(it.result());
        it.charges().forEach(this::charge);
    }

    private void head(Explanation it) {
        EnterpriseResult result = it.result();
        lines.add(result.name() + words.either("（", " (") + result.id() + words.either("）：", "): ")
                + words.of(result.standing()) + (result.label().isEmpty() ? "" : " " + result.label())
                + (it.trial() ? words.either("　试评价，结果不具约束力", "; trial, binds nobody") : ""));
        if (!result.reason().isEmpty()) {
            lines.add(words.either("原因：", "reason: ") + result.reason());
        }
        if (it.sharing().size() > 1) {
            lines.add(words.either("合并评价，共享结果：", "evaluated as one, sharing the result: ")
                    + String.join(words.either("、", ", "), it.sharing()));
        }
    }

    private String text(Trace.Leaf leaf) {
        if (!leaf.text().isEmpty()) {
            return leaf.text();
        }
        if (leaf.number().isEmpty()) {
            return words.either("缺失", "missing");
        }
        Rational number = leaf.number().get().amount();
        return switch (leaf.kind()) {
            case DAY -> LocalDate.ofEpochDay(number.numerator().longValueExact()).toString();
            case FLAG -> number.signum() == 0 ? words.either("否", "no") : words.either("是", "yes");
            case NUMBER, TEXT -> number(leaf.number().get());
        };
    }

    private void baseline(Explanation.BaselineUsed it) {
        String by = it.by().isEmpty() ? "" : words.either("（", " (") + String.join(" ", it.by()) + words.either("）", ")");
        String formed = it.count() == 0 ? words.either("公布值", "published")
                : words.either("由 " + it.count() + " 家企业形成", "formed by " + it.count() + " enterprises");
        lines.add("  " + it.title() + by + words.either("：", ": ") + number(it.value()) + words.either("，", ", ") + formed
                + cite(it.cite()));
    }

    private void item(Explanation.Line it) {
        it.indicator().ifPresent(trace -> derived(trace, it.title()));
        String marks = it.marks().isEmpty() ? "" : it.marks().stream().map(words::of)
                .collect(Collectors.joining(words.either("；", "; "), words.either("【", " ["), words.either("】", "]")));
        String score = it.score().map(trace -> number(trace.value())
                + (trace instanceof Trace.Worked worked ? " = " + withNumbers(worked) : "")).orElse("—");
        lines.add("  " + it.title() + words.either(" 得分 ", " scores ") + score
                + words.either("（权重 ", " (weight ") + number(it.weight()) + words.either("）", ")") + marks + cite(it.cite()));
    }

    /** Quantities and indicators that were worked out, each told once. */
    private void derived(Trace trace, String title) {
        if (trace instanceof Trace.Worked worked) {
            worked.operands().forEach(operand -> derived(operand,
                    operand instanceof Trace.Worked inner ? inner.title() : ""));
            if (told.add(worked.name())) {
                lines.add("  " + title + " = " + withTitles(worked) + " = " + withNumbers(worked) + " = "
                        + number(worked.value()));
            }
        }
    }

    private void bonus(Explanation.BonusLine it) {
        String formula = it.points() instanceof Trace.Worked worked ? " = " + withNumbers(worked) : "";
        lines.add("  " + words.either(it.points().value().amount().signum() < 0 ? "扣分 " : "加分 ",
                it.points().value().amount().signum() < 0 ? "deduction " : "bonus ") + it.title() + " "
                + number(it.points().value()) + formula
                + (it.limited() ? words.either("【达到上限】", " [at its limit]") : "") + cite(it.cite()));
    }

    private void ranking(Explanation.Placing it) {
        String group = it.group().isEmpty() ? "" : words.either("（", " (") + String.join(" ", it.group())
                + words.either("）", ")");
        lines.add(words.either("四、排序" + group + "：第 " + it.place() + " 名，共 " + it.ranked() + " 家",
                "4. Rank" + group + ": place " + it.place() + " of " + it.ranked())
                + (it.equal() > 1 ? words.either("，并列 " + it.equal() + " 家", ", shared by " + it.equal()) : ""));
        long before = 0;
        for (Explanation.CutOff cut : it.cutOffs()) {
            String range = cut.lastPlace() <= before ? words.either("无名额", "no place")
                    : words.either("第 " + (before + 1) + " 至 " + cut.lastPlace() + " 名",
                            "places " + (before + 1) + " to " + cut.lastPlace());
            lines.add("  " + cut.className() + words.either("：", ": ") + range + cut.lowest().map(lowest ->
                    words.either("，最低分 ", ", lowest total ") + number(lowest)).orElse(""));
            before = Math.max(before, cut.lastPlace());
        }
    }

    private void override(Explanation.OverrideLine it) {
        String title = it.id().equals("refill") ? words.either("空出名额递补", "a vacated place filled again") : it.title();
        lines.add(words.either("  调档：", "  override: ") + title + words.either("，", ", ")
                + (it.fired().isEmpty() ? words.either("不能判定", "cannot be decided") : it.before() + " → " + it.after())
                + it.manual().map(change -> words.either("，理由：", ", reason: ") + change.reason()
                        + words.either("，决定：", ", by ") + change.by()).orElse("") + cite(it.cite()));
    }

    private void classes(EnterpriseResult it) {
        it.finalClass().ifPresent(name -> lines.add(words.either("五、等级：初评 ", "5. Class: initially ")
                + it.initialClass().orElse("—") + words.either("，最终 ", ", finally ") + name));
    }

    private void charge(Charge it) {
        String title = words.of(it.consequence().kind()) + " " + it.consequence().title();
        String years = words.either("，连续 " + it.years() + " 年 " + it.className(),
                ", " + it.className() + " for " + it.years() + (it.years() == 1 ? " year" : " years"));
        String amount = it.amount().isEmpty() ? words.either("：不计（", ": none (") + it.reason() + words.either("）", ")")
                : words.either("：", ": ") + it.rate().map(LandExplainer::number).orElse("")
                        + it.otherRate().map(other -> words.either("（另一价差 ", " (other rate ") + number(other)
                                + (it.consequence().stacking().orElseThrow().max() ? words.either("，取高", ", the larger")
                                        : words.either("，相加", ", the sum")) + words.either("）", ")")).orElse("")
                        + " × " + it.base().map(LandExplainer::number).orElse("") + " = " + number(it.amount().get());
        lines.add(words.either("六、", "6. ") + title + years + amount
                + (it.consequence().trial() ? words.either("（草案或试行，不具约束力）", " (draft or trial, binds nobody)") : "")
                + cite(it.consequence().cite()));
    }

    private String cite(Cite it) {
        String place = (it.source() + " " + it.clause()).strip();
        String source = place.isEmpty() ? "" : words.either("　依据：", "; source: ") + place;
        return source + (it.assumption().isEmpty() ? "" : words.either("　假定：", "; assumed: ") + it.assumption());
    }

    private static String withTitles(Trace.Worked worked) {
        Map<String, Formula> titles = new LinkedHashMap<>();
        worked.operands().forEach(operand -> titles.put(name(operand), Formula.name(title(operand))));
        return readable(worked.formula().with(titles));
    }

    private static String withNumbers(Trace.Worked worked) {
        Map<String, Formula> numbers = new LinkedHashMap<>();
        worked.operands().forEach(operand -> {
            if (!(operand instanceof Trace.Leaf leaf) || (leaf.number().isPresent() && leaf.kind() == Symbol.Kind.NUMBER)) {
                Rational value = operand.value().amount();
                numbers.put(name(operand), Formula.of(new Expr.Literal(
                        Rational.of(value.round(FOUR)), "")));
            }
        });
        return readable(worked.formula().with(numbers));
    }

    private static String readable(Formula formula) {
        return formula.toString().replace(" * ", " × ").replace(" / ", " ÷ ");
    }

    private static String name(Trace operand) {
        return operand instanceof Trace.Leaf leaf ? leaf.name() : ((Trace.Worked) operand).name();
    }

    private static String title(Trace operand) {
        return operand instanceof Trace.Leaf leaf ? leaf.title() : ((Trace.Worked) operand).title();
    }

    private static String number(Quantity quantity) {
        String number = number(quantity.amount());
        return quantity.unit().symbol().isEmpty() ? number : number + " " + quantity.unit();
    }

    private static String number(Rational value) {
        return value.asDecimal().filter(exact -> exact.scale() <= 4).orElseGet(() -> value.round(FOUR)).toPlainString();
    }
}
