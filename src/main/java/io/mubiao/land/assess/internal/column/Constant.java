package io.mubiao.land.assess.internal.column;

import io.mubiao.value.Rational;

/** A fixed number, exact: its size is the factor, its sign every row. */
final class Constant extends Vec {
    final Rational number;

    Constant(Rational number) {
        super(number.signum() == 0 ? Rational.ONE : number.abs(), number.signum(), number.signum(), 0, 0, true);
        this.number = number;
    }

    @Override
    void rows(Block block, double[] into) {
        java.util.Arrays.fill(into, 0, block.rows, low);
    }

    @Override
    void addTo(Block block, double[] sum) {
        for (int i = 0; i < block.rows; i++) {
            sum[i] += low;
        }
    }
}
