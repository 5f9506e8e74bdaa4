package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/** For whom (对象范围): the members that are counted. Immutable. */
public sealed interface Population {
    /** Exactly these members. */
    record Listed(List<String> members) implements Population {
        public Listed {
            members = List.copyOf(members);
            if (members.isEmpty() || new HashSet<>(members).size() != members.size()) {
                throw new IllegalArgumentException("members must be at least one and none twice, got " + members);
            }
        }

        @Override
        public String toString() {
            return members.toString();
        }
    }

    /** Whoever was reported on or before a day; those who come later are not counted. */
    record Frozen(LocalDate on) implements Population {
        public Frozen {
            requireNonNull(on, "on");
        }

        @Override
        public String toString() {
            return "frozen " + on;
        }
    }

    /** Whoever has been reported by the as-of date; the list grows. */
    record Growing() implements Population {
        @Override
        public String toString() {
            return "growing";
        }
    }

    /** Exactly these members. */
    static Population of(String... members) {
        return new Listed(List.of(members));
    }

    /** Whoever was reported on or before a day. */
    static Population frozen(LocalDate on) {
        return new Frozen(on);
    }

    /** Whoever has been reported by the as-of date. */
    static Population growing() {
        return new Growing();
    }
}
