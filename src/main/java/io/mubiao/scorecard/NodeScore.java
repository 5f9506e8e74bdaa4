package io.mubiao.scorecard;

import io.mubiao.assess.Verdict;
import io.mubiao.scoring.Claim;
import io.mubiao.shape.Banding;
import io.mubiao.shape.Ties;
import io.mubiao.target.Bindingness;
import io.mubiao.text.internal.Characters;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The score of a node (汇总得分). Immutable. */
public final class NodeScore {
    private final CompiledView.Node node;
    private final NodeSum.Outcome outcome;
    private final List<NodeScore> nodes;
    private final List<Credited> items;
    private final Optional<String> computedGrade;
    private final Optional<String> grade;
    private final Optional<String> light;
    private final List<Veto> vetoes;
    private final @Nullable ManualOverride override;
    private final List<Judgement> judgements;
    private final GradeScale scale;
    private final @Nullable Placing placing;
    private final @Nullable Allotted allotted;
    private final @Nullable Denied denied;

    /**
     * An item below a node, and the share of it that the node is credited with.
     *
     * @param item the item
     * @param share from above 0 to 1
     */
    public record Credited(ItemScore item, Rational share) {}

    /**
     * A veto and the item it comes from.
     *
     * @param claim the veto
     * @param item the id of the item
     */
    public record Veto(Claim claim, String item) {}

    /**
     * A label that the points earn and that has no place left (名额已满).
     *
     * @param label the best such label
     * @param place the place among those who earn it, from 1
     * @param places how many places it has
     * @param instead the label that has a place for it; a veto may give a worse one
     */
    public record Denied(String label, long place, long places, String instead) {}

    /**
     * Its place among its siblings (排名).
     *
     * @param place from 1
     * @param ranked how many of them have points, and so a place
     * @param all how many they are
     * @param ties what equals do
     * @param equals the titles of all that have these points, this one among them
     */
    public record Placing(long place, long ranked, long all, Ties ties, List<String> equals) {
        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /**
     * Its place among those whose points earn a label of which there are only so many (名额排位).
     *
     * @param label the best such label that its points earn
     * @param place from 1
     * @param earning how many earn it and have no better one
     * @param places how many get it
     * @param of the number of units that shares are of
     * @param quota the rule
     * @param ties what equals do
     * @param equals the titles of all of them that have these points, this one among them
     */
    public record Allotted(String label, long place, long earning, long places, long of, GradeQuota quota, Ties ties, List<String> equals) {
        /** Whether it has one of the places. */
        public boolean isGiven() {
            return place <= places;
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    NodeScore(CompiledView.Node node, NodeSum.Outcome outcome, List<NodeScore> nodes, List<Credited> items,
            Optional<String> computedGrade, Optional<String> grade, Optional<String> light, List<Veto> vetoes,
            @Nullable ManualOverride override, List<Judgement> judgements, GradeScale scale, @Nullable Placing placing,
            @Nullable Allotted allotted, @Nullable Denied denied) {
        this.node = node;
        this.outcome = outcome;
        this.nodes = nodes;
        this.items = items;
        this.computedGrade = computedGrade;
        this.grade = grade;
        this.light = light;
        this.vetoes = vetoes;
        this.override = override;
        this.judgements = judgements;
        this.scale = scale;
        this.placing = placing;
        this.allotted = allotted;
        this.denied = denied;
    }

    NodeScore placed(@Nullable Placing place) {
        return new NodeScore(node, outcome, nodes, items, computedGrade, grade, light, vetoes, override, judgements, scale, place,
                allotted, denied);
    }

    NodeScore allotted(Allotted place) {
        return new NodeScore(node, outcome, nodes, items, computedGrade, grade, light, vetoes, override, judgements, scale, placing,
                place, denied);
    }

    /** The same with another grade, because the better one has no place left. */
    NodeScore graded(String label, Denied lacking) {
        return new NodeScore(node, outcome, nodes, items, computedGrade, Optional.of(label), light, vetoes, override, judgements,
                scale, placing, allotted, lacking);
    }

    /** Its id, unique in the view; {@code 三/发改委} for a generated node below a generated node, empty for the root. */
    public String id() {
        return node.id();
    }

    /** Its title. */
    public String title() {
        return node.title();
    }

    /** How it rolls up. */
    public NodeRule rule() {
        return node.rule();
    }

    /** The points that count: those of an override, else the computed ones; empty where there are none. */
    public Optional<Rational> points() {
        return override != null && override.points().isPresent() ? override.points() : outcome.points();
    }

    /** The points as computed. */
    public Optional<Rational> computedPoints() {
        return outcome.points();
    }

    /** The points before cap, floor and rounding (未封顶得分). */
    public Optional<Rational> raw() {
        return outcome.raw();
    }

    /** The full points of what counts. */
    public Rational full() {
        return outcome.full();
    }

    /** Points ÷ full points; empty without points or with no full points. */
    public Optional<Rational> share() {
        return points().filter(number -> full().signum() != 0).map(number -> number.dividedBy(full()));
    }

    /** The share of the full points below that is known (完整度), from 0 to 1. */
    public Rational completeness() {
        return outcome.completeness();
    }

    /** Why there are no points; empty where there are. */
    public Optional<NoPoints> reason() {
        return points().isPresent() ? Optional.empty() : outcome.reason();
    }

    /** What the reason is about: the children that lack points, or how complete it is; may be empty. */
    public String detail() {
        return points().isPresent() ? "" : outcome.detail();
    }

    /** The grade that counts: never better than a veto allows. */
    public Optional<String> grade() {
        return grade;
    }

    /** The better label that its points earn and that has no place left for it. */
    public Optional<Denied> denied() {
        return Optional.ofNullable(denied);
    }

    /** Its place among those whose points earn a label of which there are only so many; empty where none is. */
    public Optional<Allotted> allotted() {
        return Optional.ofNullable(allotted);
    }

    /** Whether it gets a grade: what its rule says, else whether its full points are those that the bands of the grades are of. */
    public boolean isGraded() {
        return scale.grades(node.rule(), outcome.full());
    }

    /** Whether it has no grade because the bands of the grades are of other full points. */
    public boolean isOffScale() {
        return scale.isOff(node.rule(), outcome.full());
    }

    /** The full points that the bands of the grades are of; empty where nothing says it. */
    public Optional<Rational> gradedOutOf() {
        return scale.outOf();
    }

    /** The points from which on the best grade is given; empty where it has none. */
    public Optional<Rational> bestGradeFrom() {
        return scale.best();
    }

    /** Its points among the bands of the grades; empty without points, and where it gets no grade or places alone give them. */
    public Optional<Banding> gradeBanding() {
        return scale.grades().filter(it -> isGraded() && !scale.isByPlace()).flatMap(it -> points().map(number -> Banding.of(it.bands(), number)));
    }

    /** Its percentage of the full points among the bands of the lights; empty without one. */
    public Optional<Banding> lightBanding() {
        return scale.lights().flatMap(it -> share().map(part -> Banding.of(it.bands(), part.times(Rational.HUNDRED))));
    }

    /** The grade of the points alone. */
    public Optional<String> computedGrade() {
        return computedGrade;
    }

    /** The light. */
    public Optional<String> light() {
        return light;
    }

    /** The vetoes of everything below. */
    public List<Veto> vetoes() {
        return vetoes;
    }

    /** The override in force. */
    public Optional<ManualOverride> override() {
        return Optional.ofNullable(override);
    }

    /** What people said; beside the points, never inside. */
    public List<Judgement> judgements() {
        return judgements;
    }

    /** Its place among its siblings, from 1; empty where they are not ranked or it has no points. */
    public OptionalLong place() {
        return placing == null ? OptionalLong.empty() : OptionalLong.of(placing.place());
    }

    /** Its place and those beside it; empty where they are not ranked or it has no points. */
    public Optional<Placing> placing() {
        return Optional.ofNullable(placing);
    }

    /** The nodes right below it. */
    public List<NodeScore> nodes() {
        return nodes;
    }

    /** The items right below it. */
    public List<Credited> items() {
        return items;
    }

    /** Every item below it, once, in order. */
    public Stream<ItemScore> allItems() {
        Set<String> seen = new HashSet<>();
        return everyCredited().map(Credited::item).filter(item -> seen.add(item.id()));
    }

    /** Every item below it as often as somebody is credited with a share of it. */
    Stream<Credited> everyCredited() {
        return Stream.concat(items.stream(), nodes.stream().flatMap(NodeScore::everyCredited));
    }

    /**
     * The verdicts of the targets below, binding and expected ones apart (约束性、预期性分列); targets that do not say which
     * they are, are left out.
     */
    public Map<Bindingness, Map<Verdict, Long>> byBindingness() {
        Map<Bindingness, Map<Verdict, Long>> counts = new EnumMap<>(Bindingness.class);
        for (Bindingness bindingness : Bindingness.values()) {
            counts.put(bindingness, new EnumMap<>(Verdict.class));
        }
        allItems().flatMap(item -> item.assessment().stream()).forEach(assessment ->
                assessment.target().bindingness().ifPresent(bindingness ->
                        counts.getOrDefault(bindingness, new LinkedHashMap<>()).merge(assessment.verdict(), 1L, Long::sum)));
        return counts;
    }

    /** How the points came about from those right below; replays to the same number. Empty where there are none. */
    public Optional<Trace.Worked> trace() {
        return RollUpTrace.of(this);
    }

    NodeSum.Outcome outcome() {
        return outcome;
    }

    CompiledView.Node node() {
        return node;
    }

    @Override
    public String toString() {
        return Characters.shown((id().isEmpty() ? "all" : id()) + " " + points().map(number -> number + " of " + full())
                
                .orElseGet(() -> "no points (" + reason().map(Enum::name).orElse("") + (detail().isEmpty() ? ")" : ": " + detail() + ")")) + grade().map(words -> " " + words).orElse(""));
    }
}
