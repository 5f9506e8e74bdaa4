package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Formula;
import io.mubiao.land.internal.ContentDigest;
import io.mubiao.land.internal.RuleCompiler;
import io.mubiao.land.internal.TextCheck;
import io.mubiao.lookup.LookupList;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Rule;
import io.mubiao.rule.RuleBuilder;
import io.mubiao.time.Span;
import io.mubiao.value.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A rule by which enterprises are evaluated (评价办法), as data: whatever differs between jurisdictions and years is in here
 * with its source. Immutable. Only a stage that is present must be complete: a rule may end after the scores, or hold
 * one table of consequences that other rules cite.
 *
 * <pre>{@code
 * EvaluationRule rule = Seeds.rule("huaian-2024-by-county");
 * System.out.println(rule.classes().orElseThrow().classes()); // prints [A, B, C, D]
 * System.out.print(Mubiao.words(rule, Locale.CHINESE)); // prints 淮安市2024年工业企业综合评价 …
 * }</pre>
 */
public final class EvaluationRule extends Rule<EvaluationRule> {
    private final Builder parts;
    private final Supplier<String> digest = Suppliers.memoize(this::worked);

    private EvaluationRule(Builder from) {
        super(from);
        parts = from.copy();
    }

    /** A rule in the making. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    @Override
    public Builder toBuilder() {
        return parts.copy();
    }

    @Override
    protected EvaluationRule withParameters(List<Parameter> parameters) {
        return toBuilder().parameters(parameters).build();
    }

    @Override
    protected List<Object> content() {
        return List.of(parts.jurisdiction, parts.year, parts.valid, parts.trial, parts.units, parts.parameters,
                parts.columns, parts.labels, parts.tables, parts.derived, parts.merge, parts.requirements,
                parts.exclusions, parts.indicators, parts.baselines, parts.groups, parts.bonuses, parts.categoryLimits,
                parts.total, parts.ranking, parts.classes, parts.overrides, parts.refill, parts.consequences,
                parts.exports, parts.noPriorClass);
    }

    /**
     * The SHA-256, in hex, of everything that equality asks: rules that say the same have the same, on every machine, also where
     * their texts differ in blanks, comments or the order of fields.
     */
    public String digest() {
        return digest.get();
    }

    private String worked() {
        return ContentDigest.of(List.of(id(), title(), sources(), cite(), status(), examples(), content()));
    }

    /** Where it holds. */
    public String jurisdiction() {
        return parts.jurisdiction;
    }

    /** The year that is evaluated; 0 for none. */
    public int year() {
        return parts.year;
    }

    /** When it is in force, if that is said. */
    public Optional<Span> valid() {
        return parts.valid;
    }

    /** Whether results are a trial and bind nobody (试评价). */
    public boolean trial() {
        return parts.trial;
    }

    @Override
    public Units units() {
        return parts.units;
    }

    @Override
    public LookupList<Parameter> parameters() {
        return parts.parameters;
    }

    /** The columns it reads. */
    public LookupList<Column> columns() {
        return parts.columns;
    }

    /** Texts worked out from columns. */
    public LookupList<Label> labels() {
        return parts.labels;
    }

    /** Numbers by text. */
    public LookupList<Table> tables() {
        return parts.tables;
    }

    /** Quantities worked out from columns. */
    public LookupList<Derived> derived() {
        return parts.derived;
    }

    /** Which rows are evaluated as one. */
    public Optional<Merge> merge() {
        return parts.merge;
    }

    /** What one must meet to be in the population. */
    public LookupList<Requirement> requirements() {
        return parts.requirements;
    }

    /** Who is not graded like the others. */
    public LookupList<Exclusion> exclusions() {
        return parts.exclusions;
    }

    /** What is scored or ranked. */
    public LookupList<Indicator> indicators() {
        return parts.indicators;
    }

    /** What indicators are held against. */
    public LookupList<BaselineRule> baselines() {
        return parts.baselines;
    }

    /** Who is scored by which items. */
    public LookupList<Group> groups() {
        return parts.groups;
    }

    /** Points on top. */
    public LookupList<Bonus> bonuses() {
        return parts.bonuses;
    }

    /** The most points of a category of bonuses. */
    public Map<String, Formula> categoryLimits() {
        return parts.categoryLimits;
    }

    /** How the total is held and rounded. */
    public Total total() {
        return parts.total;
    }

    /** Who is ranked against whom. */
    public Optional<RankingRule> ranking() {
        return parts.ranking;
    }

    /** How a class is found. */
    public Optional<ClassRule> classes() {
        return parts.classes;
    }

    /**
     * The texts that formulas, tables and cuts compare with each text column that lists no values; columns that are compared
     * with none are left out.
     */
    public Map<String, Set<String>> comparedTexts() {
        return TextCheck.compared(this);
    }

    /** What changes a class, in order. */
    public LookupList<PostRule> overrides() {
        return parts.overrides;
    }

    /** What {@code prior_class} is of those who had none: a class, or a text of its own (无); empty if it is missing. */
    public String noPriorClass() {
        return parts.noPriorClass;
    }

    /** What happens to the place that an override vacates. */
    public Refill refill() {
        return parts.refill;
    }

    /** What a class costs or brings. */
    public LookupList<Consequence> consequences() {
        return parts.consequences;
    }

    /** The columns that may leave the office, by the name of the profile. */
    public Map<String, List<String>> exports() {
        return parts.exports;
    }

    /** Collects the parts of a rule; every part is optional but the id. */
    public static final class Builder extends RuleBuilder<EvaluationRule, Builder> {
        private String jurisdiction = "";
        private int year;
        private Optional<Span> valid = Optional.empty();
        private boolean trial;
        private Units units = Units.builtIn();
        private LookupList<Parameter> parameters = list("parameter", List.of(), Parameter::id);
        private LookupList<Column> columns = list("column", List.of(), Column::id);
        private LookupList<Label> labels = list("label", List.of(), Label::id);
        private LookupList<Table> tables = list("table", List.of(), Table::id);
        private LookupList<Derived> derived = list("derived quantity", List.of(), Derived::id);
        private Optional<Merge> merge = Optional.empty();
        private LookupList<Requirement> requirements = list("requirement", List.of(), Requirement::id);
        private LookupList<Exclusion> exclusions = list("exclusion", List.of(), Exclusion::id);
        private LookupList<Indicator> indicators = list("indicator", List.of(), Indicator::id);
        private LookupList<BaselineRule> baselines = list("baseline", List.of(), BaselineRule::id);
        private LookupList<Group> groups = list("group", List.of(), Group::id);
        private LookupList<Bonus> bonuses = list("bonus", List.of(), Bonus::id);
        private Map<String, Formula> categoryLimits = Map.of();
        private Total total = Total.PLAIN;
        private Optional<RankingRule> ranking = Optional.empty();
        private Optional<ClassRule> classes = Optional.empty();
        private LookupList<PostRule> overrides = list("override", List.of(), PostRule::id);
        private Refill refill = Refill.NONE;
        private String noPriorClass = "";
        private LookupList<Consequence> consequences = list("consequence", List.of(), Consequence::id);
        private Map<String, List<String>> exports = Map.of();

        private Builder(String id) {
            super("rule '" + id + "'", id);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected EvaluationRule assemble(Problems problems) {
            EvaluationRule rule = new EvaluationRule(this);
            RuleCompiler.check(rule, problems);
            return rule;
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
            this.valid = Optional.of(valid);
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

        /** Its parameters. */
        public Builder parameters(List<Parameter> parameters) {
            this.parameters = list("parameter", parameters, Parameter::id);
            return this;
        }

        /** The columns it reads. */
        public Builder columns(List<Column> columns) {
            this.columns = list("column", columns, Column::id);
            return this;
        }

        /** Texts worked out from columns. */
        public Builder labels(List<Label> labels) {
            this.labels = list("label", labels, Label::id);
            return this;
        }

        /** Numbers by text. */
        public Builder tables(List<Table> tables) {
            this.tables = list("table", tables, Table::id);
            return this;
        }

        /** Quantities worked out from columns. */
        public Builder derived(List<Derived> derived) {
            this.derived = list("derived quantity", derived, Derived::id);
            return this;
        }

        /** Which rows are evaluated as one. */
        public Builder merge(Merge merge) {
            this.merge = Optional.of(merge);
            return this;
        }

        /** What one must meet to be in the population. */
        public Builder requirements(List<Requirement> requirements) {
            this.requirements = list("requirement", requirements, Requirement::id);
            return this;
        }

        /** Who is not graded like the others. */
        public Builder exclusions(List<Exclusion> exclusions) {
            this.exclusions = list("exclusion", exclusions, Exclusion::id);
            return this;
        }

        /** What is scored or ranked. */
        public Builder indicators(List<Indicator> indicators) {
            this.indicators = list("indicator", indicators, Indicator::id);
            return this;
        }

        /** What indicators are held against. */
        public Builder baselines(List<BaselineRule> baselines) {
            this.baselines = list("baseline", baselines, BaselineRule::id);
            return this;
        }

        /** Who is scored by which items. */
        public Builder groups(List<Group> groups) {
            this.groups = list("group", groups, Group::id);
            return this;
        }

        /** Points on top. */
        public Builder bonuses(List<Bonus> bonuses) {
            this.bonuses = list("bonus", bonuses, Bonus::id);
            return this;
        }

        /** The most points of a category of bonuses. */
        public Builder categoryLimits(Map<String, Formula> categoryLimits) {
            this.categoryLimits = ImmutableMap.copyOf(categoryLimits);
            return this;
        }

        /** How the total is held and rounded. */
        public Builder total(Total total) {
            this.total = requireNonNull(total, "total");
            return this;
        }

        /** Who is ranked against whom. */
        public Builder ranking(RankingRule ranking) {
            this.ranking = Optional.of(ranking);
            return this;
        }

        /** How a class is found. */
        public Builder classes(ClassRule classes) {
            this.classes = Optional.of(classes);
            return this;
        }

        /** What changes a class, in order. */
        public Builder overrides(List<PostRule> overrides) {
            this.overrides = list("override", overrides, PostRule::id);
            return this;
        }

        /** What {@code prior_class} is of those who had none; empty if it is missing. */
        public Builder noPriorClass(String text) {
            this.noPriorClass = requireNonNull(text, "text");
            return this;
        }

        /** What happens to vacated places. */
        public Builder refill(Refill refill) {
            this.refill = requireNonNull(refill, "refill");
            return this;
        }

        /** What a class costs or brings. */
        public Builder consequences(List<Consequence> consequences) {
            this.consequences = list("consequence", consequences, Consequence::id);
            return this;
        }

        /** The columns that may leave the office. */
        public Builder exports(Map<String, List<String>> exports) {
            ImmutableMap.Builder<String, List<String>> copies = ImmutableMap.builder();
            exports.forEach((name, names) -> copies.put(name, List.copyOf(names)));
            this.exports = copies.build();
            return this;
        }
    }
}
