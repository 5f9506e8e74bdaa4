package io.mubiao.land.question;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.internal.CompiledRule.CompiledItem;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds margins: the total, and each indicator alone, that would lead to the next better class. */
final class Margins {
    private static final int INDICATOR_DECIMALS = 4;
    private static final int TOTAL_DECIMALS = 6;
    private static final Rational FAR = Rational.of(1_000_000_000L);

    private Margins() {}

    static Optional<Margin> of(Evaluation evaluation, String id) {
        Inside inside = Inside.of(evaluation);
        Cohort cohort = inside.cohort();
        int row = inside.row(id);
        EnterpriseResult result = inside.result(row);
        if (cohort.classer == null || result.finalClass().isEmpty()) {
            return Optional.empty();
        }
        List<String> names = cohort.classer.names();
        int now = names.indexOf(result.finalClass().get());
        if (now == 0) {
            return Optional.empty();
        }
        String target = names.get(now - 1);
        Optional<Rational> points = points(evaluation, id, row, target);
        return Optional.of(new Margin(id, target, points, places(cohort, row, now - 1),
                indicators(evaluation, id, row, target)));
    }

    /** Searches the total itself, in steps of its last digit, to where it is better. */
    private static Optional<Rational> points(Evaluation evaluation, String id, int row, String target) {
        Cohort cohort = Inside.of(evaluation).cohort();
        Enclosure total = cohort.totals.value(row);
        if (total == null) {
            return Optional.empty();
        }
        int slot = cohort.rule.slot("total");
        CounterfactualSearch search = new CounterfactualSearch(evaluation, id, target);
        int decimals = cohort.totals.isRounded() ? cohort.totals.digits : TOTAL_DECIMALS;
        boolean rising = Scope.direction(cohort.rule, cohort.scope.group(row)) > 0;
        Rational least = rising ? total.low() : total.low().minus(FAR);
        Rational most = rising ? total.low().plus(FAR) : total.low();
        return search.search(slot, total.low(), least, most, decimals, value -> true)
                .map(needed -> needed.minus(total.low()).abs());
    }

    private static OptionalLong places(Cohort cohort, int row, int target) {
        RankTable table = cohort.table(row);
        if (table == null || !cohort.goesByRank() || cohort.ranks == null) {
            return OptionalLong.empty();
        }
        long last = table.ends().get(target);
        long gain = cohort.ranks.place(row) - last;
        return gain <= 0 || last <= 0 ? OptionalLong.empty() : OptionalLong.of(gain);
    }

    private static Map<String, Quantity> indicators(Evaluation evaluation, String id, int row, String target) {
        Cohort cohort = Inside.of(evaluation).cohort();
        Map<String, Quantity> needed = new LinkedHashMap<>();
        RowFrame frame = cohort.frame(row);
        int group = frame.group();
        if (group < 0) {
            return needed;
        }
        for (CompiledItem item : cohort.rule.groups().get(group).items()) {
            Slot slot = cohort.rule.slots().get(item.indicator());
            Value x = slot.symbol().kind() == Symbol.Kind.TEXT ? Value.missing(slot.symbol().name()) : frame.number(item.indicator());
            if (x.isNumber() && !needed.containsKey(slot.symbol().name())) {
                new CounterfactualSearch(evaluation, id, target).search(item.indicator(), x.number().low(), FAR.negate(), FAR,
                        INDICATOR_DECIMALS, value -> true).filter(value -> isAllowed(cohort, slot, value)).ifPresent(value ->
                        needed.put(slot.symbol().name(), Quantity.of(value, slot.symbol().unit())));
            }
        }
        return needed;
    }

    /** Whether a number can be filed, where the indicator is a column as it is filed. */
    private static boolean isAllowed(Cohort cohort, Slot slot, Rational value) {
        Expr formula = slot.formula().map(Formula::expr).orElse(Formula.of(value).expr());
        if (!(formula instanceof Expr.Name name)) {
            return true;
        }
        return cohort.rule.rule().columns().find(name.name()).filter(column -> column.unit().equals(slot.symbol().unit()))
                .map(column -> column.least().map(least -> Rational.of(least).compareTo(value) <= 0).orElse(true)
                        && column.most().map(most -> Rational.of(most).compareTo(value) >= 0).orElse(true)).orElse(true);
    }
}
