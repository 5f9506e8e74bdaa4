package io.mubiao.cli;

import io.mubiao.io.internal.MissingLibraryException;
import io.mubiao.text.internal.Terminal;
import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The command: {@code targets}, {@code land}, {@code rule}, {@code schema}; arguments that begin with none of them are those of
 * {@code targets}. Run with {@code --help}, in Chinese, or in English with {@code --lang en}. Needs the library
 * {@code info.picocli:picocli}. Prints in the encoding of the console; where output goes into a file or pipe, in UTF-8.
 */
public final class Main {
    private static final Set<String> VERBS = Set.of("targets", "land", "rule", "schema", "-h", "--help");
    private static final String PICOCLI = "info.picocli:picocli:4.7.7";

    /** Tables are so wide where there is no terminal and COLUMNS says nothing. */
    private static final int NO_TERMINAL = 160;

    private Main() {}

    /** Ends with status 0, or 1 for refused files, or 2 for arguments that make no sense. */
    public static void main(String[] args) {
        Encodings encodings = Encodings.of(Optional.ofNullable(System.console()).map(Console::charset).orElse(null), System::getProperty);
        PrintStream out = new PrintStream(System.out, true, encodings.out());
        PrintStream err = new PrintStream(System.err, true, encodings.err());
        int status = run(List.of(args), new InputStreamReader(System.in, encodings.in()), out, err, Terminal.width(NO_TERMINAL));
        if (status != 0) {
            System.exit(status);
        }
    }

    /** As {@link #main}, on given streams and without ending the process; gives the status. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        return run(args, new StringReader(""), out, err);
    }

    /** As {@link #run(List, PrintStream, PrintStream)}, with answers to what a command asks. */
    public static int run(List<String> args, Reader in, PrintStream out, PrintStream err) {
        return run(args, in, out, err, NO_TERMINAL);
    }

    /** @param width how many columns a line of a table may have */
    static int run(List<String> args, Reader in, PrintStream out, PrintStream err, int width) {
        int first = leading(args);
        List<String> all = new ArrayList<>(args.subList(first, args.size()));
        Session session = new Session(out, err, new BufferedReader(in), Session.language(args), width);
        if (!all.isEmpty() && !VERBS.contains(all.get(0)) && all.get(0).matches("[\\p{L}-]+") && !all.get(0).startsWith("-")
                && Files.notExists(Path.of(all.get(0)))) {
            err.println(session.either("没有这个命令，也没有这个文件：“" + all.get(0) + "”；命令有 targets、land、rule、schema，用法见 --help",
                    "no such command or file: '" + all.get(0) + "'; commands are targets, land, rule, schema, see --help"));
            return 2;
        }
        if (all.isEmpty() || !VERBS.contains(all.get(0))) {
            all.add(0, "targets");
        }
        all.addAll(args.subList(0, first));
        try {
            checkLibrary();
        } catch (MissingLibraryException e) {
            err.println(session.translated(String.valueOf(e.getMessage())));
            return 1;
        }
        return CommandTree.of(session).execute(all.toArray(String[]::new));
    }

    /** How many words in front only say the language; they may as well stand behind the verb. */
    private static int leading(List<String> args) {
        int at = 0;
        while (at < args.size() && (args.get(at).equals("--lang") || args.get(at).startsWith("--lang="))) {
            at += args.get(at).equals("--lang") ? 2 : 1;
        }
        return Math.min(at, args.size());
    }

    /** A class that knows picocli is not looked at before. */
    private static void checkLibrary() {
        MissingLibraryException.checkPresent("picocli.CommandLine", Main.class.getClassLoader(), "the command needs a library that is not there:"
                + " add the dependency " + PICOCLI);
    }
}
