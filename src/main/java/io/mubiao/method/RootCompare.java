package io.mubiao.method;

import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;

/** Compares a compound factor with a threshold, exactly. */
final class RootCompare {
    private RootCompare() {}

    /** How a^(1/n) compares with a number, for a ≥ 0. */
    static int compare(Rational a, int n, Enclosure limit) {
        return limit.isExact() && limit.low().signum() >= 0 ? a.compareTo(limit.low().power(n))
                : Enclosure.of(a).root(n).order(limit).orElseThrow();
    }
}
