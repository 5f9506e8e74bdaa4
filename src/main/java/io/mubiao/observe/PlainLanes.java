package io.mubiao.observe;

import io.mubiao.observe.internal.IncrementColumns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where increments that come in columns are put, by what they have in common. Not thread-safe. */
final class PlainLanes {
    /** Where those are that are alike. */
    static final class Place {
        private final StreamLog stream;
        private final int lane;
        private final Entry entry;
        private final long recorded;

        private Place(StreamLog stream, Entry entry) {
            this.stream = stream;
            this.entry = entry;
            lane = stream.latestLane();
            recorded = entry.recordedNanos();
        }

        /** Puts one there; gives when it became known. */
        Instant add(IncrementColumns one) {
            Instant at = entry.recordedAt();
            long nanos = recorded;
            if (entry.assumed()) {
                at = entry.assumedAt(LocalDate.ofEpochDay(one.last()).atStartOfDay(ZoneOffset.UTC).toInstant()).recordedAt();
                nanos = Entry.nanos(at);
            }
            stream.add(lane, one, nanos, entry.assumed());
            return at;
        }
    }

    private final List<@Nullable Place> places = new ArrayList<>();

    /** Where those of a number are; null until one of them is {@link #put}. */
    @Nullable Place get(int like) {
        return like < 0 || like >= places.size() ? null : places.get(like);
    }

    /** Remembers where the first of a number was put just now. */
    void put(int like, StreamLog stream, Entry entry) {
        while (places.size() <= like) {
            places.add(null);
        }
        places.set(like, new Place(stream, entry));
    }
}
