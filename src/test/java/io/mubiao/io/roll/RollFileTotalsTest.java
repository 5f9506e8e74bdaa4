package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.WithProblems;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line of totals at the foot of a sheet is no enterprise; long reading tells how far it is. */
class RollFileTotalsTest {
    private static final EvaluationRule RULE = RuleFile.parse("id: t\nyear: 2024\ncolumns: {land: {title: 用地面积, unit: 亩}}\n",
            Format.YAML, "t");

    @ParameterizedTest
    @ValueSource(strings = {"合计,,12", "总 计,,12", ",合计,12", "x,小计,12", "平均,,6"})
    void aRowOfTotalsIsLeftOutAndReported(String row) {
        WithProblems<Roll> read = RollFile.parse("id,企业名称,用地面积(亩)\na,甲,5\nb,乙,7\n" + row + "\n", "t.csv", RULE);
        assertEquals(2, read.value().size());
        assertEquals(List.of("TOTALS_ROW"), read.problems().stream().map(it -> it.code()).toList());
        assertEquals(4, read.problems().get(0).place().line());
    }

    @Test
    void aListenerHearsHowManyRowsWereRead() {
        StringBuilder csv = new StringBuilder("id,用地面积(亩)\n");
        for (int i = 0; i < 20_000; i++) {
            csv.append('q').append(i).append(",5\n");
        }
        List<Long> heard = new ArrayList<>();
        RollFile.parse(csv.toString(), "t.csv", RULE, CsvOptions.DEFAULT.progress(heard::add));
        assertEquals(List.of(8192L, 16384L, 20000L), heard);
    }
}
