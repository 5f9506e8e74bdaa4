package io.mubiao.io.rule;

import io.mubiao.formula.Formula;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.Part;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Item;
import io.mubiao.land.Policy;
import io.mubiao.rule.Cite;
import io.mubiao.scoring.Limits;
import io.mubiao.scoring.Shape;
import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads baselines, items and the shapes of scores. */
final class ItemReader {
    private final RuleReader rule;
    private final ProblemList problems;
    private final List<BaselineRule> inline = new ArrayList<>();
    private final Map<String, Node> inlineNodes = new LinkedHashMap<>();

    ItemReader(RuleReader rule, ProblemList problems) {
        this.rule = rule;
        this.problems = problems;
    }

    /** Baselines that stand inside items. */
    List<BaselineRule> inlineBaselines() {
        return inline;
    }

    /** Where each of them stands. */
    Map<String, Node> inlineNodes() {
        return inlineNodes;
    }

    Part<BaselineRule> baseline(String id, Fields fields) {
        Part<String> of = fields.text("of");
        return baseline(id, of, fields);
    }

    private Part<BaselineRule> baseline(String id, Part<String> of, Fields fields) {
        String title = fields.text("title", id);
        Optional<Formula> constant = RuleReader.formula(fields, "constant");
        BaselineRule.Kind kind = constant.isPresent() ? BaselineRule.Kind.CONSTANT
                : fields.choice("kind", BaselineRule.Kind.class).or(BaselineRule.Kind.MEAN);
        List<String> by = fields.texts("by");
        boolean formed = kind != BaselineRule.Kind.CONSTANT;
        Part<BaselineRule.Population> population = fields.optionalChoice("population", BaselineRule.Population.class);
        if (formed && !fields.has("population")) {
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
        Optional<Rounding> rounding = RuleReader.rounding(fields, "round");
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> new BaselineRule(id, title, of.get(), kind, constant, by,
                population.or(BaselineRule.Population.EVALUATED), when, prior, times, percentile, rounding, cite));
    }

    private Optional<BaselineRule.Percentile> percentile(String id, BaselineRule.Kind kind, Fields fields) {
        Rational share = fields.optional("share", ItemReader::share).orNull();
        BaselineRule.Method method = fields.optionalChoice("method", BaselineRule.Method.class).orNull();
        if (kind == BaselineRule.Kind.PERCENTILE) {
            if (!fields.has("share")) {
                rule.undecided(fields.node, "share: which percentile baseline '" + id + "' is, such as 90 %");
            }
            if (!fields.has("method")) {
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
        if (!plain.matches("[0-9]+(\\.[0-9]+)? ?%")) {
            throw new IllegalArgumentException("not a share: '" + text + "'; expected such as 20 %");
        }
        return Rational.parseTyped(plain.replace("%", "").strip()).dividedBy(Rational.HUNDRED);
    }

    Part<Item> item(String id, Fields fields) {
        String indicator = fields.text("of", id);
        Part<Formula> weight = fields.value("weight", Formula::parse);
        Part<Shape> shape = fields.child("score", new ShapeReader(problems)::shape);
        Map<String, Formula> references = new LinkedHashMap<>();
        for (String role : List.of("base", "low", "high", "target")) {
            Formula reference = fields.optionalChild(role, node -> reference(id, indicator, role, node, fields)).orNull();
            if (reference != null) {
                references.put(role, reference);
            }
        }
        Limits<Formula> limits = RuleReader.limits(fields, Formula::parse);
        Policy negative = fields.optional("negative", text -> policy(text, Set.of("compute"))).or(Policy.COMPUTE);
        Set<String> gaps = Set.of("refuse", "mean-score", "reweight");
        Policy missing = fields.optional("missing", text -> policy(text, gaps)).or(Policy.REFUSE);
        Policy zero = fields.optional("zero-divisor", text -> policy(text, gaps)).or(Policy.REFUSE);
        Policy degenerate = fields.optional("degenerate", text -> policy(text, gaps)).or(Policy.REFUSE);
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> new Item(id, indicator, weight.get(), shape.get(), references, limits, negative,
                missing, zero, degenerate, cite));
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
    private Part<Formula> reference(String item, String indicator, String role, Node node, Fields fields) {
        if (node.kind != Node.Kind.OBJECT) {
            return fields.convert(node, Formula::parse);
        }
        String name = item + "_" + role;
        long before = inline.stream().filter(it -> it.id().equals(name) || it.id().startsWith(name + "_")).count();
        String id = before == 0 ? name : name + "_" + (before + 1);
        BaselineRule baseline = baseline(id, Part.of(indicator), new Fields(problems, node, "a baseline")).orNull();
        if (baseline == null) {
            return Part.missing();
        }
        inline.add(baseline);
        inlineNodes.put("baselines." + id, node);
        return Part.of(Formula.name(id));
    }
}
