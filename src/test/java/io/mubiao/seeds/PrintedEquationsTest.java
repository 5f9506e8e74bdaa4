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
    private static final Pattern ARITHMETIC = Pattern.compile("[-+×÷() .0-9%^]*[0-9][-+×÷() .0-9%^]*");
    private static final Pattern UNITS = Pattern.compile("(?<=[0-9]) ([\\p{IsHan}]+(?:/[\\p{IsHan}A-Za-z]+)?|元/kWh|kWh)");
    /** What stands in a line beside equations: notes, marks and citations. */
    private static final Pattern BESIDE = Pattern.compile("（[^（）]*）|【[^】]*】|　.*$|，(封顶|保底) .*$");

    private static final Pattern ROUNDED = Pattern.compile("【[^】]*四舍五入到 ([0-9]) 位小数[^】]*】");
    private static final Pattern HELD = Pattern.compile("([-0-9.]+)，(封顶|保底) ([-0-9.]+)");

    private final java.util.Set<String> wrong = new java.util.LinkedHashSet<>();
    private int exact;
    private int percents;
    private int about;

    private void check(String text) {
        for (String line : text.split("\n", -1)) {
            HELD.matcher(line).results().filter(held -> number(held.group(1)).compareTo(number(held.group(3)))
                    * (held.group(2).equals("封顶") ? 1 : -1) <= 0).forEach(held -> wrong.add(line));
            String plain = BESIDE.matcher(line).replaceAll("");
            String[] sides = plain.split(" = | ≈ ", -1);
            if (sides.length < 2 || plain.contains("|")) {
                continue;
            }
            for (int i = 0; i + 1 < sides.length; i++) {
                int at = plain.indexOf(sides[i]) + sides[i].length();
                boolean equal = plain.startsWith(" = ", at);
                String left = arithmetic(i == 0 ? last(sides[i]) : sides[i]);
                String right = arithmetic(sides[i + 1]);
                if (!left.isEmpty() && !right.isEmpty() && sameUnits(sides[i] + " " + sides[i + 1])) {
                    compare(line, equal, left, right);
                }
            }
        }
    }

    /** Behind = to the last digit; behind ≈ as far as the digits that were left out can move it. */
    private void compare(String line, boolean equal, String left, String right) {
        percents += (left + right).contains("%") ? 1 : 0;
        if (equal && !line.contains("^")) {
            exact++;
            assertEquals(number(left), number(right), line);
            return;
        }
        about++;
        double[] one = PrintedSide.of(left);
        double[] other = PrintedSide.of(right);
        if (!(Math.abs(one[0] - other[0]) <= one[1] + other[1] + declared(line))) {
            wrong.add(line + "   [" + left + " -> " + one[0] + " ± " + one[1] + ", " + right + " -> " + other[0] + " ± " + other[1] + "]");
        }
    }

    /** How far a rounding that the line declares moves a number: 124.00 is printed as 124. */
    private static double declared(String line) {
        return ROUNDED.matcher(line).results().mapToDouble(found -> 0.5 * Math.pow(10, -Integer.parseInt(found.group(1)))).findFirst().orElse(0);
    }

    /** Units are left out of the reckoning, so a line where one is converted into another cannot be checked by it. */
    private static boolean sameUnits(String sides) {
        return !sides.contains("元/kWh") && !sides.contains("百分点");
    }

    /** What stands behind the words of the left side. */
    private static String last(String side) {
        return side.replaceFirst("^.*[：\\p{IsHan}](?= [-(0-9])", "");
    }

    /** The arithmetic of a side; empty where there are words in it. */
    private static String arithmetic(String side) {
        String plain = UNITS.matcher(side.strip()).replaceAll("").strip();
        return ARITHMETIC.matcher(plain).matches() ? plain : "";
    }

    private static Rational number(String plain) {
        Formula formula = Formula.parse(plain.replaceAll("([0-9.]+) ?%", "($1 / 100)").replace("×", "*").replace("÷", "/"));
        return new Trace.Worked("", "", formula, Quantity.of(Rational.ZERO, Unit.NONE), List.of()).replay().amount();
    }

    @Test
    void ofEvaluations() {
        Rules.ids().forEach(id -> new SeedTexts(Locale.SIMPLIFIED_CHINESE, this::check).ofRule(id));
        told();
        assertTrue(exact > 90 && about > 380, exact + " exact, " + about + " about");
    }

    @Test
    void ofScores() {
        List<String> ids = new ArrayList<>(Scores.ids(Scores.FOLDER));
        ids.forEach(id -> new SeedTexts(Locale.SIMPLIFIED_CHINESE, this::check).ofScoringRule(id));
        new SeedTexts(Locale.SIMPLIFIED_CHINESE, this::check).ofScorecard(io.mubiao.Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml"));
        Scores.ids(Scores.CARDS).forEach(id -> new SeedTexts(Locale.SIMPLIFIED_CHINESE, this::check).ofScorecard(Scores.card(id)));
        told();
        assertTrue(exact > 60 && about > 20, exact + " exact, " + about + " about");
    }

    @Test
    void ofAssessments() {
        SeedTexts.REGISTERS.forEach(id -> new SeedTexts(Locale.SIMPLIFIED_CHINESE, this::check).ofRegister(id));
        told();
        assertTrue(exact > 120 && about > 40 && percents > 150, exact + " exact, " + about + " about, " + percents + " of %");
    }

    private void told() {
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " wrong\n" + String.join("\n", wrong));
    }

    @Test
    void aFalseEquationIsFound() {
        org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class, () -> check("得分 60 = 40 × 27.2727 ÷ 10"));
        check("得分 = 40 × 2.7 ≈ 103");
        check("增长率 = (125 ÷ 100)^(1 ÷ 3) - 1 ≈ 8 %");
        assertEquals(2, wrong.size());
        check("增长率 = (125 ÷ 100)^(1 ÷ 3) - 1 ≈ 7.7217 %");
        check("增长率 = (125 - 100) ÷ 100 = 25 %");
        assertEquals(2, wrong.size());
        check("得分 60：40 × 27.2727 万元/亩 ÷ 10 万元/亩 ≈ 109.0909，封顶 60（权重 40）");
        assertEquals(2, wrong.size());
        check("得分 11.8008：30 ÷ 2 - 3.1992 ≈ 11.8008，封顶 11.8008（权重 30，不高于 30）");
        assertEquals(3, wrong.size());
    }
}
