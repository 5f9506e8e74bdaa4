package io.mubiao.observe;

import static io.mubiao.observe.Facts.YEAR;
import static io.mubiao.observe.Facts.ZONE;
import static io.mubiao.observe.Facts.at;
import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sum of a window, kept up or made anew, is what a plain look at each increment gives: at any moment, in any order, of any size. */
class ScanModelTest {
    private static final Instant START = at("2024-02-01T00:00:00Z");
    private static final int MOMENTS = 6;

    private final List<Observation.Increment> all = new ArrayList<>();
    private final List<Observation> links = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void aKeptSumIsThatOfAPlainLook(long seed) {
        Random random = new Random(seed);
        ObservationLog log = ObservationLog.empty();
        List<IncrementScan> kept = Stream.concat(Stream.of(log.view(ZONE)), moments().map(at -> log.knownAt(at, ZONE)))
                .map(view -> view.increments("s", Basis.REPORTED, YEAR)).toList();
        boolean inOrder = random.nextBoolean();
        boolean corrects = random.nextInt(3) > 0;
        boolean small = random.nextBoolean();
        int sources = 1 + random.nextInt(3);
        LocalDate day = LocalDate.of(2023, 12, 20);
        for (int batch = 0; batch < 4; batch++) {
            for (int i = 0; i < 1 + random.nextInt(90); i++) {
                day = inOrder ? day.plusDays(1 + random.nextInt(3)) : LocalDate.of(2023, 12, 20).plusDays(random.nextInt(400));
                add(log, random, day, sources, small);
            }
            for (int i = 0; corrects && i < random.nextInt(4); i++) {
                correct(log, random, batch);
            }
            for (int i = 0; i < kept.size(); i++) {
                Instant moment = i == 0 ? Instant.MAX : START.plusSeconds(i - 1);
                same(moment, kept.get(i).update());
                LogView view = i == 0 ? log.view(ZONE) : log.knownAt(moment, ZONE);
                same(moment, view.increments("s", Basis.REPORTED, YEAR).update());
                assertEquals(ids(counting(moment).toList()), ids(view.stream("s").filter(it -> !(it instanceof Observation.Retraction)).toList()));
            }
        }
        for (Observation.Increment one : all) {
            assertEquals(Optional.of(one.amount()), log.find(one.entry().id()).map(it -> ((Observation.Increment) it).amount()));
        }
    }

    private static Stream<Instant> moments() {
        return Stream.iterate(START, at -> at.plusSeconds(1)).limit(MOMENTS);
    }

    private void add(ObservationLog log, Random random, LocalDate day, int sources, boolean small) {
        Observation one = Observation.increment("s", new Span(day, day.plusDays(random.nextInt(4) == 0 ? 1 : 0)), amount(random, small))
                .source("来源" + random.nextInt(sources)).recordedAt(START.plusSeconds(random.nextInt(MOMENTS)));
        take(log, random.nextInt(3) == 0 ? one.id("自" + all.size()) : one);
    }

    private void take(ObservationLog log, Observation one) {
        all.add((Observation.Increment) log.find(log.add(one)).orElseThrow());
    }

    private static Quantity amount(Random random, boolean small) {
        return switch (random.nextInt(8)) {
            case 0 -> q(random.nextInt(1000) + "." + random.nextInt(100) + " 元");
            case 1 -> q("0.00" + (1 + random.nextInt(9)) + " 万元");
            case 2 -> small ? q("5 元") : Quantity.of(new BigDecimal(BigInteger.valueOf(Long.MAX_VALUE - random.nextInt(5)), random.nextInt(3)), q("1 元").unit());
            case 3 -> q(!small && random.nextInt(50) == 0 ? "99999999999999999999 元" : "7 元");
            case 4 -> small ? q("0.5 元") : q(random.nextInt(9) + "/7 元");
            default -> q(random.nextInt(100) - 20 + " 元");
        };
    }

    /** Of each increment at most one link and of none that is one, so that what counts is plain. */
    private void correct(ObservationLog log, Random random, int batch) {
        Set<String> linked = links.stream().map(it -> it.entry().supersedes().orElseThrow()).collect(Collectors.toSet());
        List<Observation.Increment> free = all.stream()
                .filter(it -> !linked.contains(it.entry().id()) && it.entry().supersedes().isEmpty()).toList();
        if (free.isEmpty()) {
            return;
        }
        Observation.Increment one = free.get(random.nextInt(free.size()));
        Instant recorded = one.entry().recordedAt().plusSeconds(random.nextInt(2));
        if (random.nextBoolean()) {
            Observation retraction = Observation.retraction("s", one.entry().id(), recorded).id("撤" + batch + "_" + links.size());
            log.add(retraction);
            links.add(retraction);
        } else {
            Observation correction = Observation.increment("s", one.span(), q("13 元")).source(one.entry().source()).recordedAt(recorded)
                    .id("改" + batch + "_" + links.size()).supersedes(one.entry().id());
            take(log, correction);
            links.add(correction);
        }
    }

    private Stream<Observation.Increment> counting(Instant moment) {
        Set<String> gone = links.stream().filter(it -> !it.entry().recordedAt().isAfter(moment)).map(it -> it.entry().supersedes().orElseThrow())
                .collect(Collectors.toSet());
        return all.stream().filter(it -> !it.entry().recordedAt().isAfter(moment) && !gone.contains(it.entry().id()));
    }

    private void same(Instant moment, IncrementScan scan) {
        List<Observation.Increment> inside = counting(moment).filter(it -> YEAR.contains(it.span().first()) && YEAR.contains(it.span().last())).toList();
        List<Observation.Increment> outside = counting(moment).filter(it -> !inside.contains(it)).toList();
        assertEquals(ids(inside), scan.snapshot().ids().collect(Collectors.toSet()), () -> moment + " " + links);
        assertEquals(inside.size(), scan.counted());
        assertEquals(outside.size(), scan.leftOut());
        assertEquals(ids(inside), scan.snapshot().ids().collect(Collectors.toSet()));
        assertEquals(ids(outside), scan.leftOutSnapshot().ids().collect(Collectors.toSet()));
        assertEquals(inside.stream().map(it -> it.span().last()).max(LocalDate::compareTo), scan.lastDay());
        Rational sum = inside.stream().map(it -> it.amount().in(q("1 元").unit()).amount()).reduce(Rational.ZERO, Rational::plus);
        assertEquals(inside.isEmpty() ? Optional.empty() : Optional.of(sum), scan.sum(q("1 元").unit()).map(Quantity::amount));
        assertEquals(inside.isEmpty() ? Optional.empty() : Optional.of(sum), scan.sum().map(it -> it.in(q("1 元").unit()).amount()));
        assertEquals(overlaps(inside), scan.overlap().isPresent());
        scan.overlap().ifPresent(pair -> assertTrue(ids(inside).containsAll(pair), pair.toString()));
    }

    private static boolean overlaps(List<Observation.Increment> inside) {
        return inside.stream().anyMatch(one -> inside.stream().anyMatch(other -> !one.entry().id().equals(other.entry().id()) && one.entry().source().equals(other.entry().source())
                && !one.span().first().isAfter(other.span().last()) && !other.span().first().isAfter(one.span().last())));
    }

    private static Set<String> ids(List<? extends Observation> some) {
        return some.stream().map(it -> it.entry().id()).collect(Collectors.toCollection(TreeSet::new));
    }
}
