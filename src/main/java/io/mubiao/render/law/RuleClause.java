package io.mubiao.render.law;

import io.mubiao.text.internal.Characters;

/**
 * One clause of a rule in words (复述条款). Immutable.
 *
 * @param number its number, from 1
 * @param chapter the chapter it stands in
 * @param path where it stands in the file: {@code groups.all.items.tax_per_mu}
 * @param text what it says
 * @param source the document and clause it is taken from, and what is assumed; may be empty
 */
public record RuleClause(int number, String chapter, String path, String text, String source) {
    public RuleClause {
        chapter = Characters.shown(chapter);
        path = Characters.shown(path);
        text = Characters.shown(text);
        source = Characters.shown(source);
    }

    /** What it says and whence, without its number. */
    public String words() {
        return source.isEmpty() ? text : text + " " + source;
    }

    @Override
    public String toString() {
        return number + ". " + words();
    }
}
