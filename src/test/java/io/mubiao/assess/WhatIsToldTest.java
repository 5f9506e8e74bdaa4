package io.mubiao.assess;

import static io.mubiao.testing.Ask.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.observe.ObservationLog;
import io.mubiao.testing.Mixed;
import io.mubiao.trace.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What an assessment tells of each kind of goal: the steps to its numbers in order, its notes, and why it cannot say more. Nothing of
 * it is lost unless {@code told.txt}, which people have read, says so too.
 */
class WhatIsToldTest {
    private static final Path TOLD = Path.of("src/test/resources/io/mubiao/assess/told.txt");
    private static final int SEEDS = 3;

    @Test
    void everyStepToEveryNumberIsTold() throws IOException {
        TreeMap<String, List<String>> told = new TreeMap<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            ObservationLog log = ObservationLog.of(Mixed.observations(seed, 90));
            for (String asOf : List.of("06-30", "12-31", "2025-03-01")) {
                for (Assessment one : Assessor.assess(Mixed.REGISTER, log, day(asOf))) {
                    told.computeIfAbsent(one.target().id(), id -> new ArrayList<>()).add(seed + " " + asOf + ": " + told(one));
                }
            }
        }
        String text = told.entrySet().stream().map(it -> it.getKey() + "\n  " + String.join("\n  ", it.getValue()) + "\n").collect(Collectors.joining());
        assertEquals(Files.readString(TOLD, StandardCharsets.UTF_8), text);
    }

    private static String told(Assessment one) {
        return one + " | " + one.trace().stream().map(WhatIsToldTest::told).collect(Collectors.joining("; "))
                + (one.notes().isEmpty() ? "" : " | " + one.notes().stream().map(it -> it.kind() + " " + it.detail()).collect(Collectors.joining("; ")));
    }

    private static String told(Trace step) {
        if (step instanceof Trace.Calc it) {
            return it.term() + " = " + it.value() + " " + it.op() + it.operands().stream().map(Trace::term).toList();
        }
        if (step instanceof Trace.Check it) {
            return it.left().term() + " = " + it.left().value() + " ? " + it.bound() + ": " + it.holds();
        }
        return step instanceof Trace.Fact it ? it.term() + " " + it.text()
                : step instanceof Trace.Input it ? it.term() + " = " + it.value() + " of " + it.evidence().count() : step.term() + " = " + step.value();
    }
}
