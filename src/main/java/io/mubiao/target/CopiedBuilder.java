package io.mubiao.target;

/** A builder whose parts are immutable, so that a copy knows nothing of what the original is set to later. */
abstract class CopiedBuilder<B extends CopiedBuilder<B>> implements Cloneable {
    @SuppressWarnings("unchecked")
    final B copy() {
        try {
            return (B) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
