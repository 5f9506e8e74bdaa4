package io.mubiao.cli;

import io.mubiao.problem.ProblemsException;
import io.mubiao.text.internal.Terminal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The command: {@code targets}, {@code land}, {@code rule}, {@code schema}; arguments that begin with none of them are those of
 * {@code targets}. Run with {@code --help}, in Chinese, or in English with {@code --lang en}.
 */
public final class Main {
    private static final Set<String> VERBS = Set.of("targets", "land", "rule", "schema", "-h", "--help");

    /** Tables are so wide where there is no terminal and COLUMNS says nothing. */
    private static final int NO_TERMINAL = 160;

    private Main() {}

    /** Ends with status 0, or 1 for refused files, or 2 for arguments that make no sense. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = run(List.of(args), new InputStreamReader(System.in, Charset.defaultCharset()), out, err, Terminal.width(NO_TERMINAL));
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
        if (all.isEmpty() || !VERBS.contains(all.get(0))) {
            all.add(0, "targets");
        }
        all.addAll(args.subList(0, first));
        return command(new Session(out, err, new BufferedReader(in), Session.language(args), width)).execute(all.toArray(String[]::new));
    }

    /** How many words in front only say the language; they may as well stand behind the verb. */
    private static int leading(List<String> args) {
        int at = 0;
        while (at < args.size() && (args.get(at).equals("--lang") || args.get(at).startsWith("--lang="))) {
            at += args.get(at).equals("--lang") ? 2 : 1;
        }
        return Math.min(at, args.size());
    }

    private static PrintWriter writer(PrintStream out) {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    private static CommandLine command(Session session) {
        CommandLine rule = new CommandLine(new Commands.OfRules(session));
        rule.addSubcommand(new RuleNew(session)).addSubcommand(new RuleCheck(session)).addSubcommand(new RuleWords(session))
                .addSubcommand(new RuleRun(session)).addSubcommand(new RuleDiffs(session));
        CommandLine all = new CommandLine(new Commands(session)).addSubcommand(new Targets(session))
                .addSubcommand(new RuleRun.Land(session)).addSubcommand(rule).addSubcommand(new SchemaOf(session));
        all.setResourceBundle(ResourceBundle.getBundle("io.mubiao.cli.help", session.locale()));
        all.setOut(writer(session.out())).setErr(writer(session.err()));
        all.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF)).setUsageHelpWidth(110);
        all.setExpandAtFiles(false);
        all.setExecutionStrategy(parsed -> {
            parsed.asCommandLineList().forEach(Main::checkLanguage);
            return new CommandLine.RunLast().execute(parsed);
        });
        all.setParameterExceptionHandler((e, given) -> complained(session, e));
        all.setExecutionExceptionHandler((e, line, result) -> failed(session, line, e));
        return all;
    }

    private static void checkLanguage(CommandLine line) {
        try {
            ((Work) line.getCommand()).checkLanguage();
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ExecutionException(line, String.valueOf(e.getMessage()), e);
        }
    }

    private static int failed(Session session, CommandLine line, Exception e) throws Exception {
        if (e instanceof ProblemsException problems) {
            session.err().println(problems.message(session.locale()));
            return 1;
        }
        if (e instanceof UncheckedIOException) {
            session.err().println(session.translated(String.valueOf(e.getMessage())));
            return 1;
        }
        if (e instanceof IllegalArgumentException) {
            return refused(session, line, String.valueOf(e.getMessage()));
        }
        throw e;
    }

    private static int complained(Session session, CommandLine.ParameterException given) {
        try {
            Complaint.refuse(given);
        } catch (IllegalArgumentException e) {
            return refused(session, given.getCommandLine(), String.valueOf(e.getMessage()));
        }
        return 2;
    }

    private static int refused(Session session, CommandLine line, String message) {
        session.err().println(session.translated(message));
        line.usage(session.err(), Ansi.OFF);
        return 2;
    }
}
