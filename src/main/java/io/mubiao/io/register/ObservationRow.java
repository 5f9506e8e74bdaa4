package io.mubiao.io.register;

import io.mubiao.io.internal.Node;
import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;

/** An observation and where it stands. */
record ObservationRow(Node node, Observation observation) {
    Entry entry() {
        return observation.entry();
    }

    String id() {
        return entry().id();
    }
}
