package io.mubiao.assess.internal;

import io.mubiao.observe.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last in some order of observations that come and go. */
final class Latest<T extends Observation> {
    private final Comparator<? super T> order;
    private final List<T> all = new ArrayList<>(1);
    /** The last of all that ever came, until the queue is made. */
    private @Nullable T last;
    /** Made when first the last one goes; what else is dropped is left in it until it comes up. */
    private @Nullable PriorityQueue<T> queue;
    private final Set<String> dropped = new HashSet<>(0);

    Latest(Comparator<? super T> order) {
        this.order = order;
    }

    void take(T it) {
        if (!dropped.isEmpty() && dropped.remove(it.entry().id())) {
            return;
        }
        if (queue != null) {
            queue.add(it);
        } else {
            all.add(it);
            last = last == null || order.compare(it, last) > 0 ? it : last;
        }
    }

    void drop(T it) {
        dropped.add(it.entry().id());
    }

    private boolean isDropped(T it) {
        return !dropped.isEmpty() && dropped.contains(it.entry().id());
    }

    /** Null if there is none. */
    @Nullable T get() {
        if (queue == null && (last == null || !isDropped(last))) {
            return last;
        }
        PriorityQueue<T> some = queue;
        if (some == null) {
            some = new PriorityQueue<>(Math.max(1, all.size()), order.reversed());
            some.addAll(all);
            all.clear();
            queue = some;
        }
        while (!some.isEmpty() && isDropped(some.peek())) {
            dropped.remove(some.remove().entry().id());
        }
        return some.peek();
    }
}
