package io.mubiao.land;

import io.mubiao.formula.Symbol;
import io.mubiao.text.Spelling;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Says what a column of a roll must hold, and what it holds instead. */
final class RollCheck {
    private RollCheck() {}

    static Column column(Map<String, Column> columns, String name, boolean texts) {
        Column definition = columns.get(name);
        if (definition == null) {
            throw unknown(name, columns);
        }
        if (texts != (definition.kind() == Symbol.Kind.TEXT)) {
            throw new IllegalArgumentException("column '" + definition.header() + "' is a " + definition.kind() + ": found "
                    + (texts ? "texts" : "numbers"));
        }
        return definition;
    }

    static IllegalArgumentException unknown(String name, Map<String, Column> columns) {
        return new IllegalArgumentException("unknown column '" + name + "'" + Spelling.hint(name, columns.keySet()) + "; the rule has "
                + columns.keySet() + " (办法没有这一列)");
    }

    static void size(String name, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException("column '" + name + "' has " + found + " rows, expected " + expected);
        }
    }

    static int firstBad(Column definition, NumberColumn column) {
        return switch (definition.kind()) {
            case FLAG -> column.firstOutside(Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.ONE), true);
            case DAY -> column.firstOutside(Optional.empty(), Optional.empty(), true);
            default -> column.firstOutside(definition.least(), definition.most(), false);
        };
    }

    static int firstBad(Column definition, TextColumn column) {
        if (definition.values().isEmpty() || definition.values().containsAll(column.texts())) {
            return -1;
        }
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            if (text != null && !definition.values().contains(text)) {
                return row;
            }
        }
        return -1;
    }

    static IllegalArgumentException bad(Column definition, String id, String found) {
        String expected = switch (definition.kind()) {
            case FLAG -> "1 (是) or 0 (否)";
            case DAY -> "whole days since 1970-01-01";
            case TEXT -> "one of " + definition.values() + Spelling.hint(found, definition.values());
            case NUMBER -> limit("at least ", definition.least()) + (definition.least().isPresent() && definition.most().isPresent()
                    ? " and " : "") + limit("at most ", definition.most());
        };
        return new IllegalArgumentException("column '" + definition.header() + "' of enterprise '" + id + "': found " + found
                + ", expected " + expected);
    }

    private static String limit(String words, Optional<BigDecimal> limit) {
        return limit.map(it -> words + it.toPlainString()).orElse("");
    }

    /** Whether whatever fits one column fits another. */
    static boolean isAlike(Column here, Column there) {
        return here.kind() == there.kind() && here.unit().equals(there.unit())
                && here.least().equals(there.least()) && here.most().equals(there.most()) && here.values().equals(there.values());
    }
}
