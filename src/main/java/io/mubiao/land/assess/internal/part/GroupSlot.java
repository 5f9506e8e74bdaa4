package io.mubiao.land.assess.internal.part;

import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * For what numbers are gathered.
 *
 * @param index the baseline by its number in the rule; 0 where it is a ranking, from 1 a further one
 * @param by the texts of its group
 * @param segment which segment of its {@link Line}; 0 where it has none yet
 */
record GroupSlot(int index, List<String> by, int segment) implements Comparable<GroupSlot> {
    private static final Comparator<GroupSlot> ORDER = Comparator.comparingInt(GroupSlot::index)
            .thenComparing(GroupSlot::by, GroupSlot::compare).thenComparingInt(GroupSlot::segment);

    GroupSlot(int index, List<String> by) {
        this(index, by, 0);
    }

    /** The same whichever its segment. */
    GroupSlot whole() {
        return new GroupSlot(index, by, 0);
    }

    GroupSlot at(int other) {
        return new GroupSlot(index, by, other);
    }

    @Override
    public int compareTo(GroupSlot other) {
        return ORDER.compare(this, other);
    }

    /** Texts in an order that is the same everywhere. */
    static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    void write(NumberWriter to) {
        to.addCount(index).addCount(segment);
        texts(to, by);
    }

    static GroupSlot read(NumberReader from) {
        int index = from.count(Integer.MAX_VALUE);
        int segment = from.count(Integer.MAX_VALUE);
        return new GroupSlot(index, texts(from), segment);
    }

    static void texts(NumberWriter to, List<String> texts) {
        to.addCount(texts.size());
        texts.forEach(to::addText);
    }

    static List<String> texts(NumberReader from) {
        List<String> texts = new ArrayList<>();
        for (int i = from.things(1); i > 0; i--) {
            texts.add(from.text());
        }
        return List.copyOf(texts);
    }
}
