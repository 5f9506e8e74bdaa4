package io.mubiao.scoring.internal;

import io.mubiao.formula.Value;
import io.mubiao.scoring.RuleInput;
import io.mubiao.shape.Ties;
import io.mubiao.shape.internal.Places;
import io.mubiao.value.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One input of all peers; those who lack it are left out. Immutable. */
public final class PeerNumbers {
    private final List<Rational> numbers;
    private final @Nullable Places places;

    public PeerNumbers(List<Rational> numbers, boolean higherIsBetter, @Nullable Ties ties) {
        this.numbers = List.copyOf(numbers);
        places = ties == null ? null : Places.among(numbers, higherIsBetter, ties);
    }

    /** Under which name the numbers of an input are kept: each end of it has places of its own. */
    public static String key(RuleInput input) {
        return input.higherIsBetter() ? input.id() : input.id() + "<";
    }

    Value get(Want want, Value own) {
        if (want.about() == Want.About.PEERS) {
            return Value.of(Rational.of(numbers.size()));
        }
        if (numbers.isEmpty()) {
            return Value.missing(want.symbol().name());
        }
        return switch (want.about()) {
            case LOWEST -> Value.of(numbers.stream().reduce(numbers.get(0), Rational::min));
            case HIGHEST -> Value.of(numbers.stream().reduce(numbers.get(0), Rational::max));
            case MEAN -> Value.of(Rational.sum(numbers).dividedBy(Rational.of(numbers.size())));
            case PLACE -> places == null || !own.isNumber()
                    ? Value.missing(want.symbol().name())
                    : Value.of(Rational.of(places.place(own.number().low())));
            default -> throw new IllegalStateException(want + " asks nothing of peers");
        };
    }
}
