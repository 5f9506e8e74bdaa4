package io.mubiao.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rule files beside the library, and short ways to ask them. */
final class Rules {
    static final Path FOLDER = Path.of("seeds/rules");

    private Rules() {}

    static EvaluationRule read(String id) {
        return RuleFile.read(FOLDER.resolve(id + ".yaml"));
    }

    static EvaluationRule parse(String text) {
        return RuleFile.parse(text, Format.YAML, "test");
    }

    static String text(String id) {
        try {
            return Files.readString(FOLDER.resolve(id + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> ids() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values written as {@code land=20 tax=360}. */
    static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.strip().split("\\s+", -1)) {
            int at = pair.indexOf('=');
            values.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return values;
    }

    /** One enterprise, called 甲. */
    static Evaluation one(EvaluationRule rule, String values) {
        return LandAssessor.of(rule).evaluate(Roll.builder(rule).add("甲", values(values)).build());
    }

    /** So many enterprises called 1, 2, …, with the values and a number that falls from the first to the last. */
    static Roll falling(EvaluationRule rule, int count, String column, String values) {
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 1; i <= count; i++) {
            Map<String, String> all = values(values);
            all.put(column, String.valueOf(1_000_000 - i));
            roll.add(String.valueOf(i), all);
        }
        return roll.build();
    }

    static void assertTotal(String expected, Evaluation evaluation, String id) {
        assertEquals(Rational.parse(expected), evaluation.get(id).total().orElseThrow());
    }

    /** The score of an item to six digits. */
    static String score(Evaluation evaluation, String id, String item) {
        Explanation.Line line = evaluation.explain(id).items().stream().filter(it -> it.id().equals(item)).findFirst()
                .orElseThrow();
        return line.score().orElseThrow().replay().amount().round(Rounding.halfUp(6)).toPlainString();
    }
}
