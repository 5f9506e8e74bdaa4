package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessment;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.TestUnits;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was filed is printed as it was filed, and every equation of an explanation follows from the numbers printed in it. */
class TrueEquationsTest {
    private static final Pattern EQUATION = Pattern.compile("= ([\\d.]+) (\\S+) ([÷×-]) ([\\d.]+) (\\S+) ([=≈]) ([\\d.]+) (\\S+)");

    private static Assessment level(String required, String figure, int month) {
        Target target = Target.of("T", "指标", Goal.amount(Measure.level(""), Bound.parse(required, TestUnits.UNITS)), Span.year(2024));
        return assess(target, Observation.level("T", LocalDate.of(2024, month, 28), Quantity.parse(figure, TestUnits.UNITS)), month);
    }

    private static Assessment total(String required, String figure, int month) {
        Target target = Target.of("T", "指标", Goal.amount(Measure.total(), Bound.parse(required, TestUnits.UNITS)), Span.year(2024));
        return assess(target, Observation.total("T", LocalDate.of(2024, month, 28), Quantity.parse(figure, TestUnits.UNITS)), month);
    }

    private static Assessment assess(Target target, Observation figure, int month) {
        Register register = Register.of("r", ZoneId.of("Asia/Shanghai"), target);
        return Mubiao.assess(register, ObservationLog.of(figure), LocalDate.of(2024, month, 28)).get("T");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <= 0.5 吨标煤/万元 | 0.50004 吨标煤/万元
            <= 3 万元          | 3.00001 万元
            >= 3 万元          | 2.99999 万元
            >= 100 万元        | 33.456789 万元
            ~ 5.5 % ± 0.2 %    | 5.69999 %
            """)
    void whatWasFiledIsPrintedInFull(String required, String figure) {
        for (Assessment it : List.of(level(required, figure, 6), total(required, figure, 6))) {
            String told = Explainer.explain(it, Locale.CHINESE);
            assertTrue(told.contains("实际完成 " + figure + "(依据"), told);
            assertEquals(figure, new AssessmentCells(new Words(Locale.CHINESE)).actual(it));
            follows(told);
        }
    }

    @Test
    void whatHasNoEndIsPrintedToTheNearestWithTheSignForIt() {
        LocalDate day = LocalDate.of(2024, 6, 28);
        Target target = Target.of("T", "指标", Goal.amount(Measure.ratio(Measure.total("money"), Measure.total("land")),
                Bound.parse(">= 0.3334 万元/亩", TestUnits.UNITS)), Span.year(2024));
        Assessment it = Mubiao.assess(Register.of("r", ZoneId.of("Asia/Shanghai"), target), ObservationLog.of(
                Observation.total("money", day, Quantity.parse("1 万元", TestUnits.UNITS)),
                Observation.total("land", day, Quantity.parse("3 亩", TestUnits.UNITS))), day).get("T");
        String told = Explainer.explain(it, Locale.CHINESE);
        follows(told);
        assertTrue(told.contains("实际完成 = 1 万元 ÷ 3 亩 ≈ 0.333 万元/亩\n"), told);
        assertTrue(told.contains("完成率 = 0.33333 万元/亩 ÷ 0.3334 万元/亩 ≈ 99.98 %\n"), told);
        assertTrue(told.contains("实际完成 ≈ 0.333 万元/亩 不符合 ≥ 0.3334 万元/亩"), told);
    }

    @Test
    void whatIsHeldAtAnEndIsExactlyThat() {
        String told = Explainer.explain(level(">= 62 个", "63 个", 6), Locale.CHINESE);
        assertTrue(told.contains("0 至 100% 之间的 101.61 % = 100 %"), told);
        assertTrue(Explainer.explain(level(">= 62 个", "63 个", 6), Locale.ENGLISH).contains("between 0 and 100 %: 101.61 % = 100 %"));
    }

    @Test
    void everyEquationFollowsFromItsNumbers() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            String limit = BigDecimal.valueOf(1 + random.nextInt(99_999), random.nextInt(4)).toPlainString();
            int digits = random.nextInt(7);
            BigDecimal near = new BigDecimal(limit).add(BigDecimal.valueOf(random.nextInt(20) - 10, digits));
            BigDecimal some = random.nextBoolean() && near.signum() > 0 ? near : BigDecimal.valueOf(1 + random.nextInt(999_999), random.nextInt(7));
            String figure = some.toPlainString() + " 万元";
            String required = List.of(">= ", "<= ", "= ").get(random.nextInt(3)) + limit + " 万元";
            int month = 1 + random.nextInt(12);
            for (Assessment it : List.of(level(required, figure, month), total(required, figure, month))) {
                follows(Explainer.explain(it, Locale.CHINESE));
                follows(Explainer.explain(it, Locale.ENGLISH));
            }
        }
    }

    private static void follows(String told) {
        Matcher found = EQUATION.matcher(told);
        int count = 0;
        for (; found.find(); count++) {
            Rational one = in(found.group(1), found.group(2));
            Rational other = in(found.group(4), found.group(5));
            Rational result = in(found.group(7), found.group(8));
            Rational again = switch (found.group(3)) {
                case "÷" -> one.dividedBy(other);
                case "×" -> one.times(other);
                default -> one.minus(other);
            };
            String step = found.group();
            if (found.group(6).equals("=")) {
                assertEquals(again, result, step);
            } else {
                int decimals = new BigDecimal(found.group(7)).scale() + (found.group(8).equals("%") ? 2 : 0);
                assertTrue(again.minus(result).abs().compareTo(Rational.ofScaled(1, decimals)) <= 0, step + "\n" + told);
                assertFalse(again.equals(result) && one.equals(result), step);
            }
        }
        assertTrue(count > 0, told);
    }

    private static Rational in(String number, String unit) {
        return unit.equals("%") ? Rational.parse(number).dividedBy(Rational.HUNDRED) : Rational.parse(number);
    }
}
