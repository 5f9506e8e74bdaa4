package io.mubiao.land.assess;

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
    private final int[][] ints = new int[LANES][Block.SIZE];
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
        boolean narrow = isComplete && vecs.subList(first, first + lanes).stream()
                .allMatch(vec -> vec instanceof RawColumn raw && raw.column.isNarrow());
        if (narrow) {
            for (int lane = 0; lane < lanes; lane++) {
                ((RawColumn) vecs.get(first + lane)).column.read(block.from, block.rows, ints[lane]);
            }
            if (lanes == LANES) {
                eight(block.rows, longSums.get(first / LANES));
            } else {
                for (int lane = 0; lane < lanes; lane++) {
                    one(ints[lane], block.rows, longSums.get(first / LANES), lane);
                }
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

    private void one(int[] rows, int count, long[] into, int lane) {
        for (int i = 0; i < count; i++) {
            into[codes[i] * LANES + lane] += rows[i];
        }
    }

    private void eight(int count, long[] into) {
        int[] a = ints[0];
        int[] b = ints[1];
        int[] c = ints[2];
        int[] d = ints[3];
        int[] e = ints[4];
        int[] f = ints[5];
        int[] g = ints[6];
        int[] h = ints[7];
        for (int i = 0; i < count; i++) {
            int at = codes[i] * LANES;
            into[at] += a[i];
            into[at + 1] += b[i];
            into[at + 2] += c[i];
            into[at + 3] += d[i];
            into[at + 4] += e[i];
            into[at + 5] += f[i];
            into[at + 6] += g[i];
            into[at + 7] += h[i];
        }
    }

    @Override
    public String toString() {
        return "GroupSums[" + vecs.size() + " sums, " + Arrays.stream(counts).sum() + " rows]";
    }
}
