package io.mubiao.io.internal;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a file and what stands there: an object, a list, a text or nothing. */
public class Node {
    public enum Kind {
        OBJECT,
        LIST,
        TEXT,
        NOTHING
    }

    private static final Splitter STEPS = Splitter.on('.').omitEmptyStrings();

    public final Kind kind;
    public final @Nullable Node parent;
    /** The field or index under which the parent holds it. */
    public final String key;
    public final int line;
    public final int column;
    public String text = "";
    public final Map<String, Node> fields;
    public final List<Node> items;

    public Node(Kind kind, @Nullable Node parent, String key, int line, int column) {
        this.kind = kind;
        this.parent = parent;
        this.key = key;
        this.line = line;
        this.column = column;
        fields = kind == Kind.OBJECT ? new NodeFields() : Map.of();
        items = kind == Kind.LIST ? new ArrayList<>() : List.of();
    }

    /** One whose name stands on a line above it. */
    private static final class Below extends Node {
        private final int nameLine;
        private final int nameColumn;

        Below(Kind kind, @Nullable Node parent, String key, int line, int column, int nameLine, int nameColumn) {
            super(kind, parent, key, line, column);
            this.nameLine = nameLine;
            this.nameColumn = nameColumn;
        }

        @Override
        public Node name() {
            return new Node(Kind.NOTHING, parent, key, nameLine, nameColumn);
        }
    }

    /** The value of a field whose name stands somewhere too. */
    static Node under(Kind kind, @Nullable Node parent, String key, int line, int column, int nameLine, int nameColumn) {
        return nameLine == line ? new Node(kind, parent, key, line, column) : new Below(kind, parent, key, line, column, nameLine, nameColumn);
    }

    /** The place of its name, if that is on a line above; else its own. */
    public Node name() {
        return this;
    }

    /** The same under another name; what stands in it stays where it is. */
    Node called(String name) {
        Node other = new Node(kind, parent, name, line, column);
        other.text = text;
        fields.forEach(other.fields::putIfAbsent);
        items.forEach(other.items::add);
        return other;
    }

    /** The place alone, without what stands there. */
    public Node place() {
        return new Node(Kind.NOTHING, parent, key, line, column);
    }

    /** {@code targets[3].goal.require}; the root is the empty path. */
    String path() {
        if (parent == null) {
            return "";
        }
        String above = parent.path();
        if (parent.kind == Kind.LIST) {
            return above + "[" + key + "]";
        }
        return above.isEmpty() ? key : above + "." + key;
    }

    /** The node at a path below this one, or the deepest that exists on the way there. */
    public Node nearest(String path) {
        Node node = this;
        for (String step : STEPS.split(path.replace("[", ".").replace("]", ""))) {
            Node next = node.kind == Kind.LIST ? node.item(step) : node.fields.get(step);
            if (next == null) {
                return node;
            }
            node = next;
        }
        return node;
    }

    private @Nullable Node item(String index) {
        int at = Integer.parseInt(index);
        return at < items.size() ? items.get(at) : null;
    }

    public String describe() {
        return switch (kind) {
            case OBJECT -> "an object";
            case LIST -> "a list";
            case NOTHING -> "nothing";
            case TEXT -> "'" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "'";
        };
    }
}
