package io.mubiao.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A command that speaks one language and ends with a status. */
abstract class Work implements Callable<Integer> {
    final Session session;
    final PrintStream out;
    final PrintStream err;
    final Locale locale;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
    private String language = "zh";

    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "help")
    private boolean help;

    Work(Session session) {
        this.session = session;
        out = session.out();
        err = session.err();
        locale = session.locale();
    }

    /** Does it; what is thrown decides on the status. */
    abstract void run();

    @Override
    public Integer call() {
        Session.language(language);
        run();
        return 0;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + (help ? " --help" : "");
    }
}
