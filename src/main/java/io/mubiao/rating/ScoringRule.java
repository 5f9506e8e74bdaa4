package io.mubiao.rating;

import static java.util.Objects.requireNonNull;

import io.mubiao.outcome.InvalidDefinitionException;
import io.mubiao.outcome.NoSuchIdException;
import io.mubiao.outcome.Problem;
import io.mubiao.rating.internal.GivenInputs;
import io.mubiao.rating.internal.Program;
import io.mubiao.rating.internal.ProgramCompiler;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Source;
import io.mubiao.scoring.Limits;
import io.mubiao.scoring.Ties;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.ArrayList;
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
public final class ScoringRule {
    /** How sure the rule is. */
    public enum Status {
        /** Read in a public source. */
        PUBLISHED,
        /** Background knowledge, to be checked before it is relied on (未经核实). */
        UNVERIFIED,
        /** A pattern to be filled in. */
        TEMPLATE
    }

    private final Builder parts;
    private final @Nullable Program program;

    private ScoringRule(Builder parts, List<Problem> problems) {
        this.parts = parts;
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
     * This rule with the number of a parameter.
     *
     * @throws IllegalArgumentException if there is no such parameter, or the number does not fit it
     */
    public ScoringRule with(String parameter, String value) {
        List<Parameter> changed = new ArrayList<>();
        boolean found = false;
        for (Parameter each : parts.parameters) {
            boolean hit = each.id().equals(parameter);
            found |= hit;
            changed.add(hit ? each.with(quantity(value, each.unit())) : each);
        }
        if (!found) {
            throw new NoSuchIdException("rule '" + id() + "' has no parameter '" + parameter + "'; it has "
                    + parts.parameters.stream().map(Parameter::id).toList());
        }
        return new Builder(parts).parameters(changed).build();
    }

    private Quantity quantity(String text, Unit unit) {
        return unit.equals(Unit.NONE) ? Quantity.of(Rational.typed(text), unit) : Quantity.parse(text, parts.units);
    }

    /** The parameters that have no number yet. */
    public List<Parameter> openParameters() {
        return parts.parameters.stream().filter(parameter -> parameter.value().isEmpty()).toList();
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
        return Program.score(ready, given.points().orElse(parts.points), new GivenInputs(ready, given));
    }

    /** Its id. */
    public String id() {
        return parts.id;
    }

    /** Its title. */
    public String title() {
        return parts.title;
    }

    /** Its documents. */
    public List<Source> sources() {
        return parts.sources;
    }

    /** Where it stands. */
    public Cite cite() {
        return parts.cite;
    }

    /** How sure it is. */
    public Status status() {
        return parts.status;
    }

    /** The units it uses. */
    public Units units() {
        return parts.units;
    }

    /** Its parameters. */
    public List<Parameter> parameters() {
        return parts.parameters;
    }

    /** Its declared inputs; readings need not be declared. */
    public List<RuleInput> inputs() {
        return parts.inputs;
    }

    /** Its quantities that are worked out before the parts, in order; each may use those before it. */
    public List<Derived> derived() {
        return parts.derived;
    }

    /** The full points of an item. */
    public Rational points() {
        return parts.points;
    }

    /** What adds up. */
    public List<Part> parts() {
        return parts.lines;
    }

    /** What holds and rounds the sum. */
    public Limits total() {
        return parts.total;
    }

    /** What follows beside the points. */
    public List<Claim> claims() {
        return parts.claims;
    }

    /** The place of equals among peers; empty if it does not ask for places. */
    public Optional<Ties> ties() {
        return parts.ties;
    }

    @Override
    public String toString() {
        return "ScoringRule " + id() + (title().isEmpty() ? "" : " " + title());
    }

    /** Collects the parts of a rule. Everything but id and points is empty until it is set. */
    public static final class Builder {
        private final String id;
        private final Rational points;
        private String title = "";
        private List<Source> sources = List.of();
        private Cite cite = Cite.NONE;
        private Status status = Status.PUBLISHED;
        private Units units = Units.builtIn();
        private List<Parameter> parameters = List.of();
        private List<RuleInput> inputs = List.of();
        private List<Derived> derived = List.of();
        private List<Part> lines = List.of();
        private Limits total = Limits.NONE;
        private List<Claim> claims = List.of();
        private Optional<Ties> ties = Optional.empty();

        private Builder(String id, Rational points) {
            this.id = requireNonNull(id, "id");
            this.points = requireNonNull(points, "points");
        }

        private Builder(Builder from) {
            this(from.id, from.points);
            title(from.title).sources(from.sources).cite(from.cite).status(from.status).units(from.units)
                    .parameters(from.parameters).inputs(from.inputs).derived(from.derived).parts(from.lines)
                    .total(from.total).claims(from.claims);
            ties = from.ties;
        }

        /** Its title. */
        public Builder title(String value) {
            title = requireNonNull(value, "title");
            return this;
        }

        /** Its documents. */
        public Builder sources(List<Source> value) {
            sources = List.copyOf(value);
            return this;
        }

        /** Where it stands. */
        public Builder cite(Cite value) {
            cite = requireNonNull(value, "cite");
            return this;
        }

        /** How sure it is. */
        public Builder status(Status value) {
            status = requireNonNull(value, "status");
            return this;
        }

        /** The units it uses. */
        public Builder units(Units value) {
            units = requireNonNull(value, "units");
            return this;
        }

        /** Its parameters. */
        public Builder parameters(List<Parameter> value) {
            parameters = List.copyOf(value);
            return this;
        }

        /** Its inputs. */
        public Builder inputs(List<RuleInput> value) {
            inputs = List.copyOf(value);
            return this;
        }

        /** Its quantities that are worked out before the parts. */
        public Builder derived(List<Derived> value) {
            derived = List.copyOf(value);
            return this;
        }

        /** What adds up. */
        public Builder parts(List<Part> value) {
            lines = List.copyOf(value);
            return this;
        }

        /** What holds and rounds the sum. */
        public Builder total(Limits value) {
            total = requireNonNull(value, "total");
            return this;
        }

        /** What follows beside the points. */
        public Builder claims(List<Claim> value) {
            claims = List.copyOf(value);
            return this;
        }

        /** The place of equals among peers. */
        public Builder ties(Ties value) {
            ties = Optional.of(value);
            return this;
        }

        /** The rule, or every reason why it is none; places are paths such as {@code parts.base}. */
        public List<Problem> problems() {
            List<Problem> problems = new ArrayList<>();
            new ScoringRule(this, problems);
            return problems;
        }

        /**
         * The rule.
         *
         * @throws InvalidDefinitionException listing everything that does not fit together
         */
        public ScoringRule build() {
            List<Problem> problems = new ArrayList<>();
            ScoringRule rule = new ScoringRule(new Builder(this), problems);
            if (!problems.isEmpty()) {
                throw new InvalidDefinitionException("scoring rule '" + id + "'", problems);
            }
            return rule;
        }
    }

    /** The number of each parameter; of an open one a stand-in that only has the unit. */
    public Map<String, Quantity> parameterValues() {
        Map<String, Quantity> values = new java.util.LinkedHashMap<>();
        parts.parameters.forEach(parameter -> values.put(parameter.id(),
                parameter.value().orElse(Quantity.of(Rational.ONE, parameter.unit()))));
        return values;
    }
}
