package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that was written is restored equal, whatever is in it, and what is damaged is refused with its line. */
class LogFileTest {
    private static final Register REGISTER = Register.builder("r", Ask.ZONE).units(Ask.UNITS).build();
    private static final Instant LATER = Instant.parse("2024-07-01T08:30:00.123456789Z");

    private static Map<String, Observation> all(ObservationLog log) {
        Map<String, Observation> all = new TreeMap<>();
        log.stream().forEach(it -> all.put(it.entry().stream() + " " + it.entry().id(), it));
        return all;
    }

    private static void assertEqual(ObservationLog log, ObservationLog restored) {
        assertEquals(all(log), all(restored));
        assertEquals(log, restored);
        assertEquals(log.hashCode(), restored.hashCode());
        assertEquals(log.size(), restored.size());
        assertEquals(log.latestRecordedAt(), restored.latestRecordedAt());
    }

    private static List<Observation> everyKind() {
        return List.of(Ask.increment("2024-01-01/2024-01-31", "3 个").source("统计局").recordedAt(LATER),
                Observation.increment("T", Span.parse("2024-02-01/2024-02-29"), Quantity.of(Rational.of(220, 3), Ask.UNITS.get("公顷"))),
                new Observation.Total(Ask.total("03-31", "12 个").entry(), Ask.total("03-31", "12 个").on(), Ask.q("12 个"),
                        java.util.Optional.of(Ask.day("01-01")), java.util.Optional.of(new BigDecimal("87.90"))),
                Ask.level("06-30", "97.5 %").member("甲，\"乙\"\n丙").recognised(),
                Ask.event("05-01").member("x").severity("重大").withMeasure("investment", Ask.q("2 亿元")),
                new Observation.Event(Ask.event("05-02").entry(), Ask.event("05-02").on(), "", java.util.Optional.empty(), Map.of(),
                        Map.of("number", "10 个", "word", " 两 ")),
                Observation.event("T", LATER), Ask.completeThrough("06-30"), Observation.stage("T", Ask.day("04-01"), "开工").item("一号"),
                Observation.member("T", Ask.day("04-01"), "m", MemberStanding.SATISFIED, MemberStanding.EXCLUDED),
                new Observation.Tally(Ask.event("06-01").entry(), Ask.event("06-01").on(), 5, 1, 10, 2, 1),
                new Observation.Judgement(Ask.event("06-02").entry(), Ask.event("06-02").on(), "张三", "", "好"));
    }

    @Test
    void everyKindWithCorrectionsAndRetractionsComesBackEqual(@TempDir Path folder) {
        ObservationLog log = ObservationLog.of(everyKind());
        String named = log.add(Observation.total("U", Ask.day("01-31"), Ask.q("1 个")).id("own").recordedAt(LATER));
        String second = log.add(Observation.total("U", Ask.day("02-29"), Ask.q("2 个")).recordedAt(LATER));
        assertEquals("U#2", second);
        log.add(Observation.total("U", Ask.day("02-29"), Ask.q("3 个")).recordedAt(LATER.plusSeconds(1)).supersedes(second));
        String retraction = log.add(Observation.retraction("U", named, LATER.plusSeconds(2)));
        log.add(Observation.retraction("U", retraction, LATER.plusSeconds(3)));
        Path file = folder.resolve("log.jsonl");
        LogFile.write(file, REGISTER, log);
        List<Problem> doubts = new ArrayList<>();
        ObservationLog restored = LogFile.read(file, REGISTER, doubts::add);
        assertEquals(List.of("HIDDEN_CHARACTER"), doubts.stream().map(Problem::code).toList());
        assertEqual(log, restored);
        assertEquals("U#6", log.add(Observation.total("U", Ask.day("03-31"), Ask.q("4 个"))));
        assertEquals("U#6", restored.add(Observation.total("U", Ask.day("03-31"), Ask.q("4 个"))));
    }

    @Property(tries = 30)
    void anyLogComesBackEqualHoweverItWasKept(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Path file = Files.createTempFile("mubiao", ".jsonl");
        try {
            ObservationLog log = ObservationLog.empty();
            LogFile.write(file, REGISTER, log);
            for (int i = 0; i < 20; i++) {
                String stream = "S" + random.nextInt(3);
                LocalDate day = Ask.day("01-01").plusDays(i);
                Observation next = switch (random.nextInt(4)) {
                    case 0 -> Observation.increment(stream, new Span(day, day), Quantity.of(random.nextInt(100), Ask.UNITS.get("个")));
                    case 1 -> Observation.total(stream, day, Quantity.of(random.nextInt(100), Ask.UNITS.get("个")));
                    default -> Observation.event(stream, day);
                };
                List<String> earlier = new ArrayList<>(log.stream(stream).map(it -> it.entry().id()).toList());
                Collections.shuffle(earlier, random);
                next = random.nextBoolean() ? next.recordedAt(LATER.plusSeconds(i)) : next;
                next = !earlier.isEmpty() && random.nextInt(3) == 0 ? next.recordedAt(LATER.plusSeconds(i)).supersedes(earlier.get(0)) : next;
                next = random.nextInt(3) == 0 ? next.id("own" + i) : next;
                String id = log.add(next);
                if (random.nextInt(10) == 0) {
                    LogFile.write(file, REGISTER, log);
                } else {
                    LogFile.add(file, log.get(id));
                }
            }
            assertEqual(log, LogFile.read(file, REGISTER));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aKeptAssessorSurvivesARestart(@TempDir Path folder) {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        Path file = folder.resolve("log.jsonl");
        LogFile.write(file, register, log);
        AsOf question = AsOf.of(LocalDate.of(2024, 9, 30));
        Assessor before = Assessor.of(register, log, question);
        Observation tenth = Observation.total("P03", LocalDate.of(2024, 9, 30), Quantity.parse("10 个", register.units()));
        LogFile.add(file, before.add(tenth).observation());
        ObservationLog restored = LogFile.read(file, register);
        assertEqual(log, restored);
        Assessor after = Assessor.of(register, restored, question);
        assertEquals(before.assessments(), after.assessments());
        Observation more = Observation.total("P03", LocalDate.of(2024, 9, 30), Quantity.parse("11 个", register.units()));
        assertEquals(before.add(more).observation(), after.add(more).observation());
        assertEquals(before.assessments(), after.assessments());
    }

    @Test
    void linesThatADatabaseKeepsAreRestoredInTheirOrder() {
        ObservationLog log = ObservationLog.of(everyKind());
        List<String> lines = new ArrayList<>(LogFile.lines(REGISTER, log).toList());
        assertTrue(lines.stream().noneMatch(it -> it.contains("\n")));
        assertEqual(log, LogFile.read(lines, "table", REGISTER));
        lines.remove(3);
        Refusal.naming(InvalidDefinitionException.class, () -> LogFile.read(lines, "table", REGISTER), "table:4", "T#3", "T#4");
        Refusal.naming(InvalidDefinitionException.class, () -> LogFile.read(List.of(), "table", REGISTER), "table", "EMPTY");
        Register other = Register.builder("o", Ask.ZONE).units(Ask.UNITS).build();
        Refusal.naming(InvalidDefinitionException.class, () -> LogFile.read(lines, "table", other), "'r'", "'o'");
    }

    /** As the Javadoc says: what there is by lines, what is added by write. */
    @Test
    void aLogThatIsThereIsKeptInADatabaseAndGoesOn(@TempDir Path folder) throws IOException {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        List<String> table = new ArrayList<>(LogFile.lines(register, log).toList());
        Assessor assessor = Assessor.of(register, log, AsOf.of(LocalDate.of(2024, 9, 30)));
        assessor.addAll(List.of(Observation.total("P03", LocalDate.of(2024, 9, 30), Quantity.parse("10 个", register.units()))))
                .forEach(added -> table.add(LogFile.write(added.observation())));
        assertEquals(log.size() + 1, table.size());
        assertEqual(log, LogFile.read(table, "table", register));
        Path file = folder.resolve("log.jsonl");
        LogFile.write(file, register, log);
        assertEquals(Files.readAllLines(file), LogFile.lines(register, log).toList());
    }

    /** The order in which a log is walked is not the one in which it gave its ids; whoever writes so is told what to do. */
    @Test
    void linesInAnotherOrderAreRefusedWithTheWayOut() {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        List<String> lines = new ArrayList<>(List.of(LogFile.write(register)));
        log.stream().map(LogFile::write).forEach(lines::add);
        Refusal.naming(InvalidDefinitionException.class, () -> LogFile.read(lines, "table", register), "'projects#43'", "'projects#42'", "LogFile.lines");
    }

    @Test
    void logsAreEqualByWhatTheyHoldUnderTheSameIds() {
        ObservationLog log = ObservationLog.of(Ask.total("01-31", "1 个"), Ask.total("02-29", "2 个"));
        assertEquals(log, log.copy());
        assertNotEquals(log, ObservationLog.of(Ask.total("02-29", "2 个"), Ask.total("01-31", "1 个")));
        assertNotEquals(log, ObservationLog.of(Ask.total("01-31", "1 个"), Ask.total("02-29", "3 个")));
        ObservationLog more = log.copy();
        more.add(Ask.total("03-31", "3 个"));
        assertNotEquals(log, more);
    }

    @Test
    void whatACrashCutOffIsLeftOutToldAndWrittenOver(@TempDir Path folder) throws IOException {
        ObservationLog log = ObservationLog.of(Ask.total("01-31", "1 个"));
        Path file = folder.resolve("log.jsonl");
        LogFile.write(file, REGISTER, log);
        Files.writeString(file, "{\"kind\":\"total\",\"stre", StandardOpenOption.APPEND);
        List<Problem> doubts = new ArrayList<>();
        assertEqual(log, LogFile.read(file, REGISTER, doubts::add));
        assertEquals("CUT_OFF 3", doubts.get(0).code() + " " + doubts.get(0).place().line());
        LogFile.add(file, log.get(log.add(Ask.total("02-29", "2 个"))));
        assertEqual(log, LogFile.read(file, REGISTER));
        assertThrows(UncheckedIOException.class, () -> LogFile.add(folder.resolve("none"), Ask.total("01-31", "1 个")));
    }

    private static Problem refused(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return assertThrows(InvalidDefinitionException.class, () -> LogFile.read(file, REGISTER)).problems().get(0);
    }

    @Test
    void damageAndNewerFormatsAreRefusedWithTheLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log.jsonl");
        ObservationLog log = ObservationLog.of(Ask.total("01-31", "1 个"), Ask.total("02-29", "2 个"), Ask.total("03-31", "3 个"));
        LogFile.write(file, REGISTER, log);
        String whole = Files.readString(file);
        List<String> lines = whole.lines().toList();
        Problem newer = refused(file, whole.replace("\"format\":1", "\"format\":2"));
        assertEquals("NEWER_FORMAT", newer.code());
        assertTrue(newer.message().contains("format 2") && newer.message().contains("up to 1"), newer.message());
        assertEquals(3, refused(file, whole.replace("\"2024-02-29\"", "\"2024-02-30\"")).place().line());
        assertEquals(3, refused(file, whole.replace("2 个", "2 头")).place().line());
        assertEquals(3, refused(file, lines.get(0) + "\n" + lines.get(1) + "\n{\"kind\":\n" + lines.get(3) + "\n").place().line());
        Problem gap = refused(file, lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(3) + "\n");
        assertEquals("id 3", gap.place().path() + " " + gap.place().line());
        assertTrue(gap.message().contains("'T#2'") && gap.message().contains("'T#3'"), gap.message());
        assertTrue(refused(file, whole.replace("\"r\"", "\"s\"")).message().contains("'s'"));
        assertEquals("EMPTY", refused(file, "").code());
        Files.writeString(file, whole.replace(",\"format\":1", ""));
        assertEqual(log, LogFile.read(file, REGISTER));
    }
}
