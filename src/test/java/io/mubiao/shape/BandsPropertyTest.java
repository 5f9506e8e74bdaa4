package io.mubiao.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A table of bands is accepted exactly where it gives every number of its domain one label. */
class BandsPropertyTest {
    private static final Rational STEP = Rational.of(1, 8);

    private static final List<Rational> GRID = grid();

    private record Table(List<Bands.Band> bands, List<Interval> holes, Interval domain) {
        long holding(Rational value) {
            return bands.stream().filter(band -> band.interval().contains(value)).count()
                    + holes.stream().filter(hole -> hole.contains(value)).count();
        }

        List<String> problems(Optional<Rounding> rounding) {
            return rounding.map(rule -> Bands.problems(bands, holes, domain, rule))
                    .orElseGet(() -> Bands.problems(bands, holes, domain));
        }

        List<Rational> numbers() {
            return GRID.stream().filter(domain::contains).toList();
        }
    }

    /** Stretches end to end over a domain, in any order; sometimes one is moved, dropped or declared a hole. */
    private static Table table(Random random) {
        TreeSet<Rational> cuts = new TreeSet<>();
        int count = 2 + random.nextInt(5);
        while (cuts.size() < count) {
            cuts.add(Rational.of(random.nextInt(40), 4));
        }
        List<Rational> ends = new ArrayList<>(cuts);
        Interval domain = Interval.of(random.nextInt(3) == 0 ? null : ends.get(0), random.nextBoolean(),
                random.nextInt(3) == 0 ? null : ends.get(ends.size() - 1), random.nextBoolean());
        Table table = new Table(new ArrayList<>(), new ArrayList<>(), domain);
        boolean lowIn = domain.lowIncluded();
        for (int i = 0; i + 1 < ends.size(); i++) {
            boolean last = i + 2 == ends.size();
            boolean highIn = last ? domain.highIncluded() : random.nextBoolean();
            Interval piece = moved(new Interval(i == 0 ? domain.low() : Optional.of(ends.get(i)), lowIn,
                    last ? domain.high() : Optional.of(ends.get(i + 1)), highIn), random);
            int luck = random.nextInt(20);
            if (luck == 0) {
                table.holes.add(piece);
            } else if (luck > 1) {
                table.bands.add(new Bands.Band("L" + i, piece));
            }
            lowIn = !highIn;
        }
        Collections.shuffle(table.bands, random);
        return table;
    }

    private static Interval moved(Interval piece, Random random) {
        if (random.nextInt(10) > 0 || piece.low().isEmpty()) {
            return piece;
        }
        Rational low = piece.low().get().plus(Rational.of(random.nextInt(3) - 1, 4));
        boolean possible = piece.high().isEmpty() || low.compareTo(piece.high().get()) < 0;
        return possible ? new Interval(Optional.of(low), random.nextBoolean(), piece.high(), piece.highIncluded()) : piece;
    }

    private static List<Rational> grid() {
        List<Rational> grid = new ArrayList<>();
        for (Rational value = Rational.of(-3); value.compareTo(Rational.of(14)) < 0; value = value.plus(STEP)) {
            grid.add(value);
        }
        return grid;
    }

    private static final List<RoundingMode> MODES = List.of(RoundingMode.UP, RoundingMode.DOWN, RoundingMode.CEILING,
            RoundingMode.FLOOR, RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_EVEN);

    private static Optional<Rounding> rounding(Random random) {
        return random.nextBoolean() ? Optional.empty()
                : Optional.of(new Rounding(0, MODES.get(random.nextInt(MODES.size()))));
    }

    /** Every end is a quarter, so a grid of eighths sees every stretch. */
    @Property(tries = 1000)
    void acceptedExactlyWhereEveryNumberHasOneBand(@ForAll long seed) {
        Random random = new Random(seed);
        Table table = table(random);
        Optional<Rounding> rounding = rounding(random);
        boolean total = table.numbers().stream().allMatch(value ->
                table.holding(rounding.map(rule -> Rational.of(value.round(rule))).orElse(value)) == 1);
        List<String> problems = table.problems(rounding);
        assertEquals(total, problems.isEmpty(), () -> table + " " + rounding + ": " + problems);
        if (total) {
            Bands bands = rounding.map(rule -> Bands.of(table.bands, table.holes, table.domain, rule))
                    .orElseGet(() -> Bands.of(table.bands, table.holes, table.domain));
            for (Rational value : table.numbers()) {
                boolean inHole = table.holes.stream().anyMatch(hole -> hole.contains(bands.rounded(value)));
                assertEquals(!inHole, bands.label(value).isPresent(), () -> value + " in " + table);
            }
        }
    }

    /** The hole that is named is the hole: no number in it had a label, and declared it closes the table. */
    @Property
    void theNamedHolesAreTheHoles(@ForAll long seed) {
        Table table = table(new Random(seed));
        List<Interval> named = table.problems(Optional.empty()).stream().filter(problem -> problem.startsWith("no band"))
                .map(problem -> Interval.parse(problem.substring("no band holds ".length(), problem.indexOf(';')))).toList();
        table.numbers().forEach(value -> assertEquals(table.holding(value) == 0,
                named.stream().anyMatch(hole -> hole.contains(value)), () -> value + " in " + table));
        table.holes.addAll(named);
        assertTrue(table.problems(Optional.empty()).stream().noneMatch(problem -> problem.startsWith("no band")));
    }

    /** The overlap that is named is the overlap. */
    @Property
    void theNamedOverlapsAreTheOverlaps(@ForAll long seed) {
        Table table = table(new Random(seed));
        List<Interval> named = table.problems(Optional.empty()).stream().filter(problem -> problem.contains(" lies in both "))
                .map(problem -> Interval.parse(problem.substring(0, problem.indexOf(" lies in both ")))).toList();
        table.numbers().forEach(value -> assertEquals(table.holding(value) > 1,
                named.stream().anyMatch(part -> part.contains(value)), () -> value + " in " + table));
    }

    @Property
    void anIntervalIsReadBackAsWritten(@ForAll long seed) {
        Interval domain = table(new Random(seed)).domain;
        Interval again = Interval.parse(domain.toString());
        GRID.forEach(value -> assertEquals(domain.contains(value), again.contains(value), domain::toString));
    }
}
