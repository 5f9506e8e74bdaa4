package io.mubiao.io.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.mubiao.io.Format;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes trees of maps, collections, texts, numbers and booleans; maps keep their order. */
public final class TreeWriter {
    private TreeWriter() {}

    public static String write(Map<String, ?> tree, Format format) {
        StringWriter out = new StringWriter();
        write(tree, format, true, out);
        String text = out.toString();
        return text.endsWith("\n") ? text : text + "\n";
    }

    /**
     * Writes a tree as it comes, an item of a stream at a time, with a line feed at its end; does not close the writer.
     *
     * @param indented whether a field stands on a line of its own; YAML always has it so
     */
    public static void write(Map<String, ?> tree, Format format, boolean indented, Writer out) {
        try {
            try (JsonGenerator generator = factory(format).createGenerator(out)) {
                generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                generator.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
                if (indented) {
                    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
                    printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
                    printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
                    generator.setPrettyPrinter(printer);
                }
                generator.setCharacterEscapes(new SafeEscapes());
                value(generator, tree);
            }
            if (format == Format.JSON) {
                out.write('\n');
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON without spaces or line breaks. */
    public static String compact(Map<String, ?> tree) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = factory(Format.JSON).createGenerator(out)) {
            generator.setCharacterEscapes(new SafeEscapes());
            value(generator, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static JsonFactory factory(Format format) {
        return switch (format) {
            case JSON -> new JsonFactory();
            case YAML -> YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .stringQuotingChecker(new PlainScalars())
                    .build();
        };
    }

    private static void value(JsonGenerator generator, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                value(generator, entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Collection<?> items) {
            generator.writeStartArray();
            for (Object item : items) {
                Checkpoint.pass();
                value(generator, item);
            }
            generator.writeEndArray();
        } else if (value instanceof Stream<?> items) {
            generator.writeStartArray();
            for (Iterator<?> rest = items.iterator(); rest.hasNext();) {
                Checkpoint.pass();
                value(generator, rest.next());
            }
            generator.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value == null) {
            generator.writeNull();
        } else {
            generator.writeString(value.toString());
        }
    }
}
