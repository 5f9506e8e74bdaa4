package io.mubiao.io.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
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
}
