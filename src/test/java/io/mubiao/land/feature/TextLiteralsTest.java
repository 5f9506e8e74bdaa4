package io.mubiao.land.feature;

import static io.mubiao.land.feature.Try.problems;
import static io.mubiao.land.feature.Try.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Formula;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.PostRule;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.rule.Cite;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that a rule writes and that can never be there is refused, with the texts that can be and the near one. */
class TextLiteralsTest {
    private static final String RULE = """
            id: t
            year: 2022
            columns:
              s: {decimals: 2, negative: true}
              size: {title: 规模, kind: text, values: [规上, 规下]}
              park: {title: 园区, kind: text, values: [东区, 西区]}
              industry: {title: 行业, kind: text}
            labels: {big: {title: 大小, choices: [{label: 大, when: s >= 10}, {label: 小}]}}
            indicators: {score: {formula: s}}
            groups: [{id: first, when: 'size == "规上"', rank-on: score}, {id: rest, rank-on: score}]
            ranking: {by: [], on: rounded, ties: best-place, small-groups: none}
            classes: {order: [A, B], by: rank, cuts: {A: 20 %, B: 100 %}, quota-base: ranked, quota-rounding: cumulative floor}
            refill: false
            """;

    private static String override(String when) {
        return "overrides: [{id: o, when: '" + when + "', set: B}]\n";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "size == \"规模以上\"|规上", "size != \"规上企业\"|规上", "\"规下 \" == size|规下", "not size in (\"规上\", \"规模以下\")|规下",
        "big == \"中\"|", "group == \"none\"|", "group == \"fist\"|first", "prior_class == \"E\"|", "class == \"a\"|A",
        "consecutive(\"E\") >= 2|", "if(size == \"小微\", s, 1) > 0|", "prior(\"size\") == \"规模以上\"|规上"})
    void aLiteralThatCanNeverBeIsRefusedWithTheNearWord(String when, String near) {
        List<Problem> problems = problems(RULE, override(when));
        assertEquals(List.of("14 overrides[0] UNKNOWN_TEXT"), problems.stream()
                .map(it -> it.place().line() + " " + it.place().path() + " " + it.code()).toList());
        String message = problems.get(0).message();
        assertTrue(near == null ? !message.contains("did you mean") : message.contains("did you mean '" + near + "'?")
                && problems.get(0).message(Locale.CHINESE).contains("是否应为“" + near + "”"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size == \"规上\"", "big != \"小\"", "group == \"rest\"", "prior_class == \"A\"", "consecutive(\"B\") >= 2",
        "industry == \"纺织\"", "industry in (\"17\"..\"18\")", "prior(\"size\") == size", "size in (\"规上\", \"规下\")"})
    void oneThatCanBeIsTaken(String when) {
        assertEquals(1, rule(RULE, override(when)).overrides().size());
    }

    /** What a free column can hold only the roll knows; a list of which some are there may hold others that are not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"industry == \"丙\"|丙|", "industry in (\"纺织业\", \"甲\")|纺织业|纺织", "industry == \"甲\"||",
        "industry in (\"甲\", \"丙\")||", "industry in (\"17\"..\"18\")||"})
    void aTextThatNobodyOfTheRollHasIsWarnedOfWhereItIsLikelyASlip(String when, String text, String near) {
        var evaluation = Try.evaluate(rule(RULE, override(when)), "1 s=3 size=规上 park=东区 industry=甲", "2 s=2 size=规下 park=东区 industry=纺织");
        List<String> told = evaluation.problems().stream().filter(it -> it.code().equals("NO_SUCH_TEXT")).map(Problem::message).toList();
        assertEquals(text == null ? 0 : 1, told.size(), told.toString());
        assertTrue(text == null || (told.get(0).contains("'" + text + "'") && told.get(0).contains("did you mean '" + near) == (near != null)),
                told.toString());
    }

    @Test
    void cutsByATextThatCanBeAnythingAreRefused() {
        String cuts = RULE.replace("cuts: {A: 20 %, B: 100 %}", "cuts-by: industry, cuts: {纺织: {A: 20 %, B: 100 %}}")
                .replace("by: [],", "by: [industry],");
        Problem problem = problems(cuts, "").get(0);
        assertEquals("classes.cuts-by", problem.place().path());
        assertTrue(problem.message().contains("'industry' (行业) can be any text"), problem.message());
    }

    @Test
    void twoTextsThatShareNoValueAreNeverTheSame() {
        assertTrue(problems(RULE, override("size == park")).get(0).message().contains("have no text in common"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "tables: {k: {by: size, values: {规上: 1, 规模以下: 2}, otherwise: 3}}|is never '规模以下'",
        "tables: {k: {by: size, values: {规上: 1}}}|nothing is given for '规下'",
        "tables: {k: {by: big, values: {大: 1}}}|nothing is given for '小'"})
    void keysAreValuesAndEveryValueHasAKey(String table, String told) {
        List<Problem> problems = problems(RULE, table + "\n");
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).message().contains(told), problems.toString());
        rule(RULE, "tables: {k: {by: size, values: {规上: 1}, otherwise: 3}, l: {by: industry, values: {纺织: 1}}}\n");
    }

    @Test
    void cutsByATextAndTheGroupThatSmallOnesJoinAreValuesToo() {
        String cuts = RULE.replace("cuts: {A: 20 %, B: 100 %}", "cuts-by: park, cuts: {东区: {A: 20 %, B: 100 %}, 西部: {A: 30 %, B: 100 %}}")
                .replace("by: [], on", "by: [park], on");
        assertEquals(List.of("UNKNOWN_TEXT", "UNKNOWN_TEXT"), problems(cuts).stream().map(Problem::code).toList());
        String join = RULE.replace("by: [], on", "by: [size], on").replace("small-groups: none", "small-groups: {under: 3, join: 其他}");
        assertEquals(List.of("ranking.small-groups"), problems(join).stream().map(it -> it.place().path()).toList());
    }

    @Test
    void aBuilderIsHeldToTheSame() {
        EvaluationRule.Builder made = rule(RULE).toBuilder().overrides(List.of(new PostRule("o", "o",
                Optional.of(Formula.parse("size == \"规模以上\"")), PostRule.Effect.SET, "B", 0, Cite.NONE)));
        assertEquals(List.of("UNKNOWN_TEXT"), assertThrows(InvalidDefinitionException.class, made::build).problems().stream()
                .map(Problem::code).toList());
    }
}
