package io.mubiao.target.internal;

import com.google.common.collect.ImmutableMap;
import io.mubiao.target.Bound.About;
import io.mubiao.target.Bound.Limit;
import io.mubiao.target.Bound.Range;
import io.mubiao.target.Bound;
import io.mubiao.target.Comparison;
import io.mubiao.target.Direction;
import io.mubiao.target.Stated;
import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads bounds; longer words stand before the shorter ones that they contain. */
public final class BoundParser {
    private static final ImmutableMap<String, Comparison> PREFIXES = ImmutableMap.<String, Comparison>builder()
            .put(">=", Comparison.AT_LEAST)
            .put("<=", Comparison.AT_MOST)
            .put("≥", Comparison.AT_LEAST)
            .put("≤", Comparison.AT_MOST)
            .put(">", Comparison.MORE_THAN)
            .put("<", Comparison.LESS_THAN)
            .put("=", Comparison.EXACTLY)
            .put("不少于", Comparison.AT_LEAST)
            .put("不低于", Comparison.AT_LEAST)
            .put("不小于", Comparison.AT_LEAST)
            .put("至少", Comparison.AT_LEAST)
            .put("不超过", Comparison.AT_MOST)
            .put("不高于", Comparison.AT_MOST)
            .put("不多于", Comparison.AT_MOST)
            .put("不大于", Comparison.AT_MOST)
            .put("至多", Comparison.AT_MOST)
            .put("超过", Comparison.MORE_THAN)
            .put("高于", Comparison.MORE_THAN)
            .put("多于", Comparison.MORE_THAN)
            .put("大于", Comparison.MORE_THAN)
            .put("不满", Comparison.LESS_THAN)
            .put("不足", Comparison.LESS_THAN)
            .put("低于", Comparison.LESS_THAN)
            .put("少于", Comparison.LESS_THAN)
            .put("小于", Comparison.LESS_THAN)
            .put("恰好", Comparison.EXACTLY)
            .put("等于", Comparison.EXACTLY)
            .build();
    private static final ImmutableMap<String, Comparison> SUFFIXES = ImmutableMap.of(
            "及以上", Comparison.AT_LEAST,
            "以上", Comparison.AT_LEAST,
            "及以下", Comparison.AT_MOST,
            "以下", Comparison.AT_MOST,
            "以内", Comparison.AT_MOST);

    private static final Pattern BETTER =
            Pattern.compile("(.*?)\\s*[,，]\\s*(higher is better|lower is better|越高越好|越大越好|越低越好|越小越好)");
    private static final Unit POINT = Units.builtIn().get("百分点");

    private BoundParser() {}

    public static Bound parse(String written, Units units) {
        String text = written.indexOf('?') < 0 ? TypedText.of(written).text() : written.strip();
        if (text.startsWith("?")) {
            return new Limit(Comparison.BARE, stated(text, units));
        }
        if (text.startsWith("[") || text.startsWith("(")) {
            return range(text, units);
        }
        Matcher better = BETTER.matcher(text);
        boolean directed = better.matches();
        String plain = directed ? better.group(1) : text;
        Direction direction = directed ? direction(better.group(2)) : Direction.TWO_SIDED;
        if (plain.startsWith("~")) {
            return about(plain.substring(1).strip(), direction, units);
        }
        for (Map.Entry<String, Comparison> prefix : PREFIXES.entrySet()) {
            if (text.startsWith(prefix.getKey())) {
                return new Limit(prefix.getValue(), stated(text.substring(prefix.getKey().length()), units));
            }
        }
        if (plain.endsWith("左右")) {
            return about(plain.substring(0, plain.length() - 2).strip(), direction, units);
        }
        for (Map.Entry<String, Comparison> suffix : SUFFIXES.entrySet()) {
            if (text.endsWith(suffix.getKey())) {
                String rest = text.substring(0, text.length() - suffix.getKey().length());
                return new Limit(suffix.getValue(), stated(rest, units));
            }
        }
        return new Limit(Comparison.BARE, stated(text, units));
    }

    private static Stated<Quantity> stated(String text, Units units) {
        String stripped = text.strip();
        return stripped.startsWith("?")
                ? Stated.open(stripped.substring(1).strip())
                : Stated.of(Quantity.parse(stripped, units));
    }

    private static Direction direction(String better) {
        return better.startsWith("lower") || better.equals("越低越好") || better.equals("越小越好")
                ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
    }

    private static Bound about(String text, Direction direction, Units units) {
        int sign = text.lastIndexOf('±');
        if (sign < 0) {
            return new About(stated(text, units), Optional.empty(), direction);
        }
        Stated<Quantity> value = stated(text.substring(0, sign), units);
        Quantity tolerance = Quantity.parse(text.substring(sign + 1), units);
        return new About(value, Optional.of(ofShare(value, tolerance) ? percent(tolerance) : tolerance), direction);
    }

    /** A tolerance on a percentage is naturally written in 百分点. */
    private static boolean ofShare(Stated<Quantity> value, Quantity tolerance) {
        return value.known().filter(known -> known.unit().isShare()).isPresent()
                && tolerance.unit().isCompatibleWith(POINT);
    }

    private static Quantity percent(Quantity points) {
        return Quantity.share(points.in(POINT).amount().dividedBy(Rational.HUNDRED));
    }

    private static Bound range(String text, Units units) {
        int comma = text.indexOf(',');
        char end = text.charAt(text.length() - 1);
        if (comma < 0 || (end != ']' && end != ')')) {
            throw new IllegalArgumentException("not a range: '" + text + "'; expected such as [49 %, 51 %)");
        }
        IllegalArgumentException first = null;
        for (int at = comma; at >= 0; at = text.indexOf(',', at + 1)) {
            try {
                return new Range(Quantity.parse(text.substring(1, at), units), text.charAt(0) == '[',
                        Quantity.parse(text.substring(at + 1, text.length() - 1), units), end == ']');
            } catch (IllegalArgumentException e) {
                first = first == null ? e : first;
            }
        }
        throw java.util.Objects.requireNonNull(first);
    }
}
