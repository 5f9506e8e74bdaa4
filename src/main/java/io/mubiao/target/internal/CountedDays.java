package io.mubiao.target.internal;

import static java.util.Objects.requireNonNull;

import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Dated;
import io.mubiao.observe.Observation.Event;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation.MemberReport;
import io.mubiao.observe.Observation.Tally;
import io.mubiao.observe.Observation.Total;
import io.mubiao.target.Baseline;
import io.mubiao.target.Deadline;
import io.mubiao.target.Goal;
import io.mubiao.target.Target;
import io.mubiao.target.Version;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** From which day to which figures can count for a target, that of a base among them. */
final class CountedDays {
    private final ZoneId zone;
    private final Map<String, Span> byTarget = new HashMap<>();

    CountedDays(ZoneId zone) {
        this.zone = zone;
    }

    void add(Target target) {
        Deadline deadline = target.deadline();
        LocalDate last = Stream.concat(Stream.of(target.period().last(), deadline.original()), deadline.extensions().stream().map(it -> it.to()))
                .max(LocalDate::compareTo).orElseThrow();
        LocalDate first = Stream.concat(Stream.of(target.goal()), target.versions().stream().map(Version::goal))
                .flatMap(goal -> base(goal).stream()).map(base -> earliest(target, base)).min(LocalDate::compareTo)
                .filter(target.period().first()::isAfter).orElse(target.period().first());
        byTarget.put(target.id(), new Span(first, last));
    }

    private static Optional<LocalDate> base(Goal goal) {
        return goal instanceof Goal.Change change && change.baseline().known().orElse(null) instanceof Baseline.Observed base
                ? Optional.of(base.on()) : Optional.empty();
    }

    /** Running totals and increments of the base year count from its first day. */
    private static LocalDate earliest(Target target, LocalDate base) {
        LocalDate first = target.period().first().minusYears(Math.max(1, target.deadline().original().getYear() - base.getYear()));
        return first.isBefore(base) ? first : base;
    }

    /** The days that can count for a target. */
    Span of(String target) {
        return requireNonNull(byTarget.get(target), target);
    }

    /** What is told of a figure of days that count for none of the targets that could count it. */
    Optional<String> outside(Observation observation, List<String> targets) {
        Optional<Span> days = days(observation);
        if (days.isEmpty() || targets.isEmpty() || targets.stream().anyMatch(target -> counts(observation, days.get(), of(target)))) {
            return Optional.empty();
        }
        Span about = days.get();
        Span counted = of(targets.get(0));
        String when = about.days() == 1 ? about.last().toString() : about.toString();
        return Optional.of("counted by no target: " + when + " is outside of " + counted + ", which target '" + targets.get(0) + "' counts"
                + meant(about.last(), counted).map(day -> "; " + day + " was probably meant").orElse(""));
    }

    /** Whether it is of days later than all that count for targets that read it, or a figure of days that count for none. */
    boolean isOutside(Observation observation, List<String> targets) {
        return outside(observation, targets).isPresent() || (!targets.isEmpty() && observation instanceof Dated dated
                && targets.stream().allMatch(target -> dated.on().dateIn(zone).isAfter(of(target).last())));
    }

    private Optional<Span> days(Observation it) {
        if (it instanceof Increment increment) {
            return Optional.of(increment.span());
        }
        boolean figure = it instanceof Total || it instanceof Level || it instanceof Event || it instanceof Tally || it instanceof MemberReport;
        return figure ? Optional.of(((Dated) it).on().dateIn(zone)).map(day -> new Span(day, day)) : Optional.empty();
    }

    /** What is said of a member holds until something else is. */
    private static boolean counts(Observation it, Span about, Span counted) {
        return it instanceof MemberReport ? !about.last().isAfter(counted.last()) : counted.contains(about);
    }

    /** The same day of a year next to it, if that is counted. */
    private static Optional<LocalDate> meant(LocalDate day, Span counted) {
        return Stream.of(day.plusYears(1), day.minusYears(1)).filter(counted::contains).findFirst();
    }
}
