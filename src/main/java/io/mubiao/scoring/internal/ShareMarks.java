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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds marks of a share that were written without their %, 50 where 50 % was meant, and marks of days and points that were written with one. */
public final class ShareMarks {
    private static final Rational FAR = Rational.of(10);
    private static final Set<String> COMPARES = Set.of("<", "<=", ">", ">=", "==", "!=");
    private static final Set<Reading> NUMBERS = EnumSet.of(Reading.POINTS_AHEAD, Reading.POINTS_BEHIND, Reading.DAYS_AHEAD,
            Reading.DAYS_LATE, Reading.STRENGTH, Reading.MONTH);

    /** What of a share is a share in the same measure. */
    private static final Set<String> KEEPS = Set.of("+", "-", "max", "min", "abs");

    private final Function<String, Optional<RuleInput>> inputs;
    private final Predicate<String> derived;
    private final Map<String, String> found = new LinkedHashMap<>();

    private ShareMarks(Function<String, Optional<RuleInput>> inputs, Predicate<String> derived) {
        this.inputs = inputs;
        this.derived = derived;
    }

    private ShareMarks(ScoringRule rule) {
        this(rule.inputs()::find, name -> rule.derived().find(name)
                .filter(it -> it.unit().isShare() && !it.unit().symbol().isEmpty()).isPresent());
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
        part.shape().filter(shape -> isOfShare(part.of()) || (shape instanceof Shape.Steps steps && steps.ofRatio()))
                .flatMap(ShareMarks::far).ifPresent(mark -> put(at, mark));
        if (isOfShare(part.of())) {
            part.references().values().stream().flatMap(ShareMarks::plain).filter(number -> number.compareTo(FAR) >= 0).findFirst()
                    .ifPresent(mark -> put(at, mark));
        }
        if (isOfShare(part.of())) {
            part.shape().flatMap(ShareMarks::each).filter(each -> each.compareTo(Rational.ONE) >= 0 && part.times().isEmpty())
                    .ifPresent(mark -> put(at, mark));
        } else if (isNumber(part.of())) {
            part.shape().stream().flatMap(ShareMarks::marks).flatMap(ShareMarks::percent).findFirst().ifPresent(mark ->
                    found.putIfAbsent(at, number(part.of(), mark)));
        }
        part.gate().ifPresent(gate -> compared(at, gate.when().expr()));
        part.shape().filter(Shape.Custom.class::isInstance).ifPresent(shape -> compared(at, part.formula().expr()));
    }

    private void put(String at, Rational mark) {
        found.putIfAbsent(at, told(mark));
    }

    /** What is said of a share that is marked by a plain number. */
    public static String told(Rational mark) {
        return "a share is marked at " + mark + ", which is " + mark.times(Rational.HUNDRED) + " %; " + mark + " % was probably meant";
    }

    private static String number(Formula of, Rational percent) {
        return "'" + of + "' is no share, so " + percent.times(Rational.HUNDRED) + " % is " + percent + "; " + percent.times(Rational.HUNDRED)
                + " was probably meant";
    }

    /** What a test of readings compares. */
    public static Optional<String> of(Formula test) {
        ShareMarks marks = new ShareMarks(name -> Optional.empty(), name -> false);
        marks.compared("", test.expr());
        return marks.found.values().stream().findFirst();
    }

    /** Of bands that a reading is graded by. */
    public static Optional<String> of(Formula of, Bands bands) {
        if (of.expr() instanceof Expr.Name name && Reading.find(name.name()).filter(NUMBERS::contains).isPresent()) {
            List<Rational> marks = ends(bands).filter(end -> end.signum() != 0).toList();
            return marks.stream().allMatch(end -> end.abs().compareTo(Rational.ONE) < 0) ? marks.stream().findFirst().map(end -> number(of, end))
                    : Optional.empty();
        }
        return of.expr() instanceof Expr.Name name && Reading.find(name.name()).filter(Reading::isShare).isPresent()
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
                if (isOfShare(Formula.of(call.operands().get(side)))) {
                    plain(other).filter(number -> number.compareTo(FAR) >= 0).forEach(mark -> put(at, mark));
                } else if (isNumber(Formula.of(call.operands().get(side)))) {
                    Formula of = Formula.of(call.operands().get(side));
                    percent(other).forEach(mark -> found.putIfAbsent(at, number(of, mark)));
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

    private static Stream<Rational> percent(Formula mark) {
        return mark.expr() instanceof Expr.Literal literal && literal.unit().equals("%") && literal.value().signum() != 0
                ? Stream.of(literal.value().dividedBy(Rational.HUNDRED)) : Stream.of();
    }

    /** Whether a name of a rule is a share. */
    public static boolean isShare(ScoringRule rule, Formula of) {
        return new ShareMarks(rule).isOfShare(of);
    }

    /** Whether a reading is a share. */
    public static boolean isShare(Formula reading) {
        return new ShareMarks(name -> Optional.empty(), name -> false).isOfShare(reading);
    }

    private boolean isNumber(Formula of) {
        return reading(of).filter(NUMBERS::contains).isPresent();
    }

    private Optional<RuleInput> input(Formula of) {
        return of.expr() instanceof Expr.Name name ? inputs.apply(name.name()) : Optional.empty();
    }

    private Optional<Reading> reading(Formula of) {
        Optional<RuleInput> input = input(of);
        return input.isPresent() ? input.get().reading() : of.expr() instanceof Expr.Name name ? Reading.find(name.name()) : Optional.empty();
    }

    private boolean isOfShare(Formula of) {
        if (of.expr() instanceof Expr.Call call && KEEPS.contains(call.function())) {
            return call.operands().stream().anyMatch(it -> isOfShare(Formula.of(it)));
        }
        return reading(of).filter(Reading::isShare).isPresent()
                || (of.expr() instanceof Expr.Name name && derived.test(name.name()))
                || input(of).flatMap(RuleInput::unit).filter(unit -> unit.isShare() && !unit.symbol().isEmpty()).isPresent();
    }

    private static Optional<Rational> each(Shape shape) {
        Formula each = shape instanceof Shape.FullLess less ? less.each() : shape instanceof Shape.PerUnitBeyond beyond ? beyond.each() : null;
        return each == null ? Optional.empty() : plain(each).findFirst();
    }

    private static Stream<Formula> marks(Shape shape) {
        return shape instanceof Shape.Steps steps ? steps.steps().stream().map(Shape.Steps.Step::from)
                : shape instanceof Shape.Curve curve ? curve.knots().stream().map(Shape.Steps.Step::from)
                : shape instanceof Shape.FullLess less ? Stream.of(less.from(), less.each())
                : shape instanceof Shape.PerUnitBeyond beyond ? Stream.of(beyond.from(), beyond.each()) : Stream.of();
    }

    /** A mark of a shape that no share reaches. */
    public static Optional<Rational> far(Shape shape) {
        Stream<Rational> numbers = shape instanceof Shape.Banded banded ? ends(banded.bands()) : marks(shape).flatMap(ShareMarks::plain);
        return numbers.filter(number -> number.compareTo(FAR) >= 0).findFirst();
    }
}
