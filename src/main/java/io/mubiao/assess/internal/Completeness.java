package io.mubiao.assess.internal;

import io.mubiao.observe.Basis;
import io.mubiao.observe.Changes;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation.Complete;
import io.mubiao.time.Span;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For which days a stream is stated to be complete; worked out anew only when that changes. */
public final class Completeness implements Changes.Taker<Complete> {
    private final LogView view;
    private final String stream;
    private final List<Changes<Complete>> changes;
    private @Nullable List<Span> spans;

    /** Of a stream. */
    public Completeness(LogView view, String stream) {
        this.view = view;
        this.stream = stream;
        changes = Arrays.stream(Basis.values()).map(basis -> view.changes(stream, Complete.class, basis)).toList();
    }

    /** The days: disjoint, in order, adjoining ones joined. */
    public List<Span> spans() {
        for (Changes<Complete> each : changes) {
            each.tell(this);
        }
        if (spans == null) {
            spans = view.completeSpans(stream);
        }
        return spans;
    }

    @Override
    public void take(Complete statement) {
        spans = null;
    }

    @Override
    public void drop(Complete statement) {
        spans = null;
    }
}
