package io.mubiao.land.assess;

import io.mubiao.land.Indicator;
import io.mubiao.land.RankingRule;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Titles;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What an explanation says of those who stand next to an enterprise in its ranking, and of what orders equals. */
final class OrderLines {
    private final Cohort cohort;
    private final RankTable table;
    private final RankingRule ranking;
    private final int direction;

    /** @param direction 1 where more is better, −1 where less is */
    OrderLines(Cohort cohort, RankTable table, RankingRule ranking, int direction) {
        this.cohort = cohort;
        this.table = table;
        this.ranking = ranking;
        this.direction = direction;
    }

    /** @param index the index of the own key; below 0, where it is not there, −1 − the index it would have */
    RankOrder of(int index) {
        Titles titles = new Titles(cohort.rule);
        List<String> names = ranking.breakTies().stream().map(name -> titles.of(cohort.rule.slots().get(cohort.rule.slot(name)))).toList();
        long same = index < 0 ? 1 : sameTotal(index);
        List<RankOrder.InTurn> inTurn = index < 0 || same == table.equal(index) ? List.of()
                : IntStream.of(table.next(index, -1), index, table.next(index, 1)).filter(at -> at >= 0 && isSame(at, index))
                        .mapToObj(at -> inTurn(at, at == index)).toList();
        return new RankOrder(ranking.onRounded(), same, names, ranking.ties(), inTurn, beside(index));
    }

    /** How many have a total that equals that of an entry: exactly where something orders equals, else as it is shown. */
    private long sameTotal(int index) {
        return shown().map(rounding -> table.sameTotal(index, rounding)).orElseGet(() -> table.sameTotal(index));
    }

    private Optional<Rounding> shown() {
        return cohort.rule.limits().rounding().filter(rounding -> ranking.breakTies().isEmpty());
    }

    private boolean isSame(int one, int other) {
        Rational total = table.total(one);
        Rational own = table.total(other);
        return shown().map(rounding -> total.rounded(rounding).equals(own.rounded(rounding))).orElse(total.equals(own));
    }

    private RankOrder.InTurn inTurn(int at, boolean own) {
        List<Enclosure> key = table.key(at).values();
        List<Optional<Quantity>> figures = new ArrayList<>();
        for (int i = 0; i < ranking.breakTies().size() && 2 * i + 2 < key.size(); i++) {
            Indicator by = cohort.rule.rule().indicators().get(ranking.breakTies().get(i));
            Enclosure turned = key.get(2 * i + 2);
            figures.add(key.get(2 * i + 1).low().signum() == 0 ? Optional.empty()
                    : Optional.of(Quantity.of((by.higherIsBetter() ? turned : turned.negate()).nearest(), by.unit())));
        }
        return new RankOrder.InTurn(table.place(at), own, table.total(at).times(Rational.of(direction)), figures);
    }

    /** The nearest totals on both sides that are not the own one. */
    private List<Rational> beside(int index) {
        if (cohort.totals.isRounded()) {
            return List.of();
        }
        List<Rational> totals = new ArrayList<>();
        for (int step : new int[] {-1, 1}) {
            int at = index >= 0 ? table.next(index, step) : table.next(step < 0 ? -1 - index : -2 - index, step);
            while (at >= 0 && index >= 0 && table.total(at).equals(table.total(index))) {
                at = table.next(at, step);
            }
            if (at >= 0) {
                totals.add(table.total(at).times(Rational.of(direction)));
            }
        }
        return totals;
    }
}
