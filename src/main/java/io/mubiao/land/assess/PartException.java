package io.mubiao.land.assess;

import io.mubiao.problem.Reasoned;
import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.Translation;
import java.io.Serial;
import java.util.Locale;

/** A part of an evaluation cannot be used, or an evaluation cannot be made in parts (分部结果不可用); says why. */
public final class PartException extends IllegalArgumentException implements Reasoned {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        /** The bytes are no part, or one of another kind (不是分部结果). */
        NO_PART,
        /** The bytes are of a form that this version does not read (版本不符). */
        OTHER_VERSION,
        /** The bytes are not as they were written (已损坏). */
        DAMAGED,
        /** The part is of another rule, or of the rule under other settings (办法或设置不同). */
        OTHER_RULE,
        /** The part is of another pass (不是同一遍). */
        OTHER_PASS,
        /** The summary is by other texts (汇总依据不同). */
        OTHER_SUMMARY,
        /** Rows that must be in one chunk are in several, or were not there in an earlier pass (该在一起的行被分开). */
        ROWS_APART,
        /** The rule needs more than parts may keep (不能分部进行). */
        NOT_IN_PARTS
    }

    private final Fault fault;
    private final String words;

    /** With what is wrong, also as a sentence. */
    public PartException(Fault fault, String message) {
        super(Characters.shown(message));
        this.fault = fault;
        this.words = message;
    }

    /** The same, found out by another exception. */
    public PartException(Fault fault, String message, Throwable cause) {
        super(Characters.shown(message), cause);
        this.fault = fault;
        this.words = message;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    @Override
    public String code() {
        return "BAD_PART";
    }

    /** The message in Chinese, or else in English. */
    public String message(Locale locale) {
        return Translation.translate(Characters.shown(words), locale);
    }
}
