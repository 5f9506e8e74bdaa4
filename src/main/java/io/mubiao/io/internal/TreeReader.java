package io.mubiao.io.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mubiao.io.Format;
import io.mubiao.io.internal.ProblemList.GiveUp;
import io.mubiao.io.internal.token.JacksonTokens;
import io.mubiao.io.internal.token.Tokens;
import io.mubiao.io.internal.token.YamlTokens;
import io.mubiao.work.CostBudget;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file into {@link Node}s, every scalar as the text that stands there. Whatever is refused here (syntax,
 * encoding, nesting, size, a field twice, anchors) ends the reading.
 */
public final class TreeReader {
    /** A line of YAML may be so many times as long as a text; the scanner takes quadratic time in long ones. */
    private static final int LINE_SCALARS = 4;
    /** What newer versions of Jackson throw where their limits act; only that of numbers acts before those kept here. */
    private static final String LIMIT = "StreamConstraintsException";
    private static final int SEEN = 1 << 12;
    private static final Pattern NAMED = Pattern.compile("[ -]*([^\\s:'\"\\[\\]{}#,-][^\\s:'\"\\[\\]{}#,]{0,59}): ");
    private static final Pattern SWALLOWED = Pattern.compile("\\s*([^\\s：，。；、“”《》,;]{1,20})：");

    private final Format format;
    private final CostBudget limits = Checkpoint.budget();
    private final ProblemList problems;
    private SourceLines lines = new SourceLines("");
    private final @Nullable String[] seen = new String[SEEN];
    /** How many lines stand before the text. */
    private int before;
    private String streamed = "";
    private @Nullable Items items;
    private int taken;

    TreeReader(Format format, ProblemList problems) {
        this.format = format;
        this.problems = problems;
    }

    /**
     * The tree of a file, as large as the budget in force allows.
     *
     * @throws GiveUp if the file cannot be read; the problems say why
     */
    public static Node read(Path file, ProblemList problems) {
        return parse(text(file, problems), Format.of(file), problems);
    }

    /**
     * The text of a file, as large as the budget in force allows.
     *
     * @throws GiveUp if the file cannot be read; the problems say why
     */
    public static String text(Path file, ProblemList problems) {
        if (Files.isDirectory(file)) {
            problems.error(0, 0, "", "NO_FILE", "'" + file + "' is a folder; expected a file");
            throw new GiveUp();
        }
        TreeReader reader = new TreeReader(Format.of(file), problems);
        try {
            FileBytes bytes = FileBytes.of(file, reader.limits.bytes(), problems);
            String text = reader.decode(bytes);
            bytes.checkUnchanged(problems);
            return text;
        } catch (FileBytes.Changed e) {
            throw e.refuse(problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what a list of a file holds, one by one. */
    public interface Items {
        /**
         * One more.
         *
         * @param root the object in which the list stands, with what stands before the list
         */
        void take(Node root, Node item);
    }

    /** Ends reading item by item. */
    private static final class Restart extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Restart() {
            super("restart", null, false, false);
        }
    }

    /**
     * Reads a file whose one long list is given item by item and not kept; empty where that cannot be done, because something
     * stands behind the list or is wrong with the file: then it has to be read as a whole.
     *
     * @param list the field of the root under which the list stands
     */
    public static Optional<Node> stream(String text, Format format, String list, Items items) {
        TreeReader reader = new TreeReader(format, new ProblemList("", 1));
        reader.streamed = list;
        reader.items = items;
        try {
            Node root = FormatVersion.check(reader.parse(text), reader.problems);
            return reader.problems.isEmpty() ? Optional.of(root) : Optional.empty();
        } catch (GiveUp | Restart e) {
            return Optional.empty();
        }
    }

    public static Node parse(String text, Format format, ProblemList problems) {
        return new TreeReader(format, problems).parse(text);
    }

    /** The tree of a text that begins on a line of its file. */
    Node parse(String text, int line) {
        before = line - 1;
        return parse(text);
    }

    private GiveUp refuse(int line, int column, String path, String code, String message) {
        problems.error(before + line, column, path, code, message);
        return new GiveUp();
    }

    private GiveUp refuse(Node node, String code, String message) {
        problems.error(node, code, message);
        return new GiveUp();
    }

    private String decode(FileBytes bytes) throws IOException {
        try (Reader text = FileEncoding.open(bytes, Optional.empty(), problems)) {
            StringWriter whole = new StringWriter();
            text.transferTo(whole);
            return whole.toString();
        }
    }

    private Node parse(String text) {
        lines = new SourceLines(text);
        Tokens tokens = format == Format.YAML ? YamlTokens.of(new LineReader(text, lineLimit()), limits) : null;
        if (tokens != null) {
            ProblemList.Mark mark = problems.mark();
            try {
                return parse(text, () -> tokens);
            } catch (YamlTokens.Unusual e) {
                if (taken > 0) {
                    throw new Restart();
                }
                problems.back(mark);
            }
        }
        return parse(text, () -> JacksonTokens.of(
                new LineReader(text, format == Format.YAML ? lineLimit() : Integer.MAX_VALUE), format, limits));
    }

    /** Opens a text. */
    private interface Opening {
        Tokens open() throws IOException;
    }

    private Node parse(String text, Opening opening) {
        Progress progress = new Progress();
        try (Tokens tokens = opening.open()) {
            Tokens.Kind first = tokens.next();
            if (first == null) {
                throw refuse(1, 1, "", "EMPTY", "the file is empty; expected an object");
            }
            Node root = tree(tokens, first, progress);
            if (tokens.next() != null) {
                throw refuse(tokens.line(), tokens.column(), "", "SYNTAX", "a second document; expected one");
            }
            return root;
        } catch (JsonProcessingException e) {
            if (e.getClass().getSimpleName().equals(LIMIT)) {
                int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
                throw refuse(line, 0, progress.path(line), "TOO_LONG", "a number of more than " + limits.characters()
                        + " characters; expected at most that many");
            }
            SyntaxSlip slip = SyntaxSlip.of(e, text);
            throw refuse(slip.line(), slip.column(), progress.path(slip.line()), "SYNTAX", slip.message());
        } catch (LineReader.TooLong e) {
            throw refuse(e.line, 1, progress.path(e.line, lines.start(e.line)), "TOO_LONG", "a line of more than " + e.most
                    + " characters; expected at most that many");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int lineLimit() {
        return (int) Math.min(Integer.MAX_VALUE, (long) LINE_SCALARS * limits.characters());
    }

    /** How far the tree is built. */
    private static final class Progress {
        private @Nullable Node last;
        private String field = "";
        private int nameLine;
        private int nameColumn;

        /** In JSON a name and its value stand on one line. */
        void name(Tokens tokens, Format format) {
            if (format == Format.YAML) {
                nameLine = tokens.line();
                nameColumn = tokens.column();
            }
        }

        /** What the parser stands in, if that is on a line. */
        String path(int line) {
            return last != null && last.line == line ? last.path() : "";
        }

        /** The field that a line begins with, which the parser may not have come to yet. */
        String path(int line, String text) {
            Matcher named = NAMED.matcher(text);
            if (!named.lookingAt()) {
                return path(line);
            }
            Node above = last;
            while (above != null && !(above.kind == Node.Kind.OBJECT && above.column == named.start(1) + 1)) {
                above = above.parent;
            }
            String path = above == null ? "" : above.path();
            return path.isEmpty() ? named.group(1) : path + "." + named.group(1);
        }
    }

    /** Builds the tree without recursion, so that no nesting can exhaust the stack. */
    private Node tree(Tokens tokens, Tokens.Kind first, Progress progress) throws IOException {
        Node root = null;
        Node open = null;
        int depth = 0;
        int nodes = 0;
        Tokens.Kind token = first;
        while (token != null) {
            Checkpoint.pass(nodes);
            if (token == Tokens.Kind.FIELD) {
                progress.field = once(tokens.text());
                progress.name(tokens, format);
            } else if (token == Tokens.Kind.END) {
                depth--;
                Node closed = open;
                open = open == null ? null : open.parent;
                if (closed != null && isStreamed(open)) {
                    give(closed);
                }
                if (open == null) {
                    break;
                }
            } else {
                Node node = node(tokens, token, open, progress);
                if (++nodes > limits.nodes()) {
                    throw refuse(node, "TOO_LARGE", "more than " + limits.nodes() + " values, lists and objects; expected at most that "
                            + "many");
                }
                progress.last = node;
                root = root == null ? node : root;
                attach(open, node);
                if (node.kind == Node.Kind.OBJECT || node.kind == Node.Kind.LIST) {
                    open = node;
                    if (++depth > limits.depth()) {
                        throw refuse(node, "TOO_DEEP", "nested more than " + limits.depth() + " levels deep");
                    }
                } else if (open == null) {
                    break;
                }
            }
            token = tokens.next();
        }
        if (root == null) {
            throw refuse(1, 1, "", "EMPTY", "the file is empty; expected an object");
        }
        return root;
    }

    private Node node(Tokens tokens, Tokens.Kind token, @Nullable Node parent, Progress progress) throws IOException {
        String field = progress.field;
        int line = tokens.line();
        int column = tokens.column();
        if (field.length() > limits.characters()) {
            throw refuse(line, column, "", "TOO_LONG", "a name of " + field.length()
                    + " characters; expected at most " + limits.characters());
        }
        String key = parent != null && parent.kind == Node.Kind.LIST
                ? String.valueOf(isStreamed(parent) ? taken : parent.items.size()) : field;
        Node.Kind kind = switch (token) {
            case OBJECT -> Node.Kind.OBJECT;
            case LIST -> Node.Kind.LIST;
            case NOTHING -> Node.Kind.NOTHING;
            default -> Node.Kind.TEXT;
        };
        boolean named = format == Format.YAML && parent != null && parent.kind == Node.Kind.OBJECT;
        Node node = named ? Node.under(kind, parent, key, before + line, column, before + progress.nameLine, progress.nameColumn)
                : new Node(kind, parent, key, before + line, column);
        if (tokens.isReference()) {
            throw reference(node);
        }
        if (kind == Node.Kind.TEXT) {
            node.text = once(tokens.text());
            if (format == Format.YAML) {
                refuseSwallowedField(tokens.lastLine(), node);
            }
            if (node.text.length() > limits.characters()) {
                throw refuse(node, "TOO_LONG", "a text of " + node.text.length() + " characters; expected at most "
                        + limits.characters());
            }
        }
        if (format == Format.YAML && kind != Node.Kind.OBJECT && kind != Node.Kind.LIST) {
            refuseReference(node);
        }
        if (named && lines.isReference(progress.nameLine, progress.nameColumn)) {
            throw reference(node.name());
        }
        if (named && key.indexOf('：') >= 0 && isBare(node)) {
            problems.error(before + progress.nameLine, progress.nameColumn, node.path(), "SYNTAX", Keyboard.words('：'));
            throw new GiveUp();
        }
        return node;
    }

    /** Whether nothing stands there, not even quotes. */
    private boolean isBare(Node node) {
        return node.kind == Node.Kind.NOTHING
                || (node.kind == Node.Kind.TEXT && node.text.isEmpty() && "'\"".indexOf(lines.at(node.line, node.column)) < 0);
    }

    private GiveUp reference(Node node) {
        return refuse(node, "SYNTAX", "YAML anchors, aliases and tags are not read: write the value out; a text that begins with &, * or ! "
                + "needs quotes");
    }

    /** The parser drops the anchor of a text, and takes a text that begins with a sign for the form of one below it. */
    private void refuseReference(Node node) {
        if (lines.isReference(node.line, node.column)) {
            throw reference(node);
        }
        char first = node.text.isEmpty() ? lines.at(node.line, node.column) : ' ';
        if ((first == '|' || first == '>') && Character.isDigit(lines.at(node.line, node.column + 1))) {
            throw refuse(node, "SYNTAX", "a text that begins with '" + first + "' needs quotes");
        }
    }

    /** A line below a text without quotes belongs to it, even if it is a field with the colon of a Chinese keyboard. */
    private void refuseSwallowedField(int last, Node node) {
        if (last == node.line) {
            return;
        }
        String start = lines.start(node.line);
        int at = node.column - 1;
        if (at >= start.length() || node.text.isEmpty() || start.charAt(at) != node.text.charAt(0)) {
            return;
        }
        for (int line = node.line + 1; line <= last; line++) {
            Matcher field = SWALLOWED.matcher(lines.start(line));
            if (field.lookingAt()) {
                problems.error(line, field.start(1) + 1, node.path(), "SYNTAX", "this line goes on with the text of '" + node.key
                        + "' above: " + Keyboard.hint("：", Keyboard.IN_BLOCK).orElseThrow()
                        + " behind '" + field.group(1) + "', or put the text in quotes");
            }
        }
    }

    /** One string for texts that come again and again; two thirds of a large register are such. */
    private String once(String text) {
        int place = text.hashCode() & (seen.length - 1);
        String before = seen[place];
        if (text.equals(before)) {
            return before;
        }
        seen[place] = text;
        return text;
    }

    private boolean isStreamed(@Nullable Node list) {
        return items != null && list != null && list.kind == Node.Kind.LIST && list.parent != null && list.parent.parent == null
                && list.parent.kind == Node.Kind.OBJECT && list.key.equals(streamed);
    }

    private void give(Node item) {
        taken++;
        java.util.Objects.requireNonNull(items).take(java.util.Objects.requireNonNull(java.util.Objects.requireNonNull(item.parent).parent), item);
    }

    private void attach(@Nullable Node parent, Node node) {
        if (parent == null) {
            return;
        }
        if (isStreamed(parent)) {
            if (node.kind != Node.Kind.OBJECT && node.kind != Node.Kind.LIST) {
                give(node);
            }
        } else if (parent.kind == Node.Kind.LIST) {
            parent.items.add(node);
        } else {
            if (parent.parent == null && taken > 0) {
                throw new Restart();
            }
            Node before = parent.fields.putIfAbsent(node.key, node);
            if (before != null) {
                problems.error(node.name(), "DUPLICATE",
                        "field '" + node.key + "' stands here again; it stood first on line " + before.line);
            }
        }
    }
}
