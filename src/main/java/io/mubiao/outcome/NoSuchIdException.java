package io.mubiao.outcome;

import java.io.Serial;

/** What is asked for by id or name is not there (查无此项); the message names it and where it was looked for. */
public final class NoSuchIdException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    public NoSuchIdException(String message) {
        super(message);
    }
}
