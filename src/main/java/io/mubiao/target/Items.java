package io.mubiao.target;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which items a stage count is about (项目清单). Immutable.
 *
 * <p>Open: any item counts. Enumerated ({@code total} equals the names, or is not said): only the named items count. Partly named: the
 * named items, and any others up to the total, so that 3 named + 1 of 4 needs all three and one more.
 *
 * @param named the items the document names
 * @param total how many items the list has: as many as are named where it is not said; empty for an open list
 */
public record Items(List<String> named, Optional<Integer> total) {
    public Items {
        named = List.copyOf(named);
        total = total.isEmpty() && !named.isEmpty() ? Optional.of(named.size()) : total;
        if (new HashSet<>(named).size() != named.size()) {
            throw new IllegalArgumentException("no item may be named twice, got " + named);
        }
        if (total.isPresent() && (total.get() < 1 || total.get() < named.size())) {
            throw new IllegalArgumentException(
                    "total must be at least 1 and not below the number of named items, got " + total.get() + " for " + named);
        }
    }

    /** Whether the named items are all that there are. */
    public boolean isEnumerated() {
        return total.filter(all -> all == named.size()).isPresent();
    }

    /** Any item counts. */
    public static Items open() {
        return new Items(List.of(), Optional.empty());
    }

    /** Only the named items count. */
    public static Items enumerated(String... names) {
        return new Items(List.of(names), Optional.of(names.length));
    }

    /** The named items, and any others up to the total. */
    public static Items partlyNamed(int total, String... names) {
        return new Items(List.of(names), Optional.of(total));
    }
}
