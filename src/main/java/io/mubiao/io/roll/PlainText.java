package io.mubiao.io.roll;

import io.mubiao.text.internal.SheetWords;

/**
 * Bytes of UTF-8 that certainly mean nothing but themselves: letters, digits and Han characters, with nothing around them to
 * strip, nothing hidden, and none of the words for sums and notes ({@link SheetWords}). Whatever is not certain is read with
 * care.
 */
final class PlainText {
    private static final byte LETTER = 1;
    private static final byte HAN = 2;
    private static final byte SIGN = 3;
    private static final byte WIDE = 4;
    private static final byte[] KINDS = new byte[256];
    private static final int ACCOUNT = 0xE8AEA1;
    private static final int ALL = 0xE680BB;
    private static final int EVEN = 0xE59D87;
    private static final int TOLD = 0xE8A888;
    private static final int TOGETHER = 0xE7B8BD;
    private static final int TOGETHER_JAPANESE = 0xE7B78F;
    private static final int SHARED = 0xE585B1;
    private static final int NOTED = 0xE8A8BB;
    private static final int SAID = 0xE8AAAA;
    private static final int REMARK = 0xE6B3A8;
    private static final int SAY = 0xE8AFB4;
    private static final int EXAMPLE = 0xE4BE8B;
    private static final int NOTHING = 0xE697A0;
    /** Bytes behind the first one of a character begin so. */
    private static final int BEHIND = 0xC0C0;
    private static final int BEHIND_FIRST = 0x8080;
    private static final int OPEN = 0xEFBC88;
    private static final int CLOSE = 0xEFBC89;

    static {
        for (int c = 0; c < 128; c++) {
            KINDS[c] = Character.isLetterOrDigit(c) ? LETTER : c == '-' || c == '_' ? SIGN : 0;
        }
        for (int c = 0xE4; c <= 0xE9; c++) {
            KINDS[c] = HAN;
        }
        KINDS[0xEF] = WIDE;
    }

    private PlainText() {}

    /** The end of an id that begins somewhere, at a comma, line end or quote; -1 if it is not certain, as where it begins with a Han character. */
    static int idEnd(byte[] bytes, int from) {
        int end = end(bytes, from, true);
        return end > from ? end : -1;
    }

    /** The end of a name, or of nothing, that begins somewhere; -1 if it is not certain. */
    static int nameEnd(byte[] bytes, int from) {
        return end(bytes, from, false);
    }

    private static int end(byte[] bytes, int from, boolean id) {
        int at = from;
        while (true) {
            int kind = KINDS[bytes[at] & 0xFF];
            if (kind == LETTER || (kind == SIGN && at > from)) {
                at++;
            } else if (kind == HAN || kind == WIDE) {
                int code = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
                if (kind == HAN ? (code & BEHIND) != BEHIND_FIRST || (id && at == from) || !isPlain(code) || (code == NOTHING && at == from) : id || (code != OPEN && code != CLOSE)) {
                    return -1;
                }
                at += 3;
            } else if (!id && isInside(bytes, from, at)) {
                at++;
            } else {
                return (isEnd(bytes[at]) || bytes[at] == '"') && !SheetWords.mayBegin(bytes[from], bytes[from + 1]) ? at : -1;
            }
        }
    }

    /** Whether a Han character of the basic block is in no word for sums or for notes. */
    private static boolean isPlain(int code) {
        return code >= 0xE4B880 && code != ACCOUNT && code != ALL && code != EVEN && code != EXAMPLE && code != TOLD && code != TOGETHER
                && code != TOGETHER_JAPANESE && code != REMARK && code != SAY && code != SHARED && code != NOTED && code != SAID;
    }

    /** A blank, parenthesis, point or ampersand that something stands before and behind. */
    private static boolean isInside(byte[] bytes, int from, int at) {
        byte c = bytes[at];
        return at > from && (c == '(' || c == ')' || ((c == ' ' || c == '.' || c == '&') && KINDS[bytes[at + 1] & 0xFF] != 0));
    }

    static boolean isEnd(byte c) {
        return c == ',' || c == '\n' || c == '\r';
    }

    /** Whether a cell that nobody reads begins with what certainly is no blank and no mark of a spreadsheet. */
    static boolean isUnmarked(byte first) {
        return (first > ' ' && first < 0x7F) ? first != '\'' && first != '`' && first != '=' && first != '"' : KINDS[first & 0xFF] == HAN;
    }
}
