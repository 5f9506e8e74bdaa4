package io.mubiao.shape.internal;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.shape.Shape;
import io.mubiao.value.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of a shape that are compared with what is scored, or divide it: they must be in its unit. */
public final class Marks {
    private Marks() {}

    /** The marks of a shape by what they are called; none of one that is held against references, or is a formula. */
    public static Map<String, List<Formula>> of(Shape shape) {
        Map<String, List<Formula>> marks = new LinkedHashMap<>();
        if (shape instanceof Shape.Steps steps && !steps.ofRatio()) {
            marks.put("threshold", steps.steps().stream().map(Shape.Steps.Step::from).toList());
        } else if (shape instanceof Shape.Curve curve) {
            marks.put("knot", curve.knots().stream().map(Shape.Steps.Step::from).toList());
        } else if (shape instanceof Shape.FullLess less) {
            marks.put(less.above() ? "above" : "below", List.of(less.from()));
            marks.put("each", List.of(less.each()));
        } else if (shape instanceof Shape.PerUnitBeyond beyond) {
            marks.put(beyond.above() ? "above" : "below", List.of(beyond.from()));
            marks.put("each", List.of(beyond.each()));
        } else if (shape instanceof Shape.Banded bands) {
            marks.put("threshold", bands.ends());
        }
        return marks;
    }

    /**
     * Refuses a mark in another unit.
     *
     * @param role what it is called where the author wrote it
     * @param title what is scored
     * @throws IllegalArgumentException saying what to write
     */
    public static void unit(String role, Formula mark, Unit found, Unit unit, String title) {
        if (found.isCompatibleWith(unit)) {
            return;
        }
        boolean named = !role.equals("threshold") && !role.equals("knot");
        if (found.equals(Unit.NONE)) {
            String write = mark.expr() instanceof Expr.Literal ? mark + " " + unit : "a number in " + unit;
            throw new IllegalArgumentException(named ? "'" + role + "' lacks its unit: found " + mark + ", write " + write
                    : role + " lacks its unit: found " + mark + ", write " + write);
        }
        String expected = unit.equals(Unit.NONE) ? "a plain number" : "in " + unit;
        String shown = mark + (unit.isShare() && found.symbol().endsWith("百分点") ? "; a percentage point of a share is written 1 %" : "");
        throw new IllegalArgumentException(named ? "'" + role + "' is in " + found + ", but " + title + " is " + expected + ": found " + shown
                : role + " is in " + found + ", but " + title + " is " + expected + ": found " + shown);
    }
}
