package io.mubiao.io.internal;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.Serial;
import java.util.Set;
import java.util.regex.Pattern;

/** Which texts stand in YAML without quotes: those that begin as words, days and amounts do and that nobody takes for something else. */
final class PlainScalars extends StringQuotingChecker {
    @Serial
    private static final long serialVersionUID = 1L;
    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");
    private static final Pattern PLAIN = Pattern.compile("(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?:/[0-9]{4}-[0-9]{2}-[0-9]{2})?"
            + "|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?: [^0-9\\p{Z}].*)?|-?[\\p{L}_≈（《“].*)");
    private static final Pattern TAKEN_OTHERWISE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\uFEFF]|: |:$| #|\\s$");

    @Override
    public boolean needToQuoteName(String name) {
        return !isPlain(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
        return !isPlain(value);
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT)) && !TAKEN_OTHERWISE.matcher(text).find();
    }
}
