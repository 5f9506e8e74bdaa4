package io.mubiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No line of a table is wider than the terminal. */
class WidthTest {
    private static final List<String> JINAN = List.of("seeds/jinan-2024/register.yaml", "seeds/jinan-2024/observations.yaml", "2024-09-30");
    private static final List<String> SCORED = Stream.concat(JINAN.stream(), Stream.of("--scorecard", "seeds/jinan-2024/scorecard.yaml")).toList();

    @TempDir
    private Path folder;

    private static String run(int width, List<String> args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertEquals(0, Main.run(args, new StringReader(""), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), width), () -> err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Chinese takes two columns. */
    private static int widest(String text) {
        return text.lines().mapToInt(line -> line.codePoints().map(it -> it >= 0x2E80 ? 2 : 1).sum()).max().orElse(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 100, 160})
    void tablesFitTheTerminal(int width) {
        for (List<String> args : List.of(JINAN, SCORED, List.of("land", "seeds/rules/huaian-2024-by-county.yaml", "examples/landleague/roll-2024.csv",
                "--prior", "examples/landleague/roll-2023.csv"))) {
            String text = run(width, args);
            assertTrue(widest(text) <= width, widest(text) + " columns: " + text.substring(0, Math.min(text.length(), 3_000)));
        }
    }

    @Test
    void whatIsLookedForIsStillThere() {
        String text = run(160, SCORED);
        for (String words : List.of("\n共 111 项：", "\n汇总：按章", "\n汇总：按责任单位", "预计达成", "【(三)项目】", "P05   新引进亿元以上项目", "6.29/10")) {
            assertTrue(text.contains(words), words + " in " + text);
        }
        assertTrue(run(80, SCORED).contains("（窄，未显示："), "what is left out is named");
    }

    @Test
    void aLongTitleWidensNothing() throws IOException {
        Path register = Files.writeString(folder.resolve("r.yaml"), """
                register: r
                title: 册
                zone: Asia/Shanghai
                period: 2024-01-01/2024-12-31
                units: [个]
                targets:
                  - {id: T1, title: %s, goal: {kind: amount, of: total, require: ">= 62 个"}}
                  - {id: T2, title: 短, goal: {kind: amount, of: total, require: ">= 6 个"}}
                """.formatted("很长的标题".repeat(60)));
        Path seen = Files.writeString(folder.resolve("o.csv"), "stream,kind,on,value\nT1,total,2024-06-30,33 个\n");
        String text = run(100, List.of(register.toString(), seen.toString(), "2024-09-30"));
        assertTrue(widest(text) <= 100 && text.contains("…") && text.contains("33 个"), text);
    }
}
