package io.mubiao.compare;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.internal.Facts;
import io.mubiao.assess.internal.Streams;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.Scorecard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What between two scorecards changed an item. */
final class Causes {
    private final Scorecard before;
    private final ObservationLog then;
    private final Scorecard after;
    private final ObservationLog now;

    Causes(Scorecard before, ObservationLog then, Scorecard after, ObservationLog now) {
        this.before = before;
        this.then = then;
        this.after = after;
        this.now = now;
    }

    List<Cause> of(ItemScore was, ItemScore is) {
        List<Cause> causes = new ArrayList<>();
        Set<String> targets = new LinkedHashSet<>(was.rule().reads());
        targets.addAll(is.rule().reads());
        Set<String> streams = new LinkedHashSet<>();
        for (String target : targets) {
            streams(before.assessments(), target, streams);
            streams(after.assessments(), target, streams);
            goal(target, causes);
        }
        streams.forEach(stream -> observations(stream, causes));
        if (!before.rule().equals(after.rule()) || !was.override().equals(is.override())) {
            causes.add(Cause.of(Cause.Kind.RULE_CHANGED, before.rule().equals(after.rule()) ? "override" : after.rule().id()));
        }
        LocalDate from = before.assessments().question().date();
        LocalDate to = after.assessments().question().date();
        if (causes.isEmpty()) {
            causes.add(from.equals(to) ? Cause.of(Cause.Kind.OTHERS_CHANGED, is.rule().peers())
                    : Cause.of(Cause.Kind.TIME_PASSED, from + " / " + to));
        }
        return causes;
    }

    private static void streams(Assessments of, String target, Set<String> streams) {
        if (of.register().find(target).isPresent()) {
            streams.addAll(Streams.of(of.register().get(target)));
        }
    }

    private void goal(String target, List<Cause> causes) {
        if (before.assessments().register().find(target).isEmpty()
                || after.assessments().register().find(target).isEmpty()) {
            return;
        }
        Assessment was = before.assessments().get(target);
        Assessment is = after.assessments().get(target);
        if (!was.goal().equals(is.goal())) {
            causes.add(Cause.of(Cause.Kind.GOAL_CHANGED, target + " version " + was.version() + " / " + is.version()));
        }
        if (!was.due().equals(is.due())) {
            causes.add(Cause.of(Cause.Kind.GOAL_CHANGED, target + " due " + was.due() + " / " + is.due()));
        }
    }

    private void observations(String stream, List<Cause> causes) {
        Map<String, Observation> earlier = visible(then, before.assessments(), stream);
        Map<String, Observation> later = visible(now, after.assessments(), stream);
        Set<String> corrected = new HashSet<>();
        later.forEach((id, observation) -> {
            if (!earlier.containsKey(id)) {
                observation.entry().supersedes().ifPresent(corrected::add);
                causes.add(new Cause(kind(observation), Optional.of(observation), ""));
            }
        });
        earlier.forEach((id, observation) -> {
            if (!later.containsKey(id) && !corrected.contains(id)) {
                causes.add(new Cause(Cause.Kind.CORRECTED, Optional.of(observation), "no longer counts"));
            }
        });
    }

    private static Cause.Kind kind(Observation observation) {
        return observation.entry().supersedes().isPresent() ? Cause.Kind.CORRECTED
                : observation instanceof Observation.Complete ? Cause.Kind.STATED_COMPLETE : Cause.Kind.OBSERVED;
    }

    /** What was known and effective, by id; superseded observations are not among it. */
    private static Map<String, Observation> visible(ObservationLog log, Assessments of, String stream) {
        Map<String, Observation> visible = new LinkedHashMap<>();
        Facts.of(log, stream, of.question(), of.register().zone())
                .forEach(it -> visible.put(it.entry().id(), it));
        return visible;
    }
}
