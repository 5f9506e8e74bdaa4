package io.mubiao.render.law;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Formula;
import io.mubiao.lookup.LookupList;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Interval;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes an instance of any definition of a rule by reflection, and variants that differ in one component. */
public final class Samples {
    /** A record with one component that is other: what it was, what it became. */
    public record Variant(Object record, String component) {}

    private int counter = 10;
    private final Deque<Type> making = new ArrayDeque<>();

    private int next() {
        return counter++;
    }

    /** Samples of a type, one a form. */
    public List<Object> all(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        Class<?> of = (Class<?>) type;
        if (of.isEnum()) {
            return List.of(of.getEnumConstants()[0]);
        }
        if (of.isSealed()) {
            List<Object> forms = new ArrayList<>();
            for (Class<?> form : of.getPermittedSubclasses()) {
                forms.addAll(all(form));
            }
            return forms;
        }
        Object plain = plain(of);
        return List.of(plain != null ? plain : record(of));
    }

    public Object one(Type type) {
        return all(type).get(0);
    }

    private List<Object> generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] of = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return all(of[0]).stream().<Object>map(Optional::of).toList();
        }
        if (raw == Map.class) {
            return all(of[1]).stream().<Object>map(value -> ImmutableMap.of(one(of[0]), value)).toList();
        }
        if ((raw == List.class || raw == LookupList.class) && making.contains(of[0])) {
            return List.of(raw == List.class ? List.of() : lookup());
        }
        if (raw == List.class) {
            return all(of[0]).stream().<Object>map(List::of).toList();
        }
        if (raw == LookupList.class) {
            return all(of[0]).stream().<Object>map(Samples::lookup).toList();
        }
        if (raw.isRecord()) {
            return List.of(record(raw, type));
        }
        throw new IllegalStateException("no sample of " + type);
    }

    static LookupList<?> lookup(Object... all) {
        return LookupList.of("sample", "part", Arrays.asList(all), Samples::id);
    }

    private static String id(Object record) {
        try {
            var id = record.getClass().getDeclaredMethod("id");
            id.setAccessible(true);
            return String.valueOf(id.invoke(record));
        } catch (ReflectiveOperationException e) {
            return record.toString();
        }
    }

    private static String digits(int n) {
        return Integer.toString(n).chars().mapToObj(it -> "" + "〇一二三四五六七八九".charAt(it - '0')).collect(Collectors.joining());
    }

    private @Nullable Object plain(Class<?> of) {
        int n = next();
        if (of == String.class) {
            return "文" + n;
        } else if (of == int.class || of == Integer.class) {
            return n;
        } else if (of == OptionalLong.class) {
            return OptionalLong.of(n);
        } else if (of == boolean.class || of == Boolean.class) {
            return true;
        } else if (of == Formula.class) {
            return Formula.parse("q" + n + " + " + n);
        } else if (of == Rational.class) {
            return Rational.of(n, 1000);
        } else if (of == BigDecimal.class) {
            return BigDecimal.valueOf(n);
        } else if (of == LocalDate.class) {
            return LocalDate.of(2024, 1, 1).plusDays(n);
        } else if (of == Span.class) {
            return new Span(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 1).plusDays(n));
        } else if (of == Rounding.class) {
            return new Rounding(n % 10, RoundingMode.HALF_UP);
        } else if (of == Unit.class) {
            return Units.builtIn().with("箱" + digits(n)).get("箱" + digits(n));
        } else if (of == Units.class) {
            return Units.builtIn().with("包" + digits(n));
        } else if (of == Quantity.class) {
            return Quantity.of(n, Unit.NONE);
        } else if (of == Bands.class) {
            return Bands.of(new Bands.Band("1", Interval.parse(">= " + n)), new Bands.Band("2", Interval.parse("< " + n)));
        } else if (of == Grades.class) {
            return new Grades(List.of("文1", "文2"), Bands.of(new Bands.Band("文1", Interval.parse(">= " + n)), new Bands.Band("文2", Interval.parse("< " + n))));
        }
        return null;
    }

    public Object record(Class<?> type) {
        return record(type, null);
    }

    private Object record(Class<?> type, @Nullable ParameterizedType generic) {
        RecordComponent[] parts = type.getRecordComponents();
        if (parts == null) {
            throw new IllegalStateException("no sample of " + type);
        }
        Object[] values = new Object[parts.length];
        making.push(type);
        for (int i = 0; i < parts.length; i++) {
            values[i] = one(bound(parts[i].getGenericType(), type, generic));
        }
        making.pop();
        return Fitting.record(type, values);
    }

    /** A component with the arguments of its record in place of its variables. */
    static Type bound(Type type, Class<?> record, @Nullable ParameterizedType generic) {
        if (generic == null || type instanceof Class) {
            return type;
        }
        Map<Type, Type> known = new HashMap<>();
        for (int i = 0; i < record.getTypeParameters().length; i++) {
            known.put(record.getTypeParameters()[i], generic.getActualTypeArguments()[i]);
        }
        if (type instanceof ParameterizedType inner) {
            Type[] arguments = Arrays.stream(inner.getActualTypeArguments()).map(it -> known.getOrDefault(it, it)).toArray(Type[]::new);
            return new ParameterizedType() {
                @Override
                public Type[] getActualTypeArguments() {
                    return arguments;
                }

                @Override
                public Type getRawType() {
                    return inner.getRawType();
                }

                @Override
                public Type getOwnerType() {
                    return inner.getOwnerType();
                }
            };
        }
        return known.getOrDefault(type, type);
    }

    /** What a value of a type can be instead; with everything below it. */
    public List<Variant> variants(Type type, Object value, String path) {
        List<Variant> variants = new ArrayList<>();
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] of = generic.getActualTypeArguments();
            if (raw == Optional.class) {
                if (((Optional<?>) value).isEmpty()) {
                    return all(of[0]).stream().map(it -> new Variant(Optional.of(it), path)).toList();
                }
                Object inner = ((Optional<?>) value).orElseThrow();
                variants.add(new Variant(Optional.empty(), path + " left out"));
                variants(of[0], inner, path).forEach(it -> variants.add(new Variant(Optional.of(it.record()), it.component())));
            } else if (raw == Map.class) {
                Map.Entry<?, ?> entry = ((Map<?, ?>) value).entrySet().iterator().next();
                variants.add(new Variant(Map.of(), path + " left out"));
                variants.add(new Variant(ImmutableMap.of(entry.getKey(), entry.getValue(), one(of[0]), one(of[1])), path + " with one more"));
                variants(of[0], entry.getKey(), path + " key").forEach(it -> variants.add(new Variant(Map.of(it.record(), entry.getValue()), it.component())));
                variants(of[1], entry.getValue(), path).forEach(it -> variants.add(new Variant(Map.of(entry.getKey(), it.record()), it.component())));
            } else if (raw == List.class || raw == LookupList.class) {
                boolean lookup = raw == LookupList.class;
                if (lookup ? ((LookupList<?>) value).size() == 0 : ((List<?>) value).isEmpty()) {
                    return variants;
                }
                Object inner = lookup ? ((LookupList<?>) value).stream().findFirst().orElseThrow() : ((List<?>) value).get(0);
                variants.add(new Variant(lookup ? lookup() : List.of(), path + " left out"));
                Object more = one(of[0]);
                variants.add(new Variant(lookup ? lookup(inner, more) : List.of(inner, more), path + " with one more"));
                variants(of[0], inner, path).forEach(it -> variants.add(new Variant(lookup ? lookup(it.record()) : List.of(it.record()), it.component())));
            } else {
                components(raw, generic, value, path, variants);
            }
            return variants;
        }
        Class<?> of = (Class<?>) type;
        if (of.isEnum()) {
            Arrays.stream(of.getEnumConstants()).filter(it -> it != value).forEach(it -> variants.add(new Variant(it, path + " " + it)));
        } else if (of == boolean.class || of == Boolean.class) {
            variants.add(new Variant(!(boolean) value, path + " otherwise"));
        } else if (of == int.class) {
            variants.add(new Variant((int) value + 1, path));
        } else if (of.isSealed()) {
            components(value.getClass(), null, value, path, variants);
        } else {
            Optional.ofNullable(plain(of)).ifPresentOrElse(it -> variants.add(new Variant(it, path)),
                    () -> components(of, null, value, path, variants));
        }
        return variants;
    }

    private void components(Class<?> record, @Nullable ParameterizedType generic, Object value, String path, List<Variant> into) {
        RecordComponent[] parts = record.getRecordComponents();
        for (int i = 0; i < parts.length; i++) {
            Object[] values = values(value, parts);
            String name = path + "/" + record.getSimpleName() + "." + parts[i].getName();
            for (Variant variant : variants(bound(parts[i].getGenericType(), record, generic), values[i], name)) {
                Object[] others = values.clone();
                others[i] = variant.record();
                try {
                    into.add(new Variant(construct(record, others), variant.component()));
                } catch (IllegalArgumentException e) {
                    into.add(new Variant(Refused.REFUSED, variant.component()));
                }
            }
        }
    }

    /** Stands for a variant that the record itself refuses. */
    enum Refused { REFUSED }

    private static Object[] values(Object record, RecordComponent[] parts) {
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                parts[i].getAccessor().setAccessible(true);
                values[i] = parts[i].getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }

    /** @throws IllegalArgumentException if the record refuses the values */
    static Object construct(Class<?> record, Object... values) {
        try {
            Constructor<?> canonical = record.getDeclaredConstructor(Arrays.stream(record.getRecordComponents()).map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(record + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
