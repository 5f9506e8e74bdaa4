package io.mubiao.shape;

import static java.util.Objects.requireNonNull;

import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table that gives every number of a domain one label (等次区间). Immutable. It is refused where two bands share a
 * number or where a number has no band, unless the document's hole is declared; then the hole has no label.
 *
 * <p>Where a rounding is declared, numbers are rounded before they are looked up, and only rounded numbers need a band:
 * 优 [90, 100], 良 [80, 89], 中 [60, 79], 差 [0, 59] is complete after rounding to integers and has holes without.
 */
public final class Bands {
    /**
     * One line of the table.
     *
     * @param label what the numbers in it are called; several lines may share one
     * @param interval the numbers
     */
    public record Band(String label, Interval interval) {
        public Band {
            requireNonNull(label, "label");
            requireNonNull(interval, "interval");
        }

        @Override
        public String toString() {
            return label + " " + interval;
        }
    }

    private final List<Band> bands;
    private final List<Optional<String>> labels;
    private final List<Interval> holes;
    private final Interval domain;
    private final Optional<Rounding> rounding;

    private Bands(List<Band> bands, List<Interval> holes, Interval domain, Optional<Rounding> rounding) {
        this.bands = List.copyOf(bands);
        labels = bands.stream().map(band -> Optional.of(band.label())).toList();
        this.holes = List.copyOf(holes);
        this.domain = requireNonNull(domain, "domain");
        this.rounding = requireNonNull(rounding, "rounding");
    }

    /**
     * A table over all numbers without rounding.
     *
     * @throws IllegalArgumentException naming every hole and every overlap
     */
    public static Bands of(Band... bands) {
        return of(List.of(bands), List.of(), Interval.ALL);
    }

    /**
     * A table.
     *
     * @param bands its lines, in any order
     * @param holes the stretches that the document leaves without a label
     * @param domain the numbers that can occur
     * @throws IllegalArgumentException naming every undeclared hole and every overlap
     */
    public static Bands of(List<Band> bands, List<Interval> holes, Interval domain) {
        return checked(bands, holes, domain, Optional.empty());
    }

    /**
     * As {@link #of(List, List, Interval)}, of numbers that are rounded before they are looked up; the domain is that before
     * the rounding.
     */
    public static Bands of(List<Band> bands, List<Interval> holes, Interval domain, Rounding rounding) {
        return checked(bands, holes, domain, Optional.of(rounding));
    }

    private static Bands checked(List<Band> bands, List<Interval> holes, Interval domain, Optional<Rounding> rounding) {
        List<String> problems = found(bands, holes, domain, rounding);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new Bands(bands, holes, reach(domain, rounding), rounding);
    }

    /** Every undeclared hole and every overlap of a table, in words. */
    public static List<String> problems(List<Band> bands, List<Interval> holes, Interval domain) {
        return found(bands, holes, domain, Optional.empty());
    }

    /** Every undeclared hole and every overlap of a table of rounded numbers, in words. */
    public static List<String> problems(List<Band> bands, List<Interval> holes, Interval domain, Rounding rounding) {
        return found(bands, holes, domain, Optional.of(rounding));
    }

    private static List<String> found(List<Band> bands, List<Interval> holes, Interval domain, Optional<Rounding> rounding) {
        Interval reach = reach(domain, rounding);
        List<Band> all = new ArrayList<>(bands);
        holes.forEach(hole -> all.add(new Band("a declared hole", hole)));
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Band a = all.get(i);
                Band b = all.get(j);
                Optional<Interval> common = a.interval().intersection(b.interval())
                        .flatMap(reach::intersection).filter(part -> counts(part, rounding));
                common.ifPresent(part -> problems.add(part + " lies in both '" + a + "' and '" + b + "'"));
            }
        }
        for (Interval gap : gaps(all, reach)) {
            if (counts(gap, rounding)) {
                problems.add("no band holds " + gap + "; close it, declare a rounding before banding, declare it under holes, "
                        + "or under domain what can occur");
            }
        }
        return problems;
    }

    /** What the numbers of a domain are looked up as: 0.3 of (0, 100] may become 0. */
    private static Interval reach(Interval domain, Optional<Rounding> rounding) {
        return rounding.map(domain::rounded).orElse(domain);
    }

    private static boolean counts(Interval part, Optional<Rounding> rounding) {
        return rounding.isEmpty() || part.holdsRounded(rounding.get().digits());
    }

    /** What of the domain no band holds: between the ends, and at each end. */
    private static List<Interval> gaps(List<Band> bands, Interval domain) {
        TreeSet<Rational> ends = new TreeSet<>();
        bands.forEach(band -> addEnds(ends, band.interval()));
        addEnds(ends, domain);
        List<Interval> pieces = new ArrayList<>();
        Rational before = null;
        for (Rational end : ends) {
            pieces.add(Interval.of(before, false, end, false));
            pieces.add(Interval.of(end, true, end, true));
            before = end;
        }
        pieces.add(Interval.of(before, false, null, false));
        List<Interval> gaps = new ArrayList<>();
        for (Interval piece : pieces) {
            boolean open = domain.intersection(piece).isPresent()
                    && bands.stream().allMatch(band -> band.interval().intersection(piece).isEmpty());
            if (open) {
                join(gaps, piece);
            }
        }
        return gaps;
    }

    private static void addEnds(Set<Rational> ends, Interval interval) {
        interval.low().ifPresent(ends::add);
        interval.high().ifPresent(ends::add);
    }

    private static void join(List<Interval> gaps, Interval piece) {
        Interval last = gaps.isEmpty() ? Interval.ALL : gaps.get(gaps.size() - 1);
        boolean touches = last.high().isPresent() && last.high().equals(piece.low())
                && last.highIncluded() != piece.lowIncluded();
        if (touches) {
            gaps.set(gaps.size() - 1,
                    new Interval(last.low(), last.lowIncluded(), piece.high(), piece.highIncluded()));
        } else {
            gaps.add(piece);
        }
    }

    /** The number that is looked up: the given one under the declared rounding. */
    public Rational rounded(Rational value) {
        return rounding.isPresent() ? Rational.of(value.round(rounding.get())) : value;
    }

    /** The label of a number; empty in a declared hole and outside of the domain. */
    public Optional<String> label(Rational value) {
        Rational rounded = rounded(value);
        if (!domain.contains(rounded)) {
            return Optional.empty();
        }
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).interval().contains(rounded)) {
                return labels.get(i);
            }
        }
        return Optional.empty();
    }

    /** The same table with other labels. */
    Bands with(List<Band> labelled) {
        return new Bands(labelled, holes, domain, rounding);
    }

    /** The lines, in the order given. */
    public List<Band> bands() {
        return bands;
    }

    /** The stretches that have no label. */
    public List<Interval> holes() {
        return holes;
    }

    /** The numbers that can occur, after rounding where one is declared. */
    public Interval domain() {
        return domain;
    }

    /** What is done to a number before it is looked up. */
    public Optional<Rounding> rounding() {
        return rounding;
    }

    /** The lowest number that has a label, where there is one: what must be reached, in {@link #domain()}. */
    public Optional<Interval> lowest(String label) {
        return bands.stream().filter(band -> band.label().equals(label)).map(Band::interval)
                .min(Interval.BY_LOW);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bands that && bands.equals(that.bands) && holes.equals(that.holes)
                && domain.equals(that.domain) && rounding.equals(that.rounding);
    }

    @Override
    public int hashCode() {
        return bands.hashCode();
    }

    @Override
    public String toString() {
        return bands + (rounding.isPresent() ? " after rounding to " + rounding.get().text() : "");
    }
}
