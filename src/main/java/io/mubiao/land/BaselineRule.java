package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.List;
import java.util.Optional;

/**
 * What indicators are held against (基准值). Immutable.
 *
 * @param id its name in formulas
 * @param title its name for people
 * @param indicator the indicator it belongs to, which gives its unit
 * @param kind how it is formed
 * @param constant the number of a constant, or of a parameter
 * @param by the text columns or labels of each of whose values there is one; empty for one of all
 * @param population who forms it
 * @param when a further test on who forms it
 * @param priorYear whether last year's roll forms it
 * @param times what it is multiplied by; one if empty
 * @param percentile the share of a percentile, and its method
 * @param rounding its declared rounding, after the multiplication; empty if it is not rounded
 * @param cite where it stands
 */
public record BaselineRule(String id, String title, String indicator, Kind kind, Optional<Formula> constant,
        List<String> by, Population population, Optional<Formula> when, boolean priorYear, Optional<Formula> times,
        Optional<Percentile> percentile, Optional<Rounding> rounding, Cite cite) {
    /** How a baseline is formed. */
    public enum Kind {
        /** A published number. */
        CONSTANT,
        /** Sum of the numerators ÷ sum of the denominators (加权平均). */
        RATIO_OF_SUMS,
        /** Mean of the enterprises' values (算术平均). */
        MEAN,
        /** The largest value. */
        MAX,
        /** The smallest value. */
        MIN,
        /** A percentile. */
        PERCENTILE
    }

    /** Who forms a baseline. */
    public enum Population {
        /** All who are scored, the ungraded too. */
        EVALUATED,
        /** Only those who are graded. */
        GRADED
    }

    /** A share from 0 to 1 and how the value there is found. */
    public record Percentile(Rational share, Method method) {
        public Percentile {
            requireNonNull(method, "method");
            if (share.signum() < 0 || share.compareTo(Rational.ONE) > 0) {
                throw new IllegalArgumentException("percentile must be from 0 % to 100 %, got "
                        + share.times(Rational.HUNDRED) + " %");
            }
        }
    }

    /** How a percentile p of n sorted values is found. */
    public enum Method {
        /** The value at place ⌈p·n⌉, at least the first: of 1 2 3 4 the 50th is 2. */
        NEAREST_RANK,
        /** Linear between the values around place 1 + p·(n − 1): of 1 2 3 4 the 50th is 2.5. Excel's PERCENTILE.INC. */
        LINEAR_INCLUSIVE,
        /** Linear between the values around place p·(n + 1), held in 1…n. Excel's PERCENTILE.EXC inside its range. */
        LINEAR_EXCLUSIVE
    }

    public BaselineRule {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(indicator, "indicator");
        requireNonNull(kind, "kind");
        requireNonNull(constant, "constant");
        by = List.copyOf(by);
        requireNonNull(population, "population");
        requireNonNull(when, "when");
        requireNonNull(times, "times");
        requireNonNull(percentile, "percentile");
        requireNonNull(rounding, "rounding");
        requireNonNull(cite, "cite");
    }
}
