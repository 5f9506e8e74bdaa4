package io.mubiao.observe;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import io.mubiao.time.Moment;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing that was observed (观测). Sealed and immutable; the factories list every kind.
 *
 * <p>The factories take what happened and when. It comes from an unnamed source and is {@link Basis#REPORTED}. Until told when
 * it became known, by {@link #recordedAt}, that is only assumed: on its own (last) day at 00:00 UTC in a log; after everything
 * else where it is added to an assessor or asked about in a what-if.
 *
 * <pre>{@code
 * Units units = Units.builtIn().with("个");
 * Observation total = Observation.total("P03", LocalDate.of(2024, 9, 30), Quantity.parse("7 个", units)).source("区财政局");
 * Observation begun = Observation.stage("U05", LocalDate.of(2024, 4, 2), "启动");
 * Observation accident = Observation.event("G27", LocalDate.of(2024, 5, 1)).severity("一般");
 * System.out.println(total.figure().orElseThrow()); // prints 7 个
 * System.out.println(begun.figure().isPresent()); // prints false
 * }</pre>
 */
public sealed interface Observation {
    /** Id, stream, source, recorded-at, basis and what it supersedes. */
    Entry entry();

    /** The same observation with another entry. */
    Observation with(Entry entry);

    /** The amount or level that it gives; empty of other kinds. */
    default Optional<Quantity> figure() {
        return this instanceof Total total ? Optional.of(total.amount())
                : this instanceof Level level ? Optional.of(level.value())
                : this instanceof Increment increment ? Optional.of(increment.amount()) : Optional.empty();
    }

    /** What is of one day or instant, not of a span of days. */
    sealed interface Dated {
        /** Id, stream and the like. */
        Entry entry();

        /** When it was. */
        Moment on();
    }

    /** An amount over an interval (当期数); increments of one source must not overlap. */
    record Increment(Entry entry, Span span, Quantity amount) implements Observation {
        public Increment {
            requireNonNull(entry, "entry");
            requireNonNull(span, "span");
            requireNonNull(amount, "amount");
        }

        @Override
        public Observation with(Entry other) {
            return new Increment(other, span, amount);
        }
    }

    /**
     * A running total (累计数); the latest wins and none is ever added.
     *
     * @param since the day from which it counts, empty for the start of the target's period; a total since another
     *     day is left out
     * @param publishedPercent the percentage of completion that the source printed beside it; empty if none
     */
    record Total(Entry entry, Moment on, Quantity amount, Optional<LocalDate> since,
            Optional<BigDecimal> publishedPercent) implements Observation, Dated {
        public Total {
            requireNonNull(entry, "entry");
            requireNonNull(on, "on");
            requireNonNull(amount, "amount");
        }

        @Override
        public Observation with(Entry other) {
            return new Total(other, on, amount, since, publishedPercent);
        }

        /** The same total with the percentage of completion that its source printed beside it. */
        public Total publishedPercent(BigDecimal percent) {
            return new Total(entry, on, amount, since, Optional.of(percent));
        }

        /** The same total, counted from a day. */
        public Total since(LocalDate day) {
            return new Total(entry, on, amount, Optional.of(day), publishedPercent);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /** A level at a date (时点数, also a rate), of the whole or of one member; levels are never summed. */
    record Level(Entry entry, Moment on, Quantity value, String member) implements Observation, Dated {
        public Level {
            requireNonNull(entry, "entry");
            requireNonNull(on, "on");
            requireNonNull(value, "value");
            requireNonNull(member, "member");
        }

        @Override
        public Observation with(Entry other) {
            return new Level(other, on, value, member);
        }

        /** The same level, of one member of the population. */
        public Level member(String ofMember) {
            return new Level(entry, on, value, ofMember);
        }
    }

    /** Something that happened on a date, with attributes and perhaps a severity and a member concerned. */
    record Event(Entry entry, Moment on, String member, Optional<String> severity, Map<String, Quantity> measures,
            Map<String, String> attributes) implements Observation, Dated {
        public Event {
            requireNonNull(entry, "entry");
            requireNonNull(on, "on");
            requireNonNull(member, "member");
            measures = Map.copyOf(measures);
            attributes = Map.copyOf(attributes);
        }

        @Override
        public Observation with(Entry other) {
            return new Event(other, on, member, severity, measures, attributes);
        }

        /** The same event, concerning one member of the population or one item of a checklist. */
        public Event member(String ofMember) {
            return new Event(entry, on, ofMember, severity, measures, attributes);
        }

        /** The same event with a severity. */
        public Event severity(String grade) {
            return new Event(entry, on, member, Optional.of(grade), measures, attributes);
        }

        /** The same event with a measured attribute, such as its investment. */
        public Event withMeasure(String name, Quantity value) {
            Map<String, Quantity> all = new java.util.HashMap<>(measures);
            all.put(name, value);
            return new Event(entry, on, member, severity, all, attributes);
        }
    }

    /** The statement that a stream is complete for these days: inside them no event means none (零报告). */
    record Complete(Entry entry, Span span) implements Observation {
        public Complete {
            requireNonNull(entry, "entry");
            requireNonNull(span, "span");
        }

        @Override
        public Observation with(Entry other) {
            return new Complete(other, span);
        }
    }

    /** An item was found at a stage on a date. */
    record StageChange(Entry entry, Moment on, String item, String stage) implements Observation, Dated {
        public StageChange {
            requireNonNull(entry, "entry");
            requireNonNull(on, "on");
            requireNonNull(item, "item");
            requireNonNull(stage, "stage");
        }

        @Override
        public Observation with(Entry other) {
            return new StageChange(other, on, item, stage);
        }

        /** The same stage, of a named item. */
        public StageChange item(String ofItem) {
            return new StageChange(entry, on, ofItem, stage);
        }
    }

    /** How one member of a population stands from a date on; the latest report replaces the earlier ones. */
    record MemberReport(Entry entry, Moment on, String member, Set<MemberStanding> standing) implements Observation, Dated {
        public MemberReport {
            requireNonNull(entry, "entry");
            requireNonNull(on, "on");
            requireNonNull(member, "member");
            standing = java.util.Collections.unmodifiableSet(new TreeSet<>(standing));
        }

        @Override
        public Observation with(Entry other) {
            return new MemberReport(other, on, member, standing);
        }
    }

    /**
     * Coverage as counts (not members), the way clinical quality measures publish it: score = (numerator −
     * numeratorExclusion) ÷ (denominator − denominatorExclusion − denominatorException). The latest wins.
     */
    record Tally(Entry entry, Moment on, long numerator, long numeratorExclusion, long denominator,
            long denominatorExclusion, long denominatorException) implements Observation, Dated {
        public Tally {
            requireNonNull(entry, "entry");
            requireNonNull(on, "on");
            if (Math.min(Math.min(numerator, numeratorExclusion), Math.min(denominator,
                    Math.min(denominatorExclusion, denominatorException))) < 0) {
                throw new IllegalArgumentException("counts must be >= 0, got numerator " + numerator + " - "
                        + numeratorExclusion + ", denominator " + denominator + " - " + denominatorExclusion + " - "
                        + denominatorException);
            }
            if (numeratorExclusion > numerator || denominatorExclusion > denominator
                    || denominatorException > denominator - denominatorExclusion
                    || numerator - numeratorExclusion
                            > denominator - denominatorExclusion - denominatorException) {
                throw new IllegalArgumentException("what is taken out must not exceed what is there and the numerator "
                        + "must not exceed the denominator, got numerator " + numerator + " - " + numeratorExclusion
                        + ", denominator " + denominator + " - " + denominatorExclusion + " - "
                        + denominatorException);
            }
        }

        @Override
        public Observation with(Entry other) {
            return new Tally(other, on, numerator, numeratorExclusion, denominator, denominatorExclusion,
                    denominatorException);
        }
    }

    /** A person's judgement (评定); it stands beside a computed verdict, never inside. */
    record Judgement(Entry entry, Moment on, String assessor, String band, String comment) implements Observation, Dated {
        public Judgement {
            requireNonNull(entry, "entry");
            requireNonNull(on, "on");
            requireNonNull(assessor, "assessor");
            requireNonNull(band, "band");
            requireNonNull(comment, "comment");
        }

        @Override
        public Observation with(Entry other) {
            return new Judgement(other, on, assessor, band, comment);
        }
    }

    /** What {@link Entry#supersedes()} names never was: it drops out of the view from recorded-at on (撤销). */
    record Retraction(Entry entry) implements Observation {
        public Retraction {
            if (entry.supersedes().isEmpty()) {
                throw new IllegalArgumentException("a retraction must name what it supersedes");
            }
        }

        @Override
        public Observation with(Entry other) {
            return new Retraction(other);
        }
    }

    /** An amount over an interval. */
    static Increment increment(String stream, Span span, Quantity amount) {
        return new Increment(onDay(stream, span.last()), span, amount);
    }

    /** A running total as at the end of a day. */
    static Total total(String stream, LocalDate on, Quantity amount) {
        return new Total(onDay(stream, on), Moment.on(on), amount, Optional.empty(), Optional.empty());
    }

    /** A level on a day. */
    static Level level(String stream, LocalDate on, Quantity value) {
        return new Level(onDay(stream, on), Moment.on(on), value, "");
    }

    /** An event on a day. */
    static Event event(String stream, LocalDate on) {
        return new Event(onDay(stream, on), Moment.on(on), "", Optional.empty(), Map.of(), Map.of());
    }

    /** An event at an instant. */
    static Event event(String stream, Instant at) {
        return new Event(new Entry("", stream, "", at, Basis.REPORTED, Optional.empty(), true), Moment.at(at), "", Optional.empty(), Map.of(),
                Map.of());
    }

    /** The statement that a stream is complete for these days. */
    static Complete complete(String stream, Span span) {
        return new Complete(onDay(stream, span.last()), span);
    }

    /** The (only) item of a stream was found at a stage on a day. */
    static StageChange stage(String stream, LocalDate on, String stage) {
        return new StageChange(onDay(stream, on), Moment.on(on), "", stage);
    }

    /** The (only) item of a stream was found at a stage at an instant. */
    static StageChange stage(String stream, Instant at, String stage) {
        return new StageChange(new Entry("", stream, "", at, Basis.REPORTED, Optional.empty(), true), Moment.at(at), "", stage);
    }

    /** How a member stands from a day on. */
    static MemberReport member(String stream, LocalDate on, String member, MemberStanding... standing) {
        return new MemberReport(onDay(stream, on), Moment.on(on), member, Set.of(standing));
    }

    /** Coverage counts without exclusions as at a day. */
    static Tally tally(String stream, LocalDate on, long numerator, long denominator) {
        return tally(stream, on, numerator, 0, denominator, 0, 0);
    }

    /** Coverage counts as at a day. */
    static Tally tally(String stream, LocalDate on, long numerator, long numeratorExclusion, long denominator,
            long denominatorExclusion, long denominatorException) {
        return new Tally(onDay(stream, on), Moment.on(on), numerator, numeratorExclusion, denominator,
                denominatorExclusion, denominatorException);
    }

    /** A person's judgement on a day. */
    static Judgement judgement(String stream, LocalDate on, String assessor, String band, String comment) {
        return new Judgement(onDay(stream, on), Moment.on(on), assessor, band, comment);
    }

    /** The statement, recorded at an instant, that an observation never was. */
    static Retraction retraction(String stream, String supersedes, Instant recordedAt) {
        return new Retraction(new Entry("", stream, "", recordedAt, Basis.REPORTED, Optional.of(supersedes)));
    }

    /** The same observation with an id. */
    default Observation id(String id) {
        Entry e = entry();
        return with(new Entry(id, e.stream(), e.source(), e.recordedAt(), e.basis(), e.supersedes(), e.assumed()));
    }

    /** The same observation from a named source. */
    default Observation source(String source) {
        Entry e = entry();
        return with(new Entry(e.id(), e.stream(), source, e.recordedAt(), e.basis(), e.supersedes(), e.assumed()));
    }

    /** The same observation, known from an instant on. */
    default Observation recordedAt(Instant instant) {
        Entry e = entry();
        return with(new Entry(e.id(), e.stream(), e.source(), instant, e.basis(), e.supersedes()));
    }

    /** The same observation as recognised by the outside body that decides. */
    default Observation recognised() {
        Entry e = entry();
        return with(new Entry(e.id(), e.stream(), e.source(), e.recordedAt(), Basis.RECOGNISED, e.supersedes(), e.assumed()));
    }

    /** The same observation, replacing an earlier one from its recorded-at on. */
    default Observation supersedes(String id) {
        Entry e = entry();
        return with(new Entry(e.id(), e.stream(), e.source(), e.recordedAt(), e.basis(), Optional.of(id),
                e.assumed()));
    }

    private static Entry onDay(String stream, LocalDate day) {
        return new Entry("", stream, "", day.atStartOfDay().toInstant(ZoneOffset.UTC), Basis.REPORTED, Optional.empty(), true);
    }
}
