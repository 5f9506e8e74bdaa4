package io.mubiao.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs Jazzer on one target or on all, one after the other, each for some seconds: {@code FuzzRun all 60}. An input that ends
 * in a finding is left in the folder that {@link FuzzReplayTest} replays.
 */
public final class FuzzRun {
    private static final Path WORK = Path.of("target/fuzz");
    private static final int LONGEST_INPUT = 16_384;
    private static final int SECONDS_FOR_AN_INPUT = 60;
    /** libFuzzer takes entries of a dictionary up to this length. */
    private static final int LONGEST_WORD = 24;
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}0-9_-]*:?|[-+]?[0-9][0-9./-]*|[{}\\[\\]()\",:%<>=~±?*]+");

    private FuzzRun() {}

    /** The arguments are a target's name or {@code all}, and for how many seconds to run each. */
    public static void main(String... args) throws IOException, InterruptedException {
        List<FuzzTarget> targets = args[0].equals("all") ? FuzzTarget.all() : List.of(FuzzTarget.named(args[0]));
        int seconds = Integer.parseInt(args[1]);
        Map<String, String> ends = new LinkedHashMap<>();
        boolean found = false;
        for (FuzzTarget target : targets) {
            List<String> printed = new ArrayList<>();
            boolean clean = run(target, seconds, printed);
            found |= !clean;
            ends.put(target.name(), executions(printed) + (clean ? "" : "; A FINDING lies in " + FuzzTarget.found(target)));
        }
        ends.forEach((name, end) -> System.out.println(name + ": " + end));
        if (found) {
            System.exit(1);
        }
    }

    private static boolean run(FuzzTarget target, int seconds, List<String> printed) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(WORK.resolve(target.name()));
        Path seeds = Files.createDirectories(WORK.resolve(target.name() + "-seeds"));
        Files.createDirectories(FuzzTarget.found(target));
        Set<String> words = new TreeSet<>();
        int number = 0;
        for (byte[] input : target.corpus()) {
            Files.write(seeds.resolve("seed" + number++), input);
            Matcher matcher = WORD.matcher(new String(input, StandardCharsets.UTF_8));
            while (matcher.find()) {
                words.add(matcher.group());
            }
        }
        Path dictionary = WORK.resolve(target.name() + ".dict");
        Files.write(dictionary, words.stream().map(FuzzRun::entry).filter(entry -> !entry.isEmpty()).toList());
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
                "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-Dmubiao.fuzz.target=" + target.name(),
                "-cp", System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerEntry.class.getName(), "--instrumentation_includes=io.mubiao.**",
                "--instrumentation_excludes=io.mubiao.fuzz.**:io.mubiao.testing.**",
                "--custom_hook_excludes=**", "--reproducer_path=" + WORK, "-dict=" + dictionary,
                "-artifact_prefix=" + FuzzTarget.found(target) + '/', "-max_total_time=" + seconds,
                "-max_len=" + LONGEST_INPUT, "-timeout=" + SECONDS_FOR_AN_INPUT, "-rss_limit_mb=3000", "-print_final_stats=1",
                corpus.toString(), seeds.toString()).redirectErrorStream(true).start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
                printed.add(line);
            }
        }
        return process.waitFor() == 0;
    }

    /** A word as libFuzzer's dictionaries write it; empty if it is too long. */
    private static String entry(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        StringBuilder entry = new StringBuilder("\"");
        for (byte each : bytes) {
            entry.append(String.format("\\x%02X", each & 0xFF));
        }
        return bytes.length > LONGEST_WORD ? "" : entry.append('"').toString();
    }

    private static String executions(List<String> printed) {
        return printed.stream().map(DONE::matcher).filter(Matcher::find)
                .map(done -> done.group(1) + " executions in " + done.group(2) + " s").findFirst()
                .orElseGet(() -> last(printed, "stat::number_of_executed_units:"));
    }

    private static String last(List<String> printed, String prefix) {
        return Stream.concat(Stream.of("no executions"), printed.stream().filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip() + " executions")).reduce((a, b) -> b).orElseThrow();
    }
}
