package io.mubiao.bench.file;

import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints how long it takes from files to a file under each of the four rules, ours and DuckDB's by turns in one process, so
 * that a busy machine slows both. Fails unless both files of classes say the same.
 */
public final class FilesTable {
    private final FilesBenchmark.Task task = new FilesBenchmark.Task();
    private final FilesBenchmark.Duck duck = new FilesBenchmark.Duck();
    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    private FilesTable(String rule, int rows, int threads) throws IOException {
        task.rule = rule;
        task.rows = rows;
        task.threads = threads;
        task.load();
    }

    private interface Step {
        void run() throws IOException, SQLException;
    }

    /** @param args how many enterprises, threads, rounds, and rules if not all four */
    public static void main(String[] args) throws IOException, SQLException {
        List<String> rules = args.length > 3 ? List.of(args).subList(3, args.length)
                : List.of("huaian-2024-by-county", "huangyan-2022", "anhui-city", "merging");
        for (String rule : rules) {
            new FilesTable(rule, Integer.parseInt(args[0]), Integer.parseInt(args[1])).run(Integer.parseInt(args[2]));
        }
    }

    private void run(int rounds) throws IOException, SQLException {
        duck.load(task);
        for (int round = 0; round < rounds; round++) {
            time("whole", task::whole);
            time("DuckDB whole", () -> duck.peer.whole(task.roll, task.prior, task.classes));
            Roll[] roll = new Roll[1];
            Evaluation[] evaluation = new Evaluation[1];
            time("read", () -> roll[0] = task.read(task.roll));
            Roll prior = task.usesPrior() ? task.read(task.prior) : roll[0];
            time("evaluate", () -> evaluation[0] = task.evaluate(roll[0], prior));
            time("write", () -> task.write(evaluation[0]));
            time("DuckDB read", () -> duck.peer.read("roll", task.roll));
            time("DuckDB evaluate", duck.peer::evaluate);
            time("DuckDB write", () -> duck.peer.write(task.classes));
        }
        times.forEach((step, all) -> {
            List<Double> half = new ArrayList<>(all.subList(all.size() / 2, all.size()));
            Collections.sort(half);
            System.out.printf("%-22s %-16s median %6.0f ms, least %6.0f%n", task.rule, step, half.get(half.size() / 2), half.get(0));
        });
        duck.close();
        task.close();
    }

    private void time(String name, Step step) throws IOException, SQLException {
        long before = System.nanoTime();
        step.run();
        times.computeIfAbsent(name, it -> new ArrayList<>()).add((System.nanoTime() - before) / 1e6);
    }
}
