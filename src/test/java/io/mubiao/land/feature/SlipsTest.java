package io.mubiao.land.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.lint.RuleLint;
import io.mubiao.problem.Problem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be worked out and cannot be meant is refused; what is seldom meant is told by lint with what was probably meant. */
class SlipsTest {
    private static final String HEAD = """
            id: t
            year: 2024
            measure-words: [户]
            columns:
              tax: {title: 税收, unit: 万元, negative: true}
              land: {title: 用地, unit: 亩}
              energy: {title: 能耗, unit: 吨标煤}
              size: {title: 规模, kind: text, values: [规上, 规下]}
              bad: {title: 否决, kind: flag}
              since: {title: 投产, kind: day}
            indicators:
              tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}
              use: {title: 单位税收能耗, formula: energy / tax, unit: 吨标煤/万元, better: lower}
            """;
    private static final String ITEM = "weight: 60, score: ratio, base: 10 万元/亩, cap: 1.5 * w, floor: 0, missing: zero";
    private static final String CLASSES = Try.RANKING + Try.CLASSES;

    private static String group(String item) {
        return "groups: [{id: all, weights-total: 60, items: {tpm: {" + item + "}}}]\n";
    }

    private static String override(String parts) {
        return "overrides: [{id: o, title: 调档, " + parts + "}]\nrefill: false\n";
    }

    private static List<Problem> refused(String... parts) {
        return Try.problems(HEAD + String.join("", parts));
    }

    private static String code(List<Problem> problems) {
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).message(Locale.CHINESE).codePoints().anyMatch(it -> it >= 0x4E00), problems::toString);
        return problems.get(0).code();
    }

    private static List<String> lint(String... parts) {
        return RuleLint.check(Try.rule(HEAD + String.join("", parts))).stream().map(Problem::code)
                .filter(it -> !List.of("NO_SOURCE", "NO_EXAMPLES", "UNUSED", "MISSING_REFUSED", "NO_CAP").contains(it)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"land > land", "1 > 0", "tpm >= tpm", "2 < 1", "not bad or bad", "size == size", "bad == bad", "3 万元 > 20000 元",
        "tpm >= 10 万元/亩 and tpm < 5 万元/亩", "tpm < 10 万元/亩 or tpm >= 100000 元/亩", "class == \"A\" and class == \"B\"",
        "since < 2020-01-01 and since > 2021-01-01", "bad or land >= land", "size == \"规上\" and size in (\"规下\")"})
    void aTestThatGivesTheSameForAllIsRefused(String test) {
        assertEquals("SAME_FOR_ALL", code(refused(group(ITEM), CLASSES, override("when: '" + test + "', not-above: C"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"land > 3 亩", "tax > land * 1 万元/亩", "bad and not missing(tax)", "tpm >= 5 万元/亩 and tpm <= 50000 元/亩",
        "tpm < 5 万元/亩 or tpm > 5 万元/亩", "size == \"规上\" or bad", "size in (\"规上\") and tax > 0", "land < tax * 1 亩/万元 or land > tax * 1 亩/万元"})
    void aTestThatCanGoBothWaysIsNot(String test) {
        assertEquals(List.of(), lint(group(ITEM), CLASSES, override("when: '" + test + "', not-above: C")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"land >= 0 亩", "size == \"规上\" or size == \"规下\"", "total > 80"})
    void withinTheLimitsOfTheRuleItIsTold(String test) {
        assertEquals(List.of("SAME_FOR_ALL"), lint(group(ITEM), "total: {cap: 80, round: 2 half-up}\n", CLASSES, override("when: '" + test + "', not-above: C")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "weight: 60, score: ratio, base: 10 万元/亩, cap: 150 % | POINTS",
        "weight: 60, score: ratio, base: 10 万元/亩, missing: 50 % | POINTS",
        "weight: 60, score: ratio, base: 10 万元/亩, floor: 70 | BAD_RULE",
        "weight: 60, score: ratio, base: 10 万元/亩, cap: 1.5 * w, floor: w | BAD_RULE",
        "weight: 60, score: ratio, base: -10 万元/亩 | BAD_RULE",
        "weight: -60, score: ratio, base: 10 万元/亩 | BAD_VALUE",
        "'weight: 60, score: ratio, base: {kind: mean, population: graded, times: 0}' | BAD_VALUE"})
    void anItemThatCannotBeMeantIsRefused(String item, String code) {
        assertEquals(code, refused(group(item).replace("weights-total: 60", item.contains("-60") ? "weights-total: -60" : "weights-total: 60")).stream()
                .map(Problem::code).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'total: {cap: 150 %}' | POINTS",
        "'bonuses: {b: {title: b, when: bad, points: 5 %}}' | POINTS",
        "'bonuses: {b: {title: b, when: bad, points: 5, limit: 10 %}}' | POINTS",
        "'bonuses: {b: {title: b, when: bad, share-of-subtotal: 5}}' | POINTS",
        "'overrides: [{id: o, when: total >= 90 %, set: A}]\nrefill: false' | POINTS",
        "'overrides: [{id: o, when: bad, shift: 9}]\nrefill: false' | BAD_VALUE",
        "'overrides: [{id: o, when: bad, shift: -4}]\nrefill: false' | BAD_VALUE",
        "'scope: {exclude: [{id: x, title: x, when: bad, effect: ungraded, label: A}]}' | BAD_VALUE",
        "'consequences: [{id: s, kind: surcharge, base: energy, rate-unit: 元/吨标煤, rates: {D: -5 元/吨标煤}}]' | BAD_VALUE",
        "'consequences: [{id: s, kind: relief, base: tax, rate-unit: \"%\", rates: {A: 150 %}, unit: 万元}]' | BAD_VALUE"})
    void aPartThatCannotBeMeantIsRefused(String part, String code) {
        assertEquals(code, code(refused(group(ITEM), CLASSES, part.replace("\\n", "\n") + "\n")));
    }

    @Test
    void theLargestShiftThatChangesAnythingIsAllowed() {
        assertEquals(List.of(), lint(group(ITEM), CLASSES, override("when: bad, shift: -3")));
    }

    @Test
    void limitsOfAColumnThatLeaveNothingAreRefused() {
        assertEquals("BAD_VALUE", code(Try.problems(HEAD.replace("unit: 亩}", "unit: 亩, at-least: 30, at-most: 3}"), group(ITEM))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "weight: 60, score: ratio, base: 10 万元/亩, cap: 1.5, floor: 0 | SMALL_CAP",
        "weight: 60, score: ratio, base: 10 元/亩, cap: 1.5 * w | OTHER_UNIT",
        "weight: 60, score: ratio, base: 10 万元/亩, cap: 1.5 * w, missing: 100 | GAP_PAYS",
        "weight: 60, score: ratio, base: 10 万元/亩, cap: 1.5 * w, negative: 5 | GAP_PAYS",
        "'weight: 60, score: ratio, cap: 1.5 * w, base: {kind: mean, population: graded, times: 200}' | MAGNITUDE",
        "'weight: 60, score: ratio, cap: 1.5 * w, base: {kind: percentile, share: 10 %, method: nearest-rank, population: graded}' | PERCENTILE"})
    void anItemThatIsSeldomMeantIsTold(String item, String code) {
        assertEquals(List.of(code), lint(group(item)));
    }

    @Test
    void baseInAnotherUnitIsConverted() {
        String item = "weight: 60, score: ratio, base: 100000 元/亩";
        Try.assertTotal("72", Try.evaluate(Try.rule(HEAD + group(item)), "甲 tax=120 land=10"), "甲");
        assertEquals(List.of(), lint(group(item)));
    }

    @Test
    void moreThatIsWorseAndLessThatIsBetterAreTold() {
        assertEquals(List.of("DIRECTION"), lint("groups: [{id: all, weights-total: 60, items: {use: {weight: 60, score: ratio, base: 1 吨标煤/万元, cap: 60}}}]\n")
                .isEmpty() ? RuleLint.check(Try.rule(HEAD.replace(", better: lower", "")
                        + "groups: [{id: all, weights-total: 60, items: {use: {weight: 60, score: ratio, base: 1 吨标煤/万元, cap: 60}}}]\n")).stream()
                        .map(Problem::code).filter("DIRECTION"::equals).toList() : List.of("told of what is right"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'total: {cap: 50}' | SMALL_CAP",
        "'total: {floor: 60}' | FLOOR_SWALLOWS",
        "'bonuses: {b: {title: b, points: 5}}' | FLAT_SCORE",
        "'bonuses: {b: {title: b, when: bad, points: 5, limit: 3}}' | LIMIT_BINDS",
        "'overrides: [{id: o, when: bad, not-above: C}, {id: p, when: bad, not-below: B}]\nrefill: false' | UNDONE",
        "'valid: 2021-01-01/2021-12-31' | PERIOD",
        "'consequences: [{id: s, kind: surcharge, base: energy, rate-unit: 元/吨标煤, rates: {A: 5 元/吨标煤, D: 1 元/吨标煤}}]' | ORDER"})
    void aPartThatIsSeldomMeantIsTold(String part, String code) {
        assertEquals(List.of(code), lint(group(ITEM), CLASSES, part.replace("\\n", "\n") + "\n"));
    }

    @Test
    void classesThatBeginWithTheWorstAreTold() {
        assertEquals(List.of("ORDER"), lint(group(ITEM), Try.RANKING, Try.CLASSES.replace("[A, B, C, D]", "[B, A, C, D]")
                .replace("A: 20 %, B: 70 %", "B: 20 %, A: 70 %")));
        assertEquals(List.of(), lint(group(ITEM), Try.RANKING, Try.CLASSES.replace("[A, B, C, D]", "[A+, A, B, C-]")
                .replace("A: 20 %, B: 70 %, C: 95 %, D", "A+: 20 %, A: 70 %, B: 95 %, C-")));
    }

    @Test
    void aRequirementOfTheLastClassAndAThresholdAboveTheCapAreTold() {
        assertEquals(List.of("NO_EFFECT"), lint(group(ITEM), CLASSES.replace("quota-base", "require: {D: \"total >= 10\"}\n  quota-base")));
        assertEquals(List.of("EMPTY_CLASS"), lint(group(ITEM), "total: {cap: 90}\nclasses: {order: [A, B], by: score, at-least: {A: 100}}\n"));
    }
}
