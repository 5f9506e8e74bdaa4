package io.mubiao.testing;

import io.mubiao.value.Quantity;
import io.mubiao.value.Units;

/** The units that tests use. */
public final class TestUnits {
    /** The built-in units and some measure words. */
    public static final Units UNITS = Units.builtIn().with("个", "所", "条", "户", "家", "项", "人次");

    private TestUnits() {}

    /** Reads a quantity in {@link #UNITS}. */
    public static Quantity q(String text) {
        return Quantity.parse(text, UNITS);
    }
}
