package io.mubiao.trace;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The observations behind a number, counted at once and listed by id only when asked. Immutable. */
public final class Evidence {
    /** No observation. */
    public static final Evidence NONE = of(List.of());

    private final long count;
    private final Supplier<Stream<String>> ids;

    private Evidence(long count, Supplier<Stream<String>> ids) {
        this.count = count;
        this.ids = requireNonNull(ids, "ids");
    }

    /** These observations. */
    public static Evidence of(List<String> ids) {
        return new Evidence(ids.size(), ids::stream);
    }

    /** So many observations, whose ids are found when asked. */
    public static Evidence of(long count, Supplier<Stream<String>> ids) {
        return new Evidence(count, ids);
    }

    /** How many observations. */
    public long count() {
        return count;
    }

    /** Their ids, in log order. */
    public Stream<String> ids() {
        return ids.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that
                && count == that.count
                && ids().sorted().toList().equals(that.ids().sorted().toList());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(count);
    }

    @Override
    public String toString() {
        return Characters.shown(count + (count == 1 ? " observation" : " observations"));
    }
}
