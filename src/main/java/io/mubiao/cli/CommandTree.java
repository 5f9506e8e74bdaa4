package io.mubiao.cli;

import io.mubiao.io.internal.MissingLibraryException;
import io.mubiao.io.internal.sheet.SheetBook;
import io.mubiao.problem.ProblemsException;
import io.mubiao.work.TooCostlyException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** All verbs with their options, and what a refusal ends with. */
final class CommandTree {
    private CommandTree() {}

    /** In whatever encoding the stream prints. */
    private static PrintWriter writer(PrintStream out) {
        return new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int count) {
                out.print(new String(text, from, count));
            }

            @Override
            public void flush() {
                out.flush();
            }

            @Override
            public void close() {
                out.flush();
            }
        }, true);
    }

    static CommandLine of(Session session) {
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
            parsed.asCommandLineList().forEach(CommandTree::checkLanguage);
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
            String options = line.getCommandSpec().options().stream().map(OptionSpec::longestName).filter(it -> it.endsWith("sheet"))
                    .collect(Collectors.joining(session.either("、", ", ")));
            if (problems.problems().stream().anyMatch(it -> SheetBook.SHEET.contains(it.code())) && !options.isEmpty()) {
                session.err().println(session.either("写明读哪张表：", "a sheet is named by ") + options);
            }
            return 1;
        }
        if (e instanceof UncheckedIOException || e instanceof MissingLibraryException || e instanceof TooCostlyException) {
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
