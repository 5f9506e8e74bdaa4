package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cell with a unit that is known and of another kind is one problem; the other rows are read. */
class ForeignUnitCellTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2022
            columns: {tax: {title: 税收, unit: 万元}, land: {title: 用地面积, unit: 亩}, share: {title: 占比, unit: '%'}}
            indicators: {i: {formula: tax / 1 万元}}
            groups: [{id: g, weights-total: 20, items: {i: {weight: 20, score: ratio, base: 1}}}]
            """, Format.YAML, "t");

    @ParameterizedTest
    @CsvSource({"税收(万元), 300公里", "税收(万元), 300平方米", "税收(万元), 300吨标煤", "税收(万元), 300千瓦时", "税收(万元), 300 平方公里", "税收(万元), 5个百分点",
            "用地面积(亩), 10万千瓦时", "用地面积(亩), 300吨标煤", "占比(%), 3 kWh", "占比(%), 3平方米"})
    void isToldAsOne(String header, String cell) {
        WithProblems<Roll> read = RollFile.parse("id," + header + "\nE1,3\nE2," + cell + "\n", "s", RULE);
        List<Problem> problems = read.problems().stream().filter(it -> !it.code().equals("MISSING_COLUMN")).toList();
        assertEquals(List.of("UNIT"), problems.stream().map(Problem::code).toList(), problems.toString());
        assertEquals(3, problems.get(0).place().line());
    }
}
