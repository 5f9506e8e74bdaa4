package io.mubiao.land.assess;

import io.mubiao.outcome.Place;
import io.mubiao.outcome.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds manual changes that change nothing, because there is no such enterprise or it has no class. */
final class ManualCheck {
    private ManualCheck() {}

    static List<Problem> check(Evaluation evaluation, Collection<ManualChange> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>(evaluation.ids());
        for (ManualChange change : changes) {
            Place place = Place.of(change.enterprise());
            if (!ids.contains(change.enterprise())) {
                problems.add(Problem.error("MANUAL_UNKNOWN", place, "the manual change to " + change.to()
                        + " changes nothing: there is no enterprise '" + change.enterprise() + "'"));
            } else if (evaluation.get(change.enterprise()).finalClass().isEmpty()) {
                problems.add(Problem.warning("MANUAL_UNUSED", place, "the manual change to " + change.to()
                        + " changes nothing: '" + change.enterprise() + "' has no class to change"));
            }
        }
        return problems;
    }
}
