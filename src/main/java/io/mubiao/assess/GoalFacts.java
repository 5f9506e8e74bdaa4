package io.mubiao.assess;

import io.mubiao.target.Bound;
import io.mubiao.text.internal.Characters;
import io.mubiao.time.Slot;
import io.mubiao.trace.Evidence;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a goal was judged on (评估依据), by its kind: derived once, and read by verdict, gap, forecast, points and explanation
 * alike. Immutable.
 */
public sealed interface GoalFacts {
    /** The amount that is held against a bound. */
    record Amount(Measured actual) implements GoalFacts {
        @Override
        public Optional<LocalDate> asAt() {
            return actual.asAt();
        }
    }

    /**
     * The present figure of a change and what it is held against.
     *
     * @param base what was observed of the base or of the same part of it; without a value where the document states it
     */
    record Change(Measured now, Measured base) implements GoalFacts {
        @Override
        public Optional<LocalDate> asAt() {
            return now.asAt();
        }
    }

    /**
     * A measure over the days that count.
     *
     * @param value empty where nothing usable was observed
     * @param asAt the day of the latest figure, or through which events are stated to be complete
     * @param exact whether this is all; else at least so much is known
     * @param observations what it was made from; of a rate see its parts
     * @param leftOut what reaches outside the period
     * @param parts numerator and denominator of a rate; empty of anything else
     */
    record Measured(Optional<Quantity> value, Optional<LocalDate> asAt, boolean exact, Evidence observations,
            Evidence leftOut, List<Measured> parts) {
        static final Measured NOTHING = new Measured(Optional.empty(), Optional.empty(), true, Evidence.NONE, Evidence.NONE,
                List.of());

        public Measured {
            parts = List.copyOf(parts);
        }

        Measured(Quantity value, Optional<LocalDate> asAt, boolean exact, Evidence observations) {
            this(Optional.of(value), asAt, exact, observations, Evidence.NONE, List.of());
        }

        /** The measure itself, or the numerator of a rate. */
        public Measured first() {
            return parts.isEmpty() ? this : parts.get(0);
        }
    }

    /**
     * What is known of one item's stages.
     *
     * @param asAt through which day
     */
    record Milestone(List<Item> items, Optional<LocalDate> asAt) implements GoalFacts {
        public Milestone {
            items = List.copyOf(items);
        }
    }

    /**
     * Items that are to reach a stage.
     *
     * @param items all that anything is known of, by name
     * @param counted those that count
     * @param missing those that are named and do not count
     * @param asAt through which day anything is known
     */
    record StageCount(List<Item> items, List<Item> counted, List<String> missing, Optional<LocalDate> asAt)
            implements GoalFacts {
        public StageCount {
            items = List.copyOf(items);
            counted = List.copyOf(counted);
            missing = List.copyOf(missing);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /**
     * One item.
     *
     * @param reached the first day at or above the wanted stage
     * @param lastKnown the day of the latest report
     * @param furthest the number of the furthest stage reported, 1 for the first of the scale
     * @param evidence what shows that the stage was reached
     */
    record Item(String name, Optional<LocalDate> reached, LocalDate lastKnown, int furthest, Evidence evidence) {
        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /**
     * Events that breach a red line, or that nobody graded.
     *
     * @param first the day of the first breach
     * @param breaches what breaches
     * @param ungraded what has no grade of the scale, and why
     * @param asAt how far the stream is stated to be complete
     */
    record RedLine(Optional<LocalDate> first, Evidence breaches, List<String> ungraded, Optional<LocalDate> asAt)
            implements GoalFacts {
        public RedLine {
            ungraded = List.copyOf(ungraded);
        }
    }

    /**
     * Evidence on a checklist.
     *
     * @param found what arrived in time, with the observation that shows it, by name
     * @param lacking what did not, in the order of the checklist
     * @param reported the latest day on which anything arrived
     */
    record Judged(SortedMap<String, String> found, List<String> lacking, Optional<LocalDate> reported) implements GoalFacts {
        public Judged {
            found = Collections.unmodifiableSortedMap(new TreeMap<>(found));
            lacking = List.copyOf(lacking);
        }
    }

    /**
     * Samples of a level that is to be maintained.
     *
     * @param members who is sampled: those listed, those known by the day the list was frozen, or whoever was sampled; one
     *     without a name where nobody is
     * @param samples what counts, by day, member and id
     * @param lacking what was not sampled: every slot of the term that has no sample, or, without a cadence, the members that
     *     have none
     */
    record Maintain(List<String> members, List<Sample> samples, List<Owed> lacking) implements GoalFacts {
        public Maintain {
            members = List.copyOf(members);
            samples = List.copyOf(samples);
            lacking = List.copyOf(lacking);
        }

        /** What is lacking of all that was to be sampled by the end of a day. */
        public List<Owed> lackingBy(LocalDate day) {
            return lacking.stream().filter(owed -> owed.slot().map(slot -> !slot.span().last().isAfter(day)).orElse(true))
                    .toList();
        }

        /**
         * The samples that a level does not accept.
         *
         * @throws IllegalArgumentException if the unit of a sample does not convert into that of the level
         */
        public List<Sample> failing(Bound level) {
            return samples.stream().filter(sample -> !level.accepts(sample.value())).toList();
        }
    }

    /** One sample of one member. */
    record Sample(String member, LocalDate on, Quantity value, String id) {
        @Override
        public String toString() {
            return Characters.shown((member + " " + on + " " + value + " (" + id + ")").strip());
        }
    }

    /**
     * A sample that was not taken.
     *
     * @param slot when it is owed; empty where no cadence says when
     */
    record Owed(String member, Optional<Slot> slot) {
        @Override
        public String toString() {
            return Characters.shown((member + slot.map(it -> " " + it.label()).orElse("")).strip());
        }
    }

    /**
     * Cells of a quota.
     *
     * @param fulfilled how many closed with enough events
     * @param excused how many are excused
     * @param missed closed without enough, and the stream is stated to be complete
     * @param unknown closed without enough, and nobody says that there were no more
     * @param open not closed yet
     * @param events what was counted
     */
    record Quota(long fulfilled, long excused, List<Cell> missed, List<Cell> unknown, List<Cell> open, Evidence events)
            implements GoalFacts {
        public Quota {
            missed = List.copyOf(missed);
            unknown = List.copyOf(unknown);
            open = List.copyOf(open);
        }

        /** How many closed and are not excused. */
        public long due() {
            return fulfilled + missed.size() + unknown.size();
        }
    }

    /**
     * One slot of one member, or of all together.
     *
     * @param member empty where there are none
     * @param events how many there were in it so far
     */
    record Cell(String member, Slot slot, int events) {
        @Override
        public String toString() {
            return Characters.shown((member + " " + slot.label()).strip());
        }
    }

    /**
     * Counts of a population.
     *
     * @param tallied whether they come from a tally; else from reports on members
     * @param numerator all that satisfy
     * @param numeratorExclusion those of them that are left out
     * @param denominator all
     * @param denominatorExclusion those that do not belong
     * @param denominatorException those that are excused
     * @param satisfied the members reported to satisfy what is asked, where members are reported
     * @param others the members reported and neither satisfying nor excluded
     * @param unreported the members nobody reported; they are in the denominator
     * @param asAt the day of the latest report; empty without one
     */
    record Coverage(boolean tallied, long numerator, long numeratorExclusion, long denominator, long denominatorExclusion,
            long denominatorException, List<String> satisfied, List<String> others, List<String> unreported,
            Optional<LocalDate> asAt, Evidence evidence) implements GoalFacts {
        public Coverage {
            satisfied = List.copyOf(satisfied);
            others = List.copyOf(others);
            unreported = List.copyOf(unreported);
        }

        /** The numerator that counts. */
        public long counted() {
            return numerator - numeratorExclusion;
        }

        /** The denominator that counts. */
        public long counting() {
            return denominator - denominatorExclusion - denominatorException;
        }
    }

    /** The day of the latest figure, or through which things are known; empty where several days are judged together. */
    default Optional<LocalDate> asAt() {
        return Optional.empty();
    }
}
