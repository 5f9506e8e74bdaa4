package io.mubiao.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.mubiao.io.ProblemList.GiveUp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads a file into {@link Node}s, every scalar as the text that stands there. Whatever is refused here (syntax,
 * encoding, nesting, size, a field twice, anchors) ends the reading.
 */
final class TreeReader {
    private final Format format;
    private final ReadLimits limits;
    private final ProblemList problems;

    private TreeReader(Format format, ReadLimits limits, ProblemList problems) {
        this.format = format;
        this.limits = limits;
        this.problems = problems;
    }

    /** @throws GiveUp if the file cannot be read; the problems say why */
    static Node read(Path file, ReadLimits limits, ProblemList problems) {
        TreeReader reader = new TreeReader(Format.of(file), limits, problems);
        try {
            if (Files.isDirectory(file)) {
                throw reader.refuse("NO_FILE", "'" + file + "' is a folder; expected a file");
            }
            long bytes = Files.size(file);
            if (bytes > limits.bytes()) {
                throw reader.refuse("TOO_LARGE",
                        "the file has " + bytes + " bytes; expected at most " + limits.bytes());
            }
            return reader.parse(reader.decode(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw reader.refuse("NO_FILE", "no such file: '" + file + "'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Node parse(String text, Format format, ReadLimits limits, ProblemList problems) {
        return new TreeReader(format, limits, problems).parse(text);
    }

    private GiveUp refuse(String code, String message) {
        return refuse(0, 0, "", code, message);
    }

    private GiveUp refuse(int line, int column, String path, String code, String message) {
        problems.error(line, column, path, code, message);
        return new GiveUp();
    }

    private GiveUp refuse(Node node, String code, String message) {
        problems.error(node, code, message);
        return new GiveUp();
    }

    private String decode(byte[] bytes) throws IOException {
        try (Reader text = FileEncoding.open(() -> new ByteArrayInputStream(bytes), Optional.empty(), problems)) {
            StringWriter whole = new StringWriter(bytes.length);
            text.transferTo(whole);
            return whole.toString();
        }
    }

    private Node parse(String text) {
        Node[] deepest = new Node[1];
        try (JsonParser parser = factory().createParser(text)) {
            if (parser.nextToken() == null) {
                throw refuse(1, 1, "", "EMPTY", "the file is empty; expected an object");
            }
            Node root = tree(parser, deepest);
            if (parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                throw refuse(at.getLineNr(), at.getColumnNr(), "", "SYNTAX", "a second document; expected one");
            }
            return root;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String path = deepest[0] == null ? "" : deepest[0].path();
            throw refuse(at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr(), path, "SYNTAX",
                    firstLines(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLines(String message) {
        String plain = message.lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining("\n"));
        String joined = (plain.isBlank() ? message : plain).strip().replaceAll("\\s*\\R\\s*", "; ");
        return joined.length() <= 300 ? joined : joined.substring(0, 300) + "…";
    }

    private JsonFactory factory() {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxDocumentLength(-1)
                .maxNestingDepth(limits.depth() + 2)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(limits.scalar())
                .maxNumberLength(limits.scalar())
                .build();
        if (format == Format.JSON) {
            return JsonFactory.builder().streamReadConstraints(constraints).build();
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(limits.depth() + 2);
        return YAMLFactory.builder().streamReadConstraints(constraints).loaderOptions(options).build();
    }

    /** Builds the tree without recursion, so that no nesting can exhaust the stack. */
    private Node tree(JsonParser parser, Node[] deepest) throws IOException {
        Node root = null;
        Node open = null;
        int depth = 0;
        String field = "";
        JsonToken token = parser.currentToken();
        while (token != null) {
            if (token == JsonToken.FIELD_NAME) {
                field = parser.currentName();
            } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                depth--;
                open = open == null ? null : open.parent;
                if (open == null) {
                    break;
                }
            } else {
                Node node = node(parser, token, open, field);
                deepest[0] = node;
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
            token = parser.nextToken();
        }
        if (root == null) {
            throw refuse(1, 1, "", "EMPTY", "the file is empty; expected an object");
        }
        return root;
    }

    private Node node(JsonParser parser, JsonToken token, @Nullable Node parent, String field) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        String key = parent != null && parent.kind == Node.Kind.LIST ? String.valueOf(parent.items.size()) : field;
        Node.Kind kind = switch (token) {
            case START_OBJECT -> Node.Kind.OBJECT;
            case START_ARRAY -> Node.Kind.LIST;
            case VALUE_NULL -> Node.Kind.NOTHING;
            default -> Node.Kind.TEXT;
        };
        Node node = new Node(kind, parent, key, at.getLineNr(), at.getColumnNr());
        if (parser instanceof YAMLParser yaml && (yaml.isCurrentAlias() || yaml.getObjectId() != null
                || yaml.getTypeId() != null)) {
            throw refuse(node, "SYNTAX", "YAML anchors, aliases and tags are not read; write the value out");
        }
        if (kind == Node.Kind.TEXT) {
            node.text = parser.getText();
            if (node.text.length() > limits.scalar()) {
                throw refuse(node, "TOO_LONG", "a text of " + node.text.length() + " characters; expected at most "
                        + limits.scalar());
            }
        }
        return node;
    }

    private void attach(@Nullable Node parent, Node node) {
        if (parent == null) {
            return;
        }
        if (parent.kind == Node.Kind.LIST) {
            parent.items.add(node);
        } else {
            Node before = parent.fields.putIfAbsent(node.key, node);
            if (before != null) {
                problems.error(node, "DUPLICATE",
                        "field '" + node.key + "' stands here again; it stood first on line " + before.line);
            }
        }
    }
}
