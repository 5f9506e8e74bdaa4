package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import io.mubiao.value.Quantity;
import java.time.LocalDate;

/** What a change is measured from (基数). Immutable. */
public sealed interface Baseline {
    /** The day of the base. */
    LocalDate on();

    /** A base the register states. */
    record Value(Quantity value, LocalDate on) implements Baseline {
        public Value {
            requireNonNull(value, "value");
            requireNonNull(on, "on");
        }
    }

    /** A base to be taken from the observations of that day. */
    record Observed(LocalDate on) implements Baseline {
        public Observed {
            requireNonNull(on, "on");
        }
    }

    /** A base the register states, as at a day. */
    static Baseline of(Quantity value, LocalDate on) {
        return new Value(value, on);
    }

    /** A base to be taken from the observations of that day. */
    static Baseline observed(LocalDate on) {
        return new Observed(on);
    }
}
