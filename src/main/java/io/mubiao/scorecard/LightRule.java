package io.mubiao.scorecard;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Grades;
import io.mubiao.text.internal.Characters;
import java.util.List;
import java.util.Map;

/**
 * Which light an item shows (亮灯规则). Immutable. Names, meaning and order of colours belong to the rule: blue is the best
 * light of one document and a warning of another.
 *
 * @param titles what each light means, by its name; may be empty
 * @param tests lights that a test decides, in this order, before the bands; tests use readings
 * @param of the number whose band decides otherwise, a formula of readings
 * @param grades all lights, best first, and the bands of the number
 * @param memory lights that repeated lights turn into
 * @param cite where it stands
 */
public record LightRule(Map<String, String> titles, Map<String, Formula> tests, Formula of, Grades grades,
        List<Memory> memory, Cite cite) {
    /**
     * Lights with memory (连续亮灯).
     *
     * @param lights any of these
     * @param periods for so many periods in a row, the present one included
     * @param becomes shows this light
     */
    public record Memory(List<String> lights, int periods, String becomes) {
        public Memory {
            lights = List.copyOf(lights);
            requireNonNull(becomes, "becomes");
            if (periods < 2) {
                throw new IllegalArgumentException("a memory needs at least 2 periods in a row, got " + periods);
            }
        }
    }

    public LightRule {
        titles = ImmutableMap.copyOf(titles);
        tests = ImmutableMap.copyOf(tests);
        requireNonNull(of, "of");
        requireNonNull(grades, "grades");
        memory = List.copyOf(memory);
        requireNonNull(cite, "cite");
        tests.keySet().forEach(light -> known(grades, light));
        titles.keySet().forEach(light -> known(grades, light));
        memory.forEach(rule -> {
            rule.lights().forEach(light -> known(grades, light));
            known(grades, rule.becomes());
        });
    }

    private static void known(Grades grades, String light) {
        if (!grades.has(light)) {
            throw new IllegalArgumentException("light '" + light + "' is not in the order " + grades.order());
        }
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
