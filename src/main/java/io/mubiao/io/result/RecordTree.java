package io.mubiao.io.result;

import io.mubiao.formula.Formula;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.GoalTree;
import io.mubiao.rule.Rule;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Moment;
import io.mubiao.trace.Trace;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records of ours as plain data: every component by its name, of several sorts which it is; what is absent is left out. */
final class RecordTree {
    private final JsonStyle style;

    RecordTree(JsonStyle style) {
        this.style = style;
    }

    /** Whether a type is one of the library. */
    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.mubiao.");
    }

    Row row(Record it) {
        Row row = new Row(style);
        if (it.getClass().getInterfaces().length > 0) {
            row.with("kind", word(it.getClass()));
        }
        for (RecordComponent component : it.getClass().getRecordComponents()) {
            row.with(component.getName(), value(read(it, component)));
        }
        return row.map().isEmpty() ? row.with("kind", word(it.getClass())) : row;
    }

    private static String word(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object read(Record it, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(it);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a component holds, as far as it is not plain already. */
    @Nullable Object value(@Nullable Object it) {
        if (it instanceof Optional<?> held) {
            return value(held.orElse(null));
        } else if (it instanceof OptionalLong held) {
            return held.isPresent() ? (Object) held.getAsLong() : null;
        } else if (it instanceof OptionalInt held) {
            return held.isPresent() ? (Object) held.getAsInt() : null;
        } else if (it instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, of) -> put(copy, key instanceof Enum<?> word ? Fields.word(word) : String.valueOf(key), value(of)));
            return copy;
        } else if (it instanceof Collection<?> items) {
            List<Object> copy = new ArrayList<>(items.size());
            items.forEach(item -> Optional.ofNullable(value(item)).ifPresent(copy::add));
            return copy;
        } else if (it instanceof Stream<?> items) {
            return value(items.toList());
        }
        if (it == null || it instanceof Rational || it instanceof Quantity || it instanceof Enum<?> || !isOurs(it.getClass())) {
            return it;
        }
        return ours(it);
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private @Nullable Object ours(Object it) {
        if (it instanceof Trace trace) {
            return style.isTraced() ? trace(trace) : null;
        } else if (it instanceof Goal goal) {
            return GoalTree.of(goal);
        } else if (it instanceof Rule<?> rule) {
            return named(rule.id(), rule.title());
        } else if (it instanceof Register register) {
            return named(register.id(), register.title());
        } else if (it instanceof Target target) {
            return named(target.id(), target.title());
        } else if (it instanceof Unit unit) {
            return unit.symbol();
        } else if (it instanceof Rounding rounding) {
            return rounding.text();
        } else if (it instanceof Enclosure within && within.exact().isPresent()) {
            return within.exact().get();
        } else if (it instanceof Moment || it instanceof Formula) {
            return it.toString();
        }
        return ResultTree.isKnown(it) ? ResultTree.tree(it, style) : said(it);
    }

    private Row named(String id, String title) {
        return new Row(style).with("id", id).with("title", title);
    }

    /** How a number came about, of targets or by formulas. */
    Row trace(Trace trace) {
        return trace instanceof Trace.Worked || trace instanceof Trace.Leaf ? TraceRows.row(trace, style) : AssessmentJson.trace(trace, style);
    }

    /** What has no parts to show says itself. */
    private static String said(Object it) {
        try {
            if (it.getClass().getMethod("toString").getDeclaringClass() != Object.class) {
                return it.toString();
            }
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        throw ResultTree.refused(it.getClass());
    }
}
