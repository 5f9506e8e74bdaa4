package io.mubiao.scorecard;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard rule made ready for a register. Immutable.
 *
 * @param order the targets in register order
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
record CompiledCard(List<String> order, Map<String, Integer> numbers, List<CompiledItem> items, Map<String, Integer> itemNumbers,
        Map<String, List<Integer>> itemsOfTarget, Map<String, List<Integer>> peers, @Nullable Lights lights,
        List<Program.CompiledClaim> claims, Probe probe, List<CompiledView> views) {
    /** The assessments by the number of their target; null where there is none. */
    @Nullable Assessment[] byNumber(Assessments assessments) {
        @Nullable Assessment[] byNumber = new Assessment[numbers.size()];
        int next = 0;
        for (Assessment assessment : assessments) {
            // In register order, as a rule: the number is the next one.
            String id = assessment.target().id();
            Integer number = next < order.size() && order.get(next).equals(id) ? Integer.valueOf(next) : numbers.get(id);
            if (number != null) {
                byNumber[number] = assessment;
            }
            next++;
        }
        return byNumber;
    }
}
