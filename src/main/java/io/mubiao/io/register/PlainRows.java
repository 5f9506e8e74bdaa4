package io.mubiao.io.register;

import static java.util.Objects.requireNonNull;

import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation.Total;
import io.mubiao.time.Moment;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of a table that are like one that was read with care and without a doubt: the same but for days and a plain
 * number. What is not exactly so is left to the careful reader.
 */
final class PlainRows {
    private static final int MOST = 1 << 16;
    private static final int MOST_DIGITS = 17;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    /** As long as 2024-09-30. */
    private static final int DAY = 10;

    /** What rows share that differ in days and number alone. */
    private record Like(Observation sample, Unit unit, int staged, LocalDate recorded, Predicate<BigDecimal> far) {}

    /** The cells that rows share. */
    private static final class Key {
        private String[] texts;
        private int hash;

        Key(int size) {
            texts = new String[size];
        }

        Key copy() {
            Key copy = new Key(texts.length);
            copy.texts = texts.clone();
            copy.hash = hash;
            return copy;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && hash == that.hash && Arrays.equals(texts, that.texts);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final int[] shared;
    private final Key asked;
    private final int width;
    private final int first;
    private final int last;
    private final int value;
    private final ZoneId zone;
    private final ObservationReader reader;
    private final Node list;
    private final Map<Key, Like> likes = new HashMap<>();
    private final Map<String, Span> spans = new HashMap<>();
    private String lastText = "";
    private @Nullable Span lastSpan;

    private PlainRows(Map<String, Integer> places, int width, ZoneId zone, ObservationReader reader, Node list) {
        this.width = width;
        this.zone = zone;
        this.reader = reader;
        this.list = list;
        value = requireNonNull(places.get("value"));
        first = places.getOrDefault("span", places.getOrDefault("on", places.getOrDefault(ObservationFields.FROM, -1)));
        last = places.containsKey("span") || places.containsKey("on") ? -1 : places.getOrDefault(ObservationFields.TO, -1);
        shared = java.util.stream.IntStream.range(0, width).filter(at -> at != value && at != first && at != last).toArray();
        asked = new Key(shared.length);
    }

    /**
     * A reader for a table with such columns; empty where rows have more to say.
     *
     * @param places the columns by field, from 0
     * @param list where the rows stand
     */
    static Optional<PlainRows> of(Map<String, Integer> places, int width, ZoneId zone, ObservationReader reader, Node list) {
        boolean once = List.of("span", "on", ObservationFields.FROM).stream().filter(places::containsKey).count() == 1;
        PlainRows rows = once && places.containsKey("value") ? new PlainRows(places, width, zone, reader, list) : null;
        return Optional.ofNullable(rows).filter(it -> it.shared.length > 0 && it.shared[0] == 0);
    }

    private boolean ask(TableRow row) {
        List<String> cells = row.cells();
        if (cells.size() != width || !row.broken().isEmpty() || !row.flaws().isEmpty()) {
            return false;
        }
        int hash = 1;
        for (int i = 0; i < shared.length; i++) {
            String text = cells.get(shared[i]);
            asked.texts[i] = text;
            hash = 31 * hash + text.hashCode();
        }
        asked.hash = hash;
        return true;
    }

    /** Whether the row was taken. */
    boolean take(TableRow row, int index) {
        if (reader.isStopped() || !ask(row)) {
            return false;
        }
        Like like = likes.get(asked);
        String number = row.cells().get(value);
        if (like == null || number.length() > MOST_DIGITS || !isNumber(number)) {
            return false;
        }
        Span span = span(row);
        if (span == null || span.first().getYear() < FIRST_YEAR || span.last().getYear() > LAST_YEAR
                || span.last().isAfter(like.recorded)) {
            return false;
        }
        Checkpoint.pass(index);
        BigDecimal amount = new BigDecimal(number);
        if (like.staged >= 0 && (!reader.isCounted(like.sample.entry().stream(), span) || like.far.test(amount))) {
            return false;
        }
        if (like.staged >= 0) {
            reader.rows().add(like.staged, span, amount, list, row.line(), index);
            return true;
        }
        Observation read = observation(like.sample, span.last(), Quantity.of(amount, like.unit));
        if (row.cells().get(first).length() != DAY || reader.isDoubtful(read)) {
            return false;
        }
        reader.rows().add(new ObservationRow(new Node(Node.Kind.NOTHING, list, String.valueOf(index), row.line(), list.column), read));
        return true;
    }

    private static Observation observation(Observation sample, LocalDate day, Quantity figure) {
        Entry entry = sample.entry().assumed() ? sample.entry().assumedAt(day.atStartOfDay().toInstant(ZoneOffset.UTC)) : sample.entry();
        return sample instanceof Total ? new Total(entry, Moment.on(day), figure, Optional.empty(), Optional.empty())
                : new Level(entry, Moment.on(day), figure, ((Level) sample).member());
    }

    /** Digits, perhaps with a point between them. */
    private static boolean isNumber(String text) {
        return CellText.isDecimal(text) && text.charAt(0) >= '0';
    }

    private @Nullable Span span(TableRow row) {
        String text = row.cells().get(first);
        if (last < 0) {
            return known(text);
        }
        Span from = known(text);
        Span to = known(row.cells().get(last));
        boolean days = text.length() == DAY && row.cells().get(last).length() == DAY;
        return !days || from == null || to == null || to.last().isBefore(from.first()) ? null : new Span(from.first(), to.last());
    }

    /** The days of a text as they are written; null of any other text. */
    private @Nullable Span known(String text) {
        if (text.equals(lastText)) {
            return lastSpan;
        }
        Span span = spans.get(text);
        if (span == null) {
            span = parsed(text);
            if (span == null) {
                return null;
            }
            if (spans.size() == MOST) {
                spans.clear();
            }
            spans.put(text, span);
        }
        lastText = text;
        lastSpan = span;
        return span;
    }

    private static @Nullable Span parsed(String text) {
        boolean day = text.length() == DAY;
        if (!day && (text.length() != 2 * DAY + 1 || text.charAt(DAY) != '/')) {
            return null;
        }
        try {
            LocalDate from = LocalDate.parse(text.substring(0, DAY));
            LocalDate to = day ? from : LocalDate.parse(text.substring(DAY + 1));
            return to.isBefore(from) ? null : new Span(from, to);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Remembers a row that was read with care, nothing being told of it. */
    void learn(TableRow row, Observation read) {
        Entry entry = read.entry();
        boolean plain = entry.id().isEmpty() && entry.supersedes().isEmpty() && ask(row) && isNumber(row.cells().get(value))
                && span(row) != null && likes.size() < MOST;
        boolean figure = read instanceof Increment || read instanceof Level
                || (read instanceof Total total && total.since().isEmpty() && total.publishedPercent().isEmpty());
        if (plain && figure && !asked.texts[0].isBlank()) {
            Unit unit = read.figure().orElseThrow().unit();
            Instant recorded = entry.recordedAt();
            likes.put(asked.copy(), new Like(read, unit, read instanceof Increment ? reader.rows().like(entry, unit) : -1,
                    entry.assumed() ? LocalDate.MAX : LocalDate.ofInstant(recorded, zone), reader.mayBeFar(entry.stream(), unit)));
        }
    }
}
