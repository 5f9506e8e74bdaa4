package io.mubiao.land.assess.internal;

import io.mubiao.land.Exclusion;
import io.mubiao.land.RankingRule;
import io.mubiao.land.assess.Progress;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.column.Block;
import io.mubiao.land.assess.internal.column.FastScope;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.work.internal.Checkpoint;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Stage 1: who is in the population, in which group of items, in which ranking. */
public final class Scope {
    private static final List<Exclusion.Kept> KEPT = List.of(Exclusion.Kept.values());
    private static final List<Standing> STANDINGS = List.of(Standing.values());

    private static final long[] GRADED = bits(List.of(Standing.GRADED));
    private static final long[] SCORED = bits(STANDINGS.stream().filter(Standing::isScored).toList());
    private static final Standing[] BY_CODE = Standing.values();

    private final byte @Nullable [] standings;
    private final short @Nullable [] groups;
    private final byte @Nullable [] kept;
    public final RankCodes rankings;

    private Scope(byte @Nullable [] standings, short @Nullable [] groups, byte @Nullable [] kept, RankCodes rankings) {
        this.kept = kept;
        this.standings = standings;
        this.groups = groups;
        this.rankings = rankings;
    }

    private static long[] bits(List<Standing> of) {
        return STANDINGS.stream().mapToLong(it -> of.contains(it) ? 1 : 0).toArray();
    }

    /**
     * Where everybody stands.
     *
     * @param isFast whether blocks of rows may be looked at together, which gives the same
     */
    public static Scope of(Binding binding, Workers workers, boolean isFast) {
        CompiledRule rule = binding.rule;
        int size = binding.roll.size();
        FastScope fast = isFast ? FastScope.of(binding) : null;
        RankCodes known = fast == null ? null : fast.rankings(slots(rule));
        RankCodes own = known != null ? known : RankCodes.of(binding, slots(rule), BaselineTable.NONE, workers);
        RankCodes rankings = own.with(Ranker.joinedBy(rule.rule().ranking(), own.keys()));
        boolean everybody = rule.requirements().isEmpty() && rule.exclusions().isEmpty()
                && rule.groups().stream().allMatch(group -> group.when().isEmpty());
        boolean gaps = everybody && rankings.hasGaps();
        if (everybody && !gaps) {
            return new Scope(null, null, null, rankings);
        }
        byte[] standings = new byte[size];
        short[] groups = new short[size];
        Workers.Counter counter = workers.counter(Progress.Stage.SCOPE, size);
        workers.map(size, (from, end) -> {
            IntConsumer exact = row -> {
                RowFrame frame = new RowFrame(binding, row, BaselineTable.NONE);
                standings[row] = code(standing(frame, rankings.code(row)));
                groups[row] = (short) frame.group();
            };
            if (fast != null) {
                fast.run(from, end, rankings, standings, groups, exact, counter);
            } else {
                for (int row = from; row < end; row++) {
                    exact.accept(row);
                    counter.row(from, row);
                }
            }
            counter.end(from, end);
            return true;
        });
        return new Scope(standings, groups, kept(binding, standings, workers), rankings);
    }

    /** How those who are not graded keep a place; null where no rule lets anybody. */
    private static byte @Nullable [] kept(Binding binding, byte[] standings, Workers workers) {
        List<Exclusion> exclusions = binding.rule.rule().exclusions().stream().toList();
        if (exclusions.stream().allMatch(it -> it.place() == Exclusion.Kept.NONE)) {
            return null;
        }
        byte[] kept = new byte[standings.length];
        workers.map(kept.length, (from, end) -> {
            for (int row = from; row < end; row++) {
                Standing standing = STANDINGS.get(standings[row]);
                if (standing == Standing.UNGRADED || standing == Standing.TREATED_AS) {
                    Checkpoint.pass(row);
                    int exclusion = new RowFrame(binding, row, BaselineTable.NONE).exclusion();
                    kept[row] = exclusion < 0 ? 0 : (byte) KEPT.indexOf(exclusions.get(exclusion).place());
                }
            }
            return true;
        });
        return kept;
    }

    /** Whether some who are not graded keep a place. */
    public boolean keepsPlaces() {
        return kept != null;
    }

    /** Whether a row is ranked among the others, if it has a total. */
    public boolean isRanked(int row) {
        return standing(row) == Standing.GRADED || kept(row) == Exclusion.Kept.COUNTED;
    }

    /** How a row that is not graded keeps a place. */
    public Exclusion.Kept kept(int row) {
        return kept == null ? Exclusion.Kept.NONE : KEPT.get(kept[row]);
    }

    /** Where one stands; who belongs to no ranking cannot be graded. */
    public static Standing standing(RowFrame frame, int ranking) {
        Standing standing = frame.scope();
        return standing == Standing.GRADED && ranking < 0 ? Standing.UNDECIDED : standing;
    }

    /** The number that stands for a standing. */
    public static byte code(Standing standing) {
        return (byte) STANDINGS.indexOf(standing);
    }

    /** The text slots that make a ranking. */
    public static List<Integer> slots(CompiledRule rule) {
        return rule.rule().ranking().map(RankingRule::by).orElse(List.of()).stream().map(rule::slot).toList();
    }

    public Standing standing(int row) {
        return standings == null ? Standing.GRADED : BY_CODE[standings[row]];
    }

    /** Which rows of a block are scored by a group. */
    public boolean[] scored(Block block, int group) {
        boolean[] scored = new boolean[block.rows];
        byte[] standingOf = standings;
        short[] groupOf = groups;
        for (int i = 0; standingOf != null && groupOf != null && i < block.rows; i++) {
            scored[i] = groupOf[block.from + i] == group && SCORED[standingOf[block.from + i]] == 1;
        }
        return scored;
    }

    /** Which of some rows are graded, or scored, a bit a row. */
    public void population(int from, int rows, boolean graded, long[] into) {
        byte[] standingOf = standings;
        long[] belongs = graded ? GRADED : SCORED;
        for (int first = 0; first < rows; first += Long.SIZE) {
            int count = Math.min(Long.SIZE, rows - first);
            long bits = 0;
            for (int i = 0; standingOf != null && i < count; i++) {
                bits |= belongs[standingOf[from + first + i]] << i;
            }
            into[first / Long.SIZE] = standingOf == null ? -1L >>> (Long.SIZE - count) : bits;
        }
    }

    /** Whether everybody is graded and nobody has a standing of his own. */
    public boolean isPlain() {
        return standings == null;
    }

    public int group(int row) {
        return groups == null ? 0 : groups[row];
    }

    /** 1 where more ranks first, -1 where less does (a group that ranks on one indicator where less is better). */
    public static int direction(CompiledRule rule, int group) {
        if (group < 0 || group >= rule.groups().size()) {
            return 1;
        }
        CompiledGroup of = rule.groups().get(group);
        if (of.rankOn() < 0 || rule.slots().get(of.rankOn()).role() != Role.INDICATOR) {
            return 1;
        }
        int index = rule.slots().get(of.rankOn()).index();
        return rule.rule().indicators().get(index).higherIsBetter() ? 1 : -1;
    }
}
