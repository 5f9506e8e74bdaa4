package onspark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;

import io.mubiao.Mubiao;
import io.mubiao.io.roll.RollFile;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Chunk;
import io.mubiao.land.assess.ChunkPart;
import io.mubiao.land.assess.ChunkSummary;
import io.mubiao.land.assess.Chunks;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Whole;
import io.mubiao.outcome.Problem;
import io.mubiao.outcome.WithProblems;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;

/**
 * Evaluates enterprises that lie in Spark, with the results of one machine; copy this class. Columns are found as in files: by the ids or
 * titles of the rule's, {@code id} and {@code name}. Rows that cannot be read are left out and told. Ids must be there once.
 */
public final class LandOnSpark {
    /** Rows to a chunk, at least: what one call of the library works on. */
    private static final int ROWS = 100_000;
    private static final StructType LINE = StructType.fromDDL("key STRING, id STRING, year INT, line STRING");
    private static final StructType RESULT = StructType.fromDDL("id STRING, name STRING, status STRING, `group` STRING, total STRING, "
            + "rank BIGINT, places BIGINT, initial_class STRING, class STRING, label STRING, reason STRING");
    private static final Map<String, String> CSV = Map.of("escape", "\"", "emptyValue", "");

    private final JavaSparkContext context;
    private final SparkSession spark;
    private final Broadcast<Shipped> shipped;
    private final StorageLevel kept;

    private LandOnSpark(SparkSession spark, Broadcast<Shipped> shipped, StorageLevel kept) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.shipped = shipped;
        this.kept = kept;
    }

    /** How to make the rule with its parameters, year and changes by hand: done once in every executor. */
    public interface Rule extends Serializable {
        LandAssessor make();
    }

    public static LandOnSpark of(SparkSession spark, Rule rule) {
        return new LandOnSpark(spark, JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new Shipped(rule)),
                StorageLevel.MEMORY_ONLY());
    }

    /** With what was read kept elsewhere between the passes; with NONE it is read again in each of them. */
    public LandOnSpark kept(StorageLevel level) {
        return new LandOnSpark(spark, shipped, level);
    }

    /** The rule as it travels, compiled where it arrives. */
    private static final class Shipped implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Rule rule;
        private transient volatile Chunks made;

        Shipped(Rule rule) {
            this.rule = rule;
        }

        Chunks chunks() {
            Chunks known = made;
            if (known == null) {
                known = Chunks.of(rule.make());
                made = known;
            }
            return known;
        }
    }

    /** Evaluates enterprises. */
    public Done evaluate(Dataset<Row> roll) {
        return evaluate(roll, Map.of());
    }

    /** Evaluates enterprises with their figures of earlier years, by how many years ago that was. */
    public Done evaluate(Dataset<Row> roll, Map<Integer, Dataset<Row>> earlier) {
        Map<Integer, Dataset<Row>> years = new TreeMap<>(earlier);
        years.put(0, roll);
        Map<Integer, String> headers = new HashMap<>();
        Dataset<Row> lines = null;
        for (Map.Entry<Integer, Dataset<Row>> year : years.entrySet()) {
            Column[] columns = Arrays.stream(year.getValue().columns()).filter(this::isRead).map(it -> col("`" + it + "`")).toArray(Column[]::new);
            headers.put(year.getKey(), year.getValue().select(columns).columns().length == 0 ? "" : String.join(",", year.getValue().select(columns).columns()));
            Dataset<Row> some = year.getValue().select(col("id").as("key"), col("id"), lit(year.getKey()).as("year"),
                    to_csv(struct(columns), CSV).as("line"));
            lines = lines == null ? some : lines.union(some);
        }
        return new Pass(new HashMap<>(headers)).run(lines, !earlier.isEmpty());
    }

    private boolean isRead(String header) {
        String plain = header.replaceAll("[(（].*", "");
        return plain.equals("id") || plain.equals("name")
                || rule().columns().stream().anyMatch(it -> it.id().equals(plain) || it.title().equals(plain));
    }
}
