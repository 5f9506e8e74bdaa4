package io.mubiao.formula.internal;

import io.mubiao.formula.Symbol;
import java.util.List;
import java.util.Optional;

/** The names a formula may use. */
public interface Names {
    /** What a name stands for, if it is known. */
    Optional<Symbol> find(String name);

    /** What a function of texts stands for, such as {@code consecutive("D")}; empty if there is none. */
    default Optional<Symbol> find(String function, List<String> texts) {
        return Optional.empty();
    }

    /** The functions of texts that {@link #find(String, List)} knows. */
    default List<String> functions() {
        return List.of();
    }

    /** Names to suggest for a misspelt one. */
    default List<String> known() {
        return List.of();
    }
}
