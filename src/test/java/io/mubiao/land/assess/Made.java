package io.mubiao.land.assess;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Short ways to make a rule and a roll, and to say what came out. */
public final class Made {
    /** Classes by rank, 30 and 70 % cumulative, half up. */
    public static final String CLASSES = """
            classes: {order: [A, B, C], by: rank, cuts: {A: 30 %, B: 70 %, C: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            """;
    /** All in one ranking on their rounded totals. */
    public static final String RANKING = "ranking: {by: [], on: rounded, ties: best-place, small-groups: none}\n";

    private Made() {}

    public static EvaluationRule rule(String... parts) {
        return RuleFile.parse(String.join("", parts), Format.YAML, "test");
    }

    /** A roll of rows written as {@code a v=1 town=x}; the first word is the id. */
    public static Roll roll(EvaluationRule rule, String... rows) {
        Roll.Builder roll = Roll.builder(rule);
        for (String row : rows) {
            String[] words = row.split(" ", -1);
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 1; i < words.length; i++) {
                int at = words[i].indexOf('=');
                values.put(words[i].substring(0, at), words[i].substring(at + 1));
            }
            roll.add(words[0], values);
        }
        return roll.build();
    }

    public static Evaluation evaluate(EvaluationRule rule, String... rows) {
        return LandAssessor.of(rule).evaluate(roll(rule, rows));
    }

    /** Every enterprise as {@code 98.5#1A}: total, place, class. */
    public static String outcome(Evaluation evaluation) {
        return evaluation.stream().map(Made::outcome).collect(Collectors.joining(" "));
    }

    public static String outcome(EnterpriseResult result) {
        return result.total().map(Rational::toString).orElse("-") + "#"
                + (result.place().isPresent() ? Long.toString(result.place().getAsLong()) : "-")
                + result.finalClass().orElse("-");
    }
}
