package io.mubiao.render;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Pace;
import io.mubiao.assess.Status;
import io.mubiao.assess.Verdict;
import io.mubiao.target.Goal;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The scorecard of a register as text: a block a chapter, a line a target, and a summary by status (评估总表). */
public final class ScorecardTable {
    private final Words words;
    private final Requirement requirement;

    private ScorecardTable(Locale locale) {
        words = new Words(locale);
        requirement = new Requirement(words);
    }

    /** The table in Chinese, or for any other locale in English. */
    public static String of(Assessments assessments, Locale locale) {
        return new ScorecardTable(locale).text(assessments);
    }

    private String text(Assessments assessments) {
        TextTable table = TextTable.rightAligned(3, 5, 6, 7);
        table.row(words.either("编号", "id"), words.either("目标", "target"), words.either("状态", "status"),
                words.either("实际", "actual"), words.either("要求", "required"), words.either("完成率", "attained"),
                words.either("应完成", "owed by now"), words.either("超前(+)/落后(-)天", "days ahead(+)"),
                words.either("说明", "remark"));
        for (Assessment assessment : assessments) {
            row(table, assessment);
        }
        Iterator<String> lines = table.lines().iterator();
        List<String> out = new ArrayList<>();
        out.add(assessments.register().title());
        out.add(words.either("截至 ", "as of ") + assessments.question().date() + known(assessments));
        String heading = lines.next();
        Map<String, List<Assessment>> chapters = assessments.byChapter();
        Map<String, String> lineById = assessments.stream()
                .collect(Collectors.toMap(assessment -> assessment.target().id(), assessment -> lines.next()));
        chapters.forEach((chapter, members) -> {
            out.add("");
            out.add("【" + (chapter.isEmpty() ? words.either("未分章", "no chapter") : chapter) + "】");
            out.add(heading);
            members.forEach(member -> out.add(lineById.get(member.target().id())));
        });
        out.add("");
        out.add(summary(assessments));
        return String.join("\n", out) + "\n";
    }

    private String known(Assessments assessments) {
        String known = assessments.question().known();
        return known.equals("everything") ? "" : words.either("，按 ", ", knowing what was known by ") + known
                + words.either(" 已知的情况", "");
    }

    private String summary(Assessments assessments) {
        Map<Status, Long> counts = assessments.counts();
        String parts = counts.entrySet().stream().filter(entry -> entry.getValue() > 0)
                .map(entry -> words.of(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(words.either("，", ", ")));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return words.either("共 " + all + " 项：", all + " targets: ") + parts + "\n" + paced(assessments);
    }

    /** Of those that have a pace to judge, how many are on it; annual-only and unmeasurable targets are left out. */
    private String paced(Assessments assessments) {
        long onPace = assessments.paceCounts().getOrDefault(Pace.ON_PACE, 0L);
        long judged = onPace + assessments.paceCounts().getOrDefault(Pace.BEHIND, 0L);
        String share = judged == 0 ? "-" : Numbers.percent(Rational.of(onPace, judged));
        return words.either("计入序时进度 " + judged + " 项，达到 " + onPace + " 项(" + share + ")",
                "pace judged of " + judged + ", on pace " + onPace + " (" + share + ")");
    }

    private void row(TextTable table, Assessment it) {
        table.row(it.target().id(), it.target().title(), words.of(it.status()), actual(it),
                requirement.of(it.goal()) + due(it), it.attainment().map(Numbers::percent).orElse("-"),
                it.expected().map(Numbers::of).orElse("-"), days(it), remark(it));
    }

    private String actual(Assessment it) {
        if (it.goal() instanceof Goal.Milestone) {
            return it.reachedOn().map(Object::toString).orElse("-");
        }
        if (it.goal() instanceof Goal.Quota && it.actual().isPresent() && it.required().isPresent()) {
            return it.actual().get().amount() + "/" + Numbers.of(it.required().get());
        }
        return it.actual().map(Numbers::of).orElse("-");
    }

    private String due(Assessment it) {
        boolean usual = it.due().equals(it.target().period().last());
        return usual ? "" : words.either(" 限", " by ") + it.due();
    }

    private static String days(Assessment it) {
        long days = it.daysAhead().orElse(0);
        return it.daysAhead().isEmpty() ? "-" : days > 0 ? "+" + days : Long.toString(days);
    }

    private String remark(Assessment it) {
        List<String> parts = new ArrayList<>();
        if (it.verdict() == Verdict.UNMEASURABLE) {
            it.holes().forEach(hole -> parts.add(words.either("缺", "no ") + words.part(hole.part())
                    + (hole.words().isEmpty() ? "" : "(" + hole.words() + ")")));
        } else {
            it.reason().ifPresent(reason -> parts.add(words.of(reason)));
        }
        if (it.verdict() == Verdict.MET && !it.settled()) {
            parts.add(words.either("目前", "so far"));
        }
        it.otherActual().map(Numbers::of).ifPresent(other -> parts.add(other(it, other)));
        it.notes().forEach(note -> parts.add(words.of(note.kind()) + " " + note.detail()));
        it.opinions().forEach(opinion -> parts.add(opinion.assessor() + words.either("评：", ": ") + opinion.band()));
        return String.join(words.either("；", "; "), parts);
    }

    private String other(Assessment it, String other) {
        boolean reported = it.target().basis() == io.mubiao.observe.Basis.REPORTED;
        return (reported ? words.either("认定 ", "recognised ") : words.either("上报 ", "reported ")) + other;
    }
}
