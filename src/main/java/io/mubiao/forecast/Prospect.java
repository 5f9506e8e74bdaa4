package io.mubiao.forecast;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.GoalFacts;
import io.mubiao.forecast.Forecast.CannotSay;
import io.mubiao.observe.LogView;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One target, looked at from the day through which it is known. */
final class Prospect {
    final ForecastSettings settings;
    final ObservationLog log;
    final Register register;
    final AsOf question;
    final Assessment now;
    final Target target;
    final Span term;
    /** The day of the latest figure, or through which the data is complete; never after the deadline. */
    final LocalDate lastFigure;
    /**
     * The day from which to look ahead: that of the latest figure while nothing more has come due since, else the as-of
     * date, on which the assessment itself takes the figure for the present one; never after the deadline.
     */
    final LocalDate asAt;

    Prospect(ForecastSettings settings, ObservationLog log, Assessments all, Assessment now) {
        this(settings, log, all.register(), all.question(), now);
    }

    private Prospect(ForecastSettings settings, ObservationLog log, Register register, AsOf question, Assessment now) {
        this.settings = settings;
        this.log = log;
        this.register = register;
        this.question = question;
        this.now = now;
        target = now.target();
        term = now.term();
        LocalDate end = now.asOf().isBefore(term.last()) ? now.asOf() : term.last();
        lastFigure = now.facts().flatMap(GoalFacts::asAt).filter(day -> day.isBefore(end)).orElse(end);
        Optional<Rational> owed = now.curve().shareBy(lastFigure, term);
        asAt = owed.isPresent() && owed.equals(now.curve().shareBy(end, term)) ? lastFigure : end;
    }

    /** The same target as it stood at the end of an earlier day, with what is known now. */
    Prospect on(LocalDate day) {
        AsOf earlier = question.date(day).version(now.version());
        return new Prospect(settings, log, register, question, Assessor.assess(register, log, earlier, target.id()));
    }

    LogView view() {
        return question.view(log, register.zone());
    }

    /** What the goal was judged on. */
    <T extends GoalFacts> T facts(Class<T> kind) {
        return kind.cast(now.facts().orElseThrow());
    }

    /** The share of the plan elapsed by the day things are known through. */
    Optional<Rational> elapsed() {
        return PlannedShare.by(asAt, now.curve(), term);
    }

    /** The share of the days elapsed. */
    Rational daysElapsed() {
        return PlannedShare.by(asAt, PaceCurve.days(), term).orElse(Rational.ZERO);
    }

    /** Why a share elapsed is none to extrapolate from. */
    Optional<Forecast> unfit(Optional<Rational> share) {
        if (share.isEmpty()) {
            return Optional.of(cannot(NoForecast.NO_PLAN, now.curve().toString()));
        }
        if (share.get().compareTo(settings.minimumShare()) < 0 || share.get().signum() == 0) {
            return Optional.of(cannot(NoForecast.TOO_EARLY, Quantity.share(share.get()) + " < "
                    + Quantity.share(settings.minimumShare())));
        }
        return share.get().equals(Rational.ONE) && asAt.isBefore(term.last())
                ? Optional.of(cannot(NoForecast.PLAN_OVER, asAt + " / " + term.last()))
                : Optional.empty();
    }

    static Forecast cannot(NoForecast why, String detail) {
        return new CannotSay(why, detail);
    }

    Workings workings(Object required, ForecastFigure... figures) {
        return workings(required, List.of(figures));
    }

    Workings workings(Object required, List<ForecastFigure> figures) {
        return new Workings(asAt, required.toString(), figures, Optional.empty(), Optional.empty());
    }

    /** What must happen from here, a day. */
    RequiredRate rate(Quantity done, Quantity target) {
        long left = ChronoUnit.DAYS.between(asAt, term.last());
        return RequiredRate.of(done, target, term.days() - left, left);
    }

    static Quantity in(Quantity value, Optional<Unit> unit) {
        return unit.filter(wanted -> wanted.isCompatibleWith(value.unit())).map(value::in).orElse(value);
    }
}
