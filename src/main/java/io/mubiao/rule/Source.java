package io.mubiao.rule;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;

/**
 * A document that a rule is taken from (依据文件). Immutable.
 *
 * @param id what citations call it
 * @param title its title
 * @param url its address; may be empty
 * @param note how far it was read, mirror or original, draft or in force; may be empty
 */
public record Source(String id, String title, String url, String note) {
    public Source {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(url, "url");
        requireNonNull(note, "note");
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
