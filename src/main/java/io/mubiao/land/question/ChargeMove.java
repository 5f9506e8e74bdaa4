package io.mubiao.land.question;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mubiao.land.Consequence;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.Why;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a consequence of the rule costs or brings an enterprise, before and after a change (差别化政策金额变动). Immutable.
 *
 * @param before what it was; empty where it did not concern the enterprise
 * @param after what it is then; empty where it does not concern the enterprise
 */
public record ChargeMove(Optional<Charge> before, Optional<Charge> after) {
    public ChargeMove {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        checkArgument(before.isPresent() || after.isPresent(), "a consequence before or after");
    }

    /** The consequence; where the rules differ that of the later one. */
    public Consequence consequence() {
        return after.or(() -> before).orElseThrow().consequence();
    }

    /** The consequences whose amount, or why there is none, moves. */
    static List<ChargeMove> list(List<Charge> before, List<Charge> after) {
        Map<String, Charge> now = new LinkedHashMap<>();
        after.forEach(it -> now.put(it.consequence().id(), it));
        List<ChargeMove> moves = new ArrayList<>();
        for (Charge it : before) {
            moves.add(new ChargeMove(Optional.of(it), Optional.ofNullable(now.remove(it.consequence().id()))));
        }
        now.values().forEach(it -> moves.add(new ChargeMove(Optional.empty(), Optional.of(it))));
        return moves.stream().filter(ChargeMove::isMoved).toList();
    }

    private boolean isMoved() {
        return before.isPresent() != after.isPresent() || !amount(before).equals(amount(after)) || !why(before).equals(why(after));
    }

    private static Optional<Quantity> amount(Optional<Charge> charge) {
        return charge.flatMap(Charge::amount);
    }

    private static Optional<Why> why(Optional<Charge> charge) {
        return charge.flatMap(Charge::why);
    }

    @Override
    public String toString() {
        return Characters.shown(consequence().id() + ": " + said(before) + " -> " + said(after));
    }

    private static String said(Optional<Charge> charge) {
        return charge.map(it -> it.amount().map(Quantity::toString).orElse("none, " + it.reason())).orElse("none");
    }
}
