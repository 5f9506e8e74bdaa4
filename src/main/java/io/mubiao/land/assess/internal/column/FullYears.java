package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Frame;
import io.mubiao.formula.internal.Num;
import io.mubiao.value.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Days that are moved, and completed years between a day and a fixed one, looked up by the day. They never rise with the earlier day nor fall with the
 * later one, so between two days with the same number of years all have that. Days more than some 170 years away are left to
 * the exact evaluator.
 */
final class FullYears extends Vec {
    private static final int MOST_DAYS = 1 << 16;
    private static final double MOST_SHIFTED = 0x1p20;
    private static final Frame NO_ROW = new Frame() {
        @Override
        public Value number(int slot) {
            throw new IllegalStateException("days alone");
        }

        @Override
        public @Nullable String text(int slot) {
            throw new IllegalStateException("days alone");
        }
    };

    private final Vec day;
    private final int first;
    private final double[] years;

    private FullYears(Vec day, int first, double[] years, double low, double high) {
        super(Rational.ONE, low, high, 0, 0, true);
        this.day = day;
        this.first = first;
        this.years = years;
    }

    /** @throws VecCompiler.Unfit if neither is fixed */
    static Vec of(Vec from, Vec to) {
        boolean isFrom = to instanceof Constant;
        Vec day = isFrom ? from : to;
        Constant fixed = isFrom ? (Constant) to : from instanceof Constant it ? it : null;
        if (fixed == null || !day.whole || !day.factor.equals(Rational.ONE)
                || fixed.number.abs().compareTo(Rational.of(1L << 24)) > 0) {
            throw new VecCompiler.Unfit();
        }
        int middle = fixed.number.numerator().intValueExact();
        int first = (int) Math.max(middle - MOST_DAYS, Math.min(day.low, middle + MOST_DAYS));
        int last = (int) Math.min(middle + MOST_DAYS, Math.max(day.high, middle - MOST_DAYS));
        double[] years = new double[Math.max(1, last - first + 1)];
        years[0] = years(first, fixed.number, isFrom);
        years[years.length - 1] = years(first + years.length - 1, fixed.number, isFrom);
        fill(years, 0, years.length - 1, first, fixed.number, isFrom);
        double low = Math.min(years[0], years[years.length - 1]);
        return new FullYears(day, first, years, low, Math.max(years[0], years[years.length - 1]));
    }

    /**
     * The day so many years or months later, where that number is fixed.
     *
     * @param months how many months one of them has
     * @throws VecCompiler.Unfit if it is not, or days are no whole numbers
     */
    static Vec later(Vec day, Vec count, int months) {
        if (!(count instanceof Constant fixed) || !fixed.number.denominator().equals(java.math.BigInteger.ONE)
                || fixed.number.abs().compareTo(Rational.of(1_200)) > 0 || !day.whole || !day.factor.equals(Rational.ONE)) {
            throw new VecCompiler.Unfit();
        }
        long more = fixed.number.numerator().longValueExact() * months;
        return new Vec(Rational.ONE, -MOST_SHIFTED, MOST_SHIFTED, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                day.rows(block, into);
                for (int i = 0; i < block.rows; i++) {
                    boolean isNear = Math.abs(into[i]) <= MOST_DAYS;
                    into[i] = isNear ? java.time.LocalDate.ofEpochDay((long) into[i]).plusMonths(more).toEpochDay() : Double.NaN;
                }
            }
        };
    }

    private static void fill(double[] years, int from, int to, int first, Rational fixed, boolean isFrom) {
        if (years[from] == years[to]) {
            java.util.Arrays.fill(years, from, to, years[from]);
        } else if (to - from > 1) {
            int middle = (from + to) >>> 1;
            years[middle] = years(first + middle, fixed, isFrom);
            fill(years, from, middle, first, fixed, isFrom);
            fill(years, middle, to, first, fixed, isFrom);
        }
    }

    private static double years(int day, Rational fixed, boolean isFrom) {
        Num own = new Num.Const(Rational.of(day));
        Num other = new Num.Const(fixed);
        return new Num.Binary(Num.Op.FULL_YEARS, isFrom ? own : other, isFrom ? other : own).value(NO_ROW).number().low()
                .numerator().doubleValue();
    }

    @Override
    void rows(Block block, double[] into) {
        day.rows(block, into);
        double last = first + years.length - 1.0;
        for (int i = 0; i < block.rows; i++) {
            into[i] = into[i] >= first && into[i] <= last ? years[(int) into[i] - first] : Double.NaN;
        }
    }
}
