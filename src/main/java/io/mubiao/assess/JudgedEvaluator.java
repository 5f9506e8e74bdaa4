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
import java.util.stream.Stream;

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
            finding.verdict = Verdict.MET;
            finding.settled = true;
            finding.pace = Pace.ON_PACE;
            return finding;
        }
        Optional<LocalDate> complete = assessed.view.completeThrough(assessed.target.id(), assessed.term.first());
        return incomplete(assessed, finding, share, done, assessed.isPastDue() ? complete
                : Stream.concat(facts.reported().stream(), complete.stream()).max(LocalDate::compareTo));
    }

    private static Finding incomplete(Case assessed, Finding finding, Trace share, Rational done,
            Optional<LocalDate> known) {
        boolean open = !assessed.isPastDue();
        if (known.isEmpty() || (!open && known.get().isBefore(assessed.term.last())) || assessed.isStale(known.get())) {
            assessed.unknownBeyond(finding, known, known.isEmpty() ? Reason.NO_OBSERVATION : Reason.NOT_COMPLETE,
                    known.isEmpty() ? "no evidence was reported" : "known through " + known.get());
            finding.pace = open ? Pace.NOT_DUE : Pace.NOT_JUDGED;
            return finding;
        }
        finding.tell(share);
        finding.attainment = done;
        finding.verdict = assessed.unmet();
        finding.settled = !open;
        finding.pace = open ? Pace.NOT_DUE : Pace.BEHIND;
        return finding;
    }
}
