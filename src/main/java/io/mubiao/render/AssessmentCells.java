package io.mubiao.render;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Pace;
import io.mubiao.assess.Status;
import io.mubiao.assess.Verdict;
import io.mubiao.target.Goal;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cells of an assessment in a table, and the lines below it. */
final class AssessmentCells {
    private final Words words;
    private final RequirementWords requirement;

    AssessmentCells(Words words) {
        this.words = words;
        requirement = new RequirementWords(words);
    }

    String asOf(Assessments assessments) {
        String known = assessments.question().known();
        return words.either("截至 ", "as of ") + assessments.question().date()
                + (known.equals("everything") ? "" : words.either("，按 ", ", knowing what was known by ") + known
                        + words.either(" 已知的情况", ""));
    }

    String actual(Assessment it) {
        if (it.goal() instanceof Goal.Milestone) {
            return it.reachedOn().map(Object::toString).orElse("-");
        }
        if (it.goal() instanceof Goal.Quota && it.actual().isPresent() && it.required().isPresent()) {
            return it.actual().get().amount() + "/" + Numbers.of(it.required().get());
        }
        boolean worked = it.goal() instanceof Goal.Change || it.goal() instanceof Goal.Coverage;
        return it.actual().map(actual -> worked ? Numbers.beside(actual, RequirementWords.limits(it))
                : Numbers.filed(actual, RequirementWords.limits(it))).orElse("-");
    }

    String required(Assessment it) {
        boolean usual = it.due().equals(it.target().period().last());
        return requirement.of(it.goal()) + (usual ? "" : words.either(" 限", " by ") + it.due());
    }

    static String attainment(Assessment it) {
        return it.attainment().map(Numbers::percent).orElse("-");
    }

    static String days(Assessment it) {
        long days = it.daysAhead().orElse(0);
        return it.daysAhead().isEmpty() ? "-" : days > 0 ? "+" + days : Long.toString(days);
    }

    String remark(Assessment it) {
        List<String> parts = new ArrayList<>();
        if (it.verdict() == Verdict.UNMEASURABLE) {
            it.holes().forEach(hole -> parts.add(words.either("缺", "no ") + words.part(hole.part())
                    + (hole.words().isEmpty() ? "" : "(" + hole.words() + ")")));
        } else {
            it.reason().ifPresent(reason -> parts.add(words.of(reason)));
        }
        if (it.verdict() == Verdict.MET && !it.settled()) {
            parts.add(words.either("目前达成，期末才定", "met so far, settled only at the end"));
        }
        it.otherActual().map(actual -> Numbers.filed(actual, RequirementWords.limits(it))).ifPresent(other -> parts.add(other(it, other)));
        it.notes().forEach(note -> parts.add(words.of(note.kind()) + " " + words.said(note.detail())));
        it.opinions().forEach(opinion -> parts.add(opinion.assessor() + words.either("评：", ": ") + opinion.band()));
        return String.join(words.either("；", "; "), parts);
    }

    private String other(Assessment it, String other) {
        boolean reported = it.target().basis() == io.mubiao.observe.Basis.REPORTED;
        return (reported ? words.either("认定 ", "recognised ") : words.either("上报 ", "reported ")) + other;
    }

    /** How many targets have each status, and how many are on pace. */
    List<String> summary(Assessments assessments) {
        Map<Status, Long> counts = assessments.counts();
        String parts = counts.entrySet().stream().filter(entry -> entry.getValue() > 0)
                .map(entry -> words.of(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(words.either("，", ", ")));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return List.of(words.either("共 " + all + " 项：", all + " targets: ") + parts, paced(assessments));
    }

    /** Of those that have a pace to judge, how many are on it; annual-only and unmeasurable targets are left out. */
    private String paced(Assessments assessments) {
        long onPace = assessments.paceCounts().getOrDefault(Pace.ON_PACE, 0L);
        long judged = onPace + assessments.paceCounts().getOrDefault(Pace.BEHIND, 0L);
        String share = judged == 0 ? "-" : Numbers.percent(Rational.of(onPace, judged));
        return words.either("计入序时进度 " + judged + " 项，达到 " + onPace + " 项(" + share + ")",
                "pace judged of " + judged + ", on pace " + onPace + " (" + share + ")");
    }
}
