package io.mubiao.land.assess;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Value;
import io.mubiao.value.Enclosure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The baselines of an evaluation (基准值), formed once and then given to every score. Immutable. Keep them to evaluate
 * with frozen baselines: {@code LandAssessor.of(rule).frozen(evaluation.baselines())}.
 */
public final class Baselines {
    /** One baseline of one group of texts. */
    record Key(int baseline, List<String> by) {}

    /**
     * A baseline that was formed.
     *
     * @param value the number, multiplied and rounded as declared
     * @param count how many enterprises formed it
     */
    record Formed(Value value, long count) {}

    /** The mean score of an item in a group. */
    record Mean(String group, String item) {}

    static final Baselines NONE = new Baselines(Map.of(), Map.of(), List.of());

    private final ImmutableMap<Key, Formed> formed;
    private final ImmutableMap<Mean, Formed> means;
    private final List<String> names;

    Baselines(Map<Key, Formed> formed, Map<Mean, Formed> means, List<String> names) {
        this.formed = ImmutableMap.copyOf(formed);
        this.means = ImmutableMap.copyOf(means);
        this.names = List.copyOf(names);
    }

    Baselines withMeans(Map<Mean, Formed> scores) {
        return new Baselines(formed, scores, names);
    }

    Map<Key, Formed> formed() {
        return formed;
    }

    Value value(int baseline, List<String> by) {
        Formed found = formed.get(new Key(baseline, by));
        found = found == null ? formed.get(new Key(baseline, List.of())) : found;
        return found == null ? Value.missing(names.get(baseline)) : found.value();
    }

    Value meanScore(String group, String item) {
        Formed found = means.get(new Mean(group, item));
        return found == null ? Value.missing("mean score of " + item) : found.value();
    }

    long count(int baseline, List<String> by) {
        Formed found = formed.get(new Key(baseline, by));
        return found == null ? 0 : found.count();
    }

    long meanCount(String group, String item) {
        Formed found = means.get(new Mean(group, item));
        return found == null ? 0 : found.count();
    }

    /**
     * A baseline: its number, or an enclosure of it where it is no short fraction.
     *
     * @param baseline its id
     * @param by the texts it is formed by, in the rule's order; none for one of all
     * @return empty if nobody formed it or its denominator is zero
     */
    public Optional<Enclosure> get(String baseline, String... by) {
        int index = names.indexOf(baseline);
        if (index < 0) {
            throw new IllegalArgumentException("no baseline '" + baseline + "'; there are " + names);
        }
        Value value = value(index, List.of(by));
        return value.isNumber() ? Optional.of(value.number()) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Baselines that && toString().equals(that.toString());
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
        return text.toString();
    }
}
