package io.mubiao.io.internal.token;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What stands in a text, one after another. */
public interface Tokens extends Closeable {
    /** What stands somewhere. */
    enum Kind {
        /** The name of a field. */
        FIELD,
        /** An object begins. */
        OBJECT,
        /** A list begins. */
        LIST,
        /** A text or number. */
        TEXT,
        /** Nothing. */
        NOTHING,
        /** An object or list ends. */
        END
    }

    /** Goes on to the next; null behind the last. */
    @Nullable Kind next() throws IOException;

    /** The name or text, as it stands there. */
    String text() throws IOException;

    /** The line of its first character, from 1. */
    int line();

    /** The column of its first character, from 1. */
    int column();

    /** The line of its end, from 1. */
    int lastLine();

    /** Whether it has an anchor or tag, or is an alias. */
    boolean isReference() throws IOException;

    @Override
    void close() throws IOException;
}
