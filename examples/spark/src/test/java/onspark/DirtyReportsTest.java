package onspark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.io.register.ObservationCsv;
import io.mubiao.io.result.AssessmentJson;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are wrong, late or in conflict, under whatever headers, are on Spark what they are on one machine. */
final class DirtyReportsTest {
    private static final String HEADER = "id,stream,kind,on,from,to,value,recorded,supersedes";
    private static final JsonStyle STYLE = JsonStyle.COMPACT;
    private static final Register REGISTER = register();

    @TempDir
    Path folder;

    private static Register register() {
        Units units = Units.builtIn().with("个");
        return Register.of("dirty", ZoneId.of("Asia/Shanghai"), IntStream.range(0, 12).mapToObj(i -> {
            Quantity goal = Quantity.parse("60 个", units);
            return Target.of("P" + i, "目标" + i, i % 3 == 0 ? Goal.amount(Measure.level(), Bound.atLeast(goal)) : Goal.total(goal), Span.year(2024));
        }).toArray(Target[]::new));
    }

    /** What befalls a stream: nothing good, nothing known yet, two figures of a day, corrections, or nothing at all. */
    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            String stream = "P" + i;
            String kind = i % 3 == 0 ? "level" : i % 3 == 1 ? "total" : "increment";
            int dirt = random.nextInt(8);
            for (int month = 1; month <= 4; month++) {
                String on = (dirt == 1 ? "2024-11-" : "2024-0" + month + "-") + (10 + month);
                String recorded = dirt == 2 ? "2024-12-01T00:00:00Z" : "2024-09-0" + month + "T00:00:00Z";
                String value = dirt == 3 ? "viel" : (10 + 7 * month) + " 个";
                row(rows, stream + month, stream, kind, on, value, recorded, "");
                if (dirt == 4) {
                    row(rows, stream + month + "b", stream, kind, on, "3 个", recorded, "");
                } else if (dirt == 5 && month < 4) {
                    row(rows, stream + month + "c", stream, kind, on, "4 个", "2024-10-01T00:00:00Z", stream + month);
                } else if (dirt == 6 && month == 2) {
                    row(rows, "", stream, kind, "2024-05-13", "5 个", "", "");
                    row(rows, stream + "d", stream, kind, "2024-02-13", "6 个", "2024-10-02T00:00:00Z", stream + "2");
                }
            }
            if (dirt == 7) {
                rows.removeIf(row -> row.contains("," + stream + ","));
            }
        }
        rows.add(",,level,2024-06-30,,,70 个,,");
        rows.add(",XX,level,2024-06-30,,,70 个,,");
        Collections.shuffle(rows, random);
        return rows;
    }

    private static void row(List<String> rows, String id, String stream, String kind, String on, String value, String recorded, String supersedes) {
        rows.add(String.join(",", id, stream, kind, kind.equals("increment") ? "" : on, kind.equals("increment") ? on : "", kind.equals("increment") ? on : "",
                value, recorded, supersedes));
    }

    @Test
    void theyAreWhatTheyAreOnOneMachine() throws IOException {
        try (SparkSession spark = Prove.session(2)) {
            for (int seed = 0; seed < 2; seed++) {
                Path file = Files.writeString(folder.resolve(seed + ".csv"), HEADER + "\n" + String.join("\n", rows(new Random(seed))) + "\n");
                WithProblems<List<Observation>> read = ObservationCsv.readRows(file, REGISTER);
                ObservationLog log = ObservationLog.of(read.value());
                for (AsOf question : List.of(AsOf.of(LocalDate.of(2024, 9, 30)), AsOf.of(LocalDate.of(2024, 9, 30)).knownBy(LocalDate.of(2024, 9, 30)))) {
                    List<String> problems = new ArrayList<>();
                    Dataset<Row> rows = spark.read().option("header", true).csv(file.toString()).repartition(3);
                    assertEquals(told(Assessor.assess(REGISTER, log, question)), told(TargetsOnSpark.of(spark, REGISTER, question).assess(rows, problems::add)),
                            "seed " + seed);
                    assertEquals(read.problems().stream().filter(it -> it.severity() == Problem.Severity.ERROR).count(),
                            problems.stream().filter(it -> it.contains("ERROR")).count(), problems::toString);
                }
            }
        }
    }

    /** Of two increments that overlap the first in the file is named first; Spark has no first. */
    private static String told(Assessments assessments) {
        return AssessmentJson.write(assessments, STYLE).replaceAll("(\"overlapping-increments\",\"detail\":)\"[^\"]*\"", "$1");
    }

    @Test
    void headersAreFoundAsInFiles() throws IOException {
        List<Observation> some = ObservationCsv.parse("stream,kind,on,value\nP1,total,2024-06-30,70 个\n", "some", REGISTER).orThrow();
        Path file = Files.writeString(folder.resolve("zh.csv"), ObservationCsv.write(REGISTER, some, Locale.CHINESE));
        AsOf question = AsOf.of(LocalDate.of(2024, 9, 30));
        try (SparkSession spark = Prove.session(1)) {
            TargetsOnSpark targets = TargetsOnSpark.of(spark, REGISTER, question);
            Dataset<Row> rows = spark.read().option("header", true).csv(file.toString());
            assertEquals(told(Assessor.assess(REGISTER, ObservationLog.of(some), question)), told(targets.assess(rows, problem -> { })));
            assertTrue(targets.explain(rows, "P1", Locale.CHINESE).contains("70"));
            Dataset<Row> typed = spark.sql("select ' P1' stream, 'total' kind, date'2024-06-30' on, cast(12345678.5 as double) value, '个' unit "
                    + "union all select null, 'total', date'2024-06-30', 1.0D, '个' union all select 'P1', 'total', date'2024-05-31', 1.0E-4D, '个'");
            List<String> problems = new ArrayList<>();
            assertEquals("12345678.5 个", targets.assess(typed, problems::add).get("P1").actual().orElseThrow().toString());
            assertEquals(1, problems.stream().filter(it -> it.contains("FAR_OFF")).count(), problems::toString);
            assertEquals(2, problems.size(), problems::toString);
            Dataset<Row> without = spark.sql("select 'P1' a, 'total' kind, '70 个' value");
            assertTrue(assertThrows(IllegalArgumentException.class, () -> targets.log(without, problems::add)).getMessage().contains("指标编号"));
        }
    }
}
