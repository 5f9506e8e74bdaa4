package io.mubiao.land.assess.internal;

import io.mubiao.land.Exclusion;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Followed;
import io.mubiao.land.assess.Standing;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds whose class somebody takes, from one to the next until somebody has his own. */
final class Following {
    private final Cohort cohort;
    private final Titles titles;

    Following(Cohort cohort) {
        this.cohort = cohort;
        this.titles = new Titles(cohort.rule);
    }

    /** Null where the row follows nobody. */
    @Nullable Followed of(int row) {
        Exclusion own = exclusion(row);
        if (own == null || own.classOf().isEmpty()) {
            return null;
        }
        List<Followed.Firm> path = new ArrayList<>();
        Set<Integer> seen = new HashSet<>(Set.of(row));
        int at = row;
        Exclusion follows = own;
        while (follows != null && !follows.classOf().isEmpty()) {
            Checkpoint.pass("row", at);
            String id = cohort.frame(at).text(cohort.rule.slot(follows.classOf()));
            if (id == null) {
                return made(own, path, path.isEmpty() ? Followed.State.NOT_GIVEN : Followed.State.UNDECIDED, Optional.empty());
            }
            Optional<Roll.Row> next = cohort.find(id);
            path.add(new Followed.Firm(next.map(Roll.Row::id).orElse(id), next.map(Roll.Row::name).orElse(id)));
            if (next.isEmpty() || !seen.add(next.get().index())) {
                return made(own, path, next.isEmpty() ? Followed.State.NOT_THERE : Followed.State.CIRCLE, Optional.empty());
            }
            at = next.get().index();
            follows = exclusion(at);
        }
        return end(own, path, at);
    }

    private Followed end(Exclusion own, List<Followed.Firm> path, int at) {
        Standing standing = cohort.ownStanding(at);
        Optional<String> found = standing == Standing.GRADED ? cohort.className(cohort.last, at).or(() -> cohort.givenClass(at))
                : standing == Standing.TREATED_AS ? Optional.of(cohort.label(at)) : Optional.empty();
        return made(own, path, found.isPresent() ? Followed.State.CLASS
                : standing == Standing.UNDECIDED ? Followed.State.UNDECIDED : Followed.State.NO_CLASS, found);
    }

    private Followed made(Exclusion own, List<Followed.Firm> path, Followed.State state, Optional<String> found) {
        return new Followed(titles.named(own.classOf()), path, state, found);
    }

    /** What sets a row aside and may let it follow; null for others. */
    private @Nullable Exclusion exclusion(int row) {
        Standing standing = cohort.scope.standing(row);
        int found = standing == Standing.TREATED_AS || standing == Standing.COLLECTED ? cohort.frame(row).exclusion() : -1;
        return found < 0 ? null : cohort.rule.rule().exclusions().get(found);
    }
}
