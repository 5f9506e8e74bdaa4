package io.mubiao.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Published cases as data: a decimal is expected to the digits it is written with, half up; a word is the reason. */
class MethodCasesTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/oracle/method/cases.csv", numLinesToSkip = 1)
    void theMethodGives(String id, String method, String arguments, String expected, String source) {
        Figure figure = figure(method, Arrays.stream(arguments.split(" ")).map(Rational::parse).toList());
        if (expected.matches("[A-Z_]+")) {
            assertEquals(NoAnswer.valueOf(expected), figure.reason().orElseThrow(), id + " " + source);
        } else {
            BigDecimal written = new BigDecimal(expected);
            assertEquals(written, figure.round(Rounding.halfUp(written.scale())), id + " " + source);
            Replays.check(figure);
        }
    }

    private static Figure figure(String method, List<Rational> a) {
        return switch (method) {
            case "proportion" -> QualityMeasure.proportion(n(a, 0), n(a, 1), n(a, 2), n(a, 3), n(a, 4)).score();
            case "ratio" -> QualityMeasure.ratio(n(a, 0), n(a, 1), n(a, 2), n(a, 3)).score();
            case "spi" -> earned(a).spi();
            case "cpi" -> earned(a).cpi();
            case "eac" -> earned(a).eac();
            case "tcpi" -> earned(a).tcpi();
            case "status-up" -> CurrentStatus.of(q(a, 0), q(a, 1), q(a, 2), Direction.HIGHER_IS_BETTER);
            case "status-down" -> CurrentStatus.of(q(a, 0), q(a, 1), q(a, 2), Direction.LOWER_IS_BETTER);
            case "parity" -> CurrentStatus.of(q(a, 0), q(a, 1), q(a, 2), Direction.TWO_SIDED);
            case "rescale" -> SdgIndex.rescale("3.4.1 mortality", q(a, 0), q(a, 1), q(a, 2));
            case "progress" -> GoalProgress.of(q(a, 0), q(a, 1), q(a, 2));
            case "consumed" -> ErrorBudget.consumed(a.get(0), Duration.ofHours(n(a, 1)), Duration.ofHours(n(a, 2)));
            default -> throw new IllegalArgumentException(method);
        };
    }

    private static EarnedValue.Result earned(List<Rational> a) {
        return EarnedValue.of(q(a, 0), q(a, 1), q(a, 2), q(a, 3));
    }

    private static long n(List<Rational> a, int i) {
        return a.get(i).numerator().longValueExact();
    }

    private static Quantity q(List<Rational> a, int i) {
        return Quantity.of(a.get(i), Unit.NONE);
    }
}
