package io.mubiao.scorecard;

import io.mubiao.outcome.Place;
import io.mubiao.outcome.Problem;
import io.mubiao.rating.Reading;
import io.mubiao.rating.internal.CompiledItem;
import io.mubiao.scoring.Grades;
import io.mubiao.target.Bound;
import io.mubiao.target.Target;
import io.mubiao.value.Unit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that what a scorecard compares can be compared. */
final class CardCheck {
    private CardCheck() {}

    /** More points never earn a worse grade, and only nodes have grades. */
    static void grades(ScorecardRule rule, List<Problem> problems) {
        rule.grades().flatMap(Grades::falling).ifPresent(fall ->
                problem(problems, "grades", "more points earn a worse grade: " + fall));
        rule.overrides().stream().filter(each -> each.view().isEmpty() && each.grade().isPresent()).forEach(each ->
                problem(problems, "overrides", "the override of item '" + each.of() + "' gives a grade; only nodes have one"));
    }

    /** Numbers of peers in the units of their own requirements are compared as they stand, so the units must agree. */
    static void peerUnits(String group, List<CompiledItem> members, List<Problem> problems) {
        members.stream().flatMap(member -> member.peerInputs().stream()).distinct()
                .filter(input -> input.unit().isEmpty() && input.reading().map(Reading::hasUnit).orElse(false))
                .forEach(input -> {
                    Set<Unit> units = new LinkedHashSet<>();
                    members.forEach(member -> required(member).ifPresent(units::add));
                    if (units.size() > 1) {
                        problem(problems, "items", "the peers '" + group + "' are compared by " + input.id()
                                + " in different units " + units + "; declare an input with a unit");
                    }
                });
    }

    private static Optional<Unit> required(CompiledItem item) {
        Target target = item.target();
        if (target == null) {
            return Optional.empty();
        }
        return target.goal().bound().flatMap(Bound::unit);
    }

    private static void problem(List<Problem> problems, String path, String message) {
        problems.add(Problem.error("BAD_SCORECARD", new Place("", 0, 0, path), message));
    }
}
