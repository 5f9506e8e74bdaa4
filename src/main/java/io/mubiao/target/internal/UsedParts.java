package io.mubiao.target.internal;

import io.mubiao.target.Baseline;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Scale;
import io.mubiao.target.Stated;
import io.mubiao.target.Target;
import io.mubiao.target.Tiers;
import io.mubiao.time.WorkCalendar;
import io.mubiao.value.Unit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The measure words, scales and calendars that targets use. */
public record UsedParts(Set<String> measureWords, Set<Scale> stages, Set<Scale> severities, Set<WorkCalendar> calendars) {
    public static UsedParts of(List<Target> targets, List<Tiers> tiers) {
        UsedParts used = new UsedParts(
                new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (Target target : targets) {
            used.add(target.goal());
            target.versions().forEach(version -> used.add(version.goal()));
            if (target.pace().orElse(null) instanceof PaceCurve.WorkingDays days) {
                used.calendars.add(days.calendar());
            }
        }
        tiers.forEach(group -> group.tiers().forEach(tier -> used.add(tier.from().unit())));
        return used;
    }

    public static <T> List<T> union(Collection<T> declared, Collection<T> used) {
        Set<T> all = new LinkedHashSet<>(declared);
        all.addAll(used);
        return List.copyOf(all);
    }

    private void add(Goal goal) {
        goal.bound().ifPresent(this::add);
        Runnable nothing = () -> { };
        goal.match(new Goal.Cases<Runnable>(amount -> nothing, milestone -> () -> addStages(milestone.stages()),
                count -> () -> addStages(count.stages()), quota -> nothing, coverage -> nothing,
                change -> () -> addBase(change.baseline()), redLine -> () -> redLine.grades().ifPresent(severities::add),
                maintain -> nothing, judged -> nothing)).run();
    }

    private void addBase(Stated<Baseline> baseline) {
        if (baseline.known().orElse(null) instanceof Baseline.Value value) {
            add(value.value().unit());
        }
    }

    private void addStages(Scale scale) {
        if (!scale.equals(Scale.STAGES)) {
            stages.add(scale);
        }
    }

    private void add(Bound bound) {
        bound.unit().ifPresent(this::add);
    }

    private void add(Unit unit) {
        measureWords.addAll(unit.measureWords());
    }
}
