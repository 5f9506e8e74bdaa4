package io.mubiao.method;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.List;

/**
 * Earned schedule: the period at which the plan had what is earned now.
 *
 * <p>Formula: ES = C + (EV − PV_C) ÷ (PV_{C+1} − PV_C), with C the last period whose planned value is not above EV and PV_0 =
 * 0; SPI(t) = ES ÷ t. Worked: planned 100, 250, 450, 500 after periods 1 to 4, earned 300 at t = 4: ES = 2 + 50 ÷ 200 =
 * 2.25, SPI(t) = 0.5625, 1.75 periods behind.
 *
 * <p>Edge cases: all that was planned is earned at the first period that plans it, so work finished late ends below 1
 * (SPI would end at 1); more than was planned earns no more. At t = 0 there is no SPI(t); of a plan of nothing there is
 * no ES. A plan that falls is refused.
 *
 * <p>Source: earned-value.com 2011.
 */
public final class EarnedSchedule {
    private EarnedSchedule() {}

    /**
     * Time earned.
     *
     * @param schedule ES, in periods
     * @param index SPI(t)
     * @param ahead ES − t: periods ahead (positive) or behind
     */
    public record Result(Figure schedule, Figure index, Figure ahead) {}

    /**
     * The time earned.
     *
     * @param planned the planned value after each period, cumulative
     * @param earned what is earned, at least zero
     * @param at the periods elapsed, at least zero
     */
    public static Result of(List<Quantity> planned, Quantity earned, Rational at) {
        checkArgument(at.signum() >= 0 && earned.amount().signum() >= 0, "earned and at must be >= 0, got %s and %s",
                earned, at);
        for (int i = 0; i < planned.size(); i++) {
            Quantity before = i == 0 ? planned.get(0).times(Rational.ZERO) : planned.get(i - 1);
            checkArgument(planned.get(i).compareAmount(before) >= 0,
                    "planned values must not fall, got %s after %s", planned.get(i), before);
        }
        FigureWorkings work = new FigureWorkings().with("t", "periods elapsed", at);
        Figure schedule = schedule(planned, earned);
        work.with(schedule);
        return new Result(schedule,
                work.work("spi_t", "schedule performance index in time", "es / t"),
                work.work("ahead", "periods ahead", "es - t"));
    }

    private static Figure schedule(List<Quantity> planned, Quantity earned) {
        if (planned.isEmpty() || planned.get(planned.size() - 1).amount().signum() <= 0) {
            return Figure.none("es", NoAnswer.NO_TARGET, "nothing is planned");
        }
        Quantity whole = planned.get(planned.size() - 1);
        int before = 0;
        while (before < planned.size() && planned.get(before).compareAmount(earned) <= 0
                && (before == 0 || planned.get(before - 1).compareAmount(whole) < 0)) {
            before++;
        }
        FigureWorkings work = new FigureWorkings().with("c", "periods earned in full", Rational.of(before));
        boolean all = before > 0 && planned.get(before - 1).compareAmount(whole) == 0;
        if (all) {
            return work.work("es", "earned schedule", "c");
        }
        Quantity floor = before == 0 ? earned.times(Rational.ZERO) : planned.get(before - 1);
        return work.with("ev", "earned value", earned).with("pv_c", "planned by then", floor)
                .with("pv_next", "planned a period later", planned.get(before))
                .work("es", "earned schedule", "c + (ev - pv_c) / (pv_next - pv_c)");
    }
}
