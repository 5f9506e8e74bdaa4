package io.mubiao.gap;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.internal.Streams;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import io.mubiao.work.internal.Checkpoint;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Climbs the ladder of one target of an item until the aim is reached. */
final class GapSearch {
    private static final long FAR = 1L << 60;

    private final String item;
    private final String target;
    private final AimCheck aim;
    private final Function<LocalDate, Desk> desks;
    private final LocalDate today;
    private final ObservationLog streams;
    private final ObservationLog laterStreams;
    private final Set<String> targets = new LinkedHashSet<>();
    private final @Nullable Ladder ladder;

    @SuppressWarnings("ReferenceEquality") // What was not condensed is the log itself; comparing what they hold would take as long as copying.
    GapSearch(String item, String target, AimCheck aim, Function<LocalDate, Desk> desks, Streams readers,
            ObservationLog log, ObservationLog facts, AsOf question) {
        this.item = item;
        this.target = target;
        this.aim = aim;
        this.desks = desks;
        Assessments now = desks.apply(question.date()).assessments();
        Register register = now.register();
        Set<String> own = Streams.of(register.get(target));
        own.forEach(stream -> targets.addAll(readers.targetsOf(stream)));
        Set<String> read = new LinkedHashSet<>();
        targets.forEach(each -> read.addAll(Streams.of(register.get(each))));
        today = question.date();
        streams = log.copy(read);
        laterStreams = facts == log ? streams : facts.copy(read);
        ladder = now.get(target).holes().isEmpty()
                ? Ladders.of(new Hypothesis(register, now.get(target), streams, question, own)).orElse(null) : null;
    }

    /** The least that suffices as of a day; empty where nothing does. */
    Optional<Need> least(LocalDate day) {
        if (ladder == null) {
            return reaches(Need.nothing(day, java.util.List.of()), day)
                    ? Optional.of(Need.nothing(day, java.util.List.of())) : Optional.empty();
        }
        LocalDate on = on(day);
        if (holds(0, day, on)) {
            return reached(0, day, on);
        }
        long low = 0;
        long high = 1;
        long last = canHelp(day) ? Math.min(ladder.last(), FAR) : 0;
        while (high <= last && !holds(high, day, on)) {
            low = high;
            high = high == last ? last + 1 : Math.min(high * 2, last);
        }
        if (high > last) {
            return Optional.empty();
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (holds(middle, day, on)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return reached(high, day, on);
    }

    /** Whether it can help, or what it adds is read by other targets too. */
    private boolean canHelp(LocalDate day) {
        return targets.size() > 1 || ladder().canHelp(desks.apply(day).assessments().get(target));
    }

    private Optional<Need> reached(long rung, LocalDate day, LocalDate on) {
        Need need = ladder().rung(rung, on);
        return reaches(need, day) ? Optional.of(need) : Optional.empty();
    }

    /** The last day on or before one that counts under the deadline then in force. */
    private LocalDate on(LocalDate day) {
        LocalDate due = desks.apply(day).assessments().get(target).due();
        return day.isBefore(due) ? day : due;
    }

    private boolean holds(long rung, LocalDate day, LocalDate on) {
        Checkpoint.pass("item", item);
        Desk.Position position = position(ladder().rung(rung, on), day);
        return aim.isReached(position) || ladder().isPast(position.assessment());
    }

    private boolean reaches(Need need, LocalDate day) {
        return aim.isReached(position(need, day));
    }

    private Desk.Position position(Need need, LocalDate day) {
        return desks.apply(day).with(item, target, need.observations(),
                day.isAfter(today) ? laterStreams : streams, targets);
    }

    /** Whether today's achievement, reported anew where needed, suffices as of a day. */
    boolean suffices(LocalDate day) {
        return ladder == null ? reaches(Need.nothing(day, java.util.List.of()), day)
                : reaches(ladder.rung(0, on(day)), day);
    }

    private Ladder ladder() {
        return java.util.Objects.requireNonNull(ladder);
    }
}
