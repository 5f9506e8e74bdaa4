package io.mubiao.render;

import io.mubiao.assess.Addition;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Effect;
import io.mubiao.compare.Cause;
import io.mubiao.compare.ScorecardDiff;
import io.mubiao.compare.ScorecardImpact;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What observations did, and what differs between scorecards, in words (追加、设想与对比): Chinese or (for any other locale)
 * English, a line for each target, item or node.
 */
public final class ChangeWords {
    private final Words words;

    private ChangeWords(Locale locale) {
        words = new Words(locale);
    }

    /** What an observation did to one target. */
    public static String explain(Effect effect, Locale locale) {
        return Words.lines(List.of(new ChangeWords(locale).line(effect)));
    }

    /** What adding an observation did, and what is doubtful about it. */
    public static String explain(Addition addition, Locale locale) {
        return Words.lines(new ChangeWords(locale).lines(addition, locale));
    }

    /** The same beside the assessments before: of each target what is another one, its status, figure and attainment. */
    public static String explain(Addition addition, Assessments before, Locale locale) {
        return Words.lines(new ChangeWords(locale).lines(addition, before, locale));
    }

    /** What adding several observations together did, each line once. */
    public static String explain(List<Addition> additions, Assessments before, Locale locale) {
        ChangeWords words = new ChangeWords(locale);
        return Words.lines(additions.stream().flatMap(it -> words.lines(it, before, locale).stream()).distinct().toList());
    }

    /** What observations that were supposed would do to a scorecard. */
    public static String explain(ScorecardImpact impact, Locale locale) {
        ChangeWords words = new ChangeWords(locale);
        List<String> lines = new ArrayList<>();
        impact.additions().stream().flatMap(addition -> words.lines(addition, locale).stream()).distinct().forEach(lines::add);
        lines.addAll(words.lines(impact.diff()));
        return Words.lines(lines);
    }

    /** What differs between two scorecards. */
    public static String explain(ScorecardDiff diff, Locale locale) {
        return Words.lines(new ChangeWords(locale).lines(diff));
    }

    private String line(Effect it) {
        return it.target() + words.either("：", ": ") + words.of(it.kind())
                + (it.detail().isEmpty() ? "" : words.either("（", " (") + words.said(it.detail()) + words.either("）", ")"));
    }

    private List<String> lines(Addition it, Locale locale) {
        return lines(it, null, locale);
    }

    private List<String> lines(Addition it, @Nullable Assessments before, Locale locale) {
        List<String> lines = new ArrayList<>();
        it.effects().forEach(effect -> lines.add(line(effect) + (before == null ? "" : moved(it, effect, before))));
        it.problems().forEach(problem -> lines.add(problem.toString(locale)));
        if (lines.isEmpty()) {
            lines.add(words.either("没有目标读取数据流“" + it.observation().entry().stream() + "”",
                    "no target reads stream '" + it.observation().entry().stream() + "'"));
        }
        return lines;
    }

    private String moved(Addition it, Effect effect, Assessments before) {
        Optional<Assessment> was = before.find(effect.target());
        Optional<Assessment> is = it.assessments().stream().filter(one -> one.target().id().equals(effect.target())).findFirst();
        if (was.isEmpty() || is.isEmpty()) {
            return "";
        }
        AssessmentCells cells = new AssessmentCells(words);
        List<String> parts = new ArrayList<>();
        moved("状态 ", "status ", words.of(was.get().status()), words.of(is.get().status()), parts);
        moved("实际 ", "actual ", cells.actual(was.get()), cells.actual(is.get()), parts);
        moved("完成率 ", "attainment ", AssessmentCells.attainment(was.get()), AssessmentCells.attainment(is.get()), parts);
        return parts.isEmpty() ? "" : words.either("：", ": ") + String.join(words.either("，", ", "), parts);
    }

    private void moved(String chinese, String english, String before, String after, List<String> parts) {
        if (!before.equals(after)) {
            parts.add(words.either(chinese, english) + before + arrow() + after);
        }
    }

    private List<String> lines(ScorecardDiff diff) {
        List<String> lines = new ArrayList<>();
        for (ScorecardDiff.ItemChange it : diff.items()) {
            List<String> parts = new ArrayList<>();
            for (ScorecardDiff.What what : it.what()) {
                changed(what, it.before(), it.after()).ifPresent(parts::add);
            }
            String causes = it.causes().stream().map(this::cause).collect(Collectors.joining(words.either("、", ", ")));
            lines.add(it.id() + " " + it.after().title() + words.either("：", ": ") + String.join(words.either("，", ", "), parts)
                    + (causes.isEmpty() ? "" : words.either("；原因：", "; because: ") + causes));
        }
        for (ScorecardDiff.NodeChange it : diff.nodes()) {
            String name = it.after().id().isEmpty() ? words.either("合计", "all") : words.node(it.after().title());
            lines.add(name + words.either("：", ": ") + it.what().stream().flatMap(what -> changed(what, it.before(), it.after()).stream())
                    .collect(Collectors.joining(words.either("，", ", "))));
        }
        names(diff.added(), "新增：", "added: ", lines);
        names(diff.removed(), "取消：", "removed: ", lines);
        if (lines.isEmpty()) {
            lines.add(words.either("没有变化", "nothing changed"));
        }
        return lines;
    }

    private void names(List<String> ids, String chinese, String english, List<String> lines) {
        if (!ids.isEmpty()) {
            lines.add(words.either(chinese, english) + String.join(words.either("、", ", "), ids));
        }
    }

    private Optional<String> changed(ScorecardDiff.What what, ItemScore before, ItemScore after) {
        return switch (what) {
            case POINTS -> Optional.of(words.either("得分 ", "points ") + points(before.points()) + arrow() + points(after.points()));
            case STATUS -> before.assessment().isEmpty() || after.assessment().isEmpty() ? Optional.empty()
                    : Optional.of(words.of(before.assessment().get().status()) + arrow() + words.of(after.assessment().get().status()));
            case LIGHT -> Optional.of(words.either("灯 ", "light ") + before.light().orElse("-") + arrow() + after.light().orElse("-"));
            case CLAIMS -> Optional.of(words.either("否决或说明事项有变化", "vetoes or duties changed"));
            case GRADE, PLACE -> Optional.empty();
        };
    }

    private Optional<String> changed(ScorecardDiff.What what, NodeScore before, NodeScore after) {
        return switch (what) {
            case POINTS -> Optional.of(words.either("得分 ", "points ") + points(before.points()) + arrow() + points(after.points()));
            case LIGHT -> Optional.of(words.either("灯 ", "light ") + before.light().orElse("-") + arrow() + after.light().orElse("-"));
            case GRADE -> Optional.of(words.either("等次 ", "grade ") + before.grade().orElse("-") + arrow() + after.grade().orElse("-"));
            case PLACE -> Optional.of(words.either("名次 ", "place ") + place(before) + arrow() + place(after));
            case CLAIMS -> Optional.of(words.either("否决或说明事项有变化", "vetoes or duties changed"));
            case STATUS -> Optional.empty();
        };
    }

    private String cause(Cause it) {
        return words.of(it.kind()) + it.observation().map(observation -> " " + observation.entry().id()).orElse("")
                + (it.detail().isEmpty() ? "" : words.either("（", " (") + words.said(it.detail()) + words.either("）", ")"));
    }

    private String arrow() {
        return words.either(" → ", " -> ");
    }

    private static String points(Optional<Rational> points) {
        return points.map(Numbers::four).orElse("-");
    }

    private static String place(NodeScore node) {
        return node.place().isPresent() ? Long.toString(node.place().getAsLong()) : "-";
    }
}
