package io.mubiao.io.internal.token;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.mubiao.io.Format;
import io.mubiao.work.CostBudget;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** What Jackson finds in a text. */
public final class JacksonTokens implements Tokens {
    private final JsonParser parser;
    private boolean isField;
    private @Nullable JsonLocation at;

    private JacksonTokens(JsonParser parser) {
        this.parser = parser;
    }

    /** Of a text in the format that it has. */
    public static JacksonTokens of(Reader text, Format format, CostBudget limits) throws IOException {
        return new JacksonTokens(ParserFactory.of(format, limits).createParser(text));
    }

    @Override
    public @Nullable Kind next() throws IOException {
        at = null;
        JsonToken token = parser.nextToken();
        isField = token == JsonToken.FIELD_NAME;
        return token == null ? null : switch (token) {
            case FIELD_NAME -> Kind.FIELD;
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.LIST;
            case END_OBJECT, END_ARRAY -> Kind.END;
            case VALUE_NULL -> Kind.NOTHING;
            default -> Kind.TEXT;
        };
    }

    @Override
    public String text() throws IOException {
        return isField ? parser.currentName() : parser.getText();
    }

    private JsonLocation at() {
        JsonLocation known = at == null ? parser.currentTokenLocation() : at;
        at = known;
        return known;
    }

    @Override
    public int line() {
        return at().getLineNr();
    }

    @Override
    public int column() {
        return at().getColumnNr();
    }

    @Override
    public int lastLine() {
        return parser.currentLocation().getLineNr();
    }

    @Override
    public boolean isReference() throws IOException {
        return parser instanceof YAMLParser yaml
                && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
