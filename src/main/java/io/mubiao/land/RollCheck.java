package io.mubiao.land;

import io.mubiao.formula.Symbol;
import io.mubiao.land.internal.CellValue;
import io.mubiao.land.internal.EnterpriseId;
import io.mubiao.problem.Problems;
import io.mubiao.text.internal.CellWords;
import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.Spelling;
import io.mubiao.text.internal.TypedText;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Collects what columns of a roll must hold and do not; gives up after as many problems as the budget allows. */
final class RollCheck {
    private static final String ROLL = "the roll";
    /** From so many on, ids are written so on purpose. */
    private static final int MOST_ODD = 100_000;

    private final Problems problems = new Problems();
    private final int most = Checkpoint.budget().problems();
    private final Map<String, String> odd = new HashMap<>();
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

    /** Ids and names of columns, which are taken as they are. */
    RollCheck ids(int size, IntFunction<String> ids, IntFunction<@Nullable String> names) {
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < size; row++) {
            String id = ids.apply(row);
            String kept = EnterpriseId.kept(id);
            if (!id.isBlank() && !kept.equals(id)) {
                error("BAD_VALUE", id, "row " + row + ": found the id " + shown(id) + ", expected '" + Characters.shown(kept) + "'");
            }
            String name = names.apply(row);
            id(kept, name == null ? "" : name, row, seen);
            seen.add(kept);
        }
        return this;
    }

    /** An id as it is kept, and a name; neither may be those of a sheet's other rows. */
    void id(String id, String name, int row, Set<String> before) {
        if (CellWords.isMissing(id)) {
            error("NO_ID", "", "row " + row + ": an enterprise needs an id");
        } else if (before.contains(id)) {
            error("DUPLICATE", id, "enterprise '" + id + "' is there twice");
        } else if (id.codePoints().anyMatch(Characters::isControl)) {
            error("HIDDEN_CHARACTER", id, "row " + row + ": found the id " + shown(id) + ", expected one without");
        } else if (EnterpriseId.isScientific(id)) {
            error("SCIENTIFIC", id, "row " + row + ": found '" + id + "', expected an id; a spreadsheet has taken it for a number and lost its last digits");
        } else if (EnterpriseId.isOfSheet(id, name)) {
            error("TOTALS_ROW", id, name.isEmpty() ? "row " + row + ": '" + id + "' says that it sums up others or is a note, which is no enterprise; leave it out"
                    : "row " + row + ": '" + id + "' ('" + name + "') says that it sums up others or is a note, which is no enterprise; leave it out");
        } else {
            near(id, before).ifPresent(other -> error("NEAR_ID", id, "'" + id + "' and '" + other
                    + "' look like one enterprise; write both alike, and each enterprise once"));
        }
    }

    private Optional<String> near(String id, Set<String> before) {
        if (odd.size() >= MOST_ODD || !EnterpriseId.isOdd(id)) {
            return odd.isEmpty() ? Optional.empty() : Optional.ofNullable(odd.get(id));
        }
        String key = EnterpriseId.near(id);
        String other = odd.putIfAbsent(key, id);
        return other != null ? Optional.of(other) : Optional.of(key).filter(before::contains).filter(it -> !it.equals(id));
    }

    private static String shown(String id) {
        return "'" + Characters.shown(id) + "'" + (Characters.hasHidden(id) ? " with the invisible " + Characters.hidden(id) : "");
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
            return Optional.of(CellValue.value(definition, value instanceof String text ? cell(text) : value));
        } catch (IllegalArgumentException e) {
            problems.error("BAD_VALUE", id + "." + definition.id(), e);
            return Optional.empty();
        }
    }

    /** A text as a cell of a file has it. */
    static String cell(String text) {
        return TypedText.stripped(CellWords.withoutMark(text));
    }

    /** Whether a text says, as a cell of a file does, that there is nothing to say. */
    static boolean isMissing(Column definition, String text) {
        String cell = cell(text);
        return CellWords.isMissing(cell) && !definition.values().contains(cell);
    }

    /** One row of a roll that is named from outside. */
    static void row(int row, int size) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException("there is no row " + row + "; the roll has " + size + " rows, counted from 0");
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
            case DAY -> column.firstOther(from, CellValue.FIRST_DAY, CellValue.LAST_DAY, CellValue.NO_DAY);
            default -> column.firstOutside(from, definition.least(), definition.most(), false);
        };
    }

    RollCheck values(Roll roll, Column definition, TextColumn column) {
        if (column.texts().stream().anyMatch(RollCheck::isUnkept)) {
            for (int row = 0; row < column.size(); row++) {
                String text = column.text(row);
                if (text != null && isUnkept(text)) {
                    String kept = TypedText.stripped(text);
                    error("BAD_VALUE", roll.id(row) + "." + definition.id(), "column '" + definition.header() + "' of enterprise '" + roll.id(row)
                            + "': found " + shown(text) + ", expected " + (kept.isEmpty() ? "null where there is no text" : "'" + Characters.shown(kept) + "'"));
                }
            }
        }
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

    /** Whether it has blanks around it, or nothing else. */
    private static boolean isUnkept(String text) {
        return text.isEmpty() || isNothing(text.codePointAt(0)) || isNothing(text.codePointBefore(text.length()));
    }

    private static boolean isNothing(int character) {
        return Characters.isBlank(character) || Characters.isInvisible(character);
    }

    private void bad(Column definition, String id, String found) {
        String expected = switch (definition.kind()) {
            case FLAG -> "1 (是) or 0 (否)";
            case DAY -> "whole days since 1970-01-01, from " + CellValue.FIRST_YEAR + " to " + CellValue.LAST_YEAR;
            case TEXT -> "one of " + definition.values() + Spelling.hint(found, definition.values());
            case NUMBER -> limit("at least ", definition.least()) + (definition.least().isPresent() && definition.most().isPresent()
                    ? " and " : "") + limit("at most ", definition.most());
        };
        error("BAD_VALUE", id + "." + definition.id(), "column '" + definition.header() + "' of enterprise '" + id + "': found "
                + Characters.shown(found) + ", expected " + expected);
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
