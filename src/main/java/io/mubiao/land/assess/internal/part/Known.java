package io.mubiao.land.assess.internal.part;

import com.google.common.collect.Lists;
import com.google.common.primitives.Longs;
import io.mubiao.formula.Value;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.RankingRule;
import io.mubiao.land.assess.internal.BaselineSums;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Pipeline;
import io.mubiao.land.assess.internal.Ranker;
import io.mubiao.land.assess.internal.Rising;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.CompiledRule.CompiledBaseline;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What follows from a state under the rule: baselines, and to which ranking each belongs. Thread-safe. */
public final class Known {
    final State state;
    final BaselineTable baselines;
    /** The ranking that each belongs to; an absent one is exempt. */
    final Map<List<String>, List<String>> joined = new LinkedHashMap<>();
    private final CompiledRule rule;
    private final Map<GroupSlot, PartTable> tables = new ConcurrentHashMap<>();

    /** @param frozen the baselines that are given; null where they are formed */
    Known(CompiledRule rule, State state, @Nullable BaselineTable frozen) {
        this.rule = rule;
        this.state = state;
        this.baselines = frozen != null ? frozen : baselines(rule, state);
        rule.rule().ranking().ifPresent(this::join);
    }

    public BaselineTable baselines() {
        return baselines;
    }

    /** How many are ranked in a ranking; 0 where nobody is. */
    public long ranked(List<String> ranking) {
        Line line = state.rankings().get(new GroupSlot(0, ranking));
        return line == null ? 0 : line.size();
    }

    /** How many shares may be of in a ranking. */
    public long population(List<String> ranking) {
        return sum(state.sizes().population(), ranking);
    }

    private static BaselineTable baselines(CompiledRule rule, State state) {
        BaselineSums sums = new BaselineSums(rule, state.sums());
        state.lines().forEach((slot, line) -> {
            if (isSettled(rule, slot, line)) {
                settle(rule, sums, slot, line);
            }
        });
        BaselineTable found = sums.finish();
        return state.means().sums().isEmpty() ? found : Pipeline.withMeans(found, state.means().sums());
    }

    static boolean isSettled(CompiledRule rule, GroupSlot slot, Line line) {
        return line.size() > 0 && needed(rule, slot, line).stream().allMatch(line::isKnown);
    }

    private static void settle(CompiledRule rule, BaselineSums sums, GroupSlot slot, Line line) {
        BaselineTable.Key key = new BaselineTable.Key(slot.index(), slot.by());
        if (slot.index() >= rule.baselines().size()) {
            Different all = java.util.Objects.requireNonNull(line.all());
            sums.settlePlaces(key, Lists.reverse(all.keys().stream().map(number -> number.values().get(0)).toList()),
                    Lists.reverse(Longs.asList(all.counts())));
            return;
        }
        CompiledBaseline it = rule.baselines().get(slot.index());
        BaselineRule.Among among = it.baseline().among().orElse(null);
        if (among == null) {
            sums.settle(key, Rising.percentile(it.baseline().percentile().orElseThrow(), line), line.size());
        } else {
            long[] range = Rising.range(among, it.higherIsBetter(), line.size());
            Value mean = Rising.mean(among, it.higherIsBetter(), line);
            sums.settle(key, mean, range[1] - range[0]);
        }
    }

    /** The segments in which single numbers must be known. */
    static Set<Integer> needed(CompiledRule rule, GroupSlot slot, Line line) {
        TreeSet<Integer> needed = new TreeSet<>();
        long n = line.size();
        if (slot.index() >= rule.baselines().size()) {
            for (int segment = 0; segment < line.segments(); segment++) {
                needed.add(segment);
            }
            return needed;
        }
        CompiledBaseline it = rule.baselines().get(slot.index());
        BaselineRule.Among among = it.baseline().among().orElse(null);
        if (n == 0) {
            return needed;
        }
        if (among == null) {
            Rational place = Rising.place(it.baseline().percentile().orElseThrow(), n);
            needed.add(line.segmentAt(n - 1 - place.round(new Rounding(0, RoundingMode.FLOOR)).longValueExact()));
            needed.add(line.segmentAt(n - 1 - place.round(new Rounding(0, RoundingMode.CEILING)).longValueExact()));
            return needed;
        }
        long[] range = Rising.range(among, it.higherIsBetter(), n);
        for (long edge : new long[] {n - range[0], n - range[1]}) {
            int segment = edge >= n ? -1 : line.segmentAt(edge);
            if (segment >= 0 && line.before(segment) < edge) {
                needed.add(segment);
            }
        }
        if (line.splitters.isEmpty()) {
            needed.add(0);
        }
        return needed;
    }

    private void join(RankingRule ranking) {
        TreeSet<List<String>> all = new TreeSet<>(GroupSlot::compare);
        state.sizes().population().keySet().forEach(slot -> all.add(slot.by()));
        state.sizes().ranked().keySet().forEach(slot -> all.add(slot.by()));
        List<List<String>> keys = new ArrayList<>(all);
        Ranker.joinedBy(rule.rule().ranking(), keys).stream().filter(key -> !all.contains(key)).forEach(keys::add);
        int[] at = Ranker.joined(ranking, keys, keys.stream().mapToLong(state.sizes()::ranked).toArray());
        for (int i = 0; i < at.length; i++) {
            if (at[i] >= 0) {
                joined.put(keys.get(i), keys.get(at[i]));
            }
        }
    }

    /** Whether a ranking is ranked nowhere. */
    boolean isExempt(List<String> ranking) {
        return !joined.containsKey(ranking) && state.sizes().ranked(ranking) > 0;
    }

    /** How many belong to a ranking with those that joined it. */
    long sum(Map<GroupSlot, Long> counts, List<String> ranking) {
        long sum = 0;
        for (Map.Entry<List<String>, List<String>> it : joined.entrySet()) {
            sum += it.getValue().equals(ranking) ? counts.getOrDefault(new GroupSlot(0, it.getKey()), 0L) : 0;
        }
        return sum;
    }

    List<Long> ends(List<String> ranking, long ranked) {
        return Ranker.ends(rule, ranking, ranked, sum(state.sizes().population(), ranking));
    }

    /** The table of a ranking as it is known without rows; made once. */
    PartTable table(GroupSlot ranking, Line line) {
        return tables.computeIfAbsent(ranking, it -> build(ranking, line, null));
    }

    /** @throws SplitRangeException if not all or none of the rows of a range are here */
    PartTable build(GroupSlot ranking, Line line, io.mubiao.land.assess.internal.@Nullable RankTable here) {
        boolean again = ranking.index() > 0;
        List<Long> ends = again ? List.of() : ends(ranking.by(), line.size());
        return new PartTable.Builder(ranking, line, state.edges(), ends.size(), here).build(rule.rule().ranking().orElseThrow().ties(),
                again ? 0 : sum(state.sizes().population(), ranking.by()), ends);
    }
}
