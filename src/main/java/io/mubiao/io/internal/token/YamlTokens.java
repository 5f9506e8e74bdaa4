package io.mubiao.io.internal.token;

import io.mubiao.work.CostBudget;
import java.io.Reader;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * What the parser that Jackson uses for YAML finds in a text, without what Jackson does to it: nobody asks here whether a text is a
 * number or a day. Whatever is wrong or out of the ordinary is left to {@link JacksonTokens}, which says what.
 */
public final class YamlTokens implements Tokens {
    /** Numbers that begin with 0 are worked out by Jackson, which refuses some longer ones. */
    private static final int SHORT = 10;

    /** Jackson is to read this text. */
    public static final class Unusual extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Unusual() {
            super("unusual", null, false, false);
        }
    }

    private final ParserImpl parser;
    /** Which of what is open are objects. */
    private final BitSet objects = new BitSet();
    private int depth;
    private boolean isField;
    private @Nullable Event event;
    private String text = "";

    private YamlTokens(ParserImpl parser) {
        this.parser = parser;
    }

    /** Null where the parser is older than this way of asking it. */
    public static @Nullable YamlTokens of(Reader text, CostBudget limits) {
        try {
            return new YamlTokens(new ParserImpl(new StreamReader(text), ParserFactory.options(limits)));
        } catch (LinkageError e) {
            return null;
        }
    }

    private Event read() {
        try {
            return parser.getEvent();
        } catch (YAMLException | NumberFormatException e) {
            throw new Unusual();
        }
    }

    @Override
    public @Nullable Kind next() {
        while (!(event instanceof StreamEndEvent)) {
            Event found = read();
            event = found;
            if (found instanceof ScalarEvent scalar) {
                return scalar(scalar);
            } else if (found instanceof CollectionEndEvent) {
                depth--;
                isField = false;
                return Kind.END;
            } else if (found instanceof CollectionStartEvent start) {
                return start(start);
            } else if (found instanceof AliasEvent) {
                throw new Unusual();
            }
        }
        return null;
    }

    private boolean expectsField() {
        return depth > 0 && objects.get(depth) && !isField;
    }

    private Kind start(CollectionStartEvent start) {
        if (expectsField() || start.getTag() != null || start.getAnchor() != null) {
            throw new Unusual();
        }
        boolean object = start instanceof MappingStartEvent;
        objects.set(++depth, object);
        isField = false;
        return object ? Kind.OBJECT : Kind.LIST;
    }

    private Kind scalar(ScalarEvent scalar) {
        text = scalar.getValue();
        if (scalar.getTag() != null || scalar.getAnchor() != null) {
            throw new Unusual();
        }
        isField = expectsField();
        if (isField) {
            return Kind.FIELD;
        }
        boolean plain = scalar.getImplicit().canOmitTagInPlainScalar();
        if (plain && isLongNumber(text)) {
            throw new Unusual();
        }
        return plain && isNothing(text) ? Kind.NOTHING : Kind.TEXT;
    }

    private static boolean isNothing(String text) {
        return switch (text) {
            case "~", "null", "Null", "NULL" -> true;
            default -> false;
        };
    }

    /** Whether it may be a number to base 2, 8 or 16 that is long or has underscores. */
    private static boolean isLongNumber(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (!text.startsWith("0", from) || (text.length() <= SHORT && text.indexOf('_') < 0)) {
            return false;
        }
        return text.chars().skip(from).allMatch(it -> it == '_' || it == 'x' || Character.digit(it, 16) >= 0);
    }

    @Override
    public String text() {
        return text;
    }

    private Event event() {
        return Objects.requireNonNull(event, "event");
    }

    @Override
    public int line() {
        return event().getStartMark().getLine() + 1;
    }

    @Override
    public int column() {
        return event().getStartMark().getColumn() + 1;
    }

    @Override
    public int lastLine() {
        return event().getEndMark().getLine() + 1;
    }

    @Override
    public boolean isReference() {
        return false;
    }

    @Override
    public void close() {}
}
