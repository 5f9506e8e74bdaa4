package io.mubiao.render.law;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Column;
import io.mubiao.land.Policy;
import io.mubiao.rule.Parameter;
import io.mubiao.scorecard.Credit;
import io.mubiao.scorecard.GradeQuota;
import io.mubiao.scorecard.LightRule;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.View;
import io.mubiao.scoring.OverSet;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.shape.Cut;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Quota;
import io.mubiao.shape.Shape;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Values for the few records that do not take any. */
final class Fitting {
    private Fitting() {}

    static Object record(Class<?> type, Object... values) {
        if (type == Policy.class) {
            return new Policy(Policy.Kind.POINTS, Optional.of(Formula.parse("q1 + 1")));
        }
        if (type == OverSet.class) {
            values[1] = Optional.of(Formula.parse("met"));
        }
        if (type == Quota.class) {
            return new Quota(false, RoundingMode.HALF_UP, 0);
        }
        if (type == Shape.Curve.class) {
            return new Shape.Curve(List.of(new Shape.Steps.Step(Formula.parse("1"), Rational.ONE), new Shape.Steps.Step(Formula.parse("2"), Rational.of(3))));
        }
        if (type == BaselineRule.Among.class) {
            values[0] = Optional.empty();
        }
        if (type == BaselineRule.class) {
            values[3] = BaselineRule.Kind.MEAN;
        }
        if (type == GradeQuota.Most.class) {
            values[1] = OptionalLong.of(3);
        }
        if (type == Cut.class) {
            values[1] = Optional.of(Rational.of(3));
        }
        if (type == NodeRule.class) {
            values[8] = Optional.empty();
            values[1] = Map.of("文1", Rational.of(7));
            values[2] = Optional.of(Rational.of(7));
            values[6] = new Limits<>(Optional.of(Rational.of(1000)), Optional.of(Rational.ONE), Optional.of(Rounding.halfUp(2)));
        }
        if (type == Parameter.class) {
            values[2] = Unit.NONE;
            values[3] = Optional.of(Quantity.of(500, Unit.NONE));
            values[4] = Optional.of(Quantity.of(1, Unit.NONE));
            values[5] = Optional.of(Quantity.of(1000, Unit.NONE));
        }
        if (type == Column.class) {
            values[4] = 3;
        }
        if (type == Credit.class) {
            values[1] = Map.of("文1", Map.of("文2", Rational.of(2, 5), "文3", Rational.of(3, 5)));
        }
        if (type == LightRule.class) {
            values[0] = Map.of("文1", "文9");
            values[1] = Map.of("文1", values[2]);
            values[4] = List.of(new LightRule.Memory(List.of("文1"), 3, "文2"));
        }
        if (type == View.class) {
            values[4] = List.of();
        }
        if (type == View.Branch.class) {
            values[3] = List.of();
        }
        if (type == RuleInput.class) {
            values[2] = Optional.of(Reading.ATTAINMENT);
            values[6] = Optional.empty();
            values[3] = Symbol.Kind.NUMBER;
        }
        return Samples.construct(type, values);
    }
}
