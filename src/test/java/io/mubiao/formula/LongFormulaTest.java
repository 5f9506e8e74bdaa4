package io.mubiao.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Value;
import io.mubiao.formula.internal.FormulaCompiler;
import io.mubiao.formula.internal.Frame;
import io.mubiao.formula.internal.Growth;
import io.mubiao.formula.internal.Names;
import io.mubiao.formula.internal.Num;
import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.shape.Shape;
import io.mubiao.shape.Shape.Steps.Step;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import io.mubiao.work.TooCostlyException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No formula that is read exhausts even a small stack; what would is refused. */
class LongFormulaTest {
    private static final int SMALL_STACK = 256 << 10;
    private static final Names NAMES = new Names() {
        @Override
        public Optional<Symbol> find(String name) {
            return name.equals("a") || name.equals("x") ? Optional.of(new Symbol(0, name, Symbol.Kind.NUMBER, Unit.NONE))
                    : Optional.empty();
        }

        @Override
        public Optional<Symbol> find(String function, List<String> texts) {
            return Optional.empty();
        }

        @Override
        public List<String> known() {
            return List.of("a", "x");
        }
    };

    private static Frame frame(Rational value) {
        return new Frame() {
            @Override
            public Value number(int slot) {
                return Value.of(value);
            }

            @Override
            public String text(int slot) {
                return "";
            }
        };
    }

    private static void onASmallStack(Runnable work) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, work, "small", SMALL_STACK);
        thread.setUncaughtExceptionHandler((it, thrown) -> failure.set(thrown));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertNull(failure.get());
    }

    private static Rational value(Formula formula, Rational of) {
        return new FormulaCompiler(NAMES, Units.builtIn()).number(formula).num().value(frame(of)).number().low();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "*"})
    void aThousandTermsAreReadPrintedComparedAndWorkedOut(String sign) {
        onASmallStack(() -> {
            String text = String.join(" " + sign + " ", Collections.nCopies(1_000, "a"));
            Formula formula = Formula.parse(text);
            assertEquals(text, formula.toString());
            assertEquals(formula, Formula.parse(formula.toString()));
            assertEquals(1_000, formula.expr().names().count());
            assertEquals(formula.hashCode(), formula.with(Map.of("b", Formula.name("c"))).hashCode());
            assertEquals(sign.equals("+") ? Rational.of(1_000) : Rational.ONE, value(formula, Rational.ONE));
        });
    }

    @Test
    void sumsOfAnyLengthPrint() {
        onASmallStack(() -> {
            Formula sum = Formula.chain("+", Collections.nCopies(20_000, Formula.name("a")));
            assertEquals(20_000 * 4 - 3, sum.toString().length());
            assertEquals(Rational.of(20_000), value(sum, Rational.ONE));
        });
    }

    @Test
    void functionsOfAnyNumberOfOperandsAreWorkedOut() {
        onASmallStack(() -> {
            Formula[] operands = IntStream.range(0, 2_000).mapToObj(i -> Formula.parse("a + " + i)).toArray(Formula[]::new);
            assertEquals(Rational.of(2_000), value(Formula.call("max", operands), Rational.ONE));
            assertEquals(Rational.ONE, value(Formula.call("min", operands), Rational.ONE));
        });
    }

    @Test
    void aRowThatCannotBeBracketedAtWillIsBounded() {
        onASmallStack(() -> {
            String most = String.join(" - ", Collections.nCopies(120, "a"));
            assertEquals(Rational.of(-118), value(Formula.parse(most), Rational.ONE));
            assertEquals(Formula.parse(most), Formula.parse(Formula.parse(most).toString()));
            String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Formula.parse(most + " - a")).getMessage());
            assertTrue(message.contains("121 terms"), message);
        });
    }

    /** Code that was compiled on the way takes more of the stack than code that was not. */
    @ParameterizedTest
    @ValueSource(strings = {"ROW", "min(2, %s)", "clamp(%s, 0, 2)", "if(a > 0, %s, a)", "if(%s > 0, a, 1)", "orelse(%s, a)", "growth(%s, 2)", "sqrt(%s)", "mean(%s, 1)",
        "mean_given(%s, a)", "steps(%s, 1, 2, 3)", "best(1, %s, 1)", "round(%s, 1)", "-(%s)", "if(not (%s > 0), a, 1)", "if(a > 1 or %s > 0, a, 1)"})
    void theDeepestThatIsReadStaysSoHoweverOftenItIsWorkedOut(String nested) {
        String deepest = nested.equals("ROW") ? String.join(" - ", Collections.nCopies(120, "a")) : deepest(nested);
        onASmallStack(() -> {
            for (int i = 0; i < 300; i++) {
                Formula formula = Formula.parse(deepest);
                assertEquals(formula, Formula.parse(formula.toString()));
                new FormulaCompiler(NAMES, Units.builtIn()).number(formula).num().value(frame(Rational.ONE));
            }
        });
    }

    @Test
    void meansOfThoseGivenThatGrowThreefoldALevelAreRefusedByName() {
        String nested = "a";
        for (int i = 0; i < 12; i++) {
            nested = "mean_given(" + nested + ", a)";
        }
        Formula formula = Formula.parse(nested);
        TooCostlyException refused = assertThrows(TooCostlyException.class, () -> new FormulaCompiler(NAMES, Units.builtIn()).number(formula));
        assertEquals("公式“mean_given(…”：100001 个节点，超出限度；最多 100000", Problem.error("TOO_LARGE", new Place("r.yaml", 1, 1, ""),
                String.valueOf(refused.getMessage())).message(Locale.CHINESE));
    }

    private static String deepest(String nested) {
        String deepest = "a";
        while (true) {
            String deeper = nested.replace("%s", deepest);
            try {
                Formula.parse(deeper);
                new FormulaCompiler(NAMES, Units.builtIn()).number(Formula.parse(deeper));
            } catch (IllegalArgumentException e) {
                return deepest;
            }
            deepest = deeper;
        }
    }

    @Test
    void aCurveOfManyKnotsGivesWhatItsLinesGive() {
        onASmallStack(() -> {
            List<Step> knots = IntStream.rangeClosed(0, 600)
                    .mapToObj(i -> new Step(Formula.of(Rational.of(i)), Rational.of((long) i * i))).toList();
            Formula points = new Shape.Curve(knots).formula(true);
            assertTrue(points.toString().length() > 1_000);
            assertEquals(Rational.ZERO, value(points, Rational.of(-5)));
            assertEquals(Rational.of(360_000), value(points, Rational.of(1_000)));
            for (int i = 0; i < 600; i += 7) {
                assertEquals(Rational.of((long) i * i), value(points, Rational.of(i)));
                assertEquals(Rational.of(2L * i * i + 2L * i + 1, 2), value(points, Rational.of(2L * i + 1, 2)));
            }
        });
    }

    @Test
    void numbersThatGrowWithEachLineAreRefused() {
        Map<String, Formula> squares = new HashMap<>(Map.of("d0", Formula.parse("a * a")));
        Map<String, Formula> quotients = new HashMap<>(Map.of("d0", Formula.parse("a / b")));
        List<String> names = new ArrayList<>(List.of("d0"));
        for (int i = 1; i < 30; i++) {
            squares.put("d" + i, Formula.parse("d" + (i - 1) + " * d" + (i - 1)));
            quotients.put("d" + i, Formula.parse("d" + (i - 1) + " + 1 / d" + (i - 1)));
            names.add("d" + i);
        }
        for (Map<String, Formula> formulas : List.of(squares, quotients)) {
            Growth growth = new Growth(formulas);
            names.subList(0, 9).forEach(growth::check);
            String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> growth.check("d29")).getMessage());
            assertTrue(message.contains("digits"), message);
        }
    }

    @Test
    void sumsAndRoundedQuotientsDoNotGrow() {
        Map<String, Formula> formulas = new HashMap<>(Map.of("d0", Formula.parse("a / b")));
        for (int i = 1; i < 100; i++) {
            formulas.put("d" + i, Formula.parse("round(d" + (i - 1) + ", 2) + a"));
        }
        new Growth(formulas).check("d99");
    }

    @Test
    void aLongRowOfNamesIsRefusedBeforeItExhaustsTheStack() {
        Map<String, Formula> formulas = new HashMap<>();
        for (int i = 1; i < 10_000; i++) {
            formulas.put("d" + i, Formula.parse("d" + (i - 1) + " + a"));
        }
        onASmallStack(() -> {
            String message = String.valueOf(
                    assertThrows(IllegalArgumentException.class, () -> new Growth(formulas).check("d9999")).getMessage());
            assertTrue(message.contains("levels of nesting"), message);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "-1000000000", "100000000000000000000000000000"})
    void aDayBeyondTheCalendarIsNone(String months) {
        for (String function : List.of("plus_months", "plus_years")) {
            Names days = new Names() {
                @Override
                public Optional<Symbol> find(String name) {
                    return name.equals("n") ? Optional.of(new Symbol(0, name, Symbol.Kind.NUMBER, Unit.NONE)) : Optional.empty();
                }

                @Override
                public Optional<Symbol> find(String name, List<String> texts) {
                    return Optional.empty();
                }

                @Override
                public List<String> known() {
                    return List.of("n");
                }
            };
            Num later = new FormulaCompiler(days, Units.builtIn()).day(Formula.parse(function + "(2024-01-01, n)"));
            Value value = later.value(frame(Rational.parse(months)));
            assertTrue(value.is(Value.Absence.UNDEFINED), value::toString);
            assertTrue(value.about().contains("n") && value.about().contains("9999"), value::about);
        }
    }
}
