package io.mubiao.io.internal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.mubiao.text.internal.Characters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A mistake of syntax: the line where it was made, which is not always where the parser noticed it, and what to write.
 *
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 */
record SyntaxSlip(int line, int column, String message) {
    private static final Pattern COMMENT = Pattern.compile("[^\\s,{\\[][ \t]+#");
    private static final Pattern NO_NUMBER = Pattern.compile("Non-standard\\s+token\\s+'([^']*)'.*", Pattern.DOTALL);
    private static final Pattern IN_NUMBER = Pattern.compile("Unexpected\\s+character\\s+\\('(.)'[^:]*in\\s+numeric\\s+value.*", Pattern.DOTALL);
    private static final Pattern NO_VALUE = Pattern.compile("Unexpected\\s+character\\s+\\('(.)'[^:]*:\\s+expected\\s+a\\s+valid\\s+value.*", Pattern.DOTALL);
    private static final Pattern NO_CODE = Pattern.compile(".*expected\\s+a\\s+hex-digit.*", Pattern.DOTALL);
    private static final Pattern CLOSED = Pattern.compile("Unexpected\\s+close\\s+marker\\s+'(.)':\\s+no\\s+open.*", Pattern.DOTALL);
    private static final Pattern OF_BLOCK = Pattern.compile("block\\s+scalar");
    private static final int LONGEST = 300;
    private static final Map<String, String> TOKENS = Map.of("scalar", "a text", "block mapping start", "a field", "block sequence start",
            "a list", "block end", "the end of this part", "stream end", "the end of the file", "document start", "one document",
            "document end", "the end of a document", "anchor", "an anchor", "alias", "an alias", "tag", "a tag");

    static SyntaxSlip of(JsonProcessingException e, String text) {
        if (e.getCause() instanceof MarkedYAMLException yaml) {
            return yaml(yaml, text);
        }
        if (e.getCause() instanceof ReaderException hidden) {
            return hidden(hidden.getCodePoint(), text);
        }
        JsonLocation at = e.getLocation();
        if (at == null) {
            return new SyntaxSlip(0, 0, plain(e.getOriginalMessage()));
        }
        String line = line(text, at.getLineNr());
        String words = plain(ofJson(e.getOriginalMessage()));
        if (words.startsWith("Unexpected end-of-input")) {
            words = "the file ends too early, it may be cut off: " + words;
        }
        // The parser stands at the character, or behind it.
        String said = words;
        String message = Keyboard.hint(line, at.getColumnNr() - 1, "").or(() -> Keyboard.hint(line, at.getColumnNr() - 2, ""))
                .map(hint -> hint + " (" + said + ")").orElse(said);
        return new SyntaxSlip(at.getLineNr(), at.getColumnNr(), message);
    }

    /** A message of the reader, in plain words where they are known here. */
    private static String ofJson(String message) {
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
            return unopened(matcher.group(1));
        }
        return NO_CODE.matcher(message).matches() ? "\\u in a text needs four digits from 0 to f behind it" : message;
    }

    private static SyntaxSlip yaml(MarkedYAMLException e, String text) {
        String context = e.getContext() == null ? "" : e.getContext();
        String problem = e.getProblem() == null ? "" : e.getProblem();
        Mark from = e.getContextMark();
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : from;
        boolean begun = from != null
                && (context.contains("simple key") || context.contains("quoted scalar") || OF_BLOCK.matcher(context).find());
        Mark at = begun ? from : mark;
        if (at == null) {
            return new SyntaxSlip(0, 0, plain(problem));
        }
        String opening = from == null || !context.contains("flow") ? "" : line(text, from.getLine() + 1);
        Matcher comment = COMMENT.matcher(opening);
        if (from != null && comment.find()) {
            return new SyntaxSlip(from.getLine() + 1, comment.end(), "what stands behind # in '" + shown(opening)
                    + "' is a comment, so that what begins there is not closed; put a text with # in quotes");
        }
        List<String> lines = text.lines().limit(at.getLine() + 1L).toList();
        String line = at.getLine() < lines.size() ? lines.get(at.getLine()) : "";
        int column = line.offsetByCodePoints(0, Math.min(at.getColumn(), line.codePointCount(0, line.length())));
        Optional<SyntaxSlip> above = line.isEmpty() ? Optional.empty() : OpenQuote.before(lines, at.getLine(), column)
                .or(() -> problem.contains("mapping values are not allowed") ? LineSlip.above(lines, at.getLine(), column) : Optional.empty());
        return above.isPresent() ? above.get() : new SyntaxSlip(at.getLine() + 1, at.getColumn() + 1, message(context, problem, line, column, from));
    }

    private static String message(String context, String problem, String line, int column, @Nullable Mark from) {
        String said = plain(problem);
        if (context.contains("simple key")) {
            return Keyboard.hint(line, Keyboard.IN_BLOCK).orElseGet(() -> line.matches("[^'\"#]*[^\\s:]:[^\\s:].*")
                    ? squeezed(line)
                    : "expected a name, a colon and a blank: '" + shown(line) + "'");
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return "a quote is opened here and never closed";
        }
        if (OF_BLOCK.matcher(context).find() && column < line.length()) {
            return "a text that begins with '" + line.charAt(column) + "' needs quotes";
        }
        if (problem.contains("\\t") || (column < line.length() && line.charAt(column) == '\t')) {
            return "found a tab; indent with blanks";
        }
        if (problem.contains("cannot start any token") && column < line.length()) {
            return Keyboard.hint(line, column, "").orElse("a text that begins with '" + line.charAt(column) + "' needs quotes");
        }
        if (context.contains("anchor") || context.contains("alias") || context.contains("tag")) {
            return "a text that begins with '" + (context.contains("alias") ? '*' : context.contains("tag") ? '!' : '&') + "' needs quotes";
        }
        if (problem.contains("<stream end>") && from != null) {
            return "the file ends too early, it may be cut off: what begins on line " + (from.getLine() + 1) + " is not closed";
        }
        if (context.contains("flow") && from != null) {
            return Keyboard.hint(line, column, Keyboard.IN_FLOW)
                    .orElse(said + "; the list or object that is not closed begins on line " + (from.getLine() + 1));
        }
        if (problem.contains("mapping values are not allowed")) {
            return Keyboard.hint(line, begin(line), Keyboard.QUOTES).or(() -> line.contains(": ｛") ? Keyboard.hint(line, "｛") : Optional.empty())
                    .orElse("a second colon in '" + shown(line) + "'; put a text with a colon in quotes");
        }
        if (context.contains("block") && from != null) {
            String closing = column < line.length() && "]}".indexOf(line.charAt(column)) >= 0 ? line.substring(column, column + 1) : "";
            return LineSlip.of(line, 0).map(SyntaxSlip::message).orElse(!closing.isEmpty()
                    ? unopened(closing) : "this line does not fit to what begins on line "
                    + (from.getLine() + 1) + ", column " + (from.getColumn() + 1) + ": indent both alike (" + said + ")");
        }
        return said;
    }

    private static SyntaxSlip hidden(int character, String text) {
        String found = "found " + Characters.hidden(Character.toString(character)) + ", which YAML does not allow; take it out";
        List<String> lines = text.lines().limit(1_000_000).toList();
        for (int i = 0; i < lines.size(); i++) {
            int at = lines.get(i).indexOf(character);
            if (at >= 0) {
                return new SyntaxSlip(i + 1, at + 1, found);
            }
        }
        return new SyntaxSlip(0, 0, found);
    }

    /** Where a line begins behind its indent. */
    static int begin(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static String line(String text, int number) {
        return text.lines().skip(Math.max(0, number - 1)).findFirst().orElse("");
    }

    static String unopened(String closing) {
        return "nothing is open that '" + closing + "' closes; take it out";
    }

    static String squeezed(String line) {
        return "a colon needs a blank behind it: '" + shown(line) + "'";
    }

    static String shown(String line) {
        String plain = line.strip();
        return Characters.shown(plain.length() <= 60 ? plain : plain.substring(0, 60) + "…");
    }

    private static String plain(String message) {
        String own = message.lines().filter(it -> !it.startsWith(" ")).collect(Collectors.joining("\n"));
        String joined = (own.isBlank() ? message : own).strip().replaceAll("\\s*\\R\\s*", "; ");
        return tokens(joined.length() <= LONGEST ? joined : joined.substring(0, LONGEST) + "…");
    }

    /** What a parser calls its tokens, in words that stand in a file. */
    private static String tokens(String said) {
        String plain = said.replaceAll(", got this instead: .*", "").replaceAll("\\[Source: [^\\]]*?(line: \\d+)[^\\]]*]", "$1");
        for (Map.Entry<String, String> token : TOKENS.entrySet()) {
            plain = plain.replaceAll("'?<" + token.getKey() + ">'?", token.getValue());
        }
        return plain;
    }
}
