package io.mubiao.io.internal;

import io.mubiao.io.Format;
import io.mubiao.io.Input;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a definition whole, or refuses it with everything that is wrong. */
public final class DefinitionText {
    private DefinitionText() {}

    /**
     * What a file defines.
     *
     * @param doubts hears what is doubtful about a definition that can be used
     * @param reader gives null where it cannot read the tree; then there are problems
     */
    public static <T> T read(Path file, Consumer<Problem> doubts,
            BiFunction<Node, ProblemList, ? extends @Nullable T> reader) {
        return readBy(file.toString(), doubts, problems -> reader.apply(FormatVersion.check(TreeReader.read(file, problems), problems), problems));
    }

    /** What an input defines. */
    public static <T> T read(Input input, Consumer<Problem> doubts,
            BiFunction<Node, ProblemList, ? extends @Nullable T> reader) {
        return input.path().isPresent() ? read(input.path().get(), doubts, reader)
                : readBy(input.name(), doubts, problems -> reader.apply(InputText.tree(input, problems), problems));
    }

    /**
     * The same of whatever a reader opens by itself.
     *
     * @param name what messages call it
     */
    public static <T> T readBy(String name, Consumer<Problem> doubts, Function<ProblemList, ? extends @Nullable T> reader) {
        ProblemList problems = new ProblemList(name);
        T read = whole(name, problems, reader);
        problems.inFileOrder().forEach(doubts);
        return read;
    }

    /** Gives the tree of a file, or gives up with problems. */
    public interface Opening {
        Node open(ProblemList problems) throws IOException;
    }

    /** As {@link #read(Path, Consumer, BiFunction)}, of a file whose tree is made by somebody else. */
    public static <T> T readAs(String name, Consumer<Problem> doubts, Opening opening,
            BiFunction<Node, ProblemList, ? extends @Nullable T> reader) {
        return readBy(name, doubts, problems -> {
            try {
                return reader.apply(opening.open(problems), problems);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * What a text defines.
     *
     * @param name what messages call the text
     */
    public static <T> T parse(String text, Format format, String name,
            BiFunction<Node, ProblemList, ? extends @Nullable T> reader) {
        return readBy(name, doubt -> { }, problems -> reader.apply(
                FormatVersion.check(TreeReader.parse(text, format, problems), problems), problems));
    }

    private static <T> T whole(String name, ProblemList problems, Function<ProblemList, ? extends @Nullable T> reader) {
        T read = null;
        try {
            read = reader.apply(problems);
        } catch (ProblemList.GiveUp e) {
            read = null;
        }
        if (read == null || problems.hasErrors()) {
            throw new InvalidDefinitionException(name, problems.inFileOrder());
        }
        return read;
    }
}
