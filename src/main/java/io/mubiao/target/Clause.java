package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import java.util.List;

/**
 * A clause of a document and the targets read from it (出处). Immutable.
 *
 * @param id unique in its register
 * @param document the id of the document
 * @param chapter the chapter's label
 * @param quote the words, verbatim
 * @param at the offset of the quote's first code point in the document's text, from 0
 * @param targets the ids of the targets that the clause gives rise to
 */
public record Clause(String id, String document, String chapter, String quote, int at, List<String> targets) {
    public Clause {
        requireNonNull(id, "id");
        requireNonNull(document, "document");
        requireNonNull(chapter, "chapter");
        targets = List.copyOf(targets);
        if (quote.isEmpty()) {
            throw new IllegalArgumentException("quote of clause '" + id + "' must not be empty");
        }
        if (at < 0) {
            throw new IllegalArgumentException("offset of clause '" + id + "' must be >= 0, got " + at);
        }
    }

    /** The offset after the quote's last code point. */
    public int end() {
        return at + quote.codePointCount(0, quote.length());
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
