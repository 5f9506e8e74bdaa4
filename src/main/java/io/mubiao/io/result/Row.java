package io.mubiao.io.result;

import io.mubiao.io.internal.Fields;
import io.mubiao.value.Display;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An object of a result as plain data; what is empty or absent is left out. */
final class Row {
    private static final int PERCENT_DECIMALS = 2;

    private final JsonStyle style;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Row(JsonStyle style) {
        this.style = style;
    }

    /** A field; a number that is rounded has its fraction in a field of its own. */
    Row with(String key, @Nullable Object value) {
        Object held = value instanceof Optional<?> optional ? optional.orElse(null)
                : value instanceof OptionalLong number ? (number.isPresent() ? (Object) number.getAsLong() : null)
                : value instanceof OptionalInt number ? (number.isPresent() ? (Object) number.getAsInt() : null) : value;
        if (held instanceof Rational number) {
            fields.put(key, decimal(number));
            return exact(key + "Exact", number);
        }
        Object plain = held == null ? null : plain(held);
        if (plain != null && !isEmpty(plain)) {
            fields.put(key, plain);
        }
        return this;
    }

    /** A sentence, in the language of the style. */
    Row said(String key, String sentence) {
        return with(key, style.said(sentence));
    }

    private static boolean isEmpty(Object plain) {
        return (plain instanceof String text && text.isEmpty())
                || (plain instanceof Collection<?> items && items.isEmpty())
                || (plain instanceof Map<?, ?> map && map.isEmpty());
    }

    /** A field of whole styles alone. */
    Row whole(String key, @Nullable Object value) {
        return style.isWhole() ? with(key, value) : this;
    }

    /** A share of one, exact and in percent to two digits: 100 only of a whole, 0 only of nothing. */
    Row share(String key, Optional<Rational> share) {
        share.ifPresent(it -> fields.put(key, new Row(style).with("percent", Display.percent(it, PERCENT_DECIMALS))
                .whole("exact", it.toString()).map()));
        return this;
    }

    Row without(String... keys) {
        List.of(keys).forEach(fields::remove);
        return this;
    }

    Map<String, Object> map() {
        return fields;
    }

    private Row exact(String key, Rational number) {
        boolean rounded = !Rational.of(decimal(number)).equals(number);
        return rounded ? whole(key, number.toString()) : this;
    }

    private BigDecimal decimal(Rational number) {
        BigDecimal rounded = number.round(new Rounding(style.decimals(), RoundingMode.HALF_UP)).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** This row of a number on its own. */
    Map<String, Object> number(Rational number) {
        return with("value", decimal(number)).exact("exact", number).fields;
    }

    /** This row of an amount. */
    Map<String, Object> number(Quantity amount) {
        return with("value", decimal(amount.amount())).with("unit", amount.unit().symbol())
                .exact("exact", amount.amount()).fields;
    }

    /** The same in maps, lists, texts, decimals, whole numbers and booleans alone. */
    private Object plain(Object value) {
        if (value instanceof Row row) {
            return row.fields;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, of) -> {
                Object held = plain(of);
                if (!isEmpty(held)) {
                    copy.put(key instanceof Enum<?> word ? Fields.word(word) : String.valueOf(key), held);
                }
            });
            return copy;
        } else if (value instanceof Collection<?> items) {
            List<Object> copy = new ArrayList<>(items.size());
            items.forEach(item -> copy.add(plain(item)));
            return copy;
        } else if (value instanceof Rational number) {
            return new Row(style).number(number);
        } else if (value instanceof Quantity amount) {
            return new Row(style).number(amount);
        } else if (value instanceof Enum<?> constant) {
            return Fields.word(constant);
        } else if (value instanceof Integer number) {
            return number.longValue();
        } else if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        return value instanceof BigDecimal || value instanceof Long || value instanceof Boolean ? value : value.toString();
    }
}
