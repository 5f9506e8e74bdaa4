package io.mubiao.land.question;

import static java.util.Objects.requireNonNull;

import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.text.internal.Characters;
import java.util.List;

/**
 * One enterprise before and after a change (变动). Immutable.
 *
 * @param id its id
 * @param before its result before
 * @param after its result after
 * @param inOtherRanking whether it has a place among others than before: in another ranking, or in one that its small group
 *     joined or left
 * @param charges the consequences whose amount moves
 */
public record Move(String id, EnterpriseResult before, EnterpriseResult after, boolean inOtherRanking, List<ChargeMove> charges) {
    public Move {
        requireNonNull(id, "id");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        charges = List.copyOf(charges);
    }

    /** A move within a ranking, or into one or out of all, in which no amount moves. */
    public Move(String id, EnterpriseResult before, EnterpriseResult after) {
        this(id, before, after, false, List.of());
    }

    /**
     * What moved of one enterprise from one evaluation to another.
     *
     * @throws io.mubiao.problem.NoSuchIdException if one of them has no such enterprise
     */
    public static Move of(String id, Evaluation before, Evaluation after) {
        EnterpriseResult then = before.get(id);
        EnterpriseResult now = after.get(id);
        return new Move(id, then, now, then.place().isPresent() && now.place().isPresent()
                && !before.ranking(id).equals(after.ranking(id)), ChargeMove.list(charges(before, id), charges(after, id)));
    }

    private static List<Charge> charges(Evaluation evaluation, String id) {
        return evaluation.rule().consequences().isEmpty() ? List.of() : evaluation.charges(id);
    }

    /** Whether anything moved. */
    public boolean isMoved() {
        return inScore() || inRank() || inClass() || inCharges();
    }

    /** Whether an amount moved. */
    public boolean inCharges() {
        return !charges.isEmpty();
    }

    /** Whether the total moved. */
    public boolean inScore() {
        return !before.total().equals(after.total());
    }

    /** Whether the place moved, or is one of another ranking. */
    public boolean inRank() {
        return inOtherRanking || !before.place().equals(after.place());
    }

    /** Whether the standing, the class before overrides or the final class moved. */
    public boolean inClass() {
        return before.standing() != after.standing() || !before.initialClass().equals(after.initialClass())
                || !before.finalClass().equals(after.finalClass()) || !before.label().equals(after.label());
    }

    /** Whether the standing or the final class moved; the class before overrides may be another one all the same. */
    public boolean inFinalClass() {
        return before.standing() != after.standing() || !before.finalClass().equals(after.finalClass()) || !before.label().equals(after.label());
    }

    @Override
    public String toString() {
        return Characters.shown(before + " -> " + after);
    }
}
