package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Chunks;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.InParts;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.PartException;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.render.LandExplainer;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A clause as a rule, asked with a few enterprises: in blocks, exactly and in chunks alike, and replayed. */
final class Law {
    private static final String HEAD = """
            id: t
            title: 测试办法
            jurisdiction: 测试县
            year: 2024
            measure-words: [户]
            """;

    private static final Rational NEAR = Rational.parse("0.000000000001");

    final EvaluationRule rule;
    private final LandAssessor assessor;
    private final boolean inParts;

    private Law(LandAssessor assessor, boolean inParts) {
        this.rule = assessor.rule();
        this.assessor = assessor;
        this.inParts = inParts;
    }

    /** A rule of these parts. */
    static Law of(String... parts) {
        return new Law(LandAssessor.of(parse(parts)), true);
    }

    static EvaluationRule parse(String... parts) {
        return RuleFile.parse(HEAD + String.join("", parts), Format.YAML, "test");
    }

    /** What a rule is refused with. */
    static String refused(String... parts) {
        return assertThrows(InvalidDefinitionException.class, () -> parse(parts)).problems().stream().map(Problem::message)
                .collect(Collectors.joining("\n"));
    }

    /** The same asked by another assessor. */
    Law by(LandAssessor other) {
        return new Law(other, inParts);
    }

    /** The same; it needs every different number in one place. */
    Law inOnePlace() {
        return new Law(assessor, false);
    }

    LandAssessor assessor() {
        return assessor;
    }

    /** Rows such as {@code 甲 land=20 tax=360}; a value that is left out is missing. */
    Roll roll(String... rows) {
        Roll.Builder roll = Roll.builder(rule);
        for (String row : rows) {
            String[] parts = row.strip().split("\\s+", -1);
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 1; i < parts.length; i++) {
                int at = parts[i].indexOf('=');
                values.put(parts[i].substring(0, at), parts[i].substring(at + 1));
            }
            roll.add(parts[0], values);
        }
        return roll.build();
    }

    /** The evaluation, after it was found to be the same in every way, and every total to replay. */
    Evaluation on(Roll roll) {
        Evaluation found = assessor.evaluate(roll);
        Evaluation exact = assessor.exactOnly().evaluate(roll);
        for (String id : found.ids()) {
            assertEquals(exact.get(id), found.get(id), id);
            Optional<Rational> total = found.get(id).total();
            if (total.isPresent()) {
                Rational replayed = found.explain(id).replay().orElseThrow();
                assertTrue(total.get().minus(replayed).abs().compareTo(NEAR) < 0, id + " " + total.get() + " " + replayed);
            }
            LandExplainer.explain(found.explain(id), Locale.CHINESE);
            LandExplainer.explain(found.explain(id), Locale.ENGLISH);
        }
        if (rule.exclusions().stream().anyMatch(it -> !it.classOf().isEmpty())) {
            assertThrows(PartException.class, () -> Chunks.of(assessor));
            return found;
        }
        for (int most : new int[] {1, 3, 100_000}) {
            if (most > 10 || inParts) {
                InParts.of(assessor, most, roll.size() + most).assertSame(found, roll);
            }
        }
        return found;
    }

    Evaluation on(String... rows) {
        return on(roll(rows));
    }

    /** Id and total of everybody, in the order of the roll; – where there is none. */
    static String totals(Evaluation evaluation) {
        return evaluation.ids().stream().map(id -> id + " " + evaluation.get(id).total().map(Rational::toString).orElse("–"))
                .collect(Collectors.joining(", "));
    }

    /** Id and class of everybody. */
    static String classes(Evaluation evaluation) {
        return evaluation.ids().stream().map(id -> id + evaluation.get(id).finalClass().orElse("–"))
                .collect(Collectors.joining(" "));
    }

    static String zh(Evaluation evaluation, String id) {
        return LandExplainer.explain(evaluation.explain(id), Locale.CHINESE);
    }

    static String en(Evaluation evaluation, String id) {
        return LandExplainer.explain(evaluation.explain(id), Locale.ENGLISH);
    }
}
