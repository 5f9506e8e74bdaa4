package io.mubiao.land.assess;

import io.mubiao.formula.Truth;
import io.mubiao.land.ResolvedRule;
import io.mubiao.rule.Cite;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an explanation says of the place and of what changed the class. */
final class OutcomeLines {
    /** The id of the line that says that a vacated place was filled again. */
    private static final String REFILL = "refill";
    /** The id of the line that says that somebody who was moved holds the place. */
    private static final String DISPLACED = "displaced";

    private final Cohort cohort;
    private final ResolvedRule rule;
    private final int row;
    private final RowFrame frame;

    OutcomeLines(Cohort cohort, int row, RowFrame frame) {
        this.cohort = cohort;
        this.rule = cohort.rule;
        this.row = row;
        this.frame = frame;
    }

    Optional<Explanation.Placing> placing() {
        RankTable table = cohort.table(row);
        if (table == null || cohort.ranks == null) {
            return Optional.empty();
        }
        List<Explanation.CutOff> cuts = new ArrayList<>();
        List<Long> ends = table.ends();
        int direction = Scope.direction(rule, cohort.scope.group(row));
        int before = -1;
        for (int k = 0; k < ends.size(); k++) {
            int last = table.lastIndex(ends.get(k));
            cuts.add(new Explanation.CutOff(rule.rule().classes().orElseThrow().classes().get(k), ends.get(k),
                    last > before ? Optional.of(table.total(last).times(direction)) : Optional.empty()));
            before = Math.max(before, last);
        }
        int code = cohort.ranks.joined(cohort.scope.rankings.code(row));
        int index = table.find(cohort.key(frame, Objects.requireNonNull(cohort.totals.value(row))));
        return Optional.of(new Explanation.Placing(cohort.scope.rankings.key(code), cohort.ranks.place(row),
                table.equal(index), table.ranked(), cuts));
    }

    List<Explanation.OverrideLine> overrides(EnterpriseResult result) {
        Classer classer = cohort.classer;
        if (classer == null || cohort.initial[row] < 0 || result.standing() == Standing.UNGRADED) {
            return List.of();
        }
        List<Explanation.OverrideLine> lines = new ArrayList<>();
        int found = cohort.found(classer)[row];
        if (found != cohort.initial[row]) {
            String how = found < cohort.initial[row] ? REFILL : DISPLACED;
            lines.add(new Explanation.OverrideLine(how, how, Optional.of(true),
                    classer.names().get(cohort.initial[row]), classer.names().get(found), Optional.empty(), Cite.NONE));
        }
        classer.steps(frame, found).forEach(step -> lines.add(new Explanation.OverrideLine(
                step.override().id(), step.override().title(),
                step.holds() == Truth.UNKNOWN ? Optional.empty() : Optional.of(step.holds() == Truth.TRUE),
                classer.names().get(step.before()), classer.names().get(step.after()), step.manual(),
                step.override().cite())));
        return lines;
    }
}
