package io.mubiao.io.rule;

import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Finds the files that a file names; what lies elsewhere is never opened, not through a link either. */
final class Beside {
    private Beside() {}

    /**
     * A file in the folder of another or below it.
     *
     * @throws IllegalArgumentException if the name leads out of that folder
     */
    static Path find(Path from, String name) {
        return find(from, name, folder(from));
    }

    /** As {@link #find}, also in the folder above and below that: rules that several projects share lie there. */
    static Path findNear(Path from, String name) {
        Path above = folder(from).getParent();
        return find(from, name, above == null || above.getParent() == null ? folder(from) : above);
    }

    /** The first thing that is wrong with a file that another names, and how many more there are. */
    static String first(InvalidDefinitionException refused) {
        List<Problem> problems = refused.problems();
        String first = problems.get(0).place() + ": " + problems.get(0).message();
        return problems.size() == 1 ? first : first + "; " + (problems.size() - 1) + " more problem(s)";
    }

    private static Path find(Path from, String name, Path within) {
        Path file;
        try {
            file = from.resolveSibling(name).normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + name + "' is no name of a file", e);
        }
        boolean inside = file.toAbsolutePath().normalize().startsWith(within);
        try {
            inside = inside && (!Files.exists(file) || file.toRealPath().startsWith(within.toRealPath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!inside) {
            throw new IllegalArgumentException("the file '" + name + "' lies outside of '" + within
                    + "'; expected one within, and no links out of it");
        }
        return file;
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null ? file.toAbsolutePath().normalize() : folder;
    }
}
