package io.mubiao.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that name files: no circles, nothing outside of the folder; and rules that would never end. */
class CitedFileTest {
    private static final String RULE = """
            id: %s
            year: 2022
            columns: {s: {}}
            indicators: {i: {formula: s}}
            groups: [{id: g, weights-total: 20, items: {i: {weight: 20, score: ratio, base: 1}}}]
            """;

    @TempDir
    Path folder;

    private Path rule(String file, String cited) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, RULE.formatted("t") + "consequences: [{cite: '" + cited + "'}]\n");
    }

    private static List<Problem> problems(Path rule) {
        return assertThrows(InvalidDefinitionException.class, () -> RuleFile.read(rule)).problems();
    }

    @Test
    void rulesThatCiteEachOtherInACircleAreRefused() throws IOException {
        rule("b.yaml", "c.yaml");
        rule("c.yaml", "./sub/../a.yaml");
        List<Problem> problems = problems(rule("a.yaml", "b.yaml"));
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).message().contains("cannot cite itself"), problems::toString);
    }

    @Test
    void aLongRowOfCitationsIsRefused() throws IOException {
        for (int i = 0; i < 30; i++) {
            rule("r" + i + ".yaml", "r" + (i + 1) + ".yaml");
        }
        assertTrue(problems(folder.resolve("r0.yaml")).get(0).message().contains("more than 20 rules"));
    }

    @Test
    void nothingOutsideOfTheFolderIsRead() throws IOException {
        rule("secret.yaml", "x.yaml");
        Path inside = folder.resolve("rules");
        Files.createDirectories(inside);
        Files.createSymbolicLink(inside.resolve("link.yaml"), folder.resolve("secret.yaml"));
        for (String name : List.of("../secret.yaml", folder.resolve("secret.yaml").toString(), "link.yaml")) {
            List<Problem> problems = problems(rule("rules/a.yaml", name));
            assertTrue(problems.get(0).message().contains("lies outside of"), problems::toString);
        }
    }

    @Test
    void aScorecardReadsRulesOfItsProjectOnly() throws IOException {
        Path card = folder.resolve("project/cards/card.yaml");
        Files.createDirectories(card.getParent());
        Files.createDirectories(folder.resolve("project/rules"));
        String points = "id: p\npoints: 10\nparts: {done: {of: attainment, score: {formula: w * x}}}\n";
        Files.writeString(folder.resolve("secret.yaml"), points);
        Files.writeString(folder.resolve("project/rules/p.yaml"), points);
        for (String name : List.of("../../secret.yaml", folder.resolve("secret.yaml").toString())) {
            Files.writeString(card, "id: c\nrules: {p: {file: '" + name + "'}}\nassign: [{rule: p}]\n");
            List<Problem> problems =
                    assertThrows(InvalidDefinitionException.class, () -> ScorecardFile.read(card)).problems();
            assertTrue(problems.stream().anyMatch(it -> it.message().contains("lies outside of")), problems::toString);
        }
        Files.writeString(card, "id: c\nrules: {p: {file: ../rules/p.yaml}}\nassign: [{rule: none}]\n");
        try {
            ScorecardFile.read(card);
        } catch (InvalidDefinitionException e) {
            assertTrue(e.problems().stream().noneMatch(it -> it.message().contains("outside")), e::getMessage);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"formula", "steps", "curve", "per-unit", "words"})
    void aScoreWithNothingBehindItsNameIsRefused(String name) {
        String text = RULE.formatted("t").replace("score: ratio, base: 1", "score: {" + name + "}");
        List<Problem> problems =
                assertThrows(InvalidDefinitionException.class, () -> RuleFile.parse(text, Format.YAML, "t")).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).message().contains("nothing behind '" + name + "'"), problems::toString);
    }

    @Test
    void thirtyLinesOfSquaresAreRefusedOnce() {
        StringBuilder derived = new StringBuilder("derived:\n  d0: {formula: s * s}\n");
        for (int i = 1; i < 30; i++) {
            derived.append("  d").append(i).append(": {formula: d").append(i - 1).append(" * d").append(i - 1).append("}\n");
        }
        String text = RULE.formatted("t").replace("indicators:", derived + "indicators:").replace("formula: s}", "formula: d29}");
        List<Problem> problems =
                assertThrows(InvalidDefinitionException.class, () -> RuleFile.parse(text, Format.YAML, "t")).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertEquals("derived.d10", problems.get(0).place().path());
        assertTrue(problems.get(0).message().contains("digits"), problems::toString);
    }
}
