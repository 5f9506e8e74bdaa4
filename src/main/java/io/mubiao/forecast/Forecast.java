package io.mubiao.forecast;

import static java.util.Objects.requireNonNull;

import io.mubiao.assess.Verdict;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What will be by the deadline (期末预测). Sealed and immutable: {@link Likely} with a probability, {@link Heading} with a
 * point alone, {@link Known} where it is a fact already, {@link CannotSay} with the reason.
 */
public sealed interface Forecast {
    /** The probability of meeting the target, six digits, half up; of a fact 1 or 0. */
    default Optional<BigDecimal> probability() {
        return Optional.empty();
    }

    /** The interval of the result at the deadline. */
    default Optional<PredictionInterval> interval() {
        return Optional.empty();
    }

    /** The result at the deadline that is to be expected. */
    default Optional<Quantity> expected() {
        return Optional.empty();
    }

    /** How it was forecast; empty of facts and where nothing can be said. */
    default Optional<Method> method() {
        return Optional.empty();
    }

    /** What it was made from. */
    default Optional<Workings> workings() {
        return Optional.empty();
    }

    /** Why nothing can be said. */
    default Optional<CannotSay> cannotSay() {
        return Optional.empty();
    }

    /**
     * A probability with an interval.
     *
     * @param by the method
     * @param chance the probability of meeting the target
     * @param within the interval of the result at the deadline
     * @param about the result to be expected
     * @param from what it was made from
     */
    record Likely(Method by, BigDecimal chance, PredictionInterval within, Quantity about, Workings from) implements Forecast {
        public Likely {
            requireNonNull(by, "by");
            requireNonNull(within, "within");
            requireNonNull(about, "about");
            requireNonNull(from, "from");
            if (chance.signum() < 0 || chance.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("chance must be from 0 to 1, got " + chance);
            }
        }

        @Override
        public Optional<BigDecimal> probability() {
            return Optional.of(chance);
        }

        @Override
        public Optional<PredictionInterval> interval() {
            return Optional.of(within);
        }

        @Override
        public Optional<Quantity> expected() {
            return Optional.of(about);
        }

        @Override
        public Optional<Method> method() {
            return Optional.of(by);
        }

        @Override
        public Optional<Workings> workings() {
            return Optional.of(from);
        }

        @Override
        public String toString() {
            return Characters.shown(by + " P = " + chance + ", " + within);
        }
    }

    /**
     * A point alone: what the present pace leads to, without a probability.
     *
     * @param by the method
     * @param to the result it leads to; empty where it leads to a day ({@link Workings#finish})
     * @param reaches whether that meets the target
     * @param from what it was made from
     */
    record Heading(Method by, Optional<Quantity> to, boolean reaches, Workings from) implements Forecast {
        public Heading {
            requireNonNull(by, "by");
            requireNonNull(to, "to");
            requireNonNull(from, "from");
        }

        @Override
        public Optional<Quantity> expected() {
            return to;
        }

        @Override
        public Optional<Method> method() {
            return Optional.of(by);
        }

        @Override
        public Optional<Workings> workings() {
            return Optional.of(from);
        }

        @Override
        public String toString() {
            return Characters.shown(by + " " + to.map(Object::toString).orElseGet(() -> from.finish().map(Object::toString).orElse(""))
                    + (reaches ? ", enough" : ", not enough"));
        }
    }

    /**
     * No forecast but a fact: met for good, never to be met any more, missed, breached, or no time left.
     *
     * @param met whether the target is met
     * @param verdict the verdict that says so
     * @param settled whether later facts can no longer change it
     */
    record Known(boolean met, Verdict verdict, boolean settled) implements Forecast {
        public Known {
            requireNonNull(verdict, "verdict");
        }

        @Override
        public Optional<BigDecimal> probability() {
            return Optional.of(met ? BigDecimal.ONE : BigDecimal.ZERO);
        }

        @Override
        public String toString() {
            return Characters.shown(verdict + (settled ? ", settled" : ""));
        }
    }

    /**
     * Nothing can be said.
     *
     * @param why the reason
     * @param detail numbers, dates or the assessment's own reason; may be empty
     */
    record CannotSay(NoForecast why, String detail) implements Forecast {
        public CannotSay {
            requireNonNull(why, "why");
            requireNonNull(detail, "detail");
        }

        @Override
        public Optional<CannotSay> cannotSay() {
            return Optional.of(this);
        }

        @Override
        public String toString() {
            return Characters.shown("cannot say: " + why + (detail.isEmpty() ? "" : " (" + detail + ")"));
        }
    }
}
