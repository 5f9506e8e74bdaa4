package io.mubiao.bench.land;

import java.util.SplittableRandom;

/**
 * Enterprises in columns, row by row in the same order. The amounts are unscaled decimals: emission in t has three
 * places, employees is whole, all others (land in 亩, tax, value added, revenue and R&amp;D in 万元, energy in tce) have
 * two. The same number of rows and seed give the same cohort on every Java.
 */
public record Cohort(int[] industry, long[] land, long[] tax, long[] valueAdded, long[] revenue, long[] rd,
        long[] energy, long[] emission, long[] employees) {
    /** Industries are numbered from 0 to 39; the first ones are the largest. */
    public static final int INDUSTRIES = 40;

    /** From so many rows on, heap is what rows take and no longer what the tables of the rule do. */
    static final int LARGE = 1_000_000;

    private static final double LARGEST_TAX = 600_000;

    /** The number of enterprises. */
    public int rows() {
        return land.length;
    }

    /** A made-up cohort: nothing is missing, and only tax and value added may be negative. */
    public static Cohort of(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] level = new double[INDUSTRIES];
        for (int i = 0; i < INDUSTRIES; i++) {
            level[i] = spread(random, 0.3);
        }
        Cohort cohort = new Cohort(new int[rows], new long[rows], new long[rows], new long[rows], new long[rows],
                new long[rows], new long[rows], new long[rows], new long[rows]);
        for (int row = 0; row < rows; row++) {
            cohort.fill(row, level, random);
        }
        return cohort;
    }

    private void fill(int row, double[] level, SplittableRandom random) {
        double u = random.nextDouble();
        industry[row] = (int) (INDUSTRIES * u * StrictMath.sqrt(u));
        land[row] = Math.round(100 * StrictMath.pow(300, random.nextDouble()));
        double size = land[row] * level[industry[row]];
        double taxed = Math.min(size * 5 * spread(random, 0.7), LARGEST_TAX);
        tax[row] = random.nextInt(50) == 0 ? -positive(taxed / 10) : positive(taxed);
        double added = size * 60 * spread(random, 0.7);
        valueAdded[row] = random.nextInt(100) == 0 ? -positive(added / 10) : positive(added);
        revenue[row] = positive(added * 4 * spread(random, 0.4));
        rd[row] = random.nextInt(4) == 0 ? 0 : Math.round(revenue[row] * 0.03 * spread(random, 0.8));
        energy[row] = positive(size * 20 * spread(random, 1));
        emission[row] = positive(size * 0.5 * spread(random, 1));
        employees[row] = positive(size * 0.04 * spread(random, 0.6));
    }

    private static long positive(double amount) {
        return Math.max(1, Math.round(amount));
    }

    /** A nearly log-normal factor with median 1. */
    private static double spread(SplittableRandom random, double sigma) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return StrictMath.exp(sigma * sum);
    }
}
