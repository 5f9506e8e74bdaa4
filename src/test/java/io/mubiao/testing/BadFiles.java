package io.mubiao.testing;

import io.mubiao.Mubiao;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.lint.ObservationLint;
import io.mubiao.lint.RegisterLint;
import io.mubiao.lint.RuleLint;
import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.problem.ProblemsException;
import io.mubiao.target.Register;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Files that go wrong, and what the library says of them: those of {@code src/test/resources/cases}, and the seeds with one
 * thing in a line spoilt, the same ones each time.
 */
public final class BadFiles {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Path LAND = CASES.resolve("land");
    private static final Path SHEETS = CASES.resolve("csv");
    private static final Path TARGETS = CASES.resolve("targets");
    private static final List<String> SLIPS = List.of("1e400", "1,2", "2205-01-01", "错", "no such word", "-5", "[a, b]",
            "{x: 1}", "0.5 万㎡", "\"\"", "'a\\u202Eb'", "12：30", "?", "99999999999999999999", "03/04/2024", "50 %", "tax / land +", "= 1");

    private final BiConsumer<String, List<Problem>> taker;
    private final Path folder;

    private BadFiles(BiConsumer<String, List<Problem>> taker) throws IOException {
        this.taker = taker;
        folder = Files.createTempDirectory("mubiao-bad");
    }

    /** Gives each bad text with the problems that are found in it. */
    public static void forEach(int spoilt, BiConsumer<String, List<Problem>> taker) {
        try {
            BadFiles files = new BadFiles(taker);
            files.cases();
            files.seeds(spoilt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cases() throws IOException {
        for (Path rule : list(LAND, ".yaml")) {
            EvaluationRule read = rule(rule);
            if (read != null) {
                for (Path roll : list(LAND, ".csv")) {
                    roll(roll, read);
                }
            }
        }
        EvaluationRule totals = Mubiao.readRule(SHEETS.resolve("rule.yaml").toString());
        for (Path sheet : list(SHEETS, ".csv")) {
            roll(sheet, totals);
        }
        Register register = Mubiao.readRegister(TARGETS.resolve("register.yaml").toString());
        for (Path file : list(TARGETS, ".yaml")) {
            if (file.getFileName().toString().startsWith("obs")) {
                observations(file, register);
            } else {
                register(file);
            }
        }
    }

    private void seeds(int spoilt) throws IOException {
        for (Path rule : list(Path.of("seeds/rules"), ".yaml")) {
            spoil(rule, spoilt, this::rule);
        }
        for (Path rule : list(Path.of("seeds/scoring"), ".yaml")) {
            spoil(rule, spoilt, file -> refused(file, () -> ScoringRuleFile.read(file)));
        }
        Files.createDirectories(folder.resolve("a/b"));
        for (Path rule : list(Path.of("seeds/scoring"), ".yaml")) {
            Files.copy(rule, folder.resolve("a").resolve(rule.getFileName()));
        }
        for (Path card : list(Path.of("seeds/scoring/scorecards"), ".yaml")) {
            spoil(card, "a/b/spoilt.yaml", spoilt, file -> refused(file, () -> ScorecardFile.read(file)));
        }
        Path jinan = Path.of("seeds/jinan-2024");
        Register register = Mubiao.readRegister(jinan.resolve("register.yaml").toString());
        spoil(jinan.resolve("register.yaml"), spoilt * 2, this::register);
        spoil(jinan.resolve("observations.yaml"), spoilt * 2, file -> observations(file, register));
        EvaluationRule rule = Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml");
        spoil(Path.of("examples/landleague/roll-2024.csv"), spoilt, file -> roll(file, rule));
    }

    private void spoil(Path file, int times, Consumer<Path> reader) throws IOException {
        spoil(file, file.toString().endsWith(".csv") ? "spoilt.csv" : "spoilt.yaml", times, reader);
    }

    private void spoil(Path file, String name, int times, Consumer<Path> reader) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() > 300) {
            lines = new ArrayList<>(lines.subList(0, 300));
        }
        Random random = new Random(file.hashCode());
        for (int i = 0; i < times; i++) {
            List<String> spoilt = new ArrayList<>(lines);
            int at = random.nextInt(lines.size());
            spoilt.set(at, spoilt(lines.get(at), random));
            reader.accept(Files.write(folder.resolve(name), spoilt));
        }
    }

    private static String spoilt(String line, Random random) {
        String slip = SLIPS.get(random.nextInt(SLIPS.size()));
        String[] parts = line.split("(?<=[:,{\\[] ?)", -1);
        int which = random.nextInt(parts.length);
        switch (random.nextInt(4)) {
            case 0 -> parts[which] = parts[which].replaceFirst("[^:,{}\\[\\]]+", slip);
            case 1 -> parts[which] = parts[which].replaceFirst("([a-z])([a-z-]*):", "$2$1:");
            case 2 -> parts[which] = "";
            default -> parts[which] = parts[which].replaceFirst("\\d[\\d.]*", slip);
        }
        return String.join("", parts);
    }

    private @org.jspecify.annotations.Nullable EvaluationRule rule(Path file) {
        List<EvaluationRule> read = new ArrayList<>();
        refused(file, () -> read.add(RuleFile.read(file)));
        if (read.isEmpty()) {
            return null;
        }
        taker.accept(text(file), RuleLint.check(read.get(0)));
        return read.get(0);
    }

    private void register(Path file) {
        List<Problem> doubts = new ArrayList<>();
        List<Register> read = new ArrayList<>();
        refused(file, () -> read.add(RegisterFile.read(file, doubts::add)));
        read.forEach(register -> doubts.addAll(RegisterLint.check(register)));
        taker.accept(text(file), doubts);
    }

    private void observations(Path file, Register register) {
        var rows = ObservationFile.read(file, register);
        taker.accept(text(file) + ids(register), rows.problems());
        taker.accept(text(file) + ids(register), ObservationLint.check(register, rows.value()));
    }

    private static String ids(Register register) {
        return text(Path.of("seeds/jinan-2024/register.yaml")) + register.targets();
    }

    private void roll(Path file, EvaluationRule rule) {
        var rows = RollFile.read(file, rule);
        taker.accept(text(file) + rule.columns(), rows.problems());
        try {
            taker.accept(text(file) + rule.columns() + rule, Mubiao.evaluate(rule, rows.value()).problems());
        } catch (ProblemsException e) {
            taker.accept(text(file) + rule, e.problems());
        } catch (IllegalArgumentException e) {
            taker.accept(text(file) + rule, List.of(Problem.error("REFUSED", Place.of(""), String.valueOf(e.getMessage()))));
        }
    }

    private void refused(Path file, Runnable read) {
        try {
            read.run();
        } catch (ProblemsException e) {
            taker.accept(text(file), e.problems());
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
