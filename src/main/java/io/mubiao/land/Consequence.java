package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.text.internal.Characters;
import io.mubiao.time.Span;
import io.mubiao.value.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a class costs or brings (差别化政策): rate × base, by class and by consecutive years in it. Immutable.
 *
 * @param id its name
 * @param title its name for people
 * @param kind whether it is paid or received
 * @param base what the rate is applied to: energy, tax due, water
 * @param rateUnit the unit of the rates: 元/kWh, %
 * @param rates by class, the rates of the first, second … consecutive year; the last holds for all later ones
 * @param cases rates by tests, whatever the class; the first whose test holds; empty where rates go by class
 * @param fractions by class, a share of the rate of another class
 * @param stacking how the rate meets another one the enterprise already pays; empty if it does not
 * @param when whom it concerns; everybody if empty
 * @param valid when it holds; empty if nothing is said
 * @param trial whether it binds nobody yet: a draft, a trial year
 * @param unit the unit of the result, such as 元
 * @param cite where it stands
 */
public record Consequence(String id, String title, Kind kind, Formula base, Unit rateUnit,
        Map<String, List<Formula>> rates, List<Case> cases, Map<String, Fraction> fractions, Optional<Stacking> stacking,
        Optional<Formula> when, Optional<Span> valid, boolean trial, Unit unit, Cite cite) {
    /** Which way the money goes. */
    public enum Kind {
        /** Paid on top (加价). */
        SURCHARGE,
        /** Not paid (减免). */
        RELIEF,
        /** Paid back (返还). */
        REBATE
    }

    /**
     * A rate that a test gives (按条件或档次，不按类别).
     *
     * @param when whom it concerns; all others if empty
     * @param rate the rate
     */
    public record Case(Optional<Formula> when, Formula rate) {
        public Case {
            requireNonNull(when, "when");
            requireNonNull(rate, "rate");
        }
    }

    /** A share of another class's rate in the same year. */
    public record Fraction(Formula share, String of) {
        public Fraction {
            requireNonNull(share, "share");
            requireNonNull(of, "of");
        }
    }

    /** The larger of the two rates, or their sum. */
    public record Stacking(boolean max, Formula otherRate) {
        public Stacking {
            requireNonNull(otherRate, "otherRate");
        }
    }

    /** This as a rule with a validity and a trial flag of its own is cited by another. */
    public Consequence withSourcesOf(EvaluationRule rule) {
        return new Consequence(id, title, kind, base, rateUnit, rates, cases, fractions, stacking, when,
                valid.isPresent() ? valid : rule.valid(), trial || rule.trial(), unit, cite);
    }

    public Consequence {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(kind, "kind");
        requireNonNull(base, "base");
        requireNonNull(rateUnit, "rateUnit");
        ImmutableMap.Builder<String, List<Formula>> copies = ImmutableMap.builder();
        rates.forEach((name, years) -> copies.put(name, List.copyOf(years)));
        rates = copies.build();
        cases = List.copyOf(cases);
        fractions = ImmutableMap.copyOf(fractions);
        requireNonNull(stacking, "stacking");
        requireNonNull(when, "when");
        requireNonNull(valid, "valid");
        requireNonNull(unit, "unit");
        requireNonNull(cite, "cite");
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
