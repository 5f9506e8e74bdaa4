package io.mubiao.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.Format;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 第一名 10 分，第二名 8 分，第三名 6 分，其余 4 分. */
class PlacePointsTest {
    private static final String RULE = """
            id: r
            points: 10
            ties: best-place
            inputs: {x: {title: 总量}}
            parts:
              rank: {of: 'place("x")', score: {places: {points: [w, 0.8 * w, 6], others: 4}}}
            """;

    @ParameterizedTest
    @CsvSource({"9, 10", "8, 8", "7, 6", "6, 4", "1, 4"})
    void eachPlaceHasItsPoints(String x, String points) {
        Score score = ScoringRuleFile.parse(RULE, Format.YAML, "办法.yaml").score(Given.of("x", x).withPeers("x", "9", "8", "7", "6", "1"));
        assertEquals(Rational.parse(points), score.points().orElseThrow());
        assertEquals(score.points().orElseThrow(), score.trace().orElseThrow().replay().amount());
    }

    private static void refused(String right, String wrong, String... words) {
        Refusal.naming(InvalidDefinitionException.class, () -> ScoringRuleFile.parse(RULE.replace(right, wrong), Format.YAML, "办法.yaml"), words);
    }

    @Test
    void whatIsWrittenWronglyNamesPlaceAndWord() {
        refused(", others: 4", "", "办法.yaml:6", "'others'");
        refused("others: 4", "other: 4", "办法.yaml:6", "did you mean 'others'?");
        refused("points: [w, 0.8 * w, 6]", "points: 10", "办法.yaml:6", "expected a list");
        refused("points: [w, 0.8 * w, 6], ", "", "办法.yaml:6", "such as [10, 8, 6]");
        refused("places: {", "place: {", "办法.yaml:6", "did you mean 'places'?");
    }
}
