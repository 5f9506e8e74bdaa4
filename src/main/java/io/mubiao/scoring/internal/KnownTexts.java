package io.mubiao.scoring.internal;

import io.mubiao.assess.Status;
import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.target.Goal;
import io.mubiao.text.internal.Spelling;
import io.mubiao.value.Rational;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Readings that have one of a few texts or whole numbers, and what they are compared with. */
final class KnownTexts {
    private static final List<String> KINDS = Stream.of(Goal.class.getPermittedSubclasses()).map(Kinds::word).toList();
    private static final List<String> STATUSES = Stream.of(Status.values()).map(Status::name).toList();

    private static final Map<String, String> TURNED = Map.of(">=", "<=", ">", "<", "<=", ">=", "<", ">");
    private static final int MOST_SHOWN = 20;
    private static final Rational STRONGEST = Rational.of(5);
    private static final Rational DECEMBER = Rational.of(12);

    private final Function<String, Optional<Reading>> readings;
    private final Function<Reading, Optional<Collection<String>>> known;

    private KnownTexts(Function<String, Optional<Reading>> readings, Function<Reading, Optional<Collection<String>>> known) {
        this.readings = readings;
        this.known = known;
    }

    /**
     * Looks at what a formula compares kinds, statuses, months and strengths with.
     *
     * @param inputs those that a name may stand for in place of a reading
     * @throws IllegalArgumentException if it is never that
     */
    static Formula check(Formula formula, Function<String, Optional<RuleInput>> inputs) {
        check(formula, name -> inputs.apply(name).map(RuleInput::reading).orElseGet(() -> Reading.find(name)),
                it -> it == Reading.KIND ? Optional.of(KINDS) : it == Reading.STATUS ? Optional.of(STATUSES) : Optional.empty());
        return formula;
    }

    /**
     * Looks at what a formula compares readings with.
     *
     * @param readings what a name reads
     * @param known the texts a reading has; empty where it can have any
     * @throws IllegalArgumentException if it is never that
     */
    static void check(Formula formula, Function<String, Optional<Reading>> readings, Function<Reading, Optional<Collection<String>>> known) {
        new KnownTexts(readings, known).check(formula.expr());
    }

    private void check(Expr expr) {
        if (expr instanceof Expr.In in) {
            in.ranges().stream().filter(range -> range.from().equals(range.through())).forEach(range -> require(in.value(), range.from()));
        } else if (expr instanceof Expr.Call call) {
            if (call.operands().size() == 2) {
                compared(call.function(), call.operands().get(0), call.operands().get(1), call);
                compared(TURNED.getOrDefault(call.function(), call.function()), call.operands().get(1), call.operands().get(0), call);
            }
            call.operands().forEach(this::check);
        }
    }

    private void compared(String sign, Expr of, Expr with, Expr.Call all) {
        boolean equality = sign.equals("==") || sign.equals("!=");
        if (equality && with instanceof Expr.Text text) {
            require(of, text.text());
        } else if (with instanceof Expr.Literal number && number.unit().isEmpty()) {
            reading(of).filter(it -> it == Reading.MONTH || it == Reading.STRENGTH).ifPresent(it -> {
                Rational last = it == Reading.MONTH ? DECEMBER : STRONGEST;
                if (isOutside(sign, number.value(), last)) {
                    throw new IllegalArgumentException("'" + all + "' compares " + of + " with " + number.value() + "; " + it.word()
                            + " is from 1 to " + last);
                }
            });
        }
    }

    /** Whether a whole number from 1 to the last is never that, or always other than that. */
    private static boolean isOutside(String sign, Rational value, Rational last) {
        int low = value.compareTo(Rational.ONE);
        int high = value.compareTo(last);
        return switch (sign) {
            case "==", "!=" -> low < 0 || high > 0 || !value.denominator().equals(BigInteger.ONE);
            case ">=" -> high > 0;
            case ">" -> high >= 0;
            case "<=" -> low < 0;
            case "<" -> low <= 0;
            default -> false;
        };
    }

    private Optional<Reading> reading(Expr expr) {
        return expr instanceof Expr.Name name ? readings.apply(name.name()) : Optional.empty();
    }

    private void require(Expr of, String text) {
        Collection<String> texts = reading(of).flatMap(known).orElse(null);
        if (texts == null || text.isEmpty() || texts.contains(text)) {
            return;
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("no target has '" + of + "', which is never '" + text + "'");
        }
        throw new IllegalArgumentException("'" + of + "' is never '" + text + "'" + Spelling.hint(text, texts) + "; it is one of "
                + texts.stream().limit(MOST_SHOWN).collect(Collectors.joining(", ")) + (texts.size() > MOST_SHOWN ? ", …" : ""));
    }
}
