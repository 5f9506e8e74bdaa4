package io.mubiao.bench.land;

import java.math.BigInteger;

/** The rule in whole numbers: nothing is rounded before the total is. Slow, and only there to check the others. */
final class ExactReference {
    private static final BigInteger[] LIMITS = new BigInteger[LandRule.WEIGHTS.length];

    static {
        for (int k = 0; k < LIMITS.length; k++) {
            LIMITS[k] = BigInteger.valueOf(150L * LandRule.WEIGHTS[k]);
        }
    }

    private final Cohort cohort;
    private final long[][] over;
    private final long[][] under;
    private final BigInteger[][] sumsOver;
    private final BigInteger[][] sumsUnder;

    private ExactReference(Cohort cohort) {
        this.cohort = cohort;
        over = LandRule.numerators(cohort);
        under = LandRule.denominators(cohort);
        sumsOver = sums(over);
        sumsUnder = sums(under);
    }

    static LandResult of(Cohort cohort) {
        ExactReference reference = new ExactReference(cohort);
        long[] totals = new long[cohort.rows()];
        for (int row = 0; row < totals.length; row++) {
            totals[row] = reference.total(row);
        }
        return LandRanking.of(cohort.industry(), totals);
    }

    private BigInteger[][] sums(long[][] columns) {
        BigInteger[][] sums = new BigInteger[Cohort.INDUSTRIES][columns.length];
        for (int i = 0; i < Cohort.INDUSTRIES; i++) {
            for (int k = 0; k < columns.length; k++) {
                sums[i][k] = BigInteger.ZERO;
            }
        }
        for (int k = 0; k < columns.length; k++) {
            for (int row = 0; row < cohort.rows(); row++) {
                BigInteger[] own = sums[cohort.industry()[row]];
                own[k] = own[k].add(BigInteger.valueOf(columns[k][row]));
            }
        }
        return sums;
    }

    /** The sum of six fractions, rounded half up to hundredths of a point. */
    private long total(int row) {
        int i = cohort.industry()[row];
        BigInteger top = BigInteger.ZERO;
        BigInteger bottom = BigInteger.ONE;
        for (int k = 0; k < LIMITS.length; k++) {
            if (sumsOver[i][k].signum() <= 0) {
                throw new ArithmeticException("industry " + i + " has no baseline of indicator " + k);
            }
            BigInteger a = BigInteger.valueOf(100L * LandRule.WEIGHTS[k]).multiply(BigInteger.valueOf(over[k][row]))
                    .multiply(sumsUnder[i][k]).max(BigInteger.ZERO);
            BigInteger b = BigInteger.valueOf(under[k][row]).multiply(sumsOver[i][k]);
            if (a.compareTo(b.multiply(LIMITS[k])) > 0) {
                a = LIMITS[k];
                b = BigInteger.ONE;
            }
            top = top.multiply(b).add(a.multiply(bottom));
            bottom = bottom.multiply(b);
        }
        return top.shiftLeft(1).add(bottom).divide(bottom.shiftLeft(1)).longValueExact();
    }
}
