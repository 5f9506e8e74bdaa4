package io.mubiao.scoring.internal;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds marks of a share that were written without their %: 50 where 50 % was meant. */
public final class ShareMarks {
    private static final Rational FAR = Rational.of(10);
    private static final Set<String> COMPARES = Set.of("<", "<=", ">", ">=", "==", "!=");
    private static final Set<Reading> SHARES = EnumSet.of(Reading.ATTAINMENT, Reading.CAPPED_ATTAINMENT,
            Reading.EXPECTED_SHARE, Reading.OF_EXPECTED, Reading.BEHIND_SHARE);

    private final ScoringRule rule;
    private final Map<String, String> found = new LinkedHashMap<>();

    private ShareMarks(ScoringRule rule) {
        this.rule = rule;
    }

    /** What was found, by the path of the part. */
    public static Map<String, String> of(ScoringRule rule) {
        ShareMarks marks = new ShareMarks(rule);
        rule.parts().forEach(part -> marks.part("parts." + part.id(), part));
        rule.claims().forEach(claim -> marks.compared((claim.isVeto() ? "vetoes." : "duties.") + claim.id(), claim.when().expr()));
        return marks.found;
    }

    private void part(String at, Part part) {
        part.parts().forEach(inner -> part(at + ".parts." + inner.id(), inner));
        part.shape().filter(shape -> isShare(part.of()) || (shape instanceof Shape.Steps steps && steps.ofRatio()))
                .flatMap(ShareMarks::far).ifPresent(mark -> put(at, mark));
        if (isShare(part.of())) {
            part.references().values().stream().flatMap(ShareMarks::plain).filter(number -> number.compareTo(FAR) >= 0).findFirst()
                    .ifPresent(mark -> put(at, mark));
        }
        part.gate().ifPresent(gate -> compared(at, gate.when().expr()));
        part.shape().filter(Shape.Custom.class::isInstance).ifPresent(shape -> compared(at, part.formula().expr()));
    }

    private void put(String at, Rational mark) {
        found.putIfAbsent(at, told(mark));
    }

    private static String told(Rational mark) {
        return "a share is marked at " + mark + ", which is " + mark.times(Rational.HUNDRED) + " %; " + mark + " % was probably meant";
    }

    /** Of bands that a reading is graded by. */
    public static Optional<String> of(Formula of, Bands bands) {
        return of.expr() instanceof Expr.Name name && Reading.find(name.name()).filter(SHARES::contains).isPresent()
                ? ends(bands).filter(number -> number.compareTo(FAR) >= 0).findFirst().map(ShareMarks::told) : Optional.empty();
    }

    /** Comparisons of a share with a plain number. */
    private void compared(String at, Expr expr) {
        if (!(expr instanceof Expr.Call call)) {
            return;
        }
        if (COMPARES.contains(call.function()) && call.operands().size() == 2) {
            for (int side = 0; side < 2; side++) {
                Formula other = Formula.of(call.operands().get(1 - side));
                if (isShare(Formula.of(call.operands().get(side)))) {
                    plain(other).filter(number -> number.compareTo(FAR) >= 0).forEach(mark -> put(at, mark));
                }
            }
        }
        call.operands().forEach(part -> compared(at, part));
    }

    private static Stream<Rational> plain(Formula mark) {
        return mark.expr() instanceof Expr.Literal literal && literal.unit().isEmpty() ? Stream.of(literal.value()) : Stream.of();
    }

    private static Stream<Rational> ends(Bands bands) {
        return bands.bands().stream().flatMap(band -> Stream.of(band.interval().low(), band.interval().high())).flatMap(Optional::stream);
    }

    private boolean isShare(Formula of) {
        if (!(of.expr() instanceof Expr.Name name)) {
            return false;
        }
        Optional<RuleInput> input = rule.inputs().find(name.name());
        Optional<Reading> reading = input.isPresent() ? input.get().reading() : Reading.find(name.name());
        return reading.filter(SHARES::contains).isPresent()
                || input.flatMap(RuleInput::unit).filter(unit -> unit.isShare() && !unit.symbol().isEmpty()).isPresent();
    }

    private static Optional<Rational> far(Shape shape) {
        Stream<Formula> marks = shape instanceof Shape.Steps steps ? steps.steps().stream().map(Shape.Steps.Step::from)
                : shape instanceof Shape.Curve curve ? curve.knots().stream().map(Shape.Steps.Step::from)
                : shape instanceof Shape.FullLess less ? Stream.of(less.from(), less.each())
                : shape instanceof Shape.PerUnitBeyond beyond ? Stream.of(beyond.from(), beyond.each()) : Stream.of();
        Stream<Rational> numbers = shape instanceof Shape.Banded banded ? ends(banded.bands()) : marks.flatMap(ShareMarks::plain);
        return numbers.filter(number -> number.compareTo(FAR) >= 0).findFirst();
    }
}
