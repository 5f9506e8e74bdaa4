package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.internal.table.LineBlocks;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.WithProblems;
import io.mubiao.work.CostBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However a file is cut into blocks and on however many threads it is read: the same rolls and the same problems. */
class RollBlocksPropertyTest {
    private static final String DIRT = ",,,\"\"\r\n\r\n\t ;'=-+./%()（），。０9Ee亩元\u0000\u3000\uFEFF\uD83D\uD842\uDFB7";
    private static final List<String> IDS = List.of("", "合计", "总數", "小計", "共3家", "TTL", "`E1", "小计:", "说明", "注：以上", "Total", "sum5", "su-1", "T1", "-", "无数据",
            "填表人：张三", "企业-1", "E 1", "ＱＹ１", "9.135E+17", "1E+5", "'E1", "=\"E2\"", "\"Q\"\"1\"", "91350100M000100Y43",
            "91350100m000100y43", "91350100M000100Y44", "91350100I000100Y44", "9135-100M000100Y43", "\u200BQ9", "平均", "汇总", "总和", "均值", "Average", "备注1");
    private static final List<String> NAMES = List.of("", "甲公司", "合计", "汇总", "本页均值", "总和", "甲计公司", "全县合计", "甲（集团）公司", "a b", " 甲 ", "-", "Sunny Co.", "average",
            "\"甲,乙\"", "\"甲\n乙\"", "无数据公司", "无数据", "甲\u200B", "𠮷公司", "'甲", "总公司", "甲·乙", "N/A", "(甲)");
    private static final List<String> NUMBERS = List.of("", "0", "1", "12.5", "1.50", "1.005", "007", "-3", "+4", "1.", ".5", "1.2.3", "\"1,234.5\"",
            "１２", "12亩", "3公顷", "1e5", "—", "/", " 7 ", "\"8\"", "\"9", "99999999999999999999", "0.0000000000000000001",
            "123456789012345678", "1234567890123456.78", "5%", "x", "'6", "=\"6\"", "0.00", "100000000000000000");
    private static final List<String> OTHERS = List.of("", "大", "小", "纺织", "是", "否", "1", "Y", "2012-03-04", "2012/3/4", "20120304", "40000", "2023-02-30",
            "—", "-", "N/A", " 大", "大\u3000", "\"大\"", "\"大\"x", "'大", "是\u200B", "２０１２-03-04", "\"a\nb\"", "\"a", "x\"y", "\"\"");

    private static final EvaluationRule RULE = Enterprises.RULE;

    @Property
    void plainAndCarefulReadingAreTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        String text = text(random);
        int rows = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(9);
        List<WithProblems<Roll>> careful = read(text, rows, 1, LineBlocks.SIZE, LineBlocks.SIZE - 1);
        for (int size : new int[] {8 + random.nextInt(40), 8 + random.nextInt(400), LineBlocks.SIZE}) {
            assertSame(careful, read(text, rows, 1 + random.nextInt(3), size, 1L << 28), text);
        }
    }

    private static List<WithProblems<Roll>> read(String text, int rows, int threads, int size, long longestLine) {
        List<WithProblems<Roll>> chunks = new ArrayList<>();
        CostBudget budget = CostBudget.DEFAULT.bytes(longestLine).characters(60).problems(Math.floorMod(text.length(), 5) == 0 ? 6 : 1000)
                .rows(Math.floorMod(text.length(), 7) == 0 ? 9 : 1_000);
        CsvOptions options = CsvOptions.DEFAULT.threads(threads).budget(budget);
        options.under(() -> {
            new RollReader("any.csv", RULE, options, rows, size, chunks::add).text(text);
            return rows;
        });
        return chunks;
    }

    static void assertSame(List<WithProblems<Roll>> expected, List<WithProblems<Roll>> read, String text) {
        assertEquals(expected.size(), read.size(), text);
        for (int i = 0; i < read.size(); i++) {
            assertEquals(expected.get(i).problems(), read.get(i).problems(), text);
            assertSame(expected.get(i).value(), read.get(i).value(), text);
        }
    }

    private static void assertSame(Roll expected, Roll read, String text) {
        assertEquals(expected.size(), read.size(), text);
        assertEquals(expected.columns(), read.columns());
        List<Integer> rows = IntStream.range(0, expected.size()).boxed().toList();
        assertEquals(rows.stream().map(expected::id).toList(), rows.stream().map(read::id).toList(), text);
        assertEquals(rows.stream().map(expected::name).toList(), rows.stream().map(read::name).toList(), text);
        for (String column : expected.columns()) {
            expected.number(column).ifPresent(it -> {
                assertEquals(rows.stream().map(it::value).toList(), rows.stream().map(read.number(column).orElseThrow()::value).toList(), text);
                assertEquals(it.decimals(), read.number(column).orElseThrow().decimals(), text);
            });
            expected.text(column).ifPresent(it -> {
                assertEquals(rows.stream().map(it::text).toList(), rows.stream().map(read.text(column).orElseThrow()::text).toList(), text);
                assertEquals(it.texts(), read.text(column).orElseThrow().texts(), text);
            });
        }
        rows.forEach(row -> assertTrue(read.get(read.id(row)).index() == row, text));
    }

    static String text(Random random) {
        List<String> headers = new ArrayList<>(List.of("统一社会信用代码", "企业名称", "用地面积(亩)", "税收(元)", "增长率(%)", "行业", "规模", "投产日期", "规上"));
        if (random.nextInt(8) == 0) {
            headers.remove(random.nextInt(headers.size()));
        }
        if (random.nextInt(3) == 0) {
            headers.add(random.nextInt(headers.size()), "序号");
        }
        if (random.nextInt(3) == 0) {
            java.util.Collections.shuffle(headers, random);
        }
        int odd = 1 << random.nextInt(9);
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\uFEFF" : "").append(random.nextInt(5) == 0 ? "名册,,\n" : "")
                .append(String.join(",", headers)).append(end);
        for (int row = random.nextInt(30); row > 0; row--) {
            for (int i = 0; i < headers.size(); i++) {
                text.append(i == 0 ? "" : ",").append(cell(headers.get(i), row, random.nextInt(odd) == 0, random));
            }
            text.append(random.nextInt(40) == 0 ? end + end : random.nextInt(40) == 0 ? "" : end);
        }
        for (int i = random.nextInt(3) == 0 ? random.nextInt(10) : 0; i > 0; i--) {
            text.insert(text.length() - random.nextInt(text.length()), DIRT.charAt(random.nextInt(DIRT.length())));
        }
        return text.toString();
    }

    private static String cell(String header, int row, boolean odd, Random random) {
        boolean rather = random.nextInt(3) == 0;
        return switch (header) {
            case "统一社会信用代码" -> odd && rather ? any(IDS, random) : "QY" + (random.nextInt(30) == 0 ? 1 : row);
            case "企业名称" -> odd ? any(NAMES, random) : "企业" + row;
            case "用地面积(亩)", "税收(元)", "增长率(%)" -> odd ? any(NUMBERS, random) : random.nextInt(9999) + "." + random.nextInt(99);
            case "序号" -> odd && rather ? any(IDS, random) : "" + row;
            case "行业" -> odd ? any(OTHERS, random) : any(List.of("纺织", "化工"), random);
            case "规模" -> odd ? any(OTHERS, random) : any(List.of("大", "小"), random);
            case "投产日期" -> odd ? any(OTHERS, random) : "2012-03-" + (10 + random.nextInt(20));
            default -> odd ? any(OTHERS, random) : any(List.of("是", "否"), random);
        };
    }

    private static String any(List<String> cells, Random random) {
        return cells.get(random.nextInt(cells.size()));
    }
}
