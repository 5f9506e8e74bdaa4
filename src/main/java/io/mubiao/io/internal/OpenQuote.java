package io.mubiao.io.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a quote that was forgotten: its text goes on to the next quote below, behind which the parser stumbles. */
final class OpenQuote {
    private int openLine = -1;
    private int openColumn;
    private char open;
    private int flow;
    /** The indent of a field whose text stands below it, as written there; -1 outside of such. */
    private int literal = -1;
    private @Nullable SyntaxSlip found;

    private OpenQuote() {}

    /** The quote that is opened on an earlier line and closed on this one, if there is one before the column, from 0. */
    static Optional<SyntaxSlip> before(List<String> lines, int line, int column) {
        OpenQuote quotes = new OpenQuote();
        for (int i = 0; i <= line && i < lines.size(); i++) {
            String text = lines.get(i);
            quotes.scan(i, i == line ? text.substring(0, Math.min(text.length(), column + 1)) : text);
        }
        return Optional.ofNullable(quotes.found);
    }

    private void scan(int line, String text) {
        found = null;
        int at = SyntaxSlip.begin(text);
        if (openLine >= 0) {
            at = close(text, 0);
            if (at < 0) {
                return;
            }
            found = new SyntaxSlip(openLine + 1, openColumn + 1, "a quote is opened here and closed on line " + (line + 1)
                    + " only; close it where its text ends");
            openLine = -1;
        } else if (literal >= 0 && (text.isBlank() || at > literal)) {
            return;
        }
        literal = -1;
        pass(line, text, at);
    }

    /** What stands behind an indent or a closed quote. */
    private void pass(int line, String text, int from) {
        boolean begins = found == null;
        int at = from;
        while (at < text.length()) {
            char mark = text.charAt(at);
            boolean apart = at == 0 || text.charAt(at - 1) == ' ';
            if (mark == '#' && apart) {
                return;
            } else if (begins && (mark == '"' || mark == '\'')) {
                open = mark;
                openLine = line;
                openColumn = at;
                at = close(text, at + 1);
                if (at < 0) {
                    return;
                }
                openLine = -1;
                begins = false;
                continue;
            } else if (begins && flow == 0 && (mark == '|' || mark == '>')) {
                literal = SyntaxSlip.begin(text);
                return;
            }
            begins = goesOn(text, at, begins);
            at++;
        }
    }

    /** Whether a text may begin behind a mark. */
    private boolean goesOn(String text, int at, boolean begins) {
        char mark = text.charAt(at);
        boolean last = at + 1 == text.length() || text.charAt(at + 1) == ' ';
        if ((mark == '[' || mark == '{') && (begins || flow > 0)) {
            flow++;
            return true;
        } else if ((mark == ']' || mark == '}') && flow > 0) {
            flow--;
            return false;
        }
        return (mark == ':' && last) || (mark == ',' && flow > 0) || (begins && (mark == ' ' || (mark == '-' && last)));
    }

    /** The place behind the quote that closes the open one; -1 if there is none in this line. */
    private int close(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char mark = text.charAt(at);
            boolean twice = open == '\'' && mark == open && at + 1 < text.length() && text.charAt(at + 1) == open;
            if (twice || (open == '"' && mark == '\\')) {
                at++;
            } else if (mark == open) {
                return at + 1;
            }
        }
        return -1;
    }
}
