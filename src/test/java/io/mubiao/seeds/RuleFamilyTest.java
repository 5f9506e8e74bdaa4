package io.mubiao.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessor;
import io.mubiao.compare.Cause;
import io.mubiao.compare.ScorecardDiff;
import io.mubiao.formula.Formula;
import io.mubiao.io.Format;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Rule;
import io.mubiao.scorecard.Assign;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Register;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The three rules are one family: equal by what they say, filled in and refused in the same way. */
final class RuleFamilyTest {
    private static final String SCORING = """
            id: share
            points: 20
            parameters: {least: {title: floor, unit: "", value: 1}}
            parts: {done: {of: attainment, score: {formula: "w * x"}, floor: least}}
            """;

    @Test
    void aRuleFileReadTwiceGivesEqualRules() throws IOException {
        assertTwiceEqual("seeds/rules", RuleFile::read);
        assertTwiceEqual("seeds/scoring", ScoringRuleFile::read);
        Path card = Path.of("seeds/jinan-2024/scorecard.yaml");
        assertEquals(ScorecardFile.read(card), ScorecardFile.read(card));
    }

    private static void assertTwiceEqual(String folder, Function<Path, Rule<?>> read) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                assertEquals(read.apply(file), read.apply(file), file.toString());
                assertEquals(read.apply(file).hashCode(), read.apply(file).hashCode(), file.toString());
            }
        }
    }

    @Test
    void oneNumberMakesAnotherRule() {
        ScoringRule rule = scoring();
        assertEquals(rule, rule.with("least", "1"));
        assertNotEquals(rule, rule.with("least", "2"));
        EvaluationRule land = Rules.read("huaian-2024");
        assertEquals(land, land.toBuilder().build());
        assertNotEquals(land, land.toBuilder().year(land.year() + 1).build());
        assertNotEquals(land, land.toBuilder().title(land.title() + "?").build());
    }

    /** A part that is added to a rule and forgotten in equality would make different rules equal. */
    @Test
    void everyPartOfARuleCountsInEquality() throws ReflectiveOperationException {
        for (Rule<?> rule : List.of(scoring(), card(scoring()), Rules.read("huaian-2024"))) {
            var content = rule.getClass().getDeclaredMethod("content");
            content.setAccessible(true);
            long parts = Arrays.stream(rule.toBuilder().getClass().getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()).count();
            assertEquals(parts, ((List<?>) content.invoke(rule)).size(), rule.toString());
        }
    }

    /** Each of these differs from the others in one thing that was said. */
    @Test
    void whateverIsSaidOfAPartOrAQuestionCounts() {
        List<Object> said = Stream.concat(parts(), questions()).toList();
        for (int i = 0; i < said.size(); i++) {
            for (int j = 0; j < said.size(); j++) {
                assertEquals(i == j, said.get(i).equals(said.get(j)), said.get(i) + " and " + said.get(j));
            }
        }
    }

    private static Stream<Object> parts() {
        Part part = Part.of("p", new Shape.Custom(Formula.parse("w * x")), "attainment");
        return Stream.of(part, Part.of("q", new Shape.Custom(Formula.parse("w * x")), "attainment"), Part.of("p", new Shape.Custom(Formula.parse("w")), "attainment"),
                Part.of("p", new Shape.Custom(Formula.parse("w * x")), "actual"), part.title("t"), part.lowerIsBetter(), part.weight("2"),
                part.with("base", "1"), part.with("base", "2"), part.with("target", "1"), part.gate("attainment >= 1"),
                part.times("2"), part.fallback(new Part.Fallback(Optional.of(Formula.parse("0")), Optional.empty())),
                part.fallback(new Part.Fallback(Optional.empty(), Optional.of(Formula.parse("0")))), part.cap("1"), part.floor("1"),
                part.limits(Limits.<Formula>none().rounding(Rounding.parse("2 half-up"))),
                part.cite(new Cite("", "第三条", "")), Part.sum("p", List.of(part)), Part.sum("p", List.of(part, part.title("t"))));
    }

    private static Stream<Object> questions() {
        AsOf asked = AsOf.of(LocalDate.parse("2024-06-30"));
        return Stream.of(asked, AsOf.of(LocalDate.parse("2024-07-01")), asked.knownBy(LocalDate.parse("2024-06-30")),
                asked.knownAt(Instant.parse("2024-06-30T00:00:00Z")), asked.pace(PaceCurve.days()), asked.originalGoals(),
                asked.version(1), asked.originalDeadlines());
    }

    @Test
    void aScorecardFillsInTheParametersOfItsRules() {
        ScorecardRule card = card(scoring());
        assertEquals(List.of("share.least"), card.parameters().stream().map(Parameter::id).toList());
        assertEquals(card(scoring().with("least", "3")), card.with("share.least", "3"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> card.with("least", "3"))
                .getMessage().contains("did you mean 'share.least'?"));
    }

    @Test
    void everyBuilderRefusesWithAllProblems() {
        ScorecardRule.Builder wrong = ScorecardRule.builder("card")
                .assigns(List.of(Assign.all("nobody"), Assign.all("nothing")));
        assertEquals(2, wrong.problems().size());
        assertEquals(2, assertThrows(InvalidDefinitionException.class, wrong::build).problems().size());
        assertThrows(InvalidDefinitionException.class, () -> ScoringRule.builder("empty", Rational.ONE).build());
        assertThrows(InvalidDefinitionException.class, () -> EvaluationRule.builder("r").classes(Rules.read("huaian-2024").classes().orElseThrow()).build());
    }

    @Test
    void aScorecardFileReadTwiceChangesNothing() {
        Register register = RegisterFile.read(Path.of("seeds/jinan-2024/register.yaml"));
        ObservationLog log = ObservationFile.read(Path.of("seeds/jinan-2024/observations.yaml"), register).orThrow();
        ScorecardDiff diff = ScorecardDiff.of(card(register, log, "2024-06-30"), card(register, log, "2024-09-30"), log);
        assertTrue(diff.items().size() > 1);
        assertEquals(List.of(), diff.items().stream().flatMap(item -> item.causes().stream()).map(Cause::kind)
                .filter(Cause.Kind.RULE_CHANGED::equals).toList());
    }

    private static Scorecard card(Register register, ObservationLog log, String day) {
        return Scorer.of(ScorecardFile.read(Path.of("seeds/jinan-2024/scorecard.yaml")), register)
                .score(Assessor.assess(register, log, LocalDate.parse(day)));
    }

    private static ScorecardRule card(ScoringRule rule) {
        return ScorecardRule.builder("card").scoreAll(rule).build();
    }

    private static ScoringRule scoring() {
        return ScoringRuleFile.parse(SCORING, Format.YAML, "test");
    }
}
