package io.mubiao.scoring;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a scoring rule (计分分项): a shape of a value, or the sum of further parts; times a factor, behind a gate,
 * held by limits. Immutable; every {@code with} method gives a new part. Order: shape or sum, factor, gate, what holds
 * where an input is missing or a divisor is zero, cap, floor, rounding.
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
    private final Optional<Formula> times;
    private final Optional<Gate> gate;
    private final Fallback fallback;
    private final Limits<Formula> limits;
    private final Cite cite;

    /**
     * The points where there are none otherwise (缺项与零除数处理).
     *
     * @param missing where an input is missing; empty for no points
     * @param zeroDivisor where a divisor is zero, such as highest = lowest; empty for no points
     */
    public record Fallback(Optional<Formula> missing, Optional<Formula> zeroDivisor) {
        /** No points. */
        public static final Fallback NONE = new Fallback(Optional.empty(), Optional.empty());

        public Fallback {
            requireNonNull(missing, "missing");
            requireNonNull(zeroDivisor, "zeroDivisor");
        }

        Formula of(Formula points, Map<String, Formula> meanings) {
            Formula first = missing.map(other -> Formula.call("orelse", points, other.with(meanings))).orElse(points);
            return zeroDivisor.map(other -> Formula.call("if_zero_divisor", first, other.with(meanings))).orElse(first);
        }
    }

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
            Optional<Formula> weight, Map<String, Formula> references, List<Part> parts,
            Optional<Formula> times, Optional<Gate> gate, Fallback fallback, Limits<Formula> limits, Cite cite) {
        this.id = requireNonNull(id, "id");
        this.title = requireNonNull(title, "title");
        this.of = requireNonNull(of, "of");
        this.shape = requireNonNull(shape, "shape");
        this.higherIsBetter = higherIsBetter;
        this.weight = requireNonNull(weight, "weight");
        this.references = ImmutableMap.copyOf(references);
        this.parts = List.copyOf(parts);
        this.times = requireNonNull(times, "times");
        this.gate = requireNonNull(gate, "gate");
        this.fallback = requireNonNull(fallback, "fallback");
        this.limits = requireNonNull(limits, "limits");
        this.cite = requireNonNull(cite, "cite");
    }

    /** The points a shape gives a value; the value is a formula such as {@code attainment}. */
    public static Part of(String id, Shape shape, String value) {
        return new Part(id, id, Formula.parse(value), Optional.of(shape), true, Optional.empty(), Map.of(), List.of(),
                Optional.empty(), Optional.empty(), Fallback.NONE, Limits.none(), Cite.NONE);
    }

    /** The sum of further parts. */
    public static Part sum(String id, List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("part '" + id + "' sums nothing");
        }
        return new Part(id, id, Formula.of(Rational.ZERO), Optional.empty(), true, Optional.empty(), Map.of(), parts,
                Optional.empty(), Optional.empty(), Fallback.NONE, Limits.none(), Cite.NONE);
    }

    /** The same with a title for people. */
    public Part title(String words) {
        return new Part(id, words, of, shape, higherIsBetter, weight, references, parts, times, gate, fallback,
                limits, cite);
    }

    /** The same where less is better. */
    public Part lowerIsBetter() {
        return new Part(id, title, of, shape, false, weight, references, parts, times, gate, fallback,
                limits, cite);
    }

    /** The same with a weight of its own instead of the item's points w; the formula may use w. */
    public Part weight(String formula) {
        return new Part(id, title, of, shape, higherIsBetter, Optional.of(Formula.parse(formula)), references, parts, times, gate,
                fallback, limits, cite);
    }

    /** The same with what the shape calls base, low, high or target. */
    public Part with(String reference, String formula) {
        Map<String, Formula> all = new LinkedHashMap<>(references);
        all.put(reference, Formula.parse(formula));
        return new Part(id, title, of, shape, higherIsBetter, weight, all, parts, times, gate, fallback,
                limits, cite);
    }

    /** The same behind a gate: 0 where the test does not hold. */
    public Part gate(String test) {
        return gate(new Gate(Formula.parse(test), Formula.of(Rational.ZERO)));
    }

    /** The same behind a gate. */
    public Part gate(Gate value) {
        return new Part(id, title, of, shape, higherIsBetter, weight, references, parts, times, Optional.of(value),
                fallback, limits, cite);
    }

    /** The same times a factor; the formula may use w. */
    public Part times(String formula) {
        return new Part(id, title, of, shape, higherIsBetter, weight, references, parts, Optional.of(Formula.parse(formula)),
                gate, fallback, limits, cite);
    }

    /** The same with points where there are none otherwise; the formulas may use w. */
    public Part fallback(Fallback value) {
        return new Part(id, title, of, shape, higherIsBetter, weight, references, parts, times, gate, value, limits, cite);
    }

    /** The same with at most so many points; the formula may use w. */
    public Part cap(String formula) {
        return limits(limits.cap(Formula.parse(formula)));
    }

    /** The same with at least so many points; the formula may use w. */
    public Part floor(String formula) {
        return limits(limits.floor(Formula.parse(formula)));
    }

    /** The same under limits. */
    public Part limits(Limits<Formula> value) {
        return new Part(id, title, of, shape, higherIsBetter, weight, references, parts, times, gate, fallback,
                value, cite);
    }

    /** The same with where it stands. */
    public Part cite(Cite value) {
        return new Part(id, title, of, shape, higherIsBetter, weight, references, parts, times, gate, fallback,
                limits, value);
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

    /** What holds where there are no points otherwise. */
    public Fallback fallback() {
        return fallback;
    }

    /** The value that a shape gives points to. */
    public Formula of() {
        return of;
    }

    /** Which end of the value is the better one. */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** What w means in it; empty where it is the item's full points. */
    public Optional<Formula> weight() {
        return weight;
    }

    /** What the shape calls base, low, high and target. */
    public Map<String, Formula> references() {
        return references;
    }

    /** The factor of its points; empty for none. */
    public Optional<Formula> times() {
        return times;
    }

    /** The test without which there are other points; empty for none. */
    public Optional<Gate> gate() {
        return gate;
    }

    /** What holds and rounds it. */
    public Limits<Formula> limits() {
        return limits;
    }

    /** Where it stands. */
    public Cite cite() {
        return cite;
    }

    /** All that it comes to, under its limits, as one formula of names; of a sum, of the names of its parts. */
    public Formula formula() {
        return limited(plain(), true);
    }

    /** The points before limits. */
    public Formula plain() {
        Map<String, Formula> meanings = meanings();
        Formula sum = shape.isPresent() ? shape.get().formula(higherIsBetter).with(meanings) : sumOf(parts);
        Formula points = times.map(factor -> Formula.call("*", sum, factor.with(meanings))).orElse(sum);
        Formula gated = gate.isEmpty() ? points : Formula.call("if", gate.get().when().with(meanings), points,
                gate.get().otherwise().with(meanings));
        return fallback.of(gated, meanings);
    }

    /** These points under the limits. */
    public Formula limited(Formula points, boolean bounded) {
        return Limits.held(bounded ? limits : limits.withoutBounds(), points, meanings());
    }

    /** The sum of parts by their names. */
    public static Formula sumOf(List<Part> parts) {
        return Formula.chain("+", parts.stream().map(part -> Formula.name(part.id)).toList());
    }

    private List<Object> content() {
        return List.of(id, title, of, shape, higherIsBetter, weight, references, parts, times, gate, fallback, limits, cite);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Part that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Characters.shown("Part " + id + " = " + formula());
    }

    private Map<String, Formula> meanings() {
        ImmutableMap.Builder<String, Formula> meanings = ImmutableMap.builder();
        shape.ifPresent(any -> meanings.put("x", of));
        weight.ifPresent(formula -> meanings.put("w", formula));
        return meanings.putAll(references).build();
    }
}
