package onspark;

import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.roll.CsvOptions;
import io.mubiao.io.roll.RollFile;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.work.CostBudget;
import java.io.File;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rule huaian-2024-by-county from the CSV files of two years to the places and classes of everybody: on one machine, on Spark with this
 * library, and on Spark in plain SQL, each in a JVM of its own: folder, gigabytes of heap, then numbers of rows.
 */
public final class Measure {
    /** As people write it: doubles, and no word on who has no figure but that he is not ranked. */
    static final String SQL = """
            WITH base AS (
                SELECT county, 2 * CAST(sum(tax) AS DOUBLE) / CAST(sum(land) AS DOUBLE) AS tax_land,
                    2 * CAST(sum(sales) AS DOUBLE) / CAST(sum(land) AS DOUBLE) AS sales_land,
                    2 * CAST(sum(IF(energy IS NULL, NULL, tax)) AS DOUBLE) / CAST(sum(energy) AS DOUBLE) AS tax_energy
                FROM prior WHERE regulated OR land >= 3 GROUP BY county),
            scored AS (
                SELECT id, county,
                    45 * (CAST(tax AS DOUBLE) / CAST(land AS DOUBLE) / tax_land) + 35 * (CAST(sales AS DOUBLE) / CAST(land AS DOUBLE) / sales_land)
                        + 20 * (CAST(tax AS DOUBLE) / CAST(energy AS DOUBLE) / tax_energy)
                        + coalesce(CAST(bonus_points AS DOUBLE), 0) - coalesce(CAST(deduction_points AS DOUBLE), 0) AS total,
                    (regulated OR land >= 3) AND NOT coalesce(utility, false) AND NOT coalesce(named_by_county, false)
                        AND production_start <= DATE '2022-12-31' AS graded
                FROM roll JOIN base USING (county)),
            ranked AS (
                SELECT id, graded AND total IS NOT NULL AS graded,
                    rank() OVER (PARTITION BY county, graded AND total IS NOT NULL ORDER BY total DESC) AS place,
                    count(*) OVER (PARTITION BY county, graded AND total IS NOT NULL) AS n
                FROM scored)
            SELECT id, CASE WHEN graded THEN place END AS rank,
                CASE WHEN NOT graded THEN NULL WHEN 5 * place <= n THEN 'A' WHEN 5 * place <= 3 * n THEN 'B'
                    WHEN 20 * place <= 19 * n THEN 'C' ELSE 'D' END AS class
            FROM ranked""";
    private static final String RULE = "huaian-2024-by-county";
    private static final List<String> ENGINES = List.of("alone", "spark", "sql");

    private Measure() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (ENGINES.contains(args[0])) {
            one(args[0], Integer.parseInt(args[1]), Path.of(args[2]));
            return;
        }
        for (int i = 2; i < args.length; i++) {
            int rows = Integer.parseInt(args[i]);
            for (int year : new int[] {2023, 2024}) {
                if (!Files.exists(file(Path.of(args[0]), year, rows))) {
                    Firms.write(file(Path.of(args[0]), year, rows), rows, year, 42);
                }
            }
            for (String engine : ENGINES) {
                List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx" + args[1] + "g", "-XX:+UseParallelGC"));
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(it -> it.startsWith("--add-opens")).forEach(command::add);
                command.addAll(List.of("-cp", System.getProperty("java.class.path"), Measure.class.getName(), engine, Integer.toString(rows), args[0]));
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(new File(args[0], engine + ".log")).start().waitFor();
            }
        }
    }

    private static Path file(Path folder, int year, int rows) {
        return folder.resolve("firms-" + year + "-" + rows + ".csv");
    }

    private static void one(String engine, int rows, Path folder) throws IOException {
        AtomicLong live = new AtomicLong();
        AtomicLong shuffled = new AtomicLong();
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) each).addNotificationListener((notification, of) ->
                    live.accumulateAndGet(((com.sun.management.GarbageCollectorMXBean) each).getLastGcInfo().getMemoryUsageAfterGc().values().stream()
                            .mapToLong(java.lang.management.MemoryUsage::getUsed).sum(), Math::max), null, null);
        }
        long start = System.nanoTime();
        if (engine.equals("alone")) {
            alone(rows, folder);
        } else {
            onSpark(engine, rows, folder, shuffled);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long cpu = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        String peak = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(it -> it.startsWith("VmHWM")).findFirst().orElse("");
        System.out.printf("%-6s %,12d rows %8.1f s %8.1f s of processor, shuffled %,8d MB, live heap at most %,7d MB, resident at most %,d MB%n", engine, rows,
                seconds, cpu / 1e9, shuffled.get() >> 20, live.get() >> 20, Long.parseLong(peak.replaceAll("[^0-9]", "")) >> 10);
    }

    private static void alone(int rows, Path folder) {
        LandAssessor assessor = Cases.assessor(RULE).threads(2);
        CsvOptions options = CsvOptions.DEFAULT.threads(2).budget(CostBudget.DEFAULT.bytes(Long.MAX_VALUE));
        Roll roll = RollFile.read(file(folder, 2024, rows), assessor.rule(), options).orThrow();
        Roll prior = RollFile.read(file(folder, 2023, rows), assessor.rule(), options).orThrow();
        EvaluationCsv.write(folder.resolve("alone-" + rows + ".csv"), StandardCharsets.UTF_8, false, assessor.prior(prior).evaluate(roll),
                List.of("id", "rank", "class"), written -> { });
    }

    private static void onSpark(String engine, int rows, Path folder, AtomicLong shuffled) throws IOException {
        try (SparkSession spark = Prove.session(2)) {
            spark.sparkContext().addSparkListener(new SparkListener() {
                @Override
                public void onStageCompleted(SparkListenerStageCompleted stage) {
                    shuffled.addAndGet(stage.stageInfo().taskMetrics().shuffleWriteMetrics().bytesWritten());
                }
            });
            Dataset<Row> roll = spark.read().option("header", true).schema(Firms.SCHEMA).csv(file(folder, 2024, rows).toString());
            Dataset<Row> prior = spark.read().option("header", true).schema(Firms.SCHEMA).csv(file(folder, 2023, rows).toString());
            roll.createOrReplaceTempView("roll");
            prior.createOrReplaceTempView("prior");
            Dataset<Row> results = engine.equals("sql") ? spark.sql(SQL)
                    : LandOnSpark.of(spark, () -> Cases.assessor(RULE)).evaluate(roll, Map.of(1, prior)).results(List.of("id", "rank", "class"));
            results.write().mode("overwrite").csv(folder.resolve(engine + "-" + rows).toString());
        }
    }
}
