package io.mubiao.io.internal;

import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kind of observation by which a stream is usually reported, by what the targets read from it. Immutable. */
public final class UsualKinds {
    private final Map<String, String> kinds = new LinkedHashMap<>();

    public UsualKinds(Register register) {
        register.targets().forEach(this::add);
    }

    private void add(Target target) {
        Goal goal = target.goal();
        if (goal.reads().isPresent()) {
            measure(target.id(), goal.reads().get());
            return;
        }
        put(target.id(), goal.match(new Goal.Cases<>(amount -> "total", milestone -> "stage", count -> "stage", quota -> "event",
                coverage -> "member", change -> "total", redLine -> "event", maintain -> "level", judged -> "event")));
    }

    private void measure(String target, Measure measure) {
        if (measure instanceof Measure.Total total) {
            put(total.stream().isEmpty() ? target : total.stream(), "total");
        } else if (measure instanceof Measure.Level level) {
            put(level.stream().isEmpty() ? target : level.stream(), "level");
        } else if (measure instanceof Measure.Count count) {
            put(count.stream().isEmpty() ? target : count.stream(), "event");
        } else if (measure instanceof Measure.Sum sum) {
            put(sum.stream().isEmpty() ? target : sum.stream(), "event");
        } else if (measure instanceof Measure.Ratio ratio) {
            measure(target, ratio.numerator());
            measure(target, ratio.denominator());
        }
    }

    private void put(String stream, String kind) {
        kinds.merge(stream, kind, (one, other) -> one.equals(other) ? one : "");
    }

    /** The usual kind; empty if there is none, or no such stream. */
    public String of(String stream) {
        return kinds.getOrDefault(stream, "");
    }

    /** The streams with their usual kinds, in the order of the register. */
    public Map<String, String> all() {
        return kinds;
    }
}
