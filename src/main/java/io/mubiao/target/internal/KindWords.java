package io.mubiao.target.internal;

import com.google.common.collect.ImmutableMap;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Complete;
import io.mubiao.observe.Observation.Event;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Judgement;
import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation.MemberReport;
import io.mubiao.observe.Observation.StageChange;
import io.mubiao.observe.Observation.Tally;
import io.mubiao.observe.Observation.Total;
import java.util.Set;
import java.util.stream.Collectors;

/** What kinds of observations are called in messages. */
final class KindWords {
    private static final ImmutableMap<Class<? extends Observation>, String> WORDS = ImmutableMap
            .<Class<? extends Observation>, String>builder()
            .put(Total.class, "running total (total)").put(Increment.class, "figure of some days (increment)")
            .put(Level.class, "figure as it stands on a day (level)").put(Event.class, "event (event)")
            .put(Complete.class, "report of no more (complete)").put(StageChange.class, "stage (stage)")
            .put(MemberReport.class, "report of a member (member)").put(Tally.class, "count (tally)")
            .put(Judgement.class, "judgement (judgement)").build();

    private KindWords() {}

    static String of(Class<? extends Observation> kind) {
        return WORDS.getOrDefault(kind, kind.getSimpleName());
    }

    /** The kinds one of which is expected, in the order of the guide. */
    static String any(Set<Class<? extends Observation>> kinds) {
        return WORDS.keySet().stream().filter(kinds::contains).map(KindWords::of).collect(Collectors.joining(" or "));
    }
}
