package io.mubiao.assess.internal;

import io.mubiao.observe.Basis;
import io.mubiao.observe.Changes;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation;
import io.mubiao.trace.Evidence;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What somebody makes of the observations of one kind in a stream that lie in a window, kept up as they come and go. */
public abstract class Fold<T extends Observation & Observation.Dated> {
    private final Changes<T> changes;
    private final Predicate<LocalDate> window;
    private final Changes.Taker<T> taker;
    final LogView view;

    Fold(LogView view, String stream, Class<T> kind, Basis basis, Predicate<LocalDate> window) {
        this.view = view;
        this.window = window;
        changes = view.changes(stream, kind, basis);
        taker = new Changes.Taker<>() {
            @Override
            public void take(T it) {
                if (isInside(it)) {
                    Fold.this.take(it);
                }
            }

            @Override
            public void drop(T it) {
                if (isInside(it)) {
                    Fold.this.drop(it);
                }
            }
        };
    }

    private boolean isInside(T it) {
        return window.test(view.date(it.on()));
    }

    /** Takes in what changed. */
    public final void update() {
        changes.tell(taker);
    }

    /** One that lies in the window counts from now on. */
    abstract void take(T it);

    /** It no longer does. */
    abstract void drop(T it);

    /** All in the window that count now, in the order appended, to be found when asked. */
    final Iterable<T> all() {
        Iterable<T> then = changes.standing();
        return () -> StreamSupport.stream(then.spliterator(), false).filter(this::isInside).iterator();
    }

    static <T extends Observation> Stream<T> stream(Iterable<T> all) {
        return StreamSupport.stream(all.spliterator(), false);
    }

    /** Those of them that pass a test, as evidence in the order of their ids. */
    final Evidence evidence(long count, Predicate<T> test) {
        Iterable<T> then = all();
        return count == 0 ? Evidence.NONE
                : Evidence.of(count, () -> stream(then).filter(test).map(it -> it.entry().id()).sorted());
    }
}
