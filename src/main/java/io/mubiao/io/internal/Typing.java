package io.mubiao.io.internal;

import com.google.common.collect.ImmutableSet;
import io.mubiao.shape.Interval;
import io.mubiao.target.Bound;
import io.mubiao.target.Deadline;
import io.mubiao.text.internal.Change;
import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.DayText;
import io.mubiao.text.internal.TypedText;
import io.mubiao.time.Moment;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what was made plain in the texts of a tree before they were read, and which texts hold what nobody sees. */
public final class Typing {
    /** Fields whose text is shown in one line. */
    private static final ImmutableSet<String> LINES = ImmutableSet.of("id", "title", "name", "member", "stream", "item",
            "source", "stage", "assessor", "band", "owner", "severity", "supersedes");
    private static final ImmutableSet<Class<?>> PLAIN = ImmutableSet.of(Quantity.class, Rational.class, BigDecimal.class,
            Integer.class, Long.class, Unit.class, Interval.class, Instant.class);

    private Typing() {}

    /** Counts what was changed in a scalar to read a value of it. */
    public static void tell(Node node, @Nullable Object value, ProblemList problems) {
        String text = node.text;
        if (value instanceof String) {
            hidden(node, problems);
        } else if (value != null && !isOpen(text)) {
            changes(text, value).forEach(it -> problems.count(node, it.name(), it.words(), it.example(text)));
        }
    }

    /** Counts what was done to read a text, which its reader knows. */
    public static void tell(Node node, String code, String words, ProblemList problems) {
        problems.count(node, code, words);
    }

    private static void hidden(Node node, ProblemList problems) {
        String text = node.text.strip();
        boolean line = LINES.contains(node.key);
        String shown = line ? text : text.replace("\n", "").replace("\r", "").replace("\t", "");
        if (Characters.hasHidden(shown)) {
            problems.count(node, "HIDDEN_CHARACTER", DoubtTally.HIDDEN + Characters.hidden(shown));
        }
    }

    private static boolean isOpen(String text) {
        return text.indexOf('?') >= 0;
    }

    private static Set<Change> changes(String text, Object value) {
        if (value instanceof LocalDate || value instanceof Moment || value instanceof Deadline) {
            return ofDay(text);
        }
        if (value instanceof Span && isPlainSpan(text)) {
            return Set.of();
        }
        Set<Change> changes = EnumSet.noneOf(Change.class);
        if (value instanceof Span || value instanceof Bound || PLAIN.contains(value.getClass())) {
            changes.addAll(TypedText.of(text).changes());
        }
        if (value instanceof Span span) {
            String plain = TypedText.of(text).text();
            if (!plain.equals(span.toString()) && !plain.equals(span.first().toString())) {
                changes.add(Change.DAY_FORM);
            }
        }
        return changes;
    }

    /** 2024-01-01/2024-12-31, as it was read. */
    private static boolean isPlainSpan(String text) {
        return text.length() == 21 && text.charAt(10) == '/' && isPlainDay(text, 0) && isPlainDay(text, 11);
    }

    private static boolean isPlainDay(String text, int from) {
        for (int i = from; i < from + 10; i++) {
            char at = text.charAt(i);
            if (at != '-' && (at < '0' || at > '9')) {
                return false;
            }
        }
        return true;
    }

    private static Set<Change> ofDay(String text) {
        if (text.length() == 10 && isPlainDay(text, 0)) {
            return Set.of();
        }
        try {
            return DayText.of(text).changes();
        } catch (IllegalArgumentException e) {
            return TypedText.of(text).changes();
        }
    }
}
