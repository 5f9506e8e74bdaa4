package io.mubiao.value;

import io.mubiao.work.internal.Checkpoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number as a quotient of two sums of radicals, each a fraction times the root of a fraction. Positive radicals no two of
 * which are in a rational ratio are independent over the fractions (Siegel 1972), so such a sum is zero only where every
 * coefficient is. Roots of sums, and sums of very many parts, are beyond it.
 */
final class Radicals {
    private static final int MOST_TERMS = 512;
    private static final int MOST_DEGREE = 5_000;

    private final IdentityHashMap<Real, Quotient> made = new IdentityHashMap<>();

    private Radicals() {}

    /** Whether a number is zero; null where this cannot tell. */
    static @Nullable Boolean isZero(Real number) {
        try {
            return new Radicals().form(number).above.terms.isEmpty();
        } catch (Beyond e) {
            return null;
        }
    }

    /** The fraction that a number is; null where it is none, or this cannot tell. */
    static @Nullable Rational fraction(Real number) {
        try {
            Quotient form = new Radicals().form(number);
            if (form.above.terms.isEmpty()) {
                return Rational.ZERO;
            }
            Radical last = form.below.terms.get(0);
            for (Radical first : form.above.terms) {
                Rational ratio = first.over(last);
                if (ratio != null && form.above.plus(form.below.times(ratio.negate())).terms.isEmpty()) {
                    return ratio;
                }
            }
            return null;
        } catch (Beyond e) {
            return null;
        }
    }

    /** A number is no quotient of sums of radicals, or too long a one. */
    private static final class Beyond extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Beyond() {
            super("beyond radicals", null, false, false);
        }
    }

    /** A fraction, not 0, times the root of a positive fraction, in its least degree. */
    private record Radical(Rational times, Rational of, int degree) {
        static Radical of(Rational times, Rational of, int degree) {
            if (degree > MOST_DEGREE) {
                throw new Beyond();
            }
            Rational radicand = of;
            int left = degree;
            int rest = degree;
            for (int prime = 2; prime <= rest; prime++) {
                Checkpoint.pass(prime);
                while (rest % prime == 0) {
                    rest /= prime;
                    Rational root = Roots.exact(radicand, prime);
                    if (root != null) {
                        radicand = root;
                        left /= prime;
                    }
                }
            }
            return left == 1 ? new Radical(times.times(radicand), Rational.ONE, 1) : new Radical(times, radicand, left);
        }

        Radical times(Radical other) {
            int common = degree / gcd(degree, other.degree) * other.degree;
            if (common > MOST_DEGREE) {
                throw new Beyond();
            }
            return common == 1 ? new Radical(times.times(other.times), Rational.ONE, 1)
                    : of(times.times(other.times),
                            of.power(common / degree).times(other.of.power(common / other.degree)), common);
        }

        Radical inverse() {
            return new Radical(Rational.ONE.dividedBy(times), Rational.ONE.dividedBy(of), degree);
        }

        Radical root(int of) {
            if (times.signum() < 0 || (long) degree * of > MOST_DEGREE) {
                throw new Beyond();
            }
            return Radical.of(Rational.ONE, times.power(degree).times(this.of), degree * of);
        }

        /** The ratio of two, null where it is no fraction. */
        @Nullable Rational over(Radical other) {
            if (degree != other.degree) {
                return null;
            }
            Rational ratio = of.equals(other.of) ? Rational.ONE : Roots.exact(of.dividedBy(other.of), degree);
            return ratio == null ? null : ratio.times(times).dividedBy(other.times);
        }

        private static int gcd(int a, int b) {
            return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).intValue();
        }
    }

    /** A sum of radicals no two of which are in a rational ratio. */
    private record Sum(List<Radical> terms) {
        static final Sum ONE = new Sum(List.of(new Radical(Rational.ONE, Rational.ONE, 1)));

        static Sum of(List<Radical> all) {
            List<Radical> terms = new ArrayList<>();
            for (Radical next : all) {
                add(terms, next);
            }
            return new Sum(terms);
        }

        private static void add(List<Radical> terms, Radical next) {
            for (int i = 0; i < terms.size(); i++) {
                Checkpoint.pass();
                Radical known = terms.get(i);
                Rational ratio = next.over(known);
                if (ratio != null) {
                    Rational times = known.times.times(Rational.ONE.plus(ratio));
                    if (times.signum() == 0) {
                        terms.remove(i);
                    } else {
                        terms.set(i, new Radical(times, known.of, known.degree));
                    }
                    return;
                }
            }
            if (terms.size() >= MOST_TERMS) {
                throw new Beyond();
            }
            terms.add(next);
        }

        Sum plus(Sum other) {
            List<Radical> all = new ArrayList<>(terms);
            other.terms.forEach(next -> add(all, next));
            return new Sum(all);
        }

        Sum times(Sum other) {
            if ((long) terms.size() * other.terms.size() > MOST_TERMS) {
                throw new Beyond();
            }
            List<Radical> all = new ArrayList<>();
            terms.forEach(a -> other.terms.forEach(b -> all.add(a.times(b))));
            return of(all);
        }

        Sum times(Rational factor) {
            return factor.signum() == 0 ? new Sum(List.of())
                    : new Sum(terms.stream().map(it -> new Radical(it.times.times(factor), it.of, it.degree)).toList());
        }
    }

    private record Quotient(Sum above, Sum below) {
        static Quotient of(Sum above, Sum below) {
            return below.terms.size() == 1
                    ? new Quotient(above.times(new Sum(List.of(below.terms.get(0).inverse()))), Sum.ONE)
                    : new Quotient(above, below);
        }

        Quotient plus(Quotient other) {
            return below.equals(other.below) ? of(above.plus(other.above), below)
                    : of(above.times(other.below).plus(other.above.times(below)), below.times(other.below));
        }

        Quotient times(Quotient other) {
            return of(above.times(other.above), below.times(other.below));
        }

        Quotient over(Quotient other) {
            return of(above.times(other.below), below.times(other.above));
        }
    }

    private Quotient form(Real number) {
        Quotient known = made.get(number);
        if (known == null) {
            known = make(number);
            made.put(number, known);
        }
        return known;
    }

    private Quotient make(Real number) {
        if (number.isRational) {
            Rational exact = number.exact();
            return new Quotient(exact.signum() == 0 ? new Sum(List.of()) : Sum.ONE.times(exact), Sum.ONE);
        }
        if (number instanceof Real.Binary binary) {
            Quotient left = form(binary.left);
            Quotient right = form(binary.right);
            return switch (binary.op) {
                case PLUS -> left.plus(right);
                case TIMES -> left.times(right);
                case OVER -> left.over(right);
            };
        }
        if (number instanceof Real.Total total) {
            Quotient sum = form(new Real.Fixed(total.fractions.exact()));
            for (Map.Entry<Real, Long> it : total.others.entrySet()) {
                Quotient next = form(it.getKey());
                sum = sum.plus(new Quotient(next.above.times(Rational.of(it.getValue())), next.below));
            }
            return sum;
        }
        Real.Root root = (Real.Root) number;
        Quotient of = form(root.of);
        if (of.above.terms.isEmpty()) {
            return of;
        }
        if (of.above.terms.size() > 1 || of.below.terms.size() > 1) {
            throw new Beyond();
        }
        return new Quotient(new Sum(List.of(of.above.terms.get(0).root(root.degree))), Sum.ONE);
    }
}
