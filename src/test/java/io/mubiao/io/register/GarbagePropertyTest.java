package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.observe.Observation;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import io.mubiao.testing.Arbitrary;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Whatever stands in a file, reading gives a register or a refusal with problems, and nothing else. */
class GarbagePropertyTest {
    private static final Pattern ROW = Pattern.compile("^rows\\[\\d+]");

    @Property
    void damagedFilesAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        for (Format format : Format.values()) {
            StringBuilder text = new StringBuilder(RegisterFile.write(Arbitrary.register(seed), format));
            for (int i = 0; i <= random.nextInt(5); i++) {
                damage(text, random);
            }
            try {
                RegisterFile.parse(text.toString(), format, "damaged");
            } catch (InvalidDefinitionException e) {
                assertFalse(e.problems().isEmpty());
            }
        }
    }

    @Property
    void damagedObservationsAreReadWithProblems(@ForAll long seed) {
        Register register = Arbitrary.register(seed);
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("""
                observations: r
                recorded: 2024-10-08T09:00:00+08:00
                rows:
                  - {kind: total, stream: T0, on: 2024-09-30, value: 7 个, published: 87.9 %}
                  - {kind: event, stream: T0, on: 2024-02-20, attributes: {investment: 31 亿元, name: x}}
                  - {kind: member, stream: T0, member: 甲, on: 2024-06-30, standing: [satisfied]}
                  - {kind: retraction, stream: T0, supersedes: a}
                """);
        for (int i = 0; i <= random.nextInt(5); i++) {
            damage(text, random);
        }
        WithProblems<List<Observation>> read = ObservationFile.parse(text.toString(), Format.YAML, "damaged", register);
        read.problems().forEach(problem -> {
            assertEquals("damaged", problem.place().file(), problem::toString);
            assertTrue(problem.place().line() > 0 && problem.place().line() <= text.toString().lines().count() + 1, problem::toString);
            assertFalse(problem.message().isBlank(), problem::toString);
            assertNotEquals(problem.message(), problem.message(Locale.CHINESE), problem::toString);
        });
        assertEveryRowIsReadOrTold(read, text.toString());
    }

    /** But where the whole file is refused, which one error says. */
    private static void assertEveryRowIsReadOrTold(WithProblems<List<Observation>> read, String text) {
        List<Problem> errors = read.problems().stream().filter(it -> it.severity() == Problem.Severity.ERROR).toList();
        if (errors.stream().anyMatch(it -> it.code().equals("SYNTAX") || row(it).isEmpty() || it.message().endsWith("rows without it are left out"))) {
            return;
        }
        long told = errors.stream().map(GarbagePropertyTest::row).distinct().count();
        assertEquals(rows(text), read.value().size() + told, () -> read.value() + "\n" + read.problems() + "\n" + text);
    }

    private static String row(Problem problem) {
        Matcher row = ROW.matcher(problem.place().path());
        return row.find() ? row.group() : "";
    }

    /** As another reader of YAML counts them; none where it refuses the text. */
    private static int rows(String text) {
        try {
            return new Yaml().compose(new StringReader(text)) instanceof MappingNode file ? file.getValue().stream()
                    .filter(it -> it.getKeyNode() instanceof ScalarNode key && key.getValue().equals("rows"))
                    .mapToInt(it -> it.getValueNode() instanceof SequenceNode rows ? rows.getValue().size() : 0).sum() : 0;
        } catch (YAMLException e) {
            return 0;
        }
    }

    private static void damage(StringBuilder text, Random random) {
        String dirt = "{}[]:,\"'#&*!|>%@`\u0000\n\t -?x9年\uD83D";
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, dirt.charAt(random.nextInt(dirt.length())));
            default -> text.setCharAt(at, dirt.charAt(random.nextInt(dirt.length())));
        }
    }
}
