package onspark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.io.register.ObservationCsv;
import io.mubiao.io.result.AssessmentJson;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ScorecardJson;
import io.mubiao.io.rule.Seeds;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.View;
import io.mubiao.target.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets assessed on Spark are those of one machine. */
final class TargetsOnSparkTest {
    private static final Register REGISTER = Reports.register(12);
    private static final JsonStyle STYLE = JsonStyle.COMPACT;

    @TempDir
    Path folder;

    @Test
    void assessmentsAndScorecardAreThoseOfOneMachine() throws IOException {
        Path csv = folder.resolve("reports.csv");
        Reports.write(csv, REGISTER.size(), 16, 42);
        List<String> lines = Files.readAllLines(csv);
        Files.write(csv, Stream.concat(lines.stream().limit(1), lines.stream().skip(1).sorted()).toList());
        ObservationLog log = ObservationLog.of(ObservationCsv.readRows(csv, REGISTER).orThrow());
        ScorecardRule card = ScorecardRule.builder("card").scoreAll(Seeds.scoringRule("c01-proportional"))
                .views(List.of(View.by("owner", NodeRule.PLAIN, NodeRule.PLAIN))).build();
        try (SparkSession spark = Prove.session(2)) {
            Dataset<Row> rows = spark.read().option("header", true).schema(Reports.SCHEMA).csv(csv.toString());
            String parquet = folder.resolve("reports.parquet").toString();
            rows.repartition(3).write().parquet(parquet);
            for (AsOf question : List.of(AsOf.of(LocalDate.of(2024, 9, 30)),
                    AsOf.of(LocalDate.of(2024, 9, 30)).knownBy(LocalDate.of(2024, 6, 30)))) {
                Assessments alone = Assessor.assess(REGISTER, log, question);
                TargetsOnSpark targets = TargetsOnSpark.of(spark, REGISTER, question);
                List<String> problems = new ArrayList<>();
                for (Dataset<Row> each : List.of(rows, spark.read().parquet(parquet).repartition(7))) {
                    Assessments together = targets.assess(each, problems::add);
                    assertEquals(List.of(), problems);
                    assertEquals(AssessmentJson.write(alone, STYLE), AssessmentJson.write(together, STYLE));
                    assertEquals(ScorecardJson.write(Scorer.of(card, REGISTER).score(alone), STYLE),
                            ScorecardJson.write(Scorer.of(card, REGISTER).score(together), STYLE));
                }
                String target = REGISTER.targets().get(3).id();
                assertEquals(Mubiao.explain(alone.get(target), Locale.CHINESE), targets.explain(rows, target, Locale.CHINESE));
                assertTrue(targets.log(rows, problems::add).size() < log.size() / 10);
            }
        }
    }
}
