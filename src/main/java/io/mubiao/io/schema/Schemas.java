package io.mubiao.io.schema;

import io.mubiao.problem.NoSuchIdException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The JSON Schemas (2020-12) of the files that are read as YAML or JSON (文件格式的 JSON Schema). They lie in the jar, in
 * {@code io/mubiao/schema} under their names with the ending {@code .schema.json}, and say what stands where; whether the parts of a
 * file fit together only its reader knows.
 */
public final class Schemas {
    private static final String ENDING = ".schema.json";
    private static final List<String> NAMES = List.of("register", "observations", "scoring-rule", "scorecard", "land-rule");

    private Schemas() {}

    /**
     * The kinds of files: {@code register} (目标登记册), {@code observations} (观测数据), {@code scoring-rule} (计分办法),
     * {@code scorecard} (考核办法), {@code land-rule} (评价办法).
     */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Where the schema of a kind of file lies.
     *
     * @throws NoSuchIdException if there is no such kind
     */
    public static URL address(String name) {
        if (!NAMES.contains(name)) {
            throw NoSuchIdException.of("the library", "schema", name, NAMES);
        }
        return Objects.requireNonNull(Schemas.class.getResource("/io/mubiao/schema/" + name + ENDING), name);
    }

    /**
     * The schema of a kind of file, as JSON.
     *
     * @throws NoSuchIdException if there is no such kind
     */
    public static String schema(String name) {
        try (InputStream text = address(name).openStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
