package io.mubiao.render;

import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.List;

/**
 * The numbers of an assessment as they are printed (算式): what was filed in full where it has an end, and a computed step as
 * an equation that the numbers printed in it give.
 */
final class Working {
    private static final int LEAST = 2;
    private static final int MOST = 10;
    /** Nobody works out a root again by hand. */
    private static final int OF_A_ROOT = 6;

    private final Words words;
    private final List<Quantity> limits;

    Working(Words words, List<Quantity> limits) {
        this.words = words;
        this.limits = limits;
    }

    /** The number of a step with the sign between its name and it: none where it is printed in full. */
    String named(Trace step) {
        return (isInFull(step) ? " " : " ≈ ") + number(step);
    }

    /** The number of a step in its unit. */
    String number(Trace step) {
        return text(step, LEAST);
    }

    /** A filed number in its unit. */
    String filed(Quantity value) {
        return Numbers.filed(value, limits);
    }

    /** The formula with its numbers, the sign and the result. */
    String of(Trace.Calc calc) {
        int decimals = calc.op() == Trace.Op.COMPOUND_RATE ? OF_A_ROOT : LEAST;
        while (decimals < MOST && !gives(calc, decimals)) {
            decimals++;
        }
        int enough = decimals;
        return formula(calc, calc.operands().stream().map(operand -> text(operand, enough)).toList())
                + (isExact(calc) ? " = " : " ≈ ") + number(calc);
    }

    /** Whether what is printed of the operands gives what is printed of the result. */
    private boolean gives(Trace.Calc calc, int decimals) {
        if (calc.op() == Trace.Op.COMPOUND_RATE || calc.operands().stream().allMatch(this::isInFull)) {
            return true;
        }
        Quantity again = Trace.compute(calc.op(), calc.operands().stream()
                .map(operand -> Quantity.of(Rational.of(shown(operand, decimals)), operand.value().unit())).toList());
        BigDecimal result = shown(calc, LEAST);
        return Numbers.rounded(again, result.scale(), limits).compareTo(result) == 0;
    }

    /** = where the result and all it is worked out from are printed in full, or where it is held at an end; else ≈. */
    private boolean isExact(Trace.Calc calc) {
        return switch (calc.op()) {
            case COMPOUND_RATE -> false;
            case CAP -> isInFull(calc);
            default -> isInFull(calc) && calc.operands().stream().allMatch(this::isInFull);
        };
    }

    private boolean isInFull(Trace step) {
        return Rational.of(shown(step, LEAST)).equals(step.value().amount());
    }

    private String text(Trace step, int decimals) {
        return shown(step, decimals).toPlainString() + " " + step.value().unit();
    }

    /** What was achieved, however it was worked out, is printed as what was filed. */
    private BigDecimal shown(Trace step, int decimals) {
        boolean shortened = step instanceof Trace.Calc && step.term() != Term.ACTUAL && decimals == LEAST;
        return shortened ? Numbers.shown(step.value(), limits) : Numbers.filed(step.value(), limits, decimals);
    }

    private String formula(Trace.Calc calc, List<String> parts) {
        return switch (calc.op()) {
            case MINUS -> String.join(" - ", parts);
            case TIMES_SHARE -> String.join(" × ", parts);
            case PER -> String.join(" ÷ ", parts);
            case RELATIVE_CHANGE -> "(" + parts.get(0) + " - " + parts.get(1) + ") ÷ |" + parts.get(1) + "|";
            case POINTS -> parts.get(0) + " - " + parts.get(1);
            case CAP -> words.either("0 至 100% 之间的 ", "between 0 and 100 %: ") + parts.get(0);
            case COMPOUND_RATE -> "(" + parts.get(0) + " ÷ " + parts.get(1) + ")^(1 ÷ " + parts.get(2) + ") - 1";
        };
    }
}
