package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.time.Span;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An id, chapter or unit that a formula of a scorecard names is one of the register, a month and a strength one there is. */
class RegisterTextsTest {
    private static final Register REGISTER = RegisterFile.parse("""
            register: r
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个]
            documents: [{id: d, title: 文, source: 府}]
            clauses: [{id: c, document: d, chapter: 安全生产类, quote: 一, at: 0, targets: [T1]}]
            targets:
              - {id: T1, title: 一, owner: {lead: 市住建局}, goal: {kind: amount, of: total, require: ">= 62 个"}}
              - {id: T2, title: 二, owner: {lead: 市教育局}, goal: {kind: amount, of: total, require: ">= 9 个"}}
            """, Format.YAML, "r");

    private static List<Problem> problems(String assign, String veto, String light, String gate) {
        return Scorer.problems(Cards.card("""
                id: c
                title: t
                rules: {r: {points: 10, parts: {a: {of: attainment, gate: '%s', score: {formula: w * x}}}}}
                owners: [{lead: 区住建局, targets: [T2]}]
                assign: [{when: '%s', rule: r}, {rule: r}]
                lights: {order: [绿, 红], tests: {红: '%s'}, of: points_behind, bands: {绿: "<= 0", 红: "> 0"}}
                grades: {order: [优, 差], bands: {优: ">= 60", 差: "< 60"}}
                vetoes: {v: {title: v, when: '%s', grade: 差}}
                views: {u: {title: u, root: {missing: skip}, levels: [{by: kind}]}}
                """.formatted(gate, assign, light, veto)), REGISTER);
    }

    private static final String FINE = "id == \"T1\"";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id == "T01"                                | 'id' is never 'T01'; did you mean 'T1'?; it is one of T1, T2       | “id”从不会是“T01”；是否应为“T1”？；只能是 T1, T2 之一
            id in ("T1", "T3")                         | 'id' is never 'T3'                                                 | “id”从不会是“T3”
            chapter == "安全生产" and strength >= 1    | 'chapter' is never '安全生产'; did you mean '安全生产类'?          | “chapter”从不会是“安全生产”
            "市建局" == owner                          | 'owner' is never '市建局'; did you mean '市住建局'?                | “owner”从不会是“市建局”
            owner != "市教育厅"                        | 'owner' is never '市教育厅'                                        | “owner”从不会是“市教育厅”
            """)
    void aTextThatNoTargetHasIsRefusedWithTheNearWordWhereverItStands(String test, String english, String chinese) {
        for (List<Problem> found : List.of(problems(test, FINE, FINE, FINE), problems(FINE, test, FINE, FINE), problems(FINE, FINE, test, FINE),
                problems(FINE, FINE, FINE, test))) {
            assertEquals(1, found.size(), found::toString);
            assertTrue(found.get(0).message().contains(english), found::toString);
            assertTrue(found.get(0).toString(Locale.CHINESE).contains(chinese), () -> found.get(0).toString(Locale.CHINESE));
        }
    }

    @Test
    void whereNoTargetHasAChapterNoneIsNamed() {
        Problem found = Scorer.problems(Cards.card("""
                {id: c, title: t, rules: {r: {points: 10, parts: {a: {of: attainment, score: {formula: w * x}}}}},
                assign: [{when: chapter == "安全", rule: r}, {rule: r}], views: {u: {title: u, root: {missing: skip}, levels: [{by: kind}]}}}
                """), Ask.register(Target.of("A", "", Goal.total(Ask.q("10 个")), Span.year(2024)))).get(0);
        assertEquals("no target has 'chapter', which is never '安全'", found.message());
        assertTrue(found.toString(Locale.CHINESE).endsWith("没有一项目标有“chapter”，从不会是“安全”"), () -> found.toString(Locale.CHINESE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id == \"T2\"", "chapter == \"安全生产类\"", "chapter == \"\"", "owner in (\"市住建局\", \"区住建局\")",
        "month == 12 and strength >= 5", "kind == \"amount\"", "month <= 12"})
    void whatThereIsMayBeNamed(String test) {
        assertEquals(List.of(), problems(test.contains("month") ? FINE : test, test, test, test));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            month == 13    | 'month == 13' compares month with 13; month is from 1 to 12          | “month == 13”把 月 与 13 比较，而 月 只能是 1 至 12
            month != 0     | compares month with 0                                                | 只能是 1 至 12
            strength >= 9  | compares strength with 9; strength is from 1 to 5                    | 只能是 1 至 5
            5 < strength   | compares strength with 5                                             | 只能是 1 至 5
            month == 1.5   | compares month with                                                  | 只能是 1 至 12
            """)
    void aMonthOrStrengthThatThereIsNotIsRefused(String test, String english, String chinese) {
        InvalidDefinitionException refused = Assertions.assertThrows(InvalidDefinitionException.class, () -> {
            List<Problem> found = problems(test, FINE, FINE, FINE);
            if (!found.isEmpty()) {
                throw new InvalidDefinitionException("c", found);
            }
        });
        assertTrue(refused.problems().get(0).message().contains(english), refused.problems()::toString);
        assertTrue(refused.problems().get(0).toString(Locale.CHINESE).contains(chinese), () -> refused.problems().get(0).toString(Locale.CHINESE));
    }
}
