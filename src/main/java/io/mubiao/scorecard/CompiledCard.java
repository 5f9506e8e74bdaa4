package io.mubiao.scorecard;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.scoring.internal.CompiledItem;
import io.mubiao.scoring.internal.Probe;
import io.mubiao.scoring.internal.Program;
import io.mubiao.target.Register;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard rule made ready for a register. Immutable.
 *
 * @param register the register
 * @param numbers by target, its number in the register
 * @param items its items
 * @param itemNumbers by id, the number of an item
 * @param itemsOfTarget by target, the numbers of the items that read it
 * @param peers by peer group, the numbers of its items
 * @param lights its light rule; null for none
 * @param claims the vetoes and duties of every target, compiled
 * @param probe what reads targets for them
 * @param views its views
 */
record CompiledCard(Register register, Map<String, Integer> numbers, List<CompiledItem> items, Map<String, Integer> itemNumbers,
        Map<String, List<Integer>> itemsOfTarget, Map<String, List<Integer>> peers, @Nullable Lights lights,
        List<Program.CompiledClaim> claims, Probe probe, List<CompiledView> views) {
    /** The assessments by the number of their target; null where there is none. */
    @Nullable Assessment[] byNumber(Assessments assessments) {
        // Assessments stand in register order: of the very register that this was made for, nobody need look at ids.
        if (isSame(assessments.register(), register)) {
            return assessments.stream().toArray(Assessment[]::new);
        }
        @Nullable Assessment[] byNumber = new Assessment[numbers.size()];
        for (Assessment assessment : assessments) {
            Integer number = numbers.get(assessment.target().id());
            if (number != null) {
                byNumber[number] = assessment;
            }
        }
        return byNumber;
    }

    private static boolean isSame(Object a, Object b) {
        return a == b;
    }
}
