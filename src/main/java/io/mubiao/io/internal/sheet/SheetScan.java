package io.mubiao.io.internal.sheet;

import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Looks once through the markup of a part of a workbook before the library reads it: how large it is unzipped, which cells
 * are merged (a sheet tells it behind its rows), and whether it would make the library go astray. Not thread-safe.
 */
final class SheetScan {
    /** A part that is not read. */
    static final class Refused extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        final String code;

        Refused(String code, String message) {
            super(message);
            this.code = code;
        }
    }

    /** Cells that are one: rows and cells from 1, both ends included. */
    record Merged(int firstRow, int firstCell, int lastRow, int lastCell) {}

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_TAG = 1 << 14;
    private static final int MOST_MERGED = 1 << 18;
    private static final int LAST_CELL = 16_384;
    private static final int LAST_ROW = 1_048_576;
    private static final String PLACE = "[1-9][0-9]{0,4}";

    private final long most;
    private final int longestText;
    private final int strings;
    private final List<Merged> merged = new ArrayList<>();
    private final StringBuilder index = new StringBuilder();
    private final byte[] tag = new byte[LONGEST_TAG];
    private long size;
    private int length;
    private int run;
    private boolean inTag;
    private boolean isShared;
    private boolean inValue;
    private boolean unnumbered;
    private boolean isText;
    private boolean isFormula;
    private boolean unworked;
    private final BitSet hiddenCells = new BitSet();
    private int items;
    private boolean rooted;
    private long dayCell;

    /**
     * @param most how large the part may be, unzipped
     * @param longestText the longest text between two tags, in bytes
     * @param strings how many shared texts the workbook has
     */
    SheetScan(long most, int longestText, int strings) {
        this.most = most;
        this.longestText = longestText;
        this.strings = strings;
    }

    /** How large the part is, unzipped. */
    long size() {
        return size;
    }

    /** How many shared texts the part has. */
    int items() {
        return items;
    }

    List<Merged> merged() {
        return merged;
    }

    /** Whether a row does not say which it is. */
    boolean isUnnumbered() {
        return unnumbered;
    }

    /** Whether a formula has an empty value though it is none of a text: no spreadsheet has worked it out. */
    boolean isUnworked() {
        return unworked;
    }

    /**
     * The first cell that holds a day as ISO 8601 has it, which the library does not read: its row and, in the lower half, its number; 0
     * if none does.
     */
    long dayCell() {
        return dayCell;
    }

    /** The columns that the sheet hides, from 0. */
    BitSet hiddenCells() {
        return hiddenCells;
    }

    void read(InputStream part) throws IOException {
        byte[] buffer = new byte[BUFFER];
        boolean starts = true;
        for (int count = part.read(buffer); count >= 0; count = part.read(buffer)) {
            Checkpoint.pass();
            size += count;
            if (size > most) {
                throw new Refused("TOO_LARGE", "a part of the workbook has more than " + most
                        + " bytes when it is unzipped; expected at most that many");
            }
            if (starts && count > 1 && (buffer[0] == 0 || buffer[1] == 0 || (buffer[0] & buffer[1] & 0xFE) == 0xFE)) {
                throw new Refused("NO_WORKBOOK", "the parts of the workbook are written in UTF-16, which is not read; open it in a spreadsheet and"
                        + " save it as .xlsx");
            }
            starts = false;
            for (int i = 0; i < count; i++) {
                take(buffer[i]);
            }
        }
        if (inTag || !rooted) {
            throw damaged("a part of it ends in the middle");
        }
    }

    private static Refused damaged(String how) {
        return new Refused("DAMAGED", "the workbook is damaged: " + how);
    }

    private void take(byte c) throws Refused {
        if (inTag) {
            if (c == '>') {
                int text = run;
                inTag = false;
                run = 0;
                tag(text);
            } else if (length == LONGEST_TAG) {
                throw damaged("a tag of more than " + LONGEST_TAG + " bytes");
            } else {
                tag[length++] = c;
            }
        } else if (c == '<') {
            inTag = true;
            length = 0;
        } else if (c == 0) {
            throw damaged("it is not written in UTF-8");
        } else if (++run > longestText) {
            throw new Refused("TOO_LONG", "a text of the workbook has more than " + longestText + " bytes; expected at most that many");
        } else if (inValue && isShared) {
            digit(c);
        }
    }

    private void digit(byte c) throws Refused {
        index.append((char) c);
        if (c < '0' || c > '9' || index.length() > 9) {
            throw damaged("a cell names no shared text");
        }
    }

    /** @param text how long the text before the tag is */
    private void tag(int text) throws Refused {
        boolean closes = tag[0] == '/';
        int from = closes ? 1 : 0;
        int end = from;
        while (end < length && tag[end] > ' ' && tag[end] != '/') {
            if (tag[end] == ':') {
                from = end + 1;
            }
            end++;
        }
        rooted |= !closes && tag[0] != '?' && tag[0] != '!';
        int name = end - from;
        if (name == 1 && tag[from] == 'c') {
            cell(closes, end);
        } else if (name == 1 && tag[from] == 'v') {
            value(closes, text);
        } else if (name == 1 && tag[from] == 'f') {
            isFormula = true;
        } else if (name == 2 && tag[from] == 's' && tag[from + 1] == 'i') {
            items += closes ? 0 : 1;
        } else if (!closes && name == 3 && tag[from] == 'r' && tag[from + 1] == 'o' && tag[from + 2] == 'w') {
            unnumbered |= attribute("r", end).isEmpty();
        } else if (!closes && name == 3 && new String(tag, from, name, StandardCharsets.UTF_8).equals("col")) {
            column(end);
        } else if (!closes && name == 9 && new String(tag, from, name, StandardCharsets.UTF_8).equals("mergeCell")) {
            merged(attribute("ref", end));
        }
    }

    private void cell(boolean closes, int end) throws Refused {
        inValue = false;
        if (!closes) {
            String kind = attribute("t", end);
            isShared = kind.equals("s");
            isText = kind.equals("str");
            isFormula = false;
            String cell = attribute("r", end);
            long place = cell.isEmpty() ? 0 : place(cell);
            if (dayCell == 0 && kind.equals("d")) {
                dayCell = place;
            }
        }
    }

    private void value(boolean closes, int text) throws Refused {
        boolean isEmpty = closes ? text == 0 : tag[length - 1] == '/';
        unworked |= isEmpty && isFormula && !isText;
        if (closes && isShared && index.length() > 0 && Integer.parseInt(index.toString()) >= strings) {
            throw damaged("a cell names shared text " + index + " of " + strings);
        }
        inValue = !closes && tag[length - 1] != '/';
        index.setLength(0);
    }

    private void column(int end) throws Refused {
        String first = attribute("min", end);
        String last = attribute("max", end);
        if (attribute("hidden", end).matches("1|true") && first.matches(PLACE) && last.matches(PLACE)) {
            hiddenCells.set(Integer.parseInt(first) - 1, Math.max(Integer.parseInt(first), Math.min(Integer.parseInt(last), LAST_CELL)));
        }
    }

    /** The value of an attribute; empty if it is not there. */
    private String attribute(String name, int from) throws Refused {
        int at = from;
        while (at < length) {
            while (at < length && (tag[at] <= ' ' || tag[at] == '/')) {
                at++;
            }
            int start = at;
            while (at < length && tag[at] != '=' && tag[at] > ' ') {
                at++;
            }
            boolean asked = at - start == name.length() && isName(name, start);
            while (at < length && tag[at] != '"' && tag[at] != '\'') {
                at++;
            }
            int open = at++;
            while (at < length && tag[at] != tag[open]) {
                at++;
            }
            if (asked && at < length) {
                String value = new String(tag, open + 1, at - open - 1, StandardCharsets.UTF_8);
                if (value.indexOf('&') >= 0) {
                    throw damaged("found '" + value + "' for a place or kind of a cell");
                }
                return value;
            }
            at++;
        }
        return "";
    }

    private boolean isName(String name, int from) {
        for (int i = 0; i < name.length(); i++) {
            if (tag[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void merged(String range) throws Refused {
        int colon = range.indexOf(':');
        if (colon < 0) {
            return;
        }
        long first = place(range.substring(0, colon));
        long last = place(range.substring(colon + 1));
        merged.add(new Merged((int) (first >> 32), (int) first, (int) (last >> 32), (int) last));
        if (merged.size() > MOST_MERGED) {
            throw new Refused("TOO_LARGE", "more than " + MOST_MERGED + " merged cells; expected at most that many");
        }
    }

    /** Row and cell of a name such as AB12, both from 1. */
    private static long place(String name) throws Refused {
        int cell = 0;
        int at = 0;
        while (at < name.length() && name.charAt(at) >= 'A' && name.charAt(at) <= 'Z' && cell <= LAST_CELL) {
            cell = cell * 26 + name.charAt(at++) - 'A' + 1;
        }
        int row = 0;
        while (at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9' && row <= LAST_ROW) {
            row = row * 10 + name.charAt(at++) - '0';
        }
        if (at < name.length() || cell < 1 || cell > LAST_CELL || row < 1 || row > LAST_ROW) {
            throw damaged("'" + name + "' is no cell of a sheet");
        }
        return (long) row << 32 | cell;
    }
}
