package io.mubiao.render;

import io.mubiao.lookup.LookupList;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Source;

/** Where something stands, in words. */
final class CiteWords {
    private final Words words;
    private final LookupList<Source> sources;

    CiteWords(Words words, LookupList<Source> sources) {
        this.words = words;
        this.sources = sources;
    }

    /** The document and its clause, and what is assumed where it is silent, to stand behind a sentence; may be empty. */
    String behind(Cite it) {
        String place = place(it);
        return (place.isEmpty() ? "" : words.either("　依据：", "; source: ") + place)
                + (it.assumption().isEmpty() ? "" : words.either("　假定：", "; assumed: ") + it.assumption());
    }

    /** The document and its clause in brackets; may be empty. */
    String bracketed(Cite it) {
        String place = place(it);
        return place.isEmpty() ? "" : words.either("（依据：" + place + "）", " (source: " + place + ")");
    }

    private String place(Cite it) {
        String title = sources.find(it.source()).map(source -> words.either("《" + source.title() + "》", source.title())).orElse(it.source());
        return title + (title.isEmpty() || it.clause().isEmpty() ? "" : words.either("", ", ")) + it.clause();
    }
}
