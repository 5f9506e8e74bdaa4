package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.target.Register;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the real register: one line a target, columns in line, a summary that adds up. */
class AssessmentTableTest {
    private static final Path FOLDER = Path.of("seeds/jinan-2024");
    private static final Register REGISTER = RegisterFile.read(FOLDER.resolve("register.yaml"));
    private static final Assessments ASSESSMENTS = Assessor.assess(REGISTER,
            ObservationFile.read(FOLDER.resolve("observations.yaml"), REGISTER).orThrow(), LocalDate.of(2024, 9, 30));

    @Test
    void everyTargetHasOneLineAndItsStatusBeginsAtTheSamePlace() {
        String table = AssessmentTable.write(ASSESSMENTS, Locale.CHINESE);
        List<String> rows = table.lines().filter(line -> line.matches("[PUGX][0-9]{2} .*")).toList();
        assertEquals(111, rows.size());
        Set<Integer> starts = rows.stream()
                .map(line -> TextTable.width(line.substring(0, line.indexOf(status(line)))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(1, starts.size(), starts::toString);
    }

    private static String status(String line) {
        String id = line.substring(0, 3);
        return "  " + new Words(Locale.CHINESE).of(ASSESSMENTS.get(id).status()) + "  ";
    }

    @Test
    void theSummaryCountsEveryTarget() {
        String summary = AssessmentTable.write(ASSESSMENTS, Locale.ENGLISH).lines()
                .filter(line -> line.startsWith("111 targets: ")).findFirst().orElseThrow();
        int sum = java.util.regex.Pattern.compile(" ([0-9]+)(?:,|$)").matcher(summary).results()
                .mapToInt(match -> Integer.parseInt(match.group(1))).sum();
        assertEquals(111, sum, summary);
    }

    @Test
    void chaptersStandInTheOrderOfTheReport() {
        List<String> headings = AssessmentTable.write(ASSESSMENTS, Locale.CHINESE).lines()
                .filter(line -> line.startsWith("【")).toList();
        assertEquals(List.of("【(三)项目】", "【(四)城乡】", "【(五)治理】", "【自身建设】"), headings);
    }

    @Test
    void everyTargetIsExplainedInBothLanguages() {
        ASSESSMENTS.forEach(assessment -> {
            assertTrue(Explainer.explain(assessment, Locale.CHINESE).contains("判定："));
            assertTrue(Explainer.explain(assessment, Locale.ENGLISH).contains("verdict: "));
        });
    }
}
