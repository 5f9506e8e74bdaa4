package io.mubiao.render.law;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a value becomes points, in words; a shape that has no sentence of its own is told by its formula. */
final class ShapeText {
    private final Say say;
    private final FormulaText formulas;
    private final String weight;
    private final boolean ranked;

    /**
     * @param weight what w is called
     * @param ranked whether a figure is ranked by itself where its place counts
     */
    ShapeText(Say say, FormulaText formulas, String weight, boolean ranked) {
        this.ranked = ranked;
        this.say = say;
        this.formulas = formulas;
        this.weight = weight;
    }

    /**
     * The points of a value.
     *
     * @param x what is scored
     * @param lower whether less is better
     * @param share whether it is a share, whose marks are percents
     */
    String of(Shape shape, Formula x, boolean lower, boolean share) {
        String value = say.quoted(formulas.of(x));
        if (shape instanceof Shape.Ratio) {
            return lower ? say.either("得分 = " + weight + " × 基准 ÷ " + value, "points = " + weight + " × base ÷ " + value)
                    : say.either("得分 = " + weight + " × " + value + " ÷ 基准", "points = " + weight + " × " + value + " ÷ base");
        }
        if (shape instanceof Shape.Efficacy it) {
            String floor = Say.percent(it.floor());
            String rest = Say.percent(Rational.ONE.minus(it.floor()));
            String gap = lower ? say.either("上限 - " + value, "high - " + value) : say.either(value + " - 下限", value + " - low");
            return say.either("得分 = " + weight + " × [" + floor + " + " + rest + " × （" + gap + "） ÷ （上限 - 下限）]",
                    "points = " + weight + " × [" + floor + " + " + rest + " × (" + gap + ") ÷ (high - low)]");
        }
        if (shape instanceof Shape.InverseMean) {
            return say.either("得分 = （2 - " + value + " ÷ 基准） × " + weight + " ÷ 2，达到基准 2 倍及以上的为 0 分",
                    "points = (2 - " + value + " ÷ base) × " + weight + " ÷ 2, 0 from twice the base on");
        }
        if (shape instanceof Shape.Progress) {
            return say.either("得分 = " + weight + " × （" + value + " - 基准） ÷ （目标 - 基准），比例在 0 与 1 之间",
                    "points = " + weight + " × (" + value + " - base) ÷ (target - base), the share held from 0 to 1");
        }
        if (shape instanceof Shape.Steps it) {
            return steps(it, value);
        }
        if (shape instanceof Shape.Curve it) {
            return say.either(value + "按直线内插，两端以外不变：", value + " on straight lines, flat outside: ") + it.knots().stream()
                    .map(knot -> formulas.of(knot.from()) + say.either("得 ", " gives ") + Say.number(knot.points()) + say.either(" 分", " points"))
                    .collect(Collectors.joining(say.either("，", ", ")));
        }
        if (shape instanceof Shape.PerUnitBeyond it) {
            return beyond(it, value);
        }
        if (shape instanceof Shape.FullLess it) {
            return fullLess(it, value);
        }
        if (shape instanceof Shape.RankPoints it) {
            return x.expr() instanceof Expr.Name && !ranked ? given(it, value + within(it)) : places(it, value);
        }
        if (shape instanceof Shape.PerUnit it) {
            String points = Say.number(it.points().abs());
            String one = share ? "100%" : "1";
            return it.points().signum() < 0 ? say.either(value + "每 " + one + " 扣 " + points + " 分", "each " + one + " of " + value + " takes " + points + " points")
                    : say.either(value + "每 " + one + " 得 " + points + " 分", "each " + one + " of " + value + " gives " + points + " points");
        }
        if (shape instanceof Shape.Banded it) {
            return say.either(value + "所在的区间：", value + " by the interval that holds it: ") + say.bands(it.bands(), end -> !it.unit().isEmpty() ? Say.number(end, it.unit()) : share ? Say.percent(end) : Say.number(end), label -> formulas.points(Formula.parse(label).with(Map.of("x", x))));
        }
        if (shape instanceof Shape.Words it) {
            String words = it.points().entrySet().stream().map(word -> say.quoted(word.getKey()) + say.either("得 ", " gives ")
                    + formulas.points(word.getValue().with(Map.of("x", x)))).collect(Collectors.joining(say.either("，", ", ")));
            return value + say.either("为 ", " is ") + words + it.otherwise().map(other -> say.either("，其余得 ", ", any other gives ")
                    + formulas.points(other.with(Map.of("x", x)))).orElse(say.either("，其余没有得分", ", any other has no points"));
        }
        return say.either("得分 = ", "points = ") + formulas.of(shape.formula(!lower).with(Map.of("x", x))) + (lower ? say.either("（越小越好）", " (less is better)") : "");
    }

    /** Of a figure that is itself the place. */
    private String given(Shape.RankPoints it, String value) {
        String less = it.inPoints() ? Say.number(it.step()) + say.either(" 分", " points") : say.either("满分的 ", "") + Say.percent(it.step());
        String least = it.inPoints() ? Say.number(it.least()) + say.either(" 分", " points") : say.either("满分的 ", "") + Say.percent(it.least());
        return say.either(value + "即名次，为 1 得满分，每大 1 少 " + less + "，至少得 " + least,
                value + " is the place: 1 has full points, each 1 more " + less + " less, at least " + least);
    }

    private String within(Shape.RankPoints it) {
        return it.by().isEmpty() ? "" : say.either("（按", " (within each ") + say.quotedList(it.by().stream().map(formulas::name).toList())
                + say.either("分别排名）", ")");
    }

    private String places(Shape.RankPoints it, String value) {
        String within = within(it);
        String step = it.inPoints() ? Say.number(it.step()) + say.either(" 分", " points") : Say.percent(it.step());
        String least = it.inPoints() ? Say.number(it.least()) + say.either(" 分", " points") : Say.percent(it.least());
        return it.inPoints() ? say.either(value + within + "第 1 名得满分，每降一名少 " + step + "，至少得 " + least,
                value + within + ": the first place has full points, each further one " + step + " less, at least " + least)
                : say.either(value + within + "第 1 名得满分，每降一名少满分的 " + step + "，至少为满分的 " + least,
                value + within + ": the first place has full points, each further one " + step + " of them less, at least " + least + " of them");
    }

    private String steps(Shape.Steps it, String value) {
        String from = switch (it.side()) {
            case AT_LEAST -> say.either("达到 ", "from ");
            case ABOVE -> say.either("超过 ", "above ");
            case AT_MOST -> say.either("不超过 ", "up to ");
            case BELOW -> say.either("低于 ", "below ");
        };
        List<String> steps = it.steps().stream().map(step -> from + formulas.of(step.from()) + say.either(" 的得 ", " on ")
                + Say.number(step.points()) + say.either(" 分", " points")).toList();
        return (it.ofRatio() ? say.either(value + "与基准之比分档：", value + " ÷ base by steps: ") : say.either(value + "分档：", value + " by steps: "))
                + say.either("不在各档的得 ", "in none of them ") + Say.number(it.below()) + say.either(" 分，", " points, ")
                + String.join(say.either("，", ", "), steps);
    }

    private String fullLess(Shape.FullLess it, String value) {
        String unit = it.whole() ? say.either("，不足一个单位的不计", ", whole units only") : say.either("，不足一个单位的按比例计", ", parts of a unit in proportion");
        return value + (it.above() ? say.either("不高于 ", " up to ") : say.either("不低于 ", " from ")) + formulas.of(it.from())
                + say.either(" 的得满分，", " gives full points, ") + (it.above() ? say.either("每高 ", "each ") : say.either("每低 ", "each "))
                + formulas.of(it.each()) + (it.above() ? say.either(" 减 ", " above takes ") : say.either(" 减 ", " below takes ")) + Say.number(it.points())
                + say.either(" 分", " points") + unit + say.either("，最少 ", ", at least ") + Say.number(it.least()) + say.either(" 分", " points");
    }

    private String beyond(Shape.PerUnitBeyond it, String value) {
        String side = it.above() ? say.either("高于 ", "above ") : say.either("低于 ", "below ");
        String points = Say.number(it.points().abs()) + say.either(" 分", " points");
        return value + side + formulas.of(it.from()) + (it.above() ? say.either(" 的，每高 ", ": each ") : say.either(" 的，每低 ", ": each "))
                + formulas.of(it.each()) + (it.points().signum() < 0 ? say.either(" 扣 ", " takes ") : say.either(" 加 ", " adds ")) + points
                + (it.whole() ? say.either("，不足一个单位的不计", ", whole units only") : say.either("，不足一个单位的按比例计", ", parts of a unit in proportion"));
    }
}
