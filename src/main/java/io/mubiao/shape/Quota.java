package io.mubiao.shape;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How shares of a number become whole places (名额取整). Immutable. 202 places cut at 10, 60 and 90 % are 20/101/61/20 with
 * cumulative half-up cuts and 20/101/60/21 with cumulative floor cuts.
 *
 * @param cumulative whether the cumulative cuts are rounded, else each class by itself
 * @param mode the rule of rounding
 * @param remainder where each class is rounded: the class, from 0, that takes what is left; -1 otherwise
 */
public record Quota(boolean cumulative, RoundingMode mode, int remainder) {
    public Quota {
        requireNonNull(mode, "mode");
        checkArgument(cumulative == (remainder < 0), "a remainder class belongs to rounding of each class");
        checkArgument(mode != RoundingMode.UNNECESSARY, "mode must round");
    }

    /**
     * The last place of each class: class k takes the places after that of class k − 1 up to its own.
     *
     * @param cuts cumulative shares, rising, one a class; the last class takes the rest whatever its share
     * @param base the number the shares are of
     * @param places the number of places there are
     */
    public List<Long> lastPlaces(List<Rational> cuts, long base, long places) {
        List<Long> counts = counts(cuts, base, places);
        List<Long> ends = new ArrayList<>();
        long end = 0;
        for (int k = 0; k < cuts.size(); k++) {
            end = k == cuts.size() - 1 ? places : Math.min(places, end + Math.max(0, counts.get(k)));
            ends.add(end);
        }
        return ends;
    }

    private List<Long> counts(List<Rational> cuts, long base, long places) {
        List<Long> counts = new ArrayList<>();
        Rational before = Rational.ZERO;
        long roundedBefore = 0;
        long others = 0;
        for (int k = 0; k < cuts.size(); k++) {
            Rational share = cumulative ? cuts.get(k) : cuts.get(k).minus(before);
            long rounded = share.times(base).round(new Rounding(0, mode)).longValueExact();
            counts.add(cumulative ? rounded - roundedBefore : rounded);
            others += k == remainder ? 0 : rounded;
            roundedBefore = rounded;
            before = cuts.get(k);
        }
        if (!cumulative) {
            counts.set(remainder, Math.max(0, places - others));
        }
        return counts;
    }
}
