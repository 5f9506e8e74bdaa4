package io.mubiao.land.assess.internal;

import io.mubiao.value.Enclosure;
import java.util.List;

/**
 * What orders an enterprise in its ranking: the total and the indicators that break ties, each so turned that more is
 * better. Compares exactly, the better first; a key of the total alone stands for all who have it.
 */
public record RankKey(List<Enclosure> values) implements Comparable<RankKey> {
    public RankKey {
        values = List.copyOf(values);
    }

    @Override
    public int compareTo(RankKey other) {
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            int order = values.get(i).order(other.values.get(i)).orElseThrow(OpenException::new);
            if (order != 0) {
                return -order;
            }
        }
        return 0;
    }
}
