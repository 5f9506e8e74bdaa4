package io.mubiao.shape;

import static java.util.Objects.requireNonNull;

import io.mubiao.value.Rational;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Labels in order and the numbers that earn them (等次). Immutable. A label may have no band: then only a veto or a person
 * gives it.
 *
 * @param order all labels, best first
 * @param bands which numbers earn which
 */
public record Grades(List<String> order, Bands bands) {
    public Grades {
        order = List.copyOf(order);
        requireNonNull(bands, "bands");
        Set<String> known = new LinkedHashSet<>(order);
        if (known.size() < order.size()) {
            throw new IllegalArgumentException("the order names a label twice: " + order);
        }
        for (Bands.Band band : bands.bands()) {
            if (!known.contains(band.label())) {
                throw new IllegalArgumentException("band '" + band + "' has a label that the order " + order + " lacks");
            }
        }
    }

    /** The label of a number; empty in a declared hole and outside of the domain. */
    public Optional<String> grade(Rational value) {
        return bands.label(value);
    }

    /** The worse of two labels: a veto is never outvoted. */
    public String worse(String a, String b) {
        return order.indexOf(a) >= order.indexOf(b) ? a : b;
    }

    /** Whether the first label is at least as good as the second. */
    public boolean atLeast(String a, String b) {
        return order.indexOf(a) <= order.indexOf(b);
    }

    /** Two bands of which the one with the higher numbers has the worse label, in words; empty where there are none. */
    public Optional<String> falling() {
        for (Bands.Band low : bands.bands()) {
            for (Bands.Band high : bands.bands()) {
                if (low.interval().isBelow(high.interval()) && !atLeast(high.label(), low.label())) {
                    return Optional.of(high + " is worse than " + low);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether there is such a label. */
    public boolean has(String label) {
        return order.contains(label);
    }
}
