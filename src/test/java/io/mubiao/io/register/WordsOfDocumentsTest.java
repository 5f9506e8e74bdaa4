package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Verdict;
import io.mubiao.io.Format;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.render.AssessmentTable;
import io.mubiao.target.Register;
import io.mubiao.testing.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A register in the words of a report: what is read is assessed and can be said back. */
class WordsOfDocumentsTest {
    private static final Register REGISTER = RegisterFile.parse("""
            register: demo
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            targets:
              - {id: 公路, goal: {kind: amount, of: total, require: 不少于1200公里}}
              - {id: 装机, goal: {kind: amount, of: level, require: 突破120万千瓦}}
              - {id: 能耗, goal: {kind: amount, of: level, require: 控制在0.5吨标准煤/万元以内}}
              - {id: PM25, goal: {kind: amount, of: level, require: 降至35微克/立方米以下}}
              - {id: 负债率, goal: {kind: amount, of: level, require: 保持在40%-50%之间}}
              - {id: 粮食, goal: {kind: amount, of: total, require: 稳定在20亿斤以上}}
              - {id: 化肥, goal: {kind: amount, of: level, require: "约4.5‰，越低越好"}}
              - {id: 满意度, goal: {kind: amount, of: level, require: 达到90}}
            """, Format.YAML, "register");

    private static final String ROWS = """
            observations: demo
            source: 统计局
            recorded: 2025-01-08T09:00:00+08:00
            rows:
              - {kind: total, stream: 公路, on: 2024-12-31, value: 1200000 米}
              - {kind: level, stream: 装机, on: 2024-12-31, value: 1200 兆瓦}
              - {kind: level, stream: 能耗, on: 2024-12-31, value: 500 千克标准煤/万元}
              - {kind: level, stream: PM25, on: 2024-12-31, value: 0.035 mg/m³}
              - {kind: level, stream: 负债率, on: 2024-12-31, value: 50.1 %}
              - {kind: total, stream: 粮食, on: 2024-12-31, value: 100 万吨}
              - {kind: level, stream: 化肥, on: 2024-12-31, value: 0.45 %}
              - {kind: level, stream: 满意度, on: 2024-12-31, value: 89.99}
            """;

    private static Assessments assessed() {
        ObservationLog log = ObservationLog.empty();
        ObservationFile.parse(ROWS, Format.YAML, "data.yaml", REGISTER).orThrow().forEach(log::add);
        return Assessor.assess(REGISTER, log, LocalDate.of(2025, 1, 10));
    }

    @Test
    void eachIsHeldAgainstWhatItsWordsSay() {
        Assessments assessed = assessed();
        List<String> met = assessed.stream().filter(it -> it.verdict() == Verdict.MET).map(it -> it.target().id()).toList();
        // 120 万千瓦 does not surpass itself, 50.1 % lies above the range, 89.99 below 90.
        assertEquals(List.of("公路", "能耗", "PM25", "粮食", "化肥"), met);
    }

    @Test
    void andCanBeSaidBack() {
        String table = AssessmentTable.write(assessed(), Locale.CHINESE);
        for (String words : List.of("≥ 1200 公里", "> 120 万千瓦", "≤ 0.5 吨标准煤/万元", "≤ 35 微克/立方米", "[40 %, 50 %]", "≥ 20 亿斤",
                "≈ 4.5 ‰，越低越好", "≥ 90")) {
            assertTrue(table.contains(words), words + "\n" + table);
        }
    }

    @Test
    void aNumberWithoutUnitIsNoPercentage() {
        String message = ObservationFile.parse(ROWS.replace("50.1 %", "50.1"), Format.YAML, "data.yaml", REGISTER).problems()
                .toString();
        assertTrue(message.contains("50.1 has no unit, and target '负债率' counts in '%'; write '50.1 %'"), message);
        String fraction = ObservationFile.parse(ROWS.replace("50.1 %", "0.501"), Format.YAML, "data.yaml", REGISTER).problems().toString();
        assertTrue(fraction.contains("counts in '%'; write '50.1 %', or '0.501 %' if so little is meant"), fraction);
    }

    @Test
    void wordsThatSayNoAmountAreRefusedAtTheirPlace() {
        Refusal.naming(InvalidDefinitionException.class, () -> RegisterFile.parse("""
                register: demo
                zone: Asia/Shanghai
                period: 2024-01-01/2024-12-31
                targets:
                  - {id: A, goal: {kind: amount, of: total, require: 近10亿元}}
                  - {id: B, goal: {kind: amount, of: total, require: 力争30亿元}}
                  - {id: C, goal: {kind: amount, of: total, require: 不底于30万圆}}
                """, Format.YAML, "册.yaml"), "册.yaml:5", "约10亿元，越高越好", "册.yaml:6", "strength: aspiration", "册.yaml:7", "不少于");
    }
}
