package io.mubiao.assess;

import io.mubiao.target.Goal;
import io.mubiao.target.Hole;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Target;
import io.mubiao.text.internal.Characters;
import io.mubiao.time.Span;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one target stands on a date (评估结果). Immutable. Numbers are exact; nothing is rounded before it is printed.
 *
 * <pre>{@code
 * Target target = Target.of("P03", "", Goal.total(Quantity.parse("10 万元", Units.builtIn())), Span.year(2024));
 * Register register = Register.of("demo", ZoneId.of("Asia/Shanghai"), target);
 * LocalDate day = LocalDate.of(2024, 9, 30);
 * ObservationLog log = ObservationLog.of(Observation.total("P03", day, Quantity.parse("7 万元", Units.builtIn())));
 * Assessment it = Mubiao.assess(register, log, day).get("P03");
 * System.out.println(it.status() + ", owed by now " + it.expected().orElseThrow()); // prints BEHIND, owed by now 7.5 万元
 * System.out.println(Display.percent(it.attainment().orElseThrow(), 2) + " %"); // prints 70.00 %
 * }</pre>
 */
public final class Assessment {
    private final Target target;
    private final int version;
    private final LocalDate asOf;
    private final Span term;
    private final PaceCurve curve;
    private final Goal goal;
    private final Verdict verdict;
    private final Pace pace;
    private final @Nullable Reason reason;
    private final String detail;
    private final boolean settled;
    private final @Nullable Quantity actual;
    private final @Nullable Quantity otherActual;
    private final @Nullable Quantity required;
    private final @Nullable Rational attainment;
    private final @Nullable Rational capped;
    private final @Nullable Rational expectedShare;
    private final @Nullable Quantity expected;
    private final @Nullable Quantity whole;
    /** Achieved ÷ {@link #whole}, where somebody has worked it out. */
    private final @Nullable Rational done;
    private final boolean ceiling;
    private final @Nullable LocalDate reachedOn;
    private final @Nullable GoalFacts facts;
    private final List<Supplier<Stream<Trace>>> trace;
    private final List<Note> notes;
    private final List<Opinion> opinions;

    Assessment(Case assessed, Finding found, List<Opinion> opinions) {
        target = assessed.target;
        version = assessed.version;
        asOf = assessed.asOf;
        term = assessed.term;
        curve = assessed.curve;
        goal = assessed.goal;
        verdict = found.verdict;
        pace = found.pace;
        reason = found.reason;
        detail = found.detail;
        settled = found.settled;
        actual = found.actual;
        otherActual = found.otherActual;
        required = found.required;
        attainment = found.attainment;
        capped = found.capped;
        expectedShare = found.expectedShare;
        expected = found.expected;
        whole = found.whole;
        done = found.whole != null && isSame(found.whole, found.required) ? found.done : null;
        ceiling = found.ceiling;
        reachedOn = found.reachedOn;
        facts = found.facts;
        trace = List.copyOf(found.trace);
        notes = found.notes.size() < 2
                ? List.copyOf(found.notes)
                : found.notes.stream().distinct().sorted(Comparator.comparing(Note::kind).thenComparing(Note::detail))
                        .toList();
        this.opinions = List.copyOf(opinions);
    }

    /** The target assessed. */
    public Target target() {
        return target;
    }

    /** The goal it was assessed against. */
    public Goal goal() {
        return goal;
    }

    /** The version of the goal: 0 for the original. */
    public int version() {
        return version;
    }

    /** The day, which counts as elapsed. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The period from its first day to the deadline that counted. */
    public Span term() {
        return term;
    }

    /** The curve that says what is owed by a day: the target's own, or that of the question. */
    public PaceCurve curve() {
        return curve;
    }

    /** The deadline that counted, included. */
    public LocalDate due() {
        return term.last();
    }

    /** The deadline as first set. */
    public LocalDate originalDue() {
        return target.deadline().original();
    }

    /** Whether what is required holds. */
    public Verdict verdict() {
        return verdict;
    }

    /** Whether enough is done by now. */
    public Pace pace() {
        return pace;
    }

    /** The one word for both. */
    public Status status() {
        return Status.of(verdict, pace);
    }

    /**
     * Whether later facts can no longer change whether what is required holds (a correction still can): the facts reach the
     * deadline, or nothing later counts. NOT_MET that is settled becomes MISSED with the deadline.
     */
    public boolean settled() {
        return settled;
    }

    /** Why there is no verdict on the facts. */
    public Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    /** What the reason is about: names, dates, units; may be empty. */
    public String detail() {
        return detail;
    }

    /** The parts that the document leaves open. */
    public List<Hole> holes() {
        return goal.holes();
    }

    /** What was achieved, on the basis that counts. */
    public Optional<Quantity> actual() {
        return Optional.ofNullable(actual);
    }

    /** What was achieved on the other basis (recognised beside reported, or the other way round). */
    public Optional<Quantity> otherActual() {
        return Optional.ofNullable(otherActual);
    }

    /** The number required, where there is one. */
    public Optional<Quantity> required() {
        return Optional.ofNullable(required);
    }

    /**
     * Raw attainment (完成率): achieved ÷ required, or required ÷ achieved where less is better; 1.2557 is 125.57 %. It
     * may be negative or above one; empty where the ratio says nothing.
     */
    public Optional<Rational> attainment() {
        return Optional.ofNullable(attainment);
    }

    /**
     * Attainment held between 0 and 1; 1 where what is required holds but no ratio says so. Of an exact or two-sided
     * requirement that does not hold, too much counts like too little: 70 of exactly 56 is 0.8.
     */
    public Optional<Rational> cappedAttainment() {
        if (capped != null || attainment == null) {
            return Optional.ofNullable(capped);
        }
        return Optional.of(attainment.max(Rational.ZERO).min(Rational.ONE));
    }

    /** The share of the whole that is owed by now, of a maximum that may be used by now, where a curve says so. */
    public Optional<Rational> expectedShare() {
        return Optional.ofNullable(expectedShare);
    }

    /** The amount owed by now, of a maximum allowed by now. */
    public Optional<Quantity> expected() {
        return Optional.ofNullable(expected);
    }

    /** Achieved ÷ owed by now; empty where nothing is owed yet. */
    public Optional<Rational> ofExpected() {
        return actual == null || expected == null || expected.amount().signum() == 0
                ? Optional.empty()
                : Optional.of(actual.ratioTo(expected));
    }

    /**
     * Ahead (positive) or behind (negative) in percentage points of the whole: attainment less the share owed by now;
     * for something that must not exceed a limit, the share owed less the share used.
     */
    public Optional<Rational> pointsAhead() {
        Optional<Rational> share = expectedShare == null ? Optional.empty() : doneShare();
        if (expectedShare == null || share.isEmpty()) {
            return Optional.empty();
        }
        Rational ahead = ceiling ? expectedShare.minus(share.get()) : share.get().minus(expectedShare);
        return Optional.of(ahead.times(Rational.HUNDRED));
    }

    /** The first day on which the curve reaches what was achieved; the day before the period for nothing at all. */
    public Optional<LocalDate> paceDay() {
        return expectedShare == null ? Optional.empty() : doneShare().flatMap(done -> curve.firstDayReaching(done, term));
    }

    /**
     * Days ahead (positive) or behind (negative). On a curve: {@link #paceDay()} against the as-of date. Of a milestone:
     * the deadline against the day it was reached, or against the as-of date once that is later. Never negative on
     * pace: a step curve reaches an amount days before it asks for more.
     */
    public OptionalLong daysAhead() {
        if (goal instanceof Goal.Milestone && verdict != Verdict.UNMEASURABLE) {
            LocalDate day = reachedOn != null ? reachedOn : verdict == Verdict.MISSED ? asOf : null;
            return day == null ? OptionalLong.empty() : OptionalLong.of(ChronoUnit.DAYS.between(day, term.last()));
        }
        Optional<LocalDate> day = paceDay();
        if (day.isEmpty()) {
            return OptionalLong.empty();
        }
        long days = ChronoUnit.DAYS.between(elapsedThrough(), day.get());
        long ahead = ceiling ? -days : days;
        return OptionalLong.of(pace == Pace.ON_PACE ? Math.max(0, ahead) : ahead);
    }

    /** The day an item reached its stage or a red line was first breached. */
    public Optional<LocalDate> reachedOn() {
        return Optional.ofNullable(reachedOn);
    }

    /** The rate so far, per day of the period elapsed; of cumulative amounts. */
    public Optional<Quantity> ratePerDay() {
        return expectedShare == null || actual == null || asOf.isBefore(term.first())
                ? Optional.empty()
                : Optional.of(actual.times(Rational.of(1, ChronoUnit.DAYS.between(term.first(), elapsedThrough()) + 1)));
    }

    /** The rate needed per day from tomorrow through the deadline; empty with nothing to do or no day left. */
    public Optional<Quantity> neededPerDay() {
        long left = ChronoUnit.DAYS.between(elapsedThrough(), term.last());
        if (expectedShare == null || actual == null || whole == null || ceiling || left <= 0) {
            return Optional.empty();
        }
        Quantity rest = whole.minus(actual);
        return rest.amount().signum() <= 0 ? Optional.empty() : Optional.of(rest.times(Rational.of(1, left)));
    }

    private LocalDate elapsedThrough() {
        return asOf.isBefore(term.last()) ? asOf : term.last();
    }

    private static boolean isSame(Object a, @Nullable Object b) {
        return a == b;
    }

    private Optional<Rational> doneShare() {
        if (done != null) {
            return Optional.of(done);
        }
        return actual == null || whole == null || whole.amount().signum() == 0
                ? Optional.empty()
                : Optional.of(actual.ratioTo(whole));
    }

    /** What the goal was judged on; empty where its document leaves a part open, or facts contradict each other. */
    public Optional<GoalFacts> facts() {
        return Optional.ofNullable(facts);
    }

    /** What a reader should know beside the numbers. */
    public List<Note> notes() {
        return notes;
    }

    /** What people judged; beside the verdict, never inside. */
    public List<Opinion> opinions() {
        return opinions;
    }

    /** How the verdict came about. */
    public List<Trace> trace() {
        List<Trace> all = new ArrayList<>();
        trace.forEach(steps -> steps.get().forEach(all::add));
        if (expectedShare != null && expected != null && whole != null) {
            Trace share = new Trace.Given(Term.EXPECTED_SHARE, Quantity.share(expectedShare));
            Trace everything = new Trace.Given(Term.REQUIRED, whole);
            all.add(Trace.calc(Term.EXPECTED, Trace.Op.TIMES_SHARE, everything, share));
        }
        return List.copyOf(all);
    }

    private List<@Nullable Object> parts() {
        return java.util.Arrays.asList(target, version, asOf, term, curve, verdict, pace, reason, detail, settled,
                actual, otherActual, required, attainment, capped, expectedShare, expected, whole, ceiling, reachedOn, facts, notes,
                opinions);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Assessment that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(target.id(), asOf, verdict, pace, actual);
    }

    /** One line: id, status, actual and required. */
    @Override
    public String toString() {
        String numbers = actual == null ? "" : " " + actual + (required == null ? "" : " of " + required);
        String why = reason == null ? "" : " (" + reason + (detail.isEmpty() ? "" : ": " + detail) + ")";
        return Characters.shown(target.id() + " " + status() + numbers + why);
    }
}
