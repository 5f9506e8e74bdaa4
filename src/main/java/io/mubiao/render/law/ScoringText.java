package io.mubiao.render.law;

import io.mubiao.formula.Symbol;
import io.mubiao.rule.Cite;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.OverSet;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.scoring.internal.ShareMarks;
import io.mubiao.shape.Shape;
import java.util.List;
import java.util.stream.Stream;

/** A scoring rule in words. */
final class ScoringText {
    private final ScoringRule rule;
    private final Say say;
    private final LawNames names;
    private final FormulaText formulas;
    private final Article to;

    ScoringText(ScoringRule rule, Say say) {
        this.rule = rule;
        this.say = say;
        names = new LawNames(say, false);
        formulas = new FormulaText(say, names);
        to = new Article(rule, say);
        rule.inputs().forEach(it -> names.add(it.id(), it.title(), say.either("输入", "input")));
        rule.parameters().forEach(it -> names.add(it.id(), it.title(), say.either("参数", "parameter")));
        rule.derived().forEach(it -> names.add(it.id(), it.title(), say.either("计算值", "derived")));
        rule.parts().forEach(this::name);
    }

    private void name(Part part) {
        part.parts().forEach(this::name);
        names.add(part.id(), part.title(), say.either("分项", "part"));
    }

    List<RuleClause> clauses() {
        to.heading(say.either("标准分 ", "full points ") + Say.number(rule.points()));
        to.parameters(names);
        to.chapter("数据", "Data");
        rule.inputs().forEach(this::input);
        to.derived(rule.derived(), names, formulas);
        rule.ties().ifPresent(ties -> to.add("ties", Cite.NONE, say.parts(say.either("名次：", "places: ") + say.ties(ties))));
        to.chapter("计分", "Points");
        rule.parts().forEach(part -> part("parts." + part.id(), part, ""));
        to.add("total", Cite.NONE, say.parts(say.either("得分 = ", "points = ") + sum(rule.parts().stream().map(Part::id).toList()),
                say.limits(rule.total(), formulas::points)));
        to.chapter("否决和责任", "Vetoes and duties");
        rule.claims().forEach(it -> claim((it.isVeto() ? "vetoes." : "duties.") + it.id(), it));
        return to.clauses();
    }

    private String sum(List<String> parts) {
        return String.join(" + ", parts.stream().map(names::of).map(say::quoted).toList());
    }

    private void input(RuleInput it) {
        String kind = switch (it.kind()) {
            case NUMBER -> say.either("数字", "a number");
            case TEXT -> say.either("文字", "a text");
            case DAY -> say.either("日期", "a day");
            case FLAG -> say.either("是或否", "yes or no");
        };
        to.add("inputs." + it.id(), Cite.NONE, say.parts(say.quoted(names.of(it.id())) + say.either("：", ": ") + kind
                        + it.unit().map(unit -> it.kind() == Symbol.Kind.NUMBER || !unit.symbol().isEmpty() ? say.either("，", ", ") + say.unit(unit) : "")
                        .orElse(it.kind() == Symbol.Kind.NUMBER ? it.reading().map(this::measure).orElse(say.either("，单位随目标", ", in the unit of the target")) : ""),
                it.reading().map(reading -> say.either("取目标的", "read of the target: ") + Readings.word(say, reading))
                        .orElse(it.over().isPresent() ? "" : say.either("由考核单位给定", "given by the office")),
                it.over().map(this::over).orElse(""),
                it.higherIsBetter() ? "" : say.either("越小越好", "less is better")));
    }

    /** In what a number that is read of a target is told. */
    private String measure(Reading it) {
        return switch (it) {
            case ATTAINMENT, CAPPED_ATTAINMENT, EXPECTED_SHARE, OF_EXPECTED, BEHIND_SHARE -> say.either("，是比例", ", a share");
            case POINTS_AHEAD, POINTS_BEHIND -> say.either("，单位为百分点", ", in percentage points");
            case DAYS_AHEAD, DAYS_LATE -> say.either("，单位为天", ", in days");
            case STRENGTH, MONTH -> say.either("，没有单位", ", without a unit");
            default -> say.either("，单位随目标", ", in the unit of the target");
        };
    }

    private String over(OverSet it) {
        String fold = switch (it.fold()) {
            case COUNT_OF -> say.either("一组目标中符合条件的个数", "how many of a set of targets pass");
            case SHARE_OF -> say.either("一组目标中符合条件的比例", "which share of a set of targets passes");
            case SUM_OF -> say.either("一组目标之和", "the sum over a set of targets");
            case MEAN_OF -> say.either("一组目标的平均", "the mean over a set of targets");
            case LOWEST_OF -> say.either("一组目标的最低值", "the lowest of a set of targets");
            case HIGHEST_OF -> say.either("一组目标的最高值", "the highest of a set of targets");
        };
        String lacking = switch (it.lacking()) {
            case REFUSE -> say.either("有缺数据的即为缺数据", "missing where one is missing");
            case SKIP -> say.either("缺数据的剔除", "those that are missing are left out");
            case ZERO -> say.either("缺数据的按不符合或 0 计", "those that are missing do not pass, or count as 0");
        };
        return fold + it.test().map(test -> say.either("，条件：", ", the test: ") + formulas.test(test)).orElse("") + say.either("，", ", ") + lacking;
    }

    private void part(String path, Part part, String above) {
        part.parts().forEach(inner -> part(path + ".parts." + inner.id(), inner, part.id()));
        String what = part.shape().map(shape -> new ShapeText(say, formulas, names.of("w"), false).of(shape, part.of(), !part.higherIsBetter(), ShareMarks.isShare(rule, part.of())))
                .orElse(say.either("得分 = ", "points = ") + sum(part.parts().stream().map(Part::id).toList())
                        + (part.higherIsBetter() ? "" : say.either("（越小越好）", " (less is better)")));
        String references = String.join(say.either("，", ", "), part.references().entrySet().stream()
                .map(entry -> names.of(entry.getKey()) + say.either("为 ", " is ") + formulas.of(entry.getValue())).toList());
        to.add(path, part.cite(), say.parts(say.quoted(names.of(part.id())) + (above.isEmpty() ? "" : say.either("，属于", ", part of ") + say.quoted(names.of(above))),
                part.weight().map(weight -> say.either("本项权重（标准分） ", "its weight (full points) ") + formulas.of(weight)).orElse(""),
                what, references,
                part.times().map(times -> say.either("再乘以 ", "times ") + formulas.of(times)).orElse(""),
                part.gate().map(gate -> say.either("只在", "only where ") + formulas.test(gate.when()) + say.either("时计，否则得 ", ", else ")
                        + formulas.points(gate.otherwise())).orElse(""),
                part.fallback().missing().map(points -> say.either("缺数据的得 ", "where missing ") + formulas.points(points))
                        .orElse(part.shape().isEmpty() ? "" : say.either("缺数据的没有得分", "where missing, no points")),
                part.fallback().zeroDivisor().map(points -> say.either("除数为零的得 ", "where a divisor is zero ") + formulas.points(points))
                        .orElse(part.shape().filter(shape -> !(shape instanceof Shape.Words)).isEmpty() ? ""
                                : say.either("除数为零的没有得分", "where a divisor is zero, no points")), say.limits(part.limits(), formulas::points)));
    }

    private void claim(String path, Claim it) {
        to.add(path, it.cite(), claim(say, formulas, it));
    }

    static String claim(Say say, FormulaText formulas, Claim it) {
        return say.parts(say.quoted(it.title()) + say.either("：", ": ") + formulas.test(it.when()) + it.grade().map(grade ->
                say.either("的，一票否决，等次不高于 ", ": a veto, the grade is no better than ") + say.quoted(grade))
                .orElse(say.either("的，责任单位须照此办理", ": the lead unit owes this")));
    }

    /** The clauses of a rule inside of another. */
    static Stream<RuleClause> within(ScoringRule rule, Say say) {
        return new ScoringText(rule, say).clauses().stream();
    }
}
