package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.function.Executable;

/** Parts made under another last year, summaries of another rule or of other texts, and broken streams are refused for what they are. */
class ForeignPartsTest {
    private static final EvaluationRule RULE = Made.rule(Firms.SCORES, Firms.ITEMS.replace("ratio-of-sums, population: evaluated", "mean, population: evaluated, year: prior"),
            Firms.TOWNS, Made.CLASSES, "overrides: [{id: up, title: 连续, when: 'consecutive(\"A\") >= 2', not-below: B}, {id: hand, title: 人工, manual: true}]\nrefill: false\n");
    private static final Roll ONE = Made.roll(RULE, "a tax=1 land=2 town=x", "b tax=3 land=5 town=x");
    private static final Roll OTHER = Made.roll(RULE, "a tax=2 land=2 town=x", "b tax=3 land=5 town=x");

    private static String digest(LandAssessor assessor) {
        return Chunks.of(assessor).digest();
    }

    @Example
    void theDigestIsOfAllThatChangesAnAnswer() {
        LandAssessor plain = LandAssessor.of(RULE);
        List<LandAssessor> different = List.of(plain, plain.prior(ONE), plain.prior(OTHER), plain.prior(2, ONE), plain.prior(3, ONE), plain.prior(ONE).prior(2, ONE),
                plain.history(ClassHistory.of(Map.of("a", List.of("A", "B")))), plain.history(ClassHistory.of(Map.of("a", List.of("B", "A")))),
                plain.history(ClassHistory.of(Map.of("b", List.of("A", "B")))), plain.prior(Made.roll(RULE, "a tax=1 town=x", "b tax=3 land=5 town=x")),
                plain.prior(Made.roll(RULE, "a tax=1 land=2 town=y", "b tax=3 land=5 town=x")), plain.manual(new ManualChange("a", "B", "r", "p")),
                plain.year(2030));
        assertEquals(different.size(), different.stream().map(ForeignPartsTest::digest).distinct().count());
        assertEquals(digest(plain.prior(ONE)), digest(plain.prior(Made.roll(RULE, "b land=5.0 tax=3 town=x", "a tax=1 town=x land=2"))));
        assertEquals(digest(plain.history(ClassHistory.NONE)), digest(plain));
        assertEquals(Chunks.of(plain.prior(ONE)).atMost(7).digest(), Chunks.of(plain.prior(ONE)).atMost(7).digest());
        assertNotEquals(Chunks.of(plain.prior(ONE)).atMost(7).digest(), Chunks.of(plain.prior(OTHER)).atMost(7).digest());
    }

    @Example
    void aSummaryIsOfTheRuleAndTheSameTexts() {
        Chunks chunks = Chunks.of(LandAssessor.of(RULE).prior(ONE));
        Whole whole = chunks.begin();
        while (!whole.isComplete()) {
            whole = chunks.next(whole, chunks.part(ONE, whole));
        }
        Evaluation own = chunks.results(ONE, whole);
        EvaluationRule foreign = RULE.toBuilder().year(2021).build();
        Evaluation theirs = LandAssessor.of(foreign).prior(ONE).evaluate(ONE);
        assertFault(PartException.Fault.OTHER_RULE, "办法", () -> chunks.summary(theirs));
        assertFault(PartException.Fault.OTHER_SUMMARY, "town", () -> chunks.summary(own, "town").merge(chunks.summary(own)));
        assertEquals(2, chunks.summary(chunks.summary(own, "town"), whole).size());
    }

    @Example
    @SuppressWarnings("NullAway")
    void thereAreNoPartsOfNothing() {
        assertThrows(NullPointerException.class, () -> Chunks.of(null));
    }

    private static void assertFault(PartException.Fault fault, String chinese, Executable work) {
        PartException e = assertThrows(PartException.class, work);
        assertEquals(fault, e.fault(), e.getMessage());
        assertTrue(e.message(Locale.CHINESE).contains(chinese), e.message(Locale.CHINESE));
    }

    @Example
    void anotherVersionIsRefusedAsThat() {
        byte[] bytes = Chunks.of(LandAssessor.of(RULE)).begin().toBytes();
        bytes[5] = 2;
        assertFault(PartException.Fault.OTHER_VERSION, "第 2 版", () -> Whole.fromBytes(bytes));
    }

    @Example
    void settingsAreSerializable() throws IOException, ClassNotFoundException {
        ClassHistory history = ClassHistory.of(new HashMap<>(Map.of("a", List.of("A", "", "B"), "某", List.of())));
        ClassHistory read = (ClassHistory) read(written(history));
        assertEquals(digest(LandAssessor.of(RULE).history(history)), digest(LandAssessor.of(RULE).history(read)));
        assertEquals("B", read.last("a").orElseThrow());
        ManualChange change = new ManualChange("a", "B", "r", "p");
        assertEquals(change, read(written(change)));
    }

    private static byte[] written(Serializable object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
    }

    @Property(tries = 1_000)
    void brokenStreamsAreToldAsSuch(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Chunks chunks = Chunks.of(LandAssessor.of(RULE));
        List<Serializable> all = List.of(chunks.none(chunks.begin()), chunks.begin(), ClassHistory.of(Map.of("a", List.of("A"))), new ManualChange("a", "B", "r", "p"));
        byte[] bytes = written(all.get(random.nextInt(all.size())));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        try {
            read(bytes);
        } catch (IOException | ClassNotFoundException e) {
            assertTrue(bytes.length > 0, e::toString);
        } catch (RuntimeException e) {
            assertTrue(Arrays.stream(e.getStackTrace()).map(StackTraceElement::getClassName).noneMatch(it -> it.startsWith("io.mubiao")
                    && !it.startsWith(getClass().getName())), "not of java.io itself: " + e);
        }
    }
}
