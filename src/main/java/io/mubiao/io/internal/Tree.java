package io.mubiao.io.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object to be written; what is empty or absent is left out. */
public final class Tree extends LinkedHashMap<String, Object> {
    @java.io.Serial
    private static final long serialVersionUID = 1L;

    public Tree with(String key, @Nullable Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        boolean empty = plain == null
                || (plain instanceof String text && text.isEmpty())
                || (plain instanceof Collection<?> items && items.isEmpty())
                || (plain instanceof Map<?, ?> map && map.isEmpty());
        if (!empty && plain != null) {
            put(key, plain instanceof Enum<?> constant ? Fields.word(constant) : plain);
        }
        return this;
    }

    /** The same as it is written: in maps, lists, texts, numbers and booleans alone. */
    public Map<String, Object> plain() {
        Map<String, Object> copy = new LinkedHashMap<>();
        forEach((key, value) -> copy.put(key, plain(value)));
        return copy;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, of) -> copy.put(String.valueOf(key), plain(of)));
            return copy;
        } else if (value instanceof Collection<?> items) {
            List<Object> copy = new ArrayList<>(items.size());
            items.forEach(item -> copy.add(plain(item)));
            return copy;
        } else if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof BigDecimal || value instanceof Long || value instanceof Boolean ? value : value.toString();
    }
}
