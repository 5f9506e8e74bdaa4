package io.mubiao.gap;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import io.mubiao.value.Rational;

/** What is to be reached (目标状态): a light, a grade, points, or a status. Immutable. */
public sealed interface Aim {
    /** This light or a better one. */
    record Light(String name) implements Aim {
        public Light {
            requireNonNull(name, "name");
        }

        @Override
        public String toString() {
            return Characters.shown("light " + name);
        }
    }

    /** This grade or a better one; of nodes alone. */
    record Grade(String name) implements Aim {
        public Grade {
            requireNonNull(name, "name");
        }

        @Override
        public String toString() {
            return Characters.shown("grade " + name);
        }
    }

    /** At least so many points. */
    record Points(Rational least) implements Aim {
        public Points {
            requireNonNull(least, "least");
        }

        @Override
        public String toString() {
            return Characters.shown(least + " points");
        }
    }

    /** The full points. */
    record Full() implements Aim {
        @Override
        public String toString() {
            return Characters.shown("full points");
        }
    }

    /** What is required holds; of items alone. */
    record Met() implements Aim {
        @Override
        public String toString() {
            return Characters.shown("met");
        }
    }

    /** What is required holds, or enough is done by now; of items alone. */
    record OnPace() implements Aim {
        @Override
        public String toString() {
            return Characters.shown("on pace");
        }
    }

    /** This light or a better one. */
    static Aim light(String name) {
        return new Light(name);
    }

    /** This grade or a better one. */
    static Aim grade(String name) {
        return new Grade(name);
    }

    /** At least so many points, such as {@code "7.5"}. */
    static Aim points(String least) {
        return new Points(Rational.parse(least));
    }

    /** The full points. */
    static Aim full() {
        return new Full();
    }

    /** What is required holds. */
    static Aim met() {
        return new Met();
    }

    /** What is required holds, or enough is done by now. */
    static Aim onPace() {
        return new OnPace();
    }
}
