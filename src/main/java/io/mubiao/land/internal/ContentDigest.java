package io.mubiao.land.internal;

import io.mubiao.formula.Formula;
import io.mubiao.shape.Bands;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The digest of a definition: equal for equal contents, on every machine. */
public final class ContentDigest {
    private static final List<Class<?>> TEXTS = List.of(String.class, Integer.class, Long.class, Boolean.class, BigDecimal.class,
            Rational.class, Formula.class, Unit.class, LocalDate.class, Span.class);

    private final MessageDigest sha;

    private ContentDigest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** The SHA-256 of contents in hex. */
    public static String of(Object content) {
        ContentDigest digest = new ContentDigest();
        digest.put(content);
        return HexFormat.of().formatHex(digest.sha.digest());
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
    }

    private void put(Object content) {
        if (TEXTS.contains(content.getClass())) {
            text(content.getClass().getSimpleName());
            text(content.toString());
        } else if (content instanceof Enum<?> constant) {
            text(constant.getDeclaringClass().getSimpleName());
            text(constant.name());
        } else if (content instanceof Optional<?> optional) {
            all("optional", optional.stream().toList());
        } else if (content instanceof Map<?, ?> map) {
            TreeSet<String> entries = new TreeSet<>();
            map.forEach((key, value) -> entries.add(of(List.of(key, value))));
            all("map", List.copyOf(entries));
        } else if (content instanceof Set<?> set) {
            TreeSet<String> elements = new TreeSet<>();
            set.forEach(element -> elements.add(of(element)));
            all("set", List.copyOf(elements));
        } else if (content instanceof List<?> list) {
            all("list", list);
        } else if (content instanceof Quantity quantity) {
            all("quantity", List.of(quantity.amount(), quantity.unit()));
        } else if (content instanceof Bands bands) {
            all("bands", List.of(bands.bands(), bands.holes(), bands.domain(), bands.rounding()));
        } else if (content instanceof Units units) {
            put(units.measureWords());
        } else if (content instanceof Record) {
            all(content.getClass().getSimpleName(), components(content));
        } else {
            throw new IllegalStateException("nobody knows the contents of " + content.getClass());
        }
    }

    private void all(String kind, List<?> parts) {
        text(kind + " " + parts.size());
        parts.forEach(this::put);
    }

    private static List<Object> components(Object record) {
        List<Object> parts = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                parts.add(component.getName());
                parts.add(accessor.invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("the parts of " + record.getClass() + " cannot be read", e);
            }
        }
        return parts;
    }
}
