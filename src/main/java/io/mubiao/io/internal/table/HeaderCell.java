package io.mubiao.io.internal.table;

import java.util.Set;
import java.util.regex.Pattern;

/** A header: 用地面积(亩) is the base 用地面积 and the unit 亩. Immutable. */
public final class HeaderCell {
    private static final Pattern UNIT = Pattern.compile("^单位\\s*[:：]");
    private static final int SHOWN = 60;

    private final String text;
    private final int index;
    private final String key;
    private final String base;
    private final String unit;

    public HeaderCell(String cell, int index) {
        String whole = CellText.strip(cell);
        text = whole.length() <= SHOWN ? whole : whole.substring(0, SHOWN) + "…";
        this.index = index;
        key = CellText.key(whole);
        String plain = whole.replace('（', '(').replace('）', ')').replace('[', '(').replace(']', ')')
                .replace('【', '(').replace('】', ')');
        int open = plain.endsWith(")") ? plain.lastIndexOf('(') : -1;
        base = open < 0 ? key : CellText.key(plain.substring(0, open));
        unit = open < 0 ? "" : CellText.strip(
                UNIT.matcher(CellText.strip(plain.substring(open + 1, plain.length() - 1))).replaceFirst(""));
    }

    /** For messages: as in the file, if it is not too long. */
    public String text() {
        return text;
    }

    /** Where it stands, from 0. */
    public int index() {
        return index;
    }

    /** Without what stands in parentheses at the end, as {@link CellText#key}. */
    public String base() {
        return base;
    }

    /** What stands in parentheses at the end; empty if nothing does. */
    public String unit() {
        return unit;
    }

    /** Whether it is one of these, all of it. */
    public boolean isNamed(Set<String> keys) {
        return keys.contains(key);
    }
}
