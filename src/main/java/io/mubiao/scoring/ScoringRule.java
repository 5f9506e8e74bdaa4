package io.mubiao.scoring;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Value;
import io.mubiao.lookup.LookupList;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Rule;
import io.mubiao.rule.RuleBuilder;
import io.mubiao.scoring.internal.GivenInputs;
import io.mubiao.scoring.internal.Program;
import io.mubiao.scoring.internal.ProgramCompiler;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Ties;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one item becomes points (计分办法): inputs read of a target or given, parts that add up, limits of the total, vetoes
 * and duties. Immutable. Its formulas may use the readings of {@link Reading}, its inputs and parameters, {@code w} (the
 * item's full points), derived quantities, the ids of earlier parts, and of an input {@code lowest("x")}, {@code highest("x")},
 * {@code mean("x")}, {@code place("x")}, {@code peers("x")} among the item's peers, {@code prior("x")} in the period
 * before, and {@code in_a_row("x")}: for how many periods up to now a flag has held.
 */
public final class ScoringRule extends Rule<ScoringRule> {
    private final Builder parts;
    private final @Nullable Program program;

    private ScoringRule(Builder from, Problems problems) {
        super(from);
        parts = from.copy();
        program = ProgramCompiler.compile(this, problems);
    }

    /** A rule in the making, with the item's full points (may be overridden where the rule is used). */
    public static Builder builder(String id, Rational points) {
        return new Builder(id, points);
    }

    /** A rule of parts that add up. */
    public static ScoringRule of(String id, long points, Part... parts) {
        return builder(id, Rational.of(points)).parts(List.of(parts)).build();
    }

    /**
     * The score of inputs given as texts: {@code score("attainment", "85 %", "talks", "2")}.
     *
     * @throws IllegalArgumentException if a name or text makes no sense, or a parameter is open
     */
    public Score score(String... namesAndTexts) {
        return score(Given.of(namesAndTexts));
    }

    /** The score of inputs given as texts, with peers and history. */
    public Score score(Given given) {
        ProgramCompiler.requireClosed(this);
        Program ready = requireNonNull(program, "program");
        Rational full = given.points().orElse(parts.points);
        return Program.score(ready, full, new GivenInputs(ready, given, full));
    }

    /**
     * A derived quantity of given inputs; empty where an input is missing, a divisor is zero, or it compares peers.
     *
     * @throws IllegalArgumentException if a parameter is open, or an input cannot be read
     * @throws io.mubiao.problem.NoSuchIdException if there is no such derived quantity
     */
    public Optional<Quantity> derived(String id, Given given) {
        ProgramCompiler.requireClosed(this);
        Unit unit = parts.derived.get(id).unit();
        Program ready = requireNonNull(program, "program");
        Rational full = given.points().orElse(parts.points);
        Value value = ready.derived(new GivenInputs(ready, given, full), full, id);
        return value == null || !value.isNumber() ? Optional.empty() : value.number().exact().map(number -> Quantity.of(number, unit));
    }

    @Override
    public Units units() {
        return parts.units;
    }

    @Override
    public LookupList<Parameter> parameters() {
        return parts.parameters;
    }

    /** The number of each parameter; of an open one a stand-in that only has the unit. */
    public Map<String, Quantity> parameterValues() {
        Map<String, Quantity> values = new LinkedHashMap<>();
        parts.parameters.forEach(parameter -> values.put(parameter.id(),
                parameter.value().orElse(Quantity.of(Rational.ONE, parameter.unit()))));
        return values;
    }

    /** Its declared inputs; readings need not be declared. */
    public LookupList<RuleInput> inputs() {
        return parts.inputs;
    }

    /** Its quantities that are worked out before the parts, in order; each may use those before it. */
    public LookupList<Derived> derived() {
        return parts.derived;
    }

    /** The full points of an item. */
    public Rational points() {
        return parts.points;
    }

    /** What adds up. */
    public LookupList<Part> parts() {
        return parts.lines;
    }

    /** What holds and rounds the sum. */
    public Limits<Formula> total() {
        return parts.total;
    }

    /** What follows beside the points. */
    public LookupList<Claim> claims() {
        return parts.claims;
    }

    /** The place of equals among peers; empty if it does not ask for places. */
    public Optional<Ties> ties() {
        return parts.ties;
    }

    @Override
    public Builder toBuilder() {
        return parts.copy();
    }

    @Override
    protected ScoringRule withParameters(List<Parameter> parameters) {
        return toBuilder().parameters(parameters).build();
    }

    @Override
    protected List<Object> content() {
        return List.of(parts.units, parts.points, parts.parameters, parts.inputs, parts.derived, parts.lines, parts.total,
                parts.claims, parts.ties);
    }

    /** Collects the parts of a rule. Everything but id and points is empty until it is set. */
    public static final class Builder extends RuleBuilder<ScoringRule, Builder> {
        private final Rational points;
        private Units units = Units.builtIn();
        private LookupList<Parameter> parameters = list("parameter", List.of(), Parameter::id);
        private LookupList<RuleInput> inputs = list("input", List.of(), RuleInput::id);
        private LookupList<Derived> derived = list("derived quantity", List.of(), Derived::id);
        private LookupList<Part> lines = list("part", List.of(), Part::id);
        private Limits<Formula> total = Limits.none();
        private LookupList<Claim> claims = list("claim", List.of(), Claim::id);
        private Optional<Ties> ties = Optional.empty();

        private Builder(String id, Rational points) {
            super("scoring rule '" + id + "'", id);
            this.points = requireNonNull(points, "points");
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected ScoringRule assemble(Problems problems) {
            return new ScoringRule(this, problems);
        }

        /** The units it uses. */
        public Builder units(Units value) {
            units = requireNonNull(value, "units");
            return this;
        }

        /** Its parameters. */
        public Builder parameters(List<Parameter> value) {
            parameters = list("parameter", value, Parameter::id);
            return this;
        }

        /** Its inputs. */
        public Builder inputs(List<RuleInput> value) {
            inputs = list("input", value, RuleInput::id);
            return this;
        }

        /** Its quantities that are worked out before the parts. */
        public Builder derived(List<Derived> value) {
            derived = list("derived quantity", value, Derived::id);
            return this;
        }

        /** What adds up. */
        public Builder parts(List<Part> value) {
            lines = list("part", value, Part::id);
            return this;
        }

        /** What holds and rounds the sum. */
        public Builder total(Limits<Formula> value) {
            total = requireNonNull(value, "total");
            return this;
        }

        /** What follows beside the points; vetoes come first. */
        public Builder claims(List<Claim> value) {
            claims = list("claim", Claim.inOrder(value), Claim::id);
            return this;
        }

        /** The place of equals among peers. */
        public Builder ties(Ties value) {
            ties = Optional.of(value);
            return this;
        }
    }
}
