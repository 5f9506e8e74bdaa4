package io.mubiao.scorecard;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.rule.Cite;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many units may have a grade (等次名额): 优秀 at most 30 %, or the first three. Immutable. Of those whose points earn a label
 * the best get it; the others get the next label, as far as that has places.
 *
 * @param most the most units of a label, by label; a label without one has no limit
 * @param of what shares are of
 * @param rounding how a share becomes whole places; empty only where there are no shares
 * @param refill whether the place of a unit that a veto puts lower goes to the next (递补)
 * @param cite where it stands
 */
public record GradeQuota(Map<String, Most> most, Base of, Optional<RoundingMode> rounding, boolean refill, Cite cite) {
    /** What shares are of. */
    public enum Base {
        /** The units that have points, and so a place. */
        RANKED,
        /** All units of the view. */
        ALL
    }

    /**
     * The most units of a label: the smaller of a share and a count.
     *
     * @param share from above 0 to 1; empty for none
     * @param count from 1; empty for none
     */
    public record Most(Optional<Rational> share, OptionalLong count) {
        public Most {
            requireNonNull(share, "share");
            requireNonNull(count, "count");
            boolean bad = share.filter(it -> it.signum() <= 0 || it.compareTo(Rational.ONE) > 0).isPresent()
                    || (count.isPresent() && count.getAsLong() < 1);
            if (bad || (share.isEmpty() && count.isEmpty())) {
                throw new IllegalArgumentException("a quota is a share from above 0 % to 100 %, a number from 1, or both");
            }
        }
    }

    public GradeQuota {
        most = ImmutableMap.copyOf(most);
        requireNonNull(of, "of");
        requireNonNull(rounding, "rounding");
        requireNonNull(cite, "cite");
        if (most.isEmpty()) {
            throw new IllegalArgumentException("a quota needs the most units of at least one label");
        }
        boolean shares = most.values().stream().anyMatch(each -> each.share().isPresent());
        if (shares != rounding.isPresent() || rounding.filter(RoundingMode.UNNECESSARY::equals).isPresent()) {
            throw new IllegalArgumentException(shares
                    ? "shares need round: how they become whole places, such as floor (never more than the share) or half-up"
                    : "round belongs to shares, and there are none");
        }
    }

    /** The whole places of a label; empty where it has no limit. */
    OptionalLong places(String label, long ranked, long all) {
        Most limit = most.get(label);
        if (limit == null) {
            return OptionalLong.empty();
        }
        long ofShare = limit.share().map(share -> share.times(Rational.of(of == Base.RANKED ? ranked : all))
                .round(new Rounding(0, rounding.orElseThrow())).longValueExact()).orElse(Long.MAX_VALUE);
        return OptionalLong.of(Math.min(ofShare, limit.count().orElse(Long.MAX_VALUE)));
    }
}
