package io.mubiao.shape;

import io.mubiao.shape.internal.Places;

/** The place of equals (并列处理). Each example ranks 9, 8, 8, 7. */
public enum Ties {
    /** The best of the places they take together: 1 2 2 4. A class can grow beyond its quota. */
    BEST_PLACE,
    /** The worst of the places they take together: 1 3 3 4. A class never grows beyond its quota. */
    WORST_PLACE,
    /** Places without gaps: 1 2 2 3. */
    DENSE;

    /** The place of a value, given how many are strictly better, how many are equal, and how many values are better. */
    public long place(long better, long equal, long betterValues) {
        return switch (this) {
            case BEST_PLACE -> better + 1;
            case WORST_PLACE -> better + equal;
            case DENSE -> betterValues + 1;
        };
    }
}
