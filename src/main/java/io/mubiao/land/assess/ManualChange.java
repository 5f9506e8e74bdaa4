package io.mubiao.land.assess;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A class given by a person (手动调档). Immutable, and serializable.
 *
 * @param enterprise the id
 * @param to the class
 * @param reason why; must not be blank
 * @param by who decided; must not be blank
 */
public record ManualChange(String enterprise, String to, String reason, String by) implements Serializable {
    public ManualChange {
        requireNonNull(enterprise, "enterprise");
        requireNonNull(to, "to");
        if (reason.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("a manual change of '" + enterprise + "' needs a reason and an author, got '"
                    + reason + "' and '" + by + "'");
        }
    }
}
