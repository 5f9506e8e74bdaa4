package io.mubiao.io.roll;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Chunk;
import io.mubiao.land.assess.Chunks;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Whole;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.text.internal.Characters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Rows that lie on many machines, as lines of CSV on their way into chunks (分块送来的名册行): which columns a table gives, which lines must
 * be together, and the chunk that some make. Whoever moves rows, a cluster or a query, moves {@link Line}s by their keys. Immutable.
 */
public final class RollLines {
    private static final CsvOptions OPTIONS = CsvOptions.DEFAULT.headerLine(1);
    private static final CharMatcher LINE_FEED = CharMatcher.is('\n');
    private static final CharMatcher INVISIBLE = CharMatcher.forPredicate(Characters::isInvisible);

    private final EvaluationRule rule;
    private final ImmutableMap<Integer, List<String>> columns;
    private final ImmutableMap<Integer, String> ids;

    private RollLines(EvaluationRule rule, Map<Integer, List<String>> columns, Map<Integer, String> ids) {
        this.rule = rule;
        this.columns = ImmutableMap.copyOf(columns);
        this.ids = ImmutableMap.copyOf(ids);
    }

    /**
     * An enterprise in one of the years.
     *
     * @param key lines with the same must be together
     * @param id the enterprise
     * @param yearsAgo 0 for the year evaluated; {@link #BEFORE} for an enterprise of last year as one that forms baselines;
     *        {@link #CLASS} or {@link #PLACES}
     * @param csv the cells of {@link #columns(int)}, as CSV writes them; of a class how many years ago it was, and the class;
     *        of places what {@link Chunks#places} says
     */
    public record Line(String key, String id, int yearsAgo, String csv) {
        /** In place of a number of years: an enterprise of last year, with those that it was merged with then. */
        public static final int BEFORE = -1;
        /** In place of a number of years: a class of an earlier year. */
        public static final int CLASS = -2;
        /** In place of a number of years: the places that an enterprise had before it moved. */
        public static final int PLACES = -3;

        private Line to(String other) {
            return other.isEmpty() ? this : new Line(other, id, yearsAgo, csv);
        }
    }

    /**
     * What was wrong with a line, or with the columns of a table.
     *
     * @param id the enterprise; empty where it is about columns
     */
    public record Told(Optional<String> id, int yearsAgo, Problem problem) {}

    /**
     * For tables of the year evaluated and of earlier ones. Columns are found by their names as the headers of a file are; others are
     * not read.
     *
     * @param tables the names of their columns, by how many years ago they are of; 0 must be there
     * @throws IllegalArgumentException if a table has no column of ids
     */
    public static RollLines of(EvaluationRule rule, Map<Integer, List<String>> tables) {
        checkArgument(tables.containsKey(0), "no table is of the year evaluated; there are those of %s years ago", tables.keySet());
        Map<Integer, List<String>> read = new TreeMap<>();
        Map<Integer, String> ids = new TreeMap<>();
        tables.forEach((year, names) -> {
            int id = RollHeader.idAmong(names, rule).orElseThrow(() -> new IllegalArgumentException("none of the columns " + names
                    + " has the ids of enterprises; expected one such as '统一社会信用代码' or 'id'"));
            ids.put(year, names.get(id));
            read.put(year, RollHeader.knownAmong(names, rule).stream().map(names::get).toList());
        });
        return new RollLines(rule, read, ids);
    }

    /** The columns of a table that are read, in their order. */
    public List<String> columns(int yearsAgo) {
        return requireNonNull(columns.get(yearsAgo), "no table is of that year");
    }

    /** The column of a table that has the ids. */
    public String id(int yearsAgo) {
        return requireNonNull(ids.get(yearsAgo), "no table is of that year");
    }

    /**
     * A line whose key keeps it with the same enterprise's of other years, however its id is written there.
     *
     * @param csv the cells of {@link #columns(int)}, as CSV writes them
     */
    public static Line line(String id, int yearsAgo, String csv) {
        return new Line(key(id), id, yearsAgo, csv);
    }

    /**
     * The class that an enterprise had in an earlier year, on its way to where the enterprise is. Where a chunk has such lines, they are all
     * that is known of earlier classes there.
     *
     * @param yearsAgo from 1 to 100
     */
    public static Line ofClass(String id, int yearsAgo, String className) {
        checkArgument(yearsAgo >= 1 && yearsAgo <= 100, "years ago must be from 1 to 100, got %s", yearsAgo);
        return new Line(key(id), id, Line.CLASS, yearsAgo + "," + requireNonNull(className, "className").strip());
    }

    /** Ids that the reader takes for one have the same. */
    private static String key(String id) {
        return CharMatcher.is('\'').trimLeadingFrom(INVISIBLE.removeFrom(CellText.half(CellText.strip(id)))).toUpperCase(Locale.ROOT);
    }

    /**
     * Chunks of about so many lines each. Those with one key must stand one behind the other; they come into one chunk.
     *
     * @throws IllegalArgumentException if there is not at least one line to a chunk
     */
    public Iterator<Read> read(Iterator<Line> lines, int about) {
        checkArgument(about >= 1, "a chunk must have at least 1 line, got %s", about);
        return new Cut(lines, about);
    }

    /** A chunk with the lines it was made of. */
    public final class Read {
        private final Optional<List<Line>> lines;
        private final List<Told> told;
        private final Chunk chunk;

        private Read(List<Told> told, Chunk chunk) {
            this.lines = Optional.empty();
            this.told = told;
            this.chunk = chunk;
        }

        private Read(List<Line> lines) {
            this.lines = Optional.of(lines);
            told = new ArrayList<>();
            Map<Integer, List<Line>> byYear = new HashMap<>();
            lines.forEach(line -> byYear.computeIfAbsent(line.yearsAgo(), it -> new ArrayList<>()).add(line));
            Chunk all = Chunk.of(roll(0, byYear));
            for (int year : columns.keySet()) {
                all = year == 0 ? all : all.prior(year, roll(year, byYear));
            }
            List<Line> classes = byYear.get(Line.CLASS);
            all = classes == null ? all : all.history(history(all.roll(), classes));
            List<Line> places = byYear.get(Line.PLACES);
            all = places == null ? all : all.places(places(all.roll(), places));
            chunk = byYear.containsKey(Line.BEFORE) || (columns.containsKey(1) && rule.merge().isPresent())
                    ? all.before(roll(Line.BEFORE, byYear)) : all;
        }

        private Roll roll(int year, Map<Integer, List<Line>> byYear) {
            int table = Math.abs(year);
            List<Line> own = byYear.getOrDefault(year, List.of());
            StringBuilder text = new StringBuilder(columns(table).stream().map(RollLines::quoted).collect(joining(",")));
            int[] begins = new int[own.size()];
            int line = 2;
            for (int i = 0; i < begins.length; i++) {
                begins[i] = line;
                String csv = own.get(i).csv();
                text.append('\n').append(csv);
                line += 1 + LINE_FEED.countIn(csv);
            }
            WithProblems<Roll> roll = RollFile.parse(text.toString(), "", rule, OPTIONS);
            for (Problem it : year == Line.BEFORE ? List.<Problem>of() : roll.problems()) {
                int at = Arrays.binarySearch(begins, it.place().line());
                int of = at >= 0 ? at : -at - 2;
                told.add(new Told(of < 0 ? Optional.empty() : Optional.of(own.get(of).id()), table, it));
            }
            return roll.value();
        }

        private ClassHistory history(Roll roll, List<Line> classes) {
            Map<String, TreeMap<Integer, String>> byKey = new HashMap<>();
            for (Line line : classes) {
                int comma = line.csv().indexOf(',');
                int yearsAgo = Integer.parseInt(line.csv().substring(0, comma));
                String name = line.csv().substring(comma + 1);
                TreeMap<Integer, String> ofOne = byKey.computeIfAbsent(key(line.id()), it -> new TreeMap<>());
                String before = ofOne.putIfAbsent(yearsAgo, name);
                if (before != null && !before.equals(name)) {
                    ProblemList problems = new ProblemList("");
                    problems.error(0, 0, "class", "DUPLICATE", "two classes of one year, '" + before + "' and '" + name + "'; neither is taken");
                    problems.inFileOrder().forEach(it -> told.add(new Told(Optional.of(line.id()), yearsAgo, it)));
                    ofOne.put(yearsAgo, "");
                }
            }
            Map<String, List<String>> known = new HashMap<>();
            roll.forEach(row -> {
                TreeMap<Integer, String> years = byKey.getOrDefault(key(row.id()), new TreeMap<>());
                List<String> names = new ArrayList<>();
                for (int yearsAgo = years.isEmpty() ? 0 : years.lastKey(); yearsAgo >= 1; yearsAgo--) {
                    names.add(years.getOrDefault(yearsAgo, ""));
                }
                known.put(row.id(), names);
            });
            return ClassHistory.of(known);
        }

        private static Map<String, String> places(Roll roll, List<Line> places) {
            Map<String, String> byKey = new HashMap<>();
            places.forEach(line -> byKey.put(key(line.id()), line.csv()));
            Map<String, String> byId = new HashMap<>();
            roll.forEach(row -> byId.put(row.id(), byKey.getOrDefault(key(row.id()), "")));
            return byId;
        }

        /** The rows, those of earlier years with them. */
        public Chunk chunk() {
            return chunk;
        }

        /** The same, half as large in memory, whose lines cannot be sent on. */
        public Read withoutLines() {
            return new Read(told, chunk);
        }

        private Stream<Line> lines() {
            return lines.orElseThrow(() -> new IllegalStateException("the lines were left out")).stream();
        }

        /** What was wrong; a row with a value that does not fit is not in the chunk. */
        public List<Told> problems() {
            return List.copyOf(told);
        }

        /** The lines, with the keys by which the rule merges rows; each of last year a second time, with the key it had then. Throws without lines. */
        public Stream<Line> byUnits(Chunks chunks) {
            Map<String, String> now = keys(chunk.roll(), chunks.keys(chunk));
            Roll last = chunk.prior().get(1);
            Map<String, String> then = last == null ? Map.of() : keys(last, chunks.keysOfLastYear(last));
            return lines().flatMap(line -> line.yearsAgo() != 1 ? Stream.of(line.to(found(now, line)))
                    : Stream.of(line.to(found(now, line)), new Line(line.key(), line.id(), Line.BEFORE, line.csv()).to(found(then, line))));
        }

        /**
         * The lines, with keys by which those of one range are together, whenever {@link Whole#moves} has grown, and the places that enterprises
         * take along. Throws without lines.
         */
        public Stream<Line> byRanges(Chunks chunks, Whole whole) {
            int[] ranges = chunks.ranges(chunk, whole);
            Map<String, String> now = keys(chunk.roll(), Arrays.stream(ranges).mapToObj(range -> range < 0 ? "" : "\0" + range).toList());
            Map<String, String> places = keys(chunk.roll(), chunks.places(chunk, whole));
            return lines().filter(line -> line.yearsAgo() != Line.PLACES).flatMap(line -> {
                Line to = line.yearsAgo() == Line.BEFORE ? line : line.to(found(now, line));
                String own = line.yearsAgo() == 0 ? found(places, line) : "";
                return own.isEmpty() ? Stream.of(to) : Stream.of(to, new Line(to.key(), line.id(), Line.PLACES, own));
            });
        }

        /** By the ids as the reader has them, and by what those written otherwise have in common. */
        private static Map<String, String> keys(Roll roll, List<String> keys) {
            Map<String, String> byId = new HashMap<>();
            for (int row = 0; row < roll.size(); row++) {
                String id = roll.id(row);
                byId.put(id, keys.get(row));
                if (!key(id).equals(id)) {
                    byId.putIfAbsent(key(id), keys.get(row));
                }
            }
            return byId;
        }

        /** Empty for a row that was left out. */
        private static String found(Map<String, String> keys, Line line) {
            String own = keys.get(line.id());
            return own != null ? own : keys.getOrDefault(key(line.id()), "");
        }
    }

    private static String quoted(String header) {
        return '"' + header.replace("\"", "\"\"") + '"';
    }

    private final class Cut implements Iterator<Read> {
        private final Iterator<Line> lines;
        private final int about;
        private Optional<Line> next;

        Cut(Iterator<Line> lines, int about) {
            this.lines = lines;
            this.about = about;
            next = take();
        }

        private Optional<Line> take() {
            return lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public Read next() {
            List<Line> some = new ArrayList<>();
            Line line = next.orElseThrow(NoSuchElementException::new);
            String last = line.key();
            while (next.isPresent() && (some.size() < about || last.equals(next.get().key()))) {
                last = next.get().key();
                some.add(next.get());
                next = take();
            }
            return new Read(some);
        }
    }
}
