package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Symbol;
import io.mubiao.io.result.CsvOut;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.rule.Cite;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule with a column of every kind, and what was read by it. */
final class Enterprises {
    static final String CODE = "91350100M000100Y43";
    static final String OTHER_CODE = "91110000710925462X";

    private static final Units UNITS = Units.builtIn().with("个");
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    static final EvaluationRule RULE = EvaluationRule.builder("demo").units(UNITS).columns(List.of(
            number("land", "用地面积", "亩", Optional.of(ZERO), ""),
            number("tax", "税收", "万元", Optional.empty(), ""),
            number("growth", "增长率", "%", Optional.empty(), "0"),
            column("sector", "行业", Symbol.Kind.TEXT, List.of(), "未分类"),
            column("scale", "规模", Symbol.Kind.TEXT, List.of("大", "小"), "小"),
            column("opened", "投产日期", Symbol.Kind.DAY, List.of(), "2000-01-01"),
            column("big", "规上", Symbol.Kind.FLAG, List.of(), "否"))).build();

    private Enterprises() {}

    static Column number(String id, String title, String unit, Optional<BigDecimal> least, String otherwise) {
        return new Column(id, title, Symbol.Kind.NUMBER, unit.isEmpty() ? Unit.NONE : UNITS.get(unit), 2, least,
                Optional.empty(), List.of(), otherwise, Cite.NONE);
    }

    static Column column(String id, String title, Symbol.Kind kind, List<String> values, String otherwise) {
        return new Column(id, title, kind, Unit.NONE, 0, Optional.empty(), Optional.empty(), values, otherwise,
                Cite.NONE);
    }

    /** A rule with these columns alone. */
    static EvaluationRule rule(Column... columns) {
        return EvaluationRule.builder("demo").units(UNITS).columns(List.of(columns)).build();
    }

    /** A rule that reads nothing but the land, in 亩. */
    static EvaluationRule land() {
        return rule(number("land", "用地面积", "亩", Optional.of(ZERO), ""));
    }

    /** What is read of one cell under a header. */
    static WithProblems<Roll> cell(Column column, String header, String cell) {
        return RollFile.parse(CsvOut.write(List.of("id", header), List.of(List.of("A", cell))), "t.csv", rule(column));
    }

    static @Nullable Rational number(WithProblems<Roll> read, String column, int row) {
        return read.value().number(column).orElseThrow().value(row);
    }

    static void assertNumber(String expected, WithProblems<Roll> read, String column, int row) {
        assertEquals(Rational.parse(expected), number(read, column, row), () -> read.problems().toString());
    }

    static List<String> codes(WithProblems<Roll> read) {
        return read.problems().stream().map(Problem::code).toList();
    }

    /** The only problem, which names all of these words. */
    static Problem only(WithProblems<Roll> read, String... words) {
        assertEquals(1, read.problems().size(), () -> read.problems().toString());
        Problem problem = read.problems().get(0);
        for (String word : words) {
            assertTrue(problem.toString().contains(word), () -> "'" + word + "' is not named in: " + problem);
        }
        return problem;
    }
}
