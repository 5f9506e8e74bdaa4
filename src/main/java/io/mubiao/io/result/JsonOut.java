package io.mubiao.io.result;

import io.mubiao.io.Format;
import io.mubiao.io.internal.TreeWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Plain data as JSON text. */
final class JsonOut {
    private JsonOut() {}

    static String write(Map<String, Object> tree, JsonStyle style) {
        StringWriter out = new StringWriter();
        write(tree, style, out);
        return out.toString();
    }

    static void write(Map<String, Object> tree, JsonStyle style, Writer out) {
        TreeWriter.write(tree, Format.JSON, style.isIndented(), out);
    }

    static void write(Map<String, Object> tree, JsonStyle style, OutputStream out) {
        write(tree, style, new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
