package io.mubiao.render;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The assessments of a register as text: a block a chapter, a line a target, and a summary by status (评估总表). */
public final class AssessmentTable {
    private final Words words;
    private final AssessmentCells cells;

    private final int width;

    private AssessmentTable(int width, Locale locale) {
        this.width = width;
        words = new Words(locale);
        cells = new AssessmentCells(words);
    }

    /** The table in Chinese, or for any other locale in English. */
    public static String write(Assessments assessments, Locale locale) {
        return write(assessments, TextTable.ANY_WIDTH, locale);
    }

    /** The same for a terminal of so many columns: long cells are cut, columns without room named. */
    public static String write(Assessments assessments, int width, Locale locale) {
        return new AssessmentTable(width, locale).text(assessments);
    }

    private String text(Assessments assessments) {
        TextTable table = TextTable.rightAligned(3, 5, 6, 7);
        table.add(words.either("编号", "id"), words.either("目标", "target"), words.either("状态", "status"),
                words.either("实际", "actual"), words.either("要求", "required"), words.either("完成率", "attained"),
                words.either("应完成", "owed by now"), words.either("超前(+)/落后(-)天", "days ahead(+)"),
                words.either("说明", "remark"));
        for (Assessment assessment : assessments) {
            row(table, assessment);
        }
        Iterator<String> lines = table.lines(width, words).iterator();
        List<String> out = new ArrayList<>();
        out.add(assessments.register().title());
        out.add(cells.asOf(assessments));
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
        lines.forEachRemaining(out::add);
        out.add("");
        out.addAll(cells.summary(assessments));
        return Words.lines(TerminalText.broken(out, width));
    }

    private void row(TextTable table, Assessment it) {
        table.add(it.target().id(), it.target().title(), words.of(it.status()), cells.actual(it), cells.required(it),
                AssessmentCells.attainment(it), it.expected().map(Numbers::of).orElse("-"), AssessmentCells.days(it),
                cells.remark(it));
    }
}
