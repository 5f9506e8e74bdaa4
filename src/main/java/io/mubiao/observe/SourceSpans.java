package io.mubiao.observe;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The spans of the increments of one source, by their first day, and which of them begin before the one before has ended. */
final class SourceSpans {
    private record Known(Lane lane, int row) {
        int first() {
            return lane.from[row];
        }

        String id() {
            return lane.id(row);
        }
    }

    private static final Comparator<Known> ORDER = Comparator.comparingInt(Known::first)
            .thenComparing((one, other) -> one.lane == other.lane && one.row == other.row ? 0 : one.id().compareTo(other.id()));

    private final TreeSet<Known> all = new TreeSet<>(ORDER);
    private final TreeSet<Known> early = new TreeSet<>(ORDER);

    void add(Lane lane, int row) {
        Known here = new Known(lane, row);
        all.add(here);
        look(here);
        look(all.higher(here));
    }

    void remove(Lane lane, int row) {
        Known here = new Known(lane, row);
        all.remove(here);
        early.remove(here);
        look(all.higher(here));
    }

    private void look(@Nullable Known here) {
        if (here == null) {
            return;
        }
        Known before = all.lower(here);
        if (before != null && here.first() <= before.lane.to[before.row]) {
            early.add(here);
        } else {
            early.remove(here);
        }
    }

    /** The ids of the first two that overlap; empty if none do. */
    List<String> overlap() {
        if (early.isEmpty()) {
            return List.of();
        }
        Known here = early.first();
        Known before = java.util.Objects.requireNonNull(all.lower(here));
        return List.of(before.id(), here.id());
    }
}
