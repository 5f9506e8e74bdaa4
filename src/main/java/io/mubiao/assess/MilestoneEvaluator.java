package io.mubiao.assess;

import io.mubiao.target.Goal;
import io.mubiao.trace.Evidence;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One item reaches a stage by an inclusive day. Once reached in time it stays met whatever is reported later; that it
 * was not reached is said only as far as reports or a complete-through statement go.
 */
final class MilestoneEvaluator {
    private MilestoneEvaluator() {}

    static Finding evaluate(Case assessed, Goal.Milestone goal) {
        Finding finding = new Finding();
        String stream = assessed.target.id();
        String wanted = goal.stage().get();
        LocalDate due = assessed.term.last();
        Stages stages = Stages.of(assessed, stream, goal.stages(), wanted);
        finding.tell(new Trace.Fact(Term.REQUIRED, wanted));
        finding.tell(new Trace.Fact(Term.DUE, due.toString()));
        Optional<Stages.Item> reached = stages.items().values().stream()
                .filter(item -> item.reached() != null)
                .min(Comparator.comparing(item -> java.util.Objects.requireNonNull(item.reached())));
        if (reached.isPresent()) {
            return reached(assessed, finding, reached.get(), due);
        }
        Optional<String> unknown = stages.unknownStage();
        if (unknown.isPresent()) {
            return finding.cannotSay(Verdict.INSUFFICIENT_DATA, Reason.UNKNOWN_ATTRIBUTE, "stage " + unknown.get()
                    + " is not one of " + goal.stages().steps());
        }
        return notReached(assessed, finding, stages, stream, due);
    }

    private static Finding reached(Case assessed, Finding finding, Stages.Item item, LocalDate due) {
        LocalDate day = java.util.Objects.requireNonNull(item.reached());
        boolean inTime = !day.isAfter(due);
        finding.reachedOn = day;
        finding.attainment = inTime ? Rational.ONE : null;
        finding.tell(new Trace.Fact(Term.ON, day.toString()));
        finding.tell(new Trace.Input(Term.REACHED, Quantity.share(Rational.ONE),
                Evidence.of(Optional.ofNullable(item.evidence()).stream().toList())));
        finding.verdict = inTime ? Verdict.MET : Verdict.MISSED;
        finding.settled = inTime || assessed.isPastDue();
        finding.pace = inTime ? Pace.ON_PACE : Pace.BEHIND;
        if (!inTime) {
            finding.note(Note.Kind.REACHED_LATE, day.toString());
        }
        return finding;
    }

    private static Finding notReached(Case assessed, Finding finding, Stages stages, String stream, LocalDate due) {
        Optional<LocalDate> known = Known.through(assessed, stream,
                stages.items().values().stream().map(Stages.Item::lastKnown).toList());
        boolean open = !assessed.isPastDue();
        if (known.isEmpty() || (!open && known.get().isBefore(due)) || assessed.isStale(known.get())) {
            assessed.unknownBeyond(finding, known, known.isEmpty() ? Reason.NO_OBSERVATION : Reason.NOT_COMPLETE,
                    known.isEmpty() ? "nothing was reported" : "known through " + known.get());
            if (open) {
                finding.pace = Pace.NOT_DUE;
            }
            return finding;
        }
        finding.tell(new Trace.Fact(Term.AS_AT, known.get().toString()));
        finding.attainment = Rational.ZERO;
        finding.verdict = assessed.unmet();
        finding.settled = !open;
        finding.pace = open ? Pace.NOT_DUE : Pace.BEHIND;
        return finding;
    }

    /** How far reports and complete-through statements reach. */
    static final class Known {
        private Known() {}

        static Optional<LocalDate> through(Case assessed, String stream, List<LocalDate> reports) {
            Optional<LocalDate> complete = assessed.view.completeThrough(stream, assessed.term.first());
            return java.util.stream.Stream.concat(reports.stream(), complete.stream()).max(LocalDate::compareTo);
        }
    }
}
