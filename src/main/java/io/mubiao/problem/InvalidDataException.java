package io.mubiao.problem;

import java.io.Serial;
import java.util.List;

/** A data file has problems and the caller did not choose to go on without the rows concerned. */
public final class InvalidDataException extends ProblemsException {
    @Serial
    private static final long serialVersionUID = 1L;

    InvalidDataException(List<Problem> problems) {
        super("the data has problems", problems);
    }
}
