package io.mubiao.land.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sums of several rows of whole numbers by group, at once: each different row is summed once. Not thread-safe. */
final class GroupSums {
    /** So many sums of a group lie side by side. */
    private static final int LANES = 8;

    final RankCodes groups;
    final boolean graded;
    /** Whether no row can be missing; else a row counts only where all of them are there. */
    final boolean isComplete;
    private final List<Vec> vecs = new ArrayList<>();
    private final List<double[]> sums = new ArrayList<>();
    private final int[] counts;
    private final double[][] rows = new double[LANES][Block.SIZE];
    private final int[] codes = new int[Block.SIZE];

    GroupSums(RankCodes groups, boolean graded, boolean isComplete) {
        this.groups = groups;
        this.graded = graded;
        this.isComplete = isComplete;
        this.counts = new int[groups.size() + 1];
    }

    void add(Vec vec) {
        if (!vecs.contains(vec)) {
            vecs.add(vec);
            if (vecs.size() % LANES == 1) {
                sums.add(new double[(groups.size() + 1) * LANES]);
            }
        }
    }

    boolean has(Vec a, Vec b) {
        return vecs.contains(a) && vecs.contains(b);
    }

    long count(int code) {
        return counts[code + 1];
    }

    double sum(Vec vec, int code) {
        int at = vecs.indexOf(vec);
        return sums.get(at / LANES)[(code + 1) * LANES + at % LANES];
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
            lanes(block, first, sums.get(first / LANES));
        }
    }

    private void leaveOut(Block block, Scope scope) {
        for (int i = 0; i < block.rows; i++) {
            Standing standing = scope.standing(block.from + i);
            boolean belongs = graded ? standing == Standing.GRADED : standing.isScored();
            codes[i] = belongs ? codes[i] : 0;
        }
    }

    private void lanes(Block block, int first, double[] into) {
        int lanes = Math.min(LANES, vecs.size() - first);
        for (int lane = 0; lane < lanes; lane++) {
            vecs.get(first + lane).rows(block, rows[lane]);
        }
        if (!isComplete) {
            together(block, lanes);
        }
        if (lanes == LANES) {
            eight(block.rows, into);
        } else {
            for (int lane = 0; lane < lanes; lane++) {
                double[] row = rows[lane];
                for (int i = 0; i < block.rows; i++) {
                    into[codes[i] * LANES + lane] += row[i];
                }
            }
        }
    }

    /** Where one of the two is missing neither counts. */
    private void together(Block block, int lanes) {
        for (int i = 0; i < block.rows; i++) {
            boolean gap = false;
            for (int lane = 0; lane < lanes; lane++) {
                gap |= Double.isNaN(rows[lane][i]);
            }
            if (gap) {
                counts[codes[i]]--;
                codes[i] = 0;
                counts[0]++;
                for (int lane = 0; lane < lanes; lane++) {
                    rows[lane][i] = 0;
                }
            }
        }
    }

    private void eight(int count, double[] into) {
        double[] a = rows[0];
        double[] b = rows[1];
        double[] c = rows[2];
        double[] d = rows[3];
        double[] e = rows[4];
        double[] f = rows[5];
        double[] g = rows[6];
        double[] h = rows[7];
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
