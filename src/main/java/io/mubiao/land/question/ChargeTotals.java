package io.mubiao.land.question;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.land.Consequence;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the consequences of a rule come to, by class (差别化政策金额合计). Immutable. */
public final class ChargeTotals {
    private static final int DIGITS = 40;

    /**
     * Of enterprises of a class.
     *
     * @param enterprises how many have an amount
     * @param amount what their amounts come to, each to 40 digits after the point where it is no short fraction
     * @param without how many it concerns who have no amount: a figure lacks, or it is not in force
     */
    public record Sum(long enterprises, Quantity amount, long without) {
        public Sum {
            requireNonNull(amount, "amount");
        }

        private Sum plus(Sum other) {
            return new Sum(enterprises + other.enterprises, amount.plus(other.amount), without + other.without);
        }

        @Override
        public String toString() {
            return Characters.shown(amount + " of " + enterprises + (without == 0 ? "" : ", none of " + without));
        }
    }

    private final ImmutableMap<String, ImmutableMap<String, Sum>> sums;
    private final ImmutableMap<String, Sum> all;

    private ChargeTotals(ImmutableMap<String, ImmutableMap<String, Sum>> sums, ImmutableMap<String, Sum> all) {
        this.sums = sums;
        this.all = all;
    }

    /** Of an evaluation; a merged unit counts once. */
    public static ChargeTotals of(Evaluation evaluation) {
        Map<String, Map<String, Sum>> found = new HashMap<>();
        for (EnterpriseResult it : evaluation) {
            for (Charge charge : evaluation.charges(it.id())) {
                found.computeIfAbsent(charge.consequence().id(), id -> new HashMap<>()).merge(charge.className(), sum(charge), Sum::plus);
            }
        }
        ImmutableMap.Builder<String, ImmutableMap<String, Sum>> sums = ImmutableMap.builder();
        ImmutableMap.Builder<String, Sum> all = ImmutableMap.builder();
        for (Consequence it : evaluation.rule().consequences()) {
            Map<String, Sum> own = found.getOrDefault(it.id(), Map.of());
            ImmutableMap.Builder<String, Sum> ordered = ImmutableMap.builder();
            order(evaluation, own).forEach(name -> ordered.put(name, requireNonNull(own.get(name))));
            sums.put(it.id(), ordered.build());
            all.put(it.id(), own.values().stream().reduce(new Sum(0, Quantity.of(Rational.ZERO, it.unit()), 0), Sum::plus));
        }
        return new ChargeTotals(sums.build(), all.build());
    }

    private static Sum sum(Charge charge) {
        Quantity none = Quantity.of(Rational.ZERO, charge.consequence().unit());
        return charge.amount().map(it -> new Sum(1, Quantity.of(finite(it.amount()), it.unit()), 0)).orElse(new Sum(0, none, 1));
    }

    /** Sums of many fractions would grow with each of them. */
    private static Rational finite(Rational amount) {
        return amount.asDecimal().filter(it -> it.scale() <= DIGITS).isPresent() ? amount
                : Rational.of(amount.round(Rounding.halfUp(DIGITS)));
    }

    /** Classes as the rule orders them, then others, at last those without. */
    private static List<String> order(Evaluation evaluation, Map<String, Sum> found) {
        List<String> order = new ArrayList<>(evaluation.classCounts().keySet());
        new TreeSet<>(found.keySet()).stream().filter(it -> !order.contains(it)).forEach(order::add);
        order.retainAll(found.keySet());
        if (order.remove("")) {
            order.add("");
        }
        return order;
    }

    /**
     * Of a consequence by the classes in force, in the order of the rule; under an empty text those that have no class.
     *
     * @throws NoSuchIdException if the rule has no such consequence
     */
    public Map<String, Sum> byClass(String consequence) {
        return found(sums, consequence);
    }

    /**
     * Of a consequence, of all enterprises.
     *
     * @throws NoSuchIdException if the rule has no such consequence
     */
    public Sum all(String consequence) {
        return found(all, consequence);
    }

    private static <T> T found(Map<String, T> by, String consequence) {
        T found = by.get(consequence);
        if (found == null) {
            throw NoSuchIdException.of("the rule", "consequence", consequence, by.keySet());
        }
        return found;
    }

    @Override
    public String toString() {
        return Characters.shown("ChargeTotals" + sums);
    }
}
