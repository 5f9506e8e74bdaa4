package io.mubiao.io.rule;

import io.mubiao.formula.Formula;
import io.mubiao.io.internal.Tree;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Interval;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns shapes of scores and tables of bands into the trees that {@link ShapeReader} and {@link BandsReader} read back. */
final class ShapeTree {
    private ShapeTree() {}

    static Object of(Shape shape) {
        if (shape instanceof Shape.Ratio) {
            return "ratio";
        } else if (shape instanceof Shape.InverseMean) {
            return "inverse-mean";
        } else if (shape instanceof Shape.Progress) {
            return "progress";
        } else if (shape instanceof Shape.Efficacy efficacy) {
            return new Tree().with("efficacy", RuleTree.percent(efficacy.floor()));
        } else if (shape instanceof Shape.PerUnit each) {
            return new Tree().with("per-unit", RuleTree.number(each.points()));
        } else if (shape instanceof Shape.Custom custom) {
            return new Tree().with("formula", RuleTree.formula(custom.formula()));
        } else if (shape instanceof Shape.Steps steps) {
            return new Tree().with("steps", steps(steps));
        } else if (shape instanceof Shape.Curve curve) {
            return new Tree().with("curve", new Tree().with("at", knots(curve.knots())));
        } else if (shape instanceof Shape.Banded banded) {
            return new Tree().with("bands", banded(banded));
        } else if (shape instanceof Shape.Words words) {
            return new Tree().with("words", new Tree().with("at", RuleTree.formulas(words.points()))
                    .with("otherwise", RuleTree.formula(words.otherwise())));
        } else if (shape instanceof Shape.PerUnitBeyond beyond) {
            boolean bonus = beyond.points().signum() > 0;
            return new Tree().with(bonus ? "bonus" : "deduction",
                    perUnit(beyond.above(), beyond.from(), beyond.each(), bonus ? beyond.points() : beyond.points().negate(), beyond.whole()));
        } else if (shape instanceof Shape.FullLess less) {
            return new Tree().with("full-less", perUnit(less.above(), less.from(), less.each(), less.points(), less.whole())
                    .with("least", less.least().signum() == 0 ? null : RuleTree.number(less.least())));
        } else if (shape instanceof Shape.RankPoints ranks) {
            return new Tree().with("rank-points", ranks(ranks));
        }
        throw new IllegalStateException(shape.toString());
    }

    private static Tree ranks(Shape.RankPoints ranks) {
        boolean points = ranks.inPoints();
        return new Tree().with("step", points ? RuleTree.number(ranks.step()) : RuleTree.percent(ranks.step()))
                .with("least", ranks.least().signum() == 0 ? null : points ? RuleTree.number(ranks.least()) : RuleTree.percent(ranks.least()))
                .with("by", ranks.by());
    }

    private static Tree steps(Shape.Steps steps) {
        boolean usual = steps.side() == Shape.Steps.Side.AT_LEAST;
        return new Tree().with("of", steps.ofRatio() ? "ratio" : "value").with("side", usual ? null : steps.side())
                .with(usual ? "below" : "otherwise", RuleTree.number(steps.below())).with("at", knots(steps.steps()));
    }

    private static Tree knots(List<Shape.Steps.Step> knots) {
        Tree tree = new Tree();
        knots.forEach(knot -> tree.put(knot.from().toString(), RuleTree.number(knot.points())));
        return tree;
    }

    private static Tree perUnit(boolean above, Formula from, Formula each, Rational points, boolean whole) {
        return new Tree().with(above ? "above" : "below", RuleTree.formula(from)).with("each", RuleTree.formula(each))
                .with("points", RuleTree.number(points)).with("whole", whole ? true : null);
    }

    private static Tree banded(Shape.Banded banded) {
        Tree at = new Tree();
        banded.bands().bands().forEach(band -> at.put(text(band.interval(), banded.unit()), RuleTree.formula(Formula.parse(band.label()))));
        return rest(new Tree().with("at", at), banded.bands(), banded.unit());
    }

    private static Tree rest(Tree tree, Bands bands, String unit) {
        return tree.with("holes", bands.holes().stream().map(it -> text(it, unit)).toList())
                .with("domain", bands.domain().equals(Interval.ALL) ? null : text(bands.domain(), unit))
                .with("round", bands.rounding().map(Rounding::text));
    }

    /** A table of labels, best first. */
    static Tree table(Grades grades) {
        Map<String, List<String>> byLabel = new LinkedHashMap<>();
        grades.bands().bands().forEach(band -> byLabel.computeIfAbsent(band.label(), any -> new ArrayList<>()).add(text(band.interval(), "")));
        Tree bands = new Tree();
        byLabel.forEach((label, intervals) -> bands.put(label, intervals.size() == 1 ? intervals.get(0) : intervals));
        Tree tree = new Tree().with("order", grades.order());
        tree.put("bands", bands);
        return rest(tree, grades.bands(), "");
    }

    /** Grades of units; those that only places give are their order alone. */
    static Tree grades(Grades grades) {
        List<String> order = grades.order();
        boolean byPlace = !order.isEmpty() && grades.bands().equals(Bands.of(new Bands.Band(order.get(0), Interval.ALL)));
        return byPlace ? new Tree().with("order", order) : table(grades);
    }

    private static String text(Interval interval, String unit) {
        if (unit.isEmpty() || interval.equals(Interval.ALL)) {
            return interval.toString();
        }
        String low = interval.low().map(it -> it + " " + unit).orElse("");
        String high = interval.high().map(it -> it + " " + unit).orElse("");
        if (high.isEmpty()) {
            return (interval.lowIncluded() ? ">= " : "> ") + low;
        } else if (low.isEmpty()) {
            return (interval.highIncluded() ? "<= " : "< ") + high;
        }
        return low.equals(high) ? "= " + low
                : (interval.lowIncluded() ? "[" : "(") + low + ", " + high + (interval.highIncluded() ? "]" : ")");
    }
}
