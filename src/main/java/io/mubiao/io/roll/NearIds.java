package io.mubiao.io.roll;

import io.mubiao.land.internal.EnterpriseId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds ids that differ only as one is typed ({@link EnterpriseId#near}). Keeps those alone that are written with small
 * letters, signs, points or zeros in front. Not thread-safe.
 */
final class NearIds {
    /** From so many on they are written so on purpose. */
    private static final int MOST = 100_000;

    /** An id in an earlier row. */
    record Seen(String id, int line) {}

    private final KnownIds known;
    private final Map<String, Seen> odd = new HashMap<>();

    NearIds(KnownIds known) {
        this.known = known;
    }

    /**
     * An id before that looks like this one, which is new.
     *
     * @param isOdd as {@link #isOdd} says
     */
    Optional<Seen> find(byte[] utf8, int from, int to, boolean isOdd, int line) {
        if (odd.size() >= MOST || (!isOdd && odd.isEmpty())) {
            return Optional.empty();
        }
        String id = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        if (!isOdd) {
            return Optional.ofNullable(odd.get(id));
        }
        String key = EnterpriseId.near(id);
        Seen other = odd.putIfAbsent(key, new Seen(id, line));
        if (other != null) {
            return Optional.of(other);
        }
        byte[] plain = key.getBytes(StandardCharsets.UTF_8);
        int before = key.equals(id) ? 0 : known.line(plain);
        return before == 0 ? Optional.empty() : Optional.of(new Seen(key, before));
    }

    /** Whether an id is written with what may be typed otherwise. */
    static boolean isOdd(byte[] utf8, int from, int to) {
        for (int i = from; i < to; i++) {
            if (EnterpriseId.isOdd(utf8[i], i - from)) {
                return true;
            }
        }
        return false;
    }
}
