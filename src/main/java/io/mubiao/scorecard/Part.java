package io.mubiao.scorecard;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.scoring.Limits;
import io.mubiao.scoring.Shape;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a scoring rule (计分分项): a shape of a value, or the sum of further parts; behind a gate, held by limits.
 * Immutable; every {@code with} method gives a new part. Order: shape or sum, gate, cap, floor, rounding.
 */
public final class Part {
    private final String id;
    private final String title;
    private final Formula of;
    private final Optional<Shape> shape;
    private final boolean higherIsBetter;
    private final Optional<Formula> weight;
    private final ImmutableMap<String, Formula> references;
    private final List<Part> parts;
    private final Optional<Gate> gate;
    private final Limits limits;
    private final Cite cite;

    /**
     * Points only where a test holds (门槛).
     *
     * @param when the test
     * @param otherwise the points where it does not hold
     */
    public record Gate(Formula when, Formula otherwise) {
        public Gate {
            requireNonNull(when, "when");
            requireNonNull(otherwise, "otherwise");
        }
    }

    private Part(String id, String title, Formula of, Optional<Shape> shape, boolean higherIsBetter,
            Optional<Formula> weight, Map<String, Formula> references, List<Part> parts, Optional<Gate> gate,
            Limits limits, Cite cite) {
        this.id = requireNonNull(id, "id");
        this.title = requireNonNull(title, "title");
        this.of = requireNonNull(of, "of");
        this.shape = requireNonNull(shape, "shape");
        this.higherIsBetter = higherIsBetter;
        this.weight = requireNonNull(weight, "weight");
        this.references = ImmutableMap.copyOf(references);
        this.parts = List.copyOf(parts);
        this.gate = requireNonNull(gate, "gate");
        this.limits = requireNonNull(limits, "limits");
        this.cite = requireNonNull(cite, "cite");
    }

    /** The points a shape gives a value; the value is a formula such as {@code attainment}. */
    public static Part of(String id, Shape shape, String value) {
        return new Part(id, id, Formula.parse(value), Optional.of(shape), true, Optional.empty(), Map.of(), List.of(),
                Optional.empty(), Limits.NONE, Cite.NONE);
    }

    /** The sum of further parts. */
    public static Part sum(String id, List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("part '" + id + "' sums nothing");
        }
        return new Part(id, id, Formula.of(Rational.ZERO), Optional.empty(), true, Optional.empty(), Map.of(), parts,
                Optional.empty(), Limits.NONE, Cite.NONE);
    }

    /** The same with a title for people. */
    public Part title(String words) {
        return new Part(id, words, of, shape, higherIsBetter, weight, references, parts, gate, limits, cite);
    }

    /** The same where less is better. */
    public Part lowerIsBetter() {
        return new Part(id, title, of, shape, false, weight, references, parts, gate, limits, cite);
    }

    /** The same with a weight of its own instead of the item's points w; the formula may use w. */
    public Part weight(String formula) {
        return new Part(id, title, of, shape, higherIsBetter, Optional.of(Formula.parse(formula)), references, parts, gate,
                limits, cite);
    }

    /** The same with what the shape calls base, low, high or target. */
    public Part with(String reference, String formula) {
        Map<String, Formula> all = new LinkedHashMap<>(references);
        all.put(reference, Formula.parse(formula));
        return new Part(id, title, of, shape, higherIsBetter, weight, all, parts, gate, limits, cite);
    }

    /** The same behind a gate: 0 where the test does not hold. */
    public Part gate(String test) {
        return gate(new Gate(Formula.parse(test), Formula.of(Rational.ZERO)));
    }

    /** The same behind a gate. */
    public Part gate(Gate value) {
        return new Part(id, title, of, shape, higherIsBetter, weight, references, parts, Optional.of(value), limits, cite);
    }

    /** The same with at most so many points; the formula may use w. */
    public Part cap(String formula) {
        return limits(new Limits(Optional.of(Formula.parse(formula)), limits.floor(), limits.rounding()));
    }

    /** The same with at least so many points; the formula may use w. */
    public Part floor(String formula) {
        return limits(new Limits(limits.cap(), Optional.of(Formula.parse(formula)), limits.rounding()));
    }

    /** The same under limits. */
    public Part limits(Limits value) {
        return new Part(id, title, of, shape, higherIsBetter, weight, references, parts, gate, value, cite);
    }

    /** The same with where it stands. */
    public Part cite(Cite value) {
        return new Part(id, title, of, shape, higherIsBetter, weight, references, parts, gate, limits, value);
    }

    /** Its name in formulas. */
    public String id() {
        return id;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** How its value becomes points; empty for a sum. */
    public Optional<Shape> shape() {
        return shape;
    }

    /** What it sums; empty for a shape. */
    public List<Part> parts() {
        return parts;
    }

    /** What holds and rounds it. */
    public Limits limits() {
        return limits;
    }

    /** Where it stands. */
    public Cite cite() {
        return cite;
    }

    /** The points before limits. */
    Formula plain() {
        Formula points = shape.isPresent() ? shape.get().formula(higherIsBetter).with(meanings()) : sumOf(parts);
        return gate.isEmpty() ? points : Formula.call("if", gate.get().when(), points, gate.get().otherwise());
    }

    /** These points under the limits. */
    Formula limited(Formula points, boolean bounded) {
        return (bounded ? limits : limits.withoutBounds()).of(points, meanings());
    }

    static Formula sumOf(List<Part> parts) {
        Formula sum = Formula.name(parts.get(0).id);
        for (Part part : parts.subList(1, parts.size())) {
            sum = Formula.call("+", sum, Formula.name(part.id));
        }
        return sum;
    }

    private Map<String, Formula> meanings() {
        ImmutableMap.Builder<String, Formula> meanings = ImmutableMap.builder();
        meanings.put("x", of);
        weight.ifPresent(formula -> meanings.put("w", formula));
        return meanings.putAll(references).buildOrThrow();
    }
}
