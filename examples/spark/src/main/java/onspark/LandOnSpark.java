package onspark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;

import io.mubiao.Mubiao;
import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.roll.RollLines;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ChunkPart;
import io.mubiao.land.assess.ChunkSummary;
import io.mubiao.land.assess.Chunks;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Whole;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
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
 * Evaluates enterprises that lie in Spark, with the results of one machine; copy this class and {@link PlainText}. Columns are found as in files, by the ids or
 * titles of the rule's; others are not read. An enterprise must be there once. Rows with a value that does not fit are left out
 * and told.
 */
public final class LandOnSpark {
    private static final int LINES = 100_000;
    private static final Map<String, String> CSV = Map.of("escape", "\"", "emptyValue", "");
    private static final StructType LINE = StructType.fromDDL("key STRING, id STRING, year INT, line STRING");
    private static final StructType RESULT = StructType.fromDDL("id STRING, name STRING, status STRING, `group` STRING, total DOUBLE, "
            + "total_exact STRING, rank BIGINT, places BIGINT, initial_class STRING, class STRING, label STRING, reason STRING");
    private static final StructType PROBLEM = StructType.fromDDL("id STRING, years_ago INT, `column` STRING, severity STRING, code STRING, problem STRING");

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final Rule rule;
    private final boolean keep;

    private LandOnSpark(SparkSession spark, Rule rule, boolean keep) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.rule = rule;
        this.keep = keep;
    }

    /** How to make the rule, with parameters, year and changes by hand; done once in every executor. */
    public interface Rule extends Serializable {
        LandAssessor make();
    }

    /** For a rule. What was read stays in memory from pass to pass, as far as there is room. */
    public static LandOnSpark of(SparkSession spark, Rule rule) {
        return new LandOnSpark(spark, rule, true);
    }

    /** The same, reading everything again in each pass. */
    public LandOnSpark readingAgain() {
        return new LandOnSpark(spark, rule, false);
    }

    /** The results of enterprises. */
    public Done evaluate(Dataset<Row> roll) {
        return evaluate(roll, Map.of());
    }

    /** The results of enterprises with their figures of earlier years, by how many years ago that was. */
    public Done evaluate(Dataset<Row> roll, Map<Integer, Dataset<Row>> earlier) {
        return evaluate(roll, earlier, Optional.empty());
    }

    /**
     * The same with classes of earlier years (历年等级), a row for each enterprise and year in columns id, year and class, in place of any history
     * that the rule's assessor has; the year evaluated and later ones are left out.
     */
    public Done evaluate(Dataset<Row> roll, Map<Integer, Dataset<Row>> earlier, Dataset<Row> classes) {
        return evaluate(roll, earlier, Optional.of(classes));
    }

    private Done evaluate(Dataset<Row> roll, Map<Integer, Dataset<Row>> earlier, Optional<Dataset<Row>> classes) {
        TreeMap<Integer, Dataset<Row>> years = new TreeMap<>(earlier);
        years.put(0, roll);
        HashMap<Integer, String[]> columns = new HashMap<>();
        years.forEach((year, rows) -> columns.put(year, rows.columns()));
        Job here = new Job(rule, columns);
        Chunks chunks = here.chunks();
        Broadcast<Job> job = context.broadcast(here);
        Dataset<Row> figures = years.entrySet().stream().map(it -> lines(here.lines(), it.getKey(), it.getValue())).reduce(Dataset::union).orElseThrow();
        Dataset<Row> unsorted = classes.map(it -> figures.union(ofClasses(it, chunks.year()))).orElse(figures);
        JavaRDD<Row> sorted = (earlier.isEmpty() && classes.isEmpty() ? unsorted : together(unsorted)).javaRDD();
        JavaRDD<Row> lines = chunks.isMerging() ? sent(sorted, job, read -> read.byUnits(job.value().chunks())) : sorted;
        JavaRDD<RollLines.Read> read = read(lines, job);
        Whole whole = chunks.begin();
        for (boolean byRange = false; !whole.isComplete();) {
            context.setJobDescription("Mubiao: " + chunks.rule().id() + ", pass " + (whole.passes() + 1) + ", " + whole.pass());
            Broadcast<byte[]> known = context.broadcast(whole.toBytes());
            byte[] merged = read.getNumPartitions() == 0 ? chunks.none(whole).toBytes() : read.mapPartitions(all -> {
                Whole soFar = Whole.fromBytes(known.value());
                ChunkPart part = job.value().chunks().none(soFar);
                while (all.hasNext()) {
                    part = part.merge(job.value().chunks().part(all.next().chunk(), soFar));
                }
                return List.of(part.toBytes()).iterator();
            }).treeReduce(LandOnSpark::merged);
            whole = chunks.next(whole, ChunkPart.fromBytes(merged));
            if (whole.byRange() && !byRange) {
                byRange = true;
                read.unpersist();
                Broadcast<byte[]> ranges = context.broadcast(whole.toBytes());
                read = read(sent(lines, job, of -> of.byRanges(job.value().chunks(), Whole.fromBytes(ranges.value()))), job);
            }
        }
        context.setJobDescription(null);
        return new Done(read, job, context.broadcast(whole.toBytes()));
    }

    private static byte[] merged(byte[] one, byte[] other) {
        return ChunkPart.fromBytes(one).merge(ChunkPart.fromBytes(other)).toBytes();
    }

    private static Dataset<Row> lines(RollLines columns, int year, Dataset<Row> rows) {
        Column[] cells = columns.columns(year).stream().map(it -> PlainText.of(rows, it)).toArray(Column[]::new);
        return rows.select(PlainText.of(rows, columns.id(year)), to_csv(struct(cells), CSV)).mapPartitions((MapPartitionsFunction<Row, Row>) all ->
                each(all, row -> Stream.of(row(RollLines.line(row.isNullAt(0) ? "" : row.getString(0), year, row.getString(1))))), Encoders.row(LINE));
    }

    private static Dataset<Row> ofClasses(Dataset<Row> classes, int year) {
        return classes.filter(col("class").isNotNull().and(col("year").cast("int").lt(year))).select(PlainText.of(classes, "id"), col("year").cast("int"),
                col("class").cast("string")).mapPartitions((MapPartitionsFunction<Row, Row>) all -> each(all, row -> Stream.of(row(
                        RollLines.ofClass(row.isNullAt(0) ? "" : row.getString(0), year - row.getInt(1), row.getString(2))))), Encoders.row(LINE));
    }

    private static Row row(RollLines.Line line) {
        return RowFactory.create(line.key(), line.id(), line.yearsAgo(), line.csv());
    }

    /** Rows with one key in one partition, one behind the other. */
    private static Dataset<Row> together(Dataset<Row> lines) {
        return lines.repartition(col("key")).sortWithinPartitions("key");
    }

    private interface Sent extends Function<RollLines.Read, Stream<RollLines.Line>>, Serializable {}

    private JavaRDD<Row> sent(JavaRDD<Row> lines, Broadcast<Job> job, Sent to) {
        JavaRDD<Row> sent = lines.mapPartitions(rows -> each(cut(rows, job.value()), read -> to.apply(read).map(LandOnSpark::row)));
        return together(spark.createDataFrame(sent, LINE)).javaRDD();
    }

    private static Iterator<RollLines.Read> cut(Iterator<Row> rows, Job job) {
        return job.lines().read(each(rows, row -> Stream.of(new RollLines.Line(row.getString(0), row.getString(1), row.getInt(2), row.getString(3)))), LINES);
    }

    private JavaRDD<RollLines.Read> read(JavaRDD<Row> lines, Broadcast<Job> job) {
        LongAccumulator rows = context.sc().longAccumulator("Mubiao: rows read");
        LongAccumulator told = context.sc().longAccumulator("Mubiao: problems of rows");
        JavaRDD<RollLines.Read> read = lines.mapPartitions(all -> each(cut(all, job.value()), it -> {
            rows.add(it.chunk().roll().size());
            told.add(it.problems().size());
            return Stream.of(it.withoutLines());
        }));
        return keep ? read.persist(StorageLevel.MEMORY_ONLY()) : read;
    }

    private static <A, B> Iterator<B> each(Iterator<A> all, Function<A, Stream<B>> of) {
        return Stream.iterate(all, Iterator::hasNext, it -> it).flatMap(it -> of.apply(it.next())).iterator();
    }

    /** An evaluation of which Spark holds the rows. */
    public final class Done {
        private final JavaRDD<RollLines.Read> read;
        private final Broadcast<Job> job;
        private final Broadcast<byte[]> known;

        private Done(JavaRDD<RollLines.Read> read, Broadcast<Job> job, Broadcast<byte[]> known) {
            this.read = read;
            this.job = job;
            this.known = known;
        }

        private interface Asked<T> extends Serializable {
            Stream<T> of(RollLines.Read read, Chunks chunks, Evaluation evaluation);
        }

        private <T> JavaRDD<T> ask(Asked<T> asked) {
            Broadcast<Job> of = job;
            Broadcast<byte[]> bytes = known;
            return read.mapPartitions(all -> {
                Whole whole = Whole.fromBytes(bytes.value());
                Chunks chunks = of.value().chunks();
                return each(all, one -> asked.of(one, chunks, chunks.results(one.chunk(), whole)));
            });
        }

        /** Standing, exact total, place, classes and reasons of every enterprise. */
        public Dataset<Row> results() {
            return spark.createDataFrame(ask((one, chunks, evaluation) ->
                    (chunks.isMerging() ? evaluation.ids().stream().map(evaluation::get) : evaluation.stream()).map(LandOnSpark::row)), RESULT);
        }

        /** Columns by their ids, as {@link EvaluationCsv} has them, all texts; much faster without totals, which are exact. */
        public Dataset<Row> results(List<String> columns) {
            ArrayList<String> ids = new ArrayList<>(columns);
            Column texts = lit(ids.stream().map(it -> "`" + it + "` STRING").collect(Collectors.joining(", ")));
            return spark.createDataset(ask((one, chunks, evaluation) -> EvaluationCsv.lines(evaluation, ids)).rdd(), Encoders.STRING())
                    .select(from_csv(col("value"), texts, CSV).as("row")).select("row.*");
        }

        /** What was wrong with rows; what was wrong with headers has no id. */
        public Dataset<Row> problems() {
            return spark.createDataFrame(read.flatMap(one -> one.problems().stream().map(it -> RowFactory.create(it.id().orElse(null), it.yearsAgo(),
                    it.problem().place().path(), it.problem().severity().name(), it.problem().code(), it.problem().message())).iterator()), PROBLEM).distinct();
        }

        /** How the results of some enterprises came about. */
        public List<String> explain(Locale locale, String... ids) {
            return ask((one, chunks, evaluation) -> Stream.of(ids).filter(it -> one.chunk().roll().find(it).isPresent())
                    .map(it -> Mubiao.explain(evaluation.explain(it), locale))).collect();
        }

        /** Counts, aggregates by these texts, and the problems of the whole. */
        public ChunkSummary summary(String... by) {
            Chunks chunks = job.value().chunks();
            Whole whole = Whole.fromBytes(known.value());
            return chunks.summary(ChunkPart.fromBytes(ask((one, on, evaluation) -> Stream.of(on.summary(evaluation, by).toBytes()))
                    .fold(chunks.summary(chunks.results(Roll.builder(chunks.rule()).build(), whole), by).toBytes(), LandOnSpark::merged)), whole);
        }

        /** Frees the memory that the rows take. */
        public void close() {
            read.unpersist();
        }
    }

    private static Row row(EnterpriseResult it) {
        return RowFactory.create(it.id(), it.name(), it.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'), it.group(),
                it.total().map(total -> total.round(Rounding.halfUp(12)).doubleValue()).orElse(null), it.total().map(Rational::toString).orElse(null),
                it.place().isPresent() ? it.place().getAsLong() : null, it.places().isPresent() ? it.places().getAsLong() : null,
                it.initialClass().orElse(null), it.finalClass().orElse(null), it.label(), it.reason());
    }

    /** What every executor needs; the rule is compiled where it arrives. */
    private static final class Job implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Rule rule;
        private final HashMap<Integer, String[]> columns;
        private transient Chunks chunks;
        private transient RollLines lines;

        Job(Rule rule, HashMap<Integer, String[]> columns) {
            this.rule = rule;
            this.columns = columns;
        }

        synchronized Chunks chunks() {
            chunks = chunks == null ? Chunks.of(rule.make()) : chunks;
            return chunks;
        }

        synchronized RollLines lines() {
            Map<Integer, List<String>> names = new HashMap<>();
            columns.forEach((year, of) -> names.put(year, Arrays.asList(of)));
            lines = lines == null ? RollLines.of(chunks().rule(), names) : lines;
            return lines;
        }
    }
}
