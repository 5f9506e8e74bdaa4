package io.mubiao.io.roll;

import io.mubiao.io.internal.table.CellText;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the rows that go on with the headers as statistical tables have them: the numbers of the columns (甲 乙 1 2 3, 栏次 1 2, (1)
 * (2) (3)=(1)÷(2)), the units, the headers again.
 */
final class HeadRows {
    enum Kind { NONE, NUMBERS, UNITS, OTHER_UNITS, HEADERS, OTHER_HEADERS }

    /** Below the headers so many rows may hold what is an enterprise elsewhere. */
    static final int FIRST = 3;

    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final Pattern WORD = Pattern.compile("栏次|栏号|列次|列号|序号|编号|行次|代码");
    private static final Pattern UNIT_WORD = Pattern.compile("(计量)?单位");
    private static final Pattern EMPTY = Pattern.compile("[-—–/×*]*");
    private static final Pattern NUMBER = Pattern.compile("(\\(|\\[)?([0-9]{1,3})(\\)|\\]|\\.)?(=.*)?");
    private static final int FEWEST = 4;

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
        if (areNumbers(keys, isFirst)) {
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

    /** Labels that count up, each kind from its beginning; figures alone must be many and stand at the top. */
    private boolean areNumbers(List<String> keys, boolean isFirst) {
        int stem = 0;
        int letter = 0;
        int number = 0;
        int labels = 0;
        boolean certain = false;
        for (String key : keys.stream().filter(it -> !EMPTY.matcher(it).matches()).toList()) {
            Matcher digits = NUMBER.matcher(key);
            String lower = key.toLowerCase(java.util.Locale.ROOT);
            if (WORD.matcher(key).matches() && labels == 0) {
                certain = true;
            } else if (key.length() == 1 && stem < STEMS.length() && STEMS.charAt(stem) == key.charAt(0)) {
                stem++;
                labels++;
            } else if (digits.matches() && Integer.parseInt(digits.group(2)) == number + 1) {
                number++;
                labels++;
                certain |= digits.group(1) != null || digits.group(4) != null;
            } else if (lower.length() == 1 && letter < LETTERS.length() && LETTERS.charAt(letter) == lower.charAt(0)) {
                letter++;
                labels++;
            } else {
                return false;
            }
        }
        int kinds = (stem > 0 ? 1 : 0) + (letter > 0 ? 1 : 0) + (number > 0 ? 1 : 0);
        boolean mixed = labels >= FEWEST && (kinds > 1 || number == 0);
        return labels >= 2 && (certain || mixed || (isFirst && labels >= FEWEST && labels == keys.size()));
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
