package io.mubiao.observe;

import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.List;

/** What the lanes of one unit sum up to; asked again it looks only at those that changed. */
final class UnitSum {
    final Unit unit;
    int lanes;
    long counted;
    private Rational total = Rational.ZERO;
    private final List<LaneScan> touched = new ArrayList<>(1);

    UnitSum(Unit unit) {
        this.unit = unit;
    }

    void touch(LaneScan scan) {
        if (!scan.touched) {
            scan.touched = true;
            touched.add(scan);
        }
    }

    Rational total() {
        if (lanes == 1 && touched.size() == 1) {
            return touched.get(0).total();
        }
        if (!touched.isEmpty()) {
            List<Rational> parts = new ArrayList<>(2 * touched.size() + 1);
            parts.add(total);
            for (LaneScan scan : touched) {
                Rational now = scan.total();
                parts.add(now);
                parts.add(scan.given.negate());
                scan.given = now;
                scan.touched = false;
            }
            touched.clear();
            total = Rational.sum(parts);
        }
        return total;
    }
}
