package io.mubiao.assess;

import io.mubiao.observe.Observation.StageChange;
import io.mubiao.target.Scale;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of the stages of the items of one stream, through the as-of date. */
final class Stages {
    /**
     * One item.
     *
     * @param reached the first day at or above the wanted stage, or null
     * @param lastKnown the day of the latest report
     */
    record Item(@Nullable LocalDate reached, LocalDate lastKnown, @Nullable String evidence) {
        Item and(boolean isReached, LocalDate day, String id) {
            boolean earlier = isReached && (reached == null || day.isBefore(reached)
                    || (day.equals(reached) && evidence != null && id.compareTo(evidence) < 0));
            return new Item(earlier ? day : reached, day.isAfter(lastKnown) ? day : lastKnown,
                    earlier ? id : evidence);
        }
    }

    private final TreeMap<String, Item> items = new TreeMap<>();
    private final Map<String, String> unknown = new HashMap<>();

    private Stages() {}

    static Stages of(Case assessed, String stream, Scale scale, String wanted) {
        Stages stages = new Stages();
        for (StageChange change : assessed.view.all(stream, StageChange.class, assessed.basis())) {
            LocalDate day = assessed.view.date(change.on());
            if (day.isAfter(assessed.asOf)) {
                continue;
            }
            if (!scale.has(change.stage())) {
                stages.unknown.put(change.entry().id(), change.stage());
                continue;
            }
            boolean reached = scale.reaches(change.stage(), wanted);
            Item before = stages.items.getOrDefault(change.item(), new Item(null, day, null));
            stages.items.put(change.item(), before.and(reached, day, change.entry().id()));
        }
        return stages;
    }

    /** Items with their first day at or above the wanted stage, by name. */
    Map<String, Item> items() {
        return items;
    }

    /** An observation whose stage is not on the scale, as {@code id: stage}. */
    Optional<String> unknownStage() {
        return unknown.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).sorted().findFirst();
    }
}
