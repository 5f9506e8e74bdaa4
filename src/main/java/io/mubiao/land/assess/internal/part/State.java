package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.internal.Accumulator;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the whole after some passes, and what the next one gathers. Immutable.
 *
 * @param step what the next pass gathers
 * @param level the level of baselines it is at; beyond them the further ranking
 * @param sums what forms the baselines so far
 * @param lines the numbers of baselines that need them in order
 * @param means the scores of items whose mean others are given
 * @param sizes how many are in each ranking
 * @param rankings the keys of each ranking, under the one that small groups joined; of further rankings from index 1
 * @param edges what only who has all rows of a range can tell
 * @param rounds the rounds in which vacated places were filled again
 */
public record State(Step step, int level, Map<BaselineTable.Key, Accumulator> sums, TreeMap<GroupSlot, Line> lines, Means means, Sizes sizes,
        TreeMap<GroupSlot, Line> rankings, Edges edges, List<Round> rounds) {
    /** What a pass gathers. */
    public enum Step {
        /** What forms the baselines of a level. */
        BASELINES,
        /** How many numbers lie between the splitters of a sample. */
        BASELINES_COUNTED,
        /** The numbers between two splitters. */
        BASELINES_NARROWED,
        /** Mean scores. */
        MEANS,
        /** The sizes of rankings, and totals. */
        TOTALS,
        /** How many totals lie between the splitters of a sample. */
        TOTALS_COUNTED,
        /** A sample of the totals in large ranges. */
        TOTALS_SPLIT,
        /** How many different totals are in each range. */
        RANGES,
        /** The last totals of classes. */
        EDGES,
        /** Who leaves a place that others fill again. */
        REFILL,
        /** Nothing: all is known. */
        DONE,
        /** What those are ranked by who are ranked once more, for one further ranking. */
        AGAIN,
        /** How many of those numbers lie between the splitters of a sample. */
        AGAIN_COUNTED,
        /** A sample of those numbers in large ranges. */
        AGAIN_SPLIT,
        /** How many different ones are in each range of a further ranking. */
        AGAIN_RANGES
    }

    private static final List<Step> STEPS = List.of(Step.values());

    public State {
        sums = Map.copyOf(sums);
        rounds = List.copyOf(rounds);
    }

    static State at(Step step) {
        return new State(step, 0, Map.of(), new TreeMap<>(), new Means(Map.of()), new Sizes(new TreeMap<>(), new TreeMap<>(), new Pools(0, 1)),
                new TreeMap<>(), Edges.none(), List.of());
    }

    State then(Step next) {
        return new State(next, level, sums, lines, means, sizes, rankings, edges, rounds);
    }

    State next(int nextLevel) {
        return new State(Step.BASELINES, nextLevel, sums, lines, means, sizes, rankings, edges, rounds);
    }

    State again(int number) {
        return new State(Step.AGAIN, number, sums, lines, means, sizes, rankings, edges, rounds);
    }

    State with(Map<BaselineTable.Key, Accumulator> all) {
        return new State(step, level, all, lines, means, sizes, rankings, edges, rounds);
    }

    State withLines(TreeMap<GroupSlot, Line> all) {
        return new State(step, level, sums, all, means, sizes, rankings, edges, rounds);
    }

    State with(Means found) {
        return new State(step, level, sums, lines, found, sizes, rankings, edges, rounds);
    }

    State with(Sizes found) {
        return new State(step, level, sums, lines, means, found, rankings, edges, rounds);
    }

    State withRankings(TreeMap<GroupSlot, Line> all) {
        return new State(step, level, sums, lines, means, sizes, all, edges, rounds);
    }

    State with(Edges found) {
        return new State(step, level, sums, lines, means, sizes, rankings, found, rounds);
    }

    State with(Round round) {
        List<Round> all = new ArrayList<>(rounds);
        all.add(round);
        return new State(step, level, sums, lines, means, sizes, rankings, edges, all);
    }

    /** The rankings by whose ranges rows were moved so far, in order: in one chunk are those of a range of the last. */
    public List<Integer> moves() {
        int upTo = switch (step) {
            case RANGES, EDGES -> 0;
            case AGAIN, AGAIN_COUNTED, AGAIN_SPLIT -> level;
            case AGAIN_RANGES -> 1 + level;
            case REFILL, DONE -> Integer.MAX_VALUE;
            default -> -1;
        };
        List<Integer> moves = new ArrayList<>(rankings.keySet().stream().map(GroupSlot::index).distinct()
                .filter(index -> index <= upTo && isApart(index)).toList());
        if (step == Step.DONE && moves.size() > 1 && moves.get(0) == 0) {
            moves.add(0);
        }
        return moves;
    }

    /** Whether the keys of some range of a ranking are not known. */
    boolean isApart(int ranking) {
        return rankings.entrySet().stream().anyMatch(it -> it.getKey().index() == ranking && !it.getValue().isKnown());
    }

    public void write(NumberWriter to) {
        to.addCount(STEPS.indexOf(step)).addCount(level);
        Sums.write(to, sums);
        write(to, lines);
        means.write(to);
        sizes.write(to);
        write(to, rankings);
        edges.write(to);
        to.addCount(rounds.size());
        rounds.forEach(it -> it.write(to));
    }

    private static void write(NumberWriter to, Map<GroupSlot, Line> lines) {
        to.addCount(lines.size());
        lines.forEach((slot, line) -> {
            slot.write(to);
            line.write(to);
        });
    }

    /**
     * What was written.
     *
     * @throws IllegalArgumentException if nobody wrote that
     */
    public static State read(NumberReader from) {
        return new State(STEPS.get(from.count(STEPS.size() - 1)), from.count(Integer.MAX_VALUE), Sums.sums(from), lines(from),
                Means.read(from), Sizes.read(from), lines(from), Edges.read(from), rounds(from));
    }

    private static TreeMap<GroupSlot, Line> lines(NumberReader from) {
        TreeMap<GroupSlot, Line> lines = new TreeMap<>();
        for (int i = from.things(8); i > 0; i--) {
            GroupSlot slot = GroupSlot.read(from);
            Content.once(lines.put(slot, Line.read(from)));
        }
        return lines;
    }

    private static List<Round> rounds(NumberReader from) {
        List<Round> rounds = new ArrayList<>();
        for (int i = from.things(3); i > 0; i--) {
            rounds.add(Round.read(from));
        }
        return rounds;
    }
}
