package io.mubiao.io.rule;

import io.mubiao.shape.Interval;
import io.mubiao.text.internal.TypedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads intervals whose ends carry a unit, one for a whole table: {@code (20 亿元, 80 亿元]}, {@code > 80 亿元}. */
final class EndUnits {
    private static final Pattern END = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+|/[0-9]+)?) *([^-0-9\\s,\\[\\]()<>=≥≤%][^,\\[\\]()<>=≥≤%]*)?(%)?");

    private static final Pattern BOUND = Pattern.compile("^ *([^<>=≥≤]+?) *(以上|以下|以内)$");

    private @Nullable String unit;

    /** @throws IllegalArgumentException if it is no interval, or an end has another unit than the ends before */
    Interval parse(String text) {
        String plain = TypedText.of(text).text();
        Matcher bound = BOUND.matcher(plain);
        if (bound.find()) {
            String sign = "以上".equals(bound.group(2)) ? ">" : "<";
            throw new IllegalArgumentException("'" + text + "' does not say whether its end belongs to it: write '" + sign + "= " + bound.group(1)
                    + "' or '" + sign + " " + bound.group(1) + "'");
        }
        Matcher ends = END.matcher(plain);
        StringBuilder numbers = new StringBuilder();
        while (ends.find()) {
            String own = ends.group(2) == null ? "" : ends.group(2).strip();
            if (unit == null) {
                unit = own;
            } else if (!unit.equals(own)) {
                throw new IllegalArgumentException("the ends of bands must share one unit: found '" + text + "' after ends in "
                        + (unit.isEmpty() ? "plain numbers" : unit) + " (各档界限须用同一单位)");
            }
            ends.appendReplacement(numbers, Matcher.quoteReplacement(ends.group(1) + (ends.group(3) == null ? "" : " %")));
        }
        return Interval.parse(ends.appendTail(numbers).toString());
    }

    /** The symbol of the unit of all ends; empty for plain numbers. */
    String unit() {
        return unit == null ? "" : unit;
    }
}
