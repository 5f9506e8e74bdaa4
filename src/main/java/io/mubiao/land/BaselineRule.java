package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Cut;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param among who among them counts for a mean: the best, or all but the best and the worst; empty if all do
 * @param rounding its declared rounding, after the multiplication; empty if it is not rounded
 * @param cite where it stands
 */
public record BaselineRule(String id, String title, String indicator, Kind kind, Optional<Formula> constant,
        List<String> by, Population population, Optional<Formula> when, boolean priorYear, Optional<Formula> times,
        Optional<Percentile> percentile, Optional<Among> among, Optional<Rounding> rounding, Cite cite) {
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
        PERCENTILE,
        /** The standard deviation of the values: the root of the mean squared distance from their mean (标准差，除以n). */
        DEVIATION,
        /** The standard deviation of a sample: the sum of the squares is divided by one less (样本标准差，除以n−1). */
        SAMPLE_DEVIATION
    }

    /**
     * Who among those who form a mean counts. Of 9, 7, 4 and 1 the best 50 % have the mean 8, all but the best and the worst
     * one 5.5. Where less is better the smallest are the best.
     *
     * @param best only so many of the best, or this share of them; empty for all
     * @param dropBest so many of the best are left out, or this share of them; empty for none
     * @param dropWorst so many of the worst are left out, or this share of them; empty for none
     * @param rounding how shares become whole numbers of enterprises; says nothing where there are only counts
     */
    public record Among(Optional<Cut> best, Optional<Cut> dropBest, Optional<Cut> dropWorst, RoundingMode rounding) {
        public Among {
            requireNonNull(best, "best");
            requireNonNull(dropBest, "dropBest");
            requireNonNull(dropWorst, "dropWorst");
            requireNonNull(rounding, "rounding");
            if (best.isPresent() == (dropBest.isPresent() || dropWorst.isPresent())) {
                throw new IllegalArgumentException("either the best count, or some of the best and worst are dropped");
            }
            best.ifPresent(it -> some("best", it));
            dropBest.ifPresent(it -> some("drop.best", it));
            dropWorst.ifPresent(it -> some("drop.worst", it));
            Rational dropped = Stream.of(dropBest, dropWorst).flatMap(Optional::stream).filter(it -> it.count().isEmpty())
                    .map(it -> it.share().orElseThrow()).reduce(Rational.ZERO, Rational::plus);
            if (dropped.compareTo(Rational.ONE) >= 0) {
                throw new IllegalArgumentException("drop leaves nobody: what is dropped comes to " + dropped.times(Rational.HUNDRED)
                        + " %, expected less than 100 %");
            }
        }

        private static void some(String what, Cut cut) {
            if (cut.isNothing()) {
                throw new IllegalArgumentException("'" + what + "' is " + cut + ", expected more than 0, or nothing at all");
            }
        }

        /** Whether shares become whole numbers of enterprises, so that the rounding says something. */
        public boolean isRounded() {
            return Stream.of(best, dropBest, dropWorst).flatMap(Optional::stream).anyMatch(it -> it.share().isPresent());
        }

        /** The first and one beyond the last of so many, best first, that count; equal if none does. */
        public int[] range(int size) {
            int first = dropBest.map(it -> places(it, size)).orElse(0);
            int last = best.map(it -> places(it, size)).orElse(size - dropWorst.map(it -> places(it, size)).orElse(0));
            return new int[] {Math.min(first, size), Math.max(Math.min(first, size), last)};
        }

        private int places(Cut cut, int size) {
            return Cut.shares(List.of(cut), size).get(0).times(size).round(new Rounding(0, rounding)).intValueExact();
        }
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
        requireNonNull(among, "among");
        if (among.isPresent() && kind != Kind.MEAN) {
            throw new IllegalArgumentException("'best' and 'drop' belong to kind: mean, got "
                    + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        requireNonNull(rounding, "rounding");
        requireNonNull(cite, "cite");
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
