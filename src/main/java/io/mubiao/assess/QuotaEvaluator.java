package io.mubiao.assess;

import io.mubiao.observe.Observation.Event;
import io.mubiao.target.Excuse;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.target.Stated;
import io.mubiao.time.Slot;
import io.mubiao.time.Span;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * At least k events in every cell (slot, or slot × member). Attainment is fulfilled ÷ due cells; excused cells are out
 * of both, a surplus does not move, the running slot is not due, and one closed slot without enough is a miss. A closed
 * slot counts as missed only if the stream is stated to be complete for it.
 */
final class QuotaEvaluator {
    private static final Unit CELL = Units.builtIn().with("格").get("格");
    private static final int LISTED = 100;

    private final Case assessed;
    private final Goal.Quota goal;
    private final Finding finding = new Finding();
    private final List<Span> complete;
    private final List<String> missed = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private long fulfilled;
    private long excused;
    private long running;
    private Optional<LocalDate> firstGap = Optional.empty();

    private QuotaEvaluator(Case assessed, Goal.Quota goal) {
        this.assessed = assessed;
        this.goal = goal;
        this.complete = assessed.view.completeSpans(assessed.target.id());
    }

    static Finding evaluate(Case assessed, Goal.Quota goal) {
        return new QuotaEvaluator(assessed, goal).evaluate();
    }

    private Finding evaluate() {
        List<Slot> slots = goal.cadence().get().slots(assessed.term);
        Map<String, List<Event>> events = events();
        for (Map.Entry<String, List<Event>> member : events.entrySet()) {
            long[] days = member.getValue().stream()
                    .mapToLong(event -> assessed.view.date(event.on()).toEpochDay()).sorted().toArray();
            for (Slot slot : slots) {
                place(member.getKey(), slot, days);
            }
        }
        List<String> ids = events.values().stream().flatMap(List::stream).map(event -> event.entry().id()).toList();
        return judge(Evidence.of(ids));
    }

    private Map<String, List<Event>> events() {
        Stated<Population> population = goal.population();
        Map<String, List<Event>> byMember = new TreeMap<>();
        if (population != null) {
            ((Population.Listed) population.get()).members().forEach(member -> byMember.put(member, new ArrayList<>()));
        } else {
            byMember.put("", new ArrayList<>());
        }
        for (Event event : assessed.view.all(assessed.target.id(), Event.class, assessed.basis())) {
            if (assessed.view.date(event.on()).isAfter(assessed.asOf)) {
                continue;
            }
            List<Event> own = byMember.get(population == null ? "" : event.member());
            if (own == null) {
                finding.note(Note.Kind.UNLISTED, event.entry().id() + " " + event.member());
            } else {
                own.add(event);
            }
        }
        return byMember;
    }

    private void place(String member, Slot slot, long[] days) {
        if (Excuse.cover(goal.excuses(), slot)) {
            excused++;
        } else if (slot.span().last().isAfter(assessed.asOf)) {
            running++;
        } else if (count(days, slot.span()) >= goal.atLeast()) {
            fulfilled++;
        } else if (complete.stream().anyMatch(span -> span.contains(slot.span()))) {
            missed.add(cell(member, slot));
        } else {
            unknown.add(cell(member, slot));
            LocalDate last = slot.span().first().minusDays(1);
            firstGap = Optional.of(firstGap.filter(day -> day.isBefore(last)).orElse(last));
        }
    }

    private static String cell(String member, Slot slot) {
        return member.isEmpty() ? slot.label() : member + " " + slot.label();
    }

    private static int count(long[] days, Span span) {
        return upTo(days, span.last().toEpochDay()) - upTo(days, span.first().toEpochDay() - 1);
    }

    private static int upTo(long[] days, long day) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Finding judge(Evidence events) {
        long due = fulfilled + (long) missed.size() + unknown.size();
        Quantity done = Quantity.of(fulfilled, CELL);
        Trace doneStep = new Trace.Input(Term.FULFILLED_CELLS, done, events);
        Trace dueStep = new Trace.Given(Term.DUE_CELLS, Quantity.of(due, CELL));
        finding.tell(new Trace.Fact(Term.RULE, ">= " + goal.atLeast() + " / " + goal.cadence()));
        finding.tell(doneStep);
        finding.tell(dueStep);
        if (excused > 0) {
            finding.tell(new Trace.Given(Term.EXCUSED_CELLS, Quantity.of(excused, CELL)));
        }
        missed.stream().limit(LISTED).forEach(cell -> finding.tell(new Trace.Fact(Term.MISSED_CELL, cell)));
        unknown.stream().limit(LISTED).forEach(cell -> finding.tell(new Trace.Fact(Term.UNKNOWN_CELL, cell)));
        if (due + running == 0) {
            return finding.cannotSay(Verdict.NOT_APPLICABLE, Reason.ZERO_DENOMINATOR,
                    excused > 0 ? "every slot is excused" : "the period has no slot");
        }
        finding.actual = done;
        finding.required = Quantity.of(due, CELL);
        if (due == 0) {
            finding.verdict = Verdict.NOT_MET;
            finding.pace = Pace.NOT_DUE;
            return finding;
        }
        if (unknown.isEmpty()) {
            Trace share = Trace.calc(Term.ATTAINMENT, Trace.Op.PER, doneStep, dueStep);
            finding.attainment = Rational.of(fulfilled, due);
            finding.tell(share);
        }
        if (!missed.isEmpty()) {
            finding.verdict = Verdict.MISSED;
            finding.settled = true;
            finding.pace = Pace.BEHIND;
        } else if (!unknown.isEmpty()) {
            return assessed.unknownBeyond(finding, firstGap, Reason.NOT_COMPLETE, unknown.size()
                    + " closed slot(s) without enough events and without a complete-through statement, first "
                    + unknown.get(0));
        } else {
            finding.verdict = running == 0 ? Verdict.MET : Verdict.NOT_MET;
            finding.settled = running == 0;
            finding.pace = Pace.ON_PACE;
        }
        return finding;
    }
}
