package io.mubiao.land.assess;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Label;
import io.mubiao.land.Table;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Titles;
import io.mubiao.land.internal.CellValue;
import io.mubiao.land.internal.CompiledRule.CompiledBaseline;
import io.mubiao.land.internal.CompiledRule.CompiledPlaces;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.rule.Cite;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How the numbers and texts in the slots of one row came about; notes the inputs and baselines used. Not thread-safe. */
final class SlotTraces {
    private final CompiledRule rule;
    private final RowFrame frame;
    private final Titles titles;
    private final Supplier<Optional<Trace>> subtotal;
    private final Map<String, Trace.Leaf> inputs = new LinkedHashMap<>();
    private final Map<Integer, Explanation.LookedUp> looked = new LinkedHashMap<>();
    private final Map<Integer, Explanation.BaselineUsed> baselines = new LinkedHashMap<>();
    private final Map<Integer, Trace> traces = new LinkedHashMap<>();

    /** @param subtotal how the sum of the items came about; empty if there is none */
    SlotTraces(RowFrame frame, Supplier<Optional<Trace>> subtotal) {
        this.rule = frame.binding.rule;
        this.frame = frame;
        this.titles = new Titles(rule);
        this.subtotal = subtotal;
    }

    List<Trace.Leaf> inputs() {
        return List.copyOf(inputs.values());
    }

    List<Explanation.LookedUp> looked() {
        return List.copyOf(looked.values());
    }

    List<Explanation.BaselineUsed> baselines() {
        return List.copyOf(baselines.values());
    }

    /** Notes a mean score that stands in for the score of an item. */
    void meanScore(int slot, Explanation.BaselineUsed mean) {
        baselines.put(-1 - slot, mean);
    }

    /** What is known of a slot from here on. */
    void known(int slot, Trace trace) {
        traces.put(slot, trace);
    }

    String name(int slot) {
        return rule.slots().get(slot).symbol().name();
    }

    /** A formula with the parameters' numbers in it. */
    Formula known(Formula formula) {
        Map<String, Formula> parameters = new LinkedHashMap<>();
        rule.rule().parameters().forEach(it -> it.value().ifPresent(number -> parameters.put(it.id(),
                Formula.of(new Expr.Literal(number.amount(), number.unit().symbol())))));
        return titles.groups(formula.with(parameters));
    }

    /** What a test uses, where the class is this one so far. */
    List<Trace> operands(Formula test, String className) {
        return operands(test).stream().map(operand -> operand instanceof Trace.Leaf leaf && leaf.name().equals("class")
                ? new Trace.Leaf("class", leaf.title(), leaf.kind(), leaf.unit(), Optional.empty(), className, leaf.origin())
                : operand).toList();
    }

    List<Trace> operands(Formula formula) {
        List<Trace> operands = new ArrayList<>();
        for (String name : formula.names()) {
            operands.add(trace(rule.slot(name)));
        }
        rule.slots().stream().filter(slot -> slot.role() == Role.CONSECUTIVE || slot.role() == Role.PRIOR_COLUMN
                || slot.role() == Role.PLACE_OF || slot.role() == Role.PEERS_OF || slot.role() == Role.PLACE_AGAIN || slot.role() == Role.RANKED_AGAIN)
                .filter(slot -> formula.toString().contains(slot.symbol().name()))
                .forEach(slot -> operands.add(trace(slot.symbol().slot())));
        return operands;
    }

    Trace worked(int slot, Formula formula, Value value) {
        Symbol symbol = rule.slots().get(slot).symbol();
        return new Trace.Worked(symbol.name(), titles.of(rule.slots().get(slot)), formula,
                Quantity.of(value.number().nearest(), symbol.unit()), operands(formula));
    }

    /** How the number in a slot came about. */
    Trace trace(int at) {
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
            String found = frame.text(symbol.slot());
            String text = found != null && slot.role() == Role.GROUP ? titles.group(found) : found;
            Trace.Leaf leaf = new Trace.Leaf(symbol.name(), titles.of(slot), symbol.kind(), Unit.NONE, Optional.empty(),
                    text == null ? "" : text, origin(slot));
            if (slot.role() == Role.LABEL) {
                label(slot, leaf);
            }
            return input(slot, leaf);
        }
        Value value = frame.number(symbol.slot());
        if (slot.role() == Role.TABLE) {
            Table table = rule.rule().tables().get(slot.index());
            Trace by = trace(rule.slot(table.by()));
            looked.put(symbol.slot(), new Explanation.LookedUp(leaf(symbol.name(), titles.of(slot), symbol.unit(), value, origin(slot)),
                    Optional.empty(), List.of(by), table.cite()));
        }
        if (slot.formula().isPresent() && value.isNumber()) {
            return worked(symbol.slot(), slot.formula().get(), value);
        }
        List<Trace> lacking = slot.formula().map(this::operands).orElse(List.of());
        if (slot.formula().isPresent() && value.is(Value.Absence.ZERO_DIVISOR)) {
            return new Trace.Worked(symbol.name(), titles.of(slot), slot.formula().get(), symbol.unit(), Optional.empty(), lacking);
        }
        if (slot.role() == Role.SUBTOTAL && value.isNumber()) {
            Optional<Trace> sum = subtotal.get();
            if (sum.isPresent()) {
                return sum.get();
            }
        }
        if (slot.role() == Role.BASELINE && value.isNumber()) {
            CompiledBaseline it = rule.baselines().get(slot.index());
            List<String> by = Optional.ofNullable(frame.key(it.by())).orElse(List.of());
            it.baseline().by().forEach(name -> trace(rule.slot(name)));
            baselines.put(symbol.slot(), used(it.baseline(), titles.texts(it.baseline().by(), by), Quantity.of(value.number().nearest(), symbol.unit()),
                    frame.baselines().count(slot.index(), by)));
        }
        if (slot.role() == Role.PLACE_OF && value.isNumber()) {
            placed(slot, value);
        }
        return input(slot, leaf(symbol.name(), title(slot), symbol.unit(), value, origin(slot), symbol.kind()));
    }

    /** The name for people; of a total that is an indicator that of the indicator. */
    private String title(Slot slot) {
        int group = slot.role() == Role.TOTAL ? frame.group() : -1;
        int rankOn = group < 0 ? -1 : rule.groups().get(group).rankOn();
        return titles.of(rankOn < 0 ? slot : rule.slots().get(rankOn));
    }

    /** Notes among how many a place is. */
    private void placed(Slot slot, Value place) {
        CompiledPlaces within = rule.places().get(slot.index());
        List<String> by = Optional.ofNullable(frame.key(within.by())).orElse(List.of());
        trace(within.indicator());
        List<String> shown = new ArrayList<>(by);
        if (!shown.isEmpty()) {
            shown.set(0, titles.group(shown.get(0)));
        }
        baselines.put(slot.symbol().slot(), new Explanation.BaselineUsed(slot.symbol().name(), titles.of(slot), shown,
                Quantity.of(place.number().low(), Unit.NONE), frame.baselines().placed(slot.index(), by),
                frame.baselines().equal(slot.index(), by, frame.number(within.indicator()).number()), Optional.empty(), List.of(), Cite.NONE));
    }

    /** Notes a label with the test that chooses it or that nobody can decide; of one for the rest that none before it holds. */
    private void label(Slot slot, Trace.Leaf chosen) {
        Label it = rule.rule().labels().get(slot.index());
        List<Formula> failed = new ArrayList<>();
        for (int i = 0; i < it.choices().size(); i++) {
            Label.Choice choice = it.choices().get(i);
            choice.when().ifPresent(this::operands);
            Truth holds = rule.labels().get(slot.index()).get(i).map(test -> test.holds(frame)).orElse(Truth.TRUE);
            if (holds != Truth.FALSE) {
                Optional<Formula> test = choice.when().or(() -> failed.stream().reduce((one, other) -> Formula.call("and", one, other)))
                        .map(this::known);
                looked.put(slot.symbol().slot(), new Explanation.LookedUp(chosen, test, test.map(this::operands).orElse(List.of()), it.cite()));
                return;
            }
            choice.when().ifPresent(when -> failed.add(Formula.call("not", when)));
        }
    }

    private Explanation.BaselineUsed used(BaselineRule baseline, List<String> by, Quantity value, long count) {
        return new Explanation.BaselineUsed(baseline.id(), titles.of(rule.slots().get(rule.slot(baseline.id()))), by, value,
                count, 0, Optional.of(baseline), baseline.when().map(this::known).map(this::operands).orElse(List.of()), baseline.cite());
    }

    private Trace.Leaf input(Slot slot, Trace.Leaf leaf) {
        if (slot.role() == Role.COLUMN || slot.role() == Role.PRIOR_COLUMN) {
            inputs.put(leaf.name(), leaf);
        }
        return leaf;
    }

    /** Whether a number is the one that the rule gives an empty cell. */
    private boolean isAsEmpty(Slot slot) {
        if (slot.role() != Role.COLUMN || slot.symbol().kind() != Symbol.Kind.NUMBER) {
            return false;
        }
        String otherwise = rule.rule().columns().get(slot.index()).otherwise();
        Value value = frame.number(slot.symbol().slot());
        return !otherwise.isEmpty() && value.isNumber() && value.number().low()
                .equals(Rational.of((BigDecimal) CellValue.read(rule.rule().columns().get(slot.index()), otherwise)));
    }

    static Trace.Leaf leaf(String name, String title, Unit unit, Value value, Trace.Origin origin) {
        return leaf(name, title, unit, value, origin, Symbol.Kind.NUMBER);
    }

    private static Trace.Leaf leaf(String name, String title, Unit unit, Value value, Trace.Origin origin,
            Symbol.Kind kind) {
        return new Trace.Leaf(name, title, kind, unit,
                value.isNumber() ? Optional.of(Quantity.of(value.number().nearest(), unit)) : Optional.empty(), "", origin);
    }

    private Trace.Origin origin(Slot slot) {
        return frame.isByRule(slot.symbol().slot()) ? Trace.Origin.BY_RULE : isAsEmpty(slot) ? Trace.Origin.COLUMN_OR_RULE : switch (slot.role()) {
            case COLUMN, DERIVED, INDICATOR -> Trace.Origin.COLUMN;
            case PRIOR_COLUMN -> Trace.Origin.PRIOR_YEAR;
            case TABLE -> Trace.Origin.TABLE;
            case LABEL, GROUP, CLASS, YEAR_END, PLACE, RANKED, RANKED_AGAIN -> Trace.Origin.LABEL;
            case BASELINE -> Trace.Origin.BASELINE;
            case PLACE_OF, PEERS_OF, PLACE_AGAIN -> Trace.Origin.PLACE;
            case SCORE, SUBTOTAL, TOTAL -> Trace.Origin.POLICY;
            case PRIOR_CLASS, CONSECUTIVE -> Trace.Origin.HISTORY;
        };
    }
}
