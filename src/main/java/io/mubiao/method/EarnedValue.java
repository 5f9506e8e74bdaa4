package io.mubiao.method;

import io.mubiao.assess.Assessment;
import io.mubiao.value.Quantity;

/**
 * Earned value: what was done against what was planned and what it cost.
 *
 * <p>Formula: SPI = EV ÷ PV, CPI = EV ÷ AC, EAC = BAC ÷ CPI, TCPI = (BAC − EV) ÷ (BAC − AC). Worked: PV 100,000, EV 110,000,
 * AC 95,000, BAC 500,000: SPI 1.10, CPI 1.157895, EAC 431,818.18, TCPI 0.962963.
 *
 * <p>Edge cases: PV = 0 leaves SPI undefined, not 0 or 1; so does AC = 0 with CPI, EV = 0 with EAC (through CPI = 0), and
 * BAC = AC with TCPI. SPI ends at 1 however late the work is: judge time by {@link EarnedSchedule}.
 *
 * <p>Source: planningplanet.com 778434; an EVMS fixture (which states CPI as 1.16 within 0.005: a rounded oracle).
 */
public final class EarnedValue {
    private EarnedValue() {}

    /** The four figures. */
    public record Result(Figure spi, Figure cpi, Figure eac, Figure tcpi) {}

    /**
     * All four.
     *
     * @param planned planned value so far (PV, BCWS)
     * @param earned earned value so far (EV, BCWP)
     * @param cost actual cost so far (AC, ACWP)
     * @param budget the whole budget (BAC)
     */
    public static Result of(Quantity planned, Quantity earned, Quantity cost, Quantity budget) {
        FigureWorkings work = new FigureWorkings().with("pv", "planned value", planned).with("ev", "earned value", earned)
                .with("ac", "actual cost", cost).with("bac", "budget at completion", budget);
        Figure spi = work.work("spi", "schedule performance index", "ev / pv");
        Figure cpi = work.work("cpi", "cost performance index", "ev / ac");
        Figure eac = work.work("eac", "estimate at completion", "bac / cpi");
        return new Result(spi, cpi, eac, work.work("tcpi", "to-complete performance index", "(bac - ev) / (bac - ac)"));
    }

    /** SPI of an assessed target: achieved ÷ owed by now; without a curve nothing is planned, so there is none. */
    public static Figure spi(Assessment assessment) {
        FigureWorkings work = new FigureWorkings().with(Assessed.now(assessment));
        work.with(assessment.expected().map(owed -> Figure.given("pv", "owed by now", owed))
                .orElseGet(() -> Figure.none("pv", NoAnswer.NO_TARGET, assessment.target().id() + " owes nothing by now")));
        return work.work("spi", "schedule performance index", "now / pv");
    }
}
