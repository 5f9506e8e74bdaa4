package io.mubiao.io.internal;

import java.util.Map;
import java.util.Optional;

/** The marks of a Chinese keyboard that YAML and JSON do not know, and the keys to press instead (全角标点). */
final class Keyboard {
    static final String QUOTES = "“”「」‘’＂＇";
    /** Marks that go wrong where names and colons stand. */
    static final String IN_BLOCK = "：－\u3000" + QUOTES;
    /** Marks that go wrong within brackets. */
    static final String IN_FLOW = "，、；：【】［］｛｝" + QUOTES;

    private static final String BLANK = " and a blank";
    private static final Map<Character, String> KEYS = Map.ofEntries(
            Map.entry('：', ":" + BLANK), Map.entry('，', "," + BLANK), Map.entry('、', "," + BLANK),
            Map.entry('“', "\""), Map.entry('”', "\""), Map.entry('「', "\""), Map.entry('」', "\""),
            Map.entry('＂', "\""), Map.entry('‘', "'"), Map.entry('’', "'"), Map.entry('＇', "'"),
            Map.entry('【', "["), Map.entry('】', "]"), Map.entry('［', "["), Map.entry('］', "]"),
            Map.entry('〔', "["), Map.entry('〕', "]"), Map.entry('｛', "{"), Map.entry('｝', "}"),
            Map.entry('－', "-" + BLANK), Map.entry('—', "-" + BLANK), Map.entry('–', "-" + BLANK), Map.entry('−', "-" + BLANK),
            Map.entry('‐', "-" + BLANK), Map.entry('‑', "-" + BLANK),
            Map.entry('；', "," + BLANK), Map.entry('＃', "#"), Map.entry('％', "%"),
            Map.entry('\u3000', "a blank"));

    private Keyboard() {}

    /** What to press for the mark at a place of a line, or else for the first of the given marks in it. */
    static Optional<String> hint(String line, int at, String marks) {
        if (at >= 0 && at < line.length() && KEYS.containsKey(line.charAt(at))) {
            return Optional.of(words(line.charAt(at)));
        }
        return hint(line, marks);
    }

    /** What to press for the first of the given marks in a text. */
    static Optional<String> hint(String text, String marks) {
        return text.chars().filter(it -> marks.indexOf(it) >= 0).mapToObj(it -> words((char) it)).findFirst();
    }

    /** What stands before a full-width colon, without quotes around it: the name that was meant. */
    static String name(String text) {
        int colon = text.indexOf('：');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        int from = 0;
        int to = name.length();
        while (from < to && QUOTES.indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && QUOTES.indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        return name.substring(from, to);
    }

    /** What to press for a mark that is known here. */
    static String words(char mark) {
        return mark == '\u3000' ? "found the full-width blank; write a blank" : "found the full-width " + mark + "; write " + KEYS.get(mark);
    }
}
