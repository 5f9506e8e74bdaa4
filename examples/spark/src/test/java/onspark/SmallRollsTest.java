package onspark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.io.Format;
import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.Seeds;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Whole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** No rows, numbers of every type, and classes of earlier years come out as on one machine. */
final class SmallRollsTest {
    private static final List<String> SHOWN = List.of("id", "rank", "class", "total", "charge_p");

    private static EvaluationRule rule() {
        return RuleFile.parse("""
                id: t
                year: 2024
                columns:
                  land: {unit: 亩}
                  tax: {unit: 万元}
                indicators:
                  tpm: {formula: tax / land, unit: 万元/亩}
                  root: {formula: sqrt(tpm / 1 万元/亩)}
                groups:
                  - id: all
                    weights-total: 100
                    items:
                      tpm: {weight: 60, score: ratio, base: {kind: mean, population: evaluated}, cap: 1.5 * w, floor: 0, missing: zero, zero-divisor: zero}
                      root: {weight: 40, score: ratio, base: {kind: sample-deviation, population: evaluated}, cap: w, floor: 0, missing: zero, zero-divisor: zero}
                total: {round: 2 half-up}
                ranking: {by: [], on: rounded, ties: best-place, small-groups: none}
                classes: {order: [A, B, C], by: rank, cuts: {A: 20 %, B: 60 %, C: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
                overrides: [{id: up, title: 连续A不低于B, when: 'consecutive("A") >= 2', not-below: B}, {id: kept, title: 上年C不高于B, when: prior_class == "C", not-above: B}]
                refill: false
                consequences:
                  - {id: p, title: 加价, kind: surcharge, base: land, rate-unit: 元/亩, rates: {C: [1 元/亩, 2 元/亩, 3 元/亩]}, unit: 元}
                """, Format.YAML, "t");
    }

    private static Dataset<Row> results(LandOnSpark.Done done) {
        return done.results(SHOWN).orderBy("id");
    }

    private static List<String> lines(Evaluation evaluation) {
        return EvaluationCsv.lines(evaluation, SHOWN).sorted().toList();
    }

    private static List<String> lines(LandOnSpark.Done done) {
        return results(done).collectAsList().stream().map(row -> row.mkString(",").replace("null", "")).sorted().toList();
    }

    @Test
    void classesOfEarlierYearsTravelWithTheirEnterprises() throws IOException {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder("id,land,tax");
        List<Row> rows = new ArrayList<>();
        List<Row> classes = new ArrayList<>(List.of(RowFactory.create("E1", 2024, "C"), RowFactory.create("gone", 2023, "A")));
        Map<String, List<String>> history = new HashMap<>();
        for (int i = 0; i < 90; i++) {
            String id = "E" + i;
            double land = (1 + random.nextInt(2_000)) * 10_000.5;
            double tax = random.nextInt(90) / 100_000.0;
            csv.append('\n').append(id).append(',').append(new java.math.BigDecimal(land).toPlainString()).append(',')
                    .append(java.math.BigDecimal.valueOf(tax).toPlainString());
            rows.add(RowFactory.create(id, land, tax));
            List<String> names = random.ints(random.nextInt(4), 0, 3).mapToObj(it -> List.of("A", "C", "").get(it)).toList();
            history.put(id, names);
            for (int year = 0; year < names.size(); year++) {
                if (!names.get(year).isEmpty()) {
                    classes.add(RowFactory.create(id, 2024 - names.size() + year, names.get(year)));
                }
            }
        }
        Evaluation alone = LandAssessor.of(rule()).history(ClassHistory.of(history)).evaluate(RollFile.parse(csv.toString(), "roll", rule()).orThrow());
        ClassHistory outside = ClassHistory.of(history);
        try (SparkSession spark = Prove.session(2)) {
            Dataset<Row> roll = spark.createDataFrame(rows, StructType.fromDDL("id STRING, land DOUBLE, tax DOUBLE")).repartition(3);
            Dataset<Row> years = spark.createDataFrame(classes, StructType.fromDDL("id STRING, year INT, class STRING")).repartition(2);
            assertEquals(lines(alone), lines(LandOnSpark.of(spark, () -> LandAssessor.of(rule())).evaluate(roll, Map.of(), years)));
            LandOnSpark.Done held = LandOnSpark.of(spark, () -> LandAssessor.of(rule()).history(outside)).evaluate(roll);
            assertEquals(lines(alone), lines(held));
            assertEquals(0, held.problems().filter("severity = 'ERROR'").count());
        }
    }

    /** 先排后排: totals and what halves are ranked by are more different numbers than a part keeps, so that rows move several times. */
    @Test
    void whoIsRankedOnceMoreMovesSeveralTimes() throws IOException {
        Random random = new Random(8);
        StringBuilder csv = new StringBuilder("id,规上,占地,排序范围,得分,实缴税收");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 36_000; i++) {
            java.math.BigDecimal total = java.math.BigDecimal.valueOf(random.nextInt(1_000_000), 4);
            java.math.BigDecimal tax = java.math.BigDecimal.valueOf(random.nextInt(9_000_000), 4);
            csv.append("\nE").append(i).append(",否,6,全市,").append(total).append(',').append(tax);
            rows.add(RowFactory.create("E" + i, "否", 6, "全市", total, tax));
        }
        List<String> shown = List.of("id", "rank", "places", "class");
        EvaluationRule rule = Seeds.rule("anyang-2018");
        Evaluation alone = LandAssessor.of(rule).evaluate(RollFile.parse(csv.toString(), "roll", rule).orThrow());
        try (SparkSession spark = Prove.session(2)) {
            Dataset<Row> roll = spark.createDataFrame(rows, StructType.fromDDL("id STRING, `规上` STRING, `占地` INT, `排序范围` STRING, `得分` DECIMAL(9,4), `实缴税收` DECIMAL(9,4)"));
            LandOnSpark.Done done = LandOnSpark.of(spark, () -> LandAssessor.of(Seeds.rule("anyang-2018"))).evaluate(roll.repartition(3));
            assertTrue(Whole.fromBytes(done.known().value()).moves() > 2);
            assertEquals(EvaluationCsv.lines(alone, shown).sorted().toList(),
                    done.results(shown).collectAsList().stream().map(row -> row.mkString(",").replace("null", "")).sorted().toList());
            assertEquals(List.of(Mubiao.explain(alone.explain("E77"), Locale.CHINESE)), done.explain(Locale.CHINESE, "E77"));
        }
    }

    @Test
    void noRowsHaveAnEmptyEvaluation() throws IOException {
        Evaluation alone = LandAssessor.of(rule()).evaluate(RollFile.parse("id,land,tax\n", "none", rule()).value());
        try (SparkSession spark = Prove.session(1)) {
            Dataset<Row> none = spark.createDataFrame(List.of(), StructType.fromDDL("id STRING, land DOUBLE, tax DOUBLE"));
            for (Dataset<Row> each : List.of(none, none.repartition(2), none.filter("land > 1"))) {
                LandOnSpark.Done done = LandOnSpark.of(spark, () -> LandAssessor.of(rule())).evaluate(each);
                assertEquals(0, done.results().count());
                assertEquals(0, results(done).count());
                assertEquals(alone.classCounts(), done.summary().classCounts());
                assertEquals(alone.standingCounts(), done.summary().standingCounts());
                assertEquals(0, done.problems().filter("severity = 'ERROR'").count());
            }
        }
    }
}
