package io.mubiao.io.register;

import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.observe.Basis;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file puts into columns adds up to what its observations do, over any window and however many digits come later. */
class LogOfCsvSumsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Register REGISTER = Register.builder("r", ZONE)
            .targets(java.util.List.of(Target.of("A", "产值", Goal.total(q("1000 万元")), Span.year(2024)))).build();

    private static LocalDate day(int number) {
        return LocalDate.of(2024, 1, 1).plusDays(number);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aWindowOfAFileAddsUp(long seed) {
        Random random = new Random(seed);
        String text = "指标编号,类型,期间,数值,单位\n" + IntStream.range(0, 300).mapToObj(i -> "A,increment," + day(i) + '/' + day(i) + ','
                + random.nextInt(90) + (i > 150 && seed % 2 == 0 ? "." + random.nextInt(1000) : "") + ",万元\n").collect(Collectors.joining());
        ObservationLog log = ObservationCsv.log(text, "t", REGISTER).orThrow();
        log.add(Observation.increment("A", Span.parse("2024-12-01"), q("0.123456 万元")));
        for (int i = 0; i < 40; i++) {
            LocalDate first = day(random.nextInt(300));
            Span window = new Span(first, first.plusDays(random.nextInt(340)));
            Rational expected = log.stream("A").map(it -> (Observation.Increment) it)
                    .filter(it -> window.contains(it.span().first()) && window.contains(it.span().last())).map(it -> it.amount().amount())
                    .reduce(Rational.ZERO, Rational::plus);
            assertEquals(Optional.of(expected), log.view(ZONE).increments("A", Basis.REPORTED, window).update().sum(q("1 万元").unit()).map(Quantity::amount)
                    .or(() -> Optional.of(Rational.ZERO)), window + " of " + text);
        }
    }
}
