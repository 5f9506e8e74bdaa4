package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.SheetOptions;
import io.mubiao.io.rule.Seeds;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.Problem;
import io.mubiao.testing.RawBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of workbooks that are whole but not read say what they are and how to save them. */
class RollSheetFormTest {
    private static final EvaluationRule RULE = Seeds.rule("huangyan-2022");

    @TempDir
    private Path folder;

    private Problem refused(UnaryOperator<String> change, Charset encoding) throws IOException {
        byte[] book = new RawBook().sheet("企业", RawBook.rows(1, List.of(List.of("统一社会信用代码", "企业名称", "用地面积(亩)"), List.of("E1", "企1", "10")))).bytes();
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(book)); ZipOutputStream to = new ZipOutputStream(changed)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(change.apply(new String(from.readAllBytes(), StandardCharsets.UTF_8)).getBytes(encoding));
            }
        }
        Path file = Files.write(folder.resolve("x.xlsx"), changed.toByteArray());
        List<Problem> told = RollFile.readSheet(file, RULE, SheetOptions.DEFAULT).problems();
        assertEquals(1, told.size(), told.toString());
        return told.get(0);
    }

    @Test
    void strictOpenXmlIsNotDamaged() throws IOException {
        Problem told = refused(it -> it.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
                StandardCharsets.UTF_8);
        assertEquals("NO_WORKBOOK", told.code());
        assertTrue(told.message().contains("Strict Open XML") && told.message().contains("save it as"), told.message());
    }

    @Test
    void partsInUtf16AreNotDamaged() throws IOException {
        for (Charset encoding : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Problem told = refused(it -> it, encoding);
            assertEquals("NO_WORKBOOK", told.code(), told.message());
            assertTrue(told.message().contains("UTF-16"), told.message());
        }
    }
}
