package io.mubiao.assess;

import io.mubiao.assess.GoalFacts.Item;
import io.mubiao.target.Goal;
import io.mubiao.trace.Evidence;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * One item reaches a stage by an inclusive day. Once reached in time it stays met whatever is reported later; that it
 * was not reached is said only as far as reports or a complete-through statement go.
 */
final class MilestoneEvaluator {
    private MilestoneEvaluator() {}

    static Finding evaluate(Case assessed, Goal.Milestone goal) {
        Finding finding = new Finding();
        Stages stages = Stages.of(assessed, goal.stages(), goal.stage());
        finding.facts = new GoalFacts.Milestone(stages.items(), stages.through());
        finding.tell(new Trace.Fact(Term.REQUIRED, goal.stage().get()));
        finding.tell(new Trace.Fact(Term.DUE, assessed.term.last().toString()));
        Optional<Item> reached = stages.items().stream().filter(item -> item.reached().isPresent())
                .min(Comparator.comparing(item -> item.reached().orElseThrow()));
        if (reached.isPresent()) {
            return reached(assessed, finding, reached.get().reached().orElseThrow(), reached.get().evidence());
        }
        return stages.unknown().map(unknown -> finding.cannotSay(Verdict.INSUFFICIENT_DATA, Reason.UNKNOWN_ATTRIBUTE,
                        "stage " + unknown + " is not one of " + goal.stages().steps()))
                .orElseGet(() -> notReached(assessed, finding, stages.through()));
    }

    private static Finding reached(Case assessed, Finding finding, LocalDate day, Evidence evidence) {
        boolean inTime = !day.isAfter(assessed.term.last());
        finding.reachedOn = day;
        finding.attainment = inTime ? Rational.ONE : null;
        finding.tell(new Trace.Fact(Term.ON, day.toString()));
        finding.tell(new Trace.Input(Term.REACHED, Quantity.share(Rational.ONE), evidence));
        Ruling.give(assessed, finding, inTime, true, Optional.of(day));
        finding.pace = inTime ? Pace.ON_PACE : Pace.BEHIND;
        if (!inTime) {
            finding.note(Note.Kind.REACHED_LATE, day.toString());
        }
        return finding;
    }

    private static Finding notReached(Case assessed, Finding finding, Optional<LocalDate> known) {
        boolean open = !assessed.isPastDue();
        if (known.isEmpty()) {
            assessed.unknownBeyond(finding, known, Reason.NO_OBSERVATION, "nothing was reported");
        } else if (Ruling.give(assessed, finding, false, false, known)) {
            finding.tell(new Trace.Fact(Term.AS_AT, known.get().toString()));
            finding.attainment = Rational.ZERO;
            finding.pace = Pace.BEHIND;
        }
        if (open) {
            finding.pace = Pace.NOT_DUE;
        }
        return finding;
    }
}
