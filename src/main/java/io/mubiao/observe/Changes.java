package io.mubiao.observe;

import io.mubiao.work.internal.Checkpoint;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What counts of one kind and basis in a stream at one moment, told as it changes: at first all of it, later what was appended,
 * what was superseded and what counts again, so that a sum or a latest one costs as much as what is new. Not thread-safe.
 *
 * @param <T> the kind; none of increments, see {@link IncrementScan}
 */
public final class Changes<T extends Observation> {
    /** What hears of changes. */
    public interface Taker<T> {
        /** It counts from now on. */
        void take(T observation);

        /** It no longer counts. */
        void drop(T observation);
    }

    private final ObservationLog log;
    private final String stream;
    private final Class<T> kind;
    private final Basis basis;
    private final long knownBefore;
    private @Nullable Pile pile;
    private @Nullable Superseded superseded;
    private int next;
    private int told;

    Changes(ObservationLog log, String stream, Class<T> kind, Basis basis, long knownBefore) {
        this.log = log;
        this.stream = stream;
        this.kind = kind;
        this.basis = basis;
        this.knownBefore = knownBefore;
    }

    /** Tells what changed since the last call. */
    public void tell(Taker<? super T> taker) {
        if (pile == null) {
            StreamLog streamLog = log.streamLog(stream);
            pile = streamLog.pile(kind, basis);
            superseded = pile == null ? null : streamLog.superseded(knownBefore);
        }
        if (pile != null && superseded != null) {
            tell(pile, superseded.update(), taker);
        }
    }

    private void tell(Pile all, Superseded now, Taker<? super T> taker) {
        for (; told < now.changes(); told++) {
            int row = now.row(told);
            if (now.changed(told) == all && (row < 0 ? ~row : row) < next) {
                if (row < 0) {
                    taker.take(kind.cast(all.get(~row)));
                } else {
                    taker.drop(kind.cast(all.get(row)));
                }
            }
        }
        BitSet superseded = now.rows(all);
        for (; next < all.size(); next++) {
            Checkpoint.pass(next);
            if (all.recordedAt(next) < knownBefore && !superseded.get(next)) {
                taker.take(kind.cast(all.get(next)));
            }
        }
    }

    /** All that was told and counts now, in the order appended, to be found when asked; later changes do not change it. */
    public Iterable<T> standing() {
        Pile all = pile;
        Superseded now = superseded;
        int rows = next;
        int changes = told;
        return () -> all == null || now == null ? java.util.Collections.emptyIterator() : at(all, now, rows, changes).iterator();
    }

    private Stream<T> at(Pile all, Superseded now, int rows, int changes) {
        BitSet superseded = now.rows(all, changes);
        return IntStream.range(0, rows).filter(row -> all.recordedAt(row) < knownBefore && !superseded.get(row))
                .mapToObj(row -> kind.cast(all.get(row)));
    }
}
