package io.mubiao.assess;

import io.mubiao.target.PaceCurve;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The share owed by a day, remembered from one target to the next: most of a register has one curve and one term. */
final class OwedShares {
    private @Nullable Latest latest;

    private record Latest(PaceCurve curve, LocalDate day, Span term, Optional<Rational> share) {}

    /** Threads may overwrite each other's latest answer; each reads a whole record, so none sees a wrong one. */
    Optional<Rational> of(PaceCurve curve, LocalDate day, Span term) {
        Latest before = latest;
        if (before != null && before.curve.equals(curve) && before.day.equals(day) && before.term.equals(term)) {
            return before.share;
        }
        Optional<Rational> share = curve.shareBy(day, term);
        latest = new Latest(curve, day, term, share);
        return share;
    }
}
