package io.mubiao.io.internal;

import io.mubiao.text.internal.Characters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Slips that make a line of YAML a text without a name, which goes on in the lines below until the parser stumbles there. */
final class LineSlip {
    private static final Pattern NAME = Pattern.compile(":(?: |$)");
    private static final Pattern SQUEEZED = Pattern.compile("[^'\"#]*[^\\s:]:(?!//)[^\\s:].*");
    private static final Pattern CLOCK = Pattern.compile(".*[0-9]:[0-9].*");
    private static final String DASHES = "－—–−‐‑";

    private LineSlip() {}

    /**
     * Why a name stands where the text of a line above goes on; empty if the line has a second colon of its own.
     *
     * @param at the line where the parser stumbled, from 0
     * @param column the place there, from 0
     */
    static Optional<SyntaxSlip> above(List<String> lines, int at, int column) {
        String line = lines.get(at);
        if (NAME.matcher(line.substring(0, Math.min(column, line.length()))).find()) {
            return Optional.empty();
        }
        Optional<SyntaxSlip> slip = of(line, at);
        int from = at;
        boolean begun = false;
        for (int i = at - 1; i >= 0 && !begun && !lines.get(i).strip().startsWith("#"); i--) {
            String above = lines.get(i);
            if (!above.isBlank()) {
                from = i;
                Optional<SyntaxSlip> later = slip;
                slip = of(above, i).or(() -> later);
                begun = NAME.matcher(above).find();
            }
        }
        int goesOn = from;
        return slip.or(() -> goesOn == at ? Optional.empty() : Optional.of(new SyntaxSlip(at + 1, SyntaxSlip.begin(line) + 1,
                "this line is indented more than line " + (goesOn + 1) + " and goes on with its text: indent both alike; put a text "
                        + "with a colon in quotes")));
    }

    /** What is wrong with a line as it begins, or with its colon. */
    static Optional<SyntaxSlip> of(String line, int at) {
        int begin = SyntaxSlip.begin(line);
        if (begin == line.length()) {
            return Optional.empty();
        }
        char first = line.charAt(begin);
        boolean isHidden = Characters.isInvisible(first);
        if (first != '\t' && (Characters.isBlank(first) || isHidden)) {
            return Optional.of(new SyntaxSlip(at + 1, begin + 1, Keyboard.hint(line, begin, "").orElseGet(() -> "found "
                    + Characters.code(first) + " where a line begins; indent with blanks")));
        }
        int next = begin + 1 < line.length() ? line.charAt(begin + 1) : ' ';
        if (DASHES.indexOf(first) >= 0) {
            return Optional.of(new SyntaxSlip(at + 1, begin + 1, Keyboard.words(first)));
        }
        if (first == '-' && next != ' ' && next != '-' && !Character.isDigit(next) && line.indexOf(':') > 0) {
            return Optional.of(new SyntaxSlip(at + 1, begin + 1, "a dash needs a blank behind it: '" + SyntaxSlip.shown(line) + "'"));
        }
        int text = begin;
        while (line.startsWith("- ", text)) {
            text = text + 2 + SyntaxSlip.begin(line.substring(text + 2));
        }
        return NAME.matcher(line).find() ? Optional.empty() : colon(line, at, text);
    }

    private static Optional<SyntaxSlip> colon(String line, int at, int begin) {
        if (line.indexOf('：') >= 0) {
            return Optional.of(new SyntaxSlip(at + 1, begin + 1, Keyboard.words('：')));
        }
        return SQUEEZED.matcher(line).matches() && !CLOCK.matcher(line).matches()
                ? Optional.of(new SyntaxSlip(at + 1, begin + 1, SyntaxSlip.squeezed(line))) : Optional.empty();
    }
}
