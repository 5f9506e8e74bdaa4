package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.PartException;
import io.mubiao.land.assess.internal.Accumulator;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What results are counted up to.
 *
 * @param counts how many have each standing, final class, and initial class in each ranking, under names of their own
 * @param texts texts of a column that were seen, columns that are there, ids that were found, under names of their own
 * @param by by what enterprises are grouped
 * @param groups the groups
 */
public record Tally(TreeMap<List<String>, Long> counts, TreeMap<String, TreeSet<String>> texts, List<String> by,
        TreeMap<List<String>, Tally.Group> groups) implements Content {
    /** So many texts of a column are kept, the first in their order. */
    public static final int MOST_TEXTS = 2_001;

    /**
     * One group of enterprises.
     *
     * @param count how many are scored
     * @param classes how many have each final class
     * @param sums the numerators and denominators of indicators
     */
    public record Group(long count, TreeMap<String, Long> classes, TreeMap<String, Accumulator> sums) {
        public Group plus(Group other) {
            TreeMap<String, Long> both = new TreeMap<>(classes);
            other.classes.forEach((name, more) -> both.merge(name, more, Long::sum));
            TreeMap<String, Accumulator> whole = new TreeMap<>(sums);
            other.sums.forEach((name, sum) -> whole.merge(name, sum, Accumulator::sum));
            return new Group(count + other.count, both, whole);
        }
    }

    /** Nothing counted yet. */
    public static Tally of(List<String> by) {
        return new Tally(new TreeMap<>(GroupSlot::compare), new TreeMap<>(), List.copyOf(by), new TreeMap<>(GroupSlot::compare));
    }

    public void count(long more, String... name) {
        if (more > 0) {
            counts.merge(List.of(name), more, Long::sum);
        }
    }

    public long count(String... name) {
        return counts.getOrDefault(List.of(name), 0L);
    }

    public void seen(String name, Iterable<String> some) {
        TreeSet<String> all = texts.computeIfAbsent(name, it -> new TreeSet<>());
        some.forEach(all::add);
        cut(all);
    }

    private static void cut(TreeSet<String> all) {
        Iterator<String> last = all.descendingIterator();
        for (int more = all.size() - MOST_TEXTS; more > 0; more--) {
            last.next();
            last.remove();
        }
    }

    @Override
    public Tally merge(Content other) {
        Tally that = Content.same(this, other);
        if (!by.equals(that.by)) {
            throw new PartException(PartException.Fault.OTHER_SUMMARY, "a summary by " + that.by + " does not merge with one by " + by);
        }
        Tally whole = of(by);
        for (Tally part : List.of(this, that)) {
            part.counts.forEach((name, count) -> whole.counts.merge(name, count, Long::sum));
            part.texts.forEach(whole::seen);
            part.groups.forEach((key, group) -> whole.groups.merge(key, group, Group::plus));
        }
        return whole;
    }

    @Override
    public void write(NumberWriter to) {
        to.addCount(counts.size());
        counts.forEach((name, count) -> {
            GroupSlot.texts(to, name);
            to.addCount(count);
        });
        to.addCount(texts.size());
        texts.forEach((name, all) -> {
            to.addText(name);
            GroupSlot.texts(to, List.copyOf(all));
        });
        GroupSlot.texts(to, by);
        to.addCount(groups.size());
        groups.forEach((key, group) -> {
            GroupSlot.texts(to, key);
            to.addCount(group.count()).addCount(group.classes().size());
            group.classes().forEach((name, count) -> to.addText(name).addCount(count));
            to.addCount(group.sums().size());
            for (Map.Entry<String, Accumulator> it : group.sums().entrySet()) {
                to.addText(it.getKey());
                it.getValue().write(to);
            }
        });
    }

    static Tally read(NumberReader from) {
        TreeMap<List<String>, Long> counts = new TreeMap<>(GroupSlot::compare);
        for (int i = from.things(2); i > 0; i--) {
            List<String> name = GroupSlot.texts(from);
            Content.once(counts.put(name, from.count()));
        }
        TreeMap<String, TreeSet<String>> texts = new TreeMap<>();
        for (int i = from.things(2); i > 0; i--) {
            String name = from.text();
            Content.once(texts.put(name, new TreeSet<>(GroupSlot.texts(from))));
        }
        List<String> by = GroupSlot.texts(from);
        TreeMap<List<String>, Group> groups = new TreeMap<>(GroupSlot::compare);
        for (int i = from.things(4); i > 0; i--) {
            List<String> key = GroupSlot.texts(from);
            Content.once(groups.put(key, group(from)));
        }
        return new Tally(counts, texts, by, groups);
    }

    private static Group group(NumberReader from) {
        long count = from.count();
        TreeMap<String, Long> classes = new TreeMap<>();
        for (int i = from.things(2); i > 0; i--) {
            String name = from.text();
            Content.once(classes.put(name, from.count()));
        }
        TreeMap<String, Accumulator> sums = new TreeMap<>();
        for (int i = from.things(4); i > 0; i--) {
            String name = from.text();
            Content.once(sums.put(name, Accumulator.read(from)));
        }
        return new Group(count, classes, sums);
    }
}
