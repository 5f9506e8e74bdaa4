package io.mubiao.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.value.Rational;
import io.mubiao.value.Units;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Between which numbers formulas lie: never narrower than they do. */
class ReachTest {
    private static final Map<String, Reach> NAMES = Map.of("p", Reach.FROM_ZERO, "n", Reach.FROM_ONE.negate(), "s", Reach.TO_ONE,
            "m", new Reach(Optional.of(Rational.of(-2)), Optional.of(Rational.of(3))));

    private static String text(Reach reach) {
        return reach.least().map(Rational::toString).orElse("") + ".." + reach.most().map(Rational::toString).orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "5 - 2 * p|..5", "p * n|..0", "n * n|1..", "m * p|..", "m * 2|-4..6", "m * -2|-6..4", "1 / (p + 2)|0..0.5", "10 / (s + 1)|5..10",
        "p / n|..0", "p / m|..", "min(p, 7)|0..7", "max(m, 1)|1..3", "clamp(q, 0, 1) * 20|0..20", "-m|-3..2", "abs(m)|0..3", "abs(n)|1..",
        "if(p >= 0, 20, 0)|20..20", "if(p > 0, 20, 0)|0..20", "if(p < 0 % or n > 0, 20, 5)|5..5", "if(q > 1, -3, -3)|-3..-3",
        "if(missing(q), undefined(\"none\"), 4)|4..4", "steps(p, 0, -1, 3, 0, 5)|5..5", "steps(p, 0, 1, 3, 2, 5)|0..5", "steps(n, 7, 1, 3, 2, 5)|7..7",
        "round(m / 3, 0)|-1..1", "3 亩|0..", "20 %|0.2..0.2", "0 亩|0..0", "p - p|..", "mean(s, m)|-2..3", "orelse(s, 4)|0..4",
        "0 * q|0..0", "not_known|..", "ln(p)|..", "sqrt(q)|0.."})
    void ofAFormula(String formula, String reach) {
        Reaches reaches = new Reaches(Units.builtIn(), it -> it instanceof Expr.Name name ? NAMES.getOrDefault(name.name(), Reach.ANY) : Reach.ANY);
        assertEquals(reach, text(reaches.of(Formula.parse(formula).expr()).orElse(Reach.ANY)));
    }
}
