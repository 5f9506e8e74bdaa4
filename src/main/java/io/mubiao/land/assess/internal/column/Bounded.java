package io.mubiao.land.assess.internal.column;

/** The rows of something held between two fixed limits: a score with its cap and floor. */
final class Bounded extends Vec {
    private final Vec of;
    private final double floor;
    private final double cap;

    private Bounded(Vec of, double floor, double cap, double low, double high, double rel, double abs) {
        super(of.factor, low, high, rel, abs, false);
        this.of = of;
        this.floor = floor;
        this.cap = cap;
    }

    /**
     * The smaller (or larger) of rows and a fixed number, both with factor 1. To hold moves no two numbers further apart,
     * so only the error of the limit itself is added. Who is never below zero is not held above it, nor twice where once
     * does both.
     */
    static Vec of(Vec of, double limit, boolean max) {
        if (max && limit <= 0 && of.low >= 0) {
            return of;
        }
        double low = max ? Math.max(of.low, limit) : Math.min(of.low, limit);
        double high = max ? Math.max(of.high, limit) : Math.min(of.high, limit);
        double rel = of.rel * ROOM;
        double abs = of.abs * ROOM + 2 * U * Math.abs(limit);
        if (of instanceof Bounded it && (max ? it.floor == Double.NEGATIVE_INFINITY && limit <= it.cap
                : it.cap == Double.POSITIVE_INFINITY && limit >= it.floor)) {
            return new Bounded(it.of, max ? limit : it.floor, max ? it.cap : limit, low, high, rel, abs);
        }
        return new Bounded(of, max ? limit : Double.NEGATIVE_INFINITY, max ? Double.POSITIVE_INFINITY : limit, low, high,
                rel, abs);
    }

    @Override
    boolean isSame(Block one, Block other) {
        int side = side(one);
        return side != 0 ? side == side(other) : of.isSame(one, other);
    }

    @Override
    void errors(Block block, double[] rows, double[] into) {
        double[] own = block.take();
        of.errors(block, of.shared(block, own), into);
        block.give(own);
        for (int i = 0; i < block.rows; i++) {
            into[i] = (into[i] + 2 * U * Math.abs(rows[i])) * ROOM;
        }
    }

    @Override
    boolean isFixed(Block one) {
        int side = side(one);
        double limit = side > 0 ? cap : floor;
        return side != 0 && Math.abs(limit) < 0x1p30 && limit * 0x1p16 == Math.rint(limit * 0x1p16);
    }

    /** 1 where the one row of a block surely is at the cap or above, −1 at the floor or below, else 0. */
    private int side(Block block) {
        double x = of.row(block);
        double error = (Math.abs(x) * of.rel + of.abs) * 2;
        return x + error <= floor ? -1 : x - error >= cap ? 1 : 0;
    }

    @Override
    void rows(Block block, double[] into) {
        of.rows(block, into);
        double low = floor;
        double high = cap;
        for (int i = 0; i < block.rows; i++) {
            into[i] = Math.min(Math.max(into[i], low), high);
        }
    }

    @Override
    void addTo(Block block, double[] sum) {
        if (of instanceof Quotient quotient) {
            quotient.addHeld(block, sum, floor, cap);
            return;
        }
        double[] own = block.take();
        add(of.shared(block, own), sum, floor, cap, block.rows);
        block.give(own);
    }

    static void add(double[] rows, double[] sum, double low, double high, int count) {
        for (int i = 0; i < count; i++) {
            sum[i] += Math.min(Math.max(rows[i], low), high);
        }
    }
}
