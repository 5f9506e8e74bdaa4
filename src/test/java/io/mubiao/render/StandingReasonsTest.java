package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.target.Register;
import io.mubiao.trace.Trace;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A node tells why this grade, this light and this place; what was given is not told as assessed, nothing rounded as equal. */
class StandingReasonsTest {
    private static final Register REGISTER = Mubiao.readRegister("seeds/jinan-2024/register.yaml");

    private static Scorecard score(io.mubiao.scorecard.ScorecardRule rule) {
        return Mubiao.score(rule, Mubiao.assess(REGISTER, Mubiao.readObservations("seeds/jinan-2024/observations.yaml", REGISTER).orThrow(),
                LocalDate.of(2024, 9, 30)));
    }

    private static Scorecard units(String ties, String quota, String... marks) {
        StringBuilder items = new StringBuilder();
        StringBuilder tree = new StringBuilder();
        for (int i = 0; i < marks.length; i++) {
            String name = "甲乙丙丁戊".substring(i, i + 1);
            items.append(i > 0 ? ", " : "").append("%s: {rule: one, given: {mark: %s}}".formatted("i" + i, marks[i]));
            tree.append(i > 0 ? ", " : "").append("{id: %s局, out-of: 100, items: [i%d]}".formatted(name, i));
        }
        return score(ScorecardFile.parse("""
                id: t
                rules: {one: {points: 60, inputs: {mark: {}}, parts: {a: {of: mark, score: {formula: x}}}}}
                assign: [{rule: none}]
                items: {%s}
                views:
                  v: {ranking: %s, quota: {most: {优秀: %s}, of: all, round: ceiling, refill: no}, tree: [%s]}
                grades: {order: [优秀, 良好, 合格], bands: {优秀: ">= 90", 良好: "[80, 90)", 合格: "< 80"}, round: 2 half-up}
                node-lights: {order: [绿, 红], bands: {绿: ">= 75", 红: "< 75"}}
                """.formatted(items, ties, quota, tree), Format.YAML, "t"));
    }

    private static String told(Scorecard card, String node, Locale locale) {
        return ScoreExplainer.explain(card.nodes("v").get(node), locale);
    }

    private static void says(String text, String... expected) {
        assertAll(Stream.of(expected).map(part -> () -> assertTrue(text.contains(part), part + " in\n" + text)));
    }

    @Test
    void equalsShareTheirPlaceAndTheirPlacesAreCounted() {
        Scorecard card = units("worst-place", "30 %", "58", "56.4", "56.4", "49.99999");
        says(told(card, "丙局", Locale.CHINESE), "94/100，等次 良好，灯 绿，第 3 名", "等次依据：得分 94，≥ 90，按得分为“优秀”",
                "名额：“优秀”至多占全部 4 个的 30%：4 × 30% = 1.2，向上取到整数为 2 个；得分够“优秀”的 3 个按得分排列，此处列第 3，与 乙局 同为 94 分，"
                        + "并列的取较后名次，都超出名额，改评“良好”",
                "亮灯依据：得分占满分的比例 94 %，≥ 75 %，亮 绿", "名次依据：共 4 个，按得分从高到低排第 3，与 乙局 同为 94 分，并列的取较后名次");
        says(told(card, "甲局", Locale.CHINESE), "此处列第 1，在名额内", "为“优秀”");
        says(told(card, "丁局", Locale.CHINESE), "等次依据：得分 ≈ 83.3333，四舍五入到 2 位小数为 83.33，≥ 80 且 < 90，为“良好”");
        says(told(card, "乙局", Locale.ENGLISH), "with 94 points as 丙局, equals have the worst of their places: none of them has a place, so it gets '良好'",
                "4 × 30 % = 1.2, up to whole numbers: 2");
        says(told(units("best-place", "30 %", "56.4", "56.4", "40"), "乙局", Locale.CHINESE), "3 × 30% = 0.9，向上取到整数为 1 个", "并列的取较优名次，都在名额内");
    }

    @Test
    void whatIsGivenIsNotAssessed() {
        Scorecard card = score(Mubiao.readScorecard("seeds/scoring/scorecards/mof-self-evaluation.yaml"));
        card.stream().forEach(item -> assertFalse(ScoreExplainer.explain(item, Locale.CHINESE).contains("目标评估"), item.id()));
        says(ScoreExplainer.explain(card.get("acceptance"), Locale.CHINESE), "完成率 0.95(给定)");
        String set = ScoreExplainer.explain(score(ScorecardFile.parse("""
                id: t
                rules: {many: {points: 10, inputs: {done: {title: 达成项数, count-of: met}}, parts: {a: {of: done, score: {per-unit: 1}, cap: w}}}}
                assign: [{rule: none}]
                items: {a: {rule: many, set: [P05, P07]}}
                views: {v: {levels: [{by: chapter}]}}
                """, Format.YAML, "t")).get("a"), Locale.CHINESE);
        says(set, "(目标评估)");
        assertFalse(set.contains("(给定)"), set);
    }

    /** Every step of a jinan score and node whose number has no end says ≈ and no = before that number. */
    @Test
    void aRoundedNumberIsAbout() {
        Scorecard card = score(Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml"));
        List<String> wrong = Stream.concat(card.stream().flatMap(item -> item.score().trace().stream().flatMap(step -> steps(step))
                        .flatMap(step -> falseSigns(step, ScoreExplainer.explain(item, Locale.CHINESE)))),
                card.views().stream().flatMap(view -> card.nodes(view).stream()).flatMap(node -> node.trace().stream()
                        .flatMap(step -> falseSigns(step, ScoreExplainer.explain(node, Locale.CHINESE))))).toList();
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    private static Stream<Trace.Worked> steps(Trace.Worked step) {
        return Stream.concat(Stream.of(step), step.operands().stream().filter(Trace.Worked.class::isInstance).flatMap(it -> steps((Trace.Worked) it)));
    }

    private static Stream<String> falseSigns(Trace.Worked step, String text) {
        return PlainNumber.isExact(step.value().amount()) ? Stream.empty()
                : text.lines().filter(line -> line.replaceAll("【.*】", "").endsWith(" = " + PlainNumber.of(step.value())));
    }
}
