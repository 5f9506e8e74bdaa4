package io.mubiao.problem;

import io.mubiao.text.internal.Characters;
import java.io.Serial;

/** What is to be added has an id that is taken (已存在); the message names it. */
public final class AlreadyThereException extends IllegalArgumentException implements Reasoned {
    @Serial
    private static final long serialVersionUID = 1L;

    public AlreadyThereException(String message) {
        super(Characters.shown(message));
    }

    @Override
    public String code() {
        return "DUPLICATE";
    }
}
