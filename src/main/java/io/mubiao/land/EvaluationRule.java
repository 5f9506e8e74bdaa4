package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Formula;
import io.mubiao.outcome.InvalidDefinitionException;
import io.mubiao.outcome.Problem;
import io.mubiao.outcome.WithProblems;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Source;
import io.mubiao.text.TypedText;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which enterprises are evaluated (评价办法), as data: whatever differs between jurisdictions and years is in here
 * with its source. Immutable. Only a stage that is present must be complete: a rule may end after the scores, or hold
 * one table of consequences that other rules cite.
 */
public final class EvaluationRule {
    private final String id;
    private final String title;
    private final String jurisdiction;
    private final int year;
    private final Optional<Span> valid;
    private final boolean trial;
    private final Units units;
    private final ImmutableList<Source> sources;
    private final ImmutableList<Parameter> parameters;
    private final ImmutableList<Column> columns;
    private final ImmutableList<Label> labels;
    private final ImmutableList<Table> tables;
    private final ImmutableList<Derived> derived;
    private final Optional<Merge> merge;
    private final ImmutableList<Requirement> requirements;
    private final ImmutableList<Exclusion> exclusions;
    private final ImmutableList<Indicator> indicators;
    private final ImmutableList<BaselineRule> baselines;
    private final ImmutableList<Group> groups;
    private final ImmutableList<Bonus> bonuses;
    private final ImmutableMap<String, Formula> categoryLimits;
    private final Total total;
    private final Optional<RankingRule> ranking;
    private final Optional<ClassRule> classes;
    private final ImmutableList<PostRule> overrides;
    private final Refill refill;
    private final ImmutableList<Consequence> consequences;
    private final ImmutableMap<String, List<String>> exports;

    private EvaluationRule(Builder from) {
        id = from.id;
        title = from.title;
        jurisdiction = from.jurisdiction;
        year = from.year;
        valid = Optional.ofNullable(from.valid);
        trial = from.trial;
        units = from.units;
        sources = ImmutableList.copyOf(from.sources);
        parameters = ImmutableList.copyOf(from.parameters);
        columns = ImmutableList.copyOf(from.columns);
        labels = ImmutableList.copyOf(from.labels);
        tables = ImmutableList.copyOf(from.tables);
        derived = ImmutableList.copyOf(from.derived);
        merge = Optional.ofNullable(from.merge);
        requirements = ImmutableList.copyOf(from.requirements);
        exclusions = ImmutableList.copyOf(from.exclusions);
        indicators = ImmutableList.copyOf(from.indicators);
        baselines = ImmutableList.copyOf(from.baselines);
        groups = ImmutableList.copyOf(from.groups);
        bonuses = ImmutableList.copyOf(from.bonuses);
        categoryLimits = ImmutableMap.copyOf(from.categoryLimits);
        total = from.total;
        ranking = Optional.ofNullable(from.ranking);
        classes = Optional.ofNullable(from.classes);
        overrides = ImmutableList.copyOf(from.overrides);
        refill = from.refill;
        consequences = ImmutableList.copyOf(from.consequences);
        ImmutableMap.Builder<String, List<String>> profiles = ImmutableMap.builder();
        from.exports.forEach((name, names) -> profiles.put(name, List.copyOf(names)));
        exports = profiles.buildOrThrow();
    }

    /** A rule in the making. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** This rule in the making again. */
    public Builder toBuilder() {
        Builder copy = new Builder(id).title(title).jurisdiction(jurisdiction).year(year).trial(trial).units(units)
                .sources(sources).parameters(parameters).columns(columns).labels(labels).tables(tables).derived(derived)
                .requirements(requirements).exclusions(exclusions).indicators(indicators).baselines(baselines)
                .groups(groups).bonuses(bonuses).categoryLimits(categoryLimits).total(total).overrides(overrides)
                .refill(refill).consequences(consequences).exports(exports);
        valid.ifPresent(copy::valid);
        merge.ifPresent(copy::merge);
        ranking.ifPresent(copy::ranking);
        classes.ifPresent(copy::classes);
        return copy;
    }

    /**
     * This rule with the number of a parameter, read with its unit: {@code rule.with("d_rate", "0.1 元/kWh")}; of a
     * parameter without a unit the plain number.
     *
     * @throws IllegalArgumentException if there is no such parameter, the unit does not fit, or it is out of bounds
     * @throws InvalidDefinitionException if the rule does not hold with it, such as weights that do not sum
     */
    public EvaluationRule with(String parameter, String value) {
        return with(Map.of(parameter, value));
    }

    /** As {@link #with(String, String)}, several at once. */
    public EvaluationRule with(Map<String, String> values) {
        List<Parameter> filled = new ArrayList<>(parameters);
        values.forEach((name, text) -> {
            int at = parameters.stream().map(Parameter::id).toList().indexOf(name);
            if (at < 0) {
                throw new IllegalArgumentException("rule '" + id + "' has no parameter '" + name + "'; it has "
                        + parameters.stream().map(Parameter::id).toList());
            }
            filled.set(at, filled.get(at).with(quantity(filled.get(at), text)));
        });
        return toBuilder().parameters(filled).build();
    }

    private Quantity quantity(Parameter parameter, String text) {
        try {
            return parameter.unit().symbol().isEmpty() && TypedText.of(text).text().matches("[-+]?[0-9.,]+(/[0-9]+)?")
                    ? Quantity.of(Rational.typed(text), parameter.unit())
                    : Quantity.parse(text, units);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("parameter '" + parameter.id() + "': found '" + text + "', expected a number"
                    + (parameter.unit().symbol().isEmpty() ? "" : " and its unit, such as '1.5 " + parameter.unit() + "'")
                    + "; " + e.getMessage(), e);
        }
    }

    /** The parameters that have no number yet. */
    public List<Parameter> openParameters() {
        return parameters.stream().filter(parameter -> parameter.value().isEmpty()).toList();
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** Its title. */
    public String title() {
        return title;
    }

    /** Where it holds. */
    public String jurisdiction() {
        return jurisdiction;
    }

    /** The year that is evaluated. */
    public int year() {
        return year;
    }

    /** When it is in force, if that is said. */
    public Optional<Span> valid() {
        return valid;
    }

    /** Whether results are a trial and bind nobody (试评价). */
    public boolean trial() {
        return trial;
    }

    /** The units it may use. */
    public Units units() {
        return units;
    }

    /** Its documents. */
    public List<Source> sources() {
        return sources;
    }

    /** Its parameters. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The columns it reads. */
    public List<Column> columns() {
        return columns;
    }

    /** Texts worked out from columns. */
    public List<Label> labels() {
        return labels;
    }

    /** Numbers by text. */
    public List<Table> tables() {
        return tables;
    }

    /** Quantities worked out from columns. */
    public List<Derived> derived() {
        return derived;
    }

    /** Which rows are evaluated as one. */
    public Optional<Merge> merge() {
        return merge;
    }

    /** What one must meet to be in the population. */
    public List<Requirement> requirements() {
        return requirements;
    }

    /** Who is not graded like the others. */
    public List<Exclusion> exclusions() {
        return exclusions;
    }

    /** What is scored or ranked. */
    public List<Indicator> indicators() {
        return indicators;
    }

    /** What indicators are held against. */
    public List<BaselineRule> baselines() {
        return baselines;
    }

    /** Who is scored by which items. */
    public List<Group> groups() {
        return groups;
    }

    /** Points on top. */
    public List<Bonus> bonuses() {
        return bonuses;
    }

    /** The most points of a category of bonuses. */
    public Map<String, Formula> categoryLimits() {
        return categoryLimits;
    }

    /** How the total is held and rounded. */
    public Total total() {
        return total;
    }

    /** Who is ranked against whom. */
    public Optional<RankingRule> ranking() {
        return ranking;
    }

    /** How a class is found. */
    public Optional<ClassRule> classes() {
        return classes;
    }

    /** What changes a class, in order. */
    public List<PostRule> overrides() {
        return overrides;
    }

    /** What happens to the place that an override vacates. */
    public Refill refill() {
        return refill;
    }

    /** What a class costs or brings. */
    public List<Consequence> consequences() {
        return consequences;
    }

    /** The columns that may leave the office, by the name of the profile. */
    public Map<String, List<String>> exports() {
        return exports;
    }

    @Override
    public String toString() {
        return "EvaluationRule[" + id + ", " + jurisdiction + ", " + year + "]";
    }

    /** Collects the parts of a rule; every part is optional but the id. */
    public static final class Builder {
        private final String id;
        private String title = "";
        private String jurisdiction = "";
        private int year;
        private @Nullable Span valid;
        private boolean trial;
        private Units units = Units.builtIn();
        private List<Source> sources = List.of();
        private List<Parameter> parameters = List.of();
        private List<Column> columns = List.of();
        private List<Label> labels = List.of();
        private List<Table> tables = List.of();
        private List<Derived> derived = List.of();
        private @Nullable Merge merge;
        private List<Requirement> requirements = List.of();
        private List<Exclusion> exclusions = List.of();
        private List<Indicator> indicators = List.of();
        private List<BaselineRule> baselines = List.of();
        private List<Group> groups = List.of();
        private List<Bonus> bonuses = List.of();
        private Map<String, Formula> categoryLimits = Map.of();
        private Total total = Total.PLAIN;
        private @Nullable RankingRule ranking;
        private @Nullable ClassRule classes;
        private List<PostRule> overrides = List.of();
        private Refill refill = Refill.NONE;
        private List<Consequence> consequences = List.of();
        private Map<String, List<String>> exports = Map.of();

        private Builder(String id) {
            this.id = requireNonNull(id, "id");
        }

        /** Its title. */
        public Builder title(String title) {
            this.title = requireNonNull(title, "title");
            return this;
        }

        /** Where it holds. */
        public Builder jurisdiction(String jurisdiction) {
            this.jurisdiction = requireNonNull(jurisdiction, "jurisdiction");
            return this;
        }

        /** The year that is evaluated. */
        public Builder year(int year) {
            this.year = year;
            return this;
        }

        /** When it is in force. */
        public Builder valid(Span valid) {
            this.valid = requireNonNull(valid, "valid");
            return this;
        }

        /** Whether results bind nobody. */
        public Builder trial(boolean trial) {
            this.trial = trial;
            return this;
        }

        /** The units it may use. */
        public Builder units(Units units) {
            this.units = requireNonNull(units, "units");
            return this;
        }

        /** Its documents. */
        public Builder sources(List<Source> sources) {
            this.sources = requireNonNull(sources, "sources");
            return this;
        }

        /** Its parameters. */
        public Builder parameters(List<Parameter> parameters) {
            this.parameters = requireNonNull(parameters, "parameters");
            return this;
        }

        /** The columns it reads. */
        public Builder columns(List<Column> columns) {
            this.columns = requireNonNull(columns, "columns");
            return this;
        }

        /** Texts worked out from columns. */
        public Builder labels(List<Label> labels) {
            this.labels = requireNonNull(labels, "labels");
            return this;
        }

        /** Numbers by text. */
        public Builder tables(List<Table> tables) {
            this.tables = requireNonNull(tables, "tables");
            return this;
        }

        /** Quantities worked out from columns. */
        public Builder derived(List<Derived> derived) {
            this.derived = requireNonNull(derived, "derived");
            return this;
        }

        /** Which rows are evaluated as one. */
        public Builder merge(Merge merge) {
            this.merge = requireNonNull(merge, "merge");
            return this;
        }

        /** What one must meet to be in the population. */
        public Builder requirements(List<Requirement> requirements) {
            this.requirements = requireNonNull(requirements, "requirements");
            return this;
        }

        /** Who is not graded like the others. */
        public Builder exclusions(List<Exclusion> exclusions) {
            this.exclusions = requireNonNull(exclusions, "exclusions");
            return this;
        }

        /** What is scored or ranked. */
        public Builder indicators(List<Indicator> indicators) {
            this.indicators = requireNonNull(indicators, "indicators");
            return this;
        }

        /** What indicators are held against. */
        public Builder baselines(List<BaselineRule> baselines) {
            this.baselines = requireNonNull(baselines, "baselines");
            return this;
        }

        /** Who is scored by which items. */
        public Builder groups(List<Group> groups) {
            this.groups = requireNonNull(groups, "groups");
            return this;
        }

        /** Points on top. */
        public Builder bonuses(List<Bonus> bonuses) {
            this.bonuses = requireNonNull(bonuses, "bonuses");
            return this;
        }

        /** The most points of a category of bonuses. */
        public Builder categoryLimits(Map<String, Formula> categoryLimits) {
            this.categoryLimits = requireNonNull(categoryLimits, "categoryLimits");
            return this;
        }

        /** How the total is held and rounded. */
        public Builder total(Total total) {
            this.total = requireNonNull(total, "total");
            return this;
        }

        /** Who is ranked against whom. */
        public Builder ranking(RankingRule ranking) {
            this.ranking = requireNonNull(ranking, "ranking");
            return this;
        }

        /** How a class is found. */
        public Builder classes(ClassRule classes) {
            this.classes = requireNonNull(classes, "classes");
            return this;
        }

        /** What changes a class, in order. */
        public Builder overrides(List<PostRule> overrides) {
            this.overrides = requireNonNull(overrides, "overrides");
            return this;
        }

        /** What happens to vacated places. */
        public Builder refill(Refill refill) {
            this.refill = requireNonNull(refill, "refill");
            return this;
        }

        /** What a class costs or brings. */
        public Builder consequences(List<Consequence> consequences) {
            this.consequences = requireNonNull(consequences, "consequences");
            return this;
        }

        /** The columns that may leave the office. */
        public Builder exports(Map<String, List<String>> exports) {
            this.exports = requireNonNull(exports, "exports");
            return this;
        }

        /**
         * The rule, checked whole.
         *
         * @throws InvalidDefinitionException listing everything that is wrong or left open
         */
        public EvaluationRule build() {
            EvaluationRule rule = unchecked();
            List<Problem> problems = RuleResolver.check(rule);
            if (!problems.isEmpty()) {
                throw new InvalidDefinitionException("rule '" + id + "'", problems);
            }
            return rule;
        }

        /** The rule, and everything that is wrong with it; for readers that know where its parts stand. */
        public WithProblems<EvaluationRule> checked() {
            EvaluationRule rule = unchecked();
            return new WithProblems<>(rule, RuleResolver.check(rule));
        }

        /** The rule as it is so far, which may not hold together; for readers. */
        public EvaluationRule unchecked() {
            return new EvaluationRule(this);
        }
    }
}
