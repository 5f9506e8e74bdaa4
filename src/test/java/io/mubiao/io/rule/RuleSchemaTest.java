package io.mubiao.io.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.internal.FormatVersion;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.TreeReader;
import io.mubiao.io.schema.SchemaLaw;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.Problem;
import io.mubiao.rule.Rule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.value.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schemas of rules and their readers refuse the same slips; whether parts fit together only readers know. */
class RuleSchemaTest {
    private static SchemaLaw law(String name, BiConsumer<Node, ProblemList> reader) {
        return new SchemaLaw(name, text -> {
            ProblemList problems = new ProblemList(name, 10_000);
            try {
                reader.accept(FormatVersion.check(TreeReader.parse(text, Format.JSON, problems), problems), problems);
            } catch (ProblemList.GiveUp e) {
                assertTrue(problems.hasErrors());
            }
            return problems.inFileOrder().stream().filter(it -> it.severity() == Problem.Severity.ERROR).toList();
        });
    }

    static SchemaLaw land() {
        return law("land-rule", (root, problems) -> new RuleReader(problems, RuleReader.Cited.NOTHING).unchecked(root));
    }

    static SchemaLaw scoring() {
        return law("scoring-rule", (root, problems) -> new ScoringRuleReader(problems).unchecked(root, ""));
    }

    static SchemaLaw card() {
        ScoringRule any = Seeds.scoringRule("c01-proportional");
        return law("scorecard", (root, problems) -> new ScorecardReader(problems, name -> any).unchecked(root));
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static void check(SchemaLaw law, List<Path> seeds, Map<String, List<Rule<?>>> forms) throws IOException {
        List<Object> trees = new ArrayList<>();
        for (Path seed : seeds) {
            trees.add(SchemaLaw.file(seed));
            assertEquals(List.of(), law.errors(trees.get(trees.size() - 1)), seed.toString());
        }
        for (List<Rule<?>> rules : forms.values()) {
            for (Rule<?> rule : rules) {
                try {
                    trees.add(SchemaLaw.json(AnyRuleFile.write(rule, Format.JSON)));
                } catch (IllegalArgumentException e) {
                    continue;
                }
                assertEquals(List.of(), law.errors(trees.get(trees.size() - 1)), rule::toString);
            }
        }
        trees.stream().sorted(Comparator.comparing(tree -> tree.toString().length())).forEach(law::damage);
        assertEquals("", String.join("\n", law.differences().entrySet().stream().map(Object::toString).toList()));
        assertTrue(law.tried() > 300, "tried " + law.tried());
    }

    @Test
    void ofRulesOfLandEfficiency() throws IOException, ReflectiveOperationException {
        check(land(), files("seeds/rules"), WriteEveryFormTest.all(() -> EvaluationRule.builder("r").year(2024), Set.of()));
    }

    @Test
    void ofScoringRules() throws IOException, ReflectiveOperationException {
        check(scoring(), files("seeds/scoring"),
                WriteEveryFormTest.all(() -> ScoringRule.builder("r", Rational.of(10)).parts(List.of(WriteEveryFormTest.part())), Set.of("lines")));
    }

    @Test
    void ofScorecards() throws IOException, ReflectiveOperationException {
        check(card(), Stream.concat(files("seeds/scoring/scorecards").stream(), Stream.of(Path.of("seeds/jinan-2024/scorecard.yaml"))).toList(),
                WriteEveryFormTest.all(WriteEveryFormTest::card, Set.of("rules", "cites")));
    }
}
