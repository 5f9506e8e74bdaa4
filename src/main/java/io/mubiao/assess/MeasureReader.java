package io.mubiao.assess;

import io.mubiao.assess.GoalFacts.Measured;
import io.mubiao.assess.internal.EventsOf;
import io.mubiao.assess.internal.LatestOf;
import io.mubiao.observe.Basis;
import io.mubiao.observe.IncrementScan;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Event;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation.Total;
import io.mubiao.target.Measure;
import io.mubiao.target.Tiers;
import io.mubiao.time.Span;
import io.mubiao.trace.Evidence;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.UnitMismatchException;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The value of a measure over the days of a window. */
final class MeasureReader {
    /** Running totals that count from the first day of the window, and from another. */
    private static final String FROM_FIRST = "first";
    private static final String FROM_OTHER = "other";

    private static final Unit EVENTS = Units.builtIn().with("件").get("件");

    private final Case assessed;
    private final Basis basis;
    private final @Nullable Unit unit;

    MeasureReader(Case assessed, Basis basis, Optional<Unit> unit) {
        this.assessed = assessed;
        this.basis = basis;
        this.unit = unit.orElse(null);
    }

    /** Whether any stream of a measure ever held an observation of a basis. */
    static boolean isObserved(Case assessed, Measure measure, Basis basis) {
        if (measure instanceof Measure.Ratio ratio) {
            return isObserved(assessed, ratio.numerator(), basis) || isObserved(assessed, ratio.denominator(), basis);
        }
        return assessed.view.has(assessed.stream(Case.streamOf(measure)), basis);
    }

    /** The last day for which anything is known of a measure; of a ratio that of the part that ends first. */
    static Optional<LocalDate> knownThrough(Case assessed, Measure measure, Measured figure) {
        if (measure instanceof Measure.Ratio ratio && figure.parts().size() == 2) {
            Optional<LocalDate> above = knownThrough(assessed, ratio.numerator(), figure.parts().get(0));
            Optional<LocalDate> below = knownThrough(assessed, ratio.denominator(), figure.parts().get(1));
            return above.flatMap(one -> below.map(other -> one.isBefore(other) ? one : other));
        }
        return measure instanceof Measure.Ratio ? figure.asAt()
                : assessed.knownThrough(assessed.stream(Case.streamOf(measure)), figure.asAt());
    }

    Read read(Measure measure, Span window) {
        if (measure instanceof Measure.Total total) {
            return total(assessed.stream(total.stream()), window);
        }
        if (measure instanceof Measure.Level level) {
            return level(assessed.stream(level.stream()), window);
        }
        if (measure instanceof Measure.Count count) {
            return count(assessed.stream(count.stream()), window);
        }
        if (measure instanceof Measure.Sum sum) {
            return sum(assessed.stream(sum.stream()), sum.attribute(), window);
        }
        return ratio((Measure.Ratio) measure, window);
    }

    private Read total(String stream, Span window) {
        IncrementScan increments = assessed.scan(stream, basis, window);
        if (increments.counted() + increments.leftOut() > 0 && !assessed.view.holds(stream, Total.class)) {
            return sum(stream, increments, window);
        }
        LatestOf<Total> totals = latest(stream, Total.class, window, total -> countsFrom(total, window.first()) ? FROM_FIRST : FROM_OTHER);
        Total last = totals.get(FROM_FIRST).orElse(null);
        if (last != null && increments.counted() > 0) {
            return Read.refused(Reason.MIXED_KINDS, "stream '" + stream + "' has running totals and increments");
        }
        String others = String.join(", ", totals.ids(FROM_OTHER));
        if (last == null && increments.counted() + increments.leftOut() > 0) {
            return noting(sum(stream, increments, window), others);
        }
        if (last == null && !others.isEmpty()) {
            return Read.refused(Reason.WRONG_KIND, "running totals " + others + " do not count from " + window.first());
        }
        if (last == null) {
            return assessed.view.has(stream, Level.class)
                    ? Read.refused(Reason.WRONG_KIND, "stream '" + stream + "' holds levels, which are never summed")
                    : Read.nothing(stream);
        }
        Read read = beside(totals, FROM_FIRST, Total::amount, known(last.amount(), assessed.view.date(last.on()), last.entry().id()));
        return noting(read, others);
    }

    private static Read noting(Read read, String others) {
        return others.isEmpty() ? read : read.noting(new Note(Note.Kind.OTHER_BEGINNING, others));
    }

    private <T extends Observation & Observation.Dated> LatestOf<T> latest(String stream, Class<T> kind, Span window,
            Function<T, String> about) {
        return assessed.fold(kind, stream, basis, window,
                () -> new LatestOf<>(assessed.view, stream, kind, basis, window::contains, about));
    }

    private static boolean countsFrom(Total total, LocalDate first) {
        return total.since().filter(day -> !day.equals(first)).isEmpty();
    }

    private Read sum(String stream, IncrementScan increments, Span window) {
        Optional<List<String>> overlap = increments.overlap();
        if (overlap.isPresent()) {
            return Read.refused(Reason.OVERLAPPING_INCREMENTS, String.join(" and ", overlap.get()));
        }
        List<Note> notes = increments.leftOut() == 0
                ? List.of()
                : List.of(new Note(Note.Kind.LEFT_OUT, Long.toString(increments.leftOut())));
        Optional<Quantity> sum;
        try {
            sum = unit == null ? increments.sum() : increments.sum(unit);
        } catch (UnitMismatchException e) {
            return Read.refused(Reason.UNIT_MISMATCH, units(e));
        }
        Optional<LocalDate> asAt = sum.map(some -> increments.lastDay().orElse(window.last()));
        Measured figure = new Measured(sum, asAt, true, evidence(increments.snapshot()),
                evidence(increments.leftOutSnapshot()), List.of());
        return sum.isPresent() ? new Read(figure, null, "", notes)
                : new Read(figure, Reason.NO_OBSERVATION, "stream '" + stream + "' has nothing in " + window, notes);
    }

    private static Evidence evidence(IncrementScan.Snapshot some) {
        return some.count() == 0 ? Evidence.NONE : Evidence.of(some.count(), some::ids);
    }

    private Read level(String stream, Span window) {
        LatestOf<Level> levels = latest(stream, Level.class, window, Level::member);
        Level last = levels.get("").orElse(null);
        if (last == null) {
            boolean other = assessed.view.has(stream, Total.class) || assessed.view.has(stream, Increment.class);
            return other
                    ? Read.refused(Reason.WRONG_KIND, "stream '" + stream + "' holds amounts, but a level is measured")
                    : Read.nothing(stream);
        }
        return beside(levels, "", Level::value, known(last.value(), assessed.view.date(last.on()), last.entry().id()));
    }

    /** Tells of a figure what other sources say of its day. */
    private <T extends Observation & Observation.Dated> Read beside(LatestOf<T> latest, String group, Function<T, Quantity> figure, Read read) {
        Optional<Quantity> counts = read.figure().value();
        List<String> others = latest.beside(group).filter(it -> counts.filter(value -> isSame(value, figure.apply(it))).isEmpty())
                .map(it -> figure.apply(it) + " (" + it.entry().source() + ", " + it.entry().id() + ")").toList();
        return others.isEmpty() ? read : read.noting(new Note(Note.Kind.OTHER_SOURCE, String.join("; ", others)));
    }

    private static boolean isSame(Quantity one, Quantity other) {
        return one.unit().isCompatibleWith(other.unit()) && one.compareAmount(other) == 0;
    }

    private Read count(String stream, Span window) {
        EventsOf events = assessed.fold(Measure.Count.class, stream, basis, window,
                () -> new EventsOf(assessed.view, stream, basis, window::contains, this::use));
        Optional<LocalDate> complete = assessed.completeThrough(stream, window.first());
        boolean exact = complete.map(day -> !day.isBefore(window.last())).orElse(false);
        Optional<Event> unclear = events.unclear();
        if (unclear.isPresent()) {
            return unclear(unclear.get(), Objects.requireNonNull(assessed.tiers));
        }
        if (events.events() == 0 && complete.isEmpty()) {
            return Read.nothing(stream);
        }
        Quantity value = Quantity.of(events.counted(), unit == null ? EVENTS : unit.one());
        return Read.of(new Measured(value, complete, exact, events.evidence()));
    }

    private EventsOf.Use use(Event event) {
        Tiers tiers = assessed.tiers;
        Quantity size = tiers == null ? null : event.measures().get(tiers.attribute());
        if (tiers == null || size == null) {
            return tiers == null ? EventsOf.Use.COUNTS : EventsOf.Use.UNCLEAR;
        }
        try {
            return belongs(tiers, size) ? EventsOf.Use.COUNTS : EventsOf.Use.PASSES;
        } catch (UnitMismatchException e) {
            return EventsOf.Use.UNCLEAR;
        }
    }

    private Read unclear(Event event, Tiers tiers) {
        Quantity size = event.measures().get(tiers.attribute());
        if (size == null) {
            return Read.refused(Reason.UNKNOWN_ATTRIBUTE, "event " + event.entry().id() + " has no '" + tiers.attribute() + "'");
        }
        try {
            belongs(tiers, size);
            throw new IllegalStateException("event " + event.entry().id() + " is clear");
        } catch (UnitMismatchException e) {
            return Read.refused(Reason.UNIT_MISMATCH, "event " + event.entry().id() + ": " + units(e));
        }
    }

    /** What the events add up to; one that lacks the attribute is never zero. */
    private Read sum(String stream, String attribute, Span window) {
        EventsOf events = assessed.fold(List.of(attribute, unit == null ? "" : unit), stream, basis, window,
                () -> new EventsOf(assessed.view, stream, basis, window::contains, event -> addend(event, attribute), attribute));
        Optional<LocalDate> complete = assessed.completeThrough(stream, window.first());
        Optional<Event> first = events.first();
        if (first.isEmpty() && (complete.isEmpty() || unit == null)) {
            return Read.nothing(stream);
        }
        Unit in = unit != null ? unit : first.map(event -> event.measures().get(attribute)).map(Quantity::unit).orElse(null);
        boolean converts = in != null && events.sums().keySet().stream().allMatch(each -> each.isCompatibleWith(in));
        if (in == null || !converts || events.unclear().isPresent()) {
            return unclear(events, attribute, in);
        }
        List<Rational> parts = events.sums().entrySet().stream().map(it -> Quantity.of(it.getValue(), it.getKey()).in(in).amount()).toList();
        boolean exact = complete.map(day -> !day.isBefore(window.last())).orElse(false);
        return Read.of(new Measured(Quantity.of(Rational.sum(parts), in), complete, exact, events.evidence()));
    }

    private EventsOf.Use addend(Event event, String attribute) {
        Quantity amount = event.measures().get(attribute);
        return amount == null || (unit != null && !amount.unit().isCompatibleWith(unit)) ? EventsOf.Use.UNCLEAR : EventsOf.Use.COUNTS;
    }

    /** Of the events that cannot be added up the first by id. */
    private static Read unclear(EventsOf events, String attribute, @Nullable Unit in) {
        Iterable<Event> doubtful = in == null || events.unclear().isEmpty() || events.sums().keySet().stream().anyMatch(
                each -> !each.isCompatibleWith(in)) ? events.byId() : List.of(events.unclear().orElseThrow());
        Quantity value = in == null ? null : Quantity.of(0, in);
        for (Event event : doubtful) {
            Quantity amount = event.measures().get(attribute);
            if (amount == null) {
                return Read.refused(Reason.UNKNOWN_ATTRIBUTE, "event " + event.entry().id() + " has no '" + attribute + "'");
            }
            try {
                value = value == null ? amount : value.plus(amount);
            } catch (UnitMismatchException e) {
                return Read.refused(Reason.UNIT_MISMATCH, "event " + event.entry().id() + ": " + units(e));
            }
        }
        throw new IllegalStateException("all events have '" + attribute + "'");
    }

    private boolean belongs(Tiers tiers, Quantity size) {
        String target = assessed.target.id();
        return size.compareAmount(tiers.from(target).orElseThrow()) >= 0
                && tiers.below(target).map(limit -> size.compareAmount(limit) < 0).orElse(true);
    }

    private Read ratio(Measure.Ratio ratio, Span window) {
        MeasureReader parts = new MeasureReader(assessed, basis, Optional.empty());
        Read above = parts.read(ratio.numerator(), window);
        Read below = parts.read(ratio.denominator(), window);
        List<Measured> both = List.of(above.figure(), below.figure());
        for (Read part : List.of(above, below)) {
            if (part.reason() != null) {
                return new Read(of(both, Optional.empty()), part.reason(), part.detail(), part.notes());
            }
            if (!part.figure().exact()) {
                return new Read(of(both, Optional.empty()), Reason.NOT_COMPLETE,
                        "a part of the rate is known only as a lower bound", List.of());
            }
        }
        List<Note> notes = new ArrayList<>(above.notes());
        notes.addAll(below.notes());
        Optional<LocalDate> one = above.figure().asAt();
        Optional<LocalDate> other = below.figure().asAt();
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
            notes.add(new Note(Note.Kind.DIFFERENT_DAYS, one.get() + " / " + other.get()));
        }
        Quantity denominator = below.value();
        return denominator.amount().signum() == 0
                ? new Read(of(both, Optional.empty()), Reason.ZERO_DENOMINATOR, "denominator is " + denominator, notes)
                : new Read(of(both, Optional.of(above.value().per(denominator))), null, "", notes);
    }

    /** The rate of two figures, as of the earlier one. */
    private static Measured of(List<Measured> parts, Optional<Quantity> rate) {
        Optional<LocalDate> asAt = parts.stream().flatMap(part -> part.asAt().stream()).min(LocalDate::compareTo);
        return new Measured(rate, asAt, true, Evidence.NONE, Evidence.NONE, parts);
    }

    private Read known(Quantity value, LocalDate asAt, String id) {
        if (unit != null && !value.unit().isCompatibleWith(unit)) {
            return Read.refused(Reason.UNIT_MISMATCH, "observation " + id + " is " + value + ", which does not convert "
                    + "into '" + unit + "'");
        }
        return Read.of(new Measured(value, Optional.of(asAt), true, Evidence.of(List.of(id))));
    }

    /** How a figure that has a value came about. */
    static Trace trace(Measured figure, Term term) {
        return figure.parts().isEmpty() ? new Trace.Input(term, figure.value().orElseThrow(), figure.observations())
                : Trace.calc(term, Trace.Op.PER, trace(figure.parts().get(0), Term.NUMERATOR),
                        trace(figure.parts().get(1), Term.DENOMINATOR));
    }

    /** Tells what was left out of a figure. */
    static void tellLeftOut(Measured figure, Finding finding) {
        Evidence left = figure.leftOut();
        if (left.count() > 0) {
            finding.tell(() -> new Trace.Input(Term.LEFT_OUT, Quantity.of(left.count(), EVENTS), left));
        }
        figure.parts().forEach(part -> tellLeftOut(part, finding));
    }

    static String units(UnitMismatchException e) {
        return "'" + e.found() + "' / '" + e.expected() + "'";
    }

    /**
     * What was read.
     *
     * @param reason why there is no value; null where there is one
     */
    record Read(Measured figure, @Nullable Reason reason, String detail, List<Note> notes) {
        static Read of(Measured figure) {
            return new Read(figure, null, "", List.of());
        }

        static Read refused(Reason reason, String detail) {
            return new Read(Measured.NOTHING, reason, detail, List.of());
        }

        static Read nothing(String stream) {
            return refused(Reason.NO_OBSERVATION, "stream '" + stream + "' has nothing in the period");
        }

        Read noting(Note note) {
            List<Note> all = new ArrayList<>(notes);
            all.add(note);
            return new Read(figure, reason, detail, all);
        }

        Quantity value() {
            return figure.value().orElseThrow();
        }

        /** The finding that there is no value. */
        Finding refuse(Case assessed, Finding finding) {
            Reason why = Objects.requireNonNull(reason);
            finding.notes.addAll(notes);
            tellLeftOut(figure, finding);
            return switch (why) {
                case ZERO_DENOMINATOR -> finding.cannotSay(Verdict.NOT_APPLICABLE, why, detail);
                case NO_OBSERVATION, NOT_COMPLETE ->
                    assessed.unknownBeyond(finding, Optional.empty(), why, detail);
                default -> finding.cannotSay(Verdict.INSUFFICIENT_DATA, why, detail);
            };
        }
    }
}
