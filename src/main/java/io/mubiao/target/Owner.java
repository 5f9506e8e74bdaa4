package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import java.util.List;

/**
 * Who answers for a target (责任主体, "1+1+N"). Immutable.
 *
 * @param leadOfficial the leading official (牵头领导); empty if not named
 * @param leadUnit the lead unit (牵头单位); empty if not named
 * @param cooperating the cooperating units (配合单位)
 */
public record Owner(String leadOfficial, String leadUnit, List<String> cooperating) {
    /** Nobody is named. */
    public static final Owner NONE = new Owner("", "", List.of());

    public Owner {
        requireNonNull(leadOfficial, "leadOfficial");
        requireNonNull(leadUnit, "leadUnit");
        cooperating = List.copyOf(cooperating);
    }

    /** Whether anybody answers for it. */
    public boolean isNamed() {
        return !leadOfficial.isEmpty() || !leadUnit.isEmpty();
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
