package io.mubiao.cli;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        List<String> known = Stream.concat(Question.ALL.stream(), Stream.of(Question.WEIGHTS)).map(Question::id).toList();
        given.keySet().stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("unknown answer '" + id + "'; expected one of " + known);
        });
        if (!file.isEmpty() && Files.exists(Path.of(file))) {
            throw new IllegalArgumentException("the file '" + file + "' is there already; name another one");
        }
        Map<String, String> answers = new LinkedHashMap<>();
        Question.ALL.forEach(it -> answers.put(it.id(), it.usual()));
        for (Question question : Question.ALL) {
            answers.put(question.id(), decided(question, answers));
        }
        String text = new RuleDraft(session, answers, items(answers)).write();
        RuleFile.parse(text, Format.YAML, file.isEmpty() ? "rule new" : file);
        if (file.isEmpty()) {
            out.print(text);
        } else {
            text(Path.of(file), text);
            err.println(session.either("已写入 " + file + "；先用 rule check 核对，再用 rule words 复述", "written to " + file
                    + "; next: rule check, then rule words"));
        }
    }

    private String decided(Question question, Map<String, String> answers) {
        if (!given.containsKey(question.id())) {
            return usual ? question.usual() : asked(question, answers);
        }
        String answer = question.answer(given.getOrDefault(question.id(), ""));
        complaint(question, answer, answers).ifPresent(it -> {
            throw new IllegalArgumentException(it);
        });
        return answer;
    }

    /** Asks until an answer can be written. */
    private String asked(Question question, Map<String, String> answers) {
        while (true) {
            String line = line(question.text(session) + " [" + question.usual() + "]" + session.either("：", ": "), question.text(session));
            try {
                String answer = question.answer(line);
                Optional<String> wrong = complaint(question, answer, answers);
                if (wrong.isEmpty()) {
                    return answer;
                }
                err.println(wrong.get());
            } catch (IllegalArgumentException e) {
                err.println(session.translated(String.valueOf(e.getMessage())));
            }
        }
    }

    private Optional<String> complaint(Question question, String answer, Map<String, String> answers) {
        Map<String, String> with = new LinkedHashMap<>(answers);
        with.put(question.id(), answer);
        return complaint(with, DraftItem.USUAL).map(it -> session.either("“" + question.id() + "”：", "'" + question.id() + "': ") + it);
    }

    /** What is wrong with a file of these; without the lines of a file that nobody has yet. */
    private Optional<String> complaint(Map<String, String> answers, List<DraftItem> items) {
        try {
            RuleFile.parse(new RuleDraft(session, answers, items).write(), Format.YAML, "rule new");
            return Optional.empty();
        } catch (InvalidDefinitionException e) {
            return Optional.of(e.problems().stream().filter(it -> it.severity() == Problem.Severity.ERROR).map(it -> it.message(locale)).distinct()
                    .collect(Collectors.joining(session.either("；", "; "))));
        } catch (IllegalArgumentException e) {
            return Optional.of(session.translated(String.valueOf(e.getMessage())));
        }
    }

    private List<DraftItem> items(Map<String, String> answers) {
        List<DraftItem> items = written.isEmpty() ? List.of() : written.stream().map(DraftItem::parse).toList();
        while (true) {
            items = !items.isEmpty() ? items : usual ? DraftItem.USUAL : askedItems(answers);
            BigDecimal sum = DraftItem.weights(items);
            if (sum.compareTo(BigDecimal.valueOf(100)) == 0) {
                return items;
            }
            err.println(session.either("各项权重合计 " + sum.toPlainString() + "，不是 100", "the weights sum to " + sum.toPlainString() + ", not to 100"));
            boolean kept = (given.containsKey(Question.WEIGHTS.id()) || usual) ? keeps(sum) : asked(Question.WEIGHTS, answers).equals("keep");
            if (kept) {
                return items;
            }
            items = List.of();
        }
    }

    /** What was answered beforehand; who asks for none of it keeps what is written. */
    private boolean keeps(BigDecimal sum) {
        if (!Question.WEIGHTS.answer(given.getOrDefault(Question.WEIGHTS.id(), "keep")).equals("keep")) {
            throw new IllegalArgumentException("the weights sum to " + sum.toPlainString() + ", not to 100");
        }
        return true;
    }

    private List<DraftItem> askedItems(Map<String, String> answers) {
        List<DraftItem> items = new ArrayList<>();
        while (true) {
            String line = line(session.either("指标，如 亩均税收 = 税收(万元) / 用地面积(亩), 45, 20（名称、算式和单位、权重、基准；空行结束）：",
                    "an indicator such as 亩均税收 = 税收(万元) / 用地面积(亩), 45, 20 (name, figures with units, weight, base; an empty line ends): "),
                    session.either("指标", "indicators"));
            if (line.isBlank()) {
                return items.isEmpty() ? DraftItem.USUAL : items;
            }
            try {
                List<DraftItem> with = Stream.concat(items.stream(), Stream.of(DraftItem.parse(line))).toList();
                complaint(answers, with).ifPresentOrElse(err::println, () -> items.add(with.get(items.size())));
            } catch (IllegalArgumentException e) {
                err.println(session.translated(String.valueOf(e.getMessage())));
            }
        }
    }

    private String line(String prompt, String open) {
        err.print(prompt);
        err.flush();
        try {
            @Nullable String line = session.in().readLine();
            if (line == null) {
                err.println();
                throw new IllegalArgumentException("the answers end; nothing is written; still open: " + open);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
