package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.question.EvaluationWhatIf;
import org.junit.jupiter.api.Test;

/** 先按…排序取前…，其余再按…排序: a first ranking gives some their class, the others are ranked once more. */
class RankedAgainTest {
    private static final String FIRMS = """
            columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元}, sales: {title: 销售收入, unit: 万元}, town: {kind: text, if-empty: 甲镇}, listed: {kind: flag, if-empty: 否}}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}, spm: {title: 亩均销售, formula: sales / land, unit: 万元/亩}}
            groups: [{id: all, weights-total: 100, items: {spm: {weight: 100, score: ratio, base: 100 万元/亩, missing: refuse}}}]
            """;
    /** Of ten the best two by tax are A; the other eight are ranked by their total: half of them B. */
    private static final String FIRST_TAX = FIRMS + """
            ranking:
              by: [town]
              on: unrounded
              ties: best-place
              small-groups: none
              again:
                税收: {title: 亩均税收排序, on: tpm}
                其余: {title: 其余企业排序, when: place("税收") > 20 % * ranked, on: total}
            """;
    private static final String A_BY_TAX = """
            classes:
              order: [A, B, C]
              by: tests
              tests: {A: place("税收") <= 20 % * ranked, B: place("其余") <= 50 % * ranked("其余")}
            """;
    private static final String[] TEN = {"a land=1 tax=10 sales=1", "b land=1 tax=9 sales=100", "c land=1 tax=8 sales=99", "d land=1 tax=7 sales=98",
        "e land=1 tax=6 sales=97", "f land=1 tax=5 sales=96", "g land=1 tax=4 sales=95", "h land=1 tax=3 sales=94", "i land=1 tax=2 sales=93",
        "j land=1 tax=1 sales=92"};

    @Test
    void theBestOfAFirstRankingHaveTheirClassAndTheOthersAreRankedAgain() {
        Evaluation evaluation = Law.of(FIRST_TAX, A_BY_TAX).on(TEN);
        assertEquals("aA bA cB dB eB fB gC hC iC jC", Law.classes(evaluation), "of eight half are four: c to f");
        assertEquals(10, evaluation.get("a").place().orElseThrow(), "by the total it is the last");
    }

    @Test
    void anExplanationTellsWhereAndOnWhatOneIsRankedAgain() {
        Evaluation evaluation = Law.of(FIRST_TAX, A_BY_TAX).on(TEN);
        String zh = Law.zh(evaluation, "f");
        assertTrue(zh.contains("再排序「亩均税收排序」：亩均税收 5 万元/亩，第 6 名，共 10 家"), zh);
        assertTrue(zh.contains("再排序「其余企业排序」（亩均税收排序名次 > 20 % × 参加排序户数：6 > 20 % × 10，符合）：总分 96，第 4 名，共 8 家"), zh);
        assertTrue(zh.contains("B 类要求 其余企业排序名次 ≤ 50 % × 其余企业排序户数：4 ≤ 50 % × 8，符合"), zh);
        String out = Law.zh(evaluation, "a");
        assertTrue(out.contains("不参加再排序「其余企业排序」（亩均税收排序名次 > 20 % × 参加排序户数：1 ≤ 20 % × 10，不符合）"), out);
        String en = Law.en(evaluation, "f");
        assertTrue(en.contains("total 96, place 4 of 8"), en);
    }

    @Test
    void equalsShareAPlaceAndAGroupHasItsOwn() {
        Evaluation evaluation = Law.of(FIRST_TAX, A_BY_TAX).on("a land=1 tax=9 sales=1 town=甲镇", "b land=1 tax=9 sales=2 town=甲镇",
                "c land=1 tax=1 sales=3 town=甲镇", "d land=1 tax=1 sales=1 town=乙镇", "e land=1 tax=1 sales=2 town=乙镇");
        assertEquals("aC bC cB dC eB", Law.classes(evaluation), "20 % of three or two is nobody");
    }

    @Test
    void theLowestMayComeFirstAndWhoIsNotRankedAgainHasNoPlace() {
        String worst = FIRMS + """
                ranking:
                  by: []
                  on: unrounded
                  ties: best-place
                  small-groups: none
                  again:
                    后半: {when: place > 50 % * ranked, on: tpm, better: lower}
                """;
        String classes = """
                classes:
                  order: [A, B]
                  by: tests
                  tests: {A: not (place > 50 % * ranked and place("后半") <= 1)}
                """;
        assertEquals("aA bA cA dB", Law.classes(Law.of(worst, classes).on("a land=1 tax=1 sales=9", "b land=1 tax=1 sales=8", "c land=1 tax=5 sales=7",
                "d land=1 tax=4 sales=6")));
        String open = classes.replace("place > 50 % * ranked and ", "");
        Evaluation undecided = Law.of(worst, open).on("a land=1 tax=1 sales=9", "b land=1 tax=1 sales=8", "c land=1 tax=5 sales=7", "d land=1 tax=4 sales=6");
        assertEquals("a– b– cA dB", Law.classes(undecided), "missing is not false");
        assertTrue(undecided.get("a").why().orElseThrow().toString().contains("后半"), undecided.get("a").why().toString());
    }

    @Test
    void overridesMayUseItAndAWhatIfRanksAllAgain() {
        Law law = Law.of(FIRST_TAX, """
                classes: {order: [A, B, C], by: rank, cuts: {A: 20 %, B: 60 %, C: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
                refill: false
                overrides: [{id: tax, title: 亩均税收第一, when: place("税收") == 1, set: A}]
                """);
        Evaluation evaluation = law.on(TEN);
        assertEquals("aA bA cA dB eB fB gB hC iC jC", Law.classes(evaluation));
        assertEquals(2, EvaluationWhatIf.of(evaluation).with("j", "tax", "50").run().moves().stream().filter(move -> move.inClass()).count(),
                "a falls to C, j rises to A");
    }

    @Test
    void whatIsNotKnownYetIsRefused() {
        String none = Law.refused(FIRMS, "ranking: {by: [], on: unrounded, ties: dense, small-groups: none}\n", A_BY_TAX);
        assertTrue(none.contains("税收") && none.contains("ranking.again"), none);
        String early = Law.refused(FIRST_TAX.replace("when: place(\"税收\")", "when: place(\"其余\")"), A_BY_TAX);
        assertTrue(early.contains("who is ranked in '其余' is not known yet"), early);
        String score = Law.refused(FIRST_TAX.replace("base: 100 万元/亩", "base: 100 万元/亩, cap: place(\"税收\")"), A_BY_TAX);
        assertTrue(score.contains("who is ranked in '税收' is not known yet"), score);
        String unknown = Law.refused(FIRST_TAX, A_BY_TAX.replace("ranked(\"其余\")", "ranked(\"其它\")"));
        assertTrue(unknown.contains("其它") && unknown.contains("其余"), unknown);
    }
}
