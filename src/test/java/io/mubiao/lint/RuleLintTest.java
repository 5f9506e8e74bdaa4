package io.mubiao.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adopts a rule must see everything that is assumed in it, wherever that stands in the file. */
class RuleLintTest {
    static Stream<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("seeds/rules"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    private static List<String> found(String code, Path file) {
        return RuleLint.check(RuleFile.read(file)).stream().filter(it -> it.code().equals(code)).map(Problem::message).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAssumptionOfAPublishedRuleIsListed(Path file) throws IOException {
        String text = Files.readString(file).replaceFirst("(?ms)^examples:.*", "");
        List<String> listed = Stream.concat(found("ASSUMPTION", file).stream(), found("OPEN_PARAMETER", file).stream()).toList();
        java.util.regex.Pattern.compile("assumption: ([^,}\\n]+)").matcher(text).results().map(it -> it.group(1).strip()).forEach(words ->
                assertTrue(listed.stream().anyMatch(it -> it.contains(words)), words + " of " + file + " in " + listed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noPartOfAPublishedRuleLacksItsSource(Path file) {
        assertEquals(List.of(), found("NO_SOURCE", file));
        assertEquals(List.of(), found("UNUSED", file));
    }

    @Test
    void aColumnOfWhichOnlyLastYearsFigureIsAskedIsUsed() {
        List<Problem> problems = RuleLint.check(RuleFile.parse("""
                id: t
                year: 2024
                columns: {tax: {}, old: {}}
                indicators: {g: {formula: 'growth(tax, prior("old"))'}}
                groups: [{id: all, rank-on: g}]
                """, Format.YAML, "t"));
        assertTrue(problems.stream().noneMatch(it -> it.code().equals("UNUSED")), problems.toString());
    }

    @Test
    void anOverrideThatHoldsNobodyIsTold() {
        List<String> told = RuleLint.check(RuleFile.parse("""
                id: t
                year: 2024
                columns: {tax: {}, bad: {kind: flag}}
                indicators: {g: {formula: tax}}
                groups: [{id: all, rank-on: g}]
                ranking: {by: [], on: rounded, ties: best-place, small-groups: none}
                classes: {order: [A, B], by: rank, cuts: {A: 20 %, B: 100 %}, quota-base: ranked, quota-rounding: cumulative floor}
                overrides: [{id: x, when: bad, not-above: A}, {id: y, when: bad, not-below: B}, {id: z, when: bad, not-above: B}]
                refill: false
                """, Format.YAML, "t")).stream().filter(it -> it.code().equals("NO_EFFECT")).map(it -> it.place().path()).toList();
        assertEquals(List.of("overrides.x", "overrides.y"), told);
    }
}
