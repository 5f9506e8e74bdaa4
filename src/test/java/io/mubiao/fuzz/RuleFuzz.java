package io.mubiao.fuzz;

import io.mubiao.Mubiao;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.rule.Parameter;
import io.mubiao.value.Unit;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A rule of land efficiency: refused with problems, or read, linted, and a few enterprises evaluated and explained by it. */
final class RuleFuzz implements FuzzTarget {
    private static final int ROWS = 9;
    private static final List<String> NUMBERS = List.of("12", "0", "7.25", "", "100", "12", "3", "0.5", "33.3", "1000", "1");
    private static final List<String> DAYS = List.of("2012-03-04", "2024-02-29", "", "2023-12-31", "1999-01-01");
    private static final List<String> TEXTS = List.of("甲", "06", "", "A", "甲");
    private final Scratch scratch = Scratch.of("rule");

    @Override
    public String name() {
        return "rule";
    }

    @Override
    public List<byte[]> corpus() throws IOException {
        return Scratch.seeds("seeds/rules", ".yaml");
    }

    @Override
    public void take(byte[] input) throws IOException {
        try {
            EvaluationRule rule = closed(RuleFile.read(scratch.tree(input)));
            Mubiao.lint(rule);
            RollFuzz.evaluate(rule, roll(rule));
        } catch (InvalidDefinitionException e) {
            RegisterFuzz.assertReasons(e);
        }
    }

    /** The rule with numbers for its open parameters, the least that fit, or one. */
    private static EvaluationRule closed(EvaluationRule rule) {
        EvaluationRule closed = rule;
        for (Parameter open : rule.openParameters()) {
            closed = closed.with(open.id(), number(open));
        }
        return closed;
    }

    private static String number(Parameter open) {
        return open.least().map(Object::toString)
                .orElse(open.unit().equals(Unit.NONE) ? "1" : "1 " + open.unit());
    }

    /** Enterprises with ordinary, equal, zero and missing values in every column. */
    private static Roll roll(EvaluationRule rule) {
        Roll.Builder roll = Roll.builder(rule);
        for (int row = 0; row < ROWS; row++) {
            Map<String, String> values = new HashMap<>();
            int column = 0;
            for (Column each : rule.columns()) {
                values.put(each.id(), text(each, row * 3 + column++ * 5));
            }
            try {
                roll.add("E" + row, values);
            } catch (IllegalArgumentException e) {
                // The rule may allow none of these values: then there are fewer enterprises.
                TextFuzz.assertNotBlank(e);
            }
        }
        return roll.build();
    }

    private static String text(Column column, int at) {
        return switch (column.kind()) {
            case NUMBER -> NUMBERS.get(at % NUMBERS.size());
            case DAY -> DAYS.get(at % DAYS.size());
            case FLAG -> at % 4 == 0 ? "" : at % 4 == 1 ? "是" : "否";
            case TEXT -> column.values().isEmpty() ? TEXTS.get(at % TEXTS.size())
                    : column.values().get(at % column.values().size());
        };
    }
}
