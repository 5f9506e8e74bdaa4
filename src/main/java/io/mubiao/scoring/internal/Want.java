package io.mubiao.scoring.internal;

import io.mubiao.formula.Symbol;
import io.mubiao.scoring.RuleInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a compiled rule needs to know of an item. Immutable.
 *
 * @param about what of the input
 * @param input the input; empty for the item's full points
 * @param symbol its name and slot
 */
record Want(About about, Optional<RuleInput> input, Symbol symbol) {
    /** What of an input. */
    enum About {
        /** The item's full points. */
        FULL_POINTS,
        /** The input itself. */
        SELF,
        /** The lowest of the peers. */
        LOWEST,
        /** The highest of the peers. */
        HIGHEST,
        /** The mean of the peers. */
        MEAN,
        /** The place among the peers. */
        PLACE,
        /** How many peers have it. */
        PEERS,
        /** The input in the period before. */
        PRIOR,
        /** For how many periods up to now the flag has held. */
        IN_A_ROW;

        /** Whether it depends on other items. */
        boolean ofPeers() {
            return this == LOWEST || this == HIGHEST || this == MEAN || this == PLACE || this == PEERS;
        }

        /** Whether it depends on earlier periods. */
        boolean ofHistory() {
            return this == PRIOR || this == IN_A_ROW;
        }

        /** The functions of formulas. */
        static List<String> functions() {
            return Arrays.stream(values()).filter(it -> it != FULL_POINTS && it != SELF).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
        }

        /** The functions that depend on other items. */
        static List<String> ofPeersFunctions() {
            return Arrays.stream(values()).filter(About::ofPeers).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
        }

        /** The function of formulas with this name, if there is one. */
        static Optional<About> function(String name) {
            for (About about : values()) {
                if (about != FULL_POINTS && about != SELF && about.name().equalsIgnoreCase(name)) {
                    return Optional.of(about);
                }
            }
            return Optional.empty();
        }
    }
}
