package io.mubiao.problem;

import java.io.Serial;

/** A refusal for a reason that has a type, told of the thing in which it was met. */
final class RefusedWithin extends IllegalArgumentException implements Reasoned {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    RefusedWithin(String message, String code, RuntimeException cause) {
        super(message, cause);
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
