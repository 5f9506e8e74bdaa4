package io.mubiao.value;

import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.NumberText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fractions from texts, and as decimals. */
final class RationalText {
    private static final Pattern FORM = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?|[+-]?[0-9]+/[0-9]+");
    private static final int MAX_LENGTH = 200;
    private static final int MAX_SHOWN = 60;
    private static final BigInteger FIVE = BigInteger.valueOf(5);
    private static final int FEW_DIGITS = 9;

    private RationalText() {}

    static Rational parse(String text) {
        if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
            throw notANumber(text, "", null);
        }
        return plain(text);
    }

    static Rational parseTyped(String text) {
        NumberText read;
        try {
            read = NumberText.of(text.length() <= MAX_LENGTH ? text : "");
        } catch (IllegalArgumentException e) {
            throw notANumber(text, text.length() <= MAX_LENGTH ? "; " + e.getMessage() : "", e);
        }
        if (!read.unit().isEmpty()) {
            throw notANumber(text, "", null);
        }
        return plain(read.number());
    }

    private static IllegalArgumentException notANumber(String text, String why, @Nullable Exception cause) {
        return new IllegalArgumentException("not a number: '" + Characters.shown(text.length() <= MAX_SHOWN ? text
                : text.substring(0, MAX_SHOWN) + "…") + "'; expected a plain decimal or a fraction, such as 0.25 or 1/4" + why, cause);
    }

    private static Rational plain(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Rational.of(new BigDecimal(text));
        }
        BigInteger below = new BigInteger(text.substring(slash + 1));
        if (below.signum() == 0) {
            throw new IllegalArgumentException("not a number: '" + text + "' divides by zero");
        }
        return Rational.of(new BigInteger(text.substring(0, slash)), below);
    }

    /** Of a fraction in lowest terms, both below 2^31: with nine digits after the point more it fits a long. */
    static Optional<BigDecimal> decimal(long above, long below) {
        long ten = 1;
        for (int scale = 0; scale <= FEW_DIGITS; scale++) {
            if (ten % below == 0) {
                return Optional.of(BigDecimal.valueOf(above * (ten / below), scale));
            }
            ten *= 10;
        }
        return decimal(BigInteger.valueOf(above), BigInteger.valueOf(below));
    }

    /** Of a fraction in lowest terms; empty where the denominator has other factors than two and five. */
    static Optional<BigDecimal> decimal(BigInteger above, BigInteger below) {
        int twos = below.getLowestSetBit();
        BigInteger rest = below.shiftRight(twos);
        int fives = 0;
        while (!rest.equals(BigInteger.ONE)) {
            BigInteger[] parts = rest.divideAndRemainder(FIVE);
            if (parts[1].signum() != 0) {
                return Optional.empty();
            }
            rest = parts[0];
            fives++;
        }
        BigDecimal stripped = new BigDecimal(above).divide(new BigDecimal(below), Math.max(twos, fives), RoundingMode.UNNECESSARY)
                .stripTrailingZeros();
        return Optional.of(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
