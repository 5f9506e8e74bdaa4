package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.testing.ArbitraryValues;
import io.mubiao.testing.TestUnits;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuantityPropertyTest {
    @Provide
    Arbitrary<Quantity> quantities() {
        return ArbitraryValues.quantities();
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
    void whatIsPrintedIsReadBackAsWritten(@ForAll("quantities") Quantity quantity) {
        Quantity read = TestUnits.q(quantity.toString());
        assertEquals(quantity, read);
        assertEquals(quantity.toString(), read.toString());
    }

    @Property
    void conversionLosesNothing(@ForAll("areas") Quantity area, @ForAll("areaUnits") Unit unit) {
        assertEquals(area, area.in(unit).in(area.unit()));
    }

    @Property
    void comparisonDoesNotDependOnTheUnit(@ForAll("areas") Quantity a, @ForAll("areas") Quantity b,
            @ForAll("areaUnits") Unit one, @ForAll("areaUnits") Unit other) {
        int order = Integer.signum(a.compareAmount(b));
        assertEquals(order, Integer.signum(a.in(one).compareAmount(b.in(other))));
        assertEquals(-order, Integer.signum(b.compareAmount(a)));
        assertEquals(order, a.minus(b).amount().signum());
        assertEquals(0, a.compareAmount(a.in(one)));
    }

    @Property
    void sumsDoNotDependOnTheUnit(
            @ForAll("areas") Quantity a, @ForAll("areas") Quantity b, @ForAll("areaUnits") Unit unit) {
        assertEquals(a.plus(b).in(unit), a.in(unit).plus(b));
        assertEquals(a, a.plus(b).minus(b));
    }

    @Property
    void whatDoesNotConvertIsRefusedByEveryOperation(
            @ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
        Assume.that(!a.unit().isCompatibleWith(b.unit()));
        assertThrows(IllegalArgumentException.class, () -> a.plus(b));
        assertThrows(IllegalArgumentException.class, () -> a.minus(b));
        assertThrows(IllegalArgumentException.class, () -> a.compareAmount(b));
        assertThrows(IllegalArgumentException.class, () -> a.ratioTo(b));
        assertThrows(IllegalArgumentException.class, () -> a.in(b.unit()));
    }

    @Property(tries = 1000)
    void anyTextIsAQuantityThatIsReadBackOrAnIllegalArgument(@ForAll("text") String text) {
        Quantity read;
        try {
            read = TestUnits.q(text);
        } catch (IllegalArgumentException e) {
            assertEquals(IllegalArgumentException.class, e.getClass());
            return;
        }
        assertEquals(read, TestUnits.q(read.toString()));
    }

    @Property
    void anyTextIsANumberThatIsReadBackOrAnIllegalArgument(@ForAll("text") String text) {
        Rational read;
        try {
            read = Rational.parse(text);
        } catch (IllegalArgumentException e) {
            assertEquals(IllegalArgumentException.class, e.getClass());
            return;
        }
        assertEquals(read, Rational.parse(read.toString()));
    }
}
