package io.mubiao.method;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.formula.Formula;
import io.mubiao.method.Membership.Standing;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * FHIR composite measures: several proportion measures of the same subjects made into one score.
 *
 * <p>Worked: a meets 2 of 2 components, b 1 of 2, c is only in the second and misses it. Opportunity: numerators ÷
 * denominators, 3 ÷ 5 = 0.6. All-or-nothing: subjects in every numerator they owe, 1 ÷ 3. Linear: the mean of each subject's
 * met ÷ owed, (1 + ½ + 0) ÷ 3 = 0.5. Weighted: the same with a weight a component.
 *
 * <p>Edge cases: who is in no denominator does not count; nobody in any is no score. A large component weighs as it has
 * subjects under opportunity, so a small one is not averaged up to it. With one component all four agree with its
 * proportion. The code system says how an individual is scored; that the score of the whole is their mean is ours.
 *
 * <p>Source: terminology.hl7.org/CodeSystem/composite-measure-scoring.
 */
public final class Composite {
    private Composite() {}

    /** How components combine. */
    private enum Scoring {
        OPPORTUNITY,
        ALL_OR_NOTHING,
        LINEAR
    }

    /** All numerators over all denominators. */
    public static Figure opportunity(Map<String, List<Membership>> components) {
        return score(components, Map.of(), Scoring.OPPORTUNITY);
    }

    /** The share of subjects that are in the numerator of every component in whose denominator they are. */
    public static Figure allOrNothing(Map<String, List<Membership>> components) {
        return score(components, Map.of(), Scoring.ALL_OR_NOTHING);
    }

    /** The mean of each subject's share of numerators among its denominators. */
    public static Figure linear(Map<String, List<Membership>> components) {
        return score(components, Map.of(), Scoring.LINEAR);
    }

    /**
     * The mean of each subject's weighted share of numerators among its denominators.
     *
     * @param weights one above zero for every component
     */
    public static Figure weighted(Map<String, List<Membership>> components, Map<String, Rational> weights) {
        checkArgument(weights.keySet().equals(components.keySet()), "weights must be of the components %s, got %s",
                components.keySet(), weights.keySet());
        weights.forEach((component, weight) ->
                checkArgument(weight.signum() > 0, "weight of %s must be > 0, got %s", component, weight));
        return score(components, weights, Scoring.LINEAR);
    }

    /** What one subject owes and has, weighted. */
    private record Tally(Rational owed, Rational met) {
        Tally and(Tally other) {
            return new Tally(owed.plus(other.owed), met.plus(other.met));
        }
    }

    private static Figure score(Map<String, List<Membership>> components, Map<String, Rational> weights, Scoring scoring) {
        Map<String, Tally> subjects = new LinkedHashMap<>();
        components.forEach((component, members) -> {
            QualityMeasure.proportion(members);
            Rational weight = weights.getOrDefault(component, Rational.ONE);
            for (Membership member : members) {
                Standing standing = member.standing();
                if (standing != Standing.NOT_COUNTED) {
                    subjects.merge(member.subject(),
                            new Tally(weight, standing == Standing.MET ? weight : Rational.ZERO), Tally::and);
                }
            }
        });
        if (scoring == Scoring.LINEAR) {
            return meanShare(subjects);
        }
        Rational met = Rational.ZERO;
        Rational owed = Rational.ZERO;
        for (Tally tally : subjects.values()) {
            boolean all = tally.met.equals(tally.owed);
            met = met.plus(scoring == Scoring.OPPORTUNITY ? tally.met : all ? Rational.ONE : Rational.ZERO);
            owed = owed.plus(scoring == Scoring.OPPORTUNITY ? tally.owed : Rational.ONE);
        }
        return new FigureWorkings().with("met", "met", met).with("owed", "owed", owed).work("score", "score", "met / owed");
    }

    private static Figure meanShare(Map<String, Tally> subjects) {
        FigureWorkings work = new FigureWorkings().with("subjects", "subjects", Rational.of(subjects.size()));
        List<Formula> shares = new ArrayList<>();
        subjects.forEach((subject, tally) -> {
            int i = shares.size() + 1;
            work.with("met" + i, subject + ": met", tally.met).with("owed" + i, subject + ": owed", tally.owed);
            shares.add(Formula.parse("met" + i + " / owed" + i));
        });
        return work.work("score", "score", Formula.call("/", FigureWorkings.sum(shares), Formula.name("subjects")), null);
    }
}
