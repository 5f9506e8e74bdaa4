package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.internal.Accumulator;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The scores of items whose mean others are given. */
record Means(Map<BaselineTable.Mean, Accumulator> sums) implements Content {
    @Override
    public Means merge(Content other) {
        return new Means(Sums.merged(sums, Content.same(this, other).sums));
    }

    @Override
    public void write(NumberWriter to) {
        to.addCount(sums.size());
        sums.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.comparing(BaselineTable.Mean::group)
                .thenComparing(BaselineTable.Mean::item))).forEach(it -> {
                    to.addText(it.getKey().group()).addText(it.getKey().item());
                    it.getValue().write(to);
                });
    }

    static Means read(NumberReader from) {
        Map<BaselineTable.Mean, Accumulator> sums = new HashMap<>();
        for (int i = from.things(4); i > 0; i--) {
            BaselineTable.Mean key = new BaselineTable.Mean(from.text(), from.text());
            Content.once(sums.put(key, Accumulator.read(from)));
        }
        return new Means(sums);
    }
}
