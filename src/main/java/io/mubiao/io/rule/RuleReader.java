package io.mubiao.io.rule;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.mubiao.example.ExampleCheck;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.io.Input;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Bonus;
import io.mubiao.land.Column;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Exclusion;
import io.mubiao.land.Group;
import io.mubiao.land.Indicator;
import io.mubiao.land.Label;
import io.mubiao.land.Merge;
import io.mubiao.land.PostRule;
import io.mubiao.land.Refill;
import io.mubiao.land.Requirement;
import io.mubiao.land.Table;
import io.mubiao.land.Total;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Limits;
import io.mubiao.text.internal.TypedText;
import io.mubiao.time.Span;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a whole rule, stage by stage. */
final class RuleReader {
    /**
     * Reads the rules that a rule cites.
     *
     * @param chain the rule and those that led to it by citing each other; empty for a rule read from text
     */
    record Cited(List<Input> chain) {
        static final Cited NOTHING = new Cited(List.of());
        private static final int LONGEST = 20;

        EvaluationRule read(String name) {
            if (chain.isEmpty()) {
                throw new IllegalArgumentException("a rule read from text cannot cite the file '" + name + "'");
            }
            Input last = chain.get(chain.size() - 1);
            Input file = last.path().map(it -> Input.of(Beside.find(it, name))).orElseGet(() -> last.file(name));
            if (chain.stream().anyMatch(it -> it.name().equals(file.name()))) {
                throw new IllegalArgumentException("a rule cannot cite itself: " + Stream.concat(chain.stream(), Stream.of(file))
                        .map(Input::name).collect(Collectors.joining(" cites ")));
            }
            if (chain.size() > LONGEST) {
                throw new IllegalArgumentException("more than " + LONGEST + " rules cite each other, the last is '" + name + "'");
            }
            try {
                return RuleFile.read(new Cited(Stream.concat(chain.stream(), Stream.of(file)).toList()), doubt -> { });
            } catch (InvalidDefinitionException e) {
                throw new IllegalArgumentException("the cited rule cannot be read: " + Beside.first(e), e);
            }
        }
    }

    /** What a group can say for all its items. */
    private static final ImmutableSet<String> DEFAULTS = ImmutableSet.of("score", "cap", "floor", "round", "negative", "zero", "missing", "zero-divisor",
            "degenerate");
    private static final ImmutableSet<String> PARTS = ImmutableSet.of("id", "title", "status", "source", "clause", "assumption", "sources", "jurisdiction", "year",
            "valid", "trial", "no-prior-class", "measure-words", "parameters", "columns", "labels", "tables", "derived", "merge", "scope",
            "indicators", "groups", "baselines", "bonuses", "category-limits", "total", "ranking", "classes", "overrides", "refill",
            "consequences", "exports", "examples");
    private static final ImmutableSet<String> OF_GROUP = ImmutableSet.of("id", "title", "when", "weights-total", "items", "items-default", "rank-on",
            "source", "clause", "assumption");
    private static final Splitter STEPS = Splitter.on('.');
    /** The year of a rule that is of none. */
    static final String NO_YEAR = "none";
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    private final ProblemList problems;
    private final Cited cited;
    private final Map<String, Node> inlineNodes = new LinkedHashMap<>();
    final RuleParts parts;

    RuleReader(ProblemList problems, Cited cited) {
        this.problems = problems;
        this.cited = cited;
        parts = new RuleParts(problems);
    }

    /** The rule; null if it is none. */
    @Nullable EvaluationRule read(Node root) {
        Fields fields = new Fields(problems, root, "a rule");
        if (fields.failed()) {
            return null;
        }
        WithProblems<EvaluationRule> checked = parts(fields).checked();
        Unread unread = !problems.hasErrors() ? Unread.NOTHING : Unread.of(root, checked.value(), problems.unread());
        for (Problem problem : checked.problems()) {
            String path = problem.place().path();
            if (!unread.explains(problem)) {
                problems.error(inlineNodes.getOrDefault(path, nearest(root, path)), problem.code(), problem.message());
            }
        }
        if (!problems.hasErrors()) {
            new ExampleReader(problems).tell(root, ExampleCheck.check(checked.value()));
        }
        return checked.value();
    }

    /** The rule as it stands, whether or not its parts fit together; null if it is none. */
    @Nullable EvaluationRule unchecked(Node root) {
        Fields fields = new Fields(problems, root, "a rule");
        return fields.failed() ? null : parts(fields).checked().value();
    }

    /** The node of a path whose steps are fields or, in a list, the ids of its items. */
    static Node nearest(Node root, String path) {
        Node node = root;
        for (String step : STEPS.split(path)) {
            Node next = node.fields.get(step);
            for (Node item : node.items) {
                Node id = item.fields.get("id");
                next = id != null && id.text.equals(step) ? item : next;
            }
            if (next == null) {
                return node;
            }
            node = next;
        }
        return node;
    }

    /** The parts that can be read; each that cannot is a problem. */
    private EvaluationRule.Builder parts(Fields fields) {
        fields.forgive(PARTS);
        parts.measureWords(fields);
        EvaluationRule.Builder rule = EvaluationRule.builder(fields.text("id").or("?"));
        HeadingReader.of(fields, parts).into(rule).jurisdiction(fields.text("jurisdiction", "")).units(parts.units());
        rule.year(fields.value("year", RuleReader::year).or(0));
        Span valid = fields.optional("valid", Span::parse).orNull();
        if (valid != null) {
            rule.valid(valid);
        }
        rule.trial(yes(fields, "trial")).noPriorClass(fields.text("no-prior-class", ""));
        rule.parameters(parts.map(fields, "parameters", parts::parameter));
        rule.columns(parts.map(fields, "columns", this::column));
        rule.labels(parts.map(fields, "labels", this::label));
        List<Table> tables = new ArrayList<>(parts.map(fields, "tables", this::table));
        rule.derived(parts.map(fields, "derived", parts::derived));
        Merge merge = fields.optionalChild("merge", this::merge).orNull();
        if (merge != null) {
            rule.merge(merge);
        }
        fields.optionalChild("scope", node -> scope(node, rule));
        List<Indicator> indicators = parts.map(fields, "indicators", this::indicator);
        rule.indicators(indicators);
        ItemReader items = new ItemReader(this, problems, indicators);
        List<BaselineRule> baselines = new ArrayList<>(parts.map(fields, "baselines", items::baseline));
        rule.groups(fields.list("groups", node -> group(node, items)));
        baselines.addAll(items.inlineBaselines());
        tables.addAll(items.inlineTables());
        rule.tables(tables);
        inlineNodes.putAll(items.inlineNodes());
        rule.baselines(baselines).bonuses(parts.map(fields, "bonuses", this::bonus));
        rule.categoryLimits(parts.formulas(fields, "category-limits"));
        Total total = fields.optionalChild("total", this::total).orNull();
        rule.total(total == null ? Total.PLAIN : total);
        ClassesReader classes = new ClassesReader(this, problems);
        fields.optionalChild("ranking", node -> classes.ranking(node, rule));
        fields.optionalChild("classes", node -> classes.classes(node, rule));
        List<PostRule> overrides = fields.list("overrides", classes::override);
        rule.overrides(overrides).refill(fields.optional("refill", RuleReader::refill).or(Refill.NONE));
        if (fields.has("overrides") && !fields.isMeant("refill") && !hasNoPlaces(fields)) {
            undecided(fields.node.fields.getOrDefault("overrides", fields.node), "refill: what happens to the place that an "
                    + "override vacates (false, counted or uncounted)");
        }
        Citations citations = new Citations(rule.checked().value());
        List<Optional<Consequence>> consequences =
                fields.list("consequences", node -> consequence(node, classes, citations));
        citations.complete(rule, consequences.stream().flatMap(Optional::stream).toList());
        rule.exports(exports(fields)).examples(new ExampleReader(problems).examples(fields));
        fields.build(() -> rule);
        return rule;
    }

    /** Whether classes go by points or tests: an override vacates no place there. */
    private static boolean hasNoPlaces(Fields fields) {
        Node classes = fields.node.fields.get("classes");
        Node by = classes == null ? null : classes.fields.get("by");
        return by != null && (by.text.equals("score") || by.text.equals("tests"));
    }

    void undecided(Node node, String what) {
        problems.error(node, "UNDECIDED", "the rule must decide " + what);
    }

    Units units() {
        return parts.units();
    }

    private static int year(String text) {
        String plain = TypedText.of(text).text();
        if (plain.equals(NO_YEAR)) {
            return 0;
        }
        if (!plain.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("not a year: '" + text + "'; expected such as 2022");
        }
        int year = Integer.parseInt(plain);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("no year of a rule: '" + text + "'; expected from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return year;
    }

    private static Refill refill(String text) {
        return switch (text) {
            case "false", "no", "none" -> Refill.NONE;
            case "counted" -> Refill.COUNTED;
            case "uncounted" -> Refill.UNCOUNTED;
            case "true", "yes" -> throw new IllegalArgumentException("refill: " + text + " can mean two things: write counted if "
                    + "who was moved takes a place where he lands, uncounted if he takes none");
            default -> throw new IllegalArgumentException("found '" + text + "', expected false, counted or "
                    + "uncounted");
        };
    }

    static boolean yes(Fields fields, String key) {
        return fields.optional(key, text -> switch (text) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException("found '" + text + "', expected true or false");
        }).or(false);
    }

    static Cite cite(Fields fields) {
        return new Cite(fields.text("source", ""), fields.text("clause", ""), fields.text("assumption", ""));
    }

    static <N> Limits<N> limits(Fields fields, Function<String, N> number) {
        return new Limits<>(fields.optional("cap", number).optional(),
                fields.optional("floor", number).optional(), rounding(fields, "round"));
    }

    static Optional<Formula> formula(Fields fields, String key) {
        return fields.optional(key, Formula::parse).optional();
    }

    static Optional<Rounding> rounding(Fields fields, String key) {
        return fields.optional(key, Rounding::parse).optional();
    }

    private ReadPart<Column> column(String id, Fields fields) {
        String title = fields.text("title", id);
        List<String> values = fields.texts("values");
        Symbol.Kind kind = fields.optionalChoice("kind", Symbol.Kind.class).or(values.isEmpty() ? Symbol.Kind.NUMBER : Symbol.Kind.TEXT);
        Unit unit = parts.unit(fields, "unit");
        int decimals = fields.optional("decimals", Fields::toWhole).or(kind == Symbol.Kind.NUMBER ? 2 : 0);
        boolean negative = yes(fields, "negative");
        Optional<BigDecimal> least = Optional.ofNullable(
                fields.optional("at-least", text -> new BigDecimal(RuleParts.plain(text))).orNull())
                .or(() -> negative || kind != Symbol.Kind.NUMBER ? Optional.empty() : Optional.of(BigDecimal.ZERO));
        Optional<BigDecimal> most = Optional.ofNullable(
                fields.optional("at-most", text -> new BigDecimal(RuleParts.plain(text))).orNull());
        String otherwise = fields.text("if-empty", "");
        Cite cite = cite(fields);
        return fields.build(() -> new Column(id, title, kind, unit, decimals, least, most,
                values, otherwise, cite));
    }

    private ReadPart<Label> label(String id, Fields fields) {
        String title = fields.text("title", id);
        List<Label.Choice> choices = fields.list("choices", node -> {
            Fields inner = new Fields(problems, node, "a choice");
            ReadPart<String> label = inner.text("label");
            Optional<Formula> when = formula(inner, "when");
            return inner.build(() -> new Label.Choice(label.get(), when));
        });
        Cite cite = cite(fields);
        return fields.build(() -> new Label(id, title, choices, cite));
    }

    private ReadPart<Table> table(String id, Fields fields) {
        return table(id, id, fields);
    }

    /** @param untitled what it is called if it says no title */
    ReadPart<Table> table(String id, String untitled, Fields fields) {
        String title = fields.text("title", untitled);
        ReadPart<String> by = fields.text("by");
        Unit unit = parts.unit(fields, "unit");
        Map<String, Formula> values = parts.formulas(fields, "values");
        Optional<Formula> otherwise = formula(fields, "otherwise");
        Cite cite = cite(fields);
        return fields.build(() -> new Table(id, title, by.get(), unit, values, otherwise, cite));
    }

    private ReadPart<Indicator> indicator(String id, Fields fields) {
        String title = fields.text("title", id);
        ReadPart<Formula> formula = fields.value("formula", Formula::parse);
        Unit unit = parts.unit(fields, "unit");
        boolean higher = higher(fields);
        Cite cite = cite(fields);
        return fields.build(() -> new Indicator(id, title, formula.get(), unit, higher, cite));
    }

    static boolean higher(Fields fields) {
        return fields.optional("better", text -> switch (text) {
            case "higher" -> true;
            case "lower" -> false;
            default -> throw new IllegalArgumentException("found '" + text + "', expected higher or lower");
        }).or(true);
    }

    private ReadPart<Merge> merge(Node node) {
        Fields fields = new Fields(problems, node, "merge");
        ReadPart<String> by = fields.text("by");
        Optional<Formula> except = formula(fields, "except");
        Optional<Formula> lead = formula(fields, "lead");
        List<String> sums = fields.texts("sums");
        boolean also = yes(fields, "also-independent");
        Cite cite = cite(fields);
        return fields.build(() -> new Merge(by.get(), except, lead, sums, also, cite));
    }

    private ReadPart<Object> scope(Node node, EvaluationRule.Builder rule) {
        Fields fields = new Fields(problems, node, "scope");
        rule.requirements(fields.list("require", child -> {
            Fields inner = new Fields(problems, child, "a requirement");
            ReadPart<String> id = inner.text("id");
            ReadPart<Formula> when = inner.value("when", Formula::parse);
            Cite cite = cite(inner);
            return inner.build(() -> new Requirement(id.get(), when.get(), cite));
        }));
        rule.exclusions(fields.list("exclude", child -> {
            Fields inner = new Fields(problems, child, "an exclusion");
            ReadPart<String> id = inner.text("id");
            String title = inner.text("title", id.or(""));
            ReadPart<Formula> when = inner.value("when", Formula::parse);
            ReadPart<Exclusion.Effect> effect = inner.choice("effect", Exclusion.Effect.class);
            String label = inner.text("label", "");
            String classOf = inner.text("class-of", "");
            Exclusion.Kept place = inner.optionalChoice("keeps-place", Exclusion.Kept.class).or(Exclusion.Kept.NONE);
            if (!classOf.isEmpty() && !inner.isMeant("keeps-place") && effect.or(Exclusion.Effect.OUT) == Exclusion.Effect.TREATED_AS) {
                undecided(child, "keeps-place: whether who takes the class of another is ranked and takes up a place (none, counted or"
                        + " uncounted)");
            }
            Cite cite = cite(inner);
            return inner.build(() -> new Exclusion(id.get(), title, when.get(), effect.get(), label, classOf, place, cite));
        }));
        return fields.build(Object::new);
    }

    private ReadPart<Group> group(Node node, ItemReader items) {
        Fields fields = new Fields(problems, node, "a group");
        fields.forgive(OF_GROUP);
        ReadPart<String> id = fields.text("id");
        String title = fields.text("title", id.or(""));
        Optional<Formula> when = formula(fields, "when");
        Optional<Formula> sum = formula(fields, "weights-total");
        defaults(fields);
        List<io.mubiao.land.Item> lines = parts.map(fields, "items", items::item);
        if (!lines.isEmpty() && sum.isEmpty() && !fields.isMeant("weights-total")) {
            undecided(node, "weights-total: what the weights of group '" + id.or("") + "' sum to");
        }
        Optional<String> rankOn = Optional.of(fields.text("rank-on", "")).filter(text -> !text.isEmpty());
        Cite cite = cite(fields);
        return fields.build(() -> new Group(id.get(), title, when, sum, lines, rankOn, cite));
    }

    /** What the group says for all its items is as if each said it that says nothing of its own. */
    private void defaults(Fields group) {
        Node defaults = group.get("items-default");
        Node items = group.get("items");
        if (defaults == null || items == null) {
            return;
        }
        Fields known = new Fields(problems, defaults, "items-default");
        known.forgive(DEFAULTS);
        known.know(DEFAULTS);
        known.refuseUnknown();
        for (Node item : items.fields.values()) {
            defaults.fields.forEach((key, value) -> {
                if (item.kind == Node.Kind.OBJECT && DEFAULTS.contains(key)) {
                    item.fields.putIfAbsent(key, value);
                }
            });
        }
    }

    private ReadPart<Bonus> bonus(String id, Fields fields) {
        String title = fields.text("title", id);
        Optional<Formula> when = formula(fields, "when");
        Optional<Formula> points = formula(fields, "points");
        Optional<Formula> share = formula(fields, "share-of-subtotal");
        Optional<Formula> limit = formula(fields, "limit");
        String category = fields.text("category", "");
        boolean none = fields.optional("if-missing", text -> switch (text) {
            case "none" -> true;
            case "refuse" -> false;
            default -> throw new IllegalArgumentException("found '" + text + "', expected none or refuse");
        }).or(false);
        Cite cite = cite(fields);
        if (points.isPresent() == share.isPresent() && fields.isSound()) {
            problems.error(fields.node, "BAD_VALUE", "a bonus has either points or share-of-subtotal");
        }
        return fields.build(() -> new Bonus(id, title, when, Stream.of(points, share).flatMap(Optional::stream).findFirst()
                .orElseThrow(), share.isPresent(), limit, category, none, cite));
    }

    private ReadPart<Total> total(Node node) {
        Fields fields = new Fields(problems, node, "total");
        Limits<Formula> limits = limits(fields, Formula::parse);
        Cite cite = cite(fields);
        return fields.build(() -> new Total(limits, cite));
    }

    /** A consequence of its own; of a cited file all that it holds, with everything it needs. */
    private ReadPart<Optional<Consequence>> consequence(Node node, ClassesReader classes, Citations into) {
        Fields fields = new Fields(problems, node, "a consequence");
        String file = fields.text("cite", "");
        if (file.isEmpty() && node.fields.containsKey("cite")) {
            problems.error(node.fields.getOrDefault("cite", node), "MISSING_FIELD", "'cite' needs the file of a rule, such as ../rules/charges.yaml");
            return ReadPart.missing();
        } else if (file.isEmpty()) {
            return classes.consequence(fields);
        }
        List<String> only = fields.texts("only");
        return fields.build(() -> {
            into.take(cited.read(file), only);
            return Optional.empty();
        });
    }

    private Map<String, List<String>> exports(Fields fields) {
        Map<String, List<String>> exports = new LinkedHashMap<>();
        Node node = fields.get("exports");
        if (node != null && node.kind == Node.Kind.OBJECT) {
            node.fields.forEach((name, child) -> exports.put(name, fields.items(child, fields::scalar)));
        } else if (node != null) {
            problems.error(node, "NOT_AN_OBJECT", "'exports' must be an object of lists, got " + node.describe());
        }
        return exports;
    }
}
