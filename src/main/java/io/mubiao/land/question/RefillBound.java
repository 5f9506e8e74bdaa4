package io.mubiao.land.question;

import io.mubiao.land.RankingRule;
import io.mubiao.land.assess.Progress;
import io.mubiao.land.assess.internal.ClassStage;
import io.mubiao.land.assess.internal.Classer;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Ranker;
import io.mubiao.land.assess.internal.Ranks;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Totals;
import io.mubiao.land.assess.internal.Workers;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import io.mubiao.work.Threads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What class an enterprise gets with another total where vacated places are filled again: that depends on everybody, so
 * all are ranked and classed again, once for every place among the others and every outcome of the enterprise's own tests.
 */
final class RefillBound {
    private final Cohort cohort;
    private final Classer classer;
    private final int row;
    private final Map<List<Long>, Integer> known = new HashMap<>();
    private final Map<Integer, Long> movable = new HashMap<>();

    RefillBound(Cohort cohort, Classer classer, int row) {
        this.cohort = cohort;
        this.classer = classer;
        this.row = row;
    }

    /**
     * The class for every key between two in the enterprise's own ranking; below 0 for none; empty where there is more
     * than one case between them.
     *
     * @param total that of the worst key
     * @throws OpenException if the range holds more than one outcome of a test
     */
    OptionalInt classOf(RowFrame frame, Rational total, RankKey worst, RankKey best, RankTable table) {
        List<Long> own = position(table, worst);
        if (!own.equals(position(table, best))) {
            return OptionalInt.empty();
        }
        List<Long> outcome = new ArrayList<>(own);
        for (int k = 0; k < classer.names().size(); k++) {
            outcome.add((long) classer.initial(frame, k));
            outcome.add((long) classer.overridden(frame, k));
        }
        return OptionalInt.of(known.computeIfAbsent(outcome, it -> classed(frame, Enclosure.of(total), worst)));
    }

    private static List<Long> position(RankTable table, RankKey key) {
        int found = table.find(key);
        return found >= 0 ? List.of(table.better(found), table.equal(found)) : List.of(table.better(-1 - found), 0L);
    }

    private int classed(RowFrame frame, Enclosure total, RankKey key) {
        Workers alone = new Workers(Threads.ONE, Progress.NONE);
        RankingRule ranking = cohort.rule.rule().ranking().orElseThrow();
        Totals totals = cohort.totals.with(row, total);
        Cohort changed = cohort.instead(frame, totals, new Ranker(cohort.binding, ranking, cohort.scope, totals,
                cohort.baselines).instead(row, key).rank(alone));
        new ClassStage(changed, classer, alone, false).run();
        return changed.last[row];
    }

    /** How many others of a ranking overrides can move out of some class: so many places at most become free. */
    long movable(int ranking) {
        return movable.computeIfAbsent(ranking, this::count);
    }

    private long count(int ranking) {
        long count = 0;
        Ranks ranks = cohort.ranks;
        for (int other = 0; ranks != null && other < cohort.roll.size(); other++) {
            boolean here = other != row && ranks.place(other) > 0
                    && ranks.joined(cohort.scope.rankings.code(other)) == ranks.joined(ranking);
            count += here && isMovable(other) ? 1 : 0;
        }
        return count;
    }

    private boolean isMovable(int other) {
        RowFrame frame = cohort.frame(other);
        for (int k = 0; k < classer.names().size(); k++) {
            if (classer.overridden(frame, k) != k) {
                return true;
            }
        }
        return false;
    }
}
