package io.mubiao.method;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.formula.Formula;
import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * FHIR clinical quality measures: proportion, ratio and continuous variable.
 *
 * <p>Formula: proportion (num − numEx) ÷ (den − denEx − denExcep); ratio (num − numEx) ÷ (den − denEx), each branch for
 * itself, so it may exceed one; continuous variable an aggregate of what was measured. Worked: (3 − 1) ÷ (6 − 1 − 1) = 0.5;
 * (4 − 1) ÷ (6 − 1 − 1) = 0.75.
 *
 * <p>Edge cases: a denominator of zero, such as 5 − 3 − 2, gives no score, never 0 or 1; a numerator above the denominator
 * or below zero is {@link NoAnswer#INCONSISTENT_COUNTS}. An exception counts only of who is not in the numerator; counts
 * handed in are taken to be counted so, {@link #proportion(List)} does it. Raw and effective counts both stay.
 *
 * <p>Source: hl7.org/fhir/uv/cqm/2.0.0.
 */
public final class QualityMeasure {
    private QualityMeasure() {}

    /**
     * A score and the counts it is of.
     *
     * @param numerator the numerator that counts
     * @param denominator the denominator that counts
     * @param score numerator ÷ denominator
     */
    public record Score(Figure numerator, Figure denominator, Figure score) {
        /** The share that is good: the score itself or, where less is better, one less the score. */
        public Figure good(Direction improvement) {
            checkArgument(improvement != Direction.TWO_SIDED, "improvement must be higher or lower, got %s", improvement);
            return new FigureWorkings().with(score).work("good", "good share",
                    improvement == Direction.HIGHER_IS_BETTER ? score.name() : "1 - " + score.name());
        }
    }

    /** What is made of the measured values of a continuous variable. */
    public enum Aggregate {
        /** Their sum. */
        SUM,
        /** Their mean. */
        AVERAGE,
        /** The middle one, or the mean of the two in the middle. */
        MEDIAN,
        /** The smallest. */
        MINIMUM,
        /** The largest. */
        MAXIMUM,
        /** How many; the only one that has an answer, 0, for none. */
        COUNT
    }

    /** A proportion of counts, none below zero. */
    public static Score proportion(long num, long numEx, long den, long denEx, long denExcep) {
        return score(num, numEx, den, denEx, denExcep, true);
    }

    /** A proportion of subjects, counted here; no subject twice. */
    public static Score proportion(List<Membership> members) {
        checkArgument(members.stream().map(Membership::subject).distinct().count() == members.size(),
                "a subject must not be listed twice, got %s", members.stream().map(Membership::subject).toList());
        List<Membership> in = members.stream().filter(member -> member.denominator() && !member.denominatorExclusion())
                .toList();
        return proportion(in.stream().filter(Membership::numerator).count(),
                in.stream().filter(member -> member.numerator() && member.numeratorExclusion()).count(),
                members.stream().filter(Membership::denominator).count(),
                members.stream().filter(member -> member.denominator() && member.denominatorExclusion()).count(),
                in.stream().filter(member -> member.denominatorException() && !member.numerator()).count());
    }

    /** A ratio of two counts of their own, none below zero. */
    public static Score ratio(long num, long numEx, long den, long denEx) {
        return score(num, numEx, den, denEx, 0, false);
    }

    private static Score score(long num, long numEx, long den, long denEx, long denExcep, boolean within) {
        checkArgument(Collections.min(List.of(num, numEx, den, denEx, denExcep)) >= 0,
                "counts must be >= 0, got num %s, numEx %s, den %s, denEx %s, denExcep %s", num, numEx, den, denEx, denExcep);
        FigureWorkings work = new FigureWorkings().with("num", "numerator", Rational.of(num))
                .with("numEx", "numerator exclusion", Rational.of(numEx)).with("den", "denominator", Rational.of(den))
                .with("denEx", "denominator exclusion", Rational.of(denEx))
                .with("denExcep", "denominator exception", Rational.of(denExcep));
        Figure above = work.work("numerator", "effective numerator", "num - numEx");
        Figure below = work.work("denominator", "effective denominator",
                within ? "den - denEx - denExcep" : "den - denEx");
        boolean wrong = above.amount().signum() < 0 || below.amount().signum() < 0
                || (within && above.amount().compareTo(below.amount()) > 0);
        Figure score = wrong
                ? Figure.none("score", NoAnswer.INCONSISTENT_COUNTS, above + ", " + below)
                : work.work("score", "score", "numerator / denominator");
        return new Score(above, below, score);
    }

    /** A continuous variable; nothing measured gives no score, except that there are none to count. */
    public static Figure continuous(List<Quantity> measured, Aggregate aggregate) {
        FigureWorkings work = new FigureWorkings();
        if (aggregate == Aggregate.COUNT) {
            return work.with("n", "measured", Rational.of(measured.size())).work("score", "count", "n");
        }
        if (measured.isEmpty()) {
            return Figure.none("score", NoAnswer.NO_OBSERVATION, "");
        }
        List<Quantity> sorted = new ArrayList<>(measured);
        sorted.sort(Comparator.comparing((Quantity value) -> value.in(measured.get(0).unit()).amount()));
        int n = sorted.size();
        IntStream.range(0, n).forEach(i -> work.with("x" + (i + 1), "measured", sorted.get(i)));
        Formula sum = FigureWorkings.sum(IntStream.rangeClosed(1, n).mapToObj(i -> Formula.name("x" + i)).toList());
        Formula formula = switch (aggregate) {
            case SUM -> sum;
            case AVERAGE -> Formula.call("/", sum, Formula.of(Rational.of(n)));
            case MEDIAN -> n % 2 == 1 ? Formula.name("x" + (n + 1) / 2)
                    : Formula.parse("(x" + n / 2 + " + x" + (n / 2 + 1) + ") / 2");
            case MINIMUM -> Formula.name("x1");
            default -> Formula.name("x" + n);
        };
        return work.work("score", aggregate.name(), formula, measured.get(0).unit());
    }
}
