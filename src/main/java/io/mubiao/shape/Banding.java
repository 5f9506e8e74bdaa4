package io.mubiao.shape;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.Optional;

/**
 * A number that was looked up in a table of grades or lights (等次、亮灯的分数线). Immutable.
 *
 * @param number the number
 * @param rounded the number after the rounding of the table
 * @param rounding how the table rounds
 * @param band the band that holds it; empty in a hole
 */
public record Banding(Rational number, Rational rounded, Optional<Rounding> rounding, Optional<Bands.Band> band) {
    public Banding {
        requireNonNull(number, "number");
        requireNonNull(rounded, "rounded");
        requireNonNull(rounding, "rounding");
        requireNonNull(band, "band");
    }

    /** Which of some bands holds a number. */
    public static Banding of(Bands bands, Rational number) {
        Rational rounded = bands.rounded(number);
        return new Banding(number, rounded, bands.rounding(), bands.label(number).flatMap(label -> bands.bands().stream()
                .filter(each -> each.interval().contains(rounded)).findFirst()));
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
