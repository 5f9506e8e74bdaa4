package io.mubiao.render;

import io.mubiao.land.Column;
import io.mubiao.land.Indicator;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.EvaluationDiff;
import io.mubiao.land.question.EvaluationImpact;
import io.mubiao.land.question.Margin;
import io.mubiao.land.question.RankShift;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answers to questions about an evaluation in words (反事实、差距、影响、对比), Chinese or (for any other locale) English: lines
 * that can be pasted, with the names that the rule gives its columns and indicators.
 */
public final class QuestionWords {
    private final Evaluation evaluation;
    private final Words words;
    private final List<String> lines = new ArrayList<>();

    private QuestionWords(Evaluation evaluation, Locale locale) {
        this.evaluation = evaluation;
        words = new Words(locale);
    }

    /** What would lift an enterprise to a class, or what keeps it from it whatever the input. */
    public static String explain(Evaluation evaluation, Counterfactual it, Locale locale) {
        QuestionWords answer = new QuestionWords(evaluation, locale);
        answer.tell(it);
        return Words.lines(answer.lines);
    }

    /** How far an enterprise is from the next better class. */
    public static String explain(Evaluation evaluation, Margin it, Locale locale) {
        QuestionWords answer = new QuestionWords(evaluation, locale);
        answer.tell(it);
        return Words.lines(answer.lines);
    }

    /** The same in a line, for a table that names the enterprise beside. */
    public static String brief(Evaluation evaluation, Margin it, Locale locale) {
        QuestionWords answer = new QuestionWords(evaluation, locale);
        answer.tell(it);
        String line = answer.lines.stream().map(String::strip).collect(Collectors.joining(answer.words.either("；", "; ")));
        return Characters.shown(line.substring(answer.name(it.id()).length() + answer.words.either("：", ": ").length()));
    }

    /** Whom a change of inputs moves; the evaluation is the one before. */
    public static String explain(Evaluation evaluation, EvaluationImpact it, Locale locale) {
        QuestionWords answer = new QuestionWords(evaluation, locale);
        MoveWords moves = new MoveWords(answer.words, evaluation.rule());
        it.moves().forEach(move -> answer.lines.add(moves.line(move)));
        it.rankShifts().forEach(answer::shift);
        return answer.textOr("没有任何变动", "nothing moves");
    }

    /** What differs between two evaluations; the first of them names the columns. */
    public static String explain(Evaluation evaluation, EvaluationDiff it, Locale locale) {
        QuestionWords answer = new QuestionWords(evaluation, locale);
        answer.tell(it);
        return answer.textOr("没有差异", "nothing differs");
    }

    /** The class of last year and for how many years in a row. */
    public static String explain(ClassHistory history, String id, Locale locale) {
        Words words = new Words(locale);
        return Words.lines(List.of(history.last(id).map(last -> words.either("上年等级 " + last + "，已连续 " + history.consecutive(id, last) + " 年",
                "last year's class " + last + ", " + history.consecutive(id, last) + " in a row"))
                .orElse(words.either("上年没有等级", "no class last year"))));
    }

    private String textOr(String chinese, String english) {
        return Words.lines(lines.isEmpty() ? List.of(words.either(chinese, english)) : lines);
    }

    private void tell(Counterfactual it) {
        String column = column(it.column());
        String head = name(it.id()) + words.either("：", ": ");
        if (it.needed().isEmpty()) {
            lines.add(head + words.either("其他不变，“" + column + "”取允许的任何值都达不到 " + it.target() + " 类",
                    "all else as it is, no allowed number of " + column + " reaches " + it.target()));
            new Barriers(words).ofColumn(evaluation, it.id(), it.target()).forEach(barrier -> lines.add("  " + barrier));
            return;
        }
        Quantity needed = it.needed().get();
        if (needed.equals(it.now())) {
            lines.add(head + words.either("已达到 " + it.target() + " 类", "has reached " + it.target()));
            return;
        }
        Quantity change = it.change().orElseThrow();
        boolean more = change.amount().signum() > 0;
        String reached = it.after().flatMap(EnterpriseResult::finalClass).orElse(it.target());
        String size = PlainNumber.of(more ? change : Quantity.of(change.amount().negate(), change.unit()));
        lines.add(head + words.either("其他不变，“" + column + "”由 " + PlainNumber.of(it.now()) + (more ? " 增加 " : " 减少 ") + size + "，达到 "
                + PlainNumber.of(needed) + "，即可评为 " + reached + " 类",
                "all else as it is, " + column + " from " + PlainNumber.of(it.now()) + (more ? " up by " : " down by ") + size + " to "
                + PlainNumber.of(needed) + " reaches " + reached));
        it.after().ifPresent(after -> lines.add("  " + words.either("届时：", "then: ") + result(after)));
    }

    private void tell(Margin it) {
        List<String> ways = new ArrayList<>();
        MoveWords.Basis on = MoveWords.Basis.of(words, evaluation.rule(), evaluation.get(it.id()).group());
        it.points().ifPresent(points -> ways.add(lacks(on, points)));
        long place = evaluation.get(it.id()).place().orElse(0);
        it.places().stream().filter(places -> it.points().isPresent() && places > 0 && places < place).forEach(places ->
                ways.add(words.either("需前进 " + places + " 名", places + (places == 1 ? " place to gain" : " places to gain"))));
        it.indicators().forEach((id, number) -> ways.add(alone(ways, indicator(id), number)));
        it.columns().forEach((id, number) -> ways.add(alone(ways, column(id), number)));
        lines.add(name(it.id()) + words.either("：距 " + it.target() + " 类，", ": to " + it.target() + ", ")
                + (it.isOpen() ? words.either("差多少不能推算：由名次决定调档，空出的名额又递补", "how far nobody can tell: places decide on changes of classes, and vacated ones are filled again")
                        : ways.isEmpty() ? words.either("单靠得分达不到", "points alone do not lead there")
                        : String.join(words.either("，", ", "), ways)));
        if (ways.isEmpty() && !it.isOpen()) {
            new Barriers(words).of(evaluation, it.id(), it.target()).forEach(barrier -> lines.add("  " + barrier));
        }
    }

    /** What a total lacks or has too much; of an indicator that ranks in its place by its name. */
    private String lacks(MoveWords.Basis on, Rational points) {
        boolean less = points.signum() < 0;
        String by = PlainNumber.atLeast(less ? points.negate() : points);
        if (!on.isTotal()) {
            String size = on.unit().isEmpty() ? by : by + " " + on.unit();
            return words.either(on.title() + (less ? "需降低 " : "还差 ") + size, on.title() + " " + size + (less ? " too high" : " short"));
        }
        return words.either(less ? "总分需降低 " + by : "总分还差 " + by + " 分", less ? by + " less in total" : by + " points short");
    }

    private String alone(List<String> ways, String title, Quantity number) {
        return (ways.isEmpty() ? "" : words.either("或", "or ")) + words.either("“" + title + "”单项达到 ", title + " alone at ")
                + PlainNumber.of(number);
    }

    private void tell(EvaluationDiff it) {
        MoveWords moves = new MoveWords(words, evaluation.rule(), null);
        it.moves().forEach(move -> lines.add(moves.line(move)));
        names(it.added(), "新增：", "added: ");
        names(it.removed(), "不再参评：", "no longer there: ");
        it.migration().forEach((from, to) -> to.forEach((there, count) -> {
            if (!from.equals(there)) {
                lines.add(words.either(from + " → " + there + "：" + count + " 家", from + " -> " + there + ": " + count));
            }
        }));
        it.amounts().values().forEach(amounts -> lines.add(new ChargeWords(words).differ(amounts)));
        if (it.baselinesMoved()) {
            lines.add(words.either("基准值有变动", "baselines moved"));
        }
    }

    private void names(List<String> ids, String chinese, String english) {
        if (!ids.isEmpty()) {
            lines.add(words.either(chinese, english) + String.join(words.either("、", ", "), ids));
        }
    }

    private void shift(RankShift it) {
        String ranking = RankWords.group(evaluation, it.ranking());
        String group = ranking.isEmpty() ? "" : words.either("（" + ranking + "）", " (" + ranking + ")");
        long by = Math.abs(it.by());
        PlainNumber totals = PlainNumber.beside(Stream.of(it.best(), it.worst()));
        MoveWords.Basis on = MoveWords.Basis.ofRanking(words, evaluation.rule(), it.ranking());
        String range = on.number(totals, it.best()) + words.either(" 至 ", " to ") + on.number(totals, it.worst());
        String places = it.first() == it.last() ? "" + it.first() : it.first() + words.either(" 至 ", " to ") + it.last();
        lines.add(words.either("原第 " + places + " 名（" + on.title() + " " + range + "）" + group + "的 " + it.enterprises() + " 家，名次"
                + (it.by() < 0 ? "前移 " : "后移 ") + by + " 名，" + (on.isTotal() ? "得分" : on.title()) + "和等级不变", it.enterprises()
                + (it.first() == it.last() ? " at place " : " at places ") + places + " (" + (on.isTotal() ? "totals" : on.title()) + " " + range + ")" + group + ": "
                + by + (by == 1 ? " place " : " places ") + (it.by() < 0 ? "forward" : "back") + ", nothing else"));
    }

    private String result(EnterpriseResult it) {
        return new MoveWords(words, evaluation.rule()).result(it);
    }

    private String name(String id) {
        return MoveWords.name(evaluation.get(id), words);
    }

    private String column(String id) {
        return evaluation.rule().columns().stream().filter(it -> it.id().equals(id)).map(Column::title).findFirst().orElse(id);
    }

    private String indicator(String id) {
        return evaluation.rule().indicators().stream().filter(it -> it.id().equals(id)).map(Indicator::title).findFirst().orElse(id);
    }
}
