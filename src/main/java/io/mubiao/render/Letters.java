package io.mubiao.render;

import io.mubiao.formula.Symbol;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Merge;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.land.internal.FiledCell;
import io.mubiao.land.internal.GivenClass;
import io.mubiao.land.question.EvaluationDiff;
import io.mubiao.land.question.Move;
import io.mubiao.rule.Source;
import io.mubiao.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Letters to an enterprise, ready to be pasted (结果告知、复核答复、等级变动通知): Chinese, or for any other locale English. Whatever an
 * author or a file wrote stays in its line; what only the office knows is left open as {@code ____}.
 */
public final class Letters {
    private static final String OPEN = "____";
    private static final int LISTED = 20;

    private final Evaluation evaluation;
    private final EnterpriseResult result;
    private final Words words;
    private final List<String> lines = new ArrayList<>();

    private Letters(Evaluation evaluation, String id, Locale locale) {
        this.evaluation = evaluation;
        this.result = evaluation.get(id);
        words = new Words(locale);
    }

    /**
     * Tells an enterprise its result and how it came about (结果告知).
     *
     * @throws io.mubiao.problem.NoSuchIdException if there is no such enterprise
     */
    public static String result(Evaluation evaluation, String id, Locale locale) {
        Letters letter = new Letters(evaluation, id, locale);
        Explanation explanation = evaluation.explain(id);
        letter.head("评价结果告知书", "Notice of result");
        letter.line("现将你单位" + letter.year(" ", " 年度") + "评价结果告知如下：", "This is your result" + letter.year(" of the year ", "") + ".");
        letter.lines.add(letter.words.either("　　结果：", "  Result: ") + letter.moves(evaluation).result(letter.result, totals(explanation))
                + letter.words.either("。", "."));
        letter.grounds(explanation);
        letter.charges(explanation);
        letter.line("如对以上数据或结果有异议，请于 " + OPEN + " 前向 " + OPEN + " 书面提出，并附证明材料。",
                "If you object to these data or this result, write to " + OPEN + " by " + OPEN + " with evidence.");
        letter.foot();
        return Words.lines(letter.lines) + letter.words.either("附：评价结果说明\n", "Enclosed: how the result came about\n")
                + LandExplainer.explain(explanation, locale);
    }

    /**
     * Answers an appeal (复核答复): what the changed inputs move for the enterprise, and who else moves.
     *
     * @param before the evaluation that is appealed against
     * @param after the same with the inputs as they were found to be
     * @throws io.mubiao.problem.NoSuchIdException if one of them has no such enterprise
     */
    public static String appeal(Evaluation before, Evaluation after, String id, Locale locale) {
        Letters letter = new Letters(after, id, locale);
        letter.head("复核答复", "Answer to an appeal");
        letter.line("你单位对" + letter.year(" ", " 年度") + "评价结果提出的异议已复核。", "Your objection to the result"
                + letter.year(" of the year ", "") + " has been examined.");
        Explanation explanation = after.explain(id);
        List<String> inputs = letter.changedInputs(before, before.explain(id), explanation);
        if (inputs.isEmpty()) {
            letter.line("经核实，申报数据无误，原数据维持不变。", "The data were found to be right and stay as they are.");
        } else {
            letter.line("经核实，更正以下数据：", "These data were found to be wrong and are corrected:");
            inputs.forEach(input -> letter.lines.add(letter.words.either("　　", "  ") + input));
        }
        boolean moves = letter.moved(before, explanation);
        if (inputs.isEmpty() && moves) {
            letter.line("你单位申报数据未变，以上变动不是由你单位的数据引起的。", "Your data are what they were: this move does not come from them.");
        }
        letter.others(before, inputs.isEmpty());
        letter.baselines(before);
        letter.grounds(explanation);
        letter.charges(explanation);
        letter.foot();
        return Words.lines(letter.lines);
    }

    /**
     * Tells an enterprise that its class is another one than before (等级变动通知), with what it follows from.
     *
     * @param before last year's evaluation, or this year's before a change
     * @throws io.mubiao.problem.NoSuchIdException if one of them has no such enterprise
     */
    public static String classChange(Evaluation before, Evaluation after, String id, Locale locale) {
        Letters letter = new Letters(after, id, locale);
        letter.head("等级变动通知", "Change of class");
        MoveWords moves = letter.moves(before);
        boolean stays = !new Move(id, before.get(id), letter.result).inFinalClass();
        letter.line("你单位" + (stays ? "等级没有变动：" : "") + "原" + moves.grade(before.get(id)) + year(before, "（", " 年度）") + "，现"
                + moves.grade(letter.result) + letter.year("（", " 年度）") + "。", (stays ? "Your class stays. " : "") + "Before: "
                + moves.grade(before.get(id)) + year(before, " (", ")") + ". Now: " + moves.grade(letter.result) + letter.year(" (", ")") + ".");
        Explanation explanation = after.explain(id);
        letter.moved(before, explanation);
        letter.grounds(explanation);
        letter.charges(explanation);
        letter.foot();
        return Words.lines(letter.lines);
    }

    private String year(String ahead, String behind) {
        return year(evaluation, ahead, behind);
    }

    /** The year between words; nothing where there is none. */
    private static String year(Evaluation of, String ahead, String behind) {
        return of.year().isPresent() ? ahead + of.year().getAsInt() + behind : "";
    }

    private void line(String chinese, String english) {
        lines.add(words.either("　　" + chinese, english));
    }

    private void head(String chinese, String english) {
        EvaluationRule rule = evaluation.rule();
        lines.add(words.either(chinese, english));
        lines.add(MoveWords.name(result, words) + words.either("：", ","));
        Optional<String> document = rule.sources().stream().findFirst().map(Source::title);
        String by = document.map(title -> words.either("《" + title + "》", title)).orElse(rule.title().isEmpty() ? rule.id() : rule.title());
        line("依据：" + by + "。" + (rule.trial() ? "本次为试评价，结果不具约束力。" : ""),
                "Under " + by + "." + (rule.trial() ? " This is a trial, the result binds nobody." : ""));
    }

    /** With whom it was evaluated as one. */
    private void merged(Explanation it) {
        List<String> others = it.members().stream().filter(member -> !member.id().equals(result.id()))
                .map(member -> member(member.name(), member.id())).toList();
        if (!others.isEmpty()) {
            String lead = it.members().stream().findFirst().filter(member -> !member.id().equals(result.id()))
                    .map(member -> member(member.name(), member.id())).orElse(words.either("你单位", "you"));
            line("你单位与" + String.join("、", others) + "合并评价，办法规定合计的数据为各成员之和，其余数据以" + lead + "为准，结果由各成员共享。",
                    "You were evaluated as one with " + String.join(", ", others) + ": on the sums of all members where the rule adds up, all else as of "
                    + lead + "; the members share the result.");
        }
    }

    /** Why this class and no other, and the changes by overrides. */
    private void grounds(Explanation it) {
        ClassWords why = new ClassWords(words);
        CiteWords cites = new CiteWords(words, it.sources());
        List<String> grounds = new ArrayList<>();
        merged(it);
        it.scope().forEach(line -> grounds.add(words.of(line.kind()) + new WhyWords(words).small(line) + (line.title().isEmpty() ? "" : words.either("：", ": ") + line.title())
                + line.test().map(test -> words.either("（", " (") + why.test(test, line.operands()) + words.either("）", ")")).orElse("") + cites.bracketed(line.cite())));
        new WhyWords(words).withoutTotal(it).ifPresent(grounds::add);
        Optional.of(MoveWords.followed(result, words)).filter(line -> !line.isEmpty()).ifPresent(grounds::add);
        result.why().ifPresent(reason -> grounds.add(new WhyWords(words).of(reason)));
        grounds.addAll(why.way(it, cites::bracketed));
        it.overrides().stream().filter(line -> line.fired().orElse(false)).forEach(line -> grounds.add(line.title() + words.either("，", ", ")
                + (line.before().equals(line.after()) ? words.either("仍为 ", "stays ") + line.after() : line.before() + " → " + line.after())
                + line.test().map(test -> words.either("（", " (") + why.test(test, line.operands()) + words.either("）", ")")).orElse("")
                + line.manual().map(manual -> words.either("，理由：", ", reason: ") + manual.reason()
                        + words.either("，决定：", ", by ") + manual.by()).orElse("") + cites.bracketed(line.cite())));
        for (int i = 0; i < grounds.size(); i++) {
            lines.add(words.either("　　理由" + (grounds.size() == 1 ? "" : i + 1) + "：", "  Reason" + (grounds.size() == 1 ? "" : " " + (i + 1)) + ": ")
                    + grounds.get(i) + words.either("。", "."));
        }
    }

    private void charges(Explanation it) {
        ChargeWords of = new ChargeWords(words);
        it.chargeGrounds().forEach(ground -> lines.add(words.either("　　相应政策：", "  What follows: ") + of.of(it, ground) + words.either("。", ".")));
    }

    /** What was filed otherwise, before and after: by whom of those evaluated as one, and what it makes of their sum; figures of earlier years. */
    private List<String> changedInputs(Evaluation before, Explanation then, Explanation now) {
        List<String> changed = new ArrayList<>();
        Roll old = Inside.of(before).originals();
        Roll found = Inside.of(evaluation).originals();
        Set<String> members = new LinkedHashSet<>(List.of(result.id()));
        members.addAll(now.sharing());
        members.addAll(then.sharing());
        members.removeIf(id -> old.find(id).isEmpty() || found.find(id).isEmpty());
        for (Column column : GivenClass.columns(evaluation.rule())) {
            List<String> own = new ArrayList<>();
            for (String id : members) {
                Trace.Leaf was = FiledCell.of(old, old.get(id).index(), column);
                Trace.Leaf is = FiledCell.of(found, found.get(id).index(), column);
                if (!was.equals(is)) {
                    own.add((id.equals(result.id()) ? "" : member(found.get(id).name(), id) + words.either("的", ": ")) + changed(was, is));
                }
            }
            if (!own.isEmpty() && isSummed(column) && Math.max(then.sharing().size(), now.sharing().size()) > 1) {
                own.set(own.size() - 1, own.get(own.size() - 1) + words.either("（合并后 ", " (evaluated as one ")
                        + arrow(sum(before, column), sum(evaluation, column)) + words.either("）", ")"));
            }
            changed.addAll(own);
        }
        now.inputs().stream().filter(is -> is.origin() == Trace.Origin.PRIOR_YEAR).forEach(is -> then.inputs().stream()
                .filter(was -> was.name().equals(is.name()) && !was.equals(is)).forEach(was -> changed.add(changed(was, is))));
        return changed;
    }

    private boolean isSummed(Column column) {
        List<String> sums = evaluation.rule().merge().map(Merge::sums).orElse(List.of());
        return column.kind() == Symbol.Kind.NUMBER && (sums.isEmpty() || sums.contains(column.id()));
    }

    private Trace.Leaf sum(Evaluation of, Column column) {
        return FiledCell.of(of.roll(), Inside.of(of).row(result.id()), column);
    }

    private String changed(Trace.Leaf was, Trace.Leaf is) {
        return PlainFormula.title(words, is) + words.either("：", ": ") + arrow(was, is);
    }

    private String arrow(Trace.Leaf was, Trace.Leaf is) {
        FormulaWords values = new FormulaWords(words);
        return values.value(was) + words.either(" → ", " -> ") + values.value(is);
    }

    private String member(String name, String id) {
        return name.equals(id) ? id : name + words.either("（" + id + "）", " (" + id + ")");
    }

    /** The totals that its own is printed beside. */
    private static PlainNumber totals(Explanation it) {
        return it.ranking().map(RankWords::totals).orElse(PlainNumber.ALONE);
    }

    private MoveWords moves(Evaluation before) {
        return new MoveWords(words, before.rule(), evaluation.rule());
    }

    /** What moved of its own result and amounts, or that nothing did; whether anything did. */
    private boolean moved(Evaluation before, Explanation explanation) {
        Move it = Move.of(result.id(), before, evaluation);
        MoveWords moves = moves(before);
        String what = moves.what(it);
        lines.add((what.isEmpty() ? words.either("　　结果不变：", "  The result stays: ") + moves.result(it.after(), totals(explanation))
                : words.either("　　结果变动：", "  The result moves: ") + what) + words.either("。", "."));
        return !what.isEmpty();
    }

    /**
     * Who else moves in class, and how many at all; not those who share its result.
     *
     * @param isOfOthers whether its own data are what they were
     */
    private void others(Evaluation before, boolean isOfOthers) {
        MoveWords moves = moves(before);
        Set<String> own = new LinkedHashSet<>(before.sharing(result.id()));
        own.retainAll(evaluation.sharing(result.id()));
        List<Move> others = EvaluationDiff.of(before, evaluation).moves().stream()
                .filter(move -> !own.contains(move.id())).toList();
        List<Move> classes = others.stream().filter(Move::inFinalClass).toList();
        if (others.isEmpty()) {
            line("其他企业的结果不变。", "Nobody else moves.");
            return;
        }
        String more = others.size() + (others.size() == 1 ? " other moves" : " others move");
        line((isOfOthers ? "与原评价相比，另有 " + others.size() + " 家变动（不是由你单位的数据引起的），" : "更正后，另有 " + others.size() + " 家变动，")
                + (classes.isEmpty() ? "等级均不变。" : "其中 " + classes.size() + " 家等级变动："),
                (isOfOthers ? "Compared with the evaluation before " + more + " (which does not come from your data), " : "After the correction " + more + ", ")
                + (classes.isEmpty() ? "none in class." : classes.size() + " in class:"));
        classes.stream().limit(LISTED).forEach(move -> lines.add(words.either("　　", "  ") + moves.line(move)));
        if (classes.size() > LISTED) {
            line("其余 " + (classes.size() - LISTED) + " 家从略。", "and " + (classes.size() - LISTED) + " more.");
        }
    }

    /** Whether baselines were kept or formed again. */
    private void baselines(Evaluation before) {
        boolean forms = evaluation.rule().baselines().stream().anyMatch(it -> it.kind() != BaselineRule.Kind.CONSTANT)
                || evaluation.baselines().meanScores().findAny().isPresent();
        if (before == evaluation || !forms) {
            return;
        }
        boolean isSame = before.baselines().equals(evaluation.baselines());
        if (Inside.of(evaluation).isFrozen()) {
            line(isSame ? "基准值沿用原评价的，没有重新计算。" : "基准值为另行给定的，与原评价的不同。", isSame
                    ? "The baselines are those of the evaluation before, not formed again." : "The baselines were given and are others than before.");
        } else {
            line("基准值已重新计算，与原评价的" + (isSame ? "相同。" : "不同。"), "The baselines were formed again and are "
                    + (isSame ? "the same as before." : "others than before."));
        }
    }

    private void foot() {
        lines.add(words.either("　　　　　　（机关）" + OPEN + "　　（日期）" + OPEN, "  " + OPEN + " (office)  " + OPEN + " (day)"));
    }
}
