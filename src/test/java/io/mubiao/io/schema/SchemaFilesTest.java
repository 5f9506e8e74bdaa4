package io.mubiao.io.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.testing.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schemas in the jar are those that {@code fields.txt} and the code make; {@code -Dmubiao.schemas=write} makes them anew. */
class SchemaFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/mubiao/schema");

    @Test
    void theFilesAreUpToDate() throws IOException {
        SchemaMaker maker = new SchemaMaker();
        for (String name : Schemas.names()) {
            String text = maker.text(name);
            Path file = FOLDER.resolve(name + ".schema.json");
            if ("write".equals(System.getProperty("mubiao.schemas"))) {
                Files.writeString(file, text);
            }
            assertEquals(text, Files.readString(file), name);
        }
    }

    @Test
    void schemasCanBeHad() {
        for (String name : Schemas.names()) {
            assertEquals(true, Schemas.schema(name).contains("urn:mubiao:schema:" + name + ":"), name);
        }
        Refusal.naming(() -> Schemas.schema("land-rules"), "did you mean 'land-rule'");
    }
}
