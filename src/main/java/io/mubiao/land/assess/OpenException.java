package io.mubiao.land.assess;

/** The inputs are only known to lie in a range, and which group or label follows from them is open. */
final class OpenException extends RuntimeException {
    @java.io.Serial
    private static final long serialVersionUID = 1L;

    OpenException() {
        super("open", null, false, false);
    }
}
