package io.mubiao.land.assess;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.land.Consequence;
import io.mubiao.land.assess.internal.Shown;
import io.mubiao.text.internal.Characters;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * What a class costs or brings one enterprise (差别化政策金额). Immutable.
 *
 * @param consequence the part of the rule it follows from
 * @param className the class
 * @param years how many consecutive years in that class, this one included
 * @param rate the rate by class and years; empty where it does not hold
 * @param otherRate the other rate it meets, where the rule stacks; empty otherwise
 * @param base what the rate is applied to; empty where it is missing
 * @param amount the money; empty where it cannot be said or does not hold
 * @param why why there is no amount; else empty
 * @param test the test that gave the rate, where rates do not go by class; empty otherwise, and of the case for all others
 * @param operands what the test uses
 */
public record Charge(Consequence consequence, String className, int years, Optional<Quantity> rate,
        Optional<Quantity> otherRate, Optional<Quantity> base, Optional<Quantity> amount, Optional<Why> why,
        Optional<Formula> test, List<Trace> operands) {
    /**
     * Whether a consequence that has a rate for a class is applied, and what its rate comes of (适用条件和费率由来).
     *
     * @param consequence the part of the rule
     * @param className the class; empty where consequences go by tests alone or the class lacks
     * @param concerned whether the condition holds; empty where nobody can tell
     * @param test the condition, with the parameters' numbers; where rates go by tests and none holds, these too; empty where it
     *     concerns all
     * @param rest the tests none of which holds, where the rate is that for all others; empty otherwise
     * @param operands what the condition and those tests use
     * @param fraction the share of another class's rate that its own is; empty where it is a rate of its own
     * @param otherRate the other rate it meets, where the rule stacks; empty otherwise
     * @param earlier the classes of earlier years that make the number of years, last year's first, an empty text for a year without one,
     *     none where no class of an earlier year is known; empty where the rate is the same every year
     */
    public record Ground(Consequence consequence, String className, Optional<Boolean> concerned, Optional<Formula> test,
            Optional<Formula> rest, List<Trace> operands, Optional<Fraction> fraction, Optional<Trace.Worked> otherRate, Optional<List<String>> earlier) {
        public Ground {
            requireNonNull(consequence, "consequence");
            requireNonNull(className, "className");
            requireNonNull(concerned, "concerned");
            requireNonNull(test, "test");
            requireNonNull(rest, "rest");
            operands = List.copyOf(operands);
            requireNonNull(fraction, "fraction");
            requireNonNull(otherRate, "otherRate");
            earlier = earlier.map(List::copyOf);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /**
     * A rate that is a share of another class's.
     *
     * @param share the share, with the parameters' numbers
     * @param className the other class
     * @param rate its rate in the same year
     */
    public record Fraction(Formula share, String className, Quantity rate) {
        public Fraction {
            requireNonNull(share, "share");
            requireNonNull(className, "className");
            requireNonNull(rate, "rate");
        }
    }

    public Charge {
        requireNonNull(consequence, "consequence");
        requireNonNull(className, "className");
        requireNonNull(rate, "rate");
        requireNonNull(otherRate, "otherRate");
        requireNonNull(base, "base");
        requireNonNull(amount, "amount");
        requireNonNull(why, "why");
        requireNonNull(test, "test");
        operands = List.copyOf(operands);
    }

    /** Why there is no amount, in English; else empty. */
    public String reason() {
        return why.map(Why::toString).orElse("");
    }

    @Override
    public String toString() {
        String by = consequence.cases().isEmpty() ? className + " for " + years : test.map(Formula::toString).orElse("others");
        return Characters.shown(consequence.id() + " (" + consequence.kind() + "), " + by + ": "
                + amount.map(Shown::number).orElse("none, " + reason()));
    }
}
