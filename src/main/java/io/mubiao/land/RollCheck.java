package io.mubiao.land;

import io.mubiao.formula.Symbol;
import io.mubiao.land.internal.CellValue;
import io.mubiao.problem.Problems;
import io.mubiao.text.internal.Spelling;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Collects what columns of a roll must hold and do not; gives up after as many problems as the budget allows. */
final class RollCheck {
    private static final String ROLL = "the roll";

    private final Problems problems = new Problems();
    private final int most = Checkpoint.budget().problems();
    private int found;

    /** @throws io.mubiao.problem.InvalidDefinitionException listing all that was found, if anything was */
    void refuse() {
        problems.refuse(ROLL);
    }

    private void error(String code, String path, String message) {
        problems.error(code, path, message);
        if (++found >= most) {
            problems.error("TOO_MANY_PROBLEMS", "", "gave up after " + most + " problems");
            problems.refuse(ROLL);
        }
    }

    RollCheck ids(int size, IntFunction<String> ids) {
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < size; row++) {
            String id = ids.apply(row);
            id(id, row, !seen.add(id));
        }
        return this;
    }

    void id(String id, int row, boolean again) {
        if (id.isBlank()) {
            error("NO_ID", "", "row " + row + ": an enterprise needs an id");
        } else if (again) {
            error("DUPLICATE", id, "enterprise '" + id + "' is there twice");
        }
    }

    /** The definition of a column; what stands at the path has no such column if there is none. */
    Optional<Column> column(Map<String, Column> columns, String name, String path) {
        Optional<Column> definition = Optional.ofNullable(columns.get(name));
        if (definition.isEmpty()) {
            error("UNKNOWN_NAME", path, "unknown column '" + name + "'" + Spelling.hint(name, columns.keySet()) + "; the rule has "
                    + columns.keySet() + "");
        }
        return definition;
    }

    RollCheck columns(Roll roll, Map<String, NumberColumn> numbers, Map<String, TextColumn> texts) {
        numbers.forEach((name, column) -> column(roll.definitions(), name, "")
                .filter(it -> isAsDefined(it, it.kind() != Symbol.Kind.TEXT, "numbers", column.size(), roll.size()))
                .ifPresent(it -> values(roll, it, column)));
        texts.forEach((name, column) -> column(roll.definitions(), name, "")
                .filter(it -> isAsDefined(it, it.kind() == Symbol.Kind.TEXT, "texts", column.size(), roll.size()))
                .ifPresent(it -> values(roll, it, column)));
        return this;
    }

    private boolean isAsDefined(Column definition, boolean isOfKind, String found, int size, int expected) {
        if (!isOfKind) {
            error("BAD_VALUE", definition.id(), "column '" + definition.header() + "' is a " + definition.kind() + ": found " + found);
        }
        boolean isOfSize = isOfSize(definition.id(), size, expected);
        return isOfKind && isOfSize;
    }

    boolean isOfSize(String name, int size, int expected) {
        if (size != expected) {
            error("BAD_VALUE", name, "column '" + name + "' has " + size + " rows, expected " + expected);
        }
        return size == expected;
    }

    /** Whether a column of a roll is what a rule means by it. */
    boolean isSameKind(Column here, Column there) {
        boolean isSame = here.kind() == there.kind() && here.unit().equals(there.unit());
        if (!isSame) {
            error("BAD_VALUE", there.id(), "column '" + there.id() + "' of the roll is '" + here.header() + "', of the rule '"
                    + there.header() + "'");
        }
        return isSame;
    }

    /** A value of an enterprise, read. */
    Optional<Object> value(Column definition, String id, Object value) {
        try {
            return Optional.of(CellValue.value(definition, value instanceof String text ? text.strip() : value));
        } catch (IllegalArgumentException e) {
            problems.error("BAD_VALUE", id + "." + definition.id(), e);
            return Optional.empty();
        }
    }

    RollCheck values(Roll roll, Column definition, NumberColumn column) {
        for (int row = firstBad(definition, column, 0); row >= 0; row = firstBad(definition, column, row + 1)) {
            bad(definition, roll.id(row), String.valueOf(column.value(row)));
        }
        return this;
    }

    private static int firstBad(Column definition, NumberColumn column, int from) {
        return switch (definition.kind()) {
            case FLAG -> column.firstOutside(from, Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.ONE), true);
            case DAY -> column.firstOutside(from, Optional.empty(), Optional.empty(), true);
            default -> column.firstOutside(from, definition.least(), definition.most(), false);
        };
    }

    RollCheck values(Roll roll, Column definition, TextColumn column) {
        if (!definition.values().isEmpty() && !definition.values().containsAll(column.texts())) {
            for (int row = 0; row < column.size(); row++) {
                String text = column.text(row);
                if (text != null && !definition.values().contains(text)) {
                    bad(definition, roll.id(row), text);
                }
            }
        }
        return this;
    }

    private void bad(Column definition, String id, String found) {
        String expected = switch (definition.kind()) {
            case FLAG -> "1 (是) or 0 (否)";
            case DAY -> "whole days since 1970-01-01";
            case TEXT -> "one of " + definition.values() + Spelling.hint(found, definition.values());
            case NUMBER -> limit("at least ", definition.least()) + (definition.least().isPresent() && definition.most().isPresent()
                    ? " and " : "") + limit("at most ", definition.most());
        };
        error("BAD_VALUE", id + "." + definition.id(), "column '" + definition.header() + "' of enterprise '" + id + "': found "
                + found + ", expected " + expected);
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
