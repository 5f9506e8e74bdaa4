package io.mubiao.land.assess;

import io.mubiao.problem.Problems;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Finds manual changes that change nothing, because there is no such enterprise or it has no class. */
final class ManualCheck {
    private ManualCheck() {}

    /** @param isWhole whether everybody there is is in the evaluation */
    static void check(Evaluation evaluation, Collection<ManualChange> changes, boolean isWhole, Problems problems) {
        if (changes.isEmpty()) {
            return;
        }
        Set<String> ids = new HashSet<>(evaluation.ids());
        for (ManualChange change : changes) {
            if (!ids.contains(change.enterprise())) {
                if (isWhole) {
                    unknown(change, problems);
                }
            } else if (evaluation.get(change.enterprise()).finalClass().isEmpty()) {
                problems.warning("MANUAL_UNUSED", change.enterprise(), "the manual change to " + change.to()
                        + " changes nothing: '" + change.enterprise() + "' has no class to change");
            }
        }
    }

    /** Of changes those whose enterprise is not among the ids. */
    static void unknown(Collection<ManualChange> changes, Set<String> ids, Problems problems) {
        changes.stream().filter(change -> !ids.contains(change.enterprise())).forEach(change -> unknown(change, problems));
    }

    private static void unknown(ManualChange change, Problems problems) {
        problems.error("MANUAL_UNKNOWN", change.enterprise(), "the manual change to " + change.to()
                + " changes nothing: there is no enterprise '" + change.enterprise() + "'");
    }
}
