package io.mubiao.io.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.io.schema.Schemas;
import io.mubiao.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One slip in a rule is one problem: what leans on what was not read, or is wrong, is not blamed for it. */
class OneSlipInARuleTest {
    private static final String RULE = """
            id: r
            year: 2024
            columns:
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元}
              size: {title: 规模, kind: text, values: [规上, 规下]}
            derived:
              twice: {title: 两倍, formula: tax * 2, unit: 万元}
            indicators:
              tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}
              tax_pc: {title: 甲, formula: twice / land, unit: 万元/亩}
            groups:
              - id: all
                weights-total: 100
                items:
                  tpm: {weight: 60, score: ratio, base: 20 万元/亩}
                  tax_pc: {weight: 40, score: ratio, base: {kind: mean, population: evaluated}}
            bonuses:
              加: {title: 加分, when: tpm > 30 万元/亩, points: 5}
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C], by: rank, cuts: {A: 20 %, B: 60 %, C: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            refill: false
            overrides:
              - {id: v, title: 否决, when: size == "规下" and tpm < 1 万元/亩, set: C}
            consequences:
              - {id: w, title: 水价, kind: price-surcharge, base: tax, rate-unit: 元/吨, rates: {C: 1 元/吨}}
            exports: {public: [id, tpm, class]}
            """;

    private static final Pattern FIELD = Pattern.compile("(?m)(?:^|[ {])([a-z][a-z-]{3,}):(?: |$)");

    private static List<Problem> problems(String text) {
        try {
            RuleFile.parse(text, Format.YAML, "r");
            return List.of();
        } catch (InvalidDefinitionException e) {
            return e.problems();
        }
    }

    @Test
    void theRuleIsRight() {
        assertEquals("r", RuleFile.parse(RULE.replaceAll("(?s)consequences:.*?exports", "exports"), Format.YAML, "r").id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
        "columns: # colums: # 'columns'", "indicators: # indicator: # 'indicators'", "derived: # derive: # 'derived'", "groups: # group: # 'groups'",
        "classes: # class: # 'classes'", "ranking: # rankings: # 'ranking'", "overrides: # override: # 'overrides'", "bonuses: # bonus: # 'bonuses'",
        "weights-total: # weight-total: # 'weights-total'", "ties: # tie: # 'ties'", "quota-base: # quotabase: # 'quota-base'",
        "refill: # refil: # 'refill'", "population: # populations: # 'population'", "items: # item: # 'items'", "cuts: # cut: # 'cuts'",
        "formula: tax / land, unit: 万元/亩 # formula: tax / land, unit: 万元 # gives unit",
        "formula: tax * 2, unit: 万元 # formula: tax * 2, unit: 亩 # gives unit",
        "order: [A, B, C] # order: ABC # list", "order: [A, B, C] # order: A，B，C # full-width",
        "A: 20 % # a: 20 % # unknown class 'a'", "A: 20 % # A：20 % # full-width ：", "A: 20 % # A: 20 %% # 20 %%",
        "A: 20 %, # `` # share of class 'A'",
        "id: w, title: 水价, # cite: '', # needs the file of a rule", "id: w, title: 水价, # cite: , # needs the file of a rule",
    })
    void isOneProblem(String right, String wrong, String told) {
        String rule = right.startsWith("id: w") ? RULE : RULE.replaceAll("(?s)consequences:.*?exports", "exports");
        assertTrue(rule.contains(right), right);
        List<Problem> problems = problems(rule.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong == null ? "" : wrong)));
        assertEquals(1, problems.size(), () -> String.join("\n", problems.stream().map(Problem::toString).toList()));
        assertTrue(problems.get(0).message().contains(told), problems::toString);
    }

    /** Of shipped rules of every form every name of a field, one after another, with a letter too many. */
    @Test
    void aMisspeltFieldIsOneProblemInShippedRules() throws IOException {
        Set<String> words = Pattern.compile("\"([a-z][a-z-]{3,})\" : \\{").matcher(Schemas.schema("land-rule")).results().map(it -> it.group(1)).collect(Collectors.toSet());
        Map<String, String> many = new TreeMap<>();
        for (String name : List.of("huaian-2024-by-county", "wenling-parks-2022", "sichuan-parks-2020", "land-tax-reward-by-band", "anyang-2018",
                "haining-power-2025-draft")) {
            misspelt(Files.readString(Path.of("seeds/rules/" + name + ".yaml")), words).forEach((word, wrong) -> {
                List<Problem> found = problems(wrong);
                if (found.size() > 1) {
                    many.put(name + " " + word, found.stream().map(it -> "\n    " + it).collect(Collectors.joining()) + "\n");
                }
            });
        }
        assertEquals(Map.of(), many);
    }

    private static Map<String, String> misspelt(String text, Set<String> words) {
        Map<String, String> wrong = new TreeMap<>();
        FIELD.matcher(text).results().filter(it -> words.contains(it.group(1)))
                .forEach(it -> wrong.putIfAbsent(it.group(1), text.substring(0, it.end(1)) + "x" + text.substring(it.end(1))));
        return wrong;
    }
}
