package io.mubiao.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.rule.Cite;
import io.mubiao.rule.Rule;
import io.mubiao.rule.Source;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped scoring rule reads, says where it stands, and gives the worked numbers of scoring-cases.txt. */
class ScoringSeedsTest {
    private static final Path CASES = Path.of("src/test/resources/io/mubiao/seeds/scoring-cases.txt");

    static List<String> ids() {
        return Scores.ids(Scores.FOLDER);
    }

    static Stream<String> cases() {
        return Scores.text(CASES).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static String[] columns(String line) {
        return line.split("\\|", -1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void workedNumbers(String line) {
        String[] columns = columns(line);
        Score score = Scores.score(columns[0].strip(), columns[1].strip());
        String expected = columns[2].strip();
        if (expected.startsWith("!")) {
            assertEquals(Optional.empty(), score.points());
            assertTrue(score.absence().startsWith(expected.substring(1)), score.absence());
        } else {
            assertEquals(Optional.of(Rational.parse(expected)), score.points(), score::absence);
            assertEquals(score.points().orElseThrow(), score.trace().orElseThrow().replay().amount());
        }
        if (columns.length > 3) {
            assertEquals(columns[3].strip(), Stream.concat(score.vetoes().stream(), score.duties().stream()).map(Claim::id)
                    .collect(Collectors.joining(" ")));
        }
    }

    @Test
    void noFileIsWithoutWorkedNumbers() {
        Set<String> worked = cases().map(line -> columns(line)[0].strip()).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ids()), worked);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFileIsCalledAsItsRuleAndNamesItsSource(String id) {
        ScoringRule rule = Scores.rule(id);
        assertEquals(id, rule.id());
        assertFalse(rule.title().isBlank());
        assertTrue(id.equals("direct-points") || rule.sources().stream().noneMatch(it -> it.url().isBlank()), id);
        Set<String> sources = rule.sources().stream().map(Source::id).collect(Collectors.toSet());
        cites(rule).forEach(cite -> assertTrue(cite.source().isEmpty() || sources.contains(cite.source()), cite::toString));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyPartStandsBesideASourceAndClauseOrAnAssumption(String id) {
        for (Cite cite : cites(Scores.rule(id)).toList()) {
            assertTrue(!cite.source().isEmpty() || !cite.assumption().isEmpty(), cite::toString);
            assertEquals(cite.source().isEmpty(), cite.clause().isEmpty(), cite::toString);
        }
    }

    private static Stream<Cite> cites(ScoringRule rule) {
        return Stream.of(Stream.of(rule.cite()), rule.parts().stream().flatMap(ScoringSeedsTest::cites),
                rule.parameters().stream().map(it -> it.cite()), rule.derived().stream().map(it -> it.cite()),
                rule.claims().stream().map(Claim::cite)).flatMap(all -> all);
    }

    private static Stream<Cite> cites(Part part) {
        return Stream.concat(Stream.of(part.cite()), part.parts().stream().flatMap(ScoringSeedsTest::cites));
    }

    @ParameterizedTest
    @CsvSource({"c07-base-share,multiple", "c07-counts,multiple", "c14-reporting,few", "mof-satisfaction,high low part",
        "nanjing-steps,extra"})
    void aNumberThatTheSourceLacksMustBeGivenAndIsNamed(String id, String open) {
        ScoringRule rule = Scores.rule(id);
        assertEquals(open, rule.openParameters().stream().map(it -> it.id()).collect(Collectors.joining(" ")));
        Refusal.naming(rule::score, open.split(" ", -1));
        rule.openParameters().forEach(it -> assertFalse(it.cite().assumption().isEmpty()));
    }

    @Test
    void whatIsNotPublishedSaysSo() {
        assertEquals(Set.of("mof-quantitative", "mof-quantitative-too-low", "mof-qualitative", "mof-direct", "mof-pass-mark",
                "mof-satisfaction", "mof-budget-execution", "grain-hangzhou-2020", "staffing-districts", "park-deductions"), with(Rule.Status.UNVERIFIED));
        assertEquals(Set.of("c15-year-from-quarters"), with(Rule.Status.TEMPLATE));
    }

    private static Set<String> with(Rule.Status status) {
        return ids().stream().filter(id -> Scores.rule(id).status() == status).collect(Collectors.toSet());
    }

    @Test
    void theUncappedValueStaysBesideTheCappedOne() {
        Score score = Scores.score("c09-composite", "projects=28; projects_target=27; money=177.7; money_target=54");
        assertEquals(Optional.of(Rational.parse("0.5")), score.points());
        assertEquals("1.08194", score.raw().orElseThrow().round(io.mubiao.value.Rounding.halfUp(5)).toPlainString());
    }
}
