package io.mubiao.scorecard;

import com.google.common.collect.ImmutableMap;
import io.mubiao.target.Owner;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How lead and cooperating units share the credit of a target (牵头与配合单位计分比例). Immutable. The shares of one target
 * sum to one, so nothing is counted twice.
 *
 * @param lead the share of the lead unit where there are cooperating units; alone it has all
 * @param byTarget declared shares by target and unit; take precedence
 */
public record Credit(Rational lead, Map<String, Map<String, Rational>> byTarget) {
    /** The lead unit has all. */
    public static final Credit LEAD_ALONE = new Credit(Rational.ONE, Map.of());

    public Credit {
        if (lead.signum() < 0 || lead.compareTo(Rational.ONE) > 0) {
            throw new IllegalArgumentException("the lead unit's share must be from 0 % to 100 %, got " + lead);
        }
        ImmutableMap.Builder<String, Map<String, Rational>> copies = ImmutableMap.builder();
        byTarget.forEach((target, shares) -> {
            Rational sum = Rational.sum(shares.values());
            boolean negative = shares.values().stream().anyMatch(share -> share.signum() < 0);
            if (negative || !sum.equals(Rational.ONE)) {
                throw new IllegalArgumentException("the credit shares of '" + target + "' must be at least 0 and sum to "
                        + "100 %, got " + shares);
            }
            copies.put(target, ImmutableMap.copyOf(shares));
        });
        byTarget = copies.build();
    }

    /** The share of each unit; units with no share are left out. */
    Map<String, Rational> shares(String target, Owner owner) {
        Map<String, Rational> declared = byTarget.get(target);
        if (declared != null) {
            Map<String, Rational> shares = new LinkedHashMap<>(declared);
            shares.values().removeIf(share -> share.signum() == 0);
            return shares;
        }
        List<String> others = owner.cooperating().stream().filter(unit -> !unit.equals(owner.leadUnit())).distinct().toList();
        Map<String, Rational> shares = new LinkedHashMap<>();
        boolean led = !owner.leadUnit().isEmpty();
        Rational leads = !led ? Rational.ZERO : others.isEmpty() ? Rational.ONE : lead;
        if (leads.signum() > 0) {
            shares.put(owner.leadUnit(), leads);
        }
        Rational rest = Rational.ONE.minus(leads);
        if (!others.isEmpty() && rest.signum() > 0) {
            others.forEach(unit -> shares.put(unit, rest.dividedBy(Rational.of(others.size()))));
        }
        return shares;
    }
}
