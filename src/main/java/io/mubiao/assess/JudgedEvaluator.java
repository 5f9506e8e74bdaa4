package io.mubiao.assess;

import io.mubiao.assess.GoalFacts.Judged;
import io.mubiao.observe.Observation.Event;
import io.mubiao.target.Goal;
import io.mubiao.trace.Evidence;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A checklist of evidence: met when every item has arrived in time. A person's band is no part of it. */
final class JudgedEvaluator {
    private static final Unit PIECE = Units.builtIn().with("项").get("项");

    private JudgedEvaluator() {}

    static Finding evaluate(Case assessed, Goal.Judged goal) {
        Finding finding = new Finding();
        Judged facts = facts(assessed, goal, finding);
        finding.facts = facts;
        return assessed.isBeforeStart() ? assessed.notBegun(finding) : judge(assessed, facts, finding);
    }

    private static Judged facts(Case assessed, Goal.Judged goal, Finding finding) {
        List<String> wanted = goal.evidence().get();
        TreeMap<String, String> found = new TreeMap<>();
        Optional<LocalDate> reported = Optional.empty();
        for (Event event : assessed.view.all(assessed.target.id(), Event.class, assessed.basis())) {
            LocalDate day = assessed.view.date(event.on());
            if (!assessed.counts(day)) {
                continue;
            }
            reported = reported.filter(day::isBefore).or(() -> Optional.of(day));
            if (wanted.contains(event.member())) {
                found.merge(event.member(), event.entry().id(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            } else {
                finding.note(Note.Kind.UNLISTED, event.entry().id() + " " + event.member());
            }
        }
        return new Judged(found, wanted.stream().filter(item -> !found.containsKey(item)).toList(), reported);
    }

    private static Finding judge(Case assessed, Judged facts, Finding finding) {
        int found = facts.found().size();
        int wanted = found + facts.lacking().size();
        finding.actual = Quantity.of(found, PIECE);
        finding.required = Quantity.of(wanted, PIECE);
        Trace have = new Trace.Input(Term.REACHED, Quantity.of(found, PIECE), Evidence.of(List.copyOf(facts.found().values())));
        Trace all = new Trace.Given(Term.REQUIRED, Quantity.of(wanted, PIECE));
        finding.tell(have);
        finding.tell(Term.MISSING, facts.lacking());
        Trace share = Trace.calc(Term.ATTAINMENT, Trace.Op.PER, have, all);
        Rational done = Rational.of(found, wanted);
        if (facts.lacking().isEmpty()) {
            finding.tell(share);
            finding.attainment = done;
            Ruling.give(assessed, finding, true, true, facts.reported());
            finding.pace = Pace.ON_PACE;
            return finding;
        }
        Optional<LocalDate> known = assessed.isPastDue()
                ? facts.reported().filter(day -> day.isBefore(assessed.term.last())) : facts.reported();
        return incomplete(assessed, finding, share, done, assessed.knownThrough(assessed.target.id(), known));
    }

    private static Finding incomplete(Case assessed, Finding finding, Trace share, Rational done,
            Optional<LocalDate> known) {
        boolean open = !assessed.isPastDue();
        if (known.isEmpty()) {
            assessed.unknownBeyond(finding, known, Reason.NO_OBSERVATION, "no evidence was reported");
        } else if (Ruling.give(assessed, finding, false, false, known)) {
            finding.tell(share);
            finding.attainment = done;
            finding.pace = Pace.BEHIND;
        }
        if (open) {
            finding.pace = Pace.NOT_DUE;
        }
        return finding;
    }
}
