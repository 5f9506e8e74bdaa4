package io.mubiao.io.register;

import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ReadPart;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Parts of a file by name. A name that could not be read is no problem again where it is used. */
final class Named<T> {
    private final Map<String, T> read = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private boolean allRefused;

    /** The parts of an optional object of names. */
    static <T> Named<T> of(Fields fields, String key, String what, BiFunction<String, Node, ReadPart<T>> make) {
        Named<T> named = new Named<>();
        Node node = fields.get(key);
        if (node == null) {
            named.allRefused = fields.isMeant(key);
            return named;
        }
        Fields names = new Fields(fields.problems, node, what);
        named.allRefused = names.failed();
        for (String name : node.fields.keySet()) {
            ReadPart<T> part = names.child(name, child -> make.apply(name, child));
            if (part.value() == null) {
                named.refused.add(name);
            } else {
                named.read.put(name, part.get());
            }
        }
        return named;
    }

    /** The part of this name, or null if there is none. */
    @Nullable T get(String name) {
        T part = read.get(name);
        if (part == null && (allRefused || refused.contains(name))) {
            throw new ReadPart.Refused();
        }
        return part;
    }

    /** The only part, or null if there are none or several. */
    @Nullable T only() {
        if (allRefused || !refused.isEmpty()) {
            throw new ReadPart.Refused();
        }
        return read.size() == 1 ? read.values().iterator().next() : null;
    }

    Collection<T> all() {
        return read.values();
    }

    Set<String> names() {
        return read.keySet();
    }
}
