package io.mubiao.assess;

import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.trace.Evidence;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How many items reached a stage by an inclusive day. Of a partly named list every named item is needed: the others
 * count only up to the places the names leave free. Of an open list only those count that reached it in the period; an
 * item on a list counts whenever it did.
 */
final class StageCountEvaluator {
    private final Case assessed;
    private final Goal.StageCount goal;
    private final Finding finding = new Finding();
    private final List<String> counted = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private StageCountEvaluator(Case assessed, Goal.StageCount goal) {
        this.assessed = assessed;
        this.goal = goal;
    }

    static Finding evaluate(Case assessed, Goal.StageCount goal) {
        return new StageCountEvaluator(assessed, goal).evaluate();
    }

    private Finding evaluate() {
        finding.required = goal.require().reference().orElse(null);
        String stream = assessed.target.id();
        String wanted = goal.stage().get();
        Stages stages = Stages.of(assessed, stream, goal.stages(), wanted);
        Optional<String> unknown = stages.unknownStage();
        if (unknown.isPresent()) {
            return finding.cannotSay(Verdict.INSUFFICIENT_DATA, Reason.UNKNOWN_ATTRIBUTE, "stage " + unknown.get()
                    + " is not one of " + goal.stages().steps());
        }
        Optional<LocalDate> known = MilestoneEvaluator.Known.through(assessed, stream,
                stages.items().values().stream().map(Stages.Item::lastKnown).toList());
        if (known.isEmpty()) {
            return assessed.unknownBeyond(finding, known, Reason.NO_OBSERVATION, "nothing was reported");
        }
        count(stages.items());
        Bound require = goal.require();
        Quantity actual = Quantity.of(counted.size(), require.unit().orElseThrow().one());
        Trace value = new Trace.Input(Term.REACHED, actual, Evidence.of(counted));
        boolean holds = require.accepts(actual);
        finding.actual = actual;
        finding.tell(new Trace.Fact(Term.RULE, wanted));
        finding.tell(value);
        missing.forEach(item -> finding.tell(new Trace.Fact(Term.MISSING, item)));
        finding.tell(new Trace.Fact(Term.AS_AT, known.get().toString()));
        AmountEvaluator.attainment(finding, require, value, holds);
        finding.tell(new Trace.Check(Term.REACHED, value, require.toString(), holds));
        boolean more = require.direction() == Direction.HIGHER_IS_BETTER;
        boolean decided = (more && holds) || require.isExceededBy(actual);
        if (!decided && (assessed.isStale(known.get()) || (assessed.isPastDue() && !isKnown(stages.items(), holds)))) {
            finding.attainment = null;
            finding.capped = null;
            return assessed.unknownBeyond(finding, known, Reason.NOT_COMPLETE, "known through " + known.get());
        }
        finding.verdict = holds ? Verdict.MET : assessed.unmet();
        finding.settled = (more && holds) || assessed.isPastDue();
        AmountEvaluator.pace(assessed, finding, require, holds, true);
        return finding;
    }

    /**
     * Whether the answer is known through the deadline: by a complete-through statement or, of a list, because those
     * items that nobody reported on since would not change it.
     */
    private boolean isKnown(Map<String, Stages.Item> items, boolean holds) {
        LocalDate due = assessed.term.last();
        boolean complete = assessed.view.completeThrough(assessed.target.id(), assessed.term.first())
                .map(day -> !day.isBefore(due)).orElse(false);
        if (complete || goal.items().total() == null) {
            return complete;
        }
        long knownNot = items.values().stream()
                .filter(item -> !item.lastKnown().isBefore(due)
                        && (item.reached() == null || item.reached().isAfter(due)))
                .count();
        long most = Math.max(counted.size(), goal.items().total() - knownNot);
        return goal.require().accepts(Quantity.of(most, goal.require().unit().orElseThrow().one())) == holds;
    }

    private void count(Map<String, Stages.Item> items) {
        Items list = goal.items();
        int free = list.total() == null ? Integer.MAX_VALUE : list.total() - list.named().size();
        for (String named : list.named()) {
            Stages.Item item = items.get(named);
            if (item == null || !inTime(named, item)) {
                missing.add(named);
            } else {
                counted.add(Objects.requireNonNull(item.evidence()));
            }
        }
        boolean enumerated = list.total() != null && free == 0;
        for (Map.Entry<String, Stages.Item> entry : items.entrySet()) {
            if (list.named().contains(entry.getKey())) {
                continue;
            }
            if (enumerated) {
                finding.note(Note.Kind.UNLISTED, entry.getKey());
            } else if (inTime(entry.getKey(), entry.getValue())) {
                if (free > 0) {
                    free--;
                    counted.add(Objects.requireNonNull(entry.getValue().evidence()));
                } else {
                    finding.note(Note.Kind.UNLISTED, entry.getKey());
                }
            }
        }
    }

    private boolean inTime(String name, Stages.Item item) {
        LocalDate reached = item.reached();
        if (reached != null && reached.isAfter(assessed.term.last())) {
            finding.note(Note.Kind.REACHED_LATE, name + " " + reached);
        }
        if (reached != null && goal.items().total() == null && reached.isBefore(assessed.term.first())) {
            finding.note(Note.Kind.LEFT_OUT, name + " " + reached);
            return false;
        }
        return reached != null && !reached.isAfter(assessed.term.last());
    }
}
