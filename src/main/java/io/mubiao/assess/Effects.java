package io.mubiao.assess;

import io.mubiao.assess.internal.Facts;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Complete;
import io.mubiao.observe.Observation.Dated;
import io.mubiao.observe.Observation.Event;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Judgement;
import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation.MemberReport;
import io.mubiao.observe.Observation.Retraction;
import io.mubiao.observe.Observation.StageChange;
import io.mubiao.target.Goal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what an observation did. */
final class Effects {
    /** What assesses each target. */
    interface Cases {
        Case of(Assessment assessment);
    }

    private final Observation added;
    private final AsOf question;
    private final ZoneId zone;
    private final LogView view;
    private final boolean alone;
    private final Cases cases;

    /**
     * @param added with the id that it has in the log
     * @param view the log with it
     * @param alone whether nothing else was added with it, so that a difference can only come of it
     * @param cases what assesses a target with it
     */
    Effects(Observation added, AsOf question, ZoneId zone, LogView view, boolean alone, Cases cases) {
        this.added = added;
        this.question = question;
        this.zone = zone;
        this.view = view;
        this.alone = alone;
        this.cases = cases;
    }

    Effect on(Assessment before, Assessment after) {
        Instant recorded = added.entry().recordedAt();
        Optional<Instant> limit = question.knownUntil(zone).filter(recorded::isAfter);
        if (limit.isPresent()) {
            return effect(after, Effect.Kind.NOT_KNOWN, "recorded at " + recorded + ", known until " + limit.get());
        }
        if (!view.counts(added.entry().stream(), added.entry().id())) {
            return effect(after, Effect.Kind.SUPERSEDED, "");
        }
        if (isFact() && added.entry().basis() != after.target().basis()) {
            return effect(after, Effect.Kind.OTHER_BASIS, added.entry().basis().toString());
        }
        boolean differs = !outcome(before).equals(outcome(after));
        Optional<Effect> beside = differs && alone ? Optional.empty() : days(after).or(() -> outvoted(after));
        return beside.orElseGet(() -> effect(after, differs ? Effect.Kind.TOOK_EFFECT : Effect.Kind.NO_DIFFERENCE, ""));
    }

    private static Effect effect(Assessment assessment, Effect.Kind kind, String detail) {
        return new Effect(assessment.target().id(), kind, detail);
    }

    private boolean isFact() {
        return !(added instanceof Complete || added instanceof Judgement || added instanceof Retraction);
    }

    private static List<@Nullable Object> outcome(Assessment it) {
        return Arrays.asList(it.verdict(), it.pace(), it.reason(), it.detail(), it.settled(), it.actual(), it.attainment(),
                it.cappedAttainment(), it.expectedShare(), it.reachedOn(), it.opinions());
    }

    private Optional<Effect> days(Assessment after) {
        LocalDate last = added instanceof Increment increment ? increment.span().last()
                : Facts.day(added).map(view::date).orElse(null);
        LocalDate first = added instanceof Increment increment ? increment.span().first() : last;
        if (last == null || first == null || added instanceof Complete) {
            return Optional.empty();
        }
        if (last.isAfter(question.date())) {
            return Optional.of(effect(after, Effect.Kind.AFTER_AS_OF, last + ", asked as of " + question.date()));
        }
        return after.term().contains(first) && after.term().contains(last) ? Optional.empty()
                : Optional.of(effect(after, Effect.Kind.OUTSIDE_PERIOD, (first.equals(last) ? "" + last : first + "/" + last)
                        + ", the period is " + after.term()));
    }

    /** The figure of the same sort that decides, where only the latest does; events do not replace each other. */
    private Optional<Effect> outvoted(Assessment after) {
        if (after.goal() instanceof Goal.Maintain || !(added instanceof Dated) || added instanceof Event) {
            return Optional.empty();
        }
        LocalDate last = after.due().isBefore(question.date()) ? after.due() : question.date();
        return cases.of(after).decides((Observation & Dated) added, last).filter(winner -> !winner.entry().id().equals(added.entry().id()))
                .map(winner -> effect(after, Effect.Kind.OUTVOTED, winner.entry().id() + " of "
                        + winner.on() + ", recorded at " + winner.entry().recordedAt()));
    }

    /** What figures of one sort share besides their kind. */
    static String about(Observation it) {
        return it instanceof Level level ? level.member()
                : it instanceof MemberReport report ? report.member()
                : it instanceof StageChange change ? change.item()
                : it instanceof Judgement judgement ? judgement.assessor() : "";
    }
}
