package io.mubiao.scoring;

import static java.util.Objects.requireNonNull;

import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Inputs of a scoring rule as texts (给定数据): numbers with units, yes or no, words. Immutable. A name that is not given is
 * missing, never zero.
 */
public final class Given {
    private final Map<String, String> values;
    private final Map<String, List<String>> peers;
    private final Optional<Rational> points;

    private Given(Map<String, String> values, Map<String, List<String>> peers, Optional<Rational> points) {
        this.values = values;
        this.peers = peers;
        this.points = points;
    }

    /** Names and texts in turn: {@code of("attainment", "85 %", "met", "no")}. */
    public static Given of(String... namesAndTexts) {
        if (namesAndTexts.length % 2 != 0) {
            throw new IllegalArgumentException("expected names and texts in turn, got " + namesAndTexts.length + " text(s)");
        }
        Given given = new Given(Map.of(), Map.of(), Optional.empty());
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            given = given.with(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return given;
    }

    /** The same with one input more. */
    public Given with(String name, String text) {
        Map<String, String> all = new LinkedHashMap<>(values);
        if (all.put(requireNonNull(name, "name"), requireNonNull(text, "text")) != null) {
            throw new IllegalArgumentException("'" + name + "' is given twice");
        }
        return new Given(all, peers, points);
    }

    /** The same with the input in the period before. */
    public Given withPrior(String name, String text) {
        return with("prior(\"" + name + "\")", text);
    }

    /** The same with the number of periods up to now for which a flag has held. */
    public Given withInARow(String name, int periods) {
        return with("in_a_row(\"" + name + "\")", Integer.toString(periods));
    }

    /** The same with an input of all peers, the item itself among them. */
    public Given withPeers(String name, String... texts) {
        Map<String, List<String>> all = new LinkedHashMap<>(peers);
        all.put(name, List.of(texts));
        return new Given(values, all, points);
    }

    /** The same with other full points than the rule's. */
    public Given points(String number) {
        return new Given(values, peers, Optional.of(Rational.parse(number)));
    }

    public Map<String, String> values() {
        return values;
    }

    public Map<String, List<String>> peers() {
        return peers;
    }

    Optional<Rational> points() {
        return points;
    }
}
