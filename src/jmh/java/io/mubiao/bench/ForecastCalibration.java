package io.mubiao.bench;

import io.mubiao.forecast.PredictionInterval;
import io.mubiao.forecast.internal.CleanForecast;
import io.mubiao.forecast.internal.CountForecast;
import io.mubiao.forecast.internal.CoverageForecast;
import io.mubiao.forecast.internal.LevelForecast;
import io.mubiao.forecast.internal.PaceForecast;
import io.mubiao.target.Bound;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * How often an 80 % interval held, and what became of a given probability: thousands of simulated years for each world
 * and each share of the year elapsed, from a fixed seed. No JMH; run with
 *
 * <pre>mvn -q -B -Pbench test-compile exec:exec -Dbench.main=io.mubiao.bench.ForecastCalibration -Dbench=4000</pre>
 */
public final class ForecastCalibration {
    private static final BigDecimal LEVEL = new BigDecimal("0.8");
    private static final int[] MONTHS = {1, 3, 6, 9, 11};
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final double[] SEASON = {1, 1, 2, 3, 3, 2, 1, 1, 3, 3, 2, 2};

    private final Random random = new Random(20240630);
    private final int years;

    /** One prediction beside what came: whether the interval held, the probability given, whether it came true. */
    private record Trial(boolean held, double width, double chance, boolean hit) {}

    private interface World {
        Optional<Trial> year(int months);
    }

    private ForecastCalibration(int years) {
        this.years = years;
    }

    /** Prints the tables; the argument is the number of years per cell, 4000 if not given. */
    public static void main(String[] args) {
        ForecastCalibration it = new ForecastCalibration(args.length == 0 ? 4000 : Integer.parseInt(args[0]));
        System.out.printf("%d years per cell, seed 20240630; held %% = share of years whose 80 %% interval held,%n"
                + "in brackets the mean of (probability given - came true)²%n",
                it.years);
        System.out.printf("%-52s", "months elapsed");
        for (int months : MONTHS) {
            System.out.printf("%16d", months);
        }
        System.out.println();
        for (double rate : new double[] {2, 12, 62, 400}) {
            it.print("count, Poisson, " + (int) rate + " a year: NB", months -> it.count(rate, 1, false, months));
            it.print("count, Poisson, " + (int) rate + " a year: plug-in Poisson",
                    months -> it.count(rate, 1, true, months));
        }
        it.print("count, clumps of 2 (variance = 2 means), 62 a year: NB", m -> it.count(62, 2, false, m));
        it.print("count, clumps of 5 (variance = 5 means), 62 a year: NB", m -> it.count(62, 5, false, m));
        it.print("count, seasonal, 62 a year: NB, even plan", m -> it.seasonalCount(62, false, m));
        it.print("count, seasonal, 62 a year: NB, seasonal plan", m -> it.seasonalCount(62, true, m));
        it.print("amount, even months, 30 % scatter: linear pace", m -> it.amount(false, false, 0.3, m));
        it.print("amount, skewed months, 100 % scatter: linear pace", m -> it.amount(false, false, 1, m));
        it.print("amount, seasonal, 30 % scatter: linear pace", m -> it.amount(true, false, 0.3, m));
        it.print("amount, seasonal, 30 % scatter: seasonal pace", m -> it.amount(true, true, 0.3, m));
        it.print("coverage, growing list of 200, p uniform: beta-binomial", m -> it.growing(false, m));
        it.print("the same, p drifts upwards: beta-binomial", m -> it.growing(true, m));
        it.print("coverage, closed list of 40, even chance: beta-binomial", m -> it.closed(false, m));
        it.print("the same, done in the last quarter only", m -> it.closed(true, m));
        it.print("red line, up to one event a year, clean so far", m -> it.redLine(m));
        it.print("level, straight trend: regression, equal weights", m -> it.level(0, 0, 0, m));
        it.print("level, straight trend: regression, half-life 183 d", m -> it.level(0, 0, 183, m));
        it.print("level, trend turns in June: equal weights", m -> it.level(0, 1, 0, m));
        it.print("level, trend turns in June: half-life 183 d", m -> it.level(0, 1, 183, m));
        it.print("level, errors correlated 0.7: half-life 183 d", m -> it.level(0.7, 0, 183, m));
        it.print("level, random walk: half-life 183 d", m -> it.level(1, 0, 183, m));
    }

    private void print(String name, World world) {
        System.out.printf("%-52s", name);
        for (int months : MONTHS) {
            int held = 0;
            int all = 0;
            double brier = 0;
            for (int i = 0; i < years; i++) {
                Optional<Trial> trial = world.year(months);
                if (trial.isPresent()) {
                    all++;
                    held += trial.get().held() ? 1 : 0;
                    brier += Math.pow(trial.get().chance() - (trial.get().hit() ? 1 : 0), 2);
                }
            }
            System.out.printf(all == 0 ? "%16s" : "%9.1f (%.3f)", all == 0 ? "-" : 100.0 * held / all, brier / all);
        }
        System.out.println();
    }

    private long poisson(double mean) {
        return mean <= 0 ? 0 : new org.apache.commons.math3.distribution.PoissonDistribution(mean)
                .inverseCumulativeProbability(random.nextDouble());
    }

    /** A year's rate is itself drawn (uniform, half to one and a half), so the target is neither easy nor hopeless. */
    private Optional<Trial> count(double perYear, int clump, boolean plugIn, int months) {
        double rate = perYear * (0.5 + random.nextDouble());
        long done = clump * poisson(rate / clump * months / 12);
        long total = done + clump * poisson(rate / clump * (12 - months) / 12);
        return Optional.of(counted(done, total, Rational.of(months, 12), Math.round(perYear), plugIn));
    }

    private Optional<Trial> seasonalCount(double perYear, boolean planned, int months) {
        double share = season(months);
        double rate = perYear * (0.5 + random.nextDouble());
        long done = poisson(rate * share);
        long total = done + poisson(rate * (1 - share));
        Rational elapsed = planned ? Rational.of(Math.round(share * 24), 24) : Rational.of(months, 12);
        return Optional.of(counted(done, total, elapsed, Math.round(perYear), false));
    }

    private static double season(int months) {
        double sum = 0;
        for (int i = 0; i < months; i++) {
            sum += SEASON[i] / 24;
        }
        return sum;
    }

    private Trial counted(long done, long total, Rational elapsed, long target, boolean plugIn) {
        if (plugIn) {
            double f = elapsed.numerator().doubleValue() / elapsed.denominator().doubleValue();
            double mean = done * (1 - f) / f;
            if (mean == 0) {
                return new Trial(total == done, 0, done >= target ? 1 : 0, total >= target);
            }
            var rest = new org.apache.commons.math3.distribution.PoissonDistribution(mean);
            int low = rest.inverseCumulativeProbability(0.1);
            int high = rest.inverseCumulativeProbability(0.9);
            double chance = target <= done ? 1 : 1 - rest.cumulativeProbability((int) (target - done - 1));
            return new Trial(total - done >= low && total - done <= high, high - low, chance, total >= target);
        }
        CountForecast count = CountForecast.of(done, elapsed, target);
        return new Trial(count.low() <= total && total <= count.high(), count.high() - count.low(),
                count.probability().doubleValue(), total >= target);
    }

    private Optional<Trial> amount(boolean seasonal, boolean planned, double scatter, int months) {
        List<PaceForecast.Part> parts = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < 12; i++) {
            double mean = seasonal ? SEASON[i] / 24 * 120 : 10;
            double value = scatter >= 1 ? -mean * Math.log(1 - random.nextDouble())
                    : Math.max(0, mean * (1 + scatter * random.nextGaussian()));
            total += value;
            if (i < months) {
                Rational share = planned ? Rational.of(Math.round(SEASON[i]), 24) : Rational.of(1, 12);
                parts.add(new PaceForecast.Part(share, quantity(value)));
            }
        }
        PaceForecast pace = PaceForecast.of(parts);
        Bound bound = Bound.atLeast(quantity(120));
        double came = total;
        return pace.interval(LEVEL).map(interval -> trial(interval, came, pace.probability(bound).orElseThrow(),
                came >= 120));
    }

    private static Trial trial(PredictionInterval interval, double came, BigDecimal chance, boolean hit) {
        double low = interval.low().decimal().orElseThrow().doubleValue();
        double high = interval.high().decimal().orElseThrow().doubleValue();
        return new Trial(low - 1e-6 <= came && came <= high + 1e-6, high - low, chance.doubleValue(), hit);
    }

    private static Quantity quantity(double value) {
        return Quantity.of(BigDecimal.valueOf(value).setScale(6, java.math.RoundingMode.HALF_UP), Unit.NONE);
    }

    private Optional<Trial> growing(boolean drifts, int months) {
        double p = random.nextDouble();
        int decided = 200 * months / 12;
        int satisfied = 0;
        int all = 0;
        for (int i = 0; i < 200; i++) {
            boolean yes = random.nextDouble() < (drifts ? p + (1 - p) * i / 400 : p);
            all += yes ? 1 : 0;
            satisfied += yes && i < decided ? 1 : 0;
        }
        return Optional.of(share(CoverageForecast.of(satisfied, decided, 200 - decided, LEVEL), all, 200));
    }

    private Optional<Trial> closed(boolean late, int months) {
        double left = random.nextDouble();
        int done = 0;
        int all = 0;
        for (int i = 0; i < 40; i++) {
            double when = late ? (random.nextDouble() < left ? 1.5 : 0.75 + random.nextDouble() / 4)
                    : Math.log(1 - random.nextDouble()) / Math.log(left);
            all += when <= 1 ? 1 : 0;
            done += when <= months / 12.0 ? 1 : 0;
        }
        return Optional.of(share(CoverageForecast.ofOpen(done, 40 - done, Rational.of(months, 12), LEVEL), all, 40));
    }

    private static Trial share(CoverageForecast share, int came, int of) {
        Bound bound = Bound.atLeast(Quantity.share(Rational.of(4, 5)));
        return new Trial(share.low() <= came && came <= share.high(), share.high() - share.low(),
                share.probability(bound).doubleValue(), came * 5 >= of * 4);
    }

    /** Only years that are clean so far have a forecast. */
    private Optional<Trial> redLine(int months) {
        double rate = random.nextDouble();
        if (poisson(rate * months / 12) > 0) {
            return Optional.empty();
        }
        long came = poisson(rate * (12 - months) / 12);
        CleanForecast line = CleanForecast.of(months, 12 - months);
        return Optional.of(new Trial(line.low(LEVEL) <= came && came <= line.high(LEVEL), line.high(LEVEL),
                line.probability().doubleValue(), came == 0));
    }

    private Optional<Trial> level(double memory, double turn, int halfLife, int months) {
        double slope = random.nextGaussian();
        double after = turn == 0 ? slope : random.nextGaussian();
        double value = 50;
        double error = 0;
        List<LevelForecast.Point> points = new ArrayList<>();
        double came = 0;
        for (int i = 0; i < 12; i++) {
            value += memory == 1 ? 0 : i < 6 ? slope : after;
            error = memory * error + random.nextGaussian();
            came = value + error;
            if (i < months) {
                points.add(new LevelForecast.Point(FIRST.plusMonths(i + 1).minusDays(1), quantity(came)));
            }
        }
        double end = came;
        return LevelForecast.of(points, LocalDate.of(2024, 12, 31), halfLife).map(line -> trial(line.interval(LEVEL), end,
                line.probability(Bound.atLeast(quantity(50))), end >= 50));
    }
}
