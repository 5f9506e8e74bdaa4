package io.mubiao.lookup;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import io.mubiao.problem.NoSuchIdException;
import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A list whose elements are found by their id too (按编号可查的列表), in the order of the list. Immutable and thread-safe; equal to
 * any list of the same elements. Where an id is there twice, the first has it.
 *
 * @param <T> what has an id
 */
public final class LookupList<T> extends AbstractList<T> implements Lookup<T>, RandomAccess {
    private final String owner;
    private final String kind;
    private final List<T> all;
    private final Supplier<Map<String, T>> byId;

    private LookupList(String owner, String kind, List<T> all, Function<? super T, String> idOf) {
        this.owner = requireNonNull(owner, "owner");
        this.kind = requireNonNull(kind, "kind");
        this.all = all;
        byId = Suppliers.memoize(() -> {
            Map<String, T> index = new LinkedHashMap<>(all.size() * 2);
            all.forEach(each -> index.putIfAbsent(idOf.apply(each), each));
            return Collections.unmodifiableMap(index);
        });
    }

    /**
     * A list of what an owner has, such as the {@code column}s of {@code rule 'x'}; both words are for the message of
     * {@link #get(String)}.
     */
    public static <T> LookupList<T> of(String owner, String kind, List<? extends T> all, Function<? super T, String> idOf) {
        return new LookupList<>(owner, kind, List.copyOf(all), requireNonNull(idOf, "idOf"));
    }

    @Override
    public T get(String id) {
        T found = byId.get().get(requireNonNull(id, "id"));
        if (found == null) {
            throw NoSuchIdException.of(owner, kind, id, byId.get().keySet());
        }
        return found;
    }

    @Override
    public Optional<T> find(String id) {
        return Optional.ofNullable(byId.get().get(requireNonNull(id, "id")));
    }

    @Override
    public T get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public Stream<T> stream() {
        return all.stream();
    }
}
