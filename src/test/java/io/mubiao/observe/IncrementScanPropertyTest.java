package io.mubiao.observe;

import static io.mubiao.observe.Facts.ZONE;
import static io.mubiao.testing.TestUnits.UNITS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.testing.ArbitraryTimes;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class IncrementScanPropertyTest {
    private static final Instant EPOCH = Instant.parse("2024-01-01T00:00:00Z");
    private static final Span WINDOW = Span.parse("2020-06-01/2026-05-31");

    /** One increment and perhaps the number of another that it supersedes. */
    record Fact(BigDecimal amount, Span span, String source, int recordedDay, int supersedes) {}

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<BigDecimal> amounts = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.longs().between(-1_000_000, 1_000_000),
                        Arbitraries.integers().between(0, 4)).as(BigDecimal::valueOf),
                Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 18)).as(BigDecimal::valueOf),
                Arbitraries.bigDecimals().ofScale(22),
                Arbitraries.of(BigDecimal.valueOf(Long.MAX_VALUE), BigDecimal.valueOf(Long.MIN_VALUE),
                        new BigDecimal("0.000000000000000001"), BigDecimal.ZERO));
        Arbitrary<Span> spans = Combinators.combine(ArbitraryTimes.days(), Arbitraries.integers().between(0, 40))
                .as((first, days) -> new Span(first, first.plusDays(days)));
        return Combinators.combine(amounts, spans, Arbitraries.of("", "东区"), Arbitraries.integers().between(0, 20),
                Arbitraries.integers().between(-40, 20)).as(Fact::new).list().ofMinSize(1).ofMaxSize(30);
    }

    private static List<Observation> observations(List<Fact> facts) {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            Observation plain = Observation
                    .increment("s", fact.span(), Quantity.of(fact.amount(), UNITS.get("元")))
                    .id("f" + i).source(fact.source()).recordedAt(recorded(fact));
            all.add(corrected(facts, i) < 0 ? plain : plain.supersedes("f" + corrected(facts, i)));
        }
        return all;
    }

    private static Instant recorded(Fact fact) {
        return EPOCH.plusSeconds(86_400L * fact.recordedDay());
    }

    /** What the fact with this number supersedes: an earlier one recorded no later, or -1. */
    private static int corrected(List<Fact> facts, int number) {
        int other = facts.get(number).supersedes();
        return other >= 0 && other < number
                && facts.get(other).recordedDay() <= facts.get(number).recordedDay() ? other : -1;
    }

    private static Optional<Rational> plainSum(List<Fact> facts, int knownDay) {
        Set<Integer> gone = new HashSet<>();
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).recordedDay() <= knownDay) {
                gone.add(corrected(facts, i));
            }
        }
        BigDecimal sum = BigDecimal.ZERO;
        boolean any = false;
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            if (!gone.contains(i) && fact.recordedDay() <= knownDay && WINDOW.contains(fact.span())) {
                sum = sum.add(fact.amount());
                any = true;
            }
        }
        return any ? Optional.of(Rational.of(sum)) : Optional.empty();
    }

    private static IncrementScan scan(ObservationLog log, int knownDay) {
        return log.knownAt(EPOCH.plusSeconds(86_400L * knownDay), ZONE).increments("s", Basis.REPORTED, WINDOW);
    }

    private static Optional<Rational> total(IncrementScan scan) {
        return scan.sum(UNITS.get("元")).map(Quantity::amount);
    }

    @Property
    void theSumIsThatOfAPlainLoop(@ForAll("facts") List<Fact> facts, @ForAll @IntRange(max = 20) int knownDay) {
        assertEquals(plainSum(facts, knownDay),
                total(scan(ObservationLog.of(observations(facts)), knownDay).update()));
    }

    @Property
    void theOrderOfTheObservationsDoesNotMatter(@ForAll("facts") List<Fact> facts, @ForAll Random random,
            @ForAll @IntRange(max = 20) int knownDay) {
        List<Observation> shuffled = new ArrayList<>(observations(facts));
        Collections.shuffle(shuffled, random);
        assertEquals(plainSum(facts, knownDay), total(scan(ObservationLog.of(shuffled), knownDay).update()));
    }

    @Property
    void aScanUpdatedAfterEveryAppendIsANewScan(
            @ForAll("facts") List<Fact> facts, @ForAll @IntRange(max = 20) int knownDay) {
        List<Observation> all = observations(facts);
        ObservationLog log = ObservationLog.of(all.get(0));
        IncrementScan kept = scan(log, knownDay).update();
        for (Observation next : all.subList(1, all.size())) {
            log.add(next);
            IncrementScan fresh = scan(log, knownDay).update();
            kept.update();
            assertEquals(total(fresh), total(kept));
            assertEquals(fresh.counted(), kept.counted());
            assertEquals(fresh.leftOut(), kept.leftOut());
            assertEquals(fresh.lastDay(), kept.lastDay());
            assertEquals(fresh.overlap(), kept.overlap());
        }
    }

    @Property
    void countsAreThoseOfTheIds(@ForAll("facts") List<Fact> facts, @ForAll @IntRange(max = 20) int knownDay) {
        IncrementScan scan = scan(ObservationLog.of(observations(facts)), knownDay).update();
        assertEquals(scan.counted(), scan.snapshot().ids().distinct().count());
        assertEquals(scan.leftOut(), scan.leftOutSnapshot().ids().distinct().count());
    }
}
