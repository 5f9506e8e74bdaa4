package onspark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;

import io.mubiao.Mubiao;
import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.roll.RollFile;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Chunk;
import io.mubiao.land.assess.ChunkPart;
import io.mubiao.land.assess.ChunkSummary;
import io.mubiao.land.assess.Chunks;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Whole;
import io.mubiao.outcome.Problem;
import io.mubiao.outcome.WithProblems;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
 * Evaluates enterprises that lie in Spark, with the results of one machine; copy this class. Columns are found as in files, by the ids or
 * titles of the rule's; others are not read. An enterprise must be there once. Rows with a value that does not fit are left out
 * and told.
 */
public final class LandOnSpark {
    private static final int ROWS_TO_A_CHUNK = 100_000;
    private static final Set<String> IDS = Set.of("id", "统一社会信用代码", "信用代码");
    private static final Set<String> NAMES = Set.of("name", "企业名称", "名称");
    private static final Map<String, String> CSV = Map.of("escape", "\"", "emptyValue", "");
    private static final StructType LINE = StructType.fromDDL("key STRING, id STRING, year INT, line STRING");
    private static final StructType RESULT = StructType.fromDDL("id STRING, name STRING, status STRING, `group` STRING, total DOUBLE, "
            + "total_exact STRING, rank BIGINT, places BIGINT, initial_class STRING, class STRING, label STRING, reason STRING");
    private static final StructType PROBLEM = StructType.fromDDL("id STRING, years_ago INT, `column` STRING, severity STRING, code STRING, problem STRING");
    private static final Rounding NEAR = Rounding.halfUp(12);
    /** In place of a number of years: last year's enterprises that form baselines. */
    private static final int BEFORE = -1;

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
        LandAssessor assessor = rule.make();
        Chunks chunks = Chunks.of(assessor);
        HashMap<Integer, String> headers = new HashMap<>();
        Dataset<Row> lines = lines(assessor, 0, roll, headers);
        for (Map.Entry<Integer, Dataset<Row>> year : earlier.entrySet()) {
            lines = lines.union(lines(assessor, year.getKey(), year.getValue(), headers));
        }
        Broadcast<Job> job = context.broadcast(new Job(rule, headers));
        lines = earlier.isEmpty() ? lines : together(lines);
        lines = chunks.isMerging() ? together(withKeys(lines, job, null)) : lines;
        JavaRDD<Piece> pieces = pieces(lines, job);
        Whole whole = chunks.begin();
        for (boolean byRange = false; !whole.isComplete();) {
            context.setJobDescription("Mubiao: " + assessor.rule().id() + ", pass " + (whole.passes() + 1) + ", " + whole.pass());
            Broadcast<Known> known = context.broadcast(new Known(whole));
            byte[] merged = pieces.mapPartitions(all -> List.of(part(all, job.value().chunks(), known.value().whole())).iterator())
                    .treeReduce((one, other) -> ChunkPart.fromBytes(one).merge(ChunkPart.fromBytes(other)).toBytes());
            whole = chunks.next(whole, ChunkPart.fromBytes(merged));
            if (whole.byRange() && !byRange) {
                byRange = true;
                pieces.unpersist();
                pieces = pieces(together(withKeys(lines, job, context.broadcast(new Known(whole)))), job);
            }
        }
        context.setJobDescription(null);
        return new Done(pieces, job, context.broadcast(new Known(whole)));
    }

    private Dataset<Row> lines(LandAssessor assessor, int year, Dataset<Row> rows, Map<Integer, String> headers) {
        Set<String> read = new HashSet<>(IDS);
        read.addAll(NAMES);
        assessor.rule().columns().forEach(it -> read.addAll(List.of(it.id(), it.title())));
        List<String> names = Arrays.stream(rows.columns()).filter(it -> read.contains(it.replaceAll("[(（].*", ""))).toList();
        String id = names.stream().filter(IDS::contains).findFirst().orElseThrow(() ->
                new IllegalArgumentException("none of the columns " + Arrays.toString(rows.columns()) + " is one of " + IDS));
        headers.put(year, String.join(",", names));
        Column[] columns = names.stream().map(it -> col("`" + it + "`")).toArray(Column[]::new);
        return rows.select(col(id).cast("string").as("key"), col(id).cast("string").as("id"), lit(year).as("year"),
                to_csv(struct(columns), CSV).as("line"));
    }

    /** Rows with one key in one partition, one behind the other. */
    private static Dataset<Row> together(Dataset<Row> lines) {
        return lines.repartition(col("key")).sortWithinPartitions("key");
    }

    /** Lines with the keys by which the rule merges, or with the ranges of their totals; those of earlier years go with them. */
    private static Dataset<Row> withKeys(Dataset<Row> lines, Broadcast<Job> job, Broadcast<Known> known) {
        return lines.mapPartitions((MapPartitionsFunction<Row, Row>) rows -> flat(new Lines(rows, job.value(), true), piece ->
                piece.rows.stream().flatMap(piece.keys(job.value().chunks(), known == null ? null : known.value().whole()))), Encoders.row(LINE));
    }

    private JavaRDD<Piece> pieces(Dataset<Row> lines, Broadcast<Job> job) {
        LongAccumulator read = context.sc().longAccumulator("Mubiao: rows read");
        LongAccumulator told = context.sc().longAccumulator("Mubiao: problems of rows");
        JavaRDD<Piece> pieces = lines.javaRDD().mapPartitions(rows -> flat(new Lines(rows, job.value(), false), piece -> {
            read.add(piece.chunk.roll().size());
            told.add(piece.problems.size());
            return Stream.of(piece);
        }));
        return keep ? pieces.persist(StorageLevel.MEMORY_ONLY()) : pieces;
    }

    private static byte[] part(Iterator<Piece> pieces, Chunks chunks, Whole whole) {
        ChunkPart part = chunks.none(whole);
        while (pieces.hasNext()) {
            part = part.merge(chunks.part(pieces.next().chunk, whole));
        }
        return part.toBytes();
    }

    private interface Each<A, B> {
        Stream<B> of(A one) throws IOException;
    }

    private static <A, B> Iterator<B> flat(Iterator<A> all, Each<A, B> each) {
        return Stream.iterate(all, Iterator::hasNext, it -> it).flatMap(it -> {
            try {
                return each.of(it.next());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).iterator();
    }

    /** An evaluation of which Spark holds the rows. */
    public final class Done {
        private final JavaRDD<Piece> pieces;
        private final Broadcast<Job> job;
        private final Broadcast<Known> known;

        private Done(JavaRDD<Piece> pieces, Broadcast<Job> job, Broadcast<Known> known) {
            this.pieces = pieces;
            this.job = job;
            this.known = known;
        }

        /** Standing, exact total, place, classes and reasons of every enterprise. */
        public Dataset<Row> results() {
            Broadcast<Job> of = job;
            Broadcast<Known> whole = known;
            return spark.createDataFrame(pieces.mapPartitions(all -> flat(all, piece -> {
                var evaluation = of.value().chunks().results(piece.chunk, whole.value().whole());
                return (of.value().chunks().isMerging() ? evaluation.ids().stream().map(evaluation::get) : evaluation.stream()).map(LandOnSpark::row);
            })), RESULT);
        }

        /** Columns by their ids, as {@link EvaluationCsv} has them, all texts; much faster without totals, which are exact. */
        public Dataset<Row> results(List<String> columns) {
            Broadcast<Job> of = job;
            Broadcast<Known> whole = known;
            JavaRDD<String> lines = pieces.mapPartitions(all -> flat(all, piece -> {
                Path file = Files.createTempFile("results", ".csv");
                EvaluationCsv.write(file, StandardCharsets.UTF_8, false, of.value().chunks().results(piece.chunk, whole.value().whole()), columns, n -> { });
                Stream<String> written = Files.lines(file).skip(1);
                Files.delete(file);
                return written;
            }));
            Column texts = lit(columns.stream().map(it -> "`" + it + "` STRING").collect(Collectors.joining(", ")));
            return spark.createDataset(lines.rdd(), Encoders.STRING()).select(from_csv(col("value"), texts, CSV).as("row")).select("row.*");
        }

        /** What was wrong with rows; what was wrong with headers has no id. */
        public Dataset<Row> problems() {
            return spark.createDataFrame(pieces.flatMap(piece -> piece.problems.iterator()), PROBLEM).distinct();
        }

        /** How the results of some enterprises came about. */
        public List<String> explain(Locale locale, String... ids) {
            Broadcast<Job> of = job;
            Broadcast<Known> whole = known;
            return pieces.flatMap(piece -> {
                List<String> here = Stream.of(ids).filter(it -> piece.chunk.roll().find(it).isPresent()).toList();
                var evaluation = here.isEmpty() ? null : of.value().chunks().results(piece.chunk, whole.value().whole());
                return here.stream().map(it -> Mubiao.explain(evaluation.explain(it), locale)).iterator();
            }).collect();
        }

        /** Counts, aggregates by these texts, and the problems of the whole. */
        public ChunkSummary summary(String... by) {
            Broadcast<Job> of = job;
            Broadcast<Known> whole = known;
            Chunks chunks = of.value().chunks();
            byte[] none = chunks.summary(chunks.results(Roll.builder(rule.make().rule()).build(), whole.value().whole()), by).toBytes();
            return chunks.summary(ChunkPart.fromBytes(pieces.map(piece -> of.value().chunks()
                    .summary(of.value().chunks().results(piece.chunk, whole.value().whole()), by).toBytes())
                    .fold(none, (one, other) -> ChunkPart.fromBytes(one).merge(ChunkPart.fromBytes(other)).toBytes())), whole.value().whole());
        }

        /** Frees the memory that the rows take. */
        public void close() {
            pieces.unpersist();
        }
    }

    private static Row row(EnterpriseResult it) {
        return RowFactory.create(it.id(), it.name(), it.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                it.group(), it.total().map(total -> total.round(NEAR).doubleValue()).orElse(null), it.total().map(Rational::toString).orElse(null), it.place().isPresent() ? it.place().getAsLong() : null,
                it.places().isPresent() ? it.places().getAsLong() : null, it.initialClass().orElse(null), it.finalClass().orElse(null),
                it.label(), it.reason());
    }

    /** What every executor needs; the rule is compiled where it arrives. */
    private static final class Job implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Rule rule;
        private final HashMap<Integer, String> headers;
        private transient LandAssessor assessor;
        private transient Chunks chunks;

        Job(Rule rule, HashMap<Integer, String> headers) {
            this.rule = rule;
            this.headers = headers;
        }

        synchronized Chunks chunks() {
            assessor = assessor == null ? rule.make() : assessor;
            chunks = chunks == null ? Chunks.of(assessor) : chunks;
            return chunks;
        }
    }

    /** What is known of the whole, as bytes that any serializer takes. */
    private static final class Known implements Serializable {
        private static final long serialVersionUID = 1L;
        private final byte[] bytes;
        private transient Whole whole;

        Known(Whole whole) {
            this.bytes = whole.toBytes();
        }

        synchronized Whole whole() {
            whole = whole == null ? Whole.fromBytes(bytes) : whole;
            return whole;
        }
    }

    /** The rows that one call of the library works on. */
    private static final class Piece {
        private final List<Row> rows = new ArrayList<>();
        private final List<Row> problems = new ArrayList<>();
        private Chunk chunk;

        void read(Job job, Map<Integer, List<String>> ids, Map<Integer, StringBuilder> texts) {
            chunk = Chunk.of(roll(job, 0, ids, texts));
            for (int year : job.headers.keySet()) {
                chunk = year == 0 ? chunk : chunk.prior(year, roll(job, year, ids, texts));
            }
            if (job.chunks().isMerging() && job.headers.containsKey(1)) {
                chunk = chunk.before(roll(job, BEFORE, ids, texts));
            }
        }

        private Roll roll(Job job, int year, Map<Integer, List<String>> ids, Map<Integer, StringBuilder> texts) {
            job.chunks();
            WithProblems<Roll> roll = RollFile.parse(job.headers.get(Math.abs(year)) + texts.getOrDefault(year, new StringBuilder()), "rows",
                    job.assessor.rule());
            for (Problem it : roll.problems()) {
                problems.add(RowFactory.create(it.place().line() < 2 ? null : ids.get(year).get(it.place().line() - 2), Math.abs(year),
                        it.place().path(), it.severity().name(), it.code(), it.message()));
            }
            return roll.value();
        }

        /** Gives a row the key of its enterprise this year. */
        Function<Row, Stream<Row>> keys(Chunks chunks, Whole whole) {
            Map<String, String> keys = new HashMap<>();
            Map<String, String> before = new HashMap<>();
            List<String> named = whole == null ? chunks.keys(chunk) : List.of();
            int[] ranges = whole == null ? new int[0] : chunks.ranges(chunk, whole);
            for (int i = 0; i < chunk.roll().size(); i++) {
                keys.put(chunk.roll().id(i), whole == null ? named.get(i) : ranges[i] < 0 ? chunk.roll().id(i) : "\0" + ranges[i]);
            }
            if (whole == null && chunk.prior().containsKey(1)) {
                List<String> last = chunks.keysOfLastYear(chunk.prior().get(1));
                for (int i = 0; i < last.size(); i++) {
                    before.put(chunk.prior().get(1).id(i), last.get(i));
                }
            }
            return row -> {
                String id = row.getString(1);
                Row same = RowFactory.create(row.getInt(2) == BEFORE ? row.getString(0) : keys.getOrDefault(id, id), id, row.getInt(2), row.getString(3));
                return whole == null && row.getInt(2) == 1 ? Stream.of(same, RowFactory.create(before.getOrDefault(id, id), id, BEFORE, row.getString(3)))
                        : Stream.of(same);
            };
        }
    }

    /** Cuts the lines of a partition into pieces, never between two with one key. */
    private static final class Lines implements Iterator<Piece> {
        private final Iterator<Row> rows;
        private final Job job;
        private final boolean keeping;
        private Row next;

        Lines(Iterator<Row> rows, Job job, boolean keeping) {
            this.rows = rows;
            this.job = job;
            this.keeping = keeping;
            next = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Piece next() {
            Piece piece = new Piece();
            Map<Integer, List<String>> ids = new HashMap<>();
            Map<Integer, StringBuilder> texts = new HashMap<>();
            String last = next.getString(0);
            for (int count = 0; next != null && (count < ROWS_TO_A_CHUNK || last.equals(next.getString(0))); count++) {
                last = next.getString(0);
                ids.computeIfAbsent(next.getInt(2), it -> new ArrayList<>()).add(next.getString(1));
                texts.computeIfAbsent(next.getInt(2), it -> new StringBuilder()).append('\n').append(next.getString(3));
                if (keeping) {
                    piece.rows.add(next);
                }
                next = rows.hasNext() ? rows.next() : null;
            }
            piece.read(job, ids, texts);
            return piece;
        }
    }
}
