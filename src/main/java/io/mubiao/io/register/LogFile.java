package io.mubiao.io.register;

import io.mubiao.io.Format;
import io.mubiao.io.internal.AtomicFile;
import io.mubiao.io.internal.DefinitionText;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.FormatVersion;
import io.mubiao.io.internal.LineTrees;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.Tree;
import io.mubiao.io.internal.TreeWriter;
import io.mubiao.io.internal.Unwritable;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a log of observations on disk (观测台账存档) as JSON lines: the first says of which register and in which version, each
 * other is an observation with everything it carries, the ids that the log gave too. What is restored is equal: corrections,
 * retractions, when each became known. An observation more is one line at the end.
 *
 * <p>A line counts once its line feed is written: one cut off by a crash is left out with a warning, and the next append
 * takes its place.
 *
 * <p>A host with a database keeps the same lines there, a row each: those of a log that is there already by {@link #lines}, then a
 * {@link #write(Observation)} for each observation that is added, and restores by {@link #read(Iterable, String, Register)}.
 */
public final class LogFile {
    private static final int BLOCK = 1 << 16;

    private LogFile() {}

    /**
     * Writes a log whole, in place of what is there.
     *
     * @throws UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(Path file, Register register, ObservationLog log) {
        AtomicFile.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            line(first(register), writer);
            LogRows.inOrder(log).forEach(it -> {
                Checkpoint.pass("observation", it.entry().id());
                line(LogRows.tree(it), writer);
            });
        });
    }

    /**
     * The lines of a log without line feeds, in the order in which it can be restored; {@link ObservationLog#stream()} has another
     * one.
     */
    public static Stream<String> lines(Register register, ObservationLog log) {
        return Stream.concat(Stream.of(write(register)), LogRows.inOrder(log).stream().map(LogFile::write));
    }

    /** The first line of a log of a register, without line feed. */
    public static String write(Register register) {
        return TreeWriter.compact(first(register));
    }

    /** The line of an observation, with the id that the log gave, without line feed. */
    public static String write(Observation observation) {
        return TreeWriter.compact(LogRows.tree(observation));
    }

    private static Tree first(Register register) {
        return new Tree().with("log", register.id()).with("format", FormatVersion.NOW);
    }

    /**
     * Appends observations to a file that {@link #write} made, in the order in which the log took them and with the ids it gave.
     * They are on the disk when this returns; all of them or, after a crash, the first of them. One at a time may append.
     *
     * @throws ConcurrentModificationException if another thread of this program appends
     * @throws UncheckedIOException if there is no such file or it cannot be written
     */
    public static void add(Path file, Observation... observations) {
        StringWriter lines = new StringWriter();
        List.of(observations).forEach(it -> line(LogRows.tree(it), lines));
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.lock();
            channel.position(end(channel));
            channel.truncate(channel.position());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (OverlappingFileLockException e) {
            throw new ConcurrentModificationException("another thread appends to '" + file + "'; one at a time may", e);
        } catch (IOException e) {
            throw Unwritable.of(file, e);
        }
    }

    /**
     * Restores a log.
     *
     * @throws InvalidDefinitionException listing every problem with file, line and path; nothing is half-loaded
     * @throws UncheckedIOException if the file exists but cannot be read
     */
    public static ObservationLog read(Path file, Register register) {
        return read(file, register, doubt -> { });
    }

    /** As {@link #read(Path, Register)}; a listener hears of a last line that was cut off. */
    public static ObservationLog read(Path file, Register register, Consumer<Problem> doubts) {
        return DefinitionText.readBy(file.toString(), doubts, problems -> log(LineTrees.read(file, problems), register, problems));
    }

    /**
     * Restores a log from its lines in the order in which they were made, wherever they were kept.
     *
     * @param name what messages call them; the first is line 1
     * @throws InvalidDefinitionException as {@link #read(Path, Register)}
     */
    public static ObservationLog read(Iterable<String> lines, String name, Register register) {
        return DefinitionText.readBy(name, doubt -> { }, problems -> log(LineTrees.of(lines, problems), register, problems));
    }

    private static void line(Tree tree, Writer out) {
        TreeWriter.write(tree, Format.JSON, false, out);
    }

    /** Behind the last line feed. */
    private static long end(FileChannel channel) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long end = channel.size(); end > 0; end -= block.limit()) {
            block.clear().limit((int) Math.min(BLOCK, end));
            while (block.hasRemaining() && channel.read(block, end - block.limit() + block.position()) >= 0) {
                // The rest of the block.
            }
            for (int i = block.limit() - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    return end - block.limit() + i + 1;
                }
            }
        }
        return 0;
    }

    private static @Nullable ObservationLog log(Iterator<Node> lines, Register register, ProblemList problems) {
        Node first = lines.next();
        if (!isFor(register, first, problems)) {
            return null;
        }
        ObservationReader reader = ObservationReader.restoring(register, problems);
        List<Observation> rows = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        while (lines.hasNext()) {
            Node node = lines.next();
            Checkpoint.pass("line", node.line);
            Observation row = reader.restored(node);
            if (row != null) {
                rows.add(row);
                nodes.add(node);
            }
        }
        return problems.hasErrors() ? null : restored(rows, nodes, first, problems);
    }

    private static boolean isFor(Register register, Node first, ProblemList problems) {
        Fields fields = new Fields(problems, FormatVersion.check(first, problems), "the first line of a log");
        String of = fields.text("log").or("");
        if (!fields.failed() && !of.equals(register.id())) {
            problems.error(first, "BAD_VALUE", "this is a log of '" + of + "'; expected one of '" + register.id() + "'");
        }
        fields.refuseUnknown();
        return !problems.hasErrors();
    }

    private static @Nullable ObservationLog restored(List<Observation> rows, List<Node> nodes, Node first, ProblemList problems) {
        ObservationLog log = ObservationLog.empty();
        try {
            List<String> given = log.addAll(rows);
            for (int i = 0; i < given.size(); i++) {
                Node id = nodes.get(i).fields.get("id");
                if (id != null && !id.text.equals(given.get(i))) {
                    problems.error(id, "BAD_VALUE", "the log gives the id '" + given.get(i) + "' here, found '" + id.text
                            + "'; a line before it is missing or stands elsewhere; expected them as LogFile.lines gives them");
                    return null;
                }
            }
            return log;
        } catch (IllegalArgumentException e) {
            problems.error(first, e);
            return null;
        }
    }
}
