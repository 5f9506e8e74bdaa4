package io.mubiao.land.assess;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import java.util.List;
import java.util.Optional;

/**
 * Whose class an enterprise takes (等级跟随): a tenant that of the owner of its land. Immutable.
 *
 * @param by the column that names whom it follows
 * @param path whom it follows, and whom he follows, to the last; empty where nobody is named
 * @param state what came of it
 * @param className the class; empty where there is none
 */
public record Followed(Why.Named by, List<Firm> path, State state, Optional<String> className) {
    /** What came of following. */
    public enum State {
        /** The last has a class. */
        CLASS,
        /** The last has none (不定级、不参评), so neither has who follows. */
        NO_CLASS,
        /** Nobody is named. */
        NOT_GIVEN,
        /** The last is not in the roll. */
        NOT_THERE,
        /** They follow each other in a circle. */
        CIRCLE,
        /** Nobody can tell the class of the last. */
        UNDECIDED;

        /** Whether nobody can tell. */
        public boolean isOpen() {
            return this != CLASS && this != NO_CLASS;
        }
    }

    /** One of those who are followed; the name is the id where it is not in the roll. */
    public record Firm(String id, String name) {
        public Firm {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
        }

        @Override
        public String toString() {
            return Characters.shown(id);
        }
    }

    public Followed {
        requireNonNull(by, "by");
        path = List.copyOf(path);
        requireNonNull(state, "state");
        checkArgument(className.isPresent() == (state == State.CLASS), "a class belongs to %s, got %s", State.CLASS, state);
    }

    /** The last of those who are followed. */
    public Firm last() {
        checkArgument(!path.isEmpty(), "nobody is named");
        return path.get(path.size() - 1);
    }

    @Override
    public String toString() {
        return Characters.shown(path + " " + state + className.map(it -> " " + it).orElse(""));
    }
}
