package io.mubiao.land.assess;

import io.mubiao.outcome.Problems;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Finds manual changes that change nothing, because there is no such enterprise or it has no class. */
final class ManualCheck {
    private ManualCheck() {}

    static void check(Evaluation evaluation, Collection<ManualChange> changes, Problems problems) {
        if (changes.isEmpty()) {
            return;
        }
        Set<String> ids = new HashSet<>(evaluation.ids());
        for (ManualChange change : changes) {
            if (!ids.contains(change.enterprise())) {
                problems.error("MANUAL_UNKNOWN", change.enterprise(), "the manual change to " + change.to()
                        + " changes nothing: there is no enterprise '" + change.enterprise() + "'");
            } else if (evaluation.get(change.enterprise()).finalClass().isEmpty()) {
                problems.warning("MANUAL_UNUSED", change.enterprise(), "the manual change to " + change.to()
                        + " changes nothing: '" + change.enterprise() + "' has no class to change");
            }
        }
    }
}
