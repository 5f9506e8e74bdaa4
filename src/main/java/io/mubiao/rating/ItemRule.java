package io.mubiao.rating;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.value.Rational;
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
 */
public record ItemRule(String id, String title, String rule, Optional<Rational> points, String target,
        Map<String, String> targets, Map<String, String> given, String peers) {
    public ItemRule {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(rule, "rule");
        requireNonNull(points, "points");
        requireNonNull(target, "target");
        targets = ImmutableMap.copyOf(targets);
        given = ImmutableMap.copyOf(given);
        requireNonNull(peers, "peers");
    }

    /** The targets whose assessments it depends on. */
    public Set<String> reads() {
        return Stream.concat(Stream.of(target), targets.values().stream()).filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The item of one target. */
    public static ItemRule of(String target, String rule) {
        return new ItemRule(target, "", rule, Optional.empty(), target, Map.of(), Map.of(), "");
    }
}
