package io.mubiao.land.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short ways to write a rule, to ask it, and to say what must come out. */
final class Try {
    /** Ranks all on their totals; equals take the best place. */
    static final String RANKING = """
            ranking: {by: [], on: rounded, ties: best-place, small-groups: none}
            """;
    /** A to D by 20, 70, 95 and 100 %, cumulative cuts rounded half up. */
    static final String CLASSES = """
            classes:
              order: [A, B, C, D]
              by: rank
              cuts: {A: 20 %, B: 70 %, C: 95 %, D: 100 %}
              quota-base: ranked
              quota-rounding: cumulative half-up
            """;
    /** A number that is its own score, so that rankings and classes can be looked at alone. */
    static final String SCORE = """
            id: t
            year: 2022
            columns:
              s: {decimals: 2, negative: true}
            indicators: {score: {formula: s}}
            groups: [{id: all, rank-on: score}]
            """;

    private Try() {}

    static EvaluationRule rule(String... parts) {
        return RuleFile.parse(String.join("", parts), Format.YAML, "test");
    }

    /** A rule with one column more, from {@link #SCORE}, and these parts behind it. */
    static EvaluationRule scored(String columns, String... parts) {
        return rule(SCORE.replace("negative: true}\n", "negative: true}\n" + columns.indent(2)), String.join("", parts));
    }

    /** Every problem of a rule that must be refused. */
    static List<Problem> problems(String... parts) {
        return assertThrows(InvalidDefinitionException.class, () -> rule(parts)).problems();
    }

    /** Values written as {@code land=20 tax=360}. */
    static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.isBlank() ? new String[0] : text.strip().split("\\s+", -1)) {
            int at = pair.indexOf('=');
            values.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return values;
    }

    /** A roll of rows written as {@code 甲 land=20 tax=360}; the first word is the id. */
    static Roll roll(EvaluationRule rule, String... rows) {
        Roll.Builder roll = Roll.builder(rule);
        for (String row : rows) {
            String[] parts = row.strip().split("\\s+", 2);
            roll.add(parts[0], values(parts.length == 1 ? "" : parts[1]));
        }
        return roll.build();
    }

    static Evaluation evaluate(EvaluationRule rule, String... rows) {
        return LandAssessor.of(rule).evaluate(roll(rule, rows));
    }

    /** So many enterprises called 1, 2, …, whose score falls by one from the first to the last. */
    static String[] falling(int count) {
        String[] rows = new String[count];
        for (int i = 0; i < count; i++) {
            rows[i] = (i + 1) + " s=" + (count - i);
        }
        return rows;
    }

    static Rational total(Evaluation evaluation, String id) {
        EnterpriseResult result = evaluation.get(id);
        return result.total().orElseThrow(() -> new AssertionError(result.reason()));
    }

    static void assertTotal(String expected, Evaluation evaluation, String id) {
        assertEquals(Rational.parse(expected), total(evaluation, id), id);
    }

    /** The totals of some, as {@code 1 2.5 -}. */
    static String totals(Evaluation evaluation, String... ids) {
        StringBuilder text = new StringBuilder();
        for (String id : ids) {
            text.append(text.isEmpty() ? "" : " ").append(evaluation.get(id).total().map(Rational::toString).orElse("-"));
        }
        return text.toString();
    }

    /** The places of some, as {@code 1 2 2 -}. */
    static String places(Evaluation evaluation, String... ids) {
        StringBuilder text = new StringBuilder();
        for (String id : ids) {
            var place = evaluation.get(id).place();
            text.append(text.isEmpty() ? "" : " ").append(place.isPresent() ? place.getAsLong() : "-");
        }
        return text.toString();
    }

    /** The final classes of some, as {@code A B - C}; of all in the order of the roll if none are named. */
    static String classes(Evaluation evaluation, String... ids) {
        StringBuilder text = new StringBuilder();
        for (String id : ids.length == 0 ? evaluation.ids().toArray(new String[0]) : ids) {
            text.append(text.isEmpty() ? "" : " ").append(evaluation.get(id).finalClass().orElse("-"));
        }
        return text.toString();
    }

    /** How many have each class, as {@code 24/54/36/6}. */
    static String counts(Evaluation evaluation) {
        StringBuilder text = new StringBuilder();
        evaluation.classCounts().values().forEach(count -> text.append(text.isEmpty() ? "" : "/").append(count));
        return text.toString();
    }

    /** A scored line of an explanation. */
    static Explanation.Line line(Evaluation evaluation, String id, String item) {
        return evaluation.explain(id).items().stream().filter(it -> it.id().equals(item)).findFirst().orElseThrow();
    }

    /** The score of an item. */
    static Rational score(Evaluation evaluation, String id, String item) {
        return line(evaluation, id, item).score().orElseThrow().replay().amount();
    }
}
