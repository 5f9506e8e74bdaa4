package io.mubiao.land.assess;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Truth;
import io.mubiao.formula.Value;
import io.mubiao.land.Baseline;
import io.mubiao.land.Bonus;
import io.mubiao.land.Cite;
import io.mubiao.land.Policy;
import io.mubiao.land.ResolvedRule;
import io.mubiao.land.ResolvedRule.ResolvedBaseline;
import io.mubiao.land.ResolvedRule.ResolvedBonus;
import io.mubiao.land.ResolvedRule.ResolvedGroup;
import io.mubiao.land.ResolvedRule.ResolvedItem;
import io.mubiao.land.ResolvedRule.Role;
import io.mubiao.land.ResolvedRule.Slot;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the explanation of one row with the exact evaluator. Not thread-safe. */
final class ExplanationMaker {
    /** The id of the line that says that a vacated place was filled again. */
    private static final String REFILL = "refill";

    private final Cohort cohort;
    private final ResolvedRule rule;
    private final int row;
    private final RowFrame frame;
    private final Scoring scoring;
    private final Map<String, Trace.Leaf> inputs = new LinkedHashMap<>();
    private final Map<Integer, Explanation.BaselineUsed> baselines = new LinkedHashMap<>();
    private final Map<Integer, Trace> traces = new LinkedHashMap<>();

    ExplanationMaker(Cohort cohort, int row) {
        this.cohort = cohort;
        this.rule = cohort.rule;
        this.row = row;
        this.frame = cohort.frame(row);
        this.scoring = new Scoring(frame);
    }

    Explanation make(EnterpriseResult result, List<String> sharing, List<Charge> charges) {
        List<Explanation.Line> items = new ArrayList<>();
        List<Explanation.BonusLine> bonuses = new ArrayList<>();
        Optional<Trace.Worked> total = Optional.empty();
        ResolvedGroup group = result.standing().isScored() || cohort.totals.has(row) ? scoring.group() : null;
        if (group != null && cohort.totals.has(row)) {
            group.items().forEach(item -> items.add(line(group, item)));
            if (group.rankOn() < 0) {
                rule.bonuses().forEach(bonus -> line(bonus).ifPresent(bonuses::add));
            }
            total = Optional.of(total(group, items, bonuses));
        } else if (group == null && result.standing() == Standing.COLLECTED) {
            rule.slots().stream().filter(slot -> slot.role() == Role.INDICATOR)
                    .forEach(slot -> trace(slot.symbol().slot()));
        }
        List<Explanation.OverrideLine> overrides = overrides(result);
        return new Explanation(result, rule.rule().trial(), sharing, List.copyOf(inputs.values()),
                List.copyOf(baselines.values()), items, bonuses, total, placing(), overrides, charges);
    }

    private Explanation.Line line(ResolvedGroup group, ResolvedItem item) {
        List<Explanation.Mark> marks = new ArrayList<>();
        Value plain = scoring.plainScore(item);
        Optional<Trace> indicator = frame.number(item.indicator()).isNumber()
                ? Optional.of(trace(item.indicator())) : Optional.empty();
        Optional<Trace> score;
        if (plain.isNumber()) {
            marks(item, marks);
            score = Optional.of(worked(item.slot(), item.formula(), plain));
        } else {
            Value x = frame.number(item.indicator());
            marks.add(x.is(Value.Absence.MISSING) ? Explanation.Mark.MISSING : x.is(Value.Absence.ZERO_DIVISOR)
                    ? Explanation.Mark.ZERO_DIVISOR : Explanation.Mark.DEGENERATE);
            score = policyScore(group, item, marks);
        }
        score.ifPresent(trace -> traces.put(item.slot(), trace));
        String title = rule.slots().get(item.indicator()).role() == Role.INDICATOR
                ? rule.rule().indicators().get(rule.slots().get(item.indicator()).index()).title() : item.item().id();
        return new Explanation.Line(item.item().id(), title, item.weight(), indicator, score, marks, item.item().cite());
    }

    private void marks(ResolvedItem item, List<Explanation.Mark> marks) {
        Rational x = frame.number(item.indicator()).number().low();
        Value shape = item.shape().value(frame);
        if (x.signum() < 0) {
            marks.add(Explanation.Mark.NEGATIVE);
        }
        boolean byShape = shape.isNumber() && (x.signum() >= 0 || item.item().negative().points().isEmpty());
        if (byShape && item.cap().isPresent() && shape.number().low().compareTo(item.cap().get()) > 0) {
            marks.add(Explanation.Mark.CAPPED);
        }
        if (byShape && item.floor().isPresent() && shape.number().high().compareTo(item.floor().get()) < 0) {
            marks.add(Explanation.Mark.FLOORED);
        }
    }

    private Optional<Trace> policyScore(ResolvedGroup group, ResolvedItem item, List<Explanation.Mark> marks) {
        Policy policy = scoring.policy(item);
        Value score = frame.number(item.slot());
        if (policy.kind() == Policy.Kind.REWEIGHT || !score.isNumber()) {
            marks.add(Explanation.Mark.LEFT_OUT);
            return Optional.empty();
        }
        if (policy.kind() == Policy.Kind.MEAN_SCORE) {
            String name = "mean_" + item.item().id();
            Value mean = frame.baselines().meanScore(group.group().id(), item.item().id());
            Trace leaf = leaf(name, name, Unit.NONE, mean, Trace.Origin.MEAN_SCORE);
            baselines.put(-1 - item.slot(), new Explanation.BaselineUsed(name, item.item().id(), List.of(group.group().id()),
                    Quantity.of(mean.number().low(), Unit.NONE),
                    frame.baselines().meanCount(group.group().id(), item.item().id()), item.item().cite()));
            Formula formula = item.item().rounding().map(Formula.name(name)::rounded).orElse(Formula.name(name));
            return Optional.of(new Trace.Worked(name(item.slot()), item.item().id(), formula,
                    Quantity.of(score.number().low(), Unit.NONE), List.of(leaf)));
        }
        return Optional.of(leaf(name(item.slot()), item.item().id(), Unit.NONE, score, Trace.Origin.POLICY));
    }

    private Optional<Explanation.BonusLine> line(ResolvedBonus bonus) {
        Value points = scoring.bonus(bonus);
        boolean given = bonus.when().isEmpty() || bonus.when().get().holds(frame) == Truth.TRUE;
        if (!points.isNumber() || !given) {
            return Optional.empty();
        }
        Bonus it = bonus.bonus();
        if (!bonus.amount().value(frame).isNumber()) {
            return Optional.empty();
        }
        Formula formula = it.ofSubtotal() ? Formula.call("*", bonus.formula(), Formula.name("subtotal")) : bonus.formula();
        if (bonus.limit().isPresent()) {
            formula = Formula.call("clamp", formula, Formula.of(bonus.limit().get().negate()), Formula.of(bonus.limit().get()));
        }
        Trace trace = new Trace.Worked("bonus_" + it.id(), it.title(), formula,
                Quantity.of(points.number().low(), Unit.NONE), operands(formula));
        Value free = bonus.amount().value(frame);
        Rational asked = it.ofSubtotal()
                ? free.number().low().times(frame.number(rule.slot("subtotal")).number().low()) : free.number().low();
        boolean limited = bonus.limit().isPresent() && asked.abs().compareTo(bonus.limit().get()) > 0;
        return Optional.of(new Explanation.BonusLine(it.id(), it.title(), trace, limited, it.cite()));
    }

    /** Items and bonuses, categories held at their limits, held between floor and cap, rounded: as one formula. */
    private Trace.Worked total(ResolvedGroup group, List<Explanation.Line> items, List<Explanation.BonusLine> bonuses) {
        List<Trace> operands = new ArrayList<>(List.of(subtotal(group, items)));
        Formula formula = Formula.name(group.rankOn() >= 0 ? name(group.rankOn()) : "subtotal");
        Map<String, Formula> categories = new LinkedHashMap<>();
        for (Explanation.BonusLine line : bonuses) {
            String category = rule.rule().bonuses().stream().filter(it -> it.id().equals(line.id())).findFirst()
                    .orElseThrow().category();
            categories.merge(category, Formula.name("bonus_" + line.id()), (a, b) -> Formula.call("+", a, b));
            operands.add(line.points());
        }
        for (Map.Entry<String, Formula> category : categories.entrySet()) {
            Rational limit = rule.categoryLimits().get(category.getKey());
            Formula sum = limit == null ? category.getValue()
                    : Formula.call("clamp", category.getValue(), Formula.of(limit.negate()), Formula.of(limit));
            formula = Formula.call("+", formula, sum);
        }
        if (group.rankOn() < 0 && rule.cap().isPresent()) {
            formula = Formula.call("min", formula, Formula.of(rule.cap().get()));
        }
        if (group.rankOn() < 0 && rule.floor().isPresent()) {
            formula = Formula.call("max", formula, Formula.of(rule.floor().get()));
        }
        Rounding rounding = rule.rule().total().rounding().orElse(null);
        Value total = rounding == null || !cohort.totals.isRounded() ? scoring.unrounded() : scoring.total();
        if (rounding != null && cohort.totals.isRounded()) {
            formula = formula.rounded(rounding);
        }
        Unit unit = group.rankOn() >= 0 ? rule.slots().get(group.rankOn()).symbol().unit() : Unit.NONE;
        return new Trace.Worked("total", "total", formula, Quantity.of(total.number().low(), unit), operands);
    }

    private Trace subtotal(ResolvedGroup group, List<Explanation.Line> items) {
        if (group.rankOn() >= 0) {
            return trace(group.rankOn());
        }
        Formula sum = Formula.of(Rational.ZERO);
        Rational weight = Rational.ZERO;
        Rational present = Rational.ZERO;
        List<Trace> operands = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            weight = weight.plus(items.get(i).weight());
            if (items.get(i).score().isPresent()) {
                Formula score = Formula.name(name(group.items().get(i).slot()));
                sum = operands.isEmpty() ? score : Formula.call("+", sum, score);
                operands.add(items.get(i).score().get());
                present = present.plus(items.get(i).weight());
            }
        }
        if (!present.equals(weight)) {
            sum = Formula.call("/", Formula.call("*", sum, Formula.of(weight)), Formula.of(present));
        }
        Value subtotal = frame.number(rule.slot("subtotal"));
        return new Trace.Worked("subtotal", "subtotal", sum, Quantity.of(subtotal.number().low(), Unit.NONE), operands);
    }

    private String name(int slot) {
        return rule.slots().get(slot).symbol().name();
    }

    private List<Trace> operands(Formula formula) {
        List<Trace> operands = new ArrayList<>();
        for (String name : formula.names()) {
            operands.add(trace(rule.slot(name)));
        }
        rule.slots().stream().filter(slot -> slot.role() == Role.CONSECUTIVE || slot.role() == Role.PRIOR_COLUMN)
                .filter(slot -> formula.toString().contains(slot.symbol().name()))
                .forEach(slot -> operands.add(trace(slot.symbol().slot())));
        return operands;
    }

    private Trace worked(int slot, Formula formula, Value value) {
        Symbol symbol = rule.slots().get(slot).symbol();
        return new Trace.Worked(symbol.name(), title(rule.slots().get(slot)), formula,
                Quantity.of(value.number().low(), symbol.unit()), operands(formula));
    }

    /** How the number in a slot came about. */
    private Trace trace(int at) {
        Trace known = traces.get(at);
        if (known == null) {
            known = make(rule.slots().get(at));
            traces.put(at, known);
        }
        return known;
    }

    private Trace make(Slot slot) {
        Symbol symbol = slot.symbol();
        if (symbol.kind() == Symbol.Kind.TEXT) {
            String text = frame.text(symbol.slot());
            return input(slot, new Trace.Leaf(symbol.name(), title(slot), symbol.kind(), Unit.NONE, Optional.empty(),
                    text == null ? "" : text, origin(slot)));
        }
        Value value = frame.number(symbol.slot());
        if (slot.formula().isPresent() && value.isNumber()) {
            return worked(symbol.slot(), slot.formula().get(), value);
        }
        if (slot.role() == Role.SUBTOTAL && value.isNumber()) {
            ResolvedGroup group = scoring.group();
            if (group != null) {
                return subtotal(group, group.items().stream().map(item -> line(group, item)).toList());
            }
        }
        if (slot.role() == Role.BASELINE && value.isNumber()) {
            ResolvedBaseline it = rule.baselines().get(slot.index());
            List<String> by = Optional.ofNullable(frame.key(it.by())).orElse(List.of());
            baselines.put(symbol.slot(), used(it.baseline(), by, Quantity.of(value.number().low(), symbol.unit()),
                    frame.baselines().count(slot.index(), by)));
        }
        return input(slot, leaf(symbol.name(), title(slot), symbol.unit(), value, origin(slot), symbol.kind()));
    }

    private Explanation.BaselineUsed used(Baseline baseline, List<String> by, Quantity value, long count) {
        String title = baseline.title().equals(baseline.id())
                ? title(rule.slots().get(rule.slot(baseline.indicator()))) : baseline.title();
        return new Explanation.BaselineUsed(baseline.id(), title, by, value, count, baseline.cite());
    }

    private Trace.Leaf input(Slot slot, Trace.Leaf leaf) {
        if (slot.role() == Role.COLUMN || slot.role() == Role.PRIOR_COLUMN) {
            inputs.put(leaf.name(), leaf);
        }
        return leaf;
    }

    private static Trace.Leaf leaf(String name, String title, Unit unit, Value value, Trace.Origin origin) {
        return leaf(name, title, unit, value, origin, Symbol.Kind.NUMBER);
    }

    private static Trace.Leaf leaf(String name, String title, Unit unit, Value value, Trace.Origin origin,
            Symbol.Kind kind) {
        return new Trace.Leaf(name, title, kind, unit,
                value.isNumber() ? Optional.of(Quantity.of(value.number().low(), unit)) : Optional.empty(), "", origin);
    }

    private static Trace.Origin origin(Slot slot) {
        return switch (slot.role()) {
            case COLUMN, DERIVED, INDICATOR -> Trace.Origin.COLUMN;
            case PRIOR_COLUMN -> Trace.Origin.PRIOR_YEAR;
            case TABLE -> Trace.Origin.TABLE;
            case LABEL, GROUP, CLASS, YEAR_END -> Trace.Origin.LABEL;
            case BASELINE -> Trace.Origin.BASELINE;
            case SCORE, SUBTOTAL, TOTAL -> Trace.Origin.POLICY;
            case PRIOR_CLASS, CONSECUTIVE -> Trace.Origin.HISTORY;
        };
    }

    private String title(Slot slot) {
        return switch (slot.role()) {
            case COLUMN, PRIOR_COLUMN -> rule.rule().columns().get(slot.index()).title();
            case TABLE -> rule.rule().tables().get(slot.index()).title();
            case DERIVED -> rule.rule().derived().get(slot.index()).title();
            case INDICATOR -> rule.rule().indicators().get(slot.index()).title();
            case LABEL -> rule.rule().labels().get(slot.index()).title();
            case BASELINE -> rule.rule().baselines().get(slot.index()).title();
            default -> slot.symbol().name();
        };
    }

    private Optional<Explanation.Placing> placing() {
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
        int index = table.find(cohort.key(frame, java.util.Objects.requireNonNull(cohort.totals.value(row))));
        return Optional.of(new Explanation.Placing(cohort.scope.rankings.key(code), cohort.ranks.place(row),
                table.equal(index), table.ranked(), cuts));
    }

    private List<Explanation.OverrideLine> overrides(EnterpriseResult result) {
        Classer classer = cohort.classer;
        if (classer == null || cohort.initial[row] < 0 || result.standing() == Standing.UNGRADED) {
            return List.of();
        }
        List<Explanation.OverrideLine> lines = new ArrayList<>();
        int found = refilled(classer);
        if (found != cohort.initial[row]) {
            lines.add(new Explanation.OverrideLine(REFILL, REFILL, Optional.of(true),
                    classer.names().get(cohort.initial[row]), classer.names().get(found), Optional.empty(), Cite.NONE));
        }
        classer.steps(frame, found).forEach(step -> lines.add(new Explanation.OverrideLine(
                step.override().id(), step.override().title(),
                step.holds() == Truth.UNKNOWN ? Optional.empty() : Optional.of(step.holds() == Truth.TRUE),
                classer.names().get(step.before()), classer.names().get(step.after()), step.manual(),
                step.override().cite())));
        return lines;
    }

    /** The class that overrides began from: a better one where vacated places were filled again. */
    private int refilled(Classer classer) {
        int initial = cohort.initial[row];
        if (rule.rule().refill() && cohort.last[row] >= 0) {
            for (int found = initial; found >= 0; found--) {
                if (classer.overridden(frame, found) == cohort.last[row]) {
                    return found;
                }
            }
        }
        return initial;
    }

}
