package io.mubiao.land.assess.internal;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Value;
import io.mubiao.land.assess.internal.near.NearMean;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The baselines of an evaluation by their number in the rule, and the mean scores of items. Immutable. */
public final class BaselineTable {
    /** One baseline of one group of texts. */
    public record Key(int baseline, List<String> by) {}

    /**
     * A baseline that was formed.
     *
     * @param exact the number, multiplied and rounded as declared
     * @param near what it nearly is, where that is known before the number itself
     * @param count how many enterprises formed it
     */
    public record Formed(Supplier<Value> exact, @Nullable NearMean near, long count) {
        Formed(Value value, long count) {
            this(() -> value, null, count);
        }

        /** The mean of what was gathered, worked out exactly when it is asked for; made of the mean in some way. */
        static Formed of(Accumulator.Mean mean, Rational times, UnaryOperator<Value> made) {
            NearMean near = mean.near();
            if (near == null) {
                return new Formed(made.apply(mean.value()), mean.count);
            }
            return new Formed(Suppliers.memoize(() -> made.apply(mean.value())),
                    near.times(times), mean.count);
        }

        public Value value() {
            return exact.get();
        }
    }

    /** The mean score of an item in a group. */
    public record Mean(String group, String item) {}

    public static final BaselineTable NONE = new BaselineTable(Map.of(), Map.of(), Map.of(), List.of());

    private final ImmutableMap<Key, Formed> formed;
    private final ImmutableMap<Mean, Formed> means;
    private final ImmutableMap<Key, PlacesWithin> places;
    private final List<String> names;

    /** @param places the values in order, by the number of the place in the rule */
    BaselineTable(Map<Key, Formed> formed, Map<Mean, Formed> means, Map<Key, PlacesWithin> places, List<String> names) {
        this.places = ImmutableMap.copyOf(places);
        this.formed = ImmutableMap.copyOf(formed);
        this.means = ImmutableMap.copyOf(means);
        this.names = List.copyOf(names);
    }

    /** Those formed, in no order. */
    public Map<Key, Formed> formed() {
        return formed;
    }

    /** The mean scores formed, in no order. */
    public Map<Mean, Formed> means() {
        return means;
    }

    public BaselineTable withMeans(Map<Mean, Formed> scores) {
        return new BaselineTable(formed, scores, places, names);
    }

    public Value value(int baseline, List<String> by) {
        Formed found = found(baseline, by);
        return found == null || found.value().is(Value.Absence.NOBODY) ? Value.nobody(names.get(baseline)) : found.value();
    }

    private @Nullable Formed found(int baseline, List<String> by) {
        Formed found = formed.get(new Key(baseline, by));
        return found == null ? formed.get(new Key(baseline, List.of())) : found;
    }

    /** What a baseline nearly is; null where it is known exactly, or not at all. */
    public @Nullable NearMean near(int baseline, List<String> by) {
        Formed found = found(baseline, by);
        return found == null ? null : found.near();
    }

    /** What a mean score nearly is, likewise. */
    public @Nullable NearMean nearMeanScore(String group, String item) {
        Formed found = means.get(new Mean(group, item));
        return found == null ? null : found.near();
    }

    /** The place of a value among those of its group; 0 if nobody is there. */
    long place(int index, List<String> by, Enclosure value) {
        PlacesWithin found = places.get(new Key(index, by));
        return found == null ? 0 : found.place(value);
    }

    /** How many share the place of a value; 0 if nobody is there. */
    public long equal(int index, List<String> by, Enclosure value) {
        PlacesWithin found = places.get(new Key(index, by));
        return found == null ? 0 : found.equal(value);
    }

    /** How many have a place there. */
    public long placed(int index, List<String> by) {
        PlacesWithin found = places.get(new Key(index, by));
        return found == null ? 0 : found.size();
    }

    public Value meanScore(String group, String item) {
        Formed found = means.get(new Mean(group, item));
        return found == null ? Value.missing("mean score of " + item) : found.value();
    }

    /** The number of a baseline in the rule; below 0 if there is none. */
    public int index(String baseline) {
        return names.indexOf(baseline);
    }

    public List<String> names() {
        return names;
    }

    public long count(int baseline, List<String> by) {
        Formed found = formed.get(new Key(baseline, by));
        return found == null ? 0 : found.count();
    }

    public long meanCount(String group, String item) {
        Formed found = means.get(new Mean(group, item));
        return found == null ? 0 : found.count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BaselineTable that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        formed.entrySet().stream().map(it -> names.get(it.getKey().baseline()) + it.getKey().by() + " = "
                + it.getValue().value()).sorted().forEach(line -> text.append(line).append('\n'));
        means.entrySet().stream().map(it -> "mean score " + it.getKey().group() + "/" + it.getKey().item() + " = "
                + it.getValue().value()).sorted().forEach(line -> text.append(line).append('\n'));
        places.entrySet().stream().map(it -> "places " + it.getKey() + " = " + it.getValue()).sorted()
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
