package io.mubiao.bench.land;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.LandAssessor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints the processor time of an evaluation under every shipped rule, an enterprise, beside that of the headline's in the same
 * process: medians of the second half of a loop. Processor time and ratios say something on a busy machine too.
 */
public final class RulesTable {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final double NANOS = 1e9;

    private RulesTable() {}

    /** @param args how many enterprises, seconds a rule, and rules if not all */
    public static void main(String[] args) throws IOException {
        int rows = Integer.parseInt(args[0]);
        double seconds = Double.parseDouble(args[1]);
        Map<String, Runnable> work = new LinkedHashMap<>();
        for (String name : args.length > 2 ? List.of(args).subList(2, args.length) : rules()) {
            EvaluationRule rule = BenchRule.of(name);
            Roll roll = ShippedRoll.of(rule, rows, 42);
            LandAssessor assessor = LandAssessor.of(rule).prior(ShippedRoll.of(rule, rows, 43));
            work.put(name, () -> assessor.evaluate(roll));
        }
        Map<String, Double> micros = new LinkedHashMap<>();
        for (int round = 0; round < 2; round++) {
            work.forEach((name, each) -> micros.put(name, median(each, seconds) * 1e6 / rows));
        }
        double headline = micros.getOrDefault("headline", Double.NaN);
        micros.forEach((name, time) -> System.out.printf("%-28s %8.4f µs %7.2f%n", name, time, time / headline));
    }

    private static List<String> rules() throws IOException {
        List<String> names = new ArrayList<>(List.of("headline", "merging"));
        try (Stream<Path> files = Files.list(Path.of("seeds/rules"))) {
            files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).sorted()
                    .forEach(name -> names.add(name.replace(".yaml", "")));
        }
        return names;
    }

    private static double median(Runnable work, double seconds) {
        List<Double> times = new ArrayList<>();
        long begin = CLOCK.getCurrentThreadCpuTime();
        while (times.size() < 2 || (CLOCK.getCurrentThreadCpuTime() - begin) / NANOS < seconds) {
            long before = CLOCK.getCurrentThreadCpuTime();
            work.run();
            times.add((CLOCK.getCurrentThreadCpuTime() - before) / NANOS);
        }
        List<Double> half = new ArrayList<>(times.subList(times.size() / 2, times.size()));
        Collections.sort(half);
        return half.get(half.size() / 2);
    }
}
