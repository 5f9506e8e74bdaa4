package io.mubiao.lookup;

import io.mubiao.problem.NoSuchIdException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has an id, found by it or walked in order (按编号查找，按次序遍历). The order is declared where the things come from; it is the
 * same each time. Looking up is by hash and takes the same time however many there are.
 *
 * @param <T> what has an id
 */
public interface Lookup<T> extends Iterable<T> {
    /**
     * The one with this id.
     *
     * @throws NoSuchIdException if there is none; names the id, and one that is near
     */
    T get(String id);

    /** The one with this id; empty if there is none. */
    Optional<T> find(String id);

    /** All, in order. */
    Stream<T> stream();

    /** How many there are. */
    int size();

    /** All, in order. */
    @Override
    default Iterator<T> iterator() {
        return stream().iterator();
    }
}
