package io.mubiao.text.internal;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number and the unit behind it as people write them (数字文本): {@code 1,234,567.89 万元}, {@code 100（万元）},
 * {@code 220/3 公顷}. Whatever can be read in two ways is refused, and both are named. Immutable.
 *
 * @param number a plain decimal or a fraction of two whole numbers, without separators
 * @param unit what stands behind it without parentheses; empty if nothing does
 */
public record NumberText(String number, String unit) {
    private static final Pattern FORM =
            Pattern.compile("([-+]?[0-9][0-9,]*+)((?:\\.[0-9]++|/[0-9]++)?+)(.*)", Pattern.DOTALL);
    private static final Pattern GROUPS = Pattern.compile("[-+]?[0-9]{1,3}(?:,[0-9]{3})+");
    private static final Pattern POWER = Pattern.compile("[-+]?[0-9.,]+[eE][-+]?[0-9]+.*", Pattern.DOTALL);
    private static final Pattern EUROPEAN = Pattern.compile("([-+]?[0-9]{1,3}(?:\\.[0-9]{3})+),([0-9]+)(\\D.*)?", Pattern.DOTALL);
    private static final Pattern POINTS = Pattern.compile("([-+]?[0-9]{1,3}(?:\\.[0-9]{3}){2,})(\\D.*)?", Pattern.DOTALL);
    private static final Pattern COMMA = Pattern.compile("([-+]?[0-9]+),([0-9]+)");
    private static final Pattern BLANKS = Pattern.compile("([-+]?[0-9]{1,3}(?: [0-9]{3})+)(\\D.*)?", Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile("^单位\\s*:");
    private static final int LONGEST = 200;

    public NumberText {
        requireNonNull(number, "number");
        requireNonNull(unit, "unit");
    }

    /**
     * Takes a text apart, whatever its width and blanks.
     *
     * @throws IllegalArgumentException if it is not a number with or without a unit, or one that can be read in two ways;
     *     says what was found and what was expected, both readings if there are two
     */
    public static NumberText of(String typed) {
        String text = TypedText.of(typed).text();
        Matcher matcher = FORM.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            throw bad(text, "a plain number");
        }
        refuseTwoReadings(text);
        String whole = matcher.group(1);
        if (whole.indexOf(',') >= 0 && (!GROUPS.matcher(whole).matches() || matcher.group(2).startsWith("/"))) {
            throw bad(text, "thousands separators between groups of three digits, such as 1,234,567.89");
        }
        String unit = unit(matcher.group(3));
        if (!unit.isEmpty() && ".,'0123456789".indexOf(unit.charAt(0)) >= 0) {
            throw bad(text, "a plain number");
        }
        return new NumberText(whole.replace(",", "") + matcher.group(2), unit);
    }

    private static void refuseTwoReadings(String text) {
        Matcher european = EUROPEAN.matcher(text);
        if (european.matches()) {
            String digits = european.group(1);
            throw two(text, digits.replace(".", "") + "." + european.group(2), "a decimal comma, points between thousands",
                    digits.indexOf('.') == digits.lastIndexOf('.') ? digits + european.group(2) : digits.replace(".", "")
                            + european.group(2), "a comma that means nothing");
        }
        Matcher points = POINTS.matcher(text);
        if (points.matches()) {
            throw bad(text, points.group(1).replace(".", "") + ", if the points stand between thousands");
        }
        Matcher blanks = BLANKS.matcher(text);
        if (blanks.matches()) {
            throw two(text, blanks.group(1).replace(" ", ""), "blanks between thousands", blanks.group(1), "several numbers");
        }
        if (POWER.matcher(text).matches()) {
            throw bad(text, "a plain decimal, not a power of ten, in which a spreadsheet may have lost digits");
        }
        refuseComma(text);
    }

    private static void refuseComma(String text) {
        int end = 0;
        while (end < text.length() && "+-,0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        Matcher comma = COMMA.matcher(text.substring(0, end));
        boolean ends = end == text.length() || (text.charAt(end) != '.' && text.charAt(end) != '/');
        if (ends && comma.matches() && !GROUPS.matcher(comma.group()).matches()) {
            throw two(text, comma.group(1) + "." + comma.group(2), "a decimal comma", comma.group(1) + comma.group(2),
                    "a comma between thousands");
        }
    }

    private static String unit(String behind) {
        String unit = behind.strip();
        boolean enclosed = unit.length() > 2 && unit.charAt(0) == '(' && unit.charAt(unit.length() - 1) == ')'
                && unit.indexOf('(', 1) < 0;
        return enclosed ? LABEL.matcher(unit.substring(1, unit.length() - 1).strip()).replaceFirst("").strip() : unit;
    }

    private static IllegalArgumentException two(String text, String one, String how, String other, String otherHow) {
        return bad(text, one + " (" + how + ") or " + other + " (" + otherHow + ")");
    }

    private static IllegalArgumentException bad(String text, String expected) {
        String start = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        return new IllegalArgumentException("found '" + Characters.shown(start) + "', expected " + expected);
    }
}
