package io.mubiao.testing;

import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random values. */
public final class ArbitraryValues {
    private static final BigInteger LARGE = BigInteger.TEN.pow(30);

    private ArbitraryValues() {}

    /** Fractions small and large, decimals among them. */
    public static Arbitrary<Rational> rationals() {
        Arbitrary<Rational> small = Combinators.combine(
                Arbitraries.integers().between(-50, 50), Arbitraries.integers().between(1, 50))
                .as((above, below) -> Rational.of(above, below));
        Arbitrary<Rational> large = Combinators.combine(
                Arbitraries.bigIntegers().between(LARGE.negate(), LARGE),
                Arbitraries.bigIntegers().between(BigInteger.ONE, LARGE))
                .as(Rational::of);
        return Arbitraries.oneOf(small, large, decimals().map(Rational::of));
    }

    /** Decimals with up to 20 digits after the point, trailing zeros among them. */
    public static Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                Arbitraries.bigIntegers().between(LARGE.negate(), LARGE), Arbitraries.integers().between(0, 20))
                .as(BigDecimal::new);
    }

    /** Units of every sort: built in, prefixed, declared, quotients. */
    public static Arbitrary<Unit> units() {
        return Arbitraries.of("元", "亿元", "万亿元", "亩", "mu", "万亩", "公顷", "km²", "平方米", "%", "百分点", "吨",
                        "百万吨", "吨标煤", "万千瓦时", "万人", "个", "万个", "所", "人次", "万元/亩", "吨标煤/万元", "个/户")
                .map(TestUnits.UNITS::get);
    }

    /** Units of area, which all convert. */
    public static Arbitrary<Unit> areas() {
        return Arbitraries.of("亩", "万亩", "公顷", "平方公里", "m2", "亿m2").map(TestUnits.UNITS::get);
    }

    /** Amounts in any unit: as written with trailing zeros, and computed ones that are no decimals. */
    public static Arbitrary<Quantity> quantities() {
        return quantities(units());
    }

    /** Amounts in these units. */
    public static Arbitrary<Quantity> quantities(Arbitrary<Unit> units) {
        return Arbitraries.oneOf(
                Combinators.combine(decimals(), units).as(Quantity::of),
                Combinators.combine(rationals(), units).as((amount, unit) -> Quantity.of(amount, unit)));
    }

    /** Text that a careless parser would stumble over, built of the words and signs that parsers look for. */
    public static Arbitrary<String> textNearQuantities() {
        Arbitrary<String> pieces = Arbitraries.of("1", "62", "0", "-", "+", ".", "/", "1e9", "٣", "１", "%", "‰", "万",
                "亿", "亩", "个", "元", "公顷", " ", "\u3000", "\u00a0", "\n", "?", "±", "~", "[", "]", "(", ")", ",",
                "，", ">=", "<", "≤", "=", "不少于", "以上", "左右", "以内", "超过", "\ud83d", "\0", "NaN", "Infinity");
        Arbitrary<String> built = pieces.list().ofMaxSize(9).map(list -> String.join("", list));
        return Arbitraries.oneOf(built, Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().withChars("0123456789./-").ofMaxLength(400).map(digits -> digits + "个"));
    }
}
