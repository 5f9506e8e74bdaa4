package io.mubiao.land.assess.internal.column;

import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.assess.internal.Scope;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** Sums of several rows of whole numbers by group, at once: each different row is summed once. Not thread-safe. */
final class GroupSums {
    /** So many sums of a group lie side by side. */
    private static final int LANES = 8;

    final RankCodes groups;
    final boolean graded;
    /** Whether every row is a number; else rows that are not are left to somebody else. */
    final boolean isComplete;
    private final IntConsumer open;
    private final List<Vec> vecs = new ArrayList<>();
    private final List<double[]> sums = new ArrayList<>();
    private final int[] counts;
    private final List<long[]> longSums = new ArrayList<>();
    /** For each eight sums their columns, where they are narrow: those are read as they lie in memory. */
    private final List<IntBuffer[]> columns = new ArrayList<>();
    private final int[] codes = new int[Block.SIZE];

    /** @param open adds a row of the roll that is no number here: it may be missing, and may be not */
    GroupSums(RankCodes groups, boolean graded, boolean isComplete, IntConsumer open) {
        this.groups = groups;
        this.graded = graded;
        this.isComplete = isComplete;
        this.open = open;
        this.counts = new int[groups.size() + 1];
    }

    void add(Vec vec) {
        if (!vecs.contains(vec)) {
            vecs.add(vec);
            if (vecs.size() % LANES == 1) {
                sums.add(new double[(groups.size() + 1) * LANES]);
                longSums.add(new long[(groups.size() + 1) * LANES]);
            }
        }
    }

    long count(int code) {
        return counts[code + 1];
    }

    /** The sum of a group, a whole number below 2^53. */
    double sum(Vec vec, int code) {
        int at = vecs.indexOf(vec);
        int lane = (code + 1) * LANES + at % LANES;
        return sums.get(at / LANES)[lane] + longSums.get(at / LANES)[lane];
    }

    void block(Block block, Scope scope) {
        groups.read(block.from, block.rows, codes);
        for (int i = 0; i < block.rows; i++) {
            codes[i]++;
        }
        if (!scope.isPlain()) {
            leaveOut(block, scope);
        }
        for (int i = 0; i < block.rows; i++) {
            counts[codes[i]]++;
        }
        for (int first = 0; first < vecs.size(); first += LANES) {
            lanes(block, first);
        }
    }

    private void leaveOut(Block block, Scope scope) {
        for (int i = 0; i < block.rows; i++) {
            Standing standing = scope.standing(block.from + i);
            boolean belongs = graded ? standing == Standing.GRADED : standing.isScored();
            codes[i] = belongs ? codes[i] : 0;
        }
    }

    private void lanes(Block block, int first) {
        int lanes = Math.min(LANES, vecs.size() - first);
        IntBuffer[] narrow = columns(first / LANES);
        if (narrow.length == LANES) {
            eight(narrow, block.from, block.rows, longSums.get(first / LANES));
            return;
        }
        if (narrow.length > 0) {
            for (int lane = 0; lane < lanes; lane++) {
                one(narrow[lane], block.from, block.rows, longSums.get(first / LANES), lane);
            }
            return;
        }
        double[][] rows = new double[lanes][];
        double[][] own = new double[lanes][];
        for (int lane = 0; lane < lanes; lane++) {
            own[lane] = block.take();
            rows[lane] = vecs.get(first + lane).shared(block, own[lane]);
        }
        boolean[] gap = isComplete ? NO_GAPS : gaps(block, rows);
        for (int lane = 0; lane < lanes; lane++) {
            one(rows[lane], gap, block.rows, sums.get(first / LANES), lane);
            block.give(own[lane]);
        }
    }

    /** The columns of eight sums; none where they are not all narrow and without gaps. */
    private IntBuffer[] columns(int eight) {
        while (columns.size() <= eight) {
            int first = columns.size() * LANES;
            List<Vec> own = vecs.subList(first, Math.min(first + LANES, vecs.size()));
            boolean narrow = isComplete && own.stream().allMatch(vec -> vec instanceof RawColumn raw && raw.column.isNarrow());
            columns.add(!narrow ? new IntBuffer[0]
                    : own.stream().map(vec -> ((RawColumn) vec).column.narrow()).toArray(IntBuffer[]::new));
        }
        return columns.get(eight);
    }

    private static final boolean[] NO_GAPS = new boolean[Block.SIZE];

    /** Where one of the two is no number neither is added here. */
    private boolean[] gaps(Block block, double[][] rows) {
        boolean[] gaps = new boolean[Block.SIZE];
        for (int i = 0; i < block.rows; i++) {
            for (double[] row : rows) {
                gaps[i] |= Double.isNaN(row[i]);
            }
            if (gaps[i] && codes[i] > 0) {
                counts[codes[i]]--;
                counts[0]++;
                open.accept(block.from + i);
            }
        }
        return gaps;
    }

    private void one(double[] rows, boolean[] gap, int count, double[] into, int lane) {
        for (int i = 0; i < count; i++) {
            into[codes[i] * LANES + lane] += gap[i] ? 0 : rows[i];
        }
    }

    private void one(IntBuffer rows, int from, int count, long[] into, int lane) {
        for (int i = 0; i < count; i++) {
            into[codes[i] * LANES + lane] += rows.get(from + i);
        }
    }

    private void eight(IntBuffer[] rows, int from, int count, long[] into) {
        int[] groupOf = codes;
        IntBuffer a = rows[0];
        IntBuffer b = rows[1];
        IntBuffer c = rows[2];
        IntBuffer d = rows[3];
        IntBuffer e = rows[4];
        IntBuffer f = rows[5];
        IntBuffer g = rows[6];
        IntBuffer h = rows[7];
        for (int i = 0; i < count; i++) {
            int at = groupOf[i] * LANES;
            int row = from + i;
            into[at] += a.get(row);
            into[at + 1] += b.get(row);
            into[at + 2] += c.get(row);
            into[at + 3] += d.get(row);
            into[at + 4] += e.get(row);
            into[at + 5] += f.get(row);
            into[at + 6] += g.get(row);
            into[at + 7] += h.get(row);
        }
    }

    @Override
    public String toString() {
        return "GroupSums[" + vecs.size() + " sums, " + Arrays.stream(counts).sum() + " rows]";
    }
}
