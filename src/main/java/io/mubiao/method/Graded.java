package io.mubiao.method;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import java.util.Optional;

/**
 * A number and the class a method puts it in. Immutable. The class may stand without a number (a target that is reached
 * has a class even where no rate can be formed) and the number without a class (a published table has a hole there).
 *
 * @param figure the number, or why there is none
 * @param grade the class, if the method gives one
 * @param reason why there is no class
 * @param detail what the reason is about; may be empty
 */
public record Graded<E extends Enum<E>>(Figure figure, Optional<E> grade, Optional<NoAnswer> reason, String detail) {
    public Graded {
        requireNonNull(figure, "figure");
        requireNonNull(detail, "detail");
        if (grade.isPresent() == reason.isPresent()) {
            throw new IllegalArgumentException("either a grade or a reason, got " + grade + " and " + reason);
        }
    }

    static <E extends Enum<E>> Graded<E> of(Figure figure, E grade) {
        return new Graded<>(figure, Optional.of(grade), Optional.empty(), "");
    }

    static <E extends Enum<E>> Graded<E> none(Figure figure, NoAnswer reason, String detail) {
        return new Graded<E>(figure, Optional.empty(), Optional.of(reason), detail);
    }

    /** No class because there is no number. */
    static <E extends Enum<E>> Graded<E> none(Figure absent) {
        return none(absent, absent.reason().orElseThrow(), absent.detail());
    }

    @Override
    public String toString() {
        return Characters.shown(figure + ", " + grade.map(Enum::toString)
                .orElseGet(() -> reason.orElseThrow() + (detail.isEmpty() ? "" : " (" + detail + ")")));
    }
}
