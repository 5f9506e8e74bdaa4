package io.mubiao.scorecard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.mubiao.lookup.LookupList;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Rule;
import io.mubiao.rule.RuleBuilder;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Grades;
import io.mubiao.target.Owner;
import io.mubiao.value.Rational;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a register is scored (考核办法): which scoring rule scores which target, how items roll up in one or more views, which
 * lights and grades there are, what people decided. Immutable. {@link Scorer#of} checks it against a register.
 */
public final class ScorecardRule extends Rule<ScorecardRule> {
    private final Builder parts;

    private ScorecardRule(Builder from) {
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

    /** The units that are known everywhere; its scoring rules have their own. */
    @Override
    public Units units() {
        return Units.builtIn();
    }

    /** The parameters of its scoring rules, as {@code name.parameter} with the name it uses for the rule. */
    @Override
    public LookupList<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        parts.rules.forEach((name, rule) -> rule.parameters().forEach(each -> all.add(each.id(name + "." + each.id()))));
        return LookupList.of(kindAndId(), "parameter", all, Parameter::id);
    }

    @Override
    protected ScorecardRule withParameters(List<Parameter> parameters) {
        Map<String, ScoringRule> filled = new LinkedHashMap<>();
        Iterator<Parameter> next = parameters.iterator();
        parts.rules.forEach((name, rule) -> filled.put(name, rule.parameters().isEmpty() ? rule : rule.toBuilder()
                .parameters(rule.parameters().stream().map(each -> next.next().id(each.id())).toList()).build()));
        return toBuilder().rules(filled).build();
    }

    @Override
    protected List<Object> content() {
        return List.of(parts.cites, parts.rules, parts.assigns, parts.items, parts.owners, parts.labels, parts.views,
                parts.grades, parts.lights, parts.nodeLights, parts.claims, parts.overrides, parts.judgements, parts.periods);
    }

    /** Where its parts stand: {@code grades}, {@code node-lights}. */
    public Map<String, Cite> cites() {
        return parts.cites;
    }

    /** The scoring rules by the names it uses for them. */
    public Map<String, ScoringRule> rules() {
        return parts.rules;
    }

    /** Which targets are scored by which rule. */
    public List<Assign> assigns() {
        return parts.assigns;
    }

    /** Items that are written out; a target of one is not assigned again. */
    public LookupList<ItemRule> items() {
        return parts.items;
    }

    /** Who answers for a target, where the register does not say (任务分解). */
    public Map<String, Owner> owners() {
        return parts.owners;
    }

    /** Further texts of targets, by label and target: {@code region}, {@code level-1}. */
    public Map<String, Map<String, String>> labels() {
        return parts.labels;
    }

    /** The ways items roll up. */
    public LookupList<View> views() {
        return parts.views;
    }

    /** The grades of nodes, over their points. */
    public Optional<Grades> grades() {
        return parts.grades;
    }

    /** The lights of items. */
    public Optional<LightRule> lights() {
        return parts.lights;
    }

    /** The lights of nodes, over their percentage of full points. */
    public Optional<Grades> nodeLights() {
        return parts.nodeLights;
    }

    /** Vetoes and duties of every target, beside those of scoring rules. */
    public LookupList<Claim> claims() {
        return parts.claims;
    }

    /** What people decided. */
    public List<ManualOverride> overrides() {
        return parts.overrides;
    }

    /** What people said. */
    public List<Judgement> judgements() {
        return parts.judgements;
    }

    /** The weights of the periods of a year, which sum to one; empty for none. */
    public Map<String, Rational> periods() {
        return parts.periods;
    }

    /** Collects the parts of a rule. Everything but the id is empty until it is set. */
    public static final class Builder extends RuleBuilder<ScorecardRule, Builder> {
        private Map<String, Cite> cites = Map.of();
        private Map<String, ScoringRule> rules = Map.of();
        private List<Assign> assigns = List.of();
        private LookupList<ItemRule> items = list("item", List.of(), ItemRule::id);
        private Map<String, Owner> owners = Map.of();
        private Map<String, Map<String, String>> labels = Map.of();
        private LookupList<View> views = list("view", List.of(), View::id);
        private Optional<Grades> grades = Optional.empty();
        private Optional<LightRule> lights = Optional.empty();
        private Optional<Grades> nodeLights = Optional.empty();
        private LookupList<Claim> claims = list("claim", List.of(), Claim::id);
        private List<ManualOverride> overrides = List.of();
        private List<Judgement> judgements = List.of();
        private Map<String, Rational> periods = Map.of();

        private Builder(String id) {
            super("scorecard '" + id + "'", id);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Without a register; {@link Scorer#of} checks the rule against one. */
        @Override
        protected ScorecardRule assemble(Problems problems) {
            ScorecardRule rule = new ScorecardRule(this);
            RuleCheck.check(rule, problems);
            return rule;
        }

        /** Where its parts stand; parts that stand nowhere are left out. */
        public Builder cites(Map<String, Cite> value) {
            cites = ImmutableMap.copyOf(Maps.filterValues(value, it -> !it.equals(Cite.NONE)));
            return this;
        }

        /** The scoring rules by name. */
        public Builder rules(Map<String, ScoringRule> value) {
            rules = ImmutableMap.copyOf(value);
            return this;
        }

        /** One scoring rule under its own id, for all targets that nothing else fits. */
        public Builder scoreAll(ScoringRule rule) {
            return rules(Map.of(rule.id(), rule)).assigns(List.of(Assign.all(rule.id())));
        }

        /** Which targets are scored by which rule. */
        public Builder assigns(List<Assign> value) {
            assigns = List.copyOf(value);
            return this;
        }

        /** Items that are written out. */
        public Builder items(List<ItemRule> value) {
            items = list("item", value, ItemRule::id);
            return this;
        }

        /** Who answers for which target. */
        public Builder owners(Map<String, Owner> value) {
            owners = ImmutableMap.copyOf(value);
            return this;
        }

        /** Further texts of targets. */
        public Builder labels(Map<String, Map<String, String>> value) {
            ImmutableMap.Builder<String, Map<String, String>> copies = ImmutableMap.builder();
            value.forEach((label, texts) -> copies.put(label, ImmutableMap.copyOf(texts)));
            labels = copies.build();
            return this;
        }

        /** The ways items roll up. */
        public Builder views(List<View> value) {
            views = list("view", value, View::id);
            return this;
        }

        /** The grades of nodes. */
        public Builder grades(Grades value) {
            grades = Optional.of(value);
            return this;
        }

        /** The lights of items. */
        public Builder lights(LightRule value) {
            lights = Optional.of(value);
            return this;
        }

        /** The lights of nodes. */
        public Builder nodeLights(Grades value) {
            nodeLights = Optional.of(value);
            return this;
        }

        /** Vetoes and duties of every target; vetoes come first. */
        public Builder claims(List<Claim> value) {
            claims = list("claim", Claim.inOrder(value), Claim::id);
            return this;
        }

        /** What people decided. */
        public Builder overrides(List<ManualOverride> value) {
            overrides = List.copyOf(value);
            return this;
        }

        /** What people said. */
        public Builder judgements(List<Judgement> value) {
            judgements = List.copyOf(value);
            return this;
        }

        /** The weights of the periods of a year, such as 15 %, 25 %, 25 %, 35 %; they sum to one. */
        public Builder periods(Map<String, Rational> value) {
            periods = ImmutableMap.copyOf(value);
            return this;
        }
    }
}
