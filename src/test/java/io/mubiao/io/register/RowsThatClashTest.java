package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.SheetOptions;
import io.mubiao.observe.Observation;
import io.mubiao.problem.Problem;
import io.mubiao.problem.ProblemsException;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import io.mubiao.testing.RawBook;
import io.mubiao.time.Span;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two rows of a workbook that do not go together each is told with sheet, cell and header, and with the row of the other. */
class RowsThatClashTest {
    private static final Register REGISTER = RegisterFile.read(Path.of("seeds/jinan-2024/register.yaml"));
    private static final String HEADERS = "来源,指标编号,类型,编号,更正编号,日期,数值,单位,记录时间\n局,P03,累计数,o1,,2024-04-30,3,个,2024-05-05\n";

    @TempDir
    private Path folder;

    private Path book(String rows) {
        return new RawBook().sheet("甲表", RawBook.rows(1, rows.lines().map(it -> List.of(it.split(",", -1))).toList()))
                .write(folder.resolve("b.xlsx"));
    }

    @ParameterizedTest
    @CsvSource({"局, TWICE_A_DAY", "二局, SOURCES_DIFFER"})
    void bothAreNamed(String source, String code) {
        List<Problem> problems = ObservationFile.readSheet(book(HEADERS + source + ",P03,累计数,,,2024-04-30,9,个,2024-05-05\n"), REGISTER,
                SheetOptions.DEFAULT).problems();
        assertEquals(List.of("B2 指标编号 " + code, "B3 指标编号 " + code), problems.stream().map(it -> it.place().cell() + " " + it.place().path()
                + " " + it.code()).toList());
        assertTrue(problems.get(0).toString().contains("line 3") && problems.get(1).toString().contains("line 2"), problems.toString());
    }

    @Test
    void incrementsThatOverlapNameTheCellToo() {
        String headers = "指标编号,类型,开始日期,结束日期,数值,单位\nP03,当期数,2024-04-01,2024-04-30,3,个\n";
        Problem told = ObservationFile.readSheet(book(headers + "P03,当期数,2024-04-15,2024-05-31,3,个\n"), REGISTER, SheetOptions.DEFAULT)
                .problems().stream()
                .filter(it -> it.code().equals("OVERLAPPING_INCREMENTS")).findFirst().orElseThrow();
        assertEquals("A3 指标编号", told.place().cell() + " " + told.place().path());
    }

    @Test
    void ofTwoFiguresOfOneDayBothAreToldAndLeftOut() {
        WithProblems<List<Observation>> read = ObservationFile.readSheet(book(HEADERS
                + "局,P03,累计数,,,2024-04-30,9,个,2024-05-05\n局,P03,累计数,,,2024-05-31,9,个,2024-06-05\n"
                + "局,P03,累计数,,,2024-04-30,8,个,2024-05-05\n"), REGISTER, SheetOptions.DEFAULT);
        assertEquals(List.of("B2 TWICE_A_DAY", "B3 TWICE_A_DAY", "B5 TWICE_A_DAY"), read.problems().stream().map(it -> it.place().cell()
                + " " + it.code()).toList());
        assertTrue(read.problems().stream().allMatch(it -> it.toString(Locale.CHINESE).endsWith("两行都不采用") && !it.toString()
                .contains("rows[")), read.problems().toString());
        assertEquals(1, read.despiteProblems().size());
    }

    @Test
    void anIdThatIsTakenNamesTheCellThatHasIt() {
        Path file = book("备注,编号,目标任务,目标值\nx,T1,收入,5 亿元\nx,T1,投资,5 亿元");
        ProblemsException refused = assertThrows(ProblemsException.class, () -> RegisterFile.readSheet(file, "台账",
                ZoneId.of("Asia/Shanghai"), Span.year(2024),
                SheetOptions.DEFAULT, doubt -> { }));
        Problem told = refused.problems().stream().filter(it -> it.code().equals("DUPLICATE")).findFirst().orElseThrow();
        assertTrue(told.toString(Locale.CHINESE).endsWith("B3 编号：错误 DUPLICATE：目标编号“T1”已用于单元格 B2"), told.toString(Locale.CHINESE));
        assertTrue(told.toString().endsWith("is already used in cell B2"), told.toString());
    }
}
