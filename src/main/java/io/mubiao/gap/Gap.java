package io.mubiao.gap;

import static java.util.Objects.requireNonNull;

import io.mubiao.scorecard.ItemScore;
import io.mubiao.text.internal.Characters;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What would bring an item to an aim, and by when (差距分析). Immutable.
 *
 * @param now the item as it stands
 * @param aim what is to be reached
 * @param reached whether it is reached already
 * @param least the least that suffices as of the question's day, one step less being proved not to; empty where nothing does
 * @param later what suffices by later days up to the deadline, from today's achievement
 * @param lasts the last day on which today's achievement suffices; empty where it does not suffice today
 * @param obstacle why nothing suffices as of the question's day
 * @param detail what the obstacle is about: holes, cells, days, periods, reasons; may be empty
 */
public record Gap(ItemScore now, Aim aim, boolean reached, Optional<Need> least, List<ByDay> later,
        Optional<LocalDate> lasts, Optional<Obstacle> obstacle, String detail) {
    /**
     * What suffices by a later day.
     *
     * @param day the day, included
     * @param need the least that suffices; empty where nothing does
     */
    public record ByDay(LocalDate day, Optional<Need> need) {
        public ByDay {
            requireNonNull(day, "day");
            requireNonNull(need, "need");
        }
    }

    public Gap {
        requireNonNull(now, "now");
        requireNonNull(aim, "aim");
        requireNonNull(least, "least");
        later = List.copyOf(later);
        requireNonNull(lasts, "lasts");
        requireNonNull(obstacle, "obstacle");
        requireNonNull(detail, "detail");
        if (least.isPresent() == obstacle.isPresent()) {
            throw new IllegalArgumentException("a gap has either something that suffices or an obstacle");
        }
    }

    /** The id of the item. */
    public String id() {
        return now.id();
    }

    @Override
    public String toString() {
        return Characters.shown(id() + " " + aim + ": " + (reached ? "reached" + lasts.map(day -> ", lasts through " + day).orElse("")
                : least.map(Need::toString).orElseGet(() -> obstacle.orElseThrow()
                        + (detail.isEmpty() ? "" : " (" + detail + ")"))));
    }
}
