package io.mubiao.scorecard;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people decided and said, as it counts on a day. Immutable. */
final class Decisions {
    private record Key(String view, String of) {}

    private final Map<Key, ManualOverride> overrides = new HashMap<>();
    private final Map<Key, List<Judgement>> judgements = new HashMap<>();

    Decisions(ScorecardRule rule, LocalDate day) {
        for (ManualOverride override : rule.overrides()) {
            if (override.countsOn(day)) {
                overrides.put(new Key(override.view(), override.of()), override);
            }
        }
        for (Judgement judgement : rule.judgements()) {
            if (!judgement.on().isAfter(day)) {
                judgements.merge(new Key(judgement.view(), judgement.of()), List.of(judgement),
                        (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
            }
        }
    }

    /** The override in force; the last declared where there are several. */
    @Nullable ManualOverride of(String view, String id) {
        return overrides.isEmpty() ? null : overrides.get(new Key(view, id));
    }

    List<Judgement> judgements(String view, String id) {
        return judgements.isEmpty() ? List.of() : judgements.getOrDefault(new Key(view, id), List.of());
    }
}
