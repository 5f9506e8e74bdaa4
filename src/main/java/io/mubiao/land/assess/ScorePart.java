package io.mubiao.land.assess;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.text.internal.Characters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many of some enterprises have each total, by ranking: a partial result to be merged with those of other threads,
 * chunks or machines. {@link #merge} is associative and exact; the order of merging changes nothing.
 */
public final class ScorePart {
    /** The counts of one ranking. */
    static final class Counts {
        final TreeMap<RankKey, Integer> keys = new TreeMap<>();
        long population;

        void take(Counts other) {
            other.keys.forEach((key, count) -> keys.merge(key, count, Integer::sum));
            population += other.population;
        }
    }

    final CompiledRule rule;
    final Map<List<String>, Counts> rankings = new HashMap<>();

    ScorePart(CompiledRule rule) {
        this.rule = rule;
    }

    void ranked(List<String> ranking, RankKey key) {
        rankings.computeIfAbsent(ranking, it -> new Counts()).keys.merge(key, 1, Integer::sum);
    }

    void scored(List<String> ranking) {
        rankings.computeIfAbsent(ranking, it -> new Counts()).population++;
    }

    /**
     * These enterprises and the others together; changes neither part.
     *
     * @throws IllegalArgumentException if the other part belongs to another rule
     */
    public ScorePart merge(ScorePart other) {
        checkArgument(rule.rule().equals(other.rule.rule()), "parts of different rules do not merge");
        ScorePart whole = new ScorePart(rule);
        for (ScorePart part : List.of(this, other)) {
            part.rankings.forEach((key, counts) -> whole.rankings.computeIfAbsent(key, it -> new Counts()).take(counts));
        }
        return whole;
    }

    /** How many are ranked. */
    public long ranked() {
        return rankings.values().stream().flatMap(it -> it.keys.values().stream()).mapToLong(Integer::longValue).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScorePart that && texts().equals(that.texts());
    }

    @Override
    public int hashCode() {
        return texts().hashCode();
    }

    private Map<List<String>, String> texts() {
        Map<List<String>, String> texts = new HashMap<>();
        rankings.forEach((key, counts) -> texts.put(key, counts.population + " " + counts.keys));
        return texts;
    }

    @Override
    public String toString() {
        return Characters.shown("ScorePart[" + rankings.size() + " rankings, " + ranked() + " ranked]");
    }
}
