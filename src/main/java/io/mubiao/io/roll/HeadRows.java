package io.mubiao.io.roll;

import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.ColumnNumbers;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells the rows that go on with the headers as statistical tables have them: the numbers of the columns (甲 乙 1 2 3, 栏次 1 2, (1)
 * (2) (3)=(1)÷(2)), the units, the headers again.
 */
final class HeadRows {
    enum Kind { NONE, NUMBERS, UNITS, OTHER_UNITS, HEADERS, OTHER_HEADERS }

    /** Below the headers so many rows may hold what is an enterprise elsewhere. */
    static final int FIRST = 3;

    private static final Pattern UNIT_WORD = Pattern.compile("(计量)?单位");
    private static final Pattern EMPTY = Pattern.compile("[-—–/×*]*");

    private final RollHeader header;
    private final Units units;

    HeadRows(RollHeader header, Units units) {
        this.header = header;
        this.units = units;
    }

    /** @param isFirst whether the row is among the {@link #FIRST} below the headers */
    Kind kind(List<String> cells, boolean isFirst) {
        List<String> keys = cells.stream().map(CellText::key).toList();
        if (isHeaders(keys)) {
            return Kind.HEADERS;
        }
        if (areOtherHeaders(keys)) {
            return Kind.OTHER_HEADERS;
        }
        if (ColumnNumbers.are(keys, isFirst)) {
            return Kind.NUMBERS;
        }
        return isFirst ? units(keys) : Kind.NONE;
    }

    private boolean isHeaders(List<String> keys) {
        long same = 0;
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).isEmpty() && !header.isHeader(i, keys.get(i))) {
                return false;
            }
            same += keys.get(i).isEmpty() ? 0 : 1;
        }
        return same >= 2;
    }

    /** Headers of the table in other places: another table begins. */
    private boolean areOtherHeaders(List<String> keys) {
        long filled = keys.stream().filter(it -> !it.isEmpty()).count();
        long known = keys.stream().filter(header::isHeader).distinct().count();
        return known >= 2 && known * 2 > filled;
    }

    private Kind units(List<String> keys) {
        List<Boolean> same = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i).replaceAll("^\\((.*)\\)$", "$1");
            Optional<Unit> unit = key.isEmpty() ? Optional.empty() : CellText.unit(key, units);
            boolean beside = i == header.id() || i == header.name();
            if (beside ? !EMPTY.matcher(key).matches() && !UNIT_WORD.matcher(key).matches() : !EMPTY.matcher(key).matches() && unit.isEmpty()) {
                return Kind.NONE;
            }
            int cell = i;
            unit.ifPresent(it -> header.found().stream().filter(column -> column.cell() == cell).forEach(column -> same.add(column.isIn(it))));
        }
        return same.isEmpty() ? Kind.NONE : same.contains(false) ? Kind.OTHER_UNITS : Kind.UNITS;
    }
}
