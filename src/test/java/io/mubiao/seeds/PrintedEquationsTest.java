package io.mubiao.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Formula;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whoever works out a printed equation with the printed numbers finds what is printed: to the last digit behind =, and about
 * that behind ≈, which stands only where it is needed.
 */
class PrintedEquationsTest {
    private static final Pattern ARITHMETIC = Pattern.compile("[-+×÷() .0-9|]*[0-9][-+×÷() .0-9|]*");
    private static final Pattern UNITS = Pattern.compile("(?<=[0-9]) (%|[\\p{IsHan}]+(?:/[\\p{IsHan}A-Za-z]+)?|元/kWh|kWh)");
    /** What stands in a line beside equations: notes, marks and citations. */
    private static final Pattern BESIDE = Pattern.compile("（[^（）]*）|【[^】]*】|　.*$|，(封顶|保底) .*$");
    private static final Rational ABOUT = Rational.of(1).dividedBy(Rational.of(50));

    private int exact;
    private int about;

    private void check(String text) {
        for (String line : text.split("\n", -1)) {
            String plain = BESIDE.matcher(line).replaceAll("");
            String[] sides = plain.split(" = | ≈ ", -1);
            if (sides.length < 2 || plain.contains("^") || plain.contains("|")) {
                continue;
            }
            for (int i = 0; i + 1 < sides.length; i++) {
                int at = plain.indexOf(sides[i]) + sides[i].length();
                boolean equal = plain.startsWith(" = ", at);
                Rational left = number(i == 0 ? last(sides[i]) : sides[i]);
                Rational right = number(sides[i + 1]);
                if (left != null && right != null && sameUnits(sides[i] + " " + sides[i + 1])) {
                    compare(line, equal, left, right);
                }
            }
        }
    }

    private void compare(String line, boolean equal, Rational left, Rational right) {
        if (equal) {
            exact++;
            assertEquals(left, right, line);
            return;
        }
        about++;
        Rational size = left.abs().max(right.abs());
        assertTrue(left.minus(right).abs().compareTo(size.times(ABOUT)) <= 0, line);
    }

    /** Units are left out of the reckoning, so a line where one is converted into another cannot be checked by it. */
    private static boolean sameUnits(String sides) {
        return !sides.contains("%") && !sides.contains("元/kWh") && !sides.contains("百分点");
    }

    /** What stands behind the words of the left side. */
    private static String last(String side) {
        return side.replaceFirst("^.*[：\\p{IsHan}](?= [-(0-9])", "");
    }

    private static @org.jspecify.annotations.Nullable Rational number(String side) {
        String plain = UNITS.matcher(side.strip()).replaceAll("").strip();
        if (!ARITHMETIC.matcher(plain).matches()) {
            return null;
        }
        Formula formula = Formula.parse(plain.replace("×", "*").replace("÷", "/"));
        return new Trace.Worked("", "", formula, Quantity.of(Rational.ZERO, Unit.NONE), List.of()).replay().amount();
    }

    @Test
    void ofEvaluations() {
        Rules.ids().forEach(id -> new SeedTexts(Locale.SIMPLIFIED_CHINESE, this::check).ofRule(id));
        assertTrue(exact > 80 && about > 300, exact + " exact, " + about + " about");
    }

    @Test
    void ofScores() {
        List<String> ids = new ArrayList<>(Scores.ids(Scores.FOLDER));
        ids.forEach(id -> new SeedTexts(Locale.SIMPLIFIED_CHINESE, this::check).ofScoringRule(id));
        new SeedTexts(Locale.SIMPLIFIED_CHINESE, this::check).ofScorecard(io.mubiao.Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml"));
        assertTrue(exact > 50 && about > 20, exact + " exact, " + about + " about");
    }

    @Test
    void ofAssessments() {
        SeedTexts.REGISTERS.forEach(id -> new SeedTexts(Locale.SIMPLIFIED_CHINESE, this::check).ofRegister(id));
        assertTrue(exact > 5, exact + " exact, " + about + " about");
    }

    @Test
    void aFalseEquationIsFound() {
        org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class, () -> check("得分 60 = 40 × 27.2727 ÷ 10"));
        org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class, () -> check("得分 = 40 × 2.7 ≈ 100"));
        check("得分 109.0909 ≈ 40 × 27.2727 万元/亩 ÷ 10 万元/亩，封顶 60（权重 40）");
    }
}
