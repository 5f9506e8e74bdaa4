package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import io.mubiao.time.Span;
import io.mubiao.time.WorkCalendar;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What share of the whole is owed by the end of a day (序时进度). Immutable. Shares never fall as days pass; before the
 * term the share is 0, at its last day and after it 1.
 */
public sealed interface PaceCurve {
    /** The share owed by the end of a day, from 0 to 1; empty where the curve says nothing (annual-only). */
    Optional<Rational> shareBy(LocalDate day, Span term);

    /**
     * The share of a maximum that may be used by the end of a day: what is owed by then, on a curve that moves by steps by
     * the end of the step that is running; empty where the curve says nothing.
     */
    default Optional<Rational> allowedBy(LocalDate day, Span term) {
        return shareBy(day, term);
    }

    /** The first day of the term on which the curve reaches a share; empty where it says nothing. */
    default Optional<LocalDate> firstDayReaching(Rational share, Span term) {
        Rational wanted = share.min(Rational.ONE);
        long low = -1;
        long high = term.days() - 1;
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2);
            Optional<Rational> there = shareBy(term.first().plusDays(middle), term);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            if (there.get().compareTo(wanted) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Optional.of(term.first().plusDays(high));
    }

    /**
     * Completed months over all months of the term; a month completes on its last day: 25 % on 31 March, 11/12 on 30
     * November (Xuancheng practice). A last month cut short completes with the term.
     */
    record Months() implements PaceCurve {
        @Override
        public Optional<Rational> shareBy(LocalDate day, Span term) {
            return Optional.of(edge(day, term)
                    .orElseGet(() -> Rational.of(completedMonths(day, term), monthsOf(term))));
        }

        @Override
        public Optional<LocalDate> firstDayReaching(Rational share, Span term) {
            long months = monthsOf(term);
            Rational exact = share.min(Rational.ONE).max(Rational.ZERO).times(months);
            long needed = ceiling(exact);
            LocalDate day = term.first().plusMonths(needed).minusDays(1);
            return Optional.of(day.isAfter(term.last()) ? term.last() : day);
        }

        @Override
        public Optional<Rational> allowedBy(LocalDate day, Span term) {
            return shareBy(endOfMonth(day, term), term);
        }

        @Override
        public String toString() {
            return "months";
        }
    }

    /** Elapsed days over all days, the day itself counted: 182/366 on 30 June 2024. */
    record Days() implements PaceCurve {
        @Override
        public Optional<Rational> shareBy(LocalDate day, Span term) {
            return Optional.of(edge(day, term).orElseGet(
                    () -> Rational.of(ChronoUnit.DAYS.between(term.first(), day) + 1, term.days())));
        }

        @Override
        public Optional<LocalDate> firstDayReaching(Rational share, Span term) {
            long needed = ceiling(share.min(Rational.ONE).max(Rational.ZERO).times(term.days()));
            return Optional.of(term.first().plusDays(needed - 1));
        }

        @Override
        public String toString() {
            return "days";
        }
    }

    /** Elapsed working days over all working days of the term; says nothing for a term without any. */
    record WorkingDays(WorkCalendar calendar) implements PaceCurve {
        public WorkingDays {
            requireNonNull(calendar, "calendar");
        }

        @Override
        public Optional<Rational> shareBy(LocalDate day, Span term) {
            long all = calendar.workingDays(term.first(), term.last());
            if (all == 0) {
                return Optional.empty();
            }
            return Optional.of(edge(day, term)
                    .orElseGet(() -> Rational.of(calendar.workingDays(term.first(), day), all)));
        }

        @Override
        public String toString() {
            return "working-days " + calendar.id();
        }
    }

    /** A weight per month of the term, added as each month completes; the weights sum to 1. */
    record Seasonal(List<Rational> weights) implements PaceCurve {
        public Seasonal {
            weights = List.copyOf(weights);
            Rational sum = Rational.sum(weights);
            if (!sum.equals(Rational.ONE)) {
                throw new IllegalArgumentException("seasonal weights must sum to 1, got " + sum + " from " + weights);
            }
            if (weights.stream().anyMatch(weight -> weight.signum() < 0)) {
                throw new IllegalArgumentException("seasonal weights must be >= 0, got " + weights);
            }
        }

        @Override
        public Optional<Rational> shareBy(LocalDate day, Span term) {
            return Optional.of(edge(day, term).orElseGet(() -> weights.stream()
                    .limit(completedMonths(day, term))
                    .reduce(Rational.ZERO, Rational::plus)));
        }

        @Override
        public Optional<Rational> allowedBy(LocalDate day, Span term) {
            return shareBy(endOfMonth(day, term), term);
        }

        @Override
        public String toString() {
            return "seasonal " + weights;
        }
    }

    /** A published plan: the share owed by given days; between two of them what the earlier one says. */
    record Plan(List<Point> points) implements PaceCurve {
        public Plan {
            points = List.copyOf(points);
            Rational last = Rational.ZERO;
            LocalDate before = LocalDate.MIN;
            for (Point point : points) {
                if (!point.on().isAfter(before) || point.share().compareTo(last) < 0) {
                    throw new IllegalArgumentException(
                            "plan points must have rising days and shares that do not fall, got " + points);
                }
                before = point.on();
                last = point.share();
            }
            if (!last.equals(Rational.ONE)) {
                throw new IllegalArgumentException("plan must end at 100 %, got " + points);
            }
        }

        @Override
        public Optional<Rational> shareBy(LocalDate day, Span term) {
            Optional<Rational> edge = edge(day, term);
            if (edge.isPresent()) {
                return edge;
            }
            Rational share = Rational.ZERO;
            for (Point point : points) {
                if (point.on().isAfter(day)) {
                    break;
                }
                share = point.share();
            }
            return Optional.of(share);
        }

        @Override
        public Optional<Rational> allowedBy(LocalDate day, Span term) {
            LocalDate next = points.stream().map(Point::on).filter(on -> !on.isBefore(day)).findFirst().orElse(day);
            return day.isBefore(term.first()) ? shareBy(day, term) : shareBy(next, term);
        }

        @Override
        public String toString() {
            return "plan " + points;
        }
    }

    /** One point of a plan: a share from 0 to 1 owed by the end of a day. */
    record Point(LocalDate on, Rational share) {
        public Point {
            requireNonNull(on, "on");
            requireNonNull(share, "share");
            if (share.signum() < 0 || share.compareTo(Rational.ONE) > 0) {
                throw new IllegalArgumentException("share must be between 0 % and 100 %, got " + share);
            }
        }

        @Override
        public String toString() {
            return on + "=" + share;
        }
    }

    /** Judged at the end only (年度指标): never ahead, never behind, left out of pace counts. */
    record AnnualOnly() implements PaceCurve {
        @Override
        public Optional<Rational> shareBy(LocalDate day, Span term) {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "annual-only";
        }
    }

    /** Completed months over all months. */
    static PaceCurve months() {
        return new Months();
    }

    /** Elapsed days over all days. */
    static PaceCurve days() {
        return new Days();
    }

    /** Elapsed working days over all working days. */
    static PaceCurve workingDays(WorkCalendar calendar) {
        return new WorkingDays(calendar);
    }

    /** A weight per month of the term. */
    static PaceCurve seasonal(List<Rational> weights) {
        return new Seasonal(weights);
    }

    /** An explicit plan. */
    static PaceCurve plan(Point... points) {
        return new Plan(List.of(points));
    }

    /** Judged at the end only. */
    static PaceCurve annualOnly() {
        return new AnnualOnly();
    }

    private static Optional<Rational> edge(LocalDate day, Span term) {
        if (day.isBefore(term.first())) {
            return Optional.of(Rational.ZERO);
        }
        return day.isBefore(term.last()) ? Optional.empty() : Optional.of(Rational.ONE);
    }

    private static long monthsOf(Span term) {
        return completedMonths(term.last(), term) + (isWholeMonths(term) ? 0 : 1);
    }

    private static boolean isWholeMonths(Span term) {
        return term.first().plusMonths(completedMonths(term.last(), term)).minusDays(1).equals(term.last());
    }

    private static long completedMonths(LocalDate day, Span term) {
        long months = Math.max(0, ChronoUnit.MONTHS.between(term.first(), day.plusDays(1)));
        while (!term.first().plusMonths(months + 1).minusDays(1).isAfter(day)) {
            months++;
        }
        return months;
    }

    /** The end of the month of a term that runs on a day; before the term that day. */
    private static LocalDate endOfMonth(LocalDate day, Span term) {
        return day.isBefore(term.first()) ? day
                : term.first().plusMonths(completedMonths(day.minusDays(1), term) + 1).minusDays(1);
    }

    private static long ceiling(Rational value) {
        return value.round(new io.mubiao.value.Rounding(0, java.math.RoundingMode.CEILING)).longValueExact();
    }
}
