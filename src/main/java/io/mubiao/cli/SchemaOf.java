package io.mubiao.cli;

import io.mubiao.io.internal.Unwritable;
import io.mubiao.io.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schema NAME}: the JSON Schema of a kind of file, for editors. */
@Command(name = "schema")
final class SchemaOf extends Work {
    @Parameters(index = "0", arity = "0..1", paramLabel = "<kind>", descriptionKey = "schema-kind")
    private String name = "";

    @Option(names = "--to", paramLabel = "<folder>", descriptionKey = "schema-to")
    private String folder = "";

    SchemaOf(Session session) {
        super(session);
    }

    @Override
    void run() {
        if (!folder.isEmpty()) {
            (name.isEmpty() ? Schemas.names() : List.of(name)).forEach(this::write);
        } else if (name.isEmpty()) {
            Schemas.names().forEach(out::println);
        } else {
            out.print(Schemas.schema(name));
        }
    }

    private void write(String kind) {
        Path file = Path.of(folder).resolve(kind + ".schema.json");
        try {
            Files.createDirectories(Path.of(folder));
        } catch (IOException e) {
            throw Unwritable.of(file, e);
        }
        text(file, Schemas.schema(kind));
        out.println(file);
    }
}
