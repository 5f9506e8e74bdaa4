package io.mubiao.io.internal.table;

import io.mubiao.text.internal.CellWords;
import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.text.Normalizer;
import java.util.Optional;

/** What people type into cells: blanks of every kind, full-width characters, signs for "no figure", units. */
public final class CellText {
    private static final int SHOWN = 60;

    private CellText() {}

    /** Without the blanks and the invisible characters around it. */
    public static String strip(String text) {
        return TypedText.stripped(text);
    }

    /** Whether a cell has invisible characters around its stripped text. */
    public static boolean hidesAround(String cell, String stripped) {
        return cell.length() > stripped.length() && cell.codePoints().filter(Characters::isInvisible).count()
                > stripped.codePoints().filter(Characters::isInvisible).count();
    }

    /** Whether a stripped cell says that there is nothing to say. */
    public static boolean isMissing(String stripped) {
        return CellWords.isMissing(stripped);
    }

    /** A cell without the apostrophe that stands before what a spreadsheet would run, or before another apostrophe. */
    public static String withoutGuard(String cell) {
        if (cell.length() < 2 || cell.charAt(0) != '\'') {
            return cell;
        }
        String text = strip(cell.substring(1));
        boolean guarded = cell.charAt(1) == '\'' || Character.isISOControl(cell.charAt(1))
                || (!text.isEmpty() && "=+-@".contains(Normalizer.normalize(text.substring(0, 1), Normalizer.Form.NFKC)));
        return guarded ? cell.substring(1) : cell;
    }

    /** Full-width digits, letters and signs as half-width ones. */
    public static String half(String text) {
        return CellWords.half(text);
    }

    /** What decides whether two headers are the same: no blanks, no difference of width. */
    public static String key(String header) {
        return CellWords.key(header);
    }

    /** The unit that a text names, also where it is written ㎡ or ％. */
    public static Optional<Unit> unit(String text, Units units) {
        return units.find(strip(text)).or(() -> units.find(key(text)));
    }

    /** For messages: a unit that may be meant where another was expected; empty if none is near. */
    public static String meant(String unit, Unit expected, Units units) {
        return units.near(unit, expected).filter(it -> !it.equals(unit))
                .map(it -> "; did you mean '" + it + "'?").orElse("");
    }

    /** Whether a text is digits, perhaps with a sign, perhaps with a point between them. */
    public static boolean isDecimal(String text) {
        int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int point = afterDigits(text, start);
        if (point == start || point == text.length()) {
            return point > start;
        }
        return text.charAt(point) == '.' && point + 1 < text.length() && afterDigits(text, point + 1) == text.length();
    }

    private static int afterDigits(String text, int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            to++;
        }
        return to;
    }

    /** For messages: in quotes, on one line, not too long; hidden characters are named behind it. */
    public static String shown(String text) {
        String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return "'" + Characters.shown(start) + "'"
                + (Characters.hasHidden(text) ? " with the invisible " + Characters.hidden(text) : "");
    }
}
