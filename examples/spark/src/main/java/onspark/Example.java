package onspark;

import io.mubiao.io.rule.Seeds;
import io.mubiao.land.assess.LandAssessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Enterprises of two years in Parquet, their places and classes in Parquet, one of them explained. */
public final class Example {
    private Example() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("land");
        String now = parquet(folder, 2024);
        String before = parquet(folder, 2023);

        try (SparkSession spark = Prove.session(2)) {
            LandOnSpark land = LandOnSpark.of(spark, () -> LandAssessor.of(Seeds.rule("huaian-2024-by-county")));
            LandOnSpark.Done done = land.evaluate(spark.read().parquet(now), Map.of(1, spark.read().parquet(before)));
            done.results().write().parquet(folder.resolve("classes").toString());
            System.out.println(done.summary().classCounts());
            System.out.println(done.problems().count() + " 条提醒");
            done.explain(Locale.CHINESE, "QY100000042").forEach(System.out::println);
        }
    }

    /** Made-up enterprises, in place of the office's own. */
    private static String parquet(Path folder, int year) throws Exception {
        Path csv = folder.resolve(year + ".csv");
        Firms.write(csv, 10_000, year, 42);
        try (SparkSession spark = Prove.session(2)) {
            spark.read().option("header", true).schema(Firms.SCHEMA).csv(csv.toString()).write().parquet(folder.resolve("firms-" + year).toString());
        }
        return folder.resolve("firms-" + year).toString();
    }
}
