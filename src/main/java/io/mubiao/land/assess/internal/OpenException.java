package io.mubiao.land.assess.internal;

/** The inputs are only known to lie in a range, and which group or label follows from them is open. */
public final class OpenException extends RuntimeException {
    @java.io.Serial
    private static final long serialVersionUID = 1L;

    OpenException() {
        super("open", null, false, false);
    }
}
