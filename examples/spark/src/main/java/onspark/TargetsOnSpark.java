package onspark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.io.Format;
import io.mubiao.io.register.ObservationCsv;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
 * Assesses the targets of a register by observations that lie in Spark; copy this class. Rows have the columns of
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

    /** What counts of the observations, sums in place of many increments of the same days; problems of rows are told. */
    public ObservationLog log(Dataset<Row> observations, Consumer<String> problems) {
        spark.sparkContext().setJobDescription("Mubiao: observations of " + register.id() + " by stream");
        String header = String.join(",", observations.columns());
        Broadcast<Shipped> to = shipped;
        LongAccumulator count = read;
        StructType left = StructType.fromDDL("stream STRING, counts STRING, problems ARRAY<STRING>");
        List<Row> streams = lines(observations)
                .repartition(col("stream")).sortWithinPartitions("stream", "line")
                .mapPartitions((MapPartitionsFunction<Row, Row>) rows -> new Condensed(rows, header, to.value(), count), Encoders.row(left))
                .collectAsList();
        List<Observation> all = new ArrayList<>();
        for (Row stream : streams) {
            stream.<String>getList(2).forEach(problems);
            all.addAll(ObservationCsv.parse(stream.getString(1), stream.getString(0), register).orThrow());
        }
        spark.sparkContext().setJobDescription(null);
        return ObservationLog.of(all);
    }

    /** The assessments of all targets; then {@code Scorer.of(card, register).score(assessments)} gives the scorecard. */
    public Assessments assess(Dataset<Row> observations, Consumer<String> problems) {
        return Assessor.assess(register, log(observations, problems), question);
    }

    /** How one answer came about, down to the observations, of which only those of its streams are read. */
    public String explain(Dataset<Row> observations, String target, Locale locale) {
        List<String> rows = lines(observations.filter(col("stream").isin(register.get(target).streams().toArray())))
                .sort("stream", "line").select("line").as(Encoders.STRING()).collectAsList();
        String text = String.join(",", observations.columns()) + "\n" + String.join("\n", rows);
        ObservationLog log = ObservationLog.of(ObservationCsv.parse(text, target, register).value());
        return Mubiao.explain(Assessor.assess(register, log, question, target), locale);
    }

    private static Dataset<Row> lines(Dataset<Row> observations) {
        Column[] columns = Arrays.stream(observations.columns()).map(name -> col("`" + name + "`")).toArray(Column[]::new);
        return observations.select(col("stream"), to_csv(struct(columns), CSV).as("line"));
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
            StringBuilder text = new StringBuilder(header);
            long count = 0;
            for (; next != null && stream.equals(next.getString(0)); next = rows.hasNext() ? rows.next() : null) {
                text.append('\n').append(next.getString(1));
                count++;
            }
            read.add(count);
            WithProblems<List<Observation>> parsed = ObservationCsv.parse(text.toString(), stream, shipped.register());
            ObservationLog log = shipped.question().view(ObservationLog.of(parsed.value()), shipped.register().zone()).condensed("");
            List<Observation> counts = shipped.question().view(log, shipped.register().zone()).stream(stream)
                    .filter(it -> !(it instanceof Observation.Retraction)).map(Condensed::withoutPast).toList();
            return RowFactory.create(stream, ObservationCsv.write(shipped.register(), counts, Locale.ENGLISH),
                    parsed.problems().stream().map(Problem::toString).toArray());
        }

        /** What it replaced is not there any more. */
        private static Observation withoutPast(Observation it) {
            var entry = it.entry();
            return it.with(new io.mubiao.observe.Entry(entry.id(), entry.stream(), entry.source(), entry.recordedAt(), entry.basis(),
                    Optional.empty(), entry.assumed()));
        }
    }
}
