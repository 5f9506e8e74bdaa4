package io.mubiao.io.rule;

import com.google.common.collect.ImmutableSet;
import io.mubiao.example.ExampleCheck;
import io.mubiao.formula.Formula;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.problem.WithProblems;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Example;
import io.mubiao.scorecard.Assign;
import io.mubiao.scorecard.Judgement;
import io.mubiao.scorecard.LightRule;
import io.mubiao.scorecard.ManualOverride;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Grades;
import io.mubiao.target.Owner;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a scorecard rule. */
final class ScorecardReader {
    private static final ImmutableSet<String> PARTS = ImmutableSet.of("id", "title", "status", "source", "clause", "assumption", "sources", "rules", "assign",
            "items", "owners", "labels", "views", "grades", "lights", "node-lights", "vetoes", "duties", "overrides", "judgements", "periods",
            "examples");

    private final ProblemList problems;
    private final RuleParts parts;
    private final Function<String, ScoringRule> files;

    ScorecardReader(ProblemList problems, Function<String, ScoringRule> files) {
        this.problems = problems;
        this.files = files;
        parts = new RuleParts(problems);
    }

    ReadPart<ScorecardRule> rule(Node node) {
        return rule(node, checked -> {
            checked.problems().forEach(problem -> problems.error(ScoringRuleReader.nearest(node, problem.place().path()),
                    problem.code(), problem.message()));
            if (checked.problems().isEmpty()) {
                new ExampleReader(problems).tell(node, ExampleCheck.check(checked.value()));
            }
            return checked.value();
        });
    }

    /** The rule as it stands, whether or not its parts fit together. */
    ReadPart<ScorecardRule> unchecked(Node node) {
        return rule(node, WithProblems::value);
    }

    private ReadPart<ScorecardRule> rule(Node node, Function<WithProblems<ScorecardRule>, ScorecardRule> check) {
        Fields fields = new Fields(problems, node, "a scorecard");
        if (fields.failed()) {
            return ReadPart.missing();
        }
        fields.forgive(PARTS);
        String id = fields.text("id").or("?");
        HeadingReader heading = HeadingReader.of(fields, parts);
        Map<String, Cite> cites = new LinkedHashMap<>();
        Map<String, ScoringRule> rules = rules(fields);
        List<Assign> assigns = fields.list("assign", this::assign);
        List<ItemRule> items = parts.map(fields, "items", this::item);
        Map<String, Owner> owners = owners(fields);
        Map<String, Map<String, String>> labels = labels(fields);
        List<io.mubiao.scorecard.View> views = parts.map(fields, "views", new ViewReader(problems)::view);
        BandsReader bands = new BandsReader(problems);
        Grades grades = fields.optionalChild("grades", child -> bands.grades(child, cites)).orNull();
        LightRule lights = fields.optionalChild("lights", bands::lights).orNull();
        Grades nodeLights = fields.optionalChild("node-lights", child -> bands.grades(child, cites)).orNull();
        ScoringRuleReader claimReader = new ScoringRuleReader(problems);
        List<Claim> claims = new ArrayList<>(parts.map(fields, "vetoes", claimReader::veto));
        claims.addAll(parts.map(fields, "duties", claimReader::duty));
        List<ManualOverride> overrides = fields.list("overrides", this::override);
        List<Judgement> judgements = fields.list("judgements", this::judgement);
        Map<String, Rational> periods = ViewReader.numbers(fields, "periods");
        List<Example> worked = new ExampleReader(problems).examples(fields);
        return fields.build(() -> {
            ScorecardRule.Builder rule = heading.into(ScorecardRule.builder(id)).cites(cites).rules(rules).assigns(assigns).items(items).owners(owners).labels(labels).views(views).claims(claims)
                    .overrides(overrides).judgements(judgements).periods(periods).examples(worked);
            ifThere(grades, rule::grades);
            ifThere(lights, rule::lights);
            ifThere(nodeLights, rule::nodeLights);
            return check.apply(rule.checked());
        });
    }

    private static <T> void ifThere(@Nullable T part, Consumer<T> set) {
        if (part != null) {
            set.accept(part);
        }
    }

    private Map<String, ScoringRule> rules(Fields fields) {
        Map<String, ScoringRule> rules = new LinkedHashMap<>();
        Node node = fields.get("rules");
        if (node == null || node.kind != Node.Kind.OBJECT) {
            problems.error(node == null ? fields.node : node, "MISSING_FIELD",
                    "a scorecard needs 'rules': an object of scoring rules by name");
            return rules;
        }
        node.fields.forEach((name, child) -> {
            ScoringRule rule = child.fields.containsKey("file") ? fromFile(child)
                    : new ScoringRuleReader(problems).rule(child, name).orNull();
            if (rule != null) {
                rules.put(name, rule);
            }
        });
        return rules;
    }

    private @Nullable ScoringRule fromFile(Node node) {
        Fields fields = new Fields(problems, node, "a scoring rule from a file");
        ReadPart<String> file = fields.text("file");
        Map<String, String> values = BandsReader.texts(fields, "with");
        return fields.build(() -> {
            ScoringRule rule = files.apply(file.get());
            for (Map.Entry<String, String> value : values.entrySet()) {
                rule = rule.with(value.getKey(), value.getValue());
            }
            return rule;
        }).orNull();
    }

    private ReadPart<Assign> assign(Node node) {
        Fields fields = new Fields(problems, node, "an assignment");
        Optional<Formula> when = RuleReader.formula(fields, "when");
        ReadPart<String> rule = fields.text("rule");
        Rational points = fields.optional("points", RuleParts::full).orNull();
        return fields.build(() -> new Assign(when, rule.get().equals("none") ? "" : rule.get(), Optional.ofNullable(points)));
    }

    private ReadPart<ItemRule> item(String id, Fields fields) {
        String title = fields.text("title", "");
        ReadPart<String> rule = fields.text("rule");
        Rational points = fields.optional("points", RuleParts::full).orNull();
        String target = fields.text("target", "");
        Map<String, String> targets = BandsReader.texts(fields, "targets");
        Map<String, String> given = BandsReader.texts(fields, "given");
        String peers = fields.text("peers", "");
        ItemRule.TargetSet set = fields.optionalChild("set", this::set).or(ItemRule.TargetSet.NONE);
        return fields.build(() -> new ItemRule(id, title, rule.get(), Optional.ofNullable(points), target, targets, given,
                peers, set));
    }

    /** Ids, or a test of targets, or both. */
    private ReadPart<ItemRule.TargetSet> set(Node node) {
        if (node.kind == Node.Kind.LIST) {
            Fields none = new Fields(problems, new Node(Node.Kind.OBJECT, node.parent, node.key, node.line, node.column), "a set");
            List<String> targets = none.items(node, none::scalar);
            return none.build(() -> new ItemRule.TargetSet(targets, Optional.empty()));
        }
        Fields fields = new Fields(problems, node, "a set");
        List<String> targets = fields.texts("targets");
        Optional<Formula> when = RuleReader.formula(fields, "when");
        return fields.build(() -> new ItemRule.TargetSet(targets, when));
    }

    private Map<String, Owner> owners(Fields fields) {
        Map<String, Owner> owners = new LinkedHashMap<>();
        fields.list("owners", node -> {
            Fields inner = new Fields(problems, node, "an owner");
            List<String> targets = inner.texts("targets");
            String official = inner.text("official", "");
            String lead = inner.text("lead", "");
            List<String> cooperating = inner.texts("cooperating");
            return inner.build(() -> {
                for (String target : targets) {
                    if (owners.put(target, new Owner(official, lead, cooperating)) != null) {
                        throw new IllegalArgumentException("target '" + target + "' has two owners");
                    }
                }
                return Boolean.TRUE;
            });
        });
        return owners;
    }

    /** By label an object of texts and the targets they belong to. */
    private Map<String, Map<String, String>> labels(Fields fields) {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        Node node = fields.get("labels");
        if (node == null) {
            return labels;
        }
        if (node.kind != Node.Kind.OBJECT) {
            problems.error(node, "NOT_AN_OBJECT", "'labels' must be an object, got " + node.describe());
        }
        node.fields.forEach((label, child) -> {
            Map<String, String> byTarget = new LinkedHashMap<>();
            Fields inner = new Fields(problems, child, "label '" + label + "'");
            child.fields.keySet().forEach(text -> inner.texts(text).forEach(target -> {
                if (byTarget.put(target, text) != null) {
                    problems.error(child, "BAD_VALUE", "label '" + label + "' names target '" + target + "' twice");
                }
            }));
            labels.put(label, byTarget);
        });
        return labels;
    }

    private ReadPart<ManualOverride> override(Node node) {
        Fields fields = new Fields(problems, node, "an override");
        String view = fields.text("view", "");
        ReadPart<String> of = fields.text("of");
        Rational points = fields.optional("points", Rational::parseTyped).orNull();
        String grade = fields.text("grade", "");
        String light = fields.text("light", "");
        ReadPart<String> author = fields.text("author");
        ReadPart<String> reason = fields.text("reason");
        ReadPart<LocalDate> from = fields.date("from");
        ReadPart<LocalDate> until = fields.date("until");
        return fields.build(() -> new ManualOverride(view, of.get(), Optional.ofNullable(points), said(grade), said(light),
                author.get(), reason.get(), from.get(), until.get()));
    }

    private static Optional<String> said(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private ReadPart<Judgement> judgement(Node node) {
        Fields fields = new Fields(problems, node, "a judgement");
        String view = fields.text("view", "");
        ReadPart<String> of = fields.text("of");
        ReadPart<String> assessor = fields.text("assessor");
        ReadPart<String> band = fields.text("band");
        ReadPart<LocalDate> on = fields.date("on");
        String comment = fields.text("comment", "");
        return fields.build(() -> new Judgement(view, of.get(), assessor.get(), band.get(), on.get(), comment));
    }
}
