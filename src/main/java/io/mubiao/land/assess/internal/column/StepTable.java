package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.internal.Num;
import io.mubiao.value.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Points by steps: those of the last threshold that is reached; NaN where a threshold is too near to tell. */
final class StepTable extends Vec {
    private static final double LARGEST = 0x1p52;

    private final List<Truths> below;
    private final double[] points;

    private StepTable(Rational unit, List<Truths> below, double[] points) {
        super(unit, java.util.Arrays.stream(points).min().orElse(0), java.util.Arrays.stream(points).max().orElse(0), 0, 0, true);
        this.below = below;
        this.points = points;
    }

    /** @throws VecCompiler.Unfit if the points have no short common denominator */
    static Vec of(Vec of, Num.Steps steps) {
        BigInteger denominator = BigInteger.ONE;
        for (Rational point : steps.points()) {
            denominator = denominator.divide(denominator.gcd(point.denominator())).multiply(point.denominator());
        }
        Rational unit = Rational.of(BigInteger.ONE, denominator);
        double[] points = new double[steps.points().size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = steps.points().get(i).dividedBy(unit).numerator().doubleValue();
            if (!(Math.abs(points[i]) <= LARGEST)) {
                throw new VecCompiler.Unfit();
            }
        }
        List<Truths> below = new ArrayList<>();
        for (Rational from : steps.from()) {
            below.add(Truths.isBelowZero(Factors.difference(of, new Constant(from)), false));
        }
        return new StepTable(unit, below, points);
    }

    @Override
    void rows(Block block, double[] into) {
        java.util.Arrays.fill(into, 0, block.rows, points[points.length - 1]);
        Truths.Bits isBelow = block.takeBits();
        for (int k = below.size() - 1; k >= 0; k--) {
            below.get(k).rows(block, isBelow);
            for (int w = 0; w < block.words(); w++) {
                for (long some = isBelow.yes[w] | isBelow.open[w]; some != 0; some &= some - 1) {
                    int i = w * Long.SIZE + Long.numberOfTrailingZeros(some);
                    into[i] = (isBelow.yes[w] >>> i & 1) == 1 ? points[k] : Double.NaN;
                }
            }
        }
        block.giveBits(isBelow);
    }
}
