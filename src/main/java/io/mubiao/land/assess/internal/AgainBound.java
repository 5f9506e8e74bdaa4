package io.mubiao.land.assess.internal;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.Exclusion;
import io.mubiao.land.internal.CompiledRule.CompiledAgain;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.shape.Ties;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Between which places one can be who is ranked once more, while he stays in his ranking with figures of a range; of a range of one
 * number the places themselves. The others are ranked as his place leaves them.
 */
public final class AgainBound {
    private final Cohort cohort;
    private final int row;
    private final int[] others;
    private final RankKey[] keys;
    /** Where the row is now, if it is in this ranking. */
    private final @Nullable RankKey present;
    private final Ranks ranks;
    private final long ranked;

    /**
     * Among those of a ranking.
     *
     * @param ranking that of the row, or one it comes into
     * @param stays whether it is there now
     */
    public AgainBound(Cohort cohort, int row, int ranking, boolean stays) {
        this.cohort = cohort;
        this.row = row;
        this.ranks = requireNonNull(cohort.ranks);
        int joined = ranks.joined(ranking);
        this.others = IntStream.range(0, cohort.roll.size()).filter(other -> other != row && ranks.place(other) > 0
                && ranks.joined(cohort.scope.rankings.code(other)) == joined && cohort.scope.kept(other) != Exclusion.Kept.UNCOUNTED).toArray();
        this.ranked = others.length + 1L;
        this.keys = new RankKey[others.length];
        for (int i = 0; i < others.length; i++) {
            Checkpoint.pass("row", others[i]);
            keys[i] = key(others[i]);
        }
        this.present = stays ? key(row) : null;
    }

    private RankKey key(int of) {
        return cohort.key(cohort.frame(of), requireNonNull(cohort.totals.value(of)));
    }

    /** Tells a frame of the row, whose key is between these two, its places. */
    public void tell(RowFrame frame, RankKey best, RankKey worst) {
        List<RowFrame> frames = new ArrayList<>();
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < others.length; i++) {
            RowFrame other = place(new RowFrame(cohort.binding, others[i], cohort.baselines), i, best, worst);
            frames.add(other.withAgain(new Places(other, levels)));
        }
        frames.add(frame.withAgain(new Places(frame, levels)));
        for (CompiledAgain again : cohort.rule.again()) {
            Level level = new Level(again, ranks.ties);
            frames.forEach(level::add);
            level.sort();
            levels.add(level);
        }
    }

    /** The place of another one, before whom the row stands or not. */
    private RowFrame place(RowFrame other, int index, RankKey best, RankKey worst) {
        long place = ranks.place(others[index]);
        if (best.equals(present) && worst.equals(present)) {
            return other.withPlaces(place, place, ranked);
        }
        if (ranks.ties == Ties.DENSE) {
            return dense(other, index, best, worst);
        }
        long without = present == null ? place : place - before(present, index);
        return other.withPlaces(without + before(worst, index), without + before(best, index), ranked);
    }

    /** A key that another one has as well adds no place. */
    private RowFrame dense(RowFrame other, int index, RankKey best, RankKey worst) {
        long without = ranks.place(others[index]) - (present != null && !isOfOthers(present, present) ? better(present, index) : 0);
        boolean shared = isOfOthers(best, worst);
        long most = shared && best.compareTo(worst) == 0 ? 0 : better(best, index);
        return other.withPlaces(without + (shared ? 0 : better(worst, index)), without + most, ranked);
    }

    private boolean isOfOthers(RankKey best, RankKey worst) {
        return Arrays.stream(keys).anyMatch(key -> best.compareTo(key) <= 0 && key.compareTo(worst) <= 0);
    }

    private long better(RankKey own, int index) {
        return own.compareTo(keys[index]) < 0 ? 1 : 0;
    }

    private long before(RankKey own, int index) {
        int order = own.compareTo(keys[index]);
        return order < 0 || (order == 0 && ranks.ties == Ties.WORST_PLACE) ? 1 : 0;
    }

    @Override
    public String toString() {
        return "AgainBound[" + cohort.roll.id(row) + "]";
    }

    /** Who is ranked once more, the row among them: the values of those who surely are, and of those who may be. */
    private static final class Level {
        private final CompiledAgain again;
        private final Ties ties;
        private final List<Rational> surely = new ArrayList<>();
        private final List<Rational> possibly = new ArrayList<>();
        /** The different numbers that are known, of those who surely are there and of all; and the largest of each that is not known. */
        private List<Rational> sureNumbers = new ArrayList<>();
        private List<Rational> numbers = new ArrayList<>();
        private final List<Rational> ranges = new ArrayList<>();
        private boolean isOpen;

        Level(CompiledAgain again, Ties ties) {
            this.again = again;
            this.ties = ties;
        }

        Truth holds(RowFrame frame) {
            return again.when().map(test -> test.holds(frame)).orElse(Truth.TRUE);
        }

        void add(RowFrame frame) {
            Checkpoint.pass("row", frame.row);
            Truth holds = holds(frame);
            if (holds == Truth.FALSE || holds == Truth.UNKNOWN) {
                return;
            }
            Value value = again.on().value(frame);
            isOpen |= value.is(Value.Absence.OPEN);
            if (value.isNumber()) {
                Enclosure own = own(value);
                possibly.add(own.high());
                (own.isExact() ? numbers : ranges).add(own.high());
                if (holds == Truth.TRUE) {
                    surely.add(own.low());
                    if (own.isExact()) {
                        sureNumbers.add(own.low());
                    }
                }
            }
        }

        private Enclosure own(Value value) {
            return again.ranking().higherIsBetter() ? value.number() : value.number().negate();
        }

        void sort() {
            surely.sort(null);
            possibly.sort(null);
            ranges.sort(null);
            numbers = new ArrayList<>(new TreeSet<>(numbers));
            sureNumbers = new ArrayList<>(new TreeSet<>(sureNumbers));
        }

        /** The places of the value of one who is surely there; where it is a range it is not above itself. */
        Value place(Value value) {
            Enclosure own = own(value);
            int itself = own.isExact() ? 0 : 1;
            long best = switch (ties) {
                case BEST_PLACE -> 1 + above(surely, own.high(), true);
                case WORST_PLACE -> above(surely, own.high(), false) + itself;
                case DENSE -> 1 + above(sureNumbers, own.high(), true);
            };
            long worst = switch (ties) {
                case BEST_PLACE -> 1 + above(possibly, own.low(), true) - itself;
                case WORST_PLACE -> above(possibly, own.low(), false);
                case DENSE -> 1 + above(numbers, own.low(), true) + above(ranges, own.low(), true) - itself;
            };
            return between(Math.max(1, best), Math.max(1, Math.max(best, worst)));
        }

        private static long above(List<Rational> sorted, Rational value, boolean strictly) {
            int low = 0;
            int high = sorted.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                int order = sorted.get(middle).compareTo(value);
                if (order > 0 || (order == 0 && !strictly)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return (long) sorted.size() - low;
        }
    }

    private static Value between(long low, long high) {
        return Value.of(Enclosure.of(Rational.of(low), Rational.of(high)));
    }

    /** The places of one. */
    private record Places(RowFrame frame, List<Level> levels) implements Again.Of {
        @Override
        public Value place(Slot slot) {
            Level level = levels.get(slot.index());
            Truth holds = level.holds(frame);
            if (holds == Truth.FALSE || holds == Truth.UNKNOWN) {
                return Value.missing(slot.text());
            }
            Value value = level.again.on().value(frame);
            return !value.isNumber() ? value : level.isOpen || holds == Truth.OPEN ? Value.open() : level.place(value);
        }

        @Override
        public Value ranked(Slot slot) {
            Level level = levels.get(slot.index());
            return level.isOpen ? Value.open() : between(level.surely.size(), level.possibly.size());
        }
    }
}
