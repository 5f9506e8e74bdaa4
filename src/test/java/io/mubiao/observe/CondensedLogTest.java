package io.mubiao.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessor;
import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.target.Register;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked of a condensed log comes out as of the log itself. */
class CondensedLogTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Register REGISTER = RegisterFile.parse("""
            register: r
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            targets:
            - {id: year, title: a, goal: {kind: amount, of: total, stream: s, require: '>= 9000 万元'}}
            - {id: half, title: b, period: 2024-02-10/2024-08-20, goal: {kind: amount, of: total, stream: s, require: '<= 3 亿元'}}
            - {id: official, title: c, basis: recognised, goal: {kind: amount, of: total, stream: s, require: '>= 9000 万元'}}
            """, Format.YAML, "r");
    private static final List<Unit> UNITS = List.of(REGISTER.units().get("万元"), REGISTER.units().get("亿元"));

    private static Observation increment(Random random, LocalDate day, int length, String source) {
        Unit unit = UNITS.get(random.nextInt(10) == 0 ? 1 : 0);
        BigDecimal amount = BigDecimal.valueOf(random.nextInt(-500, 5_000), random.nextInt(4));
        Observation plain = Observation.increment("s", new Span(day, day.plusDays(length)), Quantity.of(Rational.of(amount), unit))
                .source(source).recordedAt(Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(400 * 86_400)));
        return source.endsWith("r") ? plain.recognised() : plain;
    }

    /** Of sources that report by day, by week or in between, with some taken back and some corrected. */
    private static ObservationLog log(Random random, boolean overlapping) {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String source = "source" + i + (i % 5 == 0 ? "r" : "");
            int length = i % 4 == 0 ? 6 : 0;
            for (int day = random.nextInt(7); day < 360; day += length + 1 + random.nextInt(3)) {
                all.add(increment(random, FIRST.plusDays(day), length, source).id(source + "-" + day));
            }
        }
        List<Observation> later = new ArrayList<>();
        for (Observation one : all) {
            Instant after = one.entry().recordedAt().plusSeconds(1 + random.nextInt(9_000_000));
            if (random.nextInt(20) == 0) {
                later.add(Observation.retraction("s", one.entry().id(), after));
            }
        }
        all.addAll(later);
        if (overlapping) {
            all.add(increment(random, FIRST.plusDays(100), 40, "source1"));
        }
        return ObservationLog.of(all);
    }

    private static String answers(ObservationLog log, AsOf question) {
        return Assessor.assess(REGISTER, log, question).stream().map(it -> it.verdict() + " " + it.pace() + " " + it.actual() + " "
                + it.attainment() + " " + it.reason() + " " + it.settled()).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyAnswerIsThatOfTheLogItself(long seed) {
        Random random = new Random(seed);
        ObservationLog log = log(random, seed == 6);
        for (LocalDate known : List.of(LocalDate.of(2024, 6, 30), LocalDate.of(2026, 1, 1))) {
            AsOf question = AsOf.of(LocalDate.of(2024, 7, 1)).knownBy(known);
            ObservationLog condensed = question.view(log, REGISTER.zone()).condensed("what-if");
            assertNotSame(log, condensed);
            for (int i = 0; i < 8; i++) {
                LocalDate day = FIRST.plusDays(random.nextInt(500));
                assertEquals(answers(log, question.date(day)), answers(condensed, question.date(day)));
            }
            assertEquals(log.decimals("s", UNITS.get(0)), condensed.decimals("s", UNITS.get(0)));
        }
    }

    @Test
    void whatIsAddedToACopyIsInNoOtherLog() {
        ObservationLog log = log(new Random(7), false);
        AsOf question = AsOf.of(LocalDate.of(2026, 1, 1));
        ObservationLog condensed = question.view(log, REGISTER.zone()).condensed("source1");
        String before = answers(log, question);
        ObservationLog copy = condensed.copy();
        for (String source : List.of("source1", "what-if", "Σ1")) {
            Observation more = increment(new Random(8), LocalDate.of(2024, 12, 30), 0, source);
            copy.add(more);
            log.add(more);
        }
        assertEquals(answers(log, question), answers(copy, question));
        assertEquals(before, answers(condensed, question));
        assertTrue(!before.equals(answers(copy, question)));
    }

    @Test
    void aShortLogIsItself() {
        ObservationLog log = ObservationLog.of(increment(new Random(1), FIRST, 0, "a"));
        assertSame(log, log.view(REGISTER.zone()).condensed(""));
    }
}
