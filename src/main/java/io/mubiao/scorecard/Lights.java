package io.mubiao.scorecard;

import io.mubiao.assess.Assessment;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.rating.internal.Probe;
import io.mubiao.rating.internal.Program;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A light rule made ready. */
final class Lights {
    private final LightRule rule;
    private final Probe probe;
    private final Map<String, Test> tests = new LinkedHashMap<>();
    private final Num of;

    Lights(LightRule rule, Units units) {
        this.rule = rule;
        probe = new Probe(units);
        rule.tests().forEach((light, test) -> tests.put(light, probe.test(test)));
        of = probe.number(rule.of());
    }

    /** The light of one period without memory; empty where nobody can tell or the document leaves a hole. */
    Optional<String> plain(Assessment assessment, String chapter, String owner, Program.Run scratch) {
        Program.Run run = probe.read(assessment, chapter, owner, scratch);
        for (Map.Entry<String, Test> test : tests.entrySet()) {
            if (Boolean.TRUE.equals(Probe.holds(test.getValue(), run))) {
                return Optional.of(test.getKey());
            }
        }
        Value value = Probe.value(of, run);
        return value.isNumber() ? rule.grades().grade(value.number().low()) : Optional.empty();
    }

    /** As {@link #plain(Assessment, String, String, Program.Run)}, in a run of its own. */
    Optional<String> plain(Assessment assessment, String chapter, String owner) {
        return plain(assessment, chapter, owner, run());
    }

    /** A run to read into. */
    Program.Run run() {
        return probe.run();
    }

    /**
     * The light of the last of several periods, oldest first; a period without a light breaks a row.
     *
     * @param plain the lights without memory
     */
    Optional<String> remembered(List<Optional<String>> plain) {
        Optional<String> last = plain.get(plain.size() - 1);
        for (LightRule.Memory memory : rule.memory()) {
            int row = 0;
            while (row < plain.size()
                    && plain.get(plain.size() - 1 - row).filter(memory.lights()::contains).isPresent()) {
                row++;
            }
            if (row >= memory.periods()) {
                return Optional.of(memory.becomes());
            }
        }
        return last;
    }

    /** The light of the last of several assessments of a target, oldest first. */
    Optional<String> of(List<Assessment> periods, String chapter, String owner, Program.Run scratch) {
        if (rule.memory().isEmpty()) {
            return plain(periods.get(periods.size() - 1), chapter, owner, scratch);
        }
        List<Optional<String>> plain = new ArrayList<>();
        periods.forEach(period -> plain.add(plain(period, chapter, owner, scratch)));
        return remembered(plain);
    }
}
