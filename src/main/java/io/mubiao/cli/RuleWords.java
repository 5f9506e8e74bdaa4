package io.mubiao.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rule words FILE}: a rule in numbered clauses. */
@Command(name = "words")
final class RuleWords extends Work {
    @Parameters(index = "0", paramLabel = "<file>", descriptionKey = "rule-file")
    private String file = "";

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
    private Map<String, String> values = new LinkedHashMap<>();

    RuleWords(Session session) {
        super(session);
    }

    @Override
    void run() {
        out.print(AnyRule.read(Path.of(file), values, doubt -> err.println(doubt.toString(locale))).text().write(locale));
    }
}
