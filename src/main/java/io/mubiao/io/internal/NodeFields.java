package io.mubiao.io.internal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The fields of an object in file order; a few of them take a tenth of the room that a map of the JDK takes. */
final class NodeFields extends AbstractMap<String, Node> {
    /** So many are looked through one by one. */
    private static final int FEW = 16;

    private Node[] nodes = new Node[4];
    private int size;
    private @Nullable Map<String, Node> index;

    @Override
    public @Nullable Node get(@Nullable Object key) {
        if (index != null) {
            return index.get(key);
        }
        for (int i = 0; i < size; i++) {
            if (nodes[i].key.equals(key)) {
                return nodes[i];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public @Nullable Node putIfAbsent(String key, Node node) {
        Node before = get(key);
        if (before != null) {
            return before;
        }
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
        }
        nodes[size++] = node;
        if (index != null) {
            index.put(key, node);
        } else if (size > FEW) {
            Map<String, Node> all = new HashMap<>();
            Arrays.stream(nodes, 0, size).forEach(it -> all.put(it.key, it));
            index = all;
        }
        return null;
    }

    @Override
    public Set<Map.Entry<String, Node>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Node>> iterator() {
                return IntStream.range(0, size).mapToObj(i -> Map.entry(nodes[i].key, nodes[i])).iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
