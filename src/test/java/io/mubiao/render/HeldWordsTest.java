package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 封顶 and 保底 are said of a number if and only if it would be another one without its limits. */
class HeldWordsTest {
    private static final List<String> SCORES = List.of("ratio", "{formula: w / 2 + 5 * (x - m) / b}", "{formula: w * sqrt(x / m)}", "{formula: w * x / (3 * m)}",
            "{formula: 'if(x > m, w * x / m, w * x / b)'}", "{formula: w / 3 + (x - m) / 7 / b}");
    private static final List<String> LIMITS = List.of("cap: w", "cap: w, floor: 0", "floor: 5", "cap: 12.5, floor: 10", "cap: 1.5 * w, floor: 1");
    private static final List<String> ROUNDS = List.of("", ", round: 2 half-up", ", round: 0 half-even", ", round: 3 floor");

    private static EvaluationRule rule(List<String> items, String total, String points) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            lines.append("      it").append(i).append(": {of: i, weight: 30, ").append(items.get(i)).append("}\n");
        }
        return RuleFile.parse("""
                id: t
                year: 2024
                columns: {v: {title: 税收, unit: 万元, negative: true}, p: {title: 报分, negative: true}}
                indicators: {i: {title: 纳税, formula: v, unit: 万元}}
                baselines: {m: {title: 平均, of: i, kind: mean, population: evaluated}, b: {title: 标准差, of: i, kind: deviation, population: evaluated}}
                groups:
                  - id: all
                    weights-total: %d
                    items:
                %s
                bonuses: {add: {title: 奖励, points: %s}}
                total: {%s}
                classes: {order: [A, B], by: score, at-least: {A: 60}}
                """.formatted(30 * items.size(), lines, points, total), Format.YAML, "t");
    }

    private static Evaluation evaluate(EvaluationRule rule, List<Map<String, String>> rows) {
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 0; i < rows.size(); i++) {
            roll.add(Integer.toString(i + 1), rows.get(i));
        }
        return LandAssessor.of(rule).evaluate(roll.build());
    }

    @Test
    void heldIsSaidIfAndOnlyIfItChangedTheNumber() {
        Random random = new Random(3);
        int held = 0;
        int free = 0;
        for (int i = 0; i < 80; i++) {
            List<String> limited = new ArrayList<>();
            List<String> unlimited = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                String score = "score: " + SCORES.get(random.nextInt(SCORES.size()));
                String base = score.contains("ratio") ? ", base: 20 万元" : "";
                String round = ROUNDS.get(random.nextInt(ROUNDS.size()));
                limited.add(score + base + ", " + LIMITS.get(random.nextInt(LIMITS.size())) + round);
                unlimited.add(score + base + round);
            }
            String round = i % 2 == 0 ? "round: 2 half-up" : "";
            List<Map<String, String>> rows = new ArrayList<>();
            for (int row = 0; row < 5; row++) {
                rows.add(Map.of("v", Integer.toString(1 + random.nextInt(90)), "p", Integer.toString(random.nextInt(20) - 10)));
            }
            EvaluationRule rule = rule(limited, "cap: 70, floor: 40" + (round.isEmpty() ? "" : ", " + round), "p, limit: 5");
            Evaluation it = evaluate(rule, rows);
            Evaluation without = evaluate(rule(unlimited, round, "p"), rows);
            Evaluation total = evaluate(rule(limited, round, "p, limit: 5"), rows);
            for (String id : it.ids()) {
                String sheet = LandExplainer.explain(it.explain(id), Locale.CHINESE);
                List<String> scores = sheet.lines().filter(line -> line.startsWith("  纳税 得分 ")).toList();
                assertEquals(3, scores.size(), sheet);
                for (int k = 0; k < 3; k++) {
                    held += says(scores.get(k), it.number(id, "score_it" + k).orElseThrow(), without.number(id, "score_it" + k).orElseThrow());
                }
                String line = sheet.lines().filter(each -> each.startsWith("  总分 ")).findFirst().orElseThrow();
                free += 4 - says(line, it.get(id).total().orElseThrow(), total.get(id).total().orElseThrow());
                String sum = sheet.lines().filter(each -> each.startsWith("  各项得分合计 ")).findFirst().orElseThrow();
                assertTrue(!sum.contains("封顶") && !sum.contains("保底"), sum);
            }
        }
        assertTrue(held > 200 && free > 200, held + " held");
    }

    /** 1 where it is said. */
    private static int says(String line, Rational with, Rational without) {
        String plain = line.replaceAll("【[^】]*】", "");
        boolean capped = with.compareTo(without) < 0;
        assertEquals(!with.equals(without), plain.contains("，封顶 ") || plain.contains("，保底 "), () -> line + " without " + PlainNumber.of(without));
        assertTrue(with.equals(without) || plain.contains(capped ? "，封顶 " : "，保底 "), line);
        return with.equals(without) ? 0 : 1;
    }
}
