package onspark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.io.Format;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enterprises evaluated on Spark have the results of one machine. */
final class LandOnSparkTest {
    private static final AtomicInteger KILLED = new AtomicInteger();
    private static final int SOME = 3_000;

    @TempDir
    Path folder;

    @Test
    void filesAreThoseOfOneMachineByteForByte() throws IOException {
        Prove prove = new Prove(folder, Integer.getInteger("rows", 200_000));
        for (int threads = 1; threads <= 2; threads++) {
            int parts = 2 + 5 * threads;
            try (SparkSession spark = Prove.session(threads)) {
                for (String rule : Cases.NAMES) {
                    String together = threads == 1 ? prove.onSpark(spark, rule, rows -> rows)
                            : prove.onSpark(spark, rule, rows -> rows.repartition(parts));
                    assertEquals(prove.alone(rule), together, rule + " on " + threads);
                }
            }
        }
    }

    @Test
    void aTaskThatFailsAndIsTriedAgainChangesNothing() throws IOException {
        Path file = folder.resolve("firms.csv");
        Firms.write(file, SOME, 2024, 7);
        try (SparkSession spark = Prove.session(2)) {
            Dataset<Row> rows = read(spark, file).repartition(3);
            LandOnSpark land = LandOnSpark.of(spark, () -> Cases.assessor("wenling-parks-2022")).readingAgain();
            List<String> whole = texts(land.evaluate(rows).results());
            Dataset<Row> killing = rows.mapPartitions((MapPartitionsFunction<Row, Row>) LandOnSparkTest::killed, Encoders.row(rows.schema()));
            assertEquals(whole, texts(land.evaluate(killing).results()));
            assertTrue(KILLED.get() >= 2, "tasks killed: " + KILLED.get());
        }
    }

    /** Breaks off in the middle of the first attempt at a partition, whichever stage asks for it. */
    private static Iterator<Row> killed(Iterator<Row> rows) {
        AtomicInteger passed = new AtomicInteger();
        return java.util.stream.Stream.iterate(rows, Iterator::hasNext, it -> it).map(it -> {
            if (passed.incrementAndGet() == 100 && TaskContext.get().attemptNumber() == 0 && TaskContext.getPartitionId() == 1) {
                KILLED.incrementAndGet();
                throw new IllegalStateException("killed by the test");
            }
            return it.next();
        }).iterator();
    }

    @Test
    void explainsCountsAndTellsWhatIsWrongAndShowsItsPasses() throws IOException {
        Path now = folder.resolve("2024.csv");
        Path before = folder.resolve("2023.csv");
        Firms.write(now, SOME, 2024, 42);
        Firms.write(before, SOME, 2023, 42);
        String rule = "huaian-2024-by-county";
        Evaluation alone = LandAssessor.of(Cases.assessor(rule).rule()).prior(RollFile.read(before, Cases.assessor(rule).rule()).orThrow())
                .evaluate(RollFile.read(now, Cases.assessor(rule).rule()).orThrow());
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (SparkSession spark = SparkSession.builder().master("local[2]").config("spark.ui.enabled", "false").config("spark.driver.host", "127.0.0.1")
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer").config("spark.sql.shuffle.partitions", "3").getOrCreate()) {
            spark.sparkContext().addSparkListener(new SparkListener() {
                @Override
                public void onJobStart(SparkListenerJobStart job) {
                    seen.add(String.valueOf(job.properties().getProperty("spark.job.description")));
                }

                @Override
                public void onTaskEnd(SparkListenerTaskEnd task) {
                    scala.jdk.javaapi.CollectionConverters.asJava(task.taskInfo().accumulables()).forEach(it -> seen.add(it.name().get()));
                }
            });
            LandOnSpark.Done done = LandOnSpark.of(spark, () -> Cases.assessor(rule)).evaluate(read(spark, now), Map.of(1, read(spark, before)));
            assertEquals(List.of(Mubiao.explain(alone.explain("QY100000042"), Locale.CHINESE)), done.explain(Locale.CHINESE, "QY100000042"));
            assertEquals(alone.classCounts(), done.summary("county").classCounts());
            assertEquals(alone.standingCounts(), done.summary().standingCounts());
            Dataset<Row> broken = read(spark, now).withColumn("land", functions.when(functions.col("id").equalTo("QY100000042"), "许多")
                    .otherwise(functions.col("land").cast("string")));
            List<Row> told = LandOnSpark.of(spark, () -> Cases.assessor(rule)).evaluate(broken, Map.of(1, read(spark, before))).problems()
                    .filter("severity = 'ERROR'").collectAsList();
            assertEquals(1, told.size());
            assertEquals("QY100000042", told.get(0).getString(0));
            assertTrue(told.get(0).getString(5).contains("许多"), told.get(0)::toString);
        }
        assertTrue(seen.contains("Mubiao: rows read"), seen::toString);
        assertTrue(seen.contains("Mubiao: " + rule + ", pass 1, baselines"), seen::toString);
    }

    @Test
    void whatIsMergedTravelsTogetherWithItsLastYear() throws IOException {
        EvaluationRule rule = merging();
        Path now = folder.resolve("2024.csv");
        Path before = folder.resolve("2023.csv");
        Firms.write(now, SOME, 2024, 5);
        Firms.write(before, SOME, 2023, 5);
        try (SparkSession spark = Prove.session(2)) {
            Dataset<Row> year = lots(read(spark, now), 700);
            Dataset<Row> last = lots(read(spark, before), 690);
            Evaluation alone = LandAssessor.of(rule).prior(RollFile.read(csv(last, "last"), rule).orThrow())
                    .evaluate(RollFile.read(csv(year, "year"), rule).orThrow());
            LandOnSpark.Done done = LandOnSpark.of(spark, () -> LandAssessor.of(merging())).evaluate(year.repartition(5), Map.of(1, last));
            List<String> together = texts(done.results().select("id", "rank", "places", "class", "total_exact"));
            assertEquals(alone.ids().stream().sorted().map(alone::get).map(it -> "[" + it.id() + "," + (it.place().isPresent() ? it.place().getAsLong() : null)
                    + "," + (it.places().isPresent() ? it.places().getAsLong() : null) + "," + it.finalClass().orElse(null) + ","
                    + it.total().map(Object::toString).orElse(null) + "]").toList(), together);
        }
    }

    private static EvaluationRule merging() {
        return RuleFile.parse("""
                id: lots
                year: 2024
                columns:
                  land: {unit: 亩}
                  tax: {unit: 万元, negative: true}
                  county: {kind: text}
                  lot: {kind: text}
                  lead: {kind: flag, if-empty: 否}
                merge: {by: lot, lead: lead}
                indicators:
                  tax_per_mu: {formula: tax / land, unit: 万元/亩}
                  growth: {formula: tax / prior("tax")}
                groups:
                  - id: all
                    weights-total: 100
                    items:
                      tax_per_mu: {weight: 60, score: ratio, base: {kind: mean, by: [county], population: evaluated, year: prior}, cap: 1.5 * w, floor: 0}
                      growth: {weight: 40, score: ratio, base: 1, cap: 1.5 * w, floor: 0, missing: mean-score}
                ranking: {by: [county], on: unrounded, ties: best-place, small-groups: none}
                classes:
                  order: [A, B, C]
                  by: rank
                  cuts: {A: 20 %, B: 60 %, C: 100 %}
                  quota-base: ranked
                  quota-rounding: cumulative floor
                """, Format.YAML, "lots");
    }

    private static Dataset<Row> lots(Dataset<Row> rows, int lots) {
        return rows.select("id", "county", "land", "tax").withColumn("county", functions.lit("县"))
                .withColumn("lot", functions.expr("if(cast(substr(id, 3) as int) % 3 = 0, null, concat('L', cast(substr(id, 3) as int) % " + lots + "))"))
                .withColumn("lead", functions.expr("cast(substr(id, 3) as int) - 100000000 < " + lots));
    }

    private Path csv(Dataset<Row> rows, String name) throws IOException {
        StringBuilder text = new StringBuilder(String.join(",", rows.columns()));
        rows.collectAsList().forEach(row -> text.append('\n').append(row.mkString(",").replace("null", "")));
        return Files.writeString(folder.resolve(name + ".csv"), text.append('\n'));
    }

    private static Dataset<Row> read(SparkSession spark, Path file) {
        return spark.read().option("header", true).schema(Firms.SCHEMA).csv(file.toString());
    }

    private static List<String> texts(Dataset<Row> results) {
        return results.orderBy("id").collectAsList().stream().map(Row::toString).toList();
    }
}
