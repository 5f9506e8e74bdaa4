package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.mubiao.io.Format;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.target.Register;
import io.mubiao.testing.Arbitrary;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever stands in a file, reading gives a register or a refusal with problems, and nothing else. */
class GarbagePropertyTest {
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
        ObservationFile.parse(text.toString(), Format.YAML, "damaged", register);
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
