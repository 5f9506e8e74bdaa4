package onspark;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.io.rule.Seeds;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.target.Register;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The lines that README and the guide show, as they stand there; what runs is {@link Example} and the tests. */
final class Shown {
    private Shown() {}

    static void inReadme(SparkSession spark) throws Exception {
        LandOnSpark land = LandOnSpark.of(spark, () -> LandAssessor.of(Seeds.rule("huaian-2024-by-county")));
        LandOnSpark.Done done = land.evaluate(spark.read().parquet("2024"), Map.of(1, spark.read().parquet("2023")));
        done.results().write().parquet("classes");
        done.explain(Locale.CHINESE, "QY100000042");
    }

    static void enterprises(SparkSession spark) throws Exception {
        LandOnSpark land = LandOnSpark.of(spark, () -> LandAssessor.of(Seeds.rule("huaian-2024-by-county")));
        LandOnSpark.Done done = land.evaluate(spark.read().parquet("2024"), Map.of(1, spark.read().parquet("2023")));
        done.results().write().parquet("classes");
        done.problems().show();
        done.summary("county").aggregates();
        done.explain(Locale.CHINESE, "QY100000042");
    }

    static Scorecard targets(SparkSession spark, Register register, ScorecardRule rule, LocalDate day) throws Exception {
        TargetsOnSpark targets = TargetsOnSpark.of(spark, register, AsOf.of(day));
        Assessments assessments = targets.assess(spark.read().parquet("observations"), System.err::println);
        Scorecard card = Scorer.of(rule, register).score(assessments);
        targets.explain(spark.read().parquet("observations"), "T100003", Locale.CHINESE);
        return card;
    }
}
