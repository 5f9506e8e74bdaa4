package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.render.Grid.Cell;
import io.mubiao.render.Grid.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever stands in a table, a terminal shows it in lines that fit and columns that stand below each other. */
class TerminalTextTest {
    private static final String MARK = "||";

    private static Grid grid(List<List<String>> rows) {
        int columns = rows.get(0).size();
        return new Grid("t", List.of("标题：" + "很长的一行".repeat(9)), IntStream.range(0, columns).mapToObj(i -> MARK + "栏" + i).toList(), 1,
                rows.stream().map(row -> row.stream().map(text -> Cell.of(MARK + text)).toList()).toList());
    }

    @Provide
    static Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> text = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, Arbitraries.strings().withChars("目标企业，。（）％").ofMaxLength(30)),
                net.jqwik.api.Tuple.of(3, Arbitraries.strings().withChars("ab 12.%-").ofMaxLength(40)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("", "𠮷野家𠮷野家", "e\u0301e\u0301", "多行\n的格", "\u202E反", "👍👍👍", "\t"))).map(it -> it.replace("|", ""));
        return Arbitraries.integers().between(1, 9).flatMap(columns -> text.list().ofSize(columns).list().ofMinSize(1).ofMaxSize(8));
    }

    @Property(tries = 300)
    void noLineIsWiderThanTheTerminal(@ForAll("rows") List<List<String>> rows, @ForAll @IntRange(min = 20, max = 160) int width,
            @ForAll @IntRange(min = 0, max = 9) int shown) {
        String text = TerminalText.write(grid(rows), shown, width, Locale.CHINESE);
        text.lines().forEach(line -> assertTrue(TextTable.width(line) <= width, () -> TextTable.width(line) + " > " + width + ": " + line));
        assertEquals(rows.size() > shown, text.contains("… 另有 " + (rows.size() - shown) + " 行"), text);
    }

    @Property(tries = 300)
    void columnsBeginBelowEachOther(@ForAll("rows") List<List<String>> rows, @ForAll @IntRange(min = 20, max = 160) int width) {
        List<String> lines = TerminalText.write(grid(rows), 99, width, Locale.ENGLISH).lines().filter(line -> line.startsWith(MARK)).toList();
        assertEquals(rows.size() + 1, lines.size());
        lines.forEach(line -> assertEquals(starts(lines.get(0)), starts(line), () -> String.join("\n", lines)));
    }

    /** In columns of the terminal. */
    private static List<Integer> starts(String line) {
        List<Integer> starts = new ArrayList<>();
        for (int at = line.indexOf(MARK); at >= 0; at = line.indexOf(MARK, at + 1)) {
            starts.add(TextTable.width(line.substring(0, at)));
        }
        return starts;
    }

    @Property(tries = 300)
    void sentencesAreBrokenAndNothingOfThemIsLost(@ForAll("rows") List<List<String>> rows, @ForAll @IntRange(min = 20, max = 160) int width) {
        String sentence = "  " + String.join("", rows.get(0)).replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        String broken = TerminalText.write(sentence, width);
        broken.lines().forEach(line -> assertTrue(TextTable.width(line) <= width, line));
        assertEquals(sentence.replaceAll("\\s", ""), broken.replaceAll("\\s", ""));
    }

    @Property(tries = 200)
    void aFigureIsShownWholeOrNotAtAll(@ForAll @IntRange(min = 20, max = 90) int width, @ForAll @IntRange(min = 1, max = 999_999_999) int number) {
        List<Cell> row = List.of(Cell.of("P01"), Cell.of("一个名称很长很长很长很长的目标"), Cell.of(number + " 万元"), Cell.of("" + number, Form.PLAIN));
        String text = TerminalText.write(new Grid("t", List.of(), List.of("编号", "目标", "完成的实际数额", "得到的总分数"), 1, List.of(row)), 9, width,
                Locale.CHINESE);
        String line = text.lines().skip(1).findFirst().orElseThrow();
        assertTrue(line.replaceAll("^P01( +[^ ]+)?", "").matches("( +" + number + " 万元)?( +" + number + ")?"), text);
    }

    @Test
    void figuresStandRightAndWhatLacksIsTold() {
        Grid grid = new Grid("t", List.of("题"), List.of("编号", "目标", "得分", "空", "说明"), 1, List.of(
                List.of(Cell.of("P01"), Cell.of("项目"), Cell.of("7.5", Form.POINTS), Cell.of(""), Cell.of("逾期才达到，由主管单位另作书面说明")),
                List.of(Cell.of("P02"), Cell.of("水库"), Cell.of("10", Form.POINTS), Cell.of(""), Cell.of("x"))));
        assertEquals("题\n编号  目标  得分  说明\nP01   项目   7.5  逾期才…\n… 另有 1 行\n", TerminalText.write(grid, 1, 26, Locale.CHINESE));
        assertEquals("题\n编号  目标  得分\nP01   项目   7.5\n… and 1 more\n(too narrow for: 说\n  明)\n", TerminalText.write(grid, 1, 20, Locale.ENGLISH));
    }

    @Test
    void aTerminalHasAWidth() {
        assertThrows(IllegalArgumentException.class, () -> TerminalText.write("x", 19));
        assertEquals("  甲乙丙丁戊己庚辛壬\n    癸\n", TerminalText.write("  甲乙丙丁戊己庚辛壬癸", 20));
    }
}
