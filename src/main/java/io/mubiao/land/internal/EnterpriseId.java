package io.mubiao.land.internal;

import com.google.common.base.CharMatcher;
import io.mubiao.text.internal.CellWords;
import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.SheetWords;
import io.mubiao.text.internal.TypedText;
import java.util.Locale;
import java.util.regex.Pattern;

/** The id of an enterprise as it is kept, however it was typed (企业编号). */
public final class EnterpriseId {
    private static final Pattern SCIENTIFIC =
            Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+[0-9]+|[0-9]\\.[0-9]+[eE][0-9]+");
    private static final Pattern NOT_BETWEEN_DIGITS = Pattern.compile("(?<![0-9])[-_]|[-_](?![0-9])|\\h");
    private static final Pattern OF_NUMBERS = Pattern.compile("^0+(?=.)|(?<=[0-9])\\.0+$");

    private EnterpriseId() {}

    /** As it is kept: no blanks around it, no mark of a spreadsheet, nothing invisible, half-width, a credit code in capitals. */
    public static String kept(String typed) {
        if (isPlain(typed)) {
            return typed;
        }
        String visible = TypedText.stripped(CellWords.withoutMark(typed)).codePoints().filter(it -> !Characters.isInvisible(it))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        String half = CellWords.half(visible);
        String id = CharMatcher.ascii().matchesAllOf(half) ? half : visible;
        return CreditCode.isLike(id) ? CreditCode.inCapitals(id) : id;
    }

    /** Whether a spreadsheet has taken an id for a number and lost its last digits. */
    public static boolean isScientific(String id) {
        return SCIENTIFIC.matcher(id).matches();
    }

    /** Whether the id of a row without a name, or either of both, says that the row sums up others or is a note. */
    public static boolean isOfSheet(String id, String name) {
        return (!isPlain(id) && (SheetWords.isTotal(id) || SheetWords.isLikeTotal(id) || SheetWords.isNote(id)
                || (name.isEmpty() && SheetWords.isSection(id))))
                || (SheetWords.mayBeTotal(name) && SheetWords.isTotal(name));
    }

    /** What ids have in common that differ only as one is typed: e1 and E1, 007 and 7, 1.0 and 1, E-1 and E 1 (but not 1-1 and 11). */
    public static String near(String id) {
        return OF_NUMBERS.matcher(NOT_BETWEEN_DIGITS.matcher(id.toUpperCase(Locale.ROOT)).replaceAll("")).replaceAll("");
    }

    /** Whether an id is written with what may be typed otherwise. */
    public static boolean isOdd(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (isOdd(id.charAt(i), i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a character at a place of an id may be typed otherwise. */
    public static boolean isOdd(int c, int place) {
        return (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == ' ' || c == '.' || (c == '0' && place == 0);
    }

    /** Whether it certainly is kept as it is and looks like no other. */
    static boolean isPlain(String id) {
        boolean plain = id.length() > 1 && id.charAt(0) != '0' && !SheetWords.mayBegin(id.charAt(0), id.charAt(1));
        for (int i = 0; i < id.length() && plain; i++) {
            plain = isPlain(id.charAt(i));
        }
        return plain;
    }

    /** As {@link #isPlain(String)}, of bytes. */
    public static boolean isPlain(byte[] bytes, int from, int to) {
        boolean plain = to - from > 1 && bytes[from] != '0' && !SheetWords.mayBegin(bytes[from], bytes[from + 1]);
        for (int i = from; i < to && plain; i++) {
            plain = isPlain(bytes[i]);
        }
        return plain;
    }

    private static boolean isPlain(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
}
