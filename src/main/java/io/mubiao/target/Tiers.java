package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import io.mubiao.value.Quantity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Targets that count the same things by size (其中). Declared, never guessed: nested tiers count everything of their
 * size and above ("of which"); disjoint bands count from their own size up to the next one. Immutable.
 *
 * @param id unique in its register
 * @param reading nested or disjoint
 * @param attribute the measured attribute of the events that decides
 * @param tiers the tiers, smallest size first; each size is included
 */
public record Tiers(String id, Reading reading, String attribute, List<Tier> tiers) {
    /** How the tiers relate. */
    public enum Reading {
        /** 其中: 31亿, 12亿, 2亿, 1亿 against 1, 10 and 30亿 count 4, 2, 1. */
        NESTED,
        /** 分档: the same count 2, 1, 1. */
        DISJOINT
    }

    /**
     * One tier.
     *
     * @param target the id of the target that counts it
     * @param from the smallest size, included
     */
    public record Tier(String target, Quantity from) {
        public Tier {
            requireNonNull(target, "target");
            requireNonNull(from, "from");
        }
    }

    public Tiers {
        requireNonNull(id, "id");
        requireNonNull(reading, "reading");
        requireNonNull(attribute, "attribute");
        tiers = List.copyOf(tiers);
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).from().compareAmount(tiers.get(i - 1).from()) <= 0) {
                throw new IllegalArgumentException("tiers of '" + id + "' must have rising sizes and not overlap, got "
                        + tiers.get(i - 1).from() + " then " + tiers.get(i).from());
            }
        }
    }

    /** The smallest size, included, that a target's tier counts. */
    public Optional<Quantity> from(String target) {
        return tiers.stream().filter(tier -> tier.target().equals(target)).map(Tier::from).findFirst();
    }

    /** The size, excluded, up to which a target's tier counts; empty if there is no limit. */
    public Optional<Quantity> below(String target) {
        if (from(target).isEmpty()) {
            return Optional.empty();
        }
        @Nullable Quantity next = null;
        for (int i = tiers.size() - 1; i >= 0; i--) {
            if (tiers.get(i).target().equals(target)) {
                break;
            }
            next = tiers.get(i).from();
        }
        return reading == Reading.NESTED ? Optional.empty() : Optional.ofNullable(next);
    }
}
