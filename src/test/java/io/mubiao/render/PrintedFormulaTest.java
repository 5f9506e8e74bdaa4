package io.mubiao.render;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed of a formula, worked out as it stands there, gives what the formula gives. */
class PrintedFormulaTest {
    private static final Map<String, Integer> VALUES = Map.of("a", 7, "b", 3, "c", 2);
    private static final Map<String, String> TITLES = Map.of("a", "甲", "b", "乙", "c", "丙");

    private static final List<Trace> OPERANDS = List.of(leaf("a"), leaf("b"), leaf("c"));

    private static Trace leaf(String name) {
        return new Trace.Leaf(name, requireNonNull(TITLES.get(name)), Symbol.Kind.NUMBER, Unit.NONE,
                Optional.of(Quantity.of(Rational.of(requireNonNull(VALUES.get(name))), Unit.NONE)), "",
                Trace.Origin.COLUMN);
    }

    private static String printed(String formula, Locale locale) {
        return PlainFormula.titles(new Words(locale), OPERANDS).whole(Formula.parse(formula));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cagr(a + 1, b - 1, 3)|((甲 + 1) ÷ (乙 - 1))^(1 ÷ 3) - 1",
        "cagr(a, b, c + 1)|(甲 ÷ 乙)^(1 ÷ (丙 + 1)) - 1",
        "2 * cagr(a, b, c)|2 × ((甲 ÷ 乙)^(1 ÷ 丙) - 1)",
        "a - cagr(a, b, c)|甲 - ((甲 ÷ 乙)^(1 ÷ 丙) - 1)",
        "cagr(a, cagr(a, b, c), 2)|(甲 ÷ ((甲 ÷ 乙)^(1 ÷ 丙) - 1))^(1 ÷ 2) - 1",
        "growth(a + 1, b - 1)|(甲 + 1 - (乙 - 1)) ÷ ¦乙 - 1¦"})
    void whatAFunctionIsOfStandsTogether(String formula, String text) {
        assertEquals(text.replace('¦', '|'), printed(formula, Locale.CHINESE));
    }

    @Test
    void everyFormulaIsWorkedOutAsItIsPrinted() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            String formula = formula(random, 3);
            double expected;
            try {
                expected = new Trace.Worked("", "", Formula.parse(formula), Quantity.of(Rational.ONE, Unit.NONE), OPERANDS).replay().amount().round(io.mubiao.value.Rounding.halfUp(12)).doubleValue();
            } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
                continue;
            }
            for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                String printed = printed(formula, locale);
                double found = new Working(printed).value();
                assertEquals(1, (found + 1e6) / (expected + 1e6), 1e-9, formula + " is printed as " + printed);
            }
        }
    }

    private static String formula(Random random, int depth) {
        if (depth == 0) {
            return List.of("a", "b", "c", "2", "5").get(random.nextInt(5));
        }
        List<String> of = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            of.add(formula(random, random.nextInt(depth)));
        }
        return switch (random.nextInt(8)) {
            case 0 -> "(" + of.get(0) + ") + (" + of.get(1) + ")";
            case 1, 2 -> "(" + of.get(0) + ") - (" + of.get(1) + ")";
            case 3 -> "(" + of.get(0) + ") * (" + of.get(1) + ")";
            case 4 -> "(" + of.get(0) + ") / (" + of.get(1) + ")";
            case 5 -> "growth(" + of.get(0) + ", " + of.get(1) + ")";
            case 6 -> "abs(" + of.get(0) + ")";
            default -> "cagr(" + of.get(0) + ", " + of.get(1) + ", 2)";
        };
    }

    /** Works out what is printed, by the rules of school. */
    private static final class Working {
        private final String text;
        private int at;

        Working(String text) {
            this.text = text.replace(" ", "");
        }

        double value() {
            double value = sum();
            assertEquals(text.length(), at, text);
            return value;
        }

        private boolean takes(char c) {
            boolean is = at < text.length() && text.charAt(at) == c;
            at += is ? 1 : 0;
            return is;
        }

        private double sum() {
            double value = product();
            while (true) {
                if (takes('+')) {
                    value += product();
                } else if (takes('-')) {
                    value -= product();
                } else {
                    return value;
                }
            }
        }

        private double product() {
            double value = power();
            while (true) {
                if (takes('×')) {
                    value *= power();
                } else if (takes('÷')) {
                    value /= power();
                } else {
                    return value;
                }
            }
        }

        private double power() {
            if (takes('-')) {
                return -power();
            }
            double value = atom();
            return takes('^') ? Math.pow(value, atom()) : value;
        }

        private double atom() {
            for (char[] pair : new char[][] {{'(', ')'}, {'|', '|'}}) {
                if (takes(pair[0])) {
                    double value = sum();
                    assertEquals(true, takes(pair[1]), text + " at " + at);
                    return pair[0] == '|' ? Math.abs(value) : value;
                }
            }
            for (Map.Entry<String, String> title : TITLES.entrySet()) {
                if (takes(title.getValue().charAt(0))) {
                    return requireNonNull(VALUES.get(title.getKey()));
                }
            }
            int from = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return Double.parseDouble(text.substring(from, at));
        }
    }
}
