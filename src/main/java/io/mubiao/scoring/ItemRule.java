package io.mubiao.scoring;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Formula;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One scored item (计分项). Immutable.
 *
 * @param id its name, unique among the items
 * @param title what people call it
 * @param rule the name of its scoring rule
 * @param points its full points; the rule's where empty
 * @param target the target that its readings are of; empty where the rule reads none
 * @param targets further targets, by the name of the input that reads them
 * @param given inputs that the office gives, as texts
 * @param peers the name of the group of items whose like inputs are its peers; empty for none
 * @param set the targets that its inputs of a set are made of
 */
public record ItemRule(String id, String title, String rule, Optional<Rational> points, String target,
        Map<String, String> targets, Map<String, String> given, String peers, TargetSet set) {
    public ItemRule {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(rule, "rule");
        requireNonNull(points, "points");
        requireNonNull(target, "target");
        targets = ImmutableMap.copyOf(targets);
        given = ImmutableMap.copyOf(given);
        requireNonNull(peers, "peers");
        requireNonNull(set, "set");
    }

    /**
     * Some targets: those named, and those of which a test holds. Immutable.
     *
     * @param targets their ids
     * @param when a test of id, kind, chapter, owner, strength, binding; empty for no further ones
     */
    public record TargetSet(List<String> targets, Optional<Formula> when) {
        /** No targets. */
        public static final TargetSet NONE = new TargetSet(List.of(), Optional.empty());

        public TargetSet {
            targets = List.copyOf(targets);
            requireNonNull(when, "when");
        }

        /** Whether it holds none whatever the register. */
        public boolean isNone() {
            return targets.isEmpty() && when.isEmpty();
        }
    }

    /** An item without a set of targets. */
    public ItemRule(String id, String title, String rule, Optional<Rational> points, String target, Map<String, String> targets,
            Map<String, String> given, String peers) {
        this(id, title, rule, points, target, targets, given, peers, TargetSet.NONE);
    }

    /** The targets whose assessments it depends on. */
    public Set<String> reads() {
        return Stream.of(Stream.of(target), targets.values().stream(), set.targets().stream()).flatMap(ids -> ids).filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The item of one target. */
    public static ItemRule of(String target, String rule) {
        return new ItemRule(target, "", rule, Optional.empty(), target, Map.of(), Map.of(), "");
    }
}
