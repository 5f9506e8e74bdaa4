package io.mubiao.io.roll;

import static java.util.Objects.requireNonNull;

import io.mubiao.io.internal.Fields;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ChunkPart;
import io.mubiao.land.assess.ChunkSummary;
import io.mubiao.land.assess.Chunks;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Whole;
import io.mubiao.problem.Problem;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every machine does of an evaluation in chunks (各机所做), from lines and bytes to lines and bytes: a system that moves rows calls
 * this, whichever it is. Travels as how the rule is made, which is done once wherever it comes to. Thread-safe.
 */
public final class RollWork implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;
    /** The columns of lines on their way, as SQL declares them; {@link #cells(RollLines.Line)}. */
    public static final String LINES = "key STRING, id STRING, year INT, line STRING";
    /** Those of results; {@link #cells(EnterpriseResult)}. */
    public static final String RESULTS = "id STRING, name STRING, status STRING, `group` STRING, total DOUBLE, total_exact STRING, "
            + "rank BIGINT, places BIGINT, initial_class STRING, class STRING, label STRING, reason STRING";
    /** Those of what was wrong; {@link #cells(RollLines.Told)}. */
    public static final String PROBLEMS = "id STRING, years_ago INT, `column` STRING, severity STRING, code STRING, problem STRING";
    private static final int TOGETHER = 100_000;
    private static final Rounding SHOWN = Rounding.halfUp(12);

    private final Maker rule;
    private final TreeMap<Integer, ArrayList<String>> tables = new TreeMap<>();
    private final int atMost;
    private transient @Nullable Chunks chunks;
    private transient @Nullable RollLines lines;

    private RollWork(Maker rule, Map<Integer, ? extends List<String>> tables, int atMost) {
        this.atMost = atMost;
        this.rule = requireNonNull(rule, "rule");
        tables.forEach((year, names) -> this.tables.put(year, new ArrayList<>(names)));
    }

    /** How to make the rule, with its parameters, year and changes by hand. */
    public interface Maker extends Serializable {
        LandAssessor make();
    }

    /** What is asked of the results of a chunk. */
    public interface Asked<T> extends Serializable {
        Stream<T> answer(RollLines.Read read, Evaluation evaluation);
    }

    /**
     * The work on tables.
     *
     * @param tables the names of columns as in {@link RollLines#of}
     */
    public static RollWork of(Maker rule, Map<Integer, List<String>> tables) {
        return new RollWork(rule, tables, Chunks.DIFFERENT);
    }

    /** With parts that keep so many different numbers, as {@link Chunks#atMost}. */
    public RollWork atMost(int different) {
        return new RollWork(rule, tables, different);
    }

    /** The rule, made here. */
    public synchronized Chunks chunks() {
        Chunks known = chunks;
        if (known == null) {
            known = Chunks.of(rule.make()).atMost(atMost);
            chunks = known;
        }
        return known;
    }

    /** The tables. */
    public synchronized RollLines lines() {
        RollLines known = lines;
        if (known == null) {
            known = RollLines.of(chunks().rule(), Map.copyOf(tables));
            lines = known;
        }
        return known;
    }

    /** Chunks of lines, of which those with one key stand one behind the other. */
    public Iterator<RollLines.Read> read(Iterator<RollLines.Line> from) {
        return lines().read(from, TOGETHER);
    }

    /** Lines with the keys of their units, as {@link RollLines.Read#byUnits}. */
    public Iterator<RollLines.Line> byUnits(Iterator<RollLines.Line> from) {
        return each(read(from), it -> it.byUnits(chunks()));
    }

    /** Lines with the keys of their ranges, as {@link RollLines.Read#byRanges}. */
    public Iterator<RollLines.Line> byRanges(Iterator<RollLines.Line> from, byte[] whole) {
        Whole known = Whole.fromBytes(whole);
        return each(read(from), it -> it.byRanges(chunks(), known));
    }

    /** The part of chunks, as its bytes; that of no rows where there are none. */
    public byte[] part(Iterator<RollLines.Read> of, byte[] whole) {
        Whole known = Whole.fromBytes(whole);
        ChunkPart part = chunks().none(known);
        while (of.hasNext()) {
            part = part.merge(chunks().part(of.next().chunk(), known));
        }
        return part.toBytes();
    }

    /** Two parts or summaries as one. */
    public static byte[] merged(byte[] one, byte[] other) {
        return ChunkPart.fromBytes(one).merge(ChunkPart.fromBytes(other)).toBytes();
    }

    /** What is known after a pass. */
    public byte[] next(byte[] whole, byte[] merged) {
        return chunks().next(Whole.fromBytes(whole), ChunkPart.fromBytes(merged)).toBytes();
    }

    /** What is asked of the results of chunks. */
    public <T> Iterator<T> ask(Iterator<RollLines.Read> of, byte[] whole, Asked<T> asked) {
        Whole known = Whole.fromBytes(whole);
        return each(of, it -> asked.answer(it, chunks().results(it.chunk(), known)));
    }

    /** What chunks add to the summary of all, as its bytes. */
    public byte[] summary(Iterator<RollLines.Read> of, byte[] whole, String... by) {
        Whole known = Whole.fromBytes(whole);
        ChunkPart sum = chunks().summary(chunks().results(Roll.builder(chunks().rule()).build(), known), by);
        while (of.hasNext()) {
            sum = sum.merge(chunks().summary(chunks().results(of.next().chunk(), known), by));
        }
        return sum.toBytes();
    }

    /** The summary of all, once every chunk's is merged. */
    public ChunkSummary summary(byte[] merged, byte[] whole) {
        return chunks().summary(ChunkPart.fromBytes(merged), Whole.fromBytes(whole));
    }

    /** What stands in {@link #LINES}. */
    public static Object[] cells(RollLines.Line it) {
        return new Object[] {it.key(), it.id(), it.yearsAgo(), it.csv()};
    }

    /** What stands in {@link #RESULTS}; null where there is nothing. */
    public static @Nullable Object[] cells(EnterpriseResult it) {
        return new Object[] {it.id(), it.name(), Fields.word(it.standing()), it.group(),
            it.total().map(total -> total.round(SHOWN).doubleValue()).orElse(null), it.total().map(Rational::toString).orElse(null),
            number(it.place()), number(it.places()), it.initialClass().orElse(null), it.finalClass().orElse(null), it.label(), it.reason()};
    }

    private static @Nullable Long number(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    /** What stands in {@link #PROBLEMS}; what was wrong with headers has no id. */
    public static @Nullable Object[] cells(RollLines.Told it) {
        Problem problem = it.problem();
        return new Object[] {it.id().orElse(null), it.yearsAgo(), problem.place().path(), problem.severity().name(), problem.code(),
            problem.message()};
    }

    private static <A, B> Iterator<B> each(Iterator<A> all, Function<A, Stream<B>> of) {
        return Stream.iterate(all, Iterator::hasNext, it -> it).flatMap(it -> of.apply(it.next())).iterator();
    }

    @Override
    public String toString() {
        return "RollWork" + tables.keySet();
    }
}
