package io.mubiao.io.internal;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A library that a host adds if it wants what needs it is absent; the message names the dependency to add. */
public final class MissingLibraryException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    public MissingLibraryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Makes sure that a library is there.
     *
     * @param type a class of it
     * @param message what is said if it is absent
     */
    public static void checkPresent(String type, ClassLoader loader, String message) {
        try {
            Class.forName(type, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new MissingLibraryException(message, e);
        }
    }
}
