package io.mubiao.land.question;

import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.Classer;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Reasons;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.value.Enclosure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The result of an enterprise that stays in its ranking with another total or place. */
final class MovedResult {
    private final Cohort cohort;
    private final Inside inside;
    private final @Nullable RankTable after;

    /** @param after the ranking as it is then; null of one who is not ranked */
    MovedResult(Cohort cohort, Inside inside, @Nullable RankTable after) {
        this.cohort = cohort;
        this.inside = inside;
        this.after = after;
    }

    Move of(int row, RowFrame frame, Enclosure total, long place) {
        EnterpriseResult then = inside.result(row);
        Classer classer = cohort.classer;
        int byPlace = cohort.goesByRank() && after != null ? after.classAt(place) : Classer.NONE;
        int initial = classer == null ? Classer.NONE : classer.initial(frame, byPlace);
        int last = classer == null ? Classer.NONE : classer.overridden(frame, initial);
        boolean undecided = last == Classer.UNDECIDED;
        EnterpriseResult now = new EnterpriseResult(then.id(), then.name(),
                undecided ? Standing.UNDECIDED : Standing.GRADED, undecided ? "" : group(row), Optional.of(rounded(total).nearest()),
                OptionalLong.of(place), then.places(), undecided ? Optional.empty() : name(classer, initial),
                undecided ? Optional.empty() : name(classer, last), then.label(), then.followed(),
                undecided ? Optional.of(Reasons.ofClass(cohort, frame, initial, byPlace)) : Optional.empty());
        return move(row, frame, then, now);
    }

    private Move move(int row, RowFrame frame, EnterpriseResult then, EnterpriseResult now) {
        return new Move(then.id(), then, now, false, cohort.rule.rule().consequences().isEmpty() ? List.of()
                : ChargeMove.list(inside.charges(cohort.frame(row), then), inside.charges(frame, now)));
    }

    /** Of one who is not ranked and has no class: the same with another total. */
    Move unranked(int row, RowFrame frame, Optional<Enclosure> total) {
        EnterpriseResult then = inside.result(row);
        return move(row, frame, then, new EnterpriseResult(then.id(), then.name(), then.standing(), then.group(),
                total.map(it -> rounded(it).nearest()), then.place(), then.places(), then.initialClass(), then.finalClass(),
                then.label(), then.followed(), then.why()));
    }

    private Enclosure rounded(Enclosure total) {
        return cohort.totals.isRounded() ? total : cohort.rule.limits().rounding().map(total::rounded).orElse(total);
    }

    private String group(int row) {
        return cohort.rule.groups().get(cohort.scope.group(row)).group().id();
    }

    private static Optional<String> name(@Nullable Classer classer, int found) {
        return classer == null || found < 0 ? Optional.empty() : Optional.of(classer.names().get(found));
    }
}
