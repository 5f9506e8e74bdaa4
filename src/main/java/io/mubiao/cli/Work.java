package io.mubiao.cli;

import io.mubiao.io.internal.AtomicFile;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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

    /**
     * Writes results as the ending of a name says.
     *
     * @param ways by ending
     * @throws IllegalArgumentException if there is no way for it
     */
    void save(String name, Map<String, Consumer<Path>> ways) {
        String ending = ending(name, List.copyOf(ways.keySet()));
        ways.forEach((it, way) -> {
            if (it.equals(ending)) {
                way.accept(Path.of(name));
            }
        });
        err.println(session.either("结果已写入 ", "results written to ") + name);
    }

    static void text(Path file, String text) {
        AtomicFile.write(file, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The ending of a name, which must be one of these. */
    static String ending(String name, List<String> known) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!known.contains(ending)) {
            throw new IllegalArgumentException("the ending of '" + name + "' says no form that is written; expected one of " + String.join(", ", known));
        }
        return ending;
    }

    /** @throws IllegalArgumentException if it is asked for in a language that there is not */
    void checkLanguage() {
        Session.language(language);
    }

    @Override
    public Integer call() {
        run();
        return 0;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + (help ? " --help" : "");
    }
}
