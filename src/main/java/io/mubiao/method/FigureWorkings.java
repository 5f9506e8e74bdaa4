package io.mubiao.method;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.FormulaCompiler;
import io.mubiao.formula.internal.Frame;
import io.mubiao.formula.internal.Names;
import io.mubiao.formula.internal.Typed;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works figures out from figures by formulas; what is computed and what is explained are one formula. Not thread-safe.
 */
final class FigureWorkings implements Names {
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    FigureWorkings with(Figure figure) {
        figures.put(figure.name(), figure);
        return this;
    }

    FigureWorkings with(String name, String title, Quantity value) {
        return with(Figure.given(name, title, value));
    }

    FigureWorkings with(String name, String title, Rational value) {
        return with(Figure.given(name, title, value));
    }

    /** A figure in the unit it has by itself; usable in later formulas under its name. */
    Figure work(String name, String title, String formula) {
        return work(name, title, Formula.parse(formula), null);
    }

    Figure work(String name, String title, String formula, Unit unit) {
        return work(name, title, Formula.parse(formula), unit);
    }

    Figure work(String name, String title, Formula formula, @Nullable Unit unit) {
        List<Figure> used = formula.names().stream().map(this::get).toList();
        Optional<Figure> absent = used.stream().filter(figure -> !figure.isPresent()).findFirst();
        Figure figure = absent.isPresent()
                ? Figure.none(name, absent.get().reason().orElseThrow(), absent.get().detail(), known(used, absent.get()))
                : evaluate(name, title, formula, unit, used);
        with(figure);
        return figure;
    }

    private Figure evaluate(String name, String title, Formula formula, @Nullable Unit unit, List<Figure> used) {
        Set<String> words = new LinkedHashSet<>();
        used.forEach(figure -> words.addAll(figure.value().orElseThrow().unit().measureWords()));
        FormulaCompiler compiler = new FormulaCompiler(this, Units.builtIn().with(words));
        Typed typed = compiler.number(formula);
        Unit result = unit == null ? typed.unit() : unit;
        List<Figure> all = List.copyOf(figures.values());
        var num = compiler.number(formula, result);
        Value point = num.value(new Inputs(all));
        List<Trace> operands = used.stream().flatMap(figure -> figure.trace().stream()).toList();
        if (!point.isNumber()) {
            return Figure.none(name, point.is(Value.Absence.ZERO_DIVISOR) ? NoAnswer.ZERO_DENOMINATOR
                    : NoAnswer.SIGN_CHANGE, point.about(), operands);
        }
        Quantity value = Quantity.of(point.number().nearest(), result);
        return Figure.worked(name, value, point.number(), new Trace.Worked(name, title, formula, value, operands));
    }

    private Figure get(String name) {
        Figure figure = figures.get(name);
        if (figure == null) {
            throw new IllegalStateException("no figure '" + name + "' among " + figures.keySet());
        }
        return figure;
    }

    private static List<Trace> known(List<Figure> used, Figure absent) {
        List<Trace> known = new ArrayList<>();
        used.stream().filter(Figure::isPresent).forEach(figure -> known.addAll(figure.trace()));
        List<Trace> steps = absent.trace();
        known.addAll(steps.subList(0, steps.size() - 1));
        return known;
    }

    @Override
    public Optional<Symbol> find(String name) {
        List<String> names = List.copyOf(figures.keySet());
        Figure figure = figures.get(name);
        return figure == null ? Optional.empty() : Optional.of(new Symbol(names.indexOf(name), name,
                Symbol.Kind.NUMBER, figure.value().map(Quantity::unit).orElse(Unit.NONE)));
    }

    private record Inputs(List<Figure> figures) implements Frame {
        @Override
        public Value number(int slot) {
            return Value.of(figures.get(slot).enclosure().orElseThrow());
        }

        @Override
        public @Nullable String text(int slot) {
            return null;
        }
    }

    /** The sum of formulas; of none zero. */
    static Formula sum(List<Formula> parts) {
        return parts.isEmpty() ? Formula.of(Rational.ZERO) : Formula.chain("+", parts);
    }

    /** The sum of figures by name. */
    static Formula sumOf(List<Figure> figures) {
        return sum(figures.stream().map(figure -> Formula.name(figure.name())).toList());
    }

    static <T> List<T> joined(List<? extends T> first, List<? extends T> second) {
        return Stream.<T>concat(first.stream(), second.stream()).toList();
    }
}
