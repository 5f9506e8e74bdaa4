package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.shape.Ties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Finds the ranges by which totals are ranked where there are more different ones than a part may keep. */
final class Ranges {
    /** A range of more rows than this many times the limit is split, if it can be. */
    private static final int MOST_ROWS = 64;

    private final CompiledRule rule;
    private final int limit;
    private final boolean mayRange;
    private final int index;

    /** @param index 0 for the first ranking, from 1 for further ones */
    Ranges(CompiledRule rule, int limit, boolean mayRange, int index) {
        this.rule = rule;
        this.limit = limit;
        this.mayRange = mayRange;
        this.index = index;
    }

    private boolean isHalf() {
        return index == 0 && !Track.ranking(rule).breakTies().isEmpty();
    }

    State afterTotals(State state, Sizes merged) {
        State sized = state.with(new Sizes(merged.population(), merged.ranked(), new Pools(limit, 1)));
        Known known = new Known(rule, sized, null);
        Map<List<String>, List<Pool>> byRanking = new HashMap<>();
        merged.totals().pools.forEach((slot, pool) -> {
            Track.fits(slot.index() == 0 && slot.segment() == 0 && pool.count == merged.ranked(slot.by()));
            List<String> joined = known.joined.get(slot.by());
            if (joined != null) {
                byRanking.computeIfAbsent(joined, it -> new ArrayList<>()).add(pool);
            }
        });
        TreeMap<GroupSlot, Line> lines = new TreeMap<>();
        byRanking.forEach((ranking, pools) -> lines.put(new GroupSlot(0, ranking), line(pools, merged.totals().sample())));
        State ranked = sized.withRankings(lines);
        return lines.values().stream().allMatch(line -> line.size() > 0) ? ranked(ranked) : ranked.then(State.Step.TOTALS_COUNTED);
    }

    /** After what those are ranked by who are ranked once more. */
    State afterAgain(State state, Map<List<String>, List<String>> joined, Pools merged) {
        TreeMap<GroupSlot, Line> lines = new TreeMap<>(state.rankings());
        boolean whole = merged.isWhole();
        merged.pools.forEach((slot, pool) -> {
            Track.fits(slot.index() == index && slot.segment() == 0 && slot.by().equals(joined.get(slot.by())));
            lines.put(slot, line(List.of(pool), merged.sample()));
        });
        State ranked = state.withRankings(lines);
        return whole ? ranked(ranked) : ranked.then(State.Step.AGAIN_COUNTED);
    }

    /** All totals of groups that are ranked together, where those of each are known; else splitters from the samples of all. */
    private Line line(List<Pool> together, int sample) {
        if (together.stream().allMatch(Pool::isWhole)) {
            return Line.of(together.stream().map(Pool::all).reduce(Different.NONE, Different::plus));
        }
        Pool joined = new Pool(sample);
        together.forEach(joined::take);
        return Line.of(splitters(joined), isHalf(), false);
    }

    /** Splitters of totals alone where indicators break ties: then all who have a total are in one range. */
    private List<RankKey> splitters(Pool pool) {
        if (!isHalf()) {
            return pool.splitters();
        }
        return Different.of(pool.splitters().stream().map(key -> new RankKey(List.of(key.values().get(0)))).toList()).keys();
    }

    State afterCounts(State state, Counts merged) {
        TreeMap<GroupSlot, Line> lines = new TreeMap<>(state.rankings());
        merged.counts().forEach((slot, of) -> {
            Line line = state.rankings().get(slot);
            Track.fits(slot.index() == index && line != null && line.size() == 0);
            lines.put(slot, Objects.requireNonNull(line).counted(of));
        });
        State counted = state.withRankings(lines);
        return lines.entrySet().stream().noneMatch(it -> it.getKey().index() == index && !large(it.getValue()).isEmpty()) ? ranked(counted)
                : counted.then(index == 0 ? State.Step.TOTALS_SPLIT : State.Step.AGAIN_SPLIT);
    }

    /** The segments that are worth splitting. */
    List<Integer> large(Line line) {
        List<Integer> large = new ArrayList<>();
        for (int segment = 0; segment < line.segments(); segment++) {
            if (!line.isKnown(segment) && line.of.counts()[segment] > (long) limit * MOST_ROWS) {
                large.add(segment);
            }
        }
        return large;
    }

    State afterSplit(State state, Pools merged) {
        TreeMap<GroupSlot, Line> lines = new TreeMap<>(state.rankings());
        Map<GroupSlot, List<RankKey>> more = new HashMap<>();
        merged.pools.forEach((at, pool) -> more.computeIfAbsent(at.whole(), it -> new ArrayList<>()).addAll(splitters(pool)));
        boolean again = false;
        for (Map.Entry<GroupSlot, List<RankKey>> it : more.entrySet()) {
            Line line = state.rankings().get(it.getKey());
            Track.fits(it.getKey().index() == index && line != null);
            Line split = Objects.requireNonNull(line).split(it.getValue());
            if (split.splitters.size() > line.splitters.size()) {
                lines.put(it.getKey(), split);
                again = true;
            }
        }
        return !again ? ranked(state)
                : state.withRankings(lines).then(index == 0 ? State.Step.TOTALS_COUNTED : State.Step.AGAIN_COUNTED);
    }

    private State ranked(State state) {
        if (!state.isApart(index)) {
            return next(state);
        }
        if (index == 0 && Track.refills(rule)) {
            throw new NotInPartsException(NotInPartsException.Why.REFILL, limit);
        }
        if (!mayRange) {
            throw new NotInPartsException(NotInPartsException.Why.BOTH, limit);
        }
        if (index > 0) {
            return state.then(State.Step.AGAIN_RANGES);
        }
        return Track.ranking(rule).ties() == Ties.DENSE ? state.then(State.Step.RANGES)
                : rule.classes().isPresent() ? state.then(State.Step.EDGES) : next(state);
    }

    /** The next further ranking, or what comes after them. */
    State next(State state) {
        return index < rule.again().size() ? state.again(index) : state.then(Track.refills(rule) ? State.Step.REFILL : State.Step.DONE);
    }
}
