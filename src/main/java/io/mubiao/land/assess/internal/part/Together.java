package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.shape.Ties;
import java.util.List;
import java.util.TreeMap;

/** Rankings of some rows that are ranked as one. */
final class Together {
    private Together() {}

    static RankTable of(List<RankTable> tables) {
        if (tables.size() == 1) {
            return tables.get(0);
        }
        TreeMap<RankKey, Integer> counts = new TreeMap<>();
        for (RankTable table : tables) {
            for (int i = 0; i < table.size(); i++) {
                if (table.equal(i) > 0) {
                    counts.merge(table.key(i), Math.toIntExact(table.equal(i)), Integer::sum);
                }
            }
        }
        return new RankTable.OfKeys(counts.keySet().toArray(new RankKey[0]), counts.values().stream().mapToInt(Integer::intValue).toArray(),
                Ties.BEST_PLACE, 0, List.of());
    }
}
