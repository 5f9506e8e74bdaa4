package onspark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.Seeds;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enterprises evaluated on Spark are those of one machine. */
final class LandOnSparkTest {
    @TempDir
    Path folder;

    @Test
    void first() throws IOException {
        Path now = folder.resolve("2024.csv");
        Path before = folder.resolve("2023.csv");
        Firms.write(now, 20_000, 2024, 42);
        Firms.write(before, 20_000, 2023, 42);
        EvaluationRule rule = Seeds.rule("huaian-2024-by-county");
        Roll roll = RollFile.read(now, rule).orThrow();
        Evaluation alone = LandAssessor.of(rule).prior(RollFile.read(before, rule).orThrow()).evaluate(roll);
        try (SparkSession spark = LocalSpark.of(2)) {
            Dataset<Row> year = spark.read().option("header", true).schema(Firms.SCHEMA).csv(now.toString());
            Dataset<Row> last = spark.read().option("header", true).schema(Firms.SCHEMA).csv(before.toString());
            LandOnSpark.Done done = LandOnSpark.of(spark, () -> LandAssessor.of(Seeds.rule("huaian-2024-by-county"))).evaluate(year, Map.of(1, last));
            done.results().orderBy("id").show(10);
            done.problems().show(10, false);
            System.out.println(done.summary().classCounts());
            System.out.println(alone.classCounts());
            assertEquals(Mubiao.explain(alone.explain("QY100000042"), Locale.CHINESE), done.explain(Locale.CHINESE, "QY100000042").get(0));
            assertEquals(alone.classCounts(), done.summary().classCounts());
        }
    }
}
