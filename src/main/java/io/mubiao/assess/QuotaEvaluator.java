package io.mubiao.assess;

import io.mubiao.assess.GoalFacts.Cell;
import io.mubiao.assess.GoalFacts.Quota;
import io.mubiao.assess.internal.DaysOf;
import io.mubiao.target.Excuse;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.target.Stated;
import io.mubiao.time.Slot;
import io.mubiao.time.Span;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * At least k events in every cell (slot, or slot × member). Attainment is fulfilled ÷ due cells; excused cells are out
 * of both, a surplus does not move, the running slot is not due, and one closed slot without enough is a miss. A closed
 * slot counts as missed only if the stream is stated to be complete for it.
 */
final class QuotaEvaluator {
    /** No member is called so. */
    private static final String UNLISTED = "\0";
    private static final Unit CELL = Units.builtIn().with("格").get("格");

    private final Case assessed;
    private final Goal.Quota goal;
    private final Finding finding = new Finding();
    private final List<Span> complete;
    private final List<Cell> missed = new ArrayList<>();
    private final List<Cell> unknown = new ArrayList<>();
    private final List<Cell> open = new ArrayList<>();
    private long fulfilled;
    private long excused;

    private QuotaEvaluator(Case assessed, Goal.Quota goal) {
        this.assessed = assessed;
        this.goal = goal;
        this.complete = assessed.completeSpans(assessed.target.id());
    }

    static Finding evaluate(Case assessed, Goal.Quota goal) {
        QuotaEvaluator evaluator = new QuotaEvaluator(assessed, goal);
        Quota facts = evaluator.facts();
        evaluator.finding.facts = facts;
        return assessed.isBeforeStart() ? assessed.notBegun(evaluator.finding) : evaluator.judge(facts);
    }

    private Quota facts() {
        List<Slot> slots = assessed.slots(goal.cadence().get());
        Stated<Population> population = goal.population().orElse(null);
        Collection<String> members = population == null ? List.of("") : new TreeSet<>(((Population.Listed) population.get()).members());
        DaysOf events = assessed.fold(goal, assessed.target.id(), assessed.basis(), assessed.term,
                () -> new DaysOf(assessed.view, assessed.target.id(), assessed.basis(), day -> !day.isAfter(assessed.asOf),
                        event -> population == null ? "" : members.contains(event.member()) ? event.member() : UNLISTED));
        events.events(UNLISTED).forEach(event -> finding.note(Note.Kind.UNLISTED, event.entry().id() + " " + event.member()));
        for (String member : members) {
            for (Slot slot : slots) {
                place(member, slot, events);
            }
        }
        return new Quota(fulfilled, excused, missed, unknown, open, events.evidence(group -> !group.equals(UNLISTED)));
    }

    private void place(String member, Slot slot, DaysOf events) {
        if (Excuse.cover(goal.excuses(), slot)) {
            excused++;
            return;
        }
        Cell cell = new Cell(member, slot, events.count(member, slot.span()));
        if (slot.span().last().isAfter(assessed.asOf)) {
            open.add(cell);
        } else if (cell.events() >= goal.atLeast()) {
            fulfilled++;
        } else if (complete.stream().anyMatch(span -> span.contains(slot.span()))) {
            missed.add(cell);
        } else {
            unknown.add(cell);
        }
    }

    private Finding judge(Quota facts) {
        long due = facts.due();
        Quantity done = Quantity.of(facts.fulfilled(), CELL);
        Trace doneStep = new Trace.Input(Term.FULFILLED_CELLS, done, facts.events());
        Trace dueStep = new Trace.Given(Term.DUE_CELLS, Quantity.of(due, CELL));
        finding.tell(new Trace.Fact(Term.RULE, ">= " + goal.atLeast() + " / " + goal.cadence()));
        finding.tell(doneStep);
        finding.tell(dueStep);
        if (facts.excused() > 0) {
            finding.tell(new Trace.Given(Term.EXCUSED_CELLS, Quantity.of(facts.excused(), CELL)));
        }
        finding.tell(Term.MISSED_CELL, facts.missed());
        finding.tell(Term.UNKNOWN_CELL, facts.unknown());
        if (due == 0 && facts.open().isEmpty()) {
            return finding.cannotSay(Verdict.NOT_APPLICABLE, Reason.ZERO_DENOMINATOR,
                    facts.excused() > 0 ? "every slot is excused" : "the period has no slot");
        }
        finding.actual = done;
        finding.required = Quantity.of(due, CELL);
        if (due == 0) {
            finding.verdict = Verdict.NOT_MET;
            finding.pace = Pace.NOT_DUE;
            return finding;
        }
        if (facts.unknown().isEmpty()) {
            finding.attainment = Rational.of(facts.fulfilled(), due);
            finding.tell(() -> Trace.calc(Term.ATTAINMENT, Trace.Op.PER, doneStep, dueStep));
        }
        if (!facts.missed().isEmpty()) {
            finding.verdict = Verdict.MISSED;
            finding.settled = true;
            finding.pace = Pace.BEHIND;
        } else if (!facts.unknown().isEmpty()) {
            Optional<LocalDate> known = facts.unknown().stream().map(cell -> cell.slot().span().first().minusDays(1))
                    .min(LocalDate::compareTo);
            if (Ruling.endsEarly(assessed, finding, known)) {
                return finding;
            }
            return assessed.unknownBeyond(finding, known, Reason.NOT_COMPLETE, facts.unknown().size()
                    + " closed slot(s) without enough events and without a complete-through statement, first "
                    + facts.unknown().get(0));
        } else {
            boolean closed = facts.open().isEmpty();
            finding.verdict = closed ? Verdict.MET : Verdict.NOT_MET;
            finding.settled = closed;
            finding.pace = Pace.ON_PACE;
        }
        return finding;
    }
}
