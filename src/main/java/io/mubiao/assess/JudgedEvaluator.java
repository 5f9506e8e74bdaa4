package io.mubiao.assess;

import io.mubiao.observe.Observation.Event;
import io.mubiao.target.Goal;
import io.mubiao.trace.Evidence;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A checklist of evidence: met when every item has arrived in time. A person's band is no part of it. */
final class JudgedEvaluator {
    private static final Unit PIECE = Units.builtIn().with("项").get("项");

    private JudgedEvaluator() {}

    static Finding evaluate(Case assessed, Goal.Judged goal) {
        Finding finding = new Finding();
        List<String> wanted = goal.evidence().get();
        String stream = assessed.target.id();
        TreeMap<String, String> found = new TreeMap<>();
        List<LocalDate> days = new ArrayList<>();
        for (Event event : assessed.view.all(stream, Event.class, assessed.basis())) {
            LocalDate day = assessed.view.date(event.on());
            if (day.isBefore(assessed.term.first()) || day.isAfter(assessed.end)) {
                continue;
            }
            days.add(day);
            if (wanted.contains(event.member())) {
                found.merge(event.member(), event.entry().id(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            } else {
                finding.note(Note.Kind.UNLISTED, event.entry().id() + " " + event.member());
            }
        }
        Trace have = new Trace.Input(Term.REACHED, Quantity.of(found.size(), PIECE),
                Evidence.of(List.copyOf(found.values())));
        Trace all = new Trace.Given(Term.REQUIRED, Quantity.of(wanted.size(), PIECE));
        finding.actual = have.value();
        finding.required = all.value();
        finding.tell(have);
        wanted.stream().filter(item -> !found.containsKey(item))
                .forEach(item -> finding.tell(new Trace.Fact(Term.MISSING, item)));
        Trace share = Trace.calc(Term.ATTAINMENT, Trace.Op.PER, have, all);
        if (found.size() == wanted.size()) {
            finding.tell(share);
            finding.attainment = share.value().asShare();
            finding.verdict = Verdict.MET;
            finding.settled = true;
            finding.pace = Pace.ON_PACE;
            return finding;
        }
        Optional<LocalDate> complete = assessed.view.completeThrough(stream, assessed.term.first());
        return incomplete(assessed, finding, share,
                assessed.isPastDue() ? complete : MilestoneEvaluator.Known.through(assessed, stream, days));
    }

    private static Finding incomplete(Case assessed, Finding finding, Trace share, Optional<LocalDate> known) {
        boolean open = !assessed.isPastDue();
        if (known.isEmpty() || (!open && known.get().isBefore(assessed.term.last())) || assessed.isStale(known.get())) {
            assessed.unknownBeyond(finding, known, known.isEmpty() ? Reason.NO_OBSERVATION : Reason.NOT_COMPLETE,
                    known.isEmpty() ? "no evidence was reported" : "known through " + known.get());
            finding.pace = open ? Pace.NOT_DUE : Pace.NOT_JUDGED;
            return finding;
        }
        finding.tell(share);
        finding.attainment = share.value().asShare();
        finding.verdict = assessed.unmet();
        finding.settled = !open;
        finding.pace = open ? Pace.NOT_DUE : Pace.BEHIND;
        return finding;
    }
}
