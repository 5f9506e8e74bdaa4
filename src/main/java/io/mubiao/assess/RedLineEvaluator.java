package io.mubiao.assess;

import io.mubiao.assess.GoalFacts.RedLine;
import io.mubiao.observe.Observation.Event;
import io.mubiao.target.Goal;
import io.mubiao.target.Scale;
import io.mubiao.target.Stated;
import io.mubiao.trace.Evidence;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No event at or above a severity: breached at the first one and for ever. That there was none is said only where the
 * stream is stated to be complete.
 */
final class RedLineEvaluator {
    private static final Unit OCCURRENCE = Units.builtIn().with("起").get("起");

    private RedLineEvaluator() {}

    static Finding evaluate(Case assessed, Goal.RedLine goal) {
        Finding finding = new Finding();
        RedLine facts = facts(assessed, goal);
        finding.facts = facts;
        return assessed.isBeforeStart() ? assessed.notBegun(finding) : judge(assessed, goal, facts, finding);
    }

    private static RedLine facts(Case assessed, Goal.RedLine goal) {
        String stream = assessed.target.id();
        List<String> breaches = new ArrayList<>();
        List<String> ungraded = new ArrayList<>();
        Optional<LocalDate> first = Optional.empty();
        for (Event event : assessed.view.all(stream, Event.class, assessed.basis())) {
            LocalDate day = assessed.view.date(event.on());
            if (!assessed.counts(day)) {
                continue;
            }
            String grade = event.severity().orElse(null);
            if (isUngraded(goal, grade)) {
                ungraded.add(event.entry().id() + (grade == null ? " has no severity" : ": " + grade));
            } else if (breaches(goal, grade)) {
                breaches.add(event.entry().id());
                first = first.filter(day::isAfter).or(() -> Optional.of(day));
            }
        }
        ungraded.sort(null);
        return new RedLine(first, Evidence.of(breaches), ungraded,
                assessed.view.completeThrough(stream, assessed.term.first()));
    }

    private static Finding judge(Case assessed, Goal.RedLine goal, RedLine facts, Finding finding) {
        Quantity count = Quantity.of(facts.breaches().count(), OCCURRENCE);
        finding.required = Quantity.of(0, OCCURRENCE);
        finding.tell(new Trace.Fact(Term.RULE, goal.severity().map(Object::toString).orElse("any")));
        finding.tell(new Trace.Input(Term.OCCURRENCES, count, facts.breaches()));
        if (facts.first().isPresent()) {
            finding.actual = count;
            finding.reachedOn = facts.first().get();
            finding.tell(new Trace.Fact(Term.ON, facts.first().get().toString()));
            finding.verdict = Verdict.BREACHED;
            finding.settled = true;
            return finding;
        }
        if (!facts.ungraded().isEmpty()) {
            return finding.cannotSay(
                    Verdict.INSUFFICIENT_DATA, Reason.UNKNOWN_ATTRIBUTE, String.join("; ", facts.ungraded()));
        }
        Optional<LocalDate> complete = facts.asAt();
        if (!assessed.isPastDue() && complete.filter(day -> !day.isBefore(assessed.end)).isEmpty()) {
            return assessed.unknownBeyond(finding, complete, Reason.NOT_COMPLETE,
                    complete.map(day -> "complete through " + day).orElse("no complete-through statement"));
        }
        if (!Ruling.give(assessed, finding, true, false, complete)) {
            return finding;
        }
        finding.actual = count;
        finding.tell(new Trace.Fact(Term.COMPLETE_THROUGH, complete.orElseThrow().toString()));
        finding.capped = Rational.ONE;
        finding.pace = Pace.ON_PACE;
        return finding;
    }

    private static boolean isUngraded(Goal.RedLine goal, @Nullable String grade) {
        Scale grades = goal.grades().orElse(null);
        return goal.severity().isPresent() && (grade == null || (grades != null && !grades.has(grade)));
    }

    private static boolean breaches(Goal.RedLine goal, @Nullable String grade) {
        Stated<String> severity = goal.severity().orElse(null);
        Scale grades = goal.grades().orElse(null);
        return severity == null || grades == null || grade == null || grades.reaches(grade, severity.get());
    }
}
