package onspark;

import static org.apache.spark.sql.RowFactory.create;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;

import io.mubiao.Mubiao;
import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.roll.RollLines;
import io.mubiao.io.roll.RollLines.Line;
import io.mubiao.io.roll.RollLines.Read;
import io.mubiao.io.roll.RollWork;
import io.mubiao.land.assess.ChunkSummary;
import io.mubiao.land.assess.Whole;
import java.io.Serializable;
import java.util.ArrayList;
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
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;

/**
 * Evaluates enterprises that lie in Spark, with the results of one machine; copy this class and {@link PlainText}. Columns are found as in files, by ids or
 * titles of the rule's; others are not read. An enterprise must be there once. Rows with a value that does not fit are left out and told.
 */
public record LandOnSpark(SparkSession spark, RollWork.Maker rule, boolean keep) {
    private static final Map<String, String> CSV = Map.of("escape", "\"", "emptyValue", "");
    private static final StructType LINES = StructType.fromDDL(RollWork.LINES);

    /** For a rule, made once in every executor. What was read stays in memory from pass to pass, as far as there is room. */
    public static LandOnSpark of(SparkSession spark, RollWork.Maker rule) {
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
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        TreeMap<Integer, Dataset<Row>> years = new TreeMap<>(earlier);
        years.put(0, roll);
        RollWork here = RollWork.of(rule, years.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> List.of(it.getValue().columns()))));
        Broadcast<RollWork> work = context.broadcast(here);
        Dataset<Row> figures = years.entrySet().stream().map(it -> lines(here.lines(), it.getKey(), it.getValue())).reduce(Dataset::union).orElseThrow();
        Dataset<Row> unsorted = classes.map(it -> figures.union(ofClasses(it, here.chunks().year()))).orElse(figures);
        JavaRDD<Row> all = (earlier.isEmpty() && classes.isEmpty() ? unsorted : together(unsorted)).javaRDD();
        JavaRDD<Row> lines = here.chunks().isMerging() ? sent(all, it -> work.value().byUnits(it)) : all;
        JavaRDD<Read> read = read(lines, work);
        Whole whole = here.chunks().begin();
        for (int moves = 0;;) {
            Broadcast<byte[]> known = context.broadcast(whole.toBytes());
            if (whole.moves() > moves) {
                moves++;
                read.unpersist();
                lines = sent(lines, it -> work.value().byRanges(it, known.value()));
                read = read(lines, work);
            }
            context.setJobDescription("Mubiao: " + here.chunks().rule().id() + ", pass " + (whole.passes() + 1) + ", " + whole.pass());
            if (whole.isComplete()) {
                context.setJobDescription(null);
                return new Done(spark, read, work, known);
            }
            byte[] merged = read.getNumPartitions() == 0 ? here.part(List.<Read>of().iterator(), known.value())
                    : read.mapPartitions(some -> List.of(work.value().part(some, known.value())).iterator()).treeReduce(RollWork::merged);
            whole = Whole.fromBytes(here.next(known.value(), merged));
        }
    }

    private static Dataset<Row> lines(RollLines columns, int year, Dataset<Row> rows) {
        Column[] cells = columns.columns(year).stream().map(it -> PlainText.of(rows, it)).toArray(Column[]::new);
        return rows.select(coalesce(PlainText.of(rows, columns.id(year)), lit("")), to_csv(struct(cells), CSV)).map((MapFunction<Row, Row>) row ->
                create(RollWork.cells(RollLines.line(row.getString(0), year, row.getString(1)))), Encoders.row(LINES));
    }

    private static Dataset<Row> ofClasses(Dataset<Row> classes, int year) {
        return classes.filter(col("class").isNotNull().and(col("year").cast("int").lt(year)))
                .select(coalesce(PlainText.of(classes, "id"), lit("")), col("year").cast("int"), col("class").cast("string")).map((MapFunction<Row, Row>) row ->
                        create(RollWork.cells(RollLines.ofClass(row.getString(0), year - row.getInt(1), row.getString(2)))), Encoders.row(LINES));
    }

    private interface Made<A, B> extends Function<A, B>, Serializable {}

    private static Iterator<Line> lines(Iterator<Row> rows) {
        return each(rows, row -> new Line(row.getString(0), row.getString(1), row.getInt(2), row.getString(3)));
    }

    private static <A, B> Iterator<B> each(Iterator<A> all, Function<A, B> of) {
        return Stream.iterate(all, Iterator::hasNext, it -> it).map(it -> of.apply(it.next())).iterator();
    }

    /** Rows with one key in one partition, one behind the other. */
    private static Dataset<Row> together(Dataset<Row> lines) {
        return lines.repartition(col("key")).sortWithinPartitions("key");
    }

    private JavaRDD<Row> sent(JavaRDD<Row> lines, Made<Iterator<Line>, Iterator<Line>> to) {
        return together(spark.createDataFrame(lines.mapPartitions(rows -> each(to.apply(lines(rows)), it -> create(RollWork.cells(it)))), LINES)).javaRDD();
    }

    private JavaRDD<Read> read(JavaRDD<Row> lines, Broadcast<RollWork> work) {
        LongAccumulator rows = spark.sparkContext().longAccumulator("Mubiao: rows read");
        LongAccumulator told = spark.sparkContext().longAccumulator("Mubiao: problems of rows");
        JavaRDD<Read> read = lines.mapPartitions(all -> each(work.value().read(lines(all)), it -> {
            rows.add(it.chunk().roll().size());
            told.add(it.problems().size());
            return it.withoutLines();
        }));
        return keep ? read.persist(StorageLevel.MEMORY_ONLY()) : read;
    }

    /** An evaluation of which Spark holds the rows. */
    public record Done(SparkSession spark, JavaRDD<Read> read, Broadcast<RollWork> work, Broadcast<byte[]> known) {
        private <T> JavaRDD<T> ask(RollWork.Asked<T> asked) {
            Broadcast<RollWork> on = work;
            Broadcast<byte[]> whole = known;
            return read.mapPartitions(all -> on.value().ask(all, whole.value(), asked));
        }

        /** Standing, exact total, place, classes and reasons of every enterprise. */
        public Dataset<Row> results() {
            return spark.createDataFrame(ask((one, evaluation) -> evaluation.ids().stream().map(it -> create(RollWork.cells(evaluation.get(it))))),
                    StructType.fromDDL(RollWork.RESULTS));
        }

        /** Columns by their ids, as {@link EvaluationCsv} has them, all texts; much faster without totals, which are exact. */
        public Dataset<Row> results(List<String> columns) {
            ArrayList<String> ids = new ArrayList<>(columns);
            Column texts = lit(ids.stream().map(it -> "`" + it + "` STRING").collect(Collectors.joining(", ")));
            return spark.createDataset(ask((one, evaluation) -> EvaluationCsv.lines(evaluation, ids)).rdd(), Encoders.STRING())
                    .select(from_csv(col("value"), texts, CSV).as("row")).select("row.*");
        }

        /** What was wrong with rows; what was wrong with headers has no id. */
        public Dataset<Row> problems() {
            return spark.createDataFrame(read.flatMap(one -> each(one.problems().iterator(), it -> create(RollWork.cells(it)))),
                    StructType.fromDDL(RollWork.PROBLEMS)).distinct();
        }

        /** How the results of some enterprises came about. */
        public List<String> explain(Locale locale, String... ids) {
            return ask((one, evaluation) -> Stream.of(ids).filter(it -> one.chunk().roll().find(it).isPresent())
                    .map(it -> Mubiao.explain(evaluation.explain(it), locale))).collect();
        }

        /** Counts, aggregates by these texts, and the problems of the whole. */
        public ChunkSummary summary(String... by) {
            Broadcast<RollWork> on = work;
            Broadcast<byte[]> whole = known;
            byte[] none = on.value().summary(List.<Read>of().iterator(), whole.value(), by);
            return on.value().summary(read.mapPartitions(all -> List.of(on.value().summary(all, whole.value(), by)).iterator()).fold(none, RollWork::merged),
                    whole.value());
        }

        /** Frees the memory that the rows take. */
        public void close() {
            read.unpersist();
        }
    }
}
