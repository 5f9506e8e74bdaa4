package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Between which numbers the points of a scoring rule lie, whatever is achieved. */
final class ScoringReach {
    private final ScoringRule rule;
    private final Reaches reaches;

    ScoringReach(ScoringRule rule) {
        this.rule = rule;
        reaches = new Reaches(rule.units(), this::known);
    }

    private Reach known(Expr expr) {
        if (expr instanceof Expr.Call call) {
            return switch (call.function()) {
                case "place", "peers" -> Reach.FROM_ONE;
                case "in_a_row" -> Reach.FROM_ZERO;
                default -> Reach.ANY;
            };
        }
        String name = ((Expr.Name) expr).name();
        Optional<RuleInput> input = rule.inputs().find(name);
        Optional<Reading> reading = input.isPresent() ? input.get().reading().filter(it -> input.get().over().isEmpty()) : Reading.find(name);
        return reading.map(ScoringReach::reading).orElseGet(() -> rule.parameters().find(name).flatMap(it -> it.value())
                .map(it -> it.unit().isShare() ? Reach.of(it.amount().times(it.unit().in(Unit.NONE))) : Reach.of(it.amount()).sign())
                .or(() -> rule.derived().find(name).flatMap(it -> reaches.of(it.formula().expr()))).orElse(Reach.ANY));
    }

    private static Reach reading(Reading reading) {
        return switch (reading) {
            case CAPPED_ATTAINMENT, EXPECTED_SHARE -> Reach.TO_ONE;
            case STRENGTH -> new Reach(Reach.FROM_ONE.least(), Optional.of(Rational.of(5)));
            case MONTH -> new Reach(Reach.FROM_ONE.least(), Optional.of(Rational.of(12)));
            default -> Reach.ANY;
        };
    }

    /** What a shape gives, or what stands in for it, before cap and floor. */
    Reach given(Part part, Shape shape) {
        Map<String, Formula> meanings = new HashMap<>(part.references());
        meanings.put("x", part.of());
        meanings.put("w", part.weight().orElse(Formula.name("w")));
        Formula points = ShapeTraps.reached(shape, part.higherIsBetter()).with(meanings);
        Reach all = of(part.times().map(it -> Formula.call("*", points, it.with(meanings))).orElse(points));
        List<Formula> others = Stream.of(part.gate().map(Part.Gate::otherwise), part.fallback().missing(), part.fallback().zeroDivisor())
                .flatMap(Optional::stream).toList();
        return others.stream().map(it -> of(it.with(meanings))).reduce(all, Reach::or);
    }

    private Reach of(Formula formula) {
        return reaches.of(formula.with(Map.of("w", Formula.of(rule.points()))).expr()).orElse(Reach.ANY);
    }
}
