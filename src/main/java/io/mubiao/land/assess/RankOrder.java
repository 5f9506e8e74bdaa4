package io.mubiao.land.assess;

import static java.util.Objects.requireNonNull;

import io.mubiao.shape.Ties;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;

/**
 * How equals are ordered (并列处理), and who stands next to an enterprise. Immutable.
 *
 * @param rounded whether the total as rounded ranks
 * @param sameTotal how many have the same total, itself included
 * @param breakTies the names of the indicators that order them, in turn
 * @param ties the place of those who are still equal
 * @param inTurn of those with the same total the next before it, itself, and the next behind it, as far as they are known
 * @param beside the totals next above and below that differ, as far as they are known and not rounded
 */
public record RankOrder(boolean rounded, long sameTotal, List<String> breakTies, Ties ties, List<InTurn> inTurn, List<Rational> beside) {
    public RankOrder {
        breakTies = List.copyOf(breakTies);
        requireNonNull(ties, "ties");
        inTurn = List.copyOf(inTurn);
        beside = List.copyOf(beside);
    }

    /**
     * One of those with the same total.
     *
     * @param place its place
     * @param own whether it is the enterprise itself
     * @param total the total that ranks
     * @param figures its number of each indicator that orders equals, in turn; empty where it is missing
     */
    public record InTurn(long place, boolean own, Rational total, List<Optional<Quantity>> figures) {
        public InTurn {
            requireNonNull(total, "total");
            figures = List.copyOf(figures);
        }
    }
}
