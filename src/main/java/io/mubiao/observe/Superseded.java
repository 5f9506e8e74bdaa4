package io.mubiao.observe;

import io.mubiao.observe.Corrections.Link;
import io.mubiao.observe.StreamLog.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of one stream does not count at a moment because of what superseded it, kept up as corrections come. A correction takes
 * the place of what it supersedes; a retraction takes it away, and undoes what that had done if it was a correction or a
 * retraction itself. So something does not count while any link to it stands, and a link stands while no retraction of it counts.
 *
 * <p>Every change is told in order, so that sums can follow it, and what counted at any of them can be found again.
 */
final class Superseded {
    private static final BitSet NO_ROWS = new BitSet();

    private final StreamLog stream;
    final long knownBefore;
    private final Map<String, State> states = new HashMap<>();
    /** None where nothing was ever corrected, as in most streams. */
    private @Nullable IdentityHashMap<Rows, BitSet> superseded;
    private final List<Rows> changed = new ArrayList<>();
    /** The row that no longer counts, or its complement where it counts again. */
    private int[] changedRow = new int[4];
    /** How many corrections are taken in. */
    private volatile int seen;

    /** Of one id that supersedes or is superseded. */
    private static final class State {
        @Nullable Link link;
        /** How many links to it stand. */
        int links;
        /** How many retractions of it count. */
        int retractions;
    }

    /** A further or a former link to something, or a retraction of it. */
    private record Step(String id, int change, boolean retracts) {}

    Superseded(StreamLog stream, long knownBefore) {
        this.stream = stream;
        this.knownBefore = knownBefore;
    }

    /** Takes in what came since the last call. */
    Superseded update() {
        if (seen < stream.corrections.size()) {
            take();
        }
        return this;
    }

    private synchronized void take() {
        // The latest first: what is superseded already makes nothing else turn.
        for (int i = stream.corrections.size() - 1; i >= seen; i--) {
            Link link = stream.corrections.get(i);
            if (link.recorded() < knownBefore) {
                take(link);
            }
        }
        seen = stream.corrections.size();
    }

    private void take(Link link) {
        State own = state(link.id());
        own.link = link;
        Deque<Step> steps = new ArrayDeque<>(4);
        if (own.retractions == 0) {
            steps.add(new Step(link.supersedes(), 1, false));
        }
        if (link.retracts() && own.links == 0) {
            steps.add(new Step(link.supersedes(), 1, true));
        }
        while (!steps.isEmpty()) {
            take(steps.remove(), steps);
        }
    }

    private void take(Step step, Deque<Step> steps) {
        State state = state(step.id);
        int before = step.retracts ? state.retractions : state.links;
        int now = before + step.change;
        boolean turns = before == 0 || now == 0;
        Link link = state.link;
        if (step.retracts) {
            state.retractions = now;
            if (turns && link != null) {
                steps.add(new Step(link.supersedes(), -step.change, false));
            }
        } else {
            state.links = now;
            if (turns) {
                change(step.id, now > 0);
                if (link != null && link.retracts()) {
                    steps.add(new Step(link.supersedes(), -step.change, true));
                }
            }
        }
    }

    private State state(String id) {
        return states.computeIfAbsent(id, it -> new State());
    }

    private void change(String id, boolean supersededNow) {
        Place place = stream.place(id);
        if (place == null) {
            return;
        }
        if (changed.size() == changedRow.length) {
            changedRow = Arrays.copyOf(changedRow, changedRow.length * 2);
        }
        changedRow[changed.size()] = supersededNow ? place.row() : ~place.row();
        changed.add(place.rows());
        IdentityHashMap<Rows, BitSet> byRows = superseded == null ? new IdentityHashMap<>() : superseded;
        superseded = byRows;
        byRows.computeIfAbsent(place.rows(), it -> new BitSet()).set(place.row(), supersededNow);
    }

    /** The rows that do not count; what is given changes with the next update. */
    BitSet rows(Rows rows) {
        return superseded == null ? NO_ROWS : superseded.getOrDefault(rows, NO_ROWS);
    }

    /** How many changes there were. */
    int changes() {
        return changed.size();
    }

    /** Whose row changed. */
    Rows changed(int change) {
        return changed.get(change);
    }

    /** The row that no longer counts, or its complement where it counts again. */
    int row(int change) {
        return changedRow[change];
    }

    /** The rows that did not count after so many changes. */
    synchronized BitSet rows(Rows rows, int changes) {
        BitSet then = (BitSet) rows(rows).clone();
        for (int i = changed.size() - 1; i >= changes; i--) {
            if (changed.get(i) == rows) {
                int row = changedRow[i];
                then.set(row < 0 ? ~row : row, row < 0);
            }
        }
        return then;
    }
}
