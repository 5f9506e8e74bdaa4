package io.mubiao.io.rule;

import io.mubiao.formula.Formula;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Interval;
import io.mubiao.shape.Shape;
import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how a value becomes points, for items of land efficiency and parts of scoring rules alike. */
final class ShapeReader {
    private static final String WORDS = "efficacy, steps, bands, words, curve, bonus, deduction, full-less, rank-points, places, whole-steps, "
            + "per-unit, formula";

    private final ProblemList problems;
    private final boolean ofEnterprises;

    ShapeReader(ProblemList problems) {
        this(problems, false);
    }

    /** @param ofEnterprises whether enterprises are scored, whose places can be within a text of theirs */
    ShapeReader(ProblemList problems, boolean ofEnterprises) {
        this.problems = problems;
        this.ofEnterprises = ofEnterprises;
    }

    ReadPart<Shape> shape(Node node) {
        if (node.kind == Node.Kind.TEXT) {
            return new Fields(problems, node.parent == null ? node : node.parent, "an item").convert(node, text -> switch (text) {
                case "ratio" -> new Shape.Ratio();
                case "inverse-mean" -> new Shape.InverseMean();
                case "progress" -> new Shape.Progress();
                default -> throw new IllegalArgumentException("unknown score '" + text + "'; expected one of ratio, "
                        + "inverse-mean, progress, or an object with one of " + WORDS);
            });
        }
        Fields fields = new Fields(problems, node, "a score");
        for (String bare : List.of("ratio", "inverse-mean", "progress")) {
            Node written = node.fields.get(bare);
            if (written != null) {
                problems.error(written, "BAD_VALUE", "'" + bare + "' is written as 'score: " + bare + "'; what it is held against stands "
                        + "beside it, such as 'base: 20'");
                return ReadPart.missing();
            }
        }
        List<ReadPart<? extends Shape>> found = new ArrayList<>();
        found.add(fields.optional("efficacy", text -> new Shape.Efficacy(ItemReader.share(text))));
        found.add(fields.optional("per-unit", text -> new Shape.PerUnit(Rational.parseTyped(text))));
        found.add(fields.optional("formula", text -> new Shape.Custom(Formula.parse(text))));
        found.add(fields.optionalChild("steps", this::steps));
        found.add(fields.optionalChild("bands", child -> new BandsReader(problems).banded(child)));
        found.add(fields.optionalChild("words", this::words));
        found.add(fields.optionalChild("curve", this::curve));
        found.add(fields.optionalChild("whole-steps", this::wholeSteps));
        found.add(fields.optionalChild("bonus", child -> perUnit(child, true)));
        found.add(fields.optionalChild("deduction", child -> perUnit(child, false)));
        found.add(fields.optionalChild("full-less", this::fullLess));
        found.add(fields.optionalChild("rank-points", this::rankPoints));
        found.add(fields.optionalChild("places", this::places));
        if (node.fields.size() != 1 && !fields.failed()) {
            problems.error(node, "BAD_VALUE", "a score is one of " + WORDS);
        }
        return fields.build(() -> found.stream().filter(part -> part.value() != null).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is nothing behind '"
                        + String.join(", ", node.fields.keySet()) + "'; a score is one of " + WORDS)).get());
    }

    private ReadPart<Shape> steps(Node node) {
        Fields fields = new Fields(problems, node, "score.steps");
        boolean ofRatio = fields.value("of", text -> switch (text) {
            case "ratio" -> true;
            case "value" -> false;
            default -> throw new IllegalArgumentException("found '" + text + "', expected ratio (x ÷ base) or value (x)");
        }).or(false);
        ReadPart<Shape.Steps.Side> side = fields.optionalChoice("side", Shape.Steps.Side.class);
        String rest = fields.isMeant("otherwise") ? "otherwise" : "below";
        ReadPart<Rational> below = fields.value(rest, Rational::parseTyped);
        List<Shape.Steps.Step> steps = knots(fields, "steps");
        return fields.build(() -> new Shape.Steps(ofRatio, below.get(), steps, side.or(Shape.Steps.Side.AT_LEAST)));
    }

    private ReadPart<Shape> words(Node node) {
        Fields fields = new Fields(problems, node, "score.words");
        Map<String, Formula> points = new RuleParts(problems).formulas(fields, "at");
        Optional<Formula> otherwise = RuleReader.formula(fields, "otherwise");
        return fields.build(() -> new Shape.Words(points, otherwise));
    }

    private ReadPart<Shape> curve(Node node) {
        Fields fields = new Fields(problems, node, "a curve");
        List<Shape.Steps.Step> knots = knots(fields, "a curve");
        return fields.build(() -> new Shape.Curve(knots));
    }

    private List<Shape.Steps.Step> knots(Fields fields, String what) {
        List<Shape.Steps.Step> knots = new ArrayList<>();
        Node at = fields.get("at");
        if (at == null || at.kind != Node.Kind.OBJECT || at.fields.isEmpty()) {
            if (at != null || !fields.isMeant("at")) {
                problems.error(at == null ? fields.node : at, "MISSING_FIELD", what + " needs 'at': an object of thresholds and points");
            }
            return knots;
        }
        at.fields.forEach((threshold, child) -> {
            Rational points = fields.convert(child, Rational::parseTyped).orNull();
            try {
                if (points != null) {
                    knots.add(new Shape.Steps.Step(Formula.parse(threshold), points));
                }
            } catch (IllegalArgumentException e) {
                problems.error(child, e);
            }
        });
        return knots;
    }

    private ReadPart<Shape> wholeSteps(Node node) {
        Fields fields = new Fields(problems, node, "score.whole-steps");
        ReadPart<Formula> from = fields.value("from", Formula::parse);
        ReadPart<Formula> step = fields.value("step", Formula::parse);
        ReadPart<Rational> points = fields.value("points", Rational::parseTyped);
        return fields.build(() -> Shape.PerUnitBeyond.bonus(true, from.get(), step.get(), points.get(), true));
    }

    private ReadPart<Shape> fullLess(Node node) {
        Fields fields = new Fields(problems, node, "score.full-less");
        Rational least = fields.optional("least", Rational::parseTyped).or(Rational.ZERO);
        ReadPart<Shape> taken = perUnit(fields, false);
        return taken.value() instanceof Shape.PerUnitBeyond beyond ? fields.build(() -> new Shape.FullLess(beyond.above(), beyond.from(), beyond.each(), beyond.points().negate(), beyond.whole(), least)) : ReadPart.missing();
    }

    private ReadPart<Shape> perUnit(Node node, boolean bonus) {
        return perUnit(new Fields(problems, node, bonus ? "a bonus" : "a deduction"), bonus);
    }

    private ReadPart<Shape> perUnit(Fields fields, boolean bonus) {
        Node node = fields.node;
        ReadPart<Formula> above = fields.optional("above", Formula::parse);
        ReadPart<Formula> below = fields.optional("below", Formula::parse);
        ReadPart<Formula> each = fields.value("each", Formula::parse);
        ReadPart<Rational> points = fields.value("points", Rational::parseTyped);
        boolean whole = RuleReader.yes(fields, "whole");
        if (fields.isMeant("above") == fields.isMeant("below")) {
            problems.error(node, "MISSING_FIELD", (bonus ? "a bonus" : "a deduction") + " needs either 'above' or 'below'");
        }
        return fields.build(() -> {
            boolean over = above.value() != null;
            Formula from = over ? above.get() : below.get();
            return bonus ? Shape.PerUnitBeyond.bonus(over, from, each.get(), points.get(), whole)
                    : Shape.PerUnitBeyond.deduction(over, from, each.get(), points.get(), whole);
        });
    }

    /** Points of the first place, the second …: bands of one place each; x is a place. */
    private ReadPart<Shape> places(Node node) {
        Fields fields = new Fields(problems, node, "score.places");
        List<Formula> points = fields.list("points", child -> fields.convert(child, Formula::parse));
        ReadPart<Formula> others = fields.value("others", Formula::parse);
        if (ofEnterprises) {
            problems.error(node, "BAD_VALUE", "places give points to a place, which no indicator is: write 'rank-points', or a formula such as "
                    + "'if(place(\"tpm\") == 1, 10, 4)'");
        } else if (points.isEmpty() && fields.isSound()) {
            problems.error(node, "MISSING_FIELD", "places need 'points': those of the first place, the second and so on, such as [10, 8, 6]");
        }
        return fields.build(() -> {
            List<Bands.Band> bands = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                bands.add(new Bands.Band(points.get(i).toString(), Interval.parse("= " + (i + 1))));
            }
            bands.add(new Bands.Band(others.get().toString(), Interval.parse(">= " + (points.size() + 1))));
            return new Shape.Banded(Bands.of(bands, List.of(), Interval.parse(">= 1"), Rounding.halfUp(0)));
        });
    }

    private ReadPart<Shape> rankPoints(Node node) {
        Fields fields = new Fields(problems, node, "score.rank-points");
        Node given = fields.get("step");
        boolean inPoints = given != null && given.kind == Node.Kind.TEXT && !TypedText.of(given.text).text().endsWith("%");
        ReadPart<Rational> step = fields.value("step", inPoints ? Rational::parseTyped : ItemReader::share);
        ReadPart<Rational> least = fields.optional("least", text -> inPoints || text.equals("0") ? Rational.parseTyped(text) : ItemReader.share(text));
        List<String> by = ofEnterprises ? fields.texts("by") : List.of();
        return fields.build(() -> new Shape.RankPoints(step.get(), least.or(Rational.ZERO), inPoints, by));
    }
}
