package io.mubiao.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.ArbitraryBounds;
import io.mubiao.testing.ArbitraryValues;
import io.mubiao.testing.TestUnits;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BoundPropertyTest {
    @Provide
    Arbitrary<Bound> bounds() {
        return ArbitraryBounds.bounds();
    }

    @Provide
    Arbitrary<Quantity> areas() {
        return ArbitraryValues.quantities(ArbitraryValues.areas());
    }

    @Provide
    Arbitrary<Unit> areaUnits() {
        return ArbitraryValues.areas();
    }

    @Provide
    Arbitrary<String> text() {
        return ArbitraryValues.textNearQuantities();
    }

    @Property
    void whatIsPrintedIsReadBack(@ForAll("bounds") Bound bound) {
        Bound read = Bound.parse(bound.toString(), TestUnits.UNITS);
        assertEquals(bound, read);
        assertEquals(bound.toString(), read.toString());
    }

    @Property(tries = 1000)
    void anyTextIsABoundOrAnIllegalArgument(@ForAll("text") String text) {
        try {
            assertTrue(Bound.parse(text, TestUnits.UNITS).toString().length() > 0);
        } catch (IllegalArgumentException e) {
            assertEquals(IllegalArgumentException.class, e.getClass());
        }
    }

    @Property
    void theUnitOfTheAmountDoesNotMatter(@ForAll("areas") Quantity limit, @ForAll("areas") Quantity amount,
            @ForAll("areaUnits") Unit unit, @ForAll Comparison comparator) {
        Bound bound = new Bound.Limit(comparator, Stated.of(limit));
        assertEquals(bound.accepts(amount), bound.accepts(amount.in(unit)));
        assertEquals(bound.accepts(amount), new Bound.Limit(comparator, Stated.of(limit.in(unit))).accepts(amount));
    }

    @Property
    void strictLimitsAreTheComplementsOfInclusiveOnes(
            @ForAll("areas") Quantity limit, @ForAll("areas") Quantity amount) {
        assertEquals(Bound.atLeast(limit).accepts(amount), !Bound.lessThan(limit).accepts(amount));
        assertEquals(Bound.atMost(limit).accepts(amount), !Bound.moreThan(limit).accepts(amount));
        assertEquals(Bound.exactly(limit).accepts(amount),
                Bound.atLeast(limit).accepts(amount) && Bound.atMost(limit).accepts(amount));
        assertEquals(Bound.bare(limit).accepts(amount), Bound.atLeast(limit).accepts(amount));
    }

    @Property
    void anAmountIsAlwaysAboutItself(@ForAll("areas") Quantity value, @ForAll("areas") Quantity tolerance) {
        Quantity wide = Quantity.of(tolerance.amount().abs(), tolerance.unit());
        Bound about = Bound.about(value, wide);
        assertTrue(about.accepts(value) && about.accepts(value.plus(wide)) && about.accepts(value.minus(wide)));
    }
}
