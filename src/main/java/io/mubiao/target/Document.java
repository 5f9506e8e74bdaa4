package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;

/**
 * A document that targets come from. Immutable.
 *
 * @param id the name a register uses
 * @param title its title
 * @param source where it was published; may be empty
 * @param file its text, relative to the register's file; may be empty
 */
public record Document(String id, String title, String source, String file) {
    public Document {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(source, "source");
        requireNonNull(file, "file");
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
