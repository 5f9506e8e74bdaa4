package io.mubiao.io.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the reader of JSON says of numbers, values and brackets, in the words of whoever writes them. */
final class JsonSlip {
    private static final Pattern NO_NUMBER = Pattern.compile("Non-standard\\s+token\\s+'([^']*)'.*", Pattern.DOTALL);
    private static final Pattern IN_NUMBER = Pattern.compile("Unexpected\\s+character\\s+\\('(.)'[^:]*in\\s+numeric\\s+value.*", Pattern.DOTALL);
    private static final Pattern NO_VALUE = Pattern.compile("Unexpected\\s+character\\s+\\('(.)'[^:]*:\\s+expected\\s+a\\s+valid\\s+value.*", Pattern.DOTALL);
    private static final Pattern NO_CODE = Pattern.compile(".*expected\\s+a\\s+hex-digit.*", Pattern.DOTALL);
    private static final Pattern CLOSED = Pattern.compile("Unexpected\\s+close\\s+marker\\s+'(.)':\\s+no\\s+open.*", Pattern.DOTALL);

    private JsonSlip() {}

    /** A message of the reader, in plain words where they are known here. */
    static String plain(String message) {
        Matcher matcher = NO_NUMBER.matcher(message);
        if (matcher.matches()) {
            return "'" + matcher.group(1) + "' is no number of JSON; write a number, or a text in quotes";
        }
        matcher = IN_NUMBER.matcher(message);
        if (matcher.matches()) {
            return "no number of JSON is written with '" + matcher.group(1) + "' here; write a number such as 0.5, or a text in quotes";
        }
        matcher = NO_VALUE.matcher(message);
        if (matcher.matches()) {
            return "no value of JSON begins with '" + matcher.group(1) + "'; write a number such as 0.5, a text in double quotes, true or false";
        }
        matcher = CLOSED.matcher(message);
        if (matcher.matches()) {
            return SyntaxSlip.unopened(matcher.group(1));
        }
        return NO_CODE.matcher(message).matches() ? "\\u in a text needs four digits from 0 to f behind it" : message;
    }
}
