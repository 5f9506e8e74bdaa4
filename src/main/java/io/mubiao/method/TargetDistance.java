package io.mubiao.method;

import io.mubiao.formula.Formula;
import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * OECD distance to target: how many standard deviations of the peers are missing.
 *
 * <p>Formula: max(0, target − value) ÷ sd(peers); where less is better max(0, value − target) ÷ sd. Worked: target 10, value
 * 4, peers 2, 4, 4, 4, 5, 5, 7, 9 (sd 2 over all of them) is 3.
 *
 * <p>Edge cases: reached and overshot are 0; fewer than two peers or peers that are all alike are no answer. Which standard
 * deviation the OECD takes is unverified, so {@link Spread} is the caller's, as is the peer set. The root is enclosed.
 *
 * <p>Source: oecd-ilibrary 3bfcabf2 (outline).
 */
public final class TargetDistance {
    private TargetDistance() {}

    /** The standard deviation; of 1 and 3 it is 1 or the root of 2. */
    public enum Spread {
        /** Over all peers, divided by their number. */
        WHOLE,
        /** Of a sample, divided by one less. */
        SAMPLE
    }

    /** The distance. */
    public static Figure of(Quantity value, Quantity target, List<Quantity> peers, Direction direction, Spread spread) {
        if (direction == Direction.TWO_SIDED) {
            return Figure.none("distance", NoAnswer.TWO_SIDED, target.toString());
        }
        if (peers.size() < 2) {
            return Figure.none("distance", NoAnswer.TOO_FEW_POINTS, peers.size() + " of 2 peers");
        }
        if (peers.stream().allMatch(peer -> peer.compareAmount(peers.get(0)) == 0)) {
            return Figure.none("distance", NoAnswer.NO_SPREAD, peers.get(0).toString());
        }
        Unit unit = target.unit();
        FigureWorkings work = new FigureWorkings().with("x", "value", plain(value, unit)).with("target", "target", plain(target, unit));
        List<Formula> sum = new ArrayList<>();
        List<Formula> squares = new ArrayList<>();
        for (int i = 0; i < peers.size(); i++) {
            work.with("p" + i, "peer", plain(peers.get(i), unit));
            sum.add(Formula.name("p" + i));
            squares.add(Formula.parse("(p" + i + " - mean) * (p" + i + " - mean)"));
        }
        work.work("mean", "mean of the peers", Formula.call("/", FigureWorkings.sum(sum), number(peers.size())), null);
        work.work("variance", "variance of the peers", Formula.call("/", FigureWorkings.sum(squares),
                number(spread == Spread.WHOLE ? peers.size() : peers.size() - 1)), null);
        // The language has a root only inside a yearly rate: the rate of the variance over two years, and one.
        work.work("sd", "standard deviation of the peers", "cagr(variance, 1, 2) + 1");
        return work.work("distance", "distance to the target", direction == Direction.HIGHER_IS_BETTER
                ? "max(0, target - x) / sd" : "max(0, x - target) / sd");
    }

    private static Rational plain(Quantity value, Unit unit) {
        return value.in(unit).amount();
    }

    private static Formula number(int count) {
        return Formula.of(Rational.of(count));
    }
}
