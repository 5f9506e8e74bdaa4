package io.mubiao.value;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.apache.commons.math3.dfp.DfpMath;

/** Logarithms of fractions (对数), as decimals with {@value #DIGITS} digits after the point, the last one rounded half up. */
public final class Logarithm {
    private static final int DIGITS = 40;
    private static final int WORKING = 100;

    private Logarithm() {}

    /**
     * The natural logarithm.
     *
     * @throws IllegalArgumentException if the number is not above 0
     */
    public static Rational natural(Rational number) {
        return decimal(worked(new DfpField(WORKING), number));
    }

    /**
     * The logarithm to base 10; powers of ten have whole ones.
     *
     * @throws IllegalArgumentException if the number is not above 0
     */
    public static Rational toTen(Rational number) {
        DfpField field = new DfpField(WORKING);
        return decimal(worked(field, number).divide(field.getLn10()));
    }

    private static Dfp worked(DfpField field, Rational number) {
        checkArgument(number.signum() > 0, "logarithm of %s", number);
        return DfpMath.log(field.newDfp(number.numerator().toString()).divide(field.newDfp(number.denominator().toString())));
    }

    private static Rational decimal(Dfp found) {
        return Rational.of(new BigDecimal(found.toString()).setScale(DIGITS, RoundingMode.HALF_UP));
    }
}
