package io.mubiao.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an official writes in haste: told or refused, in place, with what to write. */
class RuleDoubtsTest {
    private static final String RULE = """
            id: t
            year: 2024
            columns:
              land: {title: 用地, unit: 亩}
              tax: {title: 税收, unit: 万元, negative: true}
              sales: {title: 销售收入, unit: 万元}
              rd: {title: 研发经费, unit: 万元}
              accident: {title: 事故, kind: flag, if-empty: 否}
              opened: {title: 投产日期, kind: day}
            indicators:
              tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}
              rdr: {title: 研发占比, formula: rd / sales, unit: "%"}
            groups:
              - id: all
                weights-total: 100
                items:
                  tpm: {weight: 80, score: ratio, base: 20 万元/亩, cap: 1.5 * w, floor: 0, missing: refuse}
                  rdr: {weight: 20, score: ratio, base: 3 %, missing: zero}
            bonuses:
              safe: {title: 安全扣分, when: accident, points: -5, limit: 5}
            ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
            classes:
              order: [A, B, C, D]
              by: rank
              cuts: {A: 20 %, B: 60 %, C: 95 %, D: 100 %}
              quota-base: ranked
              quota-rounding: cumulative half-up
            refill: false
            overrides:
              - {id: veto, title: 一票否决, when: accident, not-above: C}
            """;
    private static final Set<String> CODES = Set.of("WRONG_WAY", "MORE_THAN_FULL", "HUNDREDFOLD", "MARK_OF_SHARE", "OTHER_SCALE", "SHARE_OF_PLACES");

    private static List<Problem> doubts(String rule) {
        return RuleLint.check(RuleFile.parse(rule, Format.YAML, "t")).stream().filter(it -> CODES.contains(it.code())).toList();
    }

    @Test
    void whatIsMeantIsNotDoubted() {
        assertEquals(List.of(), doubts(RULE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"技改企业不降档|not-below: C", "不得评为A类、B类|not-above: C", "不得低于C类|not-below: C", "事故企业不得上调一级|not-above: C",
        "发生事故下调一级|shift: -1", "上年A类的最多降一档|not-below: C", "至多下降一级|not-below: C", "降档不超过一档|not-below: C", "新企业最多升一档|not-above: C"})
    void anOverrideThatDoesWhatItsTitleSaysIsNotDoubted(String title, String effect) {
        assertEquals(List.of(), doubts(RULE.replace("title: 一票否决, when: accident, not-above: C", "title: " + title + ", when: accident, " + effect)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "base: 3 %|base: 3|groups.all.items.rdr MARK_OF_SHARE|3 % was probably meant",
        "'formula: rd / sales'|'formula: rd / sales * 100'|indicators.rdr HUNDREDFOLD|leave one out",
        "'score: ratio, base: 3 %'|'score: {efficacy: 60 %}, low: 5 %, high: 1 %'|groups.all.items.rdr WRONG_WAY|more of the indicator gives fewer points",
        "'score: ratio, base: 3 %'|'score: {steps: {of: value, below: 0, at: {2 %: 50, 5 %: 80}}}'|groups.all.items.rdr MORE_THAN_FULL|up to 80 points, the weight is 20",
        "'points: -5'|'points: 5'|bonuses.safe WRONG_WAY|a deduction is negative",
        "not-above: C|not-below: C|overrides.veto WRONG_WAY|a ceiling is not-above",
        "not-above: C|shift: 1|overrides.veto WRONG_WAY|down is a negative shift",
        "'title: 一票否决, when: accident, not-above: C'|'title: 提档, when: accident, shift: -1'|overrides.veto WRONG_WAY|up is a positive shift",
        "'title: 一票否决, when: accident, not-above: C'|'title: 发生事故下调一级, when: accident, shift: 1'|overrides.veto WRONG_WAY|down is a negative shift",
        "'title: 一票否决, when: accident, not-above: C'|'title: 上市企业上调一级, when: accident, shift: -1'|overrides.veto WRONG_WAY|up is a positive shift",
        "'title: 一票否决, when: accident, not-above: C'|'title: 不得评为A类、B类, when: accident, not-above: B'|overrides.veto WRONG_WAY|forbids 'B', but that is what it leaves",
        "'when: accident, not-above'|'when: place <= 10 %, not-above'|overrides.veto SHARE_OF_PLACES|write place <= 10 % * ranked"})
    void whatItsOwnNamesAndUnitsGainsayIsDoubted(String from, String to, String where, String told) {
        assertTrue(RULE.contains(from), from);
        List<Problem> doubts = doubts(RULE.replace(from, to));
        assertEquals(List.of(where), doubts.stream().map(it -> it.place().path() + " " + it.code()).toList());
        assertTrue(doubts.get(0).message().contains(told), doubts.toString());
    }

    @Test
    void weightsOfOneBesideBonusesOfFive() {
        String one = RULE.replace("weights-total: 100", "weights-total: 1").replace("weight: 80", "weight: 80 %").replace("weight: 20", "weight: 20 %");
        assertEquals("the weights sum to 1, but '安全扣分' is -5 points", doubts(one).get(0).message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'when: accident, points'|'when: accident == 是, points'|is compared with nothing: write accident, or not accident",
        "'when: accident, points'|'when: accident > 0, points'|is compared with nothing: write accident, or not accident",
        "'when: accident, not'|'when: opened > 2022.12.31, not'|a day is written as 2022-12-31",
        "'when: accident, not'|'when: opened > 2022, not'|one is a day, the other a number",
        "'when: accident, not'|'when: tpm = 3 万元/亩, not'|write == for equal",
        "'when: accident, not'|'when: accident 且 tpm < 3 万元/亩, not'|write and",
        "'when: accident, not'|'when: consecutive(D) >= 2, not'|takes one name in double quotes, such as 'consecutive(\"D\")",
        "'when: accident, not'|'when: prior(tax) > tax, not'|takes one name in double quotes, such as 'prior(\"tax\")",
        "'when: accident, not'|'when: full_years(opened, year_end) < 2, not'|put quotes around what has commas",
        "'order: [A, B, C, D]'|'order: [A，B，C，D]'|write [A, B, C] with half-width commas",
        "'id: t'|'编号: t'|did you mean 'id'?"})
    void aSlipIsOneProblemThatSaysWhatToWrite(String from, String to, String told) {
        List<Problem> problems = assertThrows(InvalidDefinitionException.class, () -> doubts(RULE.replaceFirst(java.util.regex.Pattern.quote(from),
                java.util.regex.Matcher.quoteReplacement(to)))).problems();
        String all = problems.stream().map(Problem::message).collect(Collectors.joining("\n"));
        assertEquals(1, problems.size(), all);
        assertTrue(all.contains(told), all);
    }
}
