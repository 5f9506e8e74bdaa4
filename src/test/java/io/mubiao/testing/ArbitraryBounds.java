package io.mubiao.testing;

import io.mubiao.target.Bound;
import io.mubiao.target.Comparison;
import io.mubiao.target.Direction;
import io.mubiao.target.Stated;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random bounds. */
public final class ArbitraryBounds {
    private ArbitraryBounds() {}

    /** Bounds of every kind, with and without holes. */
    public static Arbitrary<Bound> bounds() {
        return Arbitraries.oneOf(limits(ArbitraryValues.quantities().map(Stated::of)), limits(holes()), ranges(),
                abouts());
    }

    private static Arbitrary<Stated<Quantity>> holes() {
        return Arbitraries.of("", "严控", "常态化", "合理", "另行下达", "与上年持平", "较快增长", "a b", "1", "62 个", "[1, 2]")
                .map(Stated::open);
    }

    private static Arbitrary<Bound> limits(Arbitrary<Stated<Quantity>> limits) {
        return Combinators.combine(Arbitraries.of(Comparison.values()), limits).as(Bound.Limit::new);
    }

    private static Arbitrary<Bound> ranges() {
        return Combinators.combine(ArbitraryValues.quantities(), ArbitraryValues.rationals(),
                        Arbitraries.of(true, false), Arbitraries.of(true, false))
                .filter((low, width, from, to) -> width.signum() != 0)
                .as((low, width, from, to) -> new Bound.Range(low, from,
                        low.plus(Quantity.of(width.abs(), low.unit())), to));
    }

    private static Arbitrary<Bound> abouts() {
        Arbitrary<Bound> tolerant = Combinators.combine(ArbitraryValues.quantities(), ArbitraryValues.rationals())
                .as((value, width) -> Bound.about(value, Quantity.of(width.abs(), value.unit())));
        Arbitrary<Bound> plain = ArbitraryValues.quantities().map(value -> Bound.about(value, Direction.LOWER_IS_BETTER));
        Arbitrary<Bound> open = holes().map(hole -> new Bound.About(hole, Optional.empty(), Direction.TWO_SIDED));
        Arbitrary<Bound> both = holes().map(hole -> new Bound.About(hole,
                Optional.of(Quantity.of(Rational.of(1, 5), TestUnits.UNITS.get("%"))), Direction.TWO_SIDED));
        return Arbitraries.oneOf(tolerant, plain, open, both);
    }
}
