package io.mubiao.forecast.internal;

import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a bound accepts: everything between two ends, either of which may be missing. */
public record Accepted(@Nullable Quantity low, boolean lowIncluded, @Nullable Quantity high, boolean highIncluded) {
    private static final Rational FAR = Rational.of(Long.MAX_VALUE / 4);
    private static final Rounding FLOOR = new Rounding(0, RoundingMode.FLOOR);

    /** Of a bound without a hole. */
    public static Accepted of(Bound bound) {
        if (bound instanceof Bound.Range range) {
            return new Accepted(range.low(), range.lowIncluded(), range.high(), range.highIncluded());
        }
        Quantity value = bound.reference().orElseThrow();
        if (bound instanceof Bound.About about) {
            return new Accepted(about.direction() == Direction.LOWER_IS_BETTER ? null : about.low(), true,
                    about.direction() == Direction.HIGHER_IS_BETTER ? null : about.high(), true);
        }
        return switch (((Bound.Limit) bound).comparator()) {
            case BARE, AT_LEAST -> new Accepted(value, true, null, true);
            case MORE_THAN -> new Accepted(value, false, null, true);
            case AT_MOST -> new Accepted(null, true, value, true);
            case LESS_THAN -> new Accepted(null, true, value, false);
            case EXACTLY -> new Accepted(value, true, value, true);
        };
    }

    /** The least whole number of units accepted. */
    public long least(Unit unit) {
        return low == null ? 0 : least(low.in(unit).amount());
    }

    /** The greatest whole number of units accepted; {@link Long#MAX_VALUE} where there is none. */
    public long most(Unit unit) {
        return high == null ? Long.MAX_VALUE : most(high.in(unit).amount());
    }

    /** The least whole number k whose share (done + k) ÷ of is accepted. */
    public long least(long done, long of) {
        return low == null ? 0 : least(low.asShare().times(of).minus(Rational.of(done)));
    }

    /** The greatest whole number k whose share (done + k) ÷ of is accepted. */
    public long most(long done, long of) {
        return high == null ? Long.MAX_VALUE : most(high.asShare().times(of).minus(Rational.of(done)));
    }

    private long least(Rational end) {
        long floor = floor(end);
        boolean whole = end.equals(Rational.of(floor));
        return whole && lowIncluded ? floor : floor + 1;
    }

    private long most(Rational end) {
        long floor = floor(end);
        boolean whole = end.equals(Rational.of(floor));
        return whole && !highIncluded ? floor - 1 : floor;
    }

    private static long floor(Rational end) {
        return end.max(FAR.negate()).min(FAR).round(FLOOR).longValueExact();
    }
}
