package onspark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.io.Format;
import io.mubiao.io.register.LogFile;
import io.mubiao.io.register.ObservationCsv;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.observe.Entry;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import java.io.Serializable;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;

/**
 * Assesses the targets of a register by observations that lie in Spark; copy this class and {@link PlainText}. Rows have the columns of
 * {@link ObservationCsv}, in English or Chinese. All rows of a stream meet in one task, which reads them, applies corrections and
 * adds up increments of the same days; what is left of each stream comes to the driver and is assessed there as on one machine.
 */
public final class TargetsOnSpark {
    private static final Map<String, String> CSV = Map.of("escape", "\"", "emptyValue", "");

    private final SparkSession spark;
    private final Register register;
    private final AsOf question;
    private final Broadcast<Shipped> shipped;
    private final LongAccumulator read;

    private TargetsOnSpark(SparkSession spark, Register register, AsOf question) {
        this.spark = spark;
        this.register = register;
        this.question = question;
        shipped = spark.sparkContext().broadcast(new Shipped(RegisterFile.write(register, Format.JSON), question, register),
                scala.reflect.ClassTag$.MODULE$.apply(Shipped.class));
        read = spark.sparkContext().longAccumulator("Mubiao: observations read");
    }

    /** For a register and a question asked of it. */
    public static TargetsOnSpark of(SparkSession spark, Register register, AsOf question) {
        return new TargetsOnSpark(spark, register, question);
    }

    /** The register as it travels, read once in each executor. */
    private static final class Shipped implements Serializable {
        private static final long serialVersionUID = 1L;
        private final String text;
        private final String date;
        private final String known;
        private transient volatile Register register;

        Shipped(String text, AsOf question, Register register) {
            this.text = text;
            date = question.date().toString();
            known = question.knownUntil(register.zone()).map(Instant::toString).orElse("");
        }

        Register register() {
            Register made = register;
            if (made == null) {
                made = RegisterFile.parse(text, Format.JSON, "register");
                register = made;
            }
            return made;
        }

        AsOf question() {
            AsOf asked = AsOf.of(java.time.LocalDate.parse(date));
            return known.isEmpty() ? asked : asked.knownAt(Instant.parse(known));
        }
    }

    /**
     * What counts of the observations, sums in place of many increments of the same days; problems of rows are told. An id is of one row
     * alone: of two streams that have it the first by name keeps it.
     */
    public ObservationLog log(Dataset<Row> observations, Consumer<String> problems) {
        spark.sparkContext().setJobDescription("Mubiao: observations of " + register.id() + " by stream");
        String header = header(observations);
        Broadcast<Shipped> to = shipped;
        LongAccumulator count = read;
        StructType left = StructType.fromDDL("counts ARRAY<STRING>, problems ARRAY<STRING>");
        List<Row> streams = lines(observations)
                .repartition(col("stream")).sortWithinPartitions("stream", "line")
                .mapPartitions((MapPartitionsFunction<Row, Row>) rows -> new Condensed(rows, header, to.value(), count), Encoders.row(left))
                .collectAsList();
        List<Observation> all = new ArrayList<>();
        for (Row stream : streams) {
            stream.<String>getList(1).forEach(problems);
            List<String> lines = new ArrayList<>(List.of(LogFile.write(register)));
            lines.addAll(stream.getList(0));
            ObservationLog log = LogFile.read(lines, "observations on Spark", register);
            log.streams().forEach(name -> log.view(register.zone()).stream(name).forEach(all::add));
        }
        spark.sparkContext().setJobDescription(null);
        return ObservationLog.of(once(all, problems));
    }

    private static List<Observation> once(List<Observation> all, Consumer<String> problems) {
        Map<String, String> streamOf = new HashMap<>();
        List<Observation> once = new ArrayList<>();
        all.stream().sorted(Comparator.comparing(it -> it.entry().stream())).forEach(it -> {
            String before = it.entry().id().isEmpty() ? null : streamOf.putIfAbsent(it.entry().id(), it.entry().stream());
            if (before == null) {
                once.add(it);
            } else {
                problems.accept("ERROR DUPLICATE: id '" + it.entry().id() + "' of stream '" + it.entry().stream() + "' is one of stream '" + before
                        + "' already; the row is left out");
            }
        });
        return once;
    }

    /** The assessments of all targets; then {@code Scorer.of(card, register).score(assessments)} gives the scorecard. */
    public Assessments assess(Dataset<Row> observations, Consumer<String> problems) {
        return Assessor.assess(register, log(observations, problems), question);
    }

    /** How one answer came about, down to the observations, of which only those of its streams are read. */
    public String explain(Dataset<Row> observations, String target, Locale locale) {
        Object[] streams = register.get(target).streams().stream().map(TargetsOnSpark::key).toArray();
        List<String> rows = lines(observations).filter(col("stream").isin(streams)).sort("stream", "line").select("line").as(Encoders.STRING())
                .collectAsList();
        String text = header(observations) + String.join("\n", rows);
        ObservationLog log = ObservationLog.of(ObservationCsv.parse(text, target, register).value());
        return Mubiao.explain(Assessor.assess(register, log, question, target), locale);
    }

    private static String header(Dataset<Row> observations) {
        return Arrays.stream(observations.columns()).map(it -> '"' + it.replace("\"", "\"\"") + '"').collect(Collectors.joining(",", "", "\n"));
    }

    /** Rows as lines of CSV, by stream. */
    private static Dataset<Row> lines(Dataset<Row> observations) {
        List<String> headers = Arrays.asList(observations.columns());
        String stream = ObservationCsv.streamAmong(headers).orElseThrow(() -> new IllegalArgumentException("none of the columns " + headers
                + " has the streams of observations; expected one such as '指标编号' or 'stream'"));
        return observations.select(PlainText.of(observations, stream).as("stream"), to_csv(struct(headers.stream()
                .map(it -> PlainText.of(observations, it)).toArray(Column[]::new)), CSV).as("line"))
                .map((MapFunction<Row, Row>) row -> RowFactory.create(key(row.isNullAt(0) ? "" : row.getString(0)), row.getString(1)),
                        Encoders.row(StructType.fromDDL("stream STRING, line STRING")));
    }

    /** The same for what the reader may take for one stream. */
    private static String key(String stream) {
        return Normalizer.normalize(stream, Normalizer.Form.NFKC).replaceAll("[\\p{Z}\\p{C}']", "").toUpperCase(Locale.ROOT);
    }

    /** Takes the lines of a partition, one stream after the other, and gives what is left of each. */
    private static final class Condensed implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final String header;
        private final Shipped shipped;
        private final LongAccumulator read;
        private Row next;

        Condensed(Iterator<Row> rows, String header, Shipped shipped, LongAccumulator read) {
            this.rows = rows;
            this.header = header;
            this.shipped = shipped;
            this.read = read;
            next = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Row next() {
            String stream = next.getString(0);
            StringJoiner text = new StringJoiner("\n", header, "");
            long count = 0;
            for (; next != null && stream.equals(next.getString(0)); next = rows.hasNext() ? rows.next() : null) {
                text.add(next.getString(1));
                count++;
            }
            read.add(count);
            WithProblems<List<Observation>> parsed = ObservationCsv.parse(text.toString(), stream.isEmpty() ? "no stream" : stream, shipped.register());
            ObservationLog log = shipped.question().view(ObservationLog.of(parsed.value()), shipped.register().zone()).condensed("");
            LogView view = shipped.question().view(log, shipped.register().zone());
            return RowFactory.create(log.streams().stream().flatMap(view::stream).filter(it -> !(it instanceof Observation.Retraction))
                    .map(it -> LogFile.write(withoutPast(it))).toArray(), parsed.problems().stream().map(Problem::toString).toArray());
        }

        /** What it replaced is not there any more, nor the log that gave its id. */
        private static Observation withoutPast(Observation it) {
            Entry entry = it.entry();
            return it.with(new Entry(entry.id().replace('#', '·'), entry.stream(), entry.source(), entry.recordedAt(), entry.basis(), Optional.empty(),
                    entry.assumed()));
        }
    }
}
