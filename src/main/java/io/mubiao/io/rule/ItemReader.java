package io.mubiao.io.rule;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Indicator;
import io.mubiao.land.Item;
import io.mubiao.land.Policy;
import io.mubiao.land.Table;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Cut;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads baselines, items and the shapes of scores. */
final class ItemReader {
    /** What a table inside an item is called that gives itself no title, beside a Chinese title. */
    private static final Map<String, String> CHINESE = Map.of("weight", "权重", "cap", "封顶", "floor", "保底", "base", "基准值", "target", "目标值",
            "low", "低值", "high", "高值");

    private final RuleReader rule;
    private final ProblemList problems;
    private final List<BaselineRule> inline = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final Map<String, Node> inlineNodes = new LinkedHashMap<>();
    private final Map<String, String> indicatorTitles = new HashMap<>();
    /** What the indicator of each item is called. */
    private final Map<String, String> titles = new HashMap<>();

    ItemReader(RuleReader rule, ProblemList problems, List<Indicator> indicators) {
        this.rule = rule;
        this.problems = problems;
        indicators.forEach(it -> indicatorTitles.put(it.id(), it.title()));
    }

    /** Baselines that stand inside items. */
    List<BaselineRule> inlineBaselines() {
        return inline;
    }

    /** Tables that stand inside items. */
    List<Table> inlineTables() {
        return tables;
    }

    /** Where each of them stands. */
    Map<String, Node> inlineNodes() {
        return inlineNodes;
    }

    ReadPart<BaselineRule> baseline(String id, Fields fields) {
        ReadPart<String> of = fields.text("of");
        return baseline(id, of, fields);
    }

    private ReadPart<BaselineRule> baseline(String id, ReadPart<String> of, Fields fields) {
        String title = fields.text("title", id);
        Optional<Formula> constant = RuleReader.formula(fields, "constant");
        BaselineRule.Kind kind = constant.isPresent() ? BaselineRule.Kind.CONSTANT
                : fields.choice("kind", BaselineRule.Kind.class).or(BaselineRule.Kind.MEAN);
        List<String> by = fields.texts("by");
        boolean formed = kind != BaselineRule.Kind.CONSTANT;
        ReadPart<BaselineRule.Population> population = fields.optionalChoice("population", BaselineRule.Population.class);
        if (formed && !fields.isMeant("population")) {
            rule.undecided(fields.node, "population: who forms baseline '" + id + "' (evaluated or graded)");
        }
        Optional<Formula> when = RuleReader.formula(fields, "when");
        boolean prior = fields.optional("year", text -> switch (text) {
            case "this" -> false;
            case "prior" -> true;
            default -> throw new IllegalArgumentException("found '" + text + "', expected this or prior");
        }).or(false);
        Optional<Formula> times = RuleReader.formula(fields, "times");
        Optional<BaselineRule.Percentile> percentile = percentile(id, kind, fields);
        Optional<BaselineRule.Among> among = among(id, fields);
        Optional<Rounding> rounding = RuleReader.rounding(fields, "round");
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> new BaselineRule(id, title, of.get(), kind, constant, by,
                population.or(BaselineRule.Population.EVALUATED), when, prior, times, percentile, among, rounding, cite));
    }

    private Optional<BaselineRule.Among> among(String id, Fields fields) {
        Cut best = fields.optional("best", this::cut).orNull();
        Optional<Cut> dropBest = Optional.empty();
        Optional<Cut> dropWorst = Optional.empty();
        Node drop = fields.get("drop");
        if (drop != null) {
            Fields inner = new Fields(problems, drop, "drop");
            dropBest = inner.optional("best", this::cut).optional();
            dropWorst = inner.optional("worst", this::cut).optional();
            if (dropBest.isEmpty() && dropWorst.isEmpty() && !inner.failed()) {
                problems.error(drop, "MISSING_FIELD", "drop needs 'best' or 'worst': how many are left out, such as 1 户 or 5 %");
            }
            inner.refuseUnknown();
        }
        RoundingMode mode = fields.optional("best-rounding", ItemReader::mode).orNull();
        boolean shares = Stream.of(Optional.ofNullable(best), dropBest, dropWorst).flatMap(Optional::stream).anyMatch(it -> it.share().isPresent());
        if (shares && mode == null && !fields.isMeant("best-rounding")) {
            rule.undecided(fields.node, "best-rounding: how the share in baseline '" + id + "' becomes a number of enterprises "
                    + "(such as half-up, up, floor)");
            return Optional.empty();
        }
        if (best == null && dropBest.isEmpty() && dropWorst.isEmpty()) {
            return Optional.empty();
        }
        if (best != null && drop != null) {
            problems.error(drop, "BAD_VALUE", "either the best count, or some of the best and worst are dropped");
            return Optional.empty();
        }
        try {
            return Optional.of(new BaselineRule.Among(Optional.ofNullable(best), dropBest, dropWorst, mode == null ? RoundingMode.HALF_UP : mode));
        } catch (IllegalArgumentException e) {
            problems.error(Objects.requireNonNull(fields.get(drop == null ? "best" : "drop")), e);
            return Optional.empty();
        }
    }

    private static RoundingMode mode(String text) {
        RoundingMode mode = Fields.constant(RoundingMode.class, text);
        if (mode == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("found 'unnecessary', expected one of half-up, half-down, half-even, up, down, floor, ceiling");
        }
        return mode;
    }

    private Cut cut(String text) {
        Formula formula = Formula.parse(TypedText.of(text).text());
        return formula.expr() instanceof Expr.Literal literal && literal.unit().isEmpty() && literal.value().compareTo(Rational.ONE) >= 0
                ? Cut.of(Formula.of(new Expr.Literal(literal.value(), "户")), Set.of()) : Cut.of(formula, rule.units().measureWords());
    }

    private Optional<BaselineRule.Percentile> percentile(String id, BaselineRule.Kind kind, Fields fields) {
        Rational share = fields.optional("share", ItemReader::share).orNull();
        BaselineRule.Method method = fields.optionalChoice("method", BaselineRule.Method.class).orNull();
        if (kind == BaselineRule.Kind.PERCENTILE) {
            if (!fields.isMeant("share")) {
                rule.undecided(fields.node, "share: which percentile baseline '" + id + "' is, such as 90 %");
            }
            if (!fields.isMeant("method")) {
                rule.undecided(fields.node, "method: how the percentile of '" + id
                        + "' is found (nearest-rank, linear-inclusive or linear-exclusive)");
            }
        }
        return share == null || method == null
                ? Optional.empty()
                : Optional.of(new BaselineRule.Percentile(share, method));
    }

    static Rational share(String text) {
        String plain = TypedText.of(text).text();
        if (!plain.matches("[0-9]+(\\.[0-9]+|/[0-9]+)? ?%")) {
            throw new IllegalArgumentException("not a share: '" + text + "'; expected such as 20 %");
        }
        return Rational.parseTyped(plain.replace("%", "").strip()).dividedBy(Rational.HUNDRED);
    }

    ReadPart<Item> item(String id, Fields fields) {
        String indicator = fields.text("of", id);
        titles.put(id, indicatorTitles.getOrDefault(indicator, indicator));
        ReadPart<Formula> weight = fields.child("weight", node -> number(id, "weight", node, fields));
        ReadPart<Shape> shape = fields.child("score", new ShapeReader(problems, true)::shape);
        Map<String, Formula> references = references(id, indicator, fields);
        Limits<Formula> limits = new Limits<>(fields.optionalChild("cap", node -> number(id, "cap", node, fields)).optional(),
                fields.optionalChild("floor", node -> number(id, "floor", node, fields)).optional(), RuleReader.rounding(fields, "round"));
        Optional<Item.Instead> instead = fields.optionalChild("or", node -> {
            Fields inner = new Fields(problems, node, "'or'");
            ReadPart<String> other = inner.text("of");
            titles.put(id + "_or", indicatorTitles.getOrDefault(other.or(id), id));
            Map<String, Formula> own = references(id + "_or", other.or(""), inner);
            return inner.build(() -> new Item.Instead(other.get(), own));
        }).optional();
        Policy negative = fields.optional("negative", text -> policy(text, Set.of("compute"))).or(Policy.COMPUTE);
        Policy nothing = fields.optional("zero", text -> policy(text, Set.of("compute"))).or(Policy.COMPUTE);
        Set<String> gaps = Set.of("refuse", "mean-score", "reweight");
        Policy missing = fields.optional("missing", text -> policy(text, gaps)).or(Policy.REFUSE);
        Policy zero = fields.optional("zero-divisor", text -> policy(text, gaps)).or(Policy.REFUSE);
        Policy degenerate = fields.optional("degenerate", text -> policy(text, gaps)).or(Policy.REFUSE);
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> new Item(id, indicator, weight.get(), shape.get(), references, limits, instead, negative,
                nothing, missing, zero, degenerate, cite));
    }

    private Map<String, Formula> references(String id, String indicator, Fields fields) {
        Map<String, Formula> references = new LinkedHashMap<>();
        for (String role : List.of("base", "low", "high", "target")) {
            Formula reference = fields.optionalChild(role, node -> reference(id, indicator, role, node, fields)).orNull();
            if (reference != null) {
                references.put(role, reference);
            }
        }
        return references;
    }

    /** A number, a name, a table right here (by a text), or choices right here (by tests). */
    private ReadPart<Formula> number(String item, String role, Node node, Fields fields) {
        if (node.kind == Node.Kind.LIST) {
            return choices(node);
        }
        if (node.kind != Node.Kind.OBJECT) {
            return fields.convert(node, Formula::parse);
        }
        String id = unused(item + "_" + role);
        Fields inner = new Fields(problems, node, "a table");
        Map<String, Formula> values = rule.parts.formulas(inner, "values");
        Optional<Formula> otherwise = RuleReader.formula(inner, "otherwise");
        boolean usesWeight = Stream.concat(values.values().stream(), otherwise.stream()).anyMatch(it -> it.names().contains("w"));
        if (usesWeight) {
            ReadPart<String> by = inner.text("by");
            Formula rest = otherwise.orElse(Formula.call("undefined", Formula.of(new Expr.Text("no " + role + " for this text"))));
            for (Map.Entry<String, Formula> value : values.entrySet()) {
                rest = Formula.call("if", Formula.call("==", Formula.name(by.or("")), Formula.of(new Expr.Text(value.getKey()))), value.getValue(), rest);
            }
            Formula whole = rest;
            inner.optional("unit", text -> text);
            return inner.build(() -> {
                by.get();
                return whole;
            });
        }
        Table table = rule.table(id, called(item, role), inner).orNull();
        if (table == null) {
            return ReadPart.missing();
        }
        tables.add(table);
        inlineNodes.put("tables." + id, node);
        return ReadPart.of(Formula.name(id));
    }

    private String called(String item, String role) {
        String title = titles.getOrDefault(item, item);
        return title.codePoints().anyMatch(Character::isIdeographic) ? title + CHINESE.getOrDefault(role, role) : title + " " + role;
    }

    private String unused(String name) {
        long before = Stream.concat(inline.stream().map(BaselineRule::id), tables.stream().map(Table::id))
                .filter(it -> it.equals(name) || it.startsWith(name + "_")).count();
        return before == 0 ? name : name + "_" + (before + 1);
    }

    /** The first of some numbers whose test holds; the last one has none and is for all others. */
    private ReadPart<Formula> choices(Node node) {
        Fields outer = new Fields(problems, node.parent == null ? node : node.parent, "an item");
        List<Map.Entry<Optional<Formula>, Formula>> all = outer.items(node, child -> {
            Fields inner = new Fields(problems, child, "a choice");
            ReadPart<Formula> value = inner.value("value", Formula::parse);
            Optional<Formula> when = RuleReader.formula(inner, "when");
            return inner.build(() -> Map.entry(when, value.get()));
        });
        boolean complete = all.size() == node.items.size() && !all.isEmpty();
        for (int i = 0; i < all.size(); i++) {
            complete &= all.get(i).getKey().isPresent() == (i < all.size() - 1);
        }
        if (!complete) {
            problems.error(node, "BAD_VALUE", "each choice but the last needs 'value' and 'when', the last only 'value', for all others");
            return ReadPart.missing();
        }
        Formula chosen = all.get(all.size() - 1).getValue();
        for (int i = all.size() - 2; i >= 0; i--) {
            chosen = Formula.call("if", all.get(i).getKey().orElseThrow(), all.get(i).getValue(), chosen);
        }
        return ReadPart.of(chosen);
    }

    private static Policy policy(String text, Set<String> words) {
        if (words.contains(text)) {
            return new Policy(Fields.constant(Policy.Kind.class, text), Optional.empty());
        }
        if (text.equals("zero")) {
            return new Policy(Policy.Kind.POINTS, Optional.of(Formula.of(Rational.ZERO)));
        }
        try {
            return new Policy(Policy.Kind.POINTS, Optional.of(Formula.parse(text)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("found '" + text + "', expected zero, points, or one of "
                    + words.stream().sorted().toList(), e);
        }
    }

    /** A number, a name, or a baseline that stands right here. */
    private ReadPart<Formula> reference(String item, String indicator, String role, Node node, Fields fields) {
        if (node.kind != Node.Kind.OBJECT || node.fields.containsKey("values")) {
            return number(item, role, node, fields);
        }
        String id = unused(item + "_" + role);
        BaselineRule baseline = baseline(id, ReadPart.of(indicator), new Fields(problems, node, "a baseline")).orNull();
        if (baseline == null) {
            return ReadPart.missing();
        }
        inline.add(baseline);
        inlineNodes.put("baselines." + id, node);
        return ReadPart.of(Formula.name(id));
    }
}
