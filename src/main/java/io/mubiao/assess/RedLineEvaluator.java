package io.mubiao.assess;

import io.mubiao.assess.GoalFacts.RedLine;
import io.mubiao.assess.internal.DaysOf;
import io.mubiao.observe.Observation.Event;
import io.mubiao.target.Goal;
import io.mubiao.target.Scale;
import io.mubiao.target.Stated;
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
    private static final String BREACH = "breach";
    private static final String UNGRADED = "ungraded";
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
        DaysOf events = assessed.fold(Goal.RedLine.class, stream, assessed.basis(), assessed.term,
                () -> new DaysOf(assessed.view, stream, assessed.basis(), assessed::counts, event -> group(goal, event)));
        List<String> ungraded = new ArrayList<>();
        events.events(UNGRADED).forEach(event -> ungraded.add(event.entry().id()
                + event.severity().map(grade -> ": " + grade).orElse(" has no severity")));
        ungraded.sort(null);
        return new RedLine(events.first(BREACH), events.evidence(BREACH::equals), ungraded,
                assessed.completeThrough(stream, assessed.term.first()));
    }

    private static String group(Goal.RedLine goal, Event event) {
        String grade = event.severity().orElse(null);
        return isUngraded(goal, grade) ? UNGRADED : breaches(goal, grade) ? BREACH : "";
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
