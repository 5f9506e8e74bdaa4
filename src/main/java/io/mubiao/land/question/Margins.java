package io.mubiao.land.question;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.land.Refill;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.work.TooCostlyException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** Finds margins: the total, each indicator and each column alone that would lead to the next better class. */
final class Margins {
    private static final int INDICATOR_DECIMALS = 4;
    private static final int TOTAL_DECIMALS = 6;
    private static final Rational FAR = Rational.of(1_000_000_000L);

    private final Evaluation evaluation;
    private final Cohort cohort;
    private final String id;
    private final int row;
    private final int goal;
    private final String target;
    private final ClassBound bound;
    private final TestFigures figures;
    /** The worst class that something found leads to; below 0 where nothing does or nobody can tell. */
    private int reached = -1;
    private boolean isOpen;

    private Margins(Evaluation evaluation, String id, int row, int goal) {
        this.evaluation = evaluation;
        this.cohort = Inside.of(evaluation).cohort();
        this.id = id;
        this.row = row;
        this.goal = goal;
        this.target = cohort.rule.classes().orElseThrow().rule().classes().get(goal);
        this.bound = new ClassBound(cohort, row);
        this.figures = new TestFigures(cohort.rule);
    }

    static Optional<Margin> of(Evaluation evaluation, String id) {
        Inside inside = Inside.of(evaluation);
        int row = inside.row(id);
        EnterpriseResult result = inside.result(row);
        if (inside.cohort().classer == null || result.finalClass().isEmpty()) {
            return Optional.empty();
        }
        int now = inside.cohort().classer.names().indexOf(result.finalClass().get());
        return now == 0 ? Optional.empty() : Optional.of(new Margins(evaluation, id, row, now - 1).find());
    }

    private Margin find() {
        if (bound.isOpen()) {
            return new Margin(id, target, Optional.empty(), OptionalLong.empty(), Map.of(), Map.of(), true);
        }
        Optional<Rational> total = total();
        Map<String, Quantity> indicators = indicators(total.isPresent());
        Map<String, Quantity> columns = total.isPresent() || !indicators.isEmpty() ? Map.of() : columns();
        int to = isOpen || reached < 0 ? goal : reached;
        Optional<Rational> points = total.map(needed -> needed.minus(own().low()).abs());
        return new Margin(id, cohort.rule.classes().orElseThrow().rule().classes().get(to), points, places(to, total), indicators, columns, false);
    }

    private Enclosure own() {
        return requireNonNull(cohort.totals.value(row));
    }

    /** Searches the total itself, in steps of its last digit, to where it is better. */
    private Optional<Rational> total() {
        if (cohort.totals.value(row) == null) {
            return Optional.empty();
        }
        int slot = cohort.rule.slot("total");
        int decimals = cohort.totals.isRounded() ? cohort.totals.digits : TOTAL_DECIMALS;
        boolean rising = Scope.direction(cohort.rule, cohort.scope.group(row)) > 0;
        Rational now = own().low();
        Optional<Rational> found = search().search(slot, now, rising ? now : now.minus(FAR), rising ? now.plus(FAR) : now, decimals,
                value -> true);
        found.ifPresent(value -> reaches(slot, value));
        return found;
    }

    private CounterfactualSearch search() {
        return new CounterfactualSearch(evaluation, id, target);
    }

    /** Notes the class that a number leads to. */
    private void reaches(int slot, Rational value) {
        OptionalInt found = bound.only(Map.of(slot, Value.of(value)));
        isOpen |= found.isEmpty();
        reached = Math.max(reached, found.orElse(-1));
    }

    /** The places to the last one of the class; where vacated places are filled again, those that the points gain. */
    private OptionalLong places(int to, Optional<Rational> total) {
        RankTable table = cohort.table(row);
        if (table == null || !cohort.goesByRank() || cohort.ranks == null) {
            return OptionalLong.empty();
        }
        boolean refills = cohort.rule.rule().refill() != Refill.NONE;
        long last = refills ? total.map(needed -> placeAt(table, needed)).orElse(0L) : table.ends().get(to);
        long gain = cohort.ranks.place(row) - last;
        return gain <= 0 || last <= 0 ? OptionalLong.empty() : OptionalLong.of(gain);
    }

    private long placeAt(RankTable table, Rational total) {
        RowFrame frame = cohort.frame(row);
        return table.placeInstead(cohort.key(frame, Enclosure.of(total)), table.find(cohort.key(frame, own())));
    }

    /** Each indicator that is scored or that a test asks for; the one that ranks where the total it is does not lead there. */
    private Map<String, Quantity> indicators(boolean pointsLead) {
        Map<String, Quantity> needed = new LinkedHashMap<>();
        int group = cohort.frame(row).group();
        if (group < 0) {
            return needed;
        }
        Set<Integer> slots = new LinkedHashSet<>();
        int rankOn = cohort.rule.groups().get(group).rankOn();
        cohort.rule.groups().get(group).items().forEach(item -> slots.add(item.indicator()));
        slots.forEach(slot -> indicator(slot).ifPresent(value -> needed.put(name(slot), value)));
        Set<Integer> more = new LinkedHashSet<>(figures.indicators());
        if (rankOn >= 0) {
            more.add(rankOn);
        }
        if (pointsLead) {
            more.remove(rankOn);
        }
        more.removeAll(slots);
        more.forEach(slot -> orTooCostly(() -> indicator(slot)).ifPresent(value -> needed.put(name(slot), value)));
        return needed;
    }

    private Optional<Quantity> indicator(int at) {
        Slot slot = cohort.rule.slots().get(at);
        Value now = slot.symbol().kind() == Symbol.Kind.TEXT ? Value.missing(slot.symbol().name()) : cohort.frame(row).number(at);
        if (!now.isNumber()) {
            return Optional.empty();
        }
        Optional<Rational> found = search().search(at, now.number().low(), FAR.negate(), FAR, INDICATOR_DECIMALS, value -> true)
                .filter(value -> isAllowed(cohort, slot, value));
        found.ifPresent(value -> reaches(at, value));
        return found.map(value -> Quantity.of(value, slot.symbol().unit()));
    }

    /** Each column that a test reads and that alone leads there. */
    private Map<String, Quantity> columns() {
        Map<String, Quantity> needed = new LinkedHashMap<>();
        for (int at : figures.columns()) {
            if (cohort.frame(row).number(at).isNumber()) {
                orTooCostly(() -> Counterfactual.of(evaluation, id, name(at), target).needed()).ifPresent(value -> {
                    needed.put(name(at), value);
                    reaches(at, value.amount());
                });
            }
        }
        return needed;
    }

    private String name(int slot) {
        return cohort.rule.slots().get(slot).symbol().name();
    }

    /** What is looked for besides does not keep from what was found. */
    private static <T> Optional<T> orTooCostly(Supplier<Optional<T>> search) {
        try {
            return search.get();
        } catch (TooCostlyException e) {
            if (e.cost() != TooCostlyException.Cost.STEPS) {
                throw e;
            }
            return Optional.empty();
        }
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
