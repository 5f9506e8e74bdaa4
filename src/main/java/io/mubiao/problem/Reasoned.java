package io.mubiao.problem;

/**
 * An exception whose type says what is wrong (有类型的原因): what it becomes among problems has its code, and nobody has to read
 * its message.
 */
public interface Reasoned {
    /** The code of the problem that it becomes, a stable name for programs. */
    String code();

    /**
     * An exception as a problem of a place.
     *
     * @param otherwise the code where the type of the exception does not say one
     */
    static Problem problem(RuntimeException e, String otherwise, Place place) {
        return problem(e, otherwise, place, "");
    }

    /** The same with something to add behind its message. */
    static Problem problem(RuntimeException e, String otherwise, Place place, String behind) {
        return Problem.error(e instanceof Reasoned it ? it.code() : otherwise, place, e.getMessage() + behind);
    }

    /** The same refusal, said of what it happened in: the words come first, the code stays. */
    static IllegalArgumentException within(String words, RuntimeException e) {
        String message = words + e.getMessage();
        return e instanceof Reasoned it ? new RefusedWithin(message, it.code(), e) : new IllegalArgumentException(message, e);
    }
}
