package io.mubiao.assess;

import io.mubiao.assess.GoalFacts.Item;
import io.mubiao.assess.GoalFacts.StageCount;
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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many items reached a stage by an inclusive day. Of a partly named list every named item is needed: the others
 * count only up to the places the names leave free. Of an open list only those count that reached it in the period; an
 * item on a list counts whenever it did.
 */
final class StageCountEvaluator {
    private final Case assessed;
    private final Goal.StageCount goal;
    private final Finding finding = new Finding();
    private final List<Item> counted = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private StageCountEvaluator(Case assessed, Goal.StageCount goal) {
        this.assessed = assessed;
        this.goal = goal;
    }

    static Finding evaluate(Case assessed, Goal.StageCount goal) {
        return new StageCountEvaluator(assessed, goal).evaluate();
    }

    private Finding evaluate() {
        Stages stages = Stages.of(assessed, goal.stages(), goal.stage());
        count(stages.items());
        StageCount facts = new StageCount(stages.items(), counted, missing, stages.through());
        finding.facts = facts;
        if (assessed.isBeforeStart()) {
            return assessed.notBegun(finding);
        }
        finding.required = goal.require().reference().orElse(null);
        if (stages.unknown().isPresent()) {
            return finding.cannotSay(Verdict.INSUFFICIENT_DATA, Reason.UNKNOWN_ATTRIBUTE, "stage " + stages.unknown().get()
                    + " is not one of " + goal.stages().steps());
        }
        return facts.asAt().map(known -> judge(facts, known)).orElseGet(() ->
                assessed.unknownBeyond(finding, Optional.empty(), Reason.NO_OBSERVATION, "nothing was reported"));
    }

    private Finding judge(StageCount facts, LocalDate known) {
        Bound require = goal.require();
        Quantity actual = Quantity.of(facts.counted().size(), require.unit().orElseThrow().one());
        Trace value = new Trace.Input(Term.REACHED, actual, Evidence.of(
                facts.counted().stream().flatMap(item -> item.evidence().ids()).toList()));
        boolean holds = require.accepts(actual);
        finding.actual = actual;
        finding.tell(new Trace.Fact(Term.RULE, goal.stage().get()));
        finding.tell(value);
        finding.tell(Term.MISSING, facts.missing());
        finding.tell(new Trace.Fact(Term.AS_AT, known.toString()));
        AmountEvaluator.attainment(finding, require, actual, value, holds);
        finding.tell(new Trace.Check(Term.REACHED, value, require.toString(), holds));
        boolean more = require.direction() == Direction.HIGHER_IS_BETTER;
        boolean lasts = (more && holds) || require.isExceededBy(actual);
        if (Ruling.give(assessed, finding, holds, lasts, assessed.isPastDue() ? through(facts, holds) : Optional.of(known))) {
            AmountEvaluator.pace(assessed, finding, require, holds, true);
        }
        return finding;
    }

    /**
     * How far the answer is known: as far as the stream is stated to be complete; of a list also through the deadline where
     * those items that nobody reported on since would not change it, else as far as the first of them that has a report.
     */
    private Optional<LocalDate> through(StageCount facts, boolean holds) {
        LocalDate due = assessed.term.last();
        Optional<LocalDate> complete = assessed.knownThrough(assessed.target.id(), Optional.empty());
        Integer total = goal.items().total().orElse(null);
        if (total == null) {
            return complete.or(() -> facts.asAt().filter(day -> day.isBefore(due)));
        }
        Optional<LocalDate> open = facts.items().stream().filter(item -> item.reached().isEmpty())
                .map(Item::lastKnown).filter(day -> day.isBefore(due)).min(LocalDate::compareTo);
        return isKnown(facts, holds, total) ? Optional.of(due)
                : assessed.knownThrough(assessed.target.id(), open);
    }

    /** Whether those items of a list that nobody reported on since the deadline would not change the answer. */
    private boolean isKnown(StageCount facts, boolean holds, int total) {
        LocalDate due = assessed.term.last();
        long knownNot = facts.items().stream().filter(item -> !item.lastKnown().isBefore(due)
                && item.reached().filter(day -> !day.isAfter(due)).isEmpty()).count();
        long most = Math.max(facts.counted().size(), total - knownNot);
        return goal.require().accepts(Quantity.of(most, goal.require().unit().orElseThrow().one())) == holds;
    }

    private void count(List<Item> items) {
        Items list = goal.items();
        Map<String, Item> byName = items.stream().collect(Collectors.toMap(Item::name, item -> item));
        int free = list.total().map(all -> all - list.named().size()).orElse(Integer.MAX_VALUE);
        for (String named : list.named()) {
            Item item = byName.get(named);
            if (item == null || !inTime(item)) {
                missing.add(named);
            } else {
                counted.add(item);
            }
        }
        boolean enumerated = list.isEnumerated();
        for (Item item : items) {
            if (list.named().contains(item.name())) {
                continue;
            }
            if (enumerated) {
                finding.note(Note.Kind.UNLISTED, item.name());
            } else if (inTime(item)) {
                if (free > 0) {
                    free--;
                    counted.add(item);
                } else {
                    finding.note(Note.Kind.UNLISTED, item.name());
                }
            }
        }
    }

    private boolean inTime(Item item) {
        Optional<LocalDate> reached = item.reached();
        String what = item.name() + reached.map(day -> " " + day).orElse("");
        boolean late = reached.filter(day -> day.isAfter(assessed.term.last())).isPresent();
        boolean early = goal.items().total().isEmpty() && reached.filter(day -> day.isBefore(assessed.term.first())).isPresent();
        if (late) {
            finding.note(Note.Kind.REACHED_LATE, what);
        }
        if (early) {
            finding.note(Note.Kind.LEFT_OUT, what);
        }
        return reached.isPresent() && !late && !early;
    }
}
