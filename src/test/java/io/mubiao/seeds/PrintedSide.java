package io.mubiao.seeds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One side of a printed equation: what it gives with the printed numbers, and how far their left-out digits may move that. */
final class PrintedSide {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?( ?%)?");

    private final String text;
    private final List<BigDecimal> numbers = new ArrayList<>();
    private int at;
    private int seen;
    private int moved = -1;

    private PrintedSide(String text) {
        this.text = text.replace(" ", "");
        Matcher number = NUMBER.matcher(this.text);
        while (number.find()) {
            numbers.add(new BigDecimal(number.group().replaceAll("[ %]", "")));
        }
    }

    /** The number and half of the room around it. */
    static double[] of(String text) {
        PrintedSide side = new PrintedSide(text);
        double value = side.value(-1);
        double room = Math.abs(value) * 1e-12;
        for (int i = 0; i < side.numbers.size(); i++) {
            room += side.numbers.get(i).scale() > 0 ? Math.abs(side.value(i) - value) : 0;
        }
        return new double[] {value, room * 1.1};
    }

    private double value(int number) {
        at = 0;
        seen = 0;
        moved = number;
        double value = sum();
        if (at != text.length()) {
            throw new IllegalArgumentException(text + " at " + at);
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            value += text.charAt(at++) == '+' ? product() : -product();
        }
        return value;
    }

    private double product() {
        double value = power();
        while (at < text.length() && (text.charAt(at) == '×' || text.charAt(at) == '÷')) {
            value = text.charAt(at++) == '×' ? value * power() : value / power();
        }
        return value;
    }

    private double power() {
        double value = factor();
        if (at < text.length() && text.charAt(at) == '^') {
            at++;
            value = Math.pow(value, factor());
        }
        return value;
    }

    private double factor() {
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
            return -power();
        }
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            double value = sum();
            at++;
            return value;
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw new IllegalArgumentException(text + " at " + at);
        }
        at = number.end();
        BigDecimal printed = numbers.get(seen);
        double value = printed.doubleValue() + (seen == moved ? printed.ulp().doubleValue() : 0);
        seen++;
        return number.group(2) == null ? value : value / 100;
    }
}
