package io.mubiao.io.rule;

import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.rule.Cite;
import io.mubiao.scorecard.Credit;
import io.mubiao.scorecard.GradeQuota;
import io.mubiao.scorecard.Missing;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.Rollup;
import io.mubiao.scorecard.View;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Ties;
import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Rational;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the ways items roll up. */
final class ViewReader {
    private final ProblemList problems;

    ViewReader(ProblemList problems) {
        this.problems = problems;
    }

    ReadPart<View> view(String id, Fields fields) {
        String title = fields.text("title", id);
        NodeRule root = fields.optionalChild("root", this::node).or(NodeRule.PLAIN);
        List<View.Level> levels = fields.list("levels", this::level);
        List<View.Branch> tree = fields.list("tree", this::branch);
        Credit credit = fields.optionalChild("credit", this::credit).or(Credit.LEAD_ALONE);
        Optional<Ties> ranking = fields.optionalChoice("ranking", Ties.class).optional();
        Optional<GradeQuota> quota = fields.optionalChild("quota", this::quota).optional();
        return fields.build(() -> new View(id, title, root, levels, tree, credit, ranking, quota));
    }

    private ReadPart<GradeQuota> quota(Node node) {
        Fields fields = new Fields(problems, node, "a quota");
        Map<String, GradeQuota.Most> most = new LinkedHashMap<>();
        Node labels = fields.get("most");
        if (labels == null || labels.kind != Node.Kind.OBJECT) {
            problems.error(labels == null ? node : labels, "MISSING_FIELD",
                    "a quota needs 'most': an object of grades and shares such as 30 %, numbers such as 3, or both as [30 %, 3]");
        } else {
            labels.fields.forEach((label, child) -> most(fields, child).ifPresent(limit -> most.put(label, limit)));
        }
        ReadPart<GradeQuota.Base> of = fields.choice("of", GradeQuota.Base.class);
        Optional<RoundingMode> rounding = fields.optionalChoice("round", RoundingMode.class).optional();
        boolean refill = RuleReader.yes(fields, "refill");
        if (!fields.has("refill")) {
            problems.error(node, "MISSING_FIELD", "a quota needs 'refill': whether the place of a unit that a veto puts lower goes to "
                    + "the next (yes or no)");
        }
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> new GradeQuota(most, of.get(), rounding, refill, cite));
    }

    private Optional<GradeQuota.Most> most(Fields fields, Node node) {
        List<String> limits = node.kind == Node.Kind.LIST ? fields.items(node, fields::scalar)
                : fields.scalar(node).optional().stream().toList();
        Rational share = null;
        Integer count = null;
        try {
            for (String limit : limits) {
                if (TypedText.of(limit).text().endsWith("%")) {
                    share = ItemReader.share(limit);
                } else {
                    count = Fields.toWhole(limit);
                }
            }
            return Optional.of(new GradeQuota.Most(Optional.ofNullable(share),
                    count == null ? OptionalLong.empty() : OptionalLong.of(count)));
        } catch (IllegalArgumentException e) {
            problems.error(node, e, "; write 30 %, 3, or [30 %, 3] for the smaller of both");
            return Optional.empty();
        }
    }

    private ReadPart<View.Level> level(Node node) {
        Fields fields = new Fields(problems, node, "a level");
        ReadPart<String> by = fields.text("by");
        ReadPart<NodeRule> rule = node(fields);
        return fields.build(() -> new View.Level(by.get(), rule.get()));
    }

    private ReadPart<View.Branch> branch(Node node) {
        Fields fields = new Fields(problems, node, "a node");
        ReadPart<String> id = fields.text("id");
        String title = fields.text("title", id.or(""));
        ReadPart<NodeRule> rule = node(fields);
        List<View.Branch> branches = fields.list("nodes", this::branch);
        List<String> items = fields.texts("items");
        return fields.build(() -> new View.Branch(id.get(), title, rule.get(), branches, items));
    }

    private ReadPart<NodeRule> node(Node node) {
        Fields fields = new Fields(problems, node, "a root");
        ReadPart<NodeRule> rule = node(fields);
        return fields.build(rule::get);
    }

    /** The fields of a node's rule among others. */
    private ReadPart<NodeRule> node(Fields fields) {
        Rollup rollup = fields.optionalChoice("rollup", Rollup.class).or(Rollup.WEIGHTED_SUM);
        boolean percent = percentWeights(fields);
        Map<String, Rational> weights = numbers(fields, "weights");
        Rational total = fields.optional("weights-total", ViewReader::number).orNull();
        Rational outOf = fields.optional("out-of", Rational::parseTyped).orNull();
        Missing missing = fields.optionalChoice("missing", Missing.class).or(Missing.REFUSE);
        Rational complete = fields.optional("complete", ItemReader::share).or(Rational.ZERO);
        Limits<Rational> limits = RuleReader.limits(fields, Rational::parseTyped);
        Integer best = fields.optional("best", Fields::toWhole).orNull();
        Optional<Boolean> graded = fields.has("graded") ? Optional.of(RuleReader.yes(fields, "graded")) : Optional.empty();
        if (fields.failed()) {
            return ReadPart.missing();
        }
        try {
            return ReadPart.of(new NodeRule(rollup, weights, Optional.ofNullable(total),
                    Optional.ofNullable(outOf != null ? outOf : percent ? Rational.HUNDRED : null), missing, complete,
                    limits, graded, Optional.ofNullable(best)));
        } catch (IllegalArgumentException e) {
            problems.error(fields.node, e);
            return ReadPart.missing();
        }
    }

    /** Weights in percent make points out of a hundred. */
    private static boolean percentWeights(Fields fields) {
        Node node = fields.get("weights");
        return node != null && node.fields.values().stream().anyMatch(child -> child.text.endsWith("%"));
    }

    static Map<String, Rational> numbers(Fields fields, String key) {
        Map<String, Rational> numbers = new LinkedHashMap<>();
        BandsReader.texts(fields, key).forEach((name, text) -> {
            try {
                numbers.put(name, number(text));
            } catch (IllegalArgumentException e) {
                Node node = fields.get(key);
                fields.problems.error(node == null ? fields.node : node.fields.getOrDefault(name, node), e);
            }
        });
        return numbers;
    }

    /** A plain number, or a share in percent. */
    static Rational number(String text) {
        return TypedText.of(text).text().endsWith("%") ? ItemReader.share(text) : Rational.parseTyped(text);
    }

    private ReadPart<Credit> credit(Node node) {
        Fields fields = new Fields(problems, node, "credit");
        Rational lead = fields.optional("lead", ItemReader::share).or(Rational.ONE);
        Map<String, Map<String, Rational>> byTarget = new LinkedHashMap<>();
        Node targets = fields.get("targets");
        if (targets != null && targets.kind != Node.Kind.OBJECT) {
            problems.error(targets, "NOT_AN_OBJECT", "'targets' must be an object, got " + targets.describe());
        } else if (targets != null) {
            targets.fields.forEach((target, child) -> {
                Fields inner = new Fields(problems, targets, "credit by target");
                byTarget.put(target, numbers(inner, target));
            });
        }
        return fields.build(() -> new Credit(lead, byTarget));
    }
}
