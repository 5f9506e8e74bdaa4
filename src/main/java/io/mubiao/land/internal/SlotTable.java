package io.mubiao.land.internal;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.internal.FormulaCompiler;
import io.mubiao.formula.internal.Growth;
import io.mubiao.formula.internal.Names;
import io.mubiao.formula.internal.Num;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Indicator;
import io.mubiao.land.Item;
import io.mubiao.land.Label;
import io.mubiao.land.RankingRule;
import io.mubiao.land.Table;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Parameter;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives every name of a rule its slot; names that texts make (consecutive("D"), prior("tax")) get theirs on first use. */
final class SlotTable implements Names {
    /** The name of the score of an item in formulas begins with this. */
    static final String SCORE = "score_";

    /** The place in the ranking. */
    static final String PLACE = "place";
    /** How many are ranked there. */
    static final String RANKED = "ranked";
    /** How many have a place by an indicator. */
    static final String PEERS = "peers";

    private final EvaluationRule rule;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Symbol> byName = new HashMap<>();
    private final List<List<String>> placed = new ArrayList<>();
    private final Set<String> wrong = new HashSet<>();

    SlotTable(EvaluationRule rule) {
        this.rule = rule;
        int index = 0;
        for (Column column : rule.columns()) {
            add(column.id(), column.kind(), column.unit(), Role.COLUMN, index++, "");
        }
        index = 0;
        for (Table table : rule.tables()) {
            add(table.id(), Symbol.Kind.NUMBER, table.unit(), Role.TABLE, index++, "");
        }
        index = 0;
        for (Derived derived : rule.derived()) {
            add(derived.id(), Symbol.Kind.NUMBER, derived.unit(), Role.DERIVED, index++, "");
        }
        index = 0;
        for (Indicator indicator : rule.indicators()) {
            add(indicator.id(), Symbol.Kind.NUMBER, indicator.unit(), Role.INDICATOR, index++, "");
        }
        index = 0;
        for (Label label : rule.labels()) {
            add(label.id(), Symbol.Kind.TEXT, Unit.NONE, Role.LABEL, index++, "");
        }
        add("group", Symbol.Kind.TEXT, Unit.NONE, Role.GROUP, 0, "");
        index = 0;
        for (BaselineRule baseline : rule.baselines()) {
            Unit unit = rule.indicators().find(baseline.indicator())
                    .map(Indicator::unit).orElse(Unit.NONE);
            add(baseline.id(), Symbol.Kind.NUMBER, unit, Role.BASELINE, index++, "");
        }
        index = 0;
        for (Group group : rule.groups()) {
            for (Item item : group.items()) {
                if (!byName.containsKey(SCORE + item.id())) {
                    add(SCORE + item.id(), Symbol.Kind.NUMBER, Unit.NONE, Role.SCORE, index++, "");
                }
            }
        }
        add("subtotal", Symbol.Kind.NUMBER, Unit.NONE, Role.SUBTOTAL, 0, "");
        add("total", Symbol.Kind.NUMBER, Unit.NONE, Role.TOTAL, 0, "");
        add("class", Symbol.Kind.TEXT, Unit.NONE, Role.CLASS, 0, "");
        add("year_end", Symbol.Kind.DAY, Unit.NONE, Role.YEAR_END, 0, "");
        add("prior_class", Symbol.Kind.TEXT, Unit.NONE, Role.PRIOR_CLASS, 0, "");
        addUnlessTaken(PLACE, Role.PLACE);
        addUnlessTaken(RANKED, Role.RANKED);
        index = 0;
        for (RankingRule.Again again : RuleFormulas.again(rule).toList()) {
            add(Expr.Call.ofTexts(PLACE, List.of(again.id())).toString(), Symbol.Kind.NUMBER, Unit.NONE, Role.PLACE_AGAIN, index, again.id());
            add(Expr.Call.ofTexts(RANKED, List.of(again.id())).toString(), Symbol.Kind.NUMBER, Unit.NONE, Role.RANKED_AGAIN, index++, again.id());
        }
    }

    /** Names that came later into the language stand for what a rule calls so, if it calls something so. */
    private void addUnlessTaken(String name, Role role) {
        if (!byName.containsKey(name) && rule.parameters().stream().noneMatch(it -> it.id().equals(name))) {
            add(name, Symbol.Kind.NUMBER, Unit.NONE, role, 0, "");
        }
    }

    private Symbol add(String name, Symbol.Kind kind, Unit unit, Role role, int index, String text) {
        return add(name, kind, unit, role, index, -1, text);
    }

    private Symbol add(String name, Symbol.Kind kind, Unit unit, Role role, int index, int of, String text) {
        Symbol symbol = new Symbol(slots.size(), name, kind, unit);
        slots.add(new Slot(symbol, role, index, Optional.empty(), Optional.empty(), Map.of(), of, text));
        byName.put(name, symbol);
        return symbol;
    }

    List<Slot> slots() {
        return slots;
    }

    @Override
    public Optional<Symbol> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public Optional<Symbol> find(String function, List<String> texts) {
        String name = Expr.Call.ofTexts(function, texts).toString();
        Symbol known = byName.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (function.equals(PLACE) && !texts.isEmpty()) {
            return Optional.of(place(name, texts));
        }
        if (function.equals(PEERS) && !texts.isEmpty()) {
            indicator(name, texts.get(0), List.of());
            Symbol place = find(PLACE, texts).orElseThrow();
            return Optional.of(add(name, Symbol.Kind.NUMBER, Unit.NONE, Role.PEERS_OF, slots.get(place.slot()).index(), texts.get(0)));
        }
        if (function.equals(RANKED) && !texts.isEmpty()) {
            throw new IllegalArgumentException(name + ": '" + texts.get(0) + "' is no ranking of ranking.again; expected one of "
                    + RuleFormulas.again(rule).map(RankingRule.Again::id).toList());
        }
        boolean earlier = function.equals("prior") && texts.size() == 2 && texts.get(1).matches("[1-9][0-9]?");
        if (texts.size() != 1 && !earlier) {
            return Optional.empty();
        }
        String text = texts.get(0);
        if (function.equals("consecutive")) {
            return Optional.of(add(name, Symbol.Kind.NUMBER, Unit.NONE, Role.CONSECUTIVE, 0, text));
        }
        Symbol column = byName.get(text);
        if (function.equals("prior") && column != null && slots.get(column.slot()).role() == Role.COLUMN) {
            return Optional.of(add(name, column.kind(), column.unit(), Role.PRIOR_COLUMN, slots.get(column.slot()).index(),
                    earlier ? Integer.parseInt(texts.get(1)) : 1, text));
        }
        return Optional.empty();
    }

    /** The place of an indicator in its group, perhaps within the texts of columns. */
    private Symbol place(String name, List<String> texts) {
        indicator(name, texts.get(0), RuleFormulas.again(rule).map(RankingRule.Again::id).toList());
        texts.stream().skip(1).forEach(this::text);
        int index = placed.size();
        placed.add(texts);
        return add(name, Symbol.Kind.NUMBER, Unit.NONE, Role.PLACE_OF, index, texts.get(0));
    }

    private void indicator(String name, String text, List<String> others) {
        if (rule.indicators().find(text).isEmpty()) {
            throw new IllegalArgumentException(name + ": '" + text + "' is no indicator and no ranking of ranking.again; expected one of "
                    + Stream.concat(rule.indicators().stream().map(Indicator::id), others.stream()).toList());
        }
    }

    /** The indicator and the texts of a place. */
    List<String> placed(Slot slot) {
        return placed.get(slot.index());
    }

    @Override
    public List<String> functions() {
        return List.of("consecutive", "prior", PLACE, RANKED, PEERS);
    }

    @Override
    public List<String> known() {
        List<String> names = new ArrayList<>(rule.parameters().stream().map(Parameter::id).toList());
        slots.forEach(slot -> names.add(slot.symbol().name()));
        return names;
    }

    Symbol symbol(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("unknown name '" + name + "'"));
    }

    Symbol score(String item) {
        return symbol(SCORE + item);
    }

    Symbol text(String name) {
        Symbol symbol = symbol(name);
        if (symbol.kind() != Symbol.Kind.TEXT) {
            throw new IllegalArgumentException("'" + name + "' is no text column or label");
        }
        return symbol;
    }

    /** Compiles tables, derived quantities and indicators. */
    void define(FormulaCompiler compiler, Map<String, Formula> parameters, Problems problems, Predicate<String> broken) {
        for (Table table : rule.tables()) {
            if (broken.test("tables." + table.id())) {
                continue;
            }
            problems.attempt("BAD_RULE", "tables." + table.id(), () -> {
                ImmutableMap.Builder<String, Rational> values = ImmutableMap.builder();
                table.values().forEach((text, formula) ->
                        values.put(text, fixed(compiler.number(inUnit(formula, table).with(parameters), table.unit()), formula)));
                table.otherwise().ifPresent(formula ->
                        values.put("", fixed(compiler.number(inUnit(formula, table).with(parameters), table.unit()), formula)));
                int at = symbol(table.id()).slot();
                Slot slot = slots.get(at);
                return slots.set(at, new Slot(slot.symbol(), slot.role(), slot.index(), Optional.empty(), Optional.empty(),
                        values.build(), text(table.by()).slot(), ""));
            });
        }
        List<Wrong> failed = new ArrayList<>();
        for (Derived derived : rule.derived()) {
            if (!broken.test("derived." + derived.id())) {
                define("derived." + derived.id(), derived.id(), derived.formula(), compiler, parameters, failed);
            }
        }
        for (Indicator indicator : rule.indicators()) {
            if (!broken.test("indicators." + indicator.id())) {
                define("indicators." + indicator.id(), indicator.id(), indicator.formula(), compiler, parameters, failed);
            }
        }
        failed.stream().filter(it -> !leansOnWrong(it.formula(), it.name())).forEach(it -> problems.addAll(it.problems().found()));
        circles(problems);
    }

    private record Wrong(String name, Formula formula, Problems problems) {}

    /** Whether the formula of a derived quantity or an indicator is wrong. */
    boolean isWrong(String name) {
        return wrong.contains(name);
    }

    /** Whether a formula uses something else that is wrong, so that its units may not fit for that alone. */
    boolean leansOnWrong(Formula formula, String own) {
        return formula.names().stream().anyMatch(it -> !it.equals(own) && wrong.contains(it));
    }

    /** A plain number in a table is in the unit of the table. */
    private static Formula inUnit(Formula formula, Table table) {
        return formula.expr() instanceof Expr.Literal literal && literal.unit().isEmpty()
                ? Formula.of(new Expr.Literal(literal.value(), table.unit().equals(Unit.NONE) ? "" : table.unit().symbol())) : formula;
    }

    private static Rational fixed(Num num, Formula formula) {
        if (num instanceof Num.Const constant) {
            return constant.number();
        }
        throw new IllegalArgumentException("'" + formula + "' is no fixed number");
    }

    private void define(String path, String name, Formula formula, FormulaCompiler compiler,
            Map<String, Formula> parameters, List<Wrong> failed) {
        Problems own = new Problems();
        own.attempt("BAD_RULE", path, () -> {
            Symbol symbol = symbol(name);
            Num num = compiler.number(formula.with(parameters), symbol.unit());
            Slot slot = slots.get(symbol.slot());
            return slots.set(symbol.slot(), new Slot(symbol, slot.role(), slot.index(), Optional.of(num),
                    Optional.of(formula.with(parameters)), Map.of(), -1, ""));
        });
        if (!own.isEmpty()) {
            wrong.add(name);
            failed.add(new Wrong(name, formula, own));
        }
    }

    private void circles(Problems problems) {
        Map<String, Formula> formulas = new HashMap<>();
        rule.derived().forEach(it -> formulas.put(it.id(), it.formula()));
        rule.indicators().forEach(it -> formulas.put(it.id(), it.formula()));
        growth(formulas, problems);
        rule.labels().forEach(label -> label.choices().forEach(choice -> choice.when().ifPresent(when ->
                formulas.merge(label.id(), when, (a, b) -> Formula.call("and", a, b)))));
        rule.tables().forEach(table -> formulas.put(table.id(), Formula.name(table.by())));
        Set<String> told = new HashSet<>();
        for (String name : formulas.keySet().stream().sorted().toList()) {
            String circle = told.contains(name) ? null : circle(name, formulas, new HashSet<>());
            if (circle != null) {
                problems.error("CIRCLE", path(name), "'" + name + "' is worked out from itself, by way of '" + circle + "'");
                reached(name, formulas).stream().filter(other -> reached(other, formulas).contains(name)).forEach(told::add);
            }
        }
    }

    /** The first name whose numbers grow too large; those that use it would only repeat it. */
    private void growth(Map<String, Formula> formulas, Problems problems) {
        Growth growth = new Growth(formulas);
        for (String name : Stream.concat(rule.derived().stream().map(Derived::id), rule.indicators().stream().map(Indicator::id))
                .toList()) {
            if (problems.attempt("TOO_LARGE", path(name), () -> {
                growth.check(name);
                return true;
            }).isEmpty()) {
                return;
            }
        }
    }

    private String path(String name) {
        return switch (slots.get(symbol(name).slot()).role()) {
            case DERIVED -> "derived." + name;
            case LABEL -> "labels." + name;
            case TABLE -> "tables." + name;
            default -> "indicators." + name;
        };
    }

    private static @Nullable String circle(String start, Map<String, Formula> formulas, Set<String> seen) {
        List<String> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            String name = open.remove(open.size() - 1);
            Formula formula = formulas.get(name);
            if (formula == null || !seen.add(name)) {
                continue;
            }
            if (formula.names().contains(start)) {
                return name;
            }
            open.addAll(formula.names());
        }
        return null;
    }

    /** Everything that is needed to work a name out; the name itself only where it is in a circle. */
    private static Set<String> reached(String name, Map<String, Formula> formulas) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(name));
        while (!open.isEmpty()) {
            Formula formula = formulas.get(open.remove(open.size() - 1));
            if (formula != null) {
                formula.names().stream().filter(reached::add).forEach(open::add);
            }
        }
        return reached;
    }
}
