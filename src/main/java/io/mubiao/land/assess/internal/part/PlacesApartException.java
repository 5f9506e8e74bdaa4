package io.mubiao.land.assess.internal.part;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The places of rows did not travel with them. */
public final class PlacesApartException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    PlacesApartException(@Nullable Throwable cause) {
        super(cause);
    }
}
