package io.mubiao.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.FormulaCompiler;
import io.mubiao.formula.internal.Frame;
import io.mubiao.formula.internal.Names;
import io.mubiao.formula.internal.Num;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The language of formulas: read, compiled and worked out, or an IllegalArgumentException; what is printed is read back, and
 * what is found exactly is what is found with enclosures.
 */
final class FormulaFuzz implements FuzzTarget {
    private static final Units UNITS = Units.builtIn().with("个");
    private static final Map<String, Symbol> SYMBOLS = Map.of(
            "a", new Symbol(0, "a", Symbol.Kind.NUMBER, Unit.NONE), "b", new Symbol(1, "b", Symbol.Kind.NUMBER, Unit.NONE),
            "land", new Symbol(2, "land", Symbol.Kind.NUMBER, UNITS.get("亩")),
            "tax", new Symbol(3, "tax", Symbol.Kind.NUMBER, UNITS.get("万元")),
            "none", new Symbol(4, "none", Symbol.Kind.NUMBER, Unit.NONE),
            "since", new Symbol(5, "since", Symbol.Kind.DAY, Unit.NONE),
            "listed", new Symbol(6, "listed", Symbol.Kind.FLAG, Unit.NONE),
            "industry", new Symbol(7, "industry", Symbol.Kind.TEXT, Unit.NONE));
    private static final Names NAMES = new Names() {
        @Override
        public Optional<Symbol> find(String name) {
            return Optional.ofNullable(SYMBOLS.get(name));
        }

        @Override
        public Optional<Symbol> find(String function, List<String> texts) {
            return function.equals("prior") && texts.size() == 1 ? find(texts.get(0)) : Optional.empty();
        }
    };

    /** Some ordinary inputs, and some that are missing, zero or negative. */
    private record Inputs(List<Value> numbers, @Nullable String industry) implements Frame {
        static final List<Inputs> SOME = List.of(of(Value.of(Rational.of(7, 3)), Value.of(Rational.of(-2)), "06"),
                of(Value.of(Rational.ZERO), Value.missing("b"), null));

        private static Inputs of(Value a, Value b, @Nullable String industry) {
            return new Inputs(List.of(a, b, Value.of(Rational.of(60)), Value.of(Rational.of(16211, 100)), Value.missing("none"),
                    Value.of(Rational.of(LocalDate.of(2020, 2, 29).toEpochDay())), Value.of(Rational.ONE)), industry);
        }

        @Override
        public Value number(int slot) {
            return numbers.get(slot);
        }

        @Override
        public @Nullable String text(int slot) {
            return industry;
        }
    }

    @Override
    public String name() {
        return "formula";
    }

    @Override
    public List<byte[]> corpus() {
        return Stream.of("min(1.5 * a, a * tax / land / 24.097 万元/亩)", "if(land >= 3 亩, 20 %, b)",
                "industry in (\"06\"..\"46\", \"A\") and not listed", "full_years(since, 2024-12-31) < 2",
                "plus_months(since, a)", "plus_years(since, 3)", "cagr(a, b, 3)", "growth(a, b)", "orelse(none, a)",
                "if_zero_divisor(a / b, 5)", "undefined(\"why\")", "missing(none) or a == 1", "steps(a, 0, 1, 5, 2, 10)",
                "clamp(a, 0, 1)", "round_half_even(a / 7, 2)", "round_down(a, -2)", "abs(-a) - ceiling(b)", "prior(\"a\") > 1",
                "floor(a / 3, 1) * max(a, b, 2)", "industry == \"06\"", "industry != \"07\"").map(Scratch::bytes).toList();
    }

    @Override
    public void take(byte[] input) {
        Formula formula;
        try {
            formula = Formula.parse(new String(input, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            TextFuzz.assertNotBlank(e);
            return;
        }
        readBack(formula);
        FormulaCompiler compiler = new FormulaCompiler(NAMES, UNITS);
        declared(() -> worked(compiler.number(formula).num()));
        declared(() -> worked(compiler.day(formula)));
        declared(() -> {
            for (Frame frame : Inputs.SOME) {
                compiler.test(formula).holds(frame);
            }
        });
    }

    /** Blanks and brackets that printing adds may make a formula too long or too deep to be read. */
    private static void readBack(Formula formula) {
        try {
            assertEquals(formula, Formula.parse(formula.toString()), "read back");
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().contains("expected at most"), e::getMessage);
        }
    }

    private static void worked(Num num) {
        for (Frame frame : Inputs.SOME) {
            Value value = num.value(frame);
            Rational exact = num.exact(frame);
            if (exact != null) {
                assertEquals(value.number().low(), exact);
            }
        }
    }

    private static void declared(Runnable run) {
        try {
            run.run();
        } catch (IllegalArgumentException e) {
            TextFuzz.assertNotBlank(e);
        }
    }
}
