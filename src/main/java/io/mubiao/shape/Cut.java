package io.mubiao.shape;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Up to which place a class reaches (名额线): a share of a number, so many places, or the smaller of both. Immutable. Of 200,
 * 20 % reach to place 40, 30 户 to place 30, and {@code min(30 户, 20 %)} to place 30; of 100 the last one reaches to place 20.
 *
 * @param share the share, as a fraction from 0 to 1
 * @param count so many places, whole, from 0
 */
public record Cut(Optional<Rational> share, Optional<Rational> count) {
    /** The words that count enterprises, besides the measure words of a rule. */
    public static final Set<String> COUNT_WORDS = Set.of("户", "家", "名", "个");

    public Cut {
        requireNonNull(share, "share");
        requireNonNull(count, "count");
        checkArgument(share.isPresent() || count.isPresent(), "a cut is a share, a count, or the smaller of both");
        share.ifPresent(it -> checkArgument(it.signum() >= 0 && it.compareTo(Rational.ONE) <= 0, "a share is from 0 % to 100 %, found %s %",
                it.times(Rational.HUNDRED)));
        count.ifPresent(it -> checkArgument(isCount(it), "found %s 户, expected a whole number of enterprises", it));
    }

    /** A share. */
    public static Cut share(Rational share) {
        return new Cut(Optional.of(share), Optional.empty());
    }

    /**
     * What a formula says: {@code 20 %}, {@code 30 户}, {@code min(30 户, 20 %)}.
     *
     * @param words the measure words that count too
     * @throws IllegalArgumentException if it says none of these; names what to write
     */
    public static Cut of(Formula formula, Set<String> words) {
        if (formula.expr() instanceof Expr.Call call && call.function().equals("min") && call.operands().size() == 2) {
            Cut first = one(formula, call.operands().get(0), words);
            Cut second = one(formula, call.operands().get(1), words);
            if (first.share.isPresent() != second.share.isPresent()) {
                return new Cut(first.share.or(() -> second.share), first.count.or(() -> second.count));
            }
        }
        return one(formula, formula.expr(), words);
    }

    private static Cut one(Formula whole, Expr part, Set<String> words) {
        if (part instanceof Expr.Literal literal) {
            Rational number = literal.value();
            if (literal.unit().equals("%")) {
                return share(number.dividedBy(Rational.HUNDRED));
            }
            if (literal.unit().isEmpty() && number.compareTo(Rational.ONE) <= 0) {
                return share(number);
            }
            if (literal.unit().isEmpty()) {
                throw new IllegalArgumentException("found " + whole + ", which is no share: write " + number + " 户 for so many "
                        + "enterprises, " + number + " % for a share");
            }
            if (COUNT_WORDS.contains(literal.unit()) || words.contains(literal.unit())) {
                checkArgument(isCount(number), "found %s, expected a whole number of enterprises", whole);
                return new Cut(Optional.empty(), Optional.of(number));
            }
        }
        throw new IllegalArgumentException("found " + whole + ", expected a share such as 20 %, a count such as 30 户, or the smaller "
                + "of both: min(30 户, 20 %)");
    }

    private static boolean isCount(Rational number) {
        return number.signum() >= 0 && number.asDecimal().filter(it -> it.stripTrailingZeros().scale() <= 0).isPresent();
    }

    /** Whether it reaches to no place, whatever it is of. */
    public boolean isNothing() {
        return share.filter(it -> it.signum() == 0).isPresent() || count.filter(it -> it.signum() == 0).isPresent();
    }

    /** The shares that cuts are of a number, none below that before it. */
    public static List<Rational> shares(List<Cut> cuts, long base) {
        List<Rational> shares = new java.util.ArrayList<>();
        Rational before = Rational.ZERO;
        for (Cut cut : cuts) {
            before = before.max(cut.shareOf(base));
            shares.add(before);
        }
        return List.copyOf(shares);
    }

    private Rational shareOf(long base) {
        Rational most = share.orElse(Rational.ONE);
        return count.isEmpty() || base <= 0 ? most : most.min(count.get().dividedBy(Rational.of(base)));
    }

    /** As a rule writes it. */
    @Override
    public String toString() {
        String part = share.map(it -> it.times(Rational.HUNDRED) + " %").orElse("");
        String places = count.map(it -> it + " 户").orElse("");
        return share.isPresent() && count.isPresent() ? "min(" + places + ", " + part + ")" : part + places;
    }
}
