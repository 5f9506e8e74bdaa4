package io.mubiao.io.rule;

import com.google.common.collect.ImmutableSet;
import io.mubiao.example.ExampleCheck;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.problem.WithProblems;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Example;
import io.mubiao.rule.Parameter;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.OverSet;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.scoring.internal.ShareMarks;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.shape.Ties;
import io.mubiao.text.internal.Spelling;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one scoring rule. */
final class ScoringRuleReader {
    private static final ImmutableSet<String> PARTS = ImmutableSet.of("id", "title", "status", "source", "clause", "assumption", "sources", "measure-words",
            "parameters", "points", "inputs", "derived", "parts", "total", "vetoes", "duties", "ties", "examples");

    private final ProblemList problems;
    private final RuleParts parts;

    ScoringRuleReader(ProblemList problems) {
        this.problems = problems;
        parts = new RuleParts(problems);
    }

    /** A rule that stands at a node; its id may be left out where the file that holds it gives it a name. */
    ReadPart<ScoringRule> rule(Node node, String name) {
        return rule(node, name, checked -> {
            checked.problems().forEach(problem ->
                    problems.error(nearest(node, problem.place().path()), problem.code(), problem.message()));
            if (!checked.problems().isEmpty()) {
                return null;
            }
            new ExampleReader(problems).tell(node, ExampleCheck.check(checked.value()));
            return doubted(node, checked.value());
        });
    }

    /** The rule as it stands, whether or not its parts fit together. */
    ReadPart<ScoringRule> unchecked(Node node, String name) {
        return rule(node, name, WithProblems::value);
    }

    private ReadPart<ScoringRule> rule(Node node, String name,
            Function<WithProblems<ScoringRule>, ? extends @Nullable ScoringRule> check) {
        Fields fields = new Fields(problems, node, "a scoring rule");
        if (fields.failed()) {
            return ReadPart.missing();
        }
        fields.forgive(PARTS);
        parts.measureWords(fields);
        String id = name.isEmpty() ? fields.text("id").or("?") : fields.text("id", name);
        HeadingReader heading = HeadingReader.of(fields, parts);
        List<Parameter> parameters = parts.map(fields, "parameters", parts::parameter);
        ReadPart<Rational> points = fields.value("points", RuleParts::full);
        List<RuleInput> inputs = parts.map(fields, "inputs", this::input);
        List<Derived> derived = parts.map(fields, "derived", parts::derived);
        List<Part> lines = parts.map(fields, "parts", this::part);
        if (!fields.has("parts")) {
            problems.error(node, "MISSING_FIELD", "a scoring rule needs field 'parts'");
        }
        Limits<Formula> total = fields.optionalChild("total", this::total).or(Limits.none());
        List<Claim> claims = new ArrayList<>(parts.map(fields, "vetoes", this::veto));
        claims.addAll(parts.map(fields, "duties", this::duty));
        Ties ties = fields.optionalChoice("ties", Ties.class).orNull();
        List<Example> worked = new ExampleReader(problems).examples(fields);
        return fields.build(() -> {
            ScoringRule.Builder rule = heading.into(ScoringRule.builder(id, points.get())).units(parts.units()).parameters(parameters).inputs(inputs).derived(derived).parts(lines)
                    .total(total).claims(claims).examples(worked);
            if (ties != null) {
                rule.ties(ties);
            }
            return check.apply(rule.checked());
        });
    }

    private ScoringRule doubted(Node node, ScoringRule rule) {
        ShareMarks.of(rule).forEach((path, message) -> problems.add(RuleReader.nearest(node, path), false, "MARK_OF_SHARE", message));
        return rule;
    }

    /** Claims stand under vetoes and duties in the file. */
    static Node nearest(Node node, String path) {
        int at = path.indexOf("claims.");
        if (at < 0) {
            return path.contains("[") ? node.nearest(path) : RuleReader.nearest(node, path);
        }
        Node veto = RuleReader.nearest(node, path.replace("claims.", "vetoes."));
        return veto.key.equals(path.substring(at + "claims.".length())) ? veto
                : RuleReader.nearest(node, path.replace("claims.", "duties."));
    }

    private ReadPart<RuleInput> input(String id, Fields fields) {
        String title = fields.text("title", id);
        Reading reading = fields.optional("of", ScoringRuleReader::reading).orNull();
        Symbol.Kind kind = fields.optionalChoice("kind", Symbol.Kind.class)
                .or(reading == null ? Symbol.Kind.NUMBER : reading.kind());
        boolean unitSaid = fields.has("unit");
        Unit unit = parts.unit(fields, "unit");
        boolean higher = better(fields);
        List<OverSet.Fold> folds = Arrays.stream(OverSet.Fold.values()).filter(fold -> fields.has(Fields.word(fold))).toList();
        if (!folds.isEmpty()) {
            return overSet(id, title, fields, folds, unit, higher);
        }
        if (fields.has("missing")) {
            problems.error(fields.node, "BAD_VALUE", "'missing' of an input belongs to one of a set of targets (count-of, share-of, sum-of, "
                    + "mean-of, lowest-of, highest-of)");
        }
        return fields.build(() -> new RuleInput(id, title, Optional.ofNullable(reading), kind,
                unitSaid || reading == null ? Optional.of(unit) : Optional.empty(), higher));
    }

    /** {@code count-of: met}, {@code mean-of: attainment}: of the targets of the item's set. */
    private ReadPart<RuleInput> overSet(String id, String title, Fields fields, List<OverSet.Fold> folds, Unit unit,
            boolean higher) {
        OverSet.Fold fold = folds.get(0);
        OverSet.Lacking lacking = fields.optionalChoice("missing", OverSet.Lacking.class).or(OverSet.Lacking.REFUSE);
        Optional<Formula> test = fold.counts() ? RuleReader.formula(fields, Fields.word(fold)) : Optional.empty();
        Optional<Reading> reading = fold.counts() ? Optional.empty()
                : fields.optional(Fields.word(fold), ScoringRuleReader::reading).optional();
        if (folds.size() > 1 || fields.has("of") || fields.has("kind")) {
            problems.error(fields.node, "BAD_VALUE", "input '" + id + "' is made of a set of targets in one way; leave out "
                    + (folds.size() > 1 ? "all of " + folds.stream().map(Fields::word).toList() + " but one" : "'of' and 'kind'"));
        }
        return fields.build(() -> new RuleInput(id, title, reading, reading.map(Reading::kind).orElse(Symbol.Kind.NUMBER),
                Optional.of(unit), higher, Optional.of(new OverSet(fold, test, lacking))));
    }

    static Reading reading(String word) {
        return Reading.find(word).orElseThrow(() -> new IllegalArgumentException("unknown reading '" + word + "'"
                + Spelling.hint(word, Arrays.stream(Reading.values()).map(Reading::word).toList()) + "; expected one of " + Arrays.stream(Reading.values()).map(Reading::word).toList()));
    }

    private static boolean better(Fields fields) {
        return fields.optional("better", text -> switch (text) {
            case "higher" -> true;
            case "lower" -> false;
            default -> throw new IllegalArgumentException("found '" + text + "', expected higher or lower");
        }).or(true);
    }

    private ReadPart<Part> part(String id, Fields fields) {
        String title = fields.text("title", id);
        List<Part> inner = parts.map(fields, "parts", this::part);
        Shape shape = fields.optionalChild("score", new ShapeReader(problems)::shape).orNull();
        String of = fields.optional("of", text -> Formula.parse(text).toString()).or("");
        boolean higher = better(fields);
        String weight = fields.optional("weight", text -> Formula.parse(text).toString()).or("");
        List<String> roles = List.of("base", "low", "high", "target");
        List<String> references = new ArrayList<>();
        roles.forEach(role -> references.add(fields.optional(role, text -> Formula.parse(text).toString()).or("")));
        String times = fields.optional("times", text -> Formula.parse(text).toString()).or("");
        Part.Gate gate = fields.optionalChild("gate", this::gate).orNull();
        Part.Fallback fallback = new Part.Fallback(RuleReader.formula(fields, "missing"),
                RuleReader.formula(fields, "zero-divisor"));
        Limits<Formula> limits = RuleReader.limits(fields, Formula::parse);
        Cite cite = RuleReader.cite(fields);
        boolean sums = fields.has("parts");
        if (fields.isMeant("parts") == fields.isMeant("score")) {
            problems.error(fields.node, "MISSING_FIELD", "part '" + id + "' needs either 'score' or 'parts'");
        }
        if (sums && (fields.has("of") || fields.has("weight"))) {
            problems.error(fields.node, "BAD_VALUE", "part '" + id + "' sums parts; 'of' and 'weight' belong to each of them");
        }
        if (shape != null && !fields.isMeant("of") && shape.formula(true).names().contains("x")) {
            problems.error(fields.node, "MISSING_FIELD", "part '" + id + "' needs 'of': the value that is scored");
        }
        return fields.build(() -> {
            Part part = sums ? Part.sum(id, inner) : Part.of(id, shape(shape), of.isEmpty() ? "0" : of);
            part = higher ? part : part.lowerIsBetter();
            part = weight.isEmpty() ? part : part.weight(weight);
            for (int i = 0; i < roles.size(); i++) {
                part = references.get(i).isEmpty() ? part : part.with(roles.get(i), references.get(i));
            }
            part = times.isEmpty() ? part : part.times(times);
            part = gate == null ? part : part.gate(gate);
            return part.fallback(fallback).title(title).limits(limits).cite(cite);
        });
    }

    private static Shape shape(@Nullable Shape shape) {
        return java.util.Objects.requireNonNull(shape, "shape");
    }

    private ReadPart<Part.Gate> gate(Node node) {
        if (node.kind == Node.Kind.TEXT) {
            return new Fields(problems, node.parent == null ? node : node.parent, "a part")
                    .convert(node, text -> new Part.Gate(Formula.parse(text), Formula.of(Rational.ZERO)));
        }
        Fields fields = new Fields(problems, node, "a gate");
        ReadPart<Formula> when = fields.value("when", Formula::parse);
        ReadPart<Formula> otherwise = fields.optional("else", Formula::parse);
        return fields.build(() -> new Part.Gate(when.get(), otherwise.or(Formula.of(Rational.ZERO))));
    }

    private ReadPart<Limits<Formula>> total(Node node) {
        Fields fields = new Fields(problems, node, "total");
        Limits<Formula> limits = RuleReader.limits(fields, Formula::parse);
        return fields.build(() -> limits);
    }

    ReadPart<Claim> veto(String id, Fields fields) {
        String title = fields.text("title", id);
        ReadPart<Formula> when = fields.value("when", Formula::parse);
        ReadPart<String> grade = fields.text("grade");
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> new Claim(id, title, when.get(), Optional.of(grade.get()), cite));
    }

    ReadPart<Claim> duty(String id, Fields fields) {
        String title = fields.text("title", id);
        ReadPart<Formula> when = fields.value("when", Formula::parse);
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> new Claim(id, title, when.get(), Optional.empty(), cite));
    }
}
