package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Bytes that nobody wrote are refused for that, whatever they are, and before much memory is taken for them. */
class PartBytesPropertyTest {
    /** What it may take to know the sign of a forged divisor, or of what a root is of; nothing of it stays. */
    private static final long MOST = 32_000_000;
    private static final EvaluationRule RULE = Made.rule(Firms.SCORES, "  root: {formula: sqrt(land / 1 亩)}\n", """
            baselines:
              mean: {of: tax_per_mu, kind: mean, population: evaluated}
              spread: {of: tax_per_mu, kind: deviation, population: evaluated}
              sway: {of: root, kind: sample-deviation, population: evaluated}
              middle: {of: root, kind: mean, population: evaluated, by: [town]}
              most: {of: tax_per_mu, kind: max, population: graded, by: [town]}
              median: {of: tax_per_mu, kind: percentile, share: 50 %, method: linear-inclusive, population: graded}
            """, Firms.ITEMS.replace("{weight: 40", "{weight: 20").replace("total: {round: 2 half-up}\n",
            "      third: {of: tax_per_mu, weight: 20, score: {formula: 'w * (x - median) / (mean * 4 + most + spread + (sway + middle) * 1 万元/亩)'}, degenerate: zero, missing: mean-score}\n"),
            Firms.TOWNS.replace("on: rounded", "on: unrounded").replace("none", "{under: 3, join: x}"), Made.CLASSES,
            "refill: uncounted\noverrides: [{id: veto, when: veto, not-above: B}]\n");
    /** Those of more land are ranked once more. */
    private static final EvaluationRule AGAIN = Made.rule(Firms.SCORES, Firms.ITEMS.replace("round: 2", "round: -1"), """
            ranking: {by: [], on: rounded, ties: dense, small-groups: none, again: {more: {when: land > 3 亩, on: tax_per_mu}}}
            classes: {order: [A, B], by: tests, tests: {A: place("more") <= 2}}
            """);
    private static final int SEAL = 16;
    private static final List<byte[]> PARTS = new ArrayList<>();
    private static final List<byte[]> WHOLES = new ArrayList<>();

    static {
        gather(8, Made.rule(Firms.SCORES, Firms.ITEMS.replace("total: {round: 2 half-up}\n", ""), Firms.TOWNS.replace("rounded", "unrounded")));
        gather(100_000, RULE);
        gather(2, AGAIN);
    }

    private static Roll roll(EvaluationRule rule) {
        return Firms.roll(rule, Firms.lists(30, 30).generator(1000).next(new Random(7)).value());
    }

    private static void gather(int most, EvaluationRule rule) {
        Chunks chunks = Chunks.of(LandAssessor.of(rule)).atMost(most);
        Whole whole = chunks.begin();
        while (!whole.isComplete()) {
            ChunkPart part = chunks.part(roll(rule), whole);
            PARTS.add(part.toBytes());
            WHOLES.add(whole.toBytes());
            whole = chunks.next(whole, part);
        }
        PARTS.add(chunks.summary(chunks.results(roll(rule), whole), "town", "class").toBytes());
        WHOLES.add(whole.toBytes());
    }

    @Example
    void everyStepIsThere() {
        assertTrue(PARTS.size() >= 9, PARTS.size() + " parts");
    }

    @Property(tries = 200)
    void damageIsTold(@ForAll long seed) {
        Random random = new Random(seed);
        List<byte[]> all = random.nextBoolean() ? PARTS : WHOLES;
        byte[] damaged = damaged(all.get(random.nextInt(all.size())), random);
        PartException e = assertThrows(PartException.class, () -> read(all == PARTS, damaged));
        assertTrue(List.of(PartException.Fault.DAMAGED, PartException.Fault.NO_PART, PartException.Fault.OTHER_VERSION).contains(e.fault()));
        assertTrue(!e.message(Locale.CHINESE).equals(e.getMessage()), e.getMessage());
    }

    /** Somebody who forges the seal gets at most a part that does not fit; nothing breaks. */
    @Property(tries = 600)
    void forgeriesBreakNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<byte[]> all = random.nextBoolean() ? PARTS : WHOLES;
        byte[] original = all.get(random.nextInt(all.size()));
        byte[] forged = sealed(damaged(Arrays.copyOf(original, original.length - SEAL), random));
        long before = allocated();
        try {
            Object read = read(all == PARTS, forged);
            assertTrue(allocated() - before < MOST + 400L * forged.length, "allocated " + (allocated() - before));
            if (read instanceof ChunkPart part) {
                ChunkPart.fromBytes(part.toBytes()).merge(ChunkPart.fromBytes(original));
            }
        } catch (PartException e) {
            assertTrue(allocated() - before < MOST + 400L * forged.length, "allocated " + (allocated() - before));
        }
    }

    private static Object read(boolean part, byte[] bytes) {
        return part ? ChunkPart.fromBytes(bytes) : Whole.fromBytes(bytes);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Bytes changed, cut off, doubled, left out or put in. */
    private static byte[] damaged(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int some = 1 + random.nextInt(9);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                byte[] other = bytes.clone();
                other[at] ^= (byte) (1 << random.nextInt(8));
                yield other;
            }
            case 2 -> {
                byte[] other = bytes.clone();
                IntStream.range(0, some).forEach(i -> other[random.nextInt(other.length)] += (byte) (1 + random.nextInt(255)));
                yield Arrays.equals(other, bytes) ? Arrays.copyOf(bytes, at) : other;
            }
            case 3 -> Arrays.copyOf(bytes, bytes.length + some);
            case 4 -> joined(Arrays.copyOf(bytes, at), random.ints(some, -128, 128).toArray(), Arrays.copyOfRange(bytes, at, bytes.length));
            default -> joined(Arrays.copyOf(bytes, at), new int[0], Arrays.copyOfRange(bytes, Math.min(bytes.length, at + some), bytes.length));
        };
    }

    private static byte[] joined(byte[] first, int[] middle, byte[] last) {
        byte[] all = new byte[first.length + middle.length + last.length];
        System.arraycopy(first, 0, all, 0, first.length);
        for (int i = 0; i < middle.length; i++) {
            all[first.length + i] = (byte) middle[i];
        }
        System.arraycopy(last, 0, all, first.length + middle.length, last.length);
        return all;
    }

    private static byte[] sealed(byte[] inside) {
        try {
            byte[] all = Arrays.copyOf(inside, inside.length + SEAL);
            System.arraycopy(MessageDigest.getInstance("SHA-256").digest(inside), 0, all, inside.length, SEAL);
            return all;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Example
    void partsOfOtherRulesAndPassesAreRefused() {
        Chunks chunks = Chunks.of(LandAssessor.of(RULE));
        Chunks other = Chunks.of(LandAssessor.of(RULE.toBuilder().year(2021).build()));
        Whole first = chunks.begin();
        ChunkPart part = chunks.part(roll(RULE), first);
        Whole second = chunks.next(first, part);
        assertFault(PartException.Fault.OTHER_RULE, "办法或设置", () -> other.next(other.begin(), part));
        assertFault(PartException.Fault.OTHER_RULE, "办法或设置", () -> part.merge(other.none(other.begin())));
        assertFault(PartException.Fault.OTHER_RULE, "办法或设置", () -> other.part(roll(RULE), first));
        assertFault(PartException.Fault.OTHER_PASS, "遍", () -> chunks.next(second, part));
        assertFault(PartException.Fault.OTHER_PASS, "遍", () -> chunks.results(roll(RULE), second));
        assertFault(PartException.Fault.OTHER_PASS, "遍", () -> chunks.summary(part, second));
        assertFault(PartException.Fault.NO_PART, "分部", () -> ChunkPart.fromBytes(first.toBytes()));
        assertFault(PartException.Fault.NO_PART, "分部", () -> ChunkPart.fromBytes(new byte[20]));
        assertEquals(chunks.digest(), Chunks.of(LandAssessor.of(RULE.toBuilder().build())).digest());
        assertEquals(chunks.digest(), part.digest());
    }

    @Example
    void rowsThatAreApartAreTold() {
        Chunks chunks = Chunks.of(LandAssessor.of(RULE.toBuilder().refill(io.mubiao.land.Refill.NONE).build())).atMost(2);
        Roll roll = roll(chunks.rule());
        Roll half = roll.withRows(IntStream.range(0, 15).toArray());
        Whole whole = chunks.begin();
        while (!whole.isComplete()) {
            whole = chunks.next(whole, chunks.part(roll, whole));
        }
        Whole known = whole;
        assertTrue(known.moves() > 0);
        assertFault(PartException.Fault.ROWS_APART, "行", () -> chunks.results(half, known));
        Chunks refilling = Chunks.of(LandAssessor.of(RULE)).atMost(2);
        assertFault(PartException.Fault.NOT_IN_PARTS, "递补", () -> {
            Whole now = refilling.begin();
            while (!now.isComplete()) {
                now = refilling.next(now, refilling.part(roll, now));
            }
        });
    }

    private static void assertFault(PartException.Fault fault, String chinese, org.junit.jupiter.api.function.Executable work) {
        PartException e = assertThrows(PartException.class, work);
        assertEquals(fault, e.fault(), e.getMessage());
        assertTrue(e.message(Locale.CHINESE).contains(chinese), e.message(Locale.CHINESE));
        assertEquals("BAD_PART", e.code());
    }
}
