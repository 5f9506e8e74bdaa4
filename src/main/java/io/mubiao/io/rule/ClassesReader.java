package io.mubiao.io.rule;

import com.google.common.collect.ImmutableSet;
import io.mubiao.formula.Formula;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.PostRule;
import io.mubiao.land.RankingRule;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Quota;
import io.mubiao.shape.Shape;
import io.mubiao.shape.Ties;
import io.mubiao.text.internal.TypedText;
import io.mubiao.time.Span;
import io.mubiao.value.Unit;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads ranking, classes, overrides and consequences. What such a rule must decide and does not is listed. */
final class ClassesReader {
    /** What a consequence comes in where it does not say. */
    static final String MONEY = "元";

    private static final ImmutableSet<String> OF_CLASSES = ImmutableSet.of("order", "by", "cuts", "cuts-by", "by-override", "at-least", "tests",
            "require", "bounds", "quota-base", "quota-rounding", "remainder", "source", "clause", "assumption");
    private static final ImmutableSet<String> OF_CONSEQUENCE = ImmutableSet.of("id", "title", "kind", "base", "rate-unit", "rates", "rate-by",
            "fractions", "stacking", "when", "valid", "trial", "unit", "source", "clause", "assumption");

    private final RuleReader rule;
    private final ProblemList problems;

    ClassesReader(RuleReader rule, ProblemList problems) {
        this.rule = rule;
        this.problems = problems;
    }

    ReadPart<Object> ranking(Node node, EvaluationRule.Builder into) {
        Fields fields = new Fields(problems, node, "ranking");
        List<String> by = fields.texts("by");
        List<String> breakBy = fields.texts("break-by");
        ReadPart<Boolean> rounded = fields.optional("on", text -> switch (text) {
            case "rounded" -> true;
            case "unrounded" -> false;
            default -> throw new IllegalArgumentException("found '" + text + "', expected rounded or unrounded");
        });
        ReadPart<Ties> ties = fields.optionalChoice("ties", Ties.class);
        ReadPart<RankingRule.SmallGroups> small = fields.optionalChild("small-groups", this::smallGroups);
        List<RankingRule.Again> again = rule.parts.map(fields, "again", this::again);
        decide(fields, "on", "on: whether the rounded or the unrounded total ranks (rounded or unrounded)");
        decide(fields, "ties", "ties: the place of equals (best-place, worst-place or dense)");
        decide(fields, "small-groups", "small-groups: what happens to groups with few enterprises (none, or under with "
                + "join or exempt)");
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> {
            into.ranking(new RankingRule(by, rounded.get(), breakBy, ties.get(), small.optional()
                    .filter(it -> it.minimum() > 0), again, cite));
            return new Object();
        });
    }

    private ReadPart<RankingRule.Again> again(String id, Fields fields) {
        String title = fields.text("title", id);
        Optional<Formula> when = RuleReader.formula(fields, "when");
        ReadPart<Formula> on = fields.value("on", Formula::parse);
        boolean higher = RuleReader.higher(fields);
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> new RankingRule.Again(id, title, when, on.get(), higher, cite));
    }

    private void decide(Fields fields, String key, String what) {
        if (!fields.isMeant(key)) {
            rule.undecided(fields.node, what);
        }
    }

    private ReadPart<RankingRule.SmallGroups> smallGroups(Node node) {
        if (node.kind == Node.Kind.TEXT && node.text.equals("none")) {
            return ReadPart.of(new RankingRule.SmallGroups(0, Optional.empty(), ""));
        }
        Fields fields = new Fields(problems, node, "small-groups");
        ReadPart<Integer> under = fields.value("under", text -> RankingRule.SmallGroups.under(Fields.toWhole(text)));
        String join = fields.text("join", "");
        String exempt = fields.text("exempt", "");
        if (join.isEmpty() == exempt.isEmpty() && fields.isSound()) {
            problems.error(node, "BAD_VALUE", "small-groups must say either join (a group) or exempt (a label)");
        }
        return fields.build(() -> new RankingRule.SmallGroups(under.get(),
                Optional.of(join).filter(text -> !text.isEmpty()), exempt));
    }

    ReadPart<Object> classes(Node node, EvaluationRule.Builder into) {
        Fields fields = new Fields(problems, node, "classes");
        fields.forgive(OF_CLASSES);
        Node order = fields.get("order");
        List<String> names = order == null ? List.of() : fields.items(order, fields::scalar);
        if (names.size() < 2 && (order == null ? !fields.isMeant("order") : order.kind == Node.Kind.LIST)) {
            String marks = names.size() == 1 ? names.get(0) : "";
            problems.error(node, "MISSING_FIELD", "classes need 'order': at least two classes, best first"
                    + (marks.matches("(?s).*[，、；].*") ? "; write [A, B, C] with half-width commas" : ""));
        }
        ReadPart<ClassRule.Method> method = fields.choice("by", ClassRule.Method.class);
        String cutsBy = fields.text("cuts-by", "");
        List<String> byOverride = fields.texts("by-override");
        Map<String, List<Formula>> cuts = cuts(fields, names, byOverride, cutsBy);
        Map<String, Formula> least = rule.parts.formulas(fields, "at-least");
        Map<String, Formula> tests = rule.parts.formulas(fields, "tests");
        Map<String, Formula> requires = rule.parts.formulas(fields, "require");
        List<ClassRule.Bound> bounds = bounds(fields);
        ReadPart<Boolean> population = fields.optional("quota-base", text -> switch (text) {
            case "ranked" -> false;
            case "population" -> true;
            default -> throw new IllegalArgumentException("found '" + text + "', expected ranked or population");
        });
        Optional<Quota> quota = quota(fields, names);
        ClassRule.Method decided = method.or(ClassRule.Method.RANK);
        switch (decided) {
            case RANK -> {
                decide(fields, "cuts", "cuts: the cumulative share of each class");
                decide(fields, "quota-base", "quota-base: whether shares are of the ranked or of the population "
                        + "(ranked or population)");
                decide(fields, "quota-rounding", "quota-rounding: how shares become places (such as 'cumulative half-up' "
                        + "or 'each half-up' with a remainder class)");
            }
            case SCORE -> decide(fields, "at-least", "at-least: the least total of each class but the last");
            case TESTS -> decide(fields, "tests", "tests: the test of each class but the last");
        }
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> {
            into.classes(new ClassRule(names, decided, cuts, cutsBy, quota, population.or(false), least, tests, requires,
                    bounds, byOverride, cite));
            return new Object();
        });
    }

    private Map<String, List<Formula>> cuts(Fields fields, List<String> names, List<String> byOverride, String cutsBy) {
        Map<String, List<Formula>> cuts = new LinkedHashMap<>();
        Node node = fields.get("cuts");
        if (node == null) {
            return cuts;
        }
        if (cutsBy.isEmpty()) {
            cuts.put("", shares(fields, "cuts", names, byOverride));
        } else if (node.kind == Node.Kind.OBJECT) {
            Fields inner = new Fields(problems, node, "cuts");
            node.fields.keySet().forEach(key -> cuts.put(key, shares(inner, key, names, byOverride)));
        } else {
            problems.error(node, "NOT_AN_OBJECT", "cuts by '" + cutsBy + "' must be an object, got " + node.describe());
        }
        return cuts;
    }

    /** The cumulative share of every class; a class by overrides alone ends where the one before it does. */
    private List<Formula> shares(Fields fields, String key, List<String> names, List<String> byOverride) {
        Map<String, Formula> shares = rule.parts.formulas(fields, key);
        Node node = fields.get(key);
        List<Formula> ordered = new ArrayList<>();
        List<String> unknown = node == null || names.size() < 2 ? List.of() : node.fields.keySet().stream().filter(name -> !names.contains(name)).toList();
        int lacking = 0;
        for (String name : names) {
            Formula share = shares.get(name);
            if (share != null && byOverride.contains(name)) {
                problems.error(node == null ? fields.node : node, "BAD_VALUE", "class '" + name
                        + "' is reached by overrides alone, and needs no share");
            } else if (share != null) {
                ordered.add(share);
            } else if (byOverride.contains(name)) {
                ordered.add(ordered.isEmpty() ? Formula.parse("0 %") : ordered.get(ordered.size() - 1));
            } else if (node != null && node.kind == Node.Kind.OBJECT && names.size() > 1 && !node.fields.containsKey(name)
                    && ++lacking > unknown.size()) {
                problems.error(node, "MISSING_FIELD", "cuts need the cumulative share of class '" + name + "'");
            }
        }
        for (String name : unknown) {
            problems.error(node == null ? fields.node : node.fields.getOrDefault(name, node), "UNKNOWN_NAME",
                    "unknown class '" + name + "'; expected " + names);
        }
        return ordered;
    }

    private Optional<Quota> quota(Fields fields, List<String> names) {
        String remainder = fields.text("remainder", "");
        return Optional.ofNullable(fields.optional("quota-rounding", text -> {
            String[] words = text.split(" ", -1);
            boolean cumulative = words[0].equals("cumulative");
            if (words.length != 2 || !(cumulative || words[0].equals("each"))) {
                throw new IllegalArgumentException("found '" + text + "', expected 'cumulative' or 'each' and one of "
                        + "half-up, half-down, half-even, up, down, floor, ceiling");
            }
            RoundingMode mode = Fields.constant(RoundingMode.class, words[1]);
            if (!cumulative && remainder.isEmpty()) {
                rule.undecided(fields.node, "remainder: the class that takes what is left where each class is rounded, one of "
                        + names);
                return null;
            }
            if (cumulative ? !remainder.isEmpty() : !names.contains(remainder)) {
                throw new IllegalArgumentException(cumulative ? "cumulative rounding has no remainder class"
                        : "unknown remainder class '" + remainder + "'; expected one of " + names);
            }
            return new Quota(cumulative, mode, cumulative ? -1 : names.indexOf(remainder));
        }).orNull());
    }

    private List<ClassRule.Bound> bounds(Fields fields) {
        List<ClassRule.Bound> bounds = new ArrayList<>();
        Node node = fields.get("bounds");
        if (node == null || !isObject(node, "bounds")) {
            return bounds;
        }
        node.fields.forEach((name, child) -> {
            if (child.kind == Node.Kind.LIST) {
                bounds.addAll(fields.items(child, item -> fields.convert(item, text -> bound(name, text))));
            } else {
                fields.convert(child, text -> bound(name, text)).optional().ifPresent(bounds::add);
            }
        });
        return bounds;
    }

    private static ClassRule.Bound bound(String name, String text) {
        boolean atMost = text.startsWith("at-most ");
        if (!atMost && !text.startsWith("at-least ")) {
            throw new IllegalArgumentException("found '" + text + "', expected such as 'at-most 20 %'");
        }
        return new ClassRule.Bound(name, atMost, Formula.parse(text.substring(text.indexOf(' ') + 1)));
    }

    private boolean isObject(Node node, String what) {
        if (node.kind != Node.Kind.OBJECT) {
            problems.error(node, "NOT_AN_OBJECT", what + " must be an object by class, got " + node.describe());
        }
        return node.kind == Node.Kind.OBJECT;
    }

    ReadPart<PostRule> override(Node node) {
        Fields fields = new Fields(problems, node, "an override");
        ReadPart<String> id = fields.text("id");
        String title = fields.text("title", id.or(""));
        Optional<Formula> when = RuleReader.formula(fields, "when");
        String set = fields.text("set", "");
        String notAbove = fields.text("not-above", "");
        String notBelow = fields.text("not-below", "");
        int shift = fields.optional("shift", Fields::toWhole).or(0);
        boolean manual = RuleReader.yes(fields, "manual");
        Cite cite = RuleReader.cite(fields);
        int kinds = (set.isEmpty() ? 0 : 1) + (notAbove.isEmpty() ? 0 : 1) + (notBelow.isEmpty() ? 0 : 1)
                + (shift == 0 ? 0 : 1) + (manual ? 1 : 0);
        if (kinds != 1 && fields.isSound()) {
            problems.error(node, "BAD_VALUE", "an override is one of set, not-above, not-below, shift, manual");
        }
        if (manual == when.isPresent() && fields.isSound()) {
            problems.error(node, "BAD_VALUE", "an override needs 'when', unless it is manual");
        }
        return fields.build(() -> new PostRule(id.get(), title, when,
                manual ? PostRule.Effect.MANUAL : !set.isEmpty() ? PostRule.Effect.SET
                        : !notAbove.isEmpty() ? PostRule.Effect.NOT_ABOVE
                        : !notBelow.isEmpty() ? PostRule.Effect.NOT_BELOW : PostRule.Effect.SHIFT,
                set + notAbove + notBelow, shift, cite));
    }

    ReadPart<Optional<Consequence>> consequence(Fields fields) {
        fields.forgive(OF_CONSEQUENCE);
        ReadPart<String> id = fields.text("id");
        String title = fields.text("title", id.or(""));
        ReadPart<Consequence.Kind> kind = fields.choice("kind", Consequence.Kind.class);
        ReadPart<Formula> base = fields.value("base", Formula::parse);
        Unit rateUnit = rule.parts.unit(fields, "rate-unit");
        List<Consequence.Case> cases = cases(fields);
        Node given = fields.get("rates");
        boolean byTest = fields.has("rate-by") || (given != null && given.kind == Node.Kind.LIST);
        Map<String, List<Formula>> rates = byTest ? Map.of() : rates(fields);
        Map<String, Consequence.Fraction> fractions = fractions(fields);
        Optional<Consequence.Stacking> stacking = Optional.ofNullable(fields.optionalChild("stacking", node -> {
            Fields inner = new Fields(problems, node, "stacking");
            Optional<Formula> max = RuleReader.formula(inner, "max-with");
            Optional<Formula> sum = RuleReader.formula(inner, "sum-with");
            if (max.isPresent() && sum.isPresent()) {
                problems.error(node, "BAD_VALUE", "stacking is either max-with or sum-with another rate, not both");
            }
            return inner.build(() -> new Consequence.Stacking(max.isPresent(), max.or(() -> sum).orElseThrow(() ->
                    new IllegalArgumentException("stacking must be max-with or sum-with another rate"))));
        }).orNull());
        Optional<Formula> when = RuleReader.formula(fields, "when");
        Optional<Span> valid = fields.optional("valid", Span::parse).optional();
        boolean trial = RuleReader.yes(fields, "trial");
        Unit unit = fields.optional("unit", text -> rule.units().get(TypedText.of(text).text())).or(rule.units().get(MONEY));
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> Optional.of(new Consequence(id.get(), title, kind.get(), base.get(), rateUnit, rates,
                cases, fractions, stacking, when, valid, trial, unit, cite)));
    }

    /** Rates by tests, or by the band of a figure. */
    private List<Consequence.Case> cases(Fields fields) {
        Node list = fields.get("rates");
        if (list != null && list.kind == Node.Kind.LIST) {
            return fields.items(list, node -> {
                Fields inner = new Fields(problems, node, "a rate");
                ReadPart<Formula> rate = inner.value("rate", Formula::parse);
                Optional<Formula> when = RuleReader.formula(inner, "when");
                if (when.isEmpty() && node != list.items.get(list.items.size() - 1) && !inner.failed()) {
                    problems.error(node, "MISSING_FIELD", "each rate but the last needs 'when': whom it concerns");
                }
                return inner.build(() -> new Consequence.Case(when, rate.get()));
            });
        }
        List<Consequence.Case> cases = new ArrayList<>();
        fields.optionalChild("rate-by", node -> {
            Fields inner = new Fields(problems, node, "rate-by");
            ReadPart<String> of = inner.text("of");
            Shape shape = inner.child("bands", new BandsReader(problems)::banded).orNull();
            if (of.value() != null && shape instanceof Shape.Banded banded) {
                banded.bands().bands().forEach(band -> cases.add(new Consequence.Case(
                        Optional.of(band.interval().test(Formula.name(of.value()), banded.unit())), Formula.parse(band.label()))));
            }
            return inner.build(Object::new);
        });
        return cases;
    }

    private Map<String, List<Formula>> rates(Fields fields) {
        Map<String, List<Formula>> rates = new LinkedHashMap<>();
        Node node = fields.get("rates");
        if (node == null || node.kind != Node.Kind.OBJECT) {
            problems.error(node == null ? fields.node : node, "MISSING_FIELD", "a consequence needs 'rates' by class");
            return rates;
        }
        node.fields.forEach((name, child) -> {
            List<Formula> years = child.kind == Node.Kind.LIST
                    ? fields.items(child, item -> fields.convert(item, Formula::parse))
                    : fields.convert(child, Formula::parse).optional().stream().toList();
            if (!years.isEmpty()) {
                rates.put(name, years);
            } else if (child.kind == Node.Kind.LIST && child.items.isEmpty()) {
                problems.error(child, "MISSING_FIELD", "class '" + name + "' needs a rate, or one a year");
            }
        });
        return rates;
    }

    private Map<String, Consequence.Fraction> fractions(Fields fields) {
        Map<String, Consequence.Fraction> fractions = new LinkedHashMap<>();
        Node node = fields.get("fractions");
        if (node != null && isObject(node, "fractions")) {
            node.fields.forEach((name, child) -> {
                Fields inner = new Fields(problems, child, "a fraction");
                ReadPart<Formula> share = inner.value("share", Formula::parse);
                ReadPart<String> of = inner.text("of");
                Consequence.Fraction fraction = inner.build(() -> new Consequence.Fraction(share.get(), of.get())).orNull();
                if (fraction != null) {
                    fractions.put(name, fraction);
                }
            });
        }
        return fractions;
    }
}
