package io.mubiao.target.internal;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads bounds as registers write them or in the words of documents. */
public final class BoundParser {
    private static final Pattern BETTER =
            Pattern.compile("(.*?)\\s*[,，]\\s*(higher is better|lower is better|越高越好|越大越好|越低越好|越小越好)");
    /** Whether the number itself belongs: 10个（含）以上, 10个以上（不含10个）. */
    private static final Pattern INCLUDED = Pattern.compile("\\s*\\((含|不含)[^()]*\\)\\s*");
    private static final Pattern DASH = Pattern.compile("\\s*(?:[-~–]|—{1,2}|至|到)\\s*");
    private static final Unit POINT = Units.builtIn().get("百分点");

    private BoundParser() {}

    public static Bound parse(String written, Units units) {
        String text = written.indexOf('?') < 0 ? TypedText.of(written).text() : written.strip();
        if (text.startsWith("?")) {
            return new Limit(Comparison.BARE, stated(text, units));
        }
        if (text.startsWith("[") || (text.startsWith("(") && text.indexOf(',') > 0)) {
            return range(text, units);
        }
        Matcher better = BETTER.matcher(text);
        boolean directed = better.matches();
        String plain = directed ? better.group(1) : text;
        Direction direction = directed ? direction(better.group(2)) : Direction.TWO_SIDED;
        BoundWords.refuse(plain);
        for (String about : BoundWords.ABOUT) {
            if (plain.startsWith(about)) {
                return about(without(plain.substring(about.length()), BoundWords.ABOUT_BEHIND), direction, units);
            }
        }
        if (!directed) {
            for (Map.Entry<String, Comparison> prefix : BoundWords.PREFIXES.entrySet()) {
                if (text.startsWith(prefix.getKey())) {
                    return new Limit(prefix.getValue(), stated(verbless(text.substring(prefix.getKey().length())), units));
                }
            }
        }
        String number = verbless(plain);
        String verb = plain.substring(0, plain.length() - number.length()).strip();
        return behind(verb, number, direction, directed, units);
    }

    /** What is behind a number decides, then the verb before it. */
    private static Bound behind(String verb, String number, Direction direction, boolean directed, Units units) {
        String about = without(number, BoundWords.ABOUT_BEHIND);
        if (!about.equals(number)) {
            return about(about, direction, units);
        }
        Optional<Range> between = dashed(number, units);
        if (between.isPresent()) {
            return directed ? side(between.get(), direction) : between.get();
        }
        Matcher included = INCLUDED.matcher(number);
        String said = included.replaceAll("").strip();
        for (Map.Entry<String, Comparison> suffix : BoundWords.SUFFIXES.entrySet()) {
            if (said.endsWith(suffix.getKey()) && !directed) {
                boolean strict = included.reset().find() && included.group(1).equals("不含");
                return new Limit(strict ? strict(suffix.getValue()) : suffix.getValue(),
                        stated(said.substring(0, said.length() - suffix.getKey().length()), units));
            }
        }
        if (directed) {
            throw new IllegalArgumentException("'" + number + "' has a limit of its own, of which no side need be said; leave out what is behind the comma");
        }
        if (verb.isEmpty()) {
            return new Limit(Comparison.BARE, stated(number, units));
        }
        Stated<Quantity> limit = stated(number, units);
        return new Limit(Objects.requireNonNull(BoundWords.VERBS.get(verb)).orElseThrow(() -> BoundWords.sideless(verb, number)), limit);
    }

    private static String without(String text, List<String> endings) {
        return endings.stream().filter(text::endsWith).findFirst()
                .map(it -> text.substring(0, text.length() - it.length()).strip()).orElse(text);
    }

    /** A text without the verb it begins with. */
    private static String verbless(String text) {
        String stripped = text.strip();
        return BoundWords.VERBS.keySet().stream().filter(stripped::startsWith).findFirst()
                .map(it -> stripped.substring(it.length()).strip()).orElse(stripped);
    }

    private static Comparison strict(Comparison comparison) {
        return comparison == Comparison.AT_LEAST ? Comparison.MORE_THAN : Comparison.LESS_THAN;
    }

    /** Of a range of which one side is good, the end that is enough. */
    private static Bound side(Range range, Direction direction) {
        return direction == Direction.HIGHER_IS_BETTER ? Bound.atLeast(range.low()) : Bound.atMost(range.high());
    }

    /** From one number to another, both included: {@code 40%-50%}, {@code 40%至50%之间}. */
    private static Optional<Range> dashed(String text, Units units) {
        String pair = without(text, List.of("之间", "区间"));
        Matcher dash = DASH.matcher(pair);
        while (dash.find()) {
            if (dash.start() > 0 && dash.end() < pair.length()) {
                String from = pair.substring(0, dash.start());
                String to = pair.substring(dash.end());
                if (isNumber(from, units) && isNumber(to, units)) {
                    return Optional.of(ends(from, true, to, true, units));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNumber(String text, Units units) {
        try {
            return Quantity.parseTyped(text, units).amount() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Range ends(String from, boolean fromIn, String to, boolean toIn, Units units) {
        Quantity low = Quantity.parseTyped(from, units);
        Quantity high = Quantity.parseTyped(to, units);
        boolean once = low.unit().equals(Unit.NONE) && !high.unit().equals(Unit.NONE);
        if (!once && high.unit().equals(Unit.NONE) && !low.unit().equals(Unit.NONE)) {
            throw new IllegalArgumentException("'" + to.strip() + "' has no unit; write '" + to.strip() + " " + low.unit() + "'");
        }
        return new Range(once ? Quantity.parse(from.strip() + " " + high.unit(), units) : low, fromIn, high, toIn);
    }

    private static Stated<Quantity> stated(String text, Units units) {
        String stripped = text.strip();
        if (stripped.startsWith("?")) {
            return Stated.open(stripped.substring(1).strip());
        }
        try {
            return Stated.of(Quantity.parseTyped(stripped, units));
        } catch (IllegalArgumentException e) {
            String hint = BoundWords.hint(stripped);
            throw hint.isEmpty() ? e : new IllegalArgumentException(e.getMessage() + hint, e);
        }
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
        Quantity tolerance = Quantity.parseTyped(text.substring(sign + 1), units);
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
                return ends(text.substring(1, at), text.charAt(0) == '[', text.substring(at + 1, text.length() - 1), end == ']',
                        units);
            } catch (IllegalArgumentException e) {
                first = first == null ? e : first;
            }
        }
        throw java.util.Objects.requireNonNull(first);
    }
}
