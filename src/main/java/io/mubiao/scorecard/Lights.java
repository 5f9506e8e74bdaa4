package io.mubiao.scorecard;

import io.mubiao.assess.Assessment;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.scoring.internal.Probe;
import io.mubiao.scoring.internal.Program;
import io.mubiao.shape.Banding;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A light rule made ready. */
final class Lights {
    private final LightRule rule;
    private final Probe probe;
    private final Map<String, Test> tests = new LinkedHashMap<>();
    private final Num of;

    Lights(LightRule rule, Units units) {
        this.rule = rule;
        probe = new Probe(units, true);
        rule.tests().forEach((light, test) -> tests.put(light, probe.test(test)));
        of = probe.number(rule.of());
    }

    /** The light of the last of some periods without memory; empty where nobody can tell or the document leaves a hole. */
    private Optional<String> plain(List<Assessment> periods, String chapter, String owner, Program.Run scratch) {
        Program.Run run = probe.read(periods, chapter, owner, scratch);
        for (Map.Entry<String, Test> test : tests.entrySet()) {
            if (Boolean.TRUE.equals(Probe.holds(test.getValue(), run))) {
                return Optional.of(test.getKey());
            }
        }
        Value value = Probe.value(of, run);
        return value.isNumber() ? rule.grades().grade(value.number().low()) : Optional.empty();
    }

    /** The light of one assessment, without memory and earlier periods. */
    Optional<String> plain(Assessment assessment, String chapter, String owner) {
        return plain(List.of(assessment), chapter, owner, run());
    }

    /** Whether the light depends on earlier periods. */
    boolean readsHistory() {
        return !rule.memory().isEmpty() || probe.readsHistory();
    }

    /** Why the last of some periods has its light: the test or the number, with what it reads; empty without a light. */
    Optional<LightReason> why(List<Assessment> periods, String chapter, String owner) {
        Program.Run run = probe.of(periods, chapter, owner);
        Optional<LightRule.Memory> memory = of(periods, chapter, owner, run()).equals(plain(periods, chapter, owner, run()))
                ? Optional.empty() : rule.memory().stream().filter(each -> holds(each, plainLights(periods, chapter, owner))).findFirst();
        for (Map.Entry<String, Test> test : tests.entrySet()) {
            Formula formula = rule.tests().get(test.getKey());
            if (formula != null && Boolean.TRUE.equals(Probe.holds(test.getValue(), run))) {
                Formula asNumber = Formula.call("if", formula, Formula.of(Rational.ONE), Formula.of(Rational.ZERO));
                return Optional.of(new LightReason(test.getKey(), Optional.of(formula), worked(asNumber, Rational.ONE, formula, run),
                        Optional.empty(), memory));
            }
        }
        Value value = Probe.value(of, run);
        return value.isNumber() ? rule.grades().grade(value.number().low()).map(light -> new LightReason(light, Optional.empty(),
                worked(rule.of(), value.number().nearest(), rule.of(), run), Optional.of(Banding.of(rule.grades().bands(), value.number().low())), memory)) : Optional.empty();
    }

    private Trace.Worked worked(Formula formula, Rational number, Formula read, Program.Run run) {
        return new Trace.Worked("light", "light", formula, Quantity.of(number, Unit.NONE), List.copyOf(probe.leaves(read, run)));
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
        return rule.memory().stream().filter(memory -> holds(memory, plain)).findFirst().map(LightRule.Memory::becomes).or(() -> last);
    }

    private static boolean holds(LightRule.Memory memory, List<Optional<String>> plain) {
        int row = 0;
        while (row < plain.size() && plain.get(plain.size() - 1 - row).filter(memory.lights()::contains).isPresent()) {
            row++;
        }
        return row >= memory.periods();
    }

    private List<Optional<String>> plainLights(List<Assessment> periods, String chapter, String owner) {
        Program.Run scratch = run();
        return IntStream.rangeClosed(1, periods.size())
                .mapToObj(end -> plain(periods.subList(0, end), chapter, owner, scratch)).toList();
    }

    /** The light of the last of several assessments of a target, oldest first. */
    Optional<String> of(List<Assessment> periods, String chapter, String owner, Program.Run scratch) {
        return rule.memory().isEmpty() ? plain(periods, chapter, owner, scratch) : remembered(plainLights(periods, chapter, owner));
    }
}
