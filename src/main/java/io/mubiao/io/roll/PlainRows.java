package io.mubiao.io.roll;

import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.FileEncoding;
import io.mubiao.io.internal.table.ByteLines;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.CsvRows;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.land.NameColumn;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.internal.CreditCode;
import io.mubiao.text.internal.CellWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a block about which there is certainly nothing to say, and puts aside the cells and rows about which
 * there may be. What it reads is what {@link RollRows} would read. Not thread-safe.
 */
final class PlainRows {
    private static final int IGNORED = -1;
    private static final int ID = -2;
    private static final int NAME = -3;
    private static final long CAREFUL = Long.MIN_VALUE + 1;
    private static final int MOST_PLACES = 18;

    private final RollHeader header;
    private final int longest;
    private final boolean isTried;
    private final int[] roles;
    private final boolean usable;
    private final List<PlainNumber> numbers = new ArrayList<>();
    private final List<CellMemo> memos = new ArrayList<>();
    private final boolean[] isNumber;
    private final boolean[] days;
    private final long[] otherwise;
    private final byte[] otherwisePlaces;
    private final List<List<String>> texts;
    private final NoticedSpot noticed = new NoticedSpot();
    private final RollBlock block;

    private byte[] bytes = new byte[0];
    private boolean figures;
    private boolean doubt;

    /** @param isTried whether the bytes are UTF-8 for certain; else that is found out */
    PlainRows(RollHeader header, int longest, boolean isTried) {
        this.header = header;
        this.longest = longest;
        this.isTried = isTried;
        List<ColumnCells> found = header.found();
        block = new RollBlock(found.size());
        texts = block.texts;
        roles = new int[header.width()];
        java.util.Arrays.fill(roles, IGNORED);
        boolean single = header.id() >= 0 && header.id() != header.name();
        isNumber = new boolean[found.size()];
        days = new boolean[found.size()];
        otherwise = new long[found.size()];
        otherwisePlaces = new byte[found.size()];
        for (int k = 0; k < found.size(); k++) {
            single &= roles[found.get(k).cell()] == IGNORED && found.get(k).cell() != header.id()
                    && found.get(k).cell() != header.name();
            roles[found.get(k).cell()] = k;
            isNumber[k] = found.get(k).column().kind() == Symbol.Kind.NUMBER;
            days[k] = found.get(k).column().kind() == Symbol.Kind.DAY && longest >= PlainDay.LENGTH;
            numbers.add(new PlainNumber(found.get(k)));
            memos.add(new CellMemo());
            single &= setOtherwise(k, RollColumns.otherwise(found.get(k).column()));
        }
        if (single) {
            roles[header.id()] = ID;
        }
        if (single && header.name() >= 0) {
            roles[header.name()] = NAME;
        }
        usable = single;
    }

    private boolean setOtherwise(int k, @Nullable Object value) {
        otherwise[k] = NumberColumn.MISSING;
        if (value == null) {
            return true;
        }
        BigDecimal number = value instanceof String text ? BigDecimal.valueOf(text(k, text)) : RollColumns.number(value);
        return number != null && number(number, otherwise, otherwisePlaces, k);
    }

    /** The block to be filled and read; always the same. */
    RollBlock block() {
        return block;
    }

    /**
     * Reads the block.
     *
     * @throws CharacterCodingException if it was not tried and is not UTF-8
     */
    void read() throws CharacterCodingException {
        bytes = block.bytes;
        block.clear();
        int at = 0;
        while (at < block.end && block.unfinished == block.end) {
            int next = usable ? row(at) : -1;
            if (next < 0) {
                next = careful(at);
                tryOut(at, next);
            }
            at = next;
        }
    }

    /** Other bytes are ASCII, or known Han characters, or as some that were tried out. */
    private void tryOut(int from, int to) throws CharacterCodingException {
        if (!isTried && !FileEncoding.isUtf8(bytes, from, to)) {
            throw new CharacterCodingException();
        }
    }

    private int careful(int at) {
        ByteLines lines = new ByteLines(bytes, at, block.end, block.lines);
        try {
            TableRow row = new CsvRows(lines, longest).next();
            if (row == null) {
                block.lines = lines.number();
                return block.end;
            }
            if (lines.ranOut() && !block.last) {
                block.lines = row.line() - 1;
                block.unfinished = lines.start(row.line());
                return block.unfinished;
            }
            block.careful.add(new RollBlock.Careful(block.rows, row));
            block.lines = lines.number();
            return lines.at();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a plain row; the place behind it, or -1 if it is none. */
    private int row(int from) throws CharacterCodingException {
        int at = from;
        block.grow();
        figures = header.found().isEmpty();
        doubt = false;
        int told = block.cells.size();
        if (header.name() < 0) {
            block.nameFrom[block.rows] = from;
            block.nameTo[block.rows] = from;
        }
        for (int cell = 0; cell < roles.length; cell++) {
            at = cell(cell, roles[cell], at);
            boolean ends = at >= 0 && bytes[at] != ',';
            if (at < 0 || ends != (cell == roles.length - 1)) {
                return none(told);
            }
            at++;
        }
        if (!figures) {
            return none(told);
        }
        block.doubt[block.rows] = doubt;
        block.line[block.rows++] = ++block.lines;
        return ByteLines.after(bytes, at - 1, block.end);
    }

    private int none(int told) {
        block.cells.subList(told, block.cells.size()).clear();
        return -1;
    }

    private int cell(int cell, int role, int from) throws CharacterCodingException {
        if (role >= 0) {
            return isNumber[role] ? number(role, from) : known(role, from);
        }
        boolean quoted = bytes[from] == '"';
        int start = quoted ? from + 1 : from;
        int end = quoted ? afterQuote(start) : role == ID ? PlainText.idEnd(bytes, start) : role == NAME
                ? PlainText.nameEnd(bytes, start) : unquoted(start);
        int text = quoted ? end - 1 : end;
        if (end < 0 || bytes[end] == '"' || text - start > longest) {
            return -1;
        }
        return switch (role) {
            case ID -> id(start, text, quoted) ? end : -1;
            case NAME -> name(start, text, quoted) ? end : -1;
            default -> isNothing(cell, start, text) ? end : -1;
        };
    }

    private boolean isNothing(int cell, int from, int to) throws CharacterCodingException {
        tryOut(from, to);
        return from == to || (PlainText.isUnmarked(bytes[from]) && (cell > header.id() || isPlainText(from, to)));
    }

    /** Whether what stands before the id is no word for sums. */
    private boolean isPlainText(int from, int to) {
        return PlainText.nameEnd(bytes, from) == to;
    }

    private boolean id(int from, int to, boolean quoted) {
        if (quoted && (PlainText.idEnd(bytes, from) != to)) {
            return false;
        }
        if (CreditCode.isLike(bytes, from, to)) {
            if (CreditCode.hasSmallLetters(bytes, from, to)) {
                return false;
            }
            if (!CreditCode.isRight(bytes, from)) {
                doubt = true;
                block.cells.add(new RollBlock.Cell(block.rows, -1, null));
            }
        }
        block.idFrom[block.rows] = from;
        block.idTo[block.rows] = to;
        block.idHash[block.rows] = NameColumn.hash(bytes, from, to);
        block.idOdd[block.rows] = NearIds.isOdd(bytes, from, to);
        return true;
    }

    private boolean name(int from, int to, boolean quoted) {
        block.nameFrom[block.rows] = from;
        block.nameTo[block.rows] = to;
        return !quoted || isPlainText(from, to);
    }

    /** The end of a cell without quotes; -1 if one is in it. */
    private int unquoted(int from) {
        int at = from;
        while (!PlainText.isEnd(bytes[at])) {
            if (bytes[at++] == '"') {
                return -1;
            }
        }
        return at;
    }

    /** The end of a cell behind its opening quote; -1 if it is more than what stands between two quotes on one line. */
    private int afterQuote(int from) {
        int at = from;
        while (bytes[at] != '"' && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return bytes[at] == '"' && PlainText.isEnd(bytes[at + 1]) ? at + 1 : -1;
    }

    private int number(int k, int from) throws CharacterCodingException {
        PlainNumber number = numbers.get(k);
        int end = number.read(bytes, from);
        if (end < 0 || !PlainText.isEnd(bytes[end]) || end - from > longest) {
            return PlainText.isEnd(bytes[from]) ? missing(k, from) : slowly(k, from, false);
        }
        block.values[k][block.rows] = number.value();
        block.places[k][block.rows] = (byte) number.places();
        figures = true;
        if (number.isNegative()) {
            doubt = true;
            block.cells.add(new RollBlock.Cell(block.rows, k, new String(bytes, from, end - from, StandardCharsets.US_ASCII), true));
        }
        if (number.hasMore()) {
            later(k, null);
        }
        return end;
    }

    private int missing(int k, int end) {
        block.values[k][block.rows] = otherwise[k];
        block.places[k][block.rows] = otherwisePlaces[k];
        doubt |= otherwise[k] == NumberColumn.MISSING;
        return end;
    }

    private void later(int k, @Nullable String text) {
        doubt = true;
        block.cells.add(new RollBlock.Cell(block.rows, k, text));
    }

    /** A text, day or flag, most of which were seen before. */
    private int known(int k, int from) throws CharacterCodingException {
        if (PlainText.isEnd(bytes[from])) {
            return missing(k, from);
        }
        int day = days[k] ? PlainDay.read(bytes, from) : PlainDay.NONE;
        if (day != PlainDay.NONE) {
            return seen(k, day, from + PlainDay.LENGTH);
        }
        CellMemo memo = memos.get(k);
        long word = CellMemo.word(bytes, from);
        int length = CellMemo.length(word);
        boolean brief = length > 0 && PlainText.isEnd(bytes[from + length]);
        if (brief && memo.knows(word, length)) {
            return seen(k, memo.known(word, length), from + length);
        }
        boolean quoted = bytes[from] == '"';
        int end = quoted ? afterQuote(from + 1) : unquoted(from);
        if (end < 0) {
            return -1;
        }
        int place = quoted ? memo.find(bytes, from + 1, end - 1) : memo.find(bytes, from, end);
        if (place < 0 || memo.value(place) == CAREFUL) {
            return slowly(k, from, place < 0);
        }
        if (brief) {
            memo.know(word, length, memo.value(place));
        }
        return seen(k, memo.value(place), end);
    }

    private int seen(int k, long value, int end) {
        block.values[k][block.rows] = value;
        block.places[k][block.rows] = 0;
        figures = true;
        return end;
    }

    /** A cell that is read with care now, and again when its turn comes if there is anything to say about it. */
    private int slowly(int k, int from, boolean keep) throws CharacterCodingException {
        boolean quoted = bytes[from] == '"';
        int start = quoted ? from + 1 : from;
        int end = quoted ? afterQuote(start) : unquoted(start);
        int to = quoted ? end - 1 : end;
        if (end < 0 || to - start > longest) {
            return -1;
        }
        tryOut(start, to);
        String text = new String(bytes, start, to - start, StandardCharsets.UTF_8);
        if (!CellWords.withoutMark(text).equals(text)) {
            return -1;
        }
        boolean room = !keep || memos.get(k).takes(to - start);
        Object value = room ? quietly(k, text) : null;
        boolean certain = value != null && !CellText.isMissing(CellText.strip(text)) && store(k, value);
        figures |= certain;
        if (!certain) {
            later(k, text);
        }
        if (keep && room) {
            memos.get(k).put(bytes, start, to, certain ? block.values[k][block.rows] : CAREFUL);
        }
        return end;
    }

    /** The value of a cell about which there is nothing to say; else null. */
    private @Nullable Object quietly(int k, String text) {
        try {
            Object value = header.found().get(k).read(text, noticed);
            return noticed.take() ? null : value;
        } catch (ColumnCells.BadCell e) {
            noticed.take();
            return null;
        }
    }

    private boolean store(int k, Object value) {
        if (value instanceof String text) {
            block.values[k][block.rows] = text(k, text);
            return true;
        }
        BigDecimal number = RollColumns.number(value);
        return number != null && number(number, block.values[k], block.places[k], block.rows);
    }

    private long text(int k, String text) {
        texts.get(k).add(text);
        return texts.get(k).size() - 1L;
    }

    private static boolean number(BigDecimal number, long[] values, byte[] places, int at) {
        if (number.scale() < 0 || number.scale() > MOST_PLACES || number.precision() > MOST_PLACES) {
            return false;
        }
        values[at] = number.unscaledValue().longValueExact();
        places[at] = (byte) number.scale();
        return true;
    }
}
