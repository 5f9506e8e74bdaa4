package io.mubiao.land.assess.internal;

import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.internal.CompiledRule.CompiledBaseline;
import io.mubiao.land.internal.CompiledRule.CompiledPlaces;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.value.Enclosure;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What some enterprises contribute to the baselines, gathered by baseline and texts. Not thread-safe. */
public final class BaselineSums {
    private final CompiledRule rule;
    private final Map<BaselineTable.Key, Accumulator> parts = new HashMap<>();
    private final Map<BaselineTable.Key, BaselineTable.Formed> settled = new HashMap<>();
    private final Map<BaselineTable.Key, PlacesWithin> settledPlaces = new HashMap<>();

    public BaselineSums(CompiledRule rule) {
        this.rule = rule;
    }

    /** With what was gathered elsewhere. */
    public BaselineSums(CompiledRule rule, Map<BaselineTable.Key, Accumulator> parts) {
        this(rule);
        this.parts.putAll(parts);
    }

    /** What was gathered. */
    public Map<BaselineTable.Key, Accumulator> parts() {
        return parts;
    }

    /** A baseline of so many whose value was found elsewhere, before it is multiplied and rounded. */
    public void settle(BaselineTable.Key key, Value value, long formedBy) {
        settled.put(key, new BaselineTable.Formed(finished(rule.baselines().get(key.baseline()), value), formedBy));
    }

    /**
     * Places among numbers that were gathered elsewhere.
     *
     * @param counts how many have each of the different numbers, the smallest first
     */
    public void settlePlaces(BaselineTable.Key key, List<Enclosure> different, List<Long> counts) {
        CompiledPlaces places = rule.places().get(key.baseline() - rule.baselines().size());
        settledPlaces.put(key, PlacesWithin.of(different, counts, places.higherIsBetter(), rule.ties()));
    }

    /** Whether something can be gathered for a baseline of this number in this way. */
    public static boolean fits(CompiledRule rule, int index, @Nullable Accumulator part) {
        if (index >= rule.baselines().size() + rule.places().size()) {
            return false;
        }
        boolean listed = index >= rule.baselines().size() || rule.baselines().get(index).baseline().among().isPresent()
                || rule.baselines().get(index).baseline().kind() == BaselineRule.Kind.PERCENTILE;
        return part == null ? listed : !listed && rule.baselines().get(index).baseline().kind() != BaselineRule.Kind.CONSTANT
                && create(rule.baselines().get(index)).isLike(part);
    }

    /** One more enterprise, if it belongs to who forms a baseline. */
    public void add(int index, RowFrame frame, Standing standing) {
        if (index >= rule.baselines().size()) {
            order(index, frame, standing);
            return;
        }
        CompiledBaseline it = rule.baselines().get(index);
        BaselineRule definition = it.baseline();
        boolean belongs = definition.kind() != BaselineRule.Kind.CONSTANT && standing.isScored()
                && (definition.population() == BaselineRule.Population.EVALUATED || standing == Standing.GRADED)
                && (it.when().isEmpty() || frame.decided(it.when().get()) == Truth.TRUE);
        List<String> key = belongs ? frame.key(it.by()) : null;
        if (key == null) {
            return;
        }
        if (definition.kind() == BaselineRule.Kind.RATIO_OF_SUMS) {
            Value numerator = it.numerator().value(frame);
            Value denominator = it.denominator().value(frame);
            if (numerator.isNumber() && denominator.isNumber()) {
                accumulator(index, key).add(numerator.number(), denominator.number());
            }
        } else {
            Value value = frame.number(it.indicator());
            if (value.isNumber()) {
                accumulator(index, key).add(value.number(), value.number());
            }
        }
    }

    private void order(int index, RowFrame frame, Standing standing) {
        CompiledPlaces places = rule.places().get(index - rule.baselines().size());
        List<String> key = standing.isScored() ? frame.key(places.by()) : null;
        Value value = key == null ? Value.missing("") : frame.number(places.indicator());
        if (key != null && value.isNumber()) {
            accumulator(index, key).add(value.number(), value.number());
        }
    }

    public Accumulator accumulator(int index, List<String> key) {
        return parts.computeIfAbsent(new BaselineTable.Key(index, key), it -> index >= rule.baselines().size() ? new Listed.Order()
                : create(rule.baselines().get(index)));
    }

    private static Accumulator create(CompiledBaseline it) {
        BaselineRule definition = it.baseline();
        if (definition.among().isPresent()) {
            return new Listed.Picked(definition.among().get(), it.higherIsBetter());
        }
        return switch (definition.kind()) {
            case DEVIATION, SAMPLE_DEVIATION -> new Accumulator.Deviation(definition.kind() == BaselineRule.Kind.SAMPLE_DEVIATION);
            case RATIO_OF_SUMS -> new Accumulator.Sums();
            case MEAN -> new Accumulator.Mean();
            case MAX -> new Accumulator.Extreme(true);
            case MIN -> new Accumulator.Extreme(false);
            case PERCENTILE -> new Listed.Sorted(definition.percentile().orElseThrow());
            case CONSTANT -> throw new IllegalStateException("a constant is not formed");
        };
    }

    public int size() {
        return parts.size();
    }

    public void take(BaselineSums other) {
        other.parts.forEach((key, part) -> accumulator(key.baseline(), key.by()).merge(part));
    }

    /** The baselines, multiplied and rounded as declared. */
    public BaselineTable finish() {
        Map<BaselineTable.Key, BaselineTable.Formed> formed = new LinkedHashMap<>();
        Map<BaselineTable.Key, PlacesWithin> places = new LinkedHashMap<>();
        parts.forEach((key, part) -> {
            int place = key.baseline() - rule.baselines().size();
            if (part instanceof Listed.Order order) {
                places.put(new BaselineTable.Key(place, key.by()), order.places(rule.places().get(place).higherIsBetter(), rule.ties()));
            } else {
                formed.put(key, formed(rule.baselines().get(key.baseline()), part));
            }
        });
        formed.putAll(settled);
        settledPlaces.forEach((key, it) ->
                places.put(new BaselineTable.Key(key.baseline() - rule.baselines().size(), key.by()), it));
        for (int i = 0; i < rule.baselines().size(); i++) {
            CompiledBaseline it = rule.baselines().get(i);
            if (it.constant().isPresent()) {
                Value constant = finished(it, Value.of(it.constant().get()));
                formed.put(new BaselineTable.Key(i, List.of()), new BaselineTable.Formed(constant, 0));
            }
        }
        return new BaselineTable(formed, Map.of(), places, rule.baselines().stream().map(it -> it.baseline().id()).toList());
    }

    private static BaselineTable.Formed formed(CompiledBaseline it, Accumulator part) {
        if (part instanceof Accumulator.Mean mean && it.baseline().rounding().isEmpty()) {
            return BaselineTable.Formed.of(mean, it.times(), value -> finished(it, value));
        }
        Value value = part.value();
        if (value.isNumber() && it.baseline().kind() == BaselineRule.Kind.RATIO_OF_SUMS) {
            value = Value.of(value.number().times(Enclosure.of(it.factor())));
        }
        return new BaselineTable.Formed(finished(it, value), part.formedBy());
    }

    private static Value finished(CompiledBaseline it, Value value) {
        if (!value.isNumber()) {
            return value;
        }
        Enclosure number = value.number().times(Enclosure.of(it.times()));
        return Value.of(it.baseline().rounding().isPresent() ? number.rounded(it.baseline().rounding().get()) : number);
    }
}
