package io.mubiao.cli;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rule new}: asks what a jurisdiction must decide and writes a commented file that can be read. */
@Command(name = "new")
final class RuleNew extends Work {
    @Option(names = "--out", paramLabel = "<file>", descriptionKey = "new-out")
    private String file = "";

    @Option(names = "--item", paramLabel = "<text>", descriptionKey = "item")
    private List<String> written = new ArrayList<>();

    @Option(names = "--answer", paramLabel = "ID=TEXT", descriptionKey = "answer")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(names = "--defaults", descriptionKey = "defaults")
    private boolean usual;

    RuleNew(Session session) {
        super(session);
    }

    @Override
    void run() {
        List<String> known = Question.ALL.stream().map(Question::id).toList();
        given.keySet().stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("unknown answer '" + id + "'; expected one of " + known);
        });
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : Question.ALL) {
            answers.put(question.id(), given.containsKey(question.id()) ? question.answer(given.getOrDefault(question.id(), "")) : asked(question));
        }
        String text = new RuleDraft(session, answers, items()).write();
        RuleFile.parse(text, Format.YAML, file.isEmpty() ? "rule new" : file);
        if (file.isEmpty()) {
            out.print(text);
        } else {
            create(Path.of(file), text);
            err.println(session.either("已写入 " + file + "；先用 rule check 核对，再用 rule words 复述", "written to " + file
                    + "; next: rule check, then rule words"));
        }
    }

    private static void create(Path file, String text) {
        if (Files.exists(file)) {
            throw new IllegalArgumentException("the file '" + file + "' is there already; name another one");
        }
        text(file, text);
    }

    private String asked(Question question) {
        while (!usual) {
            err.print(question.text(session) + " [" + question.usual() + "]" + session.either("：", ": "));
            err.flush();
            @Nullable String line = line();
            if (line == null) {
                break;
            }
            try {
                return question.answer(line);
            } catch (IllegalArgumentException e) {
                err.println(session.translated(String.valueOf(e.getMessage())));
            }
        }
        return question.usual();
    }

    private List<DraftItem> items() {
        List<DraftItem> items = new ArrayList<>(written.stream().map(DraftItem::parse).toList());
        while (written.isEmpty() && !usual) {
            err.print(session.either("指标，如 亩均税收 = 税收(万元) / 用地面积(亩), 45, 20（名称、算式和单位、权重、基准；空行结束）：",
                    "an indicator such as 亩均税收 = 税收(万元) / 用地面积(亩), 45, 20 (name, figures with units, weight, base; an empty line ends): "));
            err.flush();
            @Nullable String line = line();
            if (line == null || line.isBlank()) {
                break;
            }
            try {
                items.add(DraftItem.parse(line));
            } catch (IllegalArgumentException e) {
                err.println(session.translated(String.valueOf(e.getMessage())));
            }
        }
        return items.isEmpty() ? List.of(DraftItem.parse("亩均税收 = 税收(万元) / 用地面积(亩), 60, 20"),
                DraftItem.parse("亩均销售 = 销售收入(万元) / 用地面积(亩), 40, 400")) : items;
    }

    private @Nullable String line() {
        try {
            return session.in().readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
