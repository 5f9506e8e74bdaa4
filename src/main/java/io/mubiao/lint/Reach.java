package io.mubiao.lint;

import io.mubiao.value.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Between which numbers a value lies, both included; an end is empty where nobody can tell. */
record Reach(Optional<Rational> least, Optional<Rational> most) {
    static final Reach ANY = new Reach(Optional.empty(), Optional.empty());
    static final Reach FROM_ZERO = new Reach(Optional.of(Rational.ZERO), Optional.empty());
    static final Reach FROM_ONE = new Reach(Optional.of(Rational.ONE), Optional.empty());
    static final Reach TO_ONE = new Reach(Optional.of(Rational.ZERO), Optional.of(Rational.ONE));

    static Reach of(Rational only) {
        return new Reach(Optional.of(only), Optional.of(only));
    }

    /** The one number that it can be. */
    Optional<Rational> only() {
        return least.equals(most) ? least : Optional.empty();
    }

    boolean isFromZero() {
        return least.filter(it -> it.signum() >= 0).isPresent();
    }

    /** What is left where only zero is the same in every unit. */
    Reach sign() {
        return new Reach(least.filter(it -> it.signum() >= 0).map(it -> Rational.ZERO), most.filter(it -> it.signum() <= 0).map(it -> Rational.ZERO));
    }

    Reach or(Reach other) {
        return new Reach(both(least, other.least).map(it -> it[0].min(it[1])), both(most, other.most).map(it -> it[0].max(it[1])));
    }

    Reach plus(Reach other) {
        return new Reach(both(least, other.least).map(it -> it[0].plus(it[1])), both(most, other.most).map(it -> it[0].plus(it[1])));
    }

    Reach negate() {
        return new Reach(most.map(Rational::negate), least.map(Rational::negate));
    }

    Reach min(Reach other) {
        return new Reach(both(least, other.least).map(it -> it[0].min(it[1])), either(most, other.most, Comparator.naturalOrder()));
    }

    Reach max(Reach other) {
        return new Reach(either(least, other.least, Comparator.reverseOrder()), both(most, other.most).map(it -> it[0].max(it[1])));
    }

    /** What a function makes of it that never falls. */
    Reach each(UnaryOperator<Rational> rising) {
        return new Reach(least.map(rising), most.map(rising));
    }

    Reach times(Reach other) {
        if (other.isFromZero()) {
            return new Reach(end(least, false, other), end(most, true, other));
        }
        if (other.negate().isFromZero()) {
            return times(other.negate()).negate();
        }
        return isFromZero() || negate().isFromZero() ? other.times(this) : ANY;
    }

    /** An end times what is never negative: the sign of the end says which of the other's ends it meets. */
    private static Optional<Rational> end(Optional<Rational> end, boolean upper, Reach factor) {
        if (factor.most.filter(it -> it.signum() == 0).isPresent()) {
            return factor.most;
        }
        return end.flatMap(it -> it.signum() == 0 ? end : ((it.signum() > 0) == upper ? factor.most : factor.least).map(it::times));
    }

    Reach over(Reach divisor) {
        if (divisor.isFromZero()) {
            Optional<Rational> most = divisor.least.filter(it -> it.signum() > 0).map(Rational.ONE::dividedBy);
            Optional<Rational> least = divisor.most.filter(it -> it.signum() > 0).map(Rational.ONE::dividedBy);
            return times(new Reach(least.or(() -> Optional.of(Rational.ZERO)), most));
        }
        return divisor.negate().isFromZero() ? over(divisor.negate()).negate() : ANY;
    }

    /** Whether all of it is related so to all of the other; empty where only some is, or nobody can tell. */
    Optional<Boolean> relates(String relation, Reach other) {
        return switch (relation) {
            case ">=" -> below(other, this, true).isPresent() ? Optional.of(true) : below(this, other, false).map(it -> false);
            case ">" -> below(other, this, false).isPresent() ? Optional.of(true) : below(this, other, true).map(it -> false);
            case "<=" -> other.relates(">=", this);
            case "<" -> other.relates(">", this);
            case "==", "!=" -> below(this, other, false).isPresent() || below(other, this, false).isPresent() ? Optional.of(relation.equals("!="))
                    : only().isPresent() && only().equals(other.only()) ? Optional.of(relation.equals("==")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Rational> below(Reach low, Reach high, boolean orEqual) {
        return both(low.most, high.least).filter(it -> it[0].compareTo(it[1]) < (orEqual ? 1 : 0)).map(it -> it[0]);
    }

    static Reach sum(List<Reach> all) {
        return all.stream().reduce(of(Rational.ZERO), Reach::plus);
    }

    private static Optional<Rational[]> both(Optional<Rational> one, Optional<Rational> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(new Rational[] {one.get(), other.get()}) : Optional.empty();
    }

    private static Optional<Rational> either(Optional<Rational> one, Optional<Rational> other, Comparator<Rational> order) {
        return Stream.of(one, other).flatMap(Optional::stream).min(order);
    }
}
