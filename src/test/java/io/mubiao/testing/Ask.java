package io.mubiao.testing;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Short ways to ask about one target {@code T} of 2024, in Asia/Shanghai, through the public entry. */
public final class Ask {
    /** The zone of every register here. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** The built-in units and a few measure words. */
    public static final Units UNITS = Units.builtIn().with("个", "所", "件", "起", "次", "部", "套");

    private Ask() {}

    /** A quantity from text. */
    public static Quantity q(String text) {
        return Quantity.parse(text, UNITS);
    }

    /** A bound from text. */
    public static Bound bound(String text) {
        return Bound.parse(text, UNITS);
    }

    /** A day from {@code MM-dd} of 2024 or a full ISO date. */
    public static LocalDate day(String text) {
        return LocalDate.parse(text.length() == 5 ? "2024-" + text : text);
    }

    /** An instant at a local time of the zone, from {@code 2024-03-31T23:59}. */
    public static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /** A running total of {@code T}. */
    public static Observation.Total total(String on, String amount) {
        return Observation.total("T", day(on), q(amount));
    }

    /** A level of {@code T}. */
    public static Observation.Level level(String on, String value) {
        return Observation.level("T", day(on), q(value));
    }

    /** An increment of {@code T}; the span as {@code 2024-01-01/2024-01-31}. */
    public static Observation.Increment increment(String span, String amount) {
        return Observation.increment("T", Span.parse(span), q(amount));
    }

    /** An event of {@code T}. */
    public static Observation.Event event(String on) {
        return Observation.event("T", day(on));
    }

    /** {@code T} is complete from the first of January through a day. */
    public static Observation.Complete completeThrough(String day) {
        return Observation.complete("T", new Span(day("01-01"), day(day)));
    }

    /** The target {@code T} of 2024. */
    public static Target.Builder target(Goal goal) {
        return Target.builder("T", goal, Span.year(2024)).title("某项任务");
    }

    /** Where the target stands at the end of a day, everything known. */
    public static Assessment assess(Goal goal, String asOf, Observation... observations) {
        return assess(target(goal).build(), asOf, observations);
    }

    /** Where a target named {@code T} stands at the end of a day, everything known. */
    public static Assessment assess(Target target, String asOf, Observation... observations) {
        return assess(target, AsOf.of(day(asOf)), observations);
    }

    /** Where a target named {@code T} stands. */
    public static Assessment assess(Target target, AsOf question, Observation... observations) {
        return Assessor.assess(register(target), ObservationLog.of(observations), question).get("T");
    }

    /** A register of these targets. */
    public static Register register(Target... targets) {
        return Register.of("r", ZONE, targets);
    }

    /** A share of one as a percentage with two digits. */
    public static String percent(Rational share) {
        return share.times(Rational.HUNDRED).round(Rounding.halfUp(2)).toPlainString();
    }

    /** The texts of the facts of a term in the trace. */
    public static List<String> facts(Assessment assessment, Term term) {
        return assessment.trace().stream()
                .filter(step -> step.term() == term && step instanceof Trace.Fact)
                .map(step -> ((Trace.Fact) step).text()).toList();
    }

    /** The attainment, raw and capped, in percent with two digits; {@code -} where there is none. */
    public static String attainment(Assessment assessment) {
        return assessment.attainment().map(Ask::percent).orElse("-") + " / "
                + assessment.cappedAttainment().map(Ask::percent).orElse("-");
    }
}
