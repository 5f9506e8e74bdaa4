package io.mubiao.io.register;

import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.io.register.PlainCells.Role;
import io.mubiao.land.NameColumn;
import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation.Total;
import io.mubiao.target.internal.PlainIncrements;
import io.mubiao.time.Moment;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads rows of a table that are like one that was read with care and without a doubt: the same but for days and a plain
 * number. What is not exactly so is left to the careful reader.
 */
final class PlainRows {
    private static final int MOST = 1 << 16;
    /** So many line ends stand behind the last row. */
    private static final int SPARE = 24;

    /** What rows share that differ in days and number alone; -1 of what is staged where they are no increments. */
    private record Like(Observation sample, Unit unit, int staged, long recorded, PlainIncrements plain) {}

    private final PlainCells cells;
    private final int width;
    private final ZoneId zone;
    private final ObservationReader reader;
    private final Node list;
    private final List<Like> likes = new ArrayList<>();
    /** The cells that rows share, by the places of {@link #likes}. */
    private final NameColumn.Builder shared = NameColumn.builder();
    private final Map<List<Object>, PlainIncrements> increments = new HashMap<>();

    private PlainRows(Role[] roles, ZoneId zone, ObservationReader reader, Node list) {
        cells = new PlainCells(roles);
        width = roles.length;
        this.zone = zone;
        this.reader = reader;
        this.list = list;
    }

    /**
     * A reader for a table with such columns; empty where rows have more to say.
     *
     * @param places the columns by field, from 0
     * @param list where the rows stand
     */
    static Optional<PlainRows> of(Map<String, Integer> places, int width, ZoneId zone, ObservationReader reader, Node list) {
        Role[] roles = new Role[width];
        Arrays.fill(roles, Role.SHARED);
        List<String> days = List.of("span", "on", ObservationFields.FROM).stream().filter(places::containsKey).toList();
        if (days.size() != 1 || !places.containsKey("value")) {
            return Optional.empty();
        }
        places.forEach((name, at) -> {
            if (name.equals("value")) {
                roles[at] = Role.VALUE;
            } else if (days.contains(name)) {
                roles[at] = Role.FIRST;
            } else if (name.equals(ObservationFields.TO) && days.contains(ObservationFields.FROM)) {
                roles[at] = Role.LAST;
            }
        });
        return roles[0] == Role.SHARED ? Optional.of(new PlainRows(roles, zone, reader, list)) : Optional.empty();
    }

    /** The place behind the cells of a row, where its line ends; -1 if it was not taken. */
    int take(byte[] bytes, int from, int line, int index) {
        int end = reader.isStopped() ? -1 : cells.read(bytes, from);
        int like = end < 0 ? -1 : shared.indexOf(cells.shared, 0, cells.length);
        return like >= 0 && isTaken(likes.get(like), line, index) ? end : -1;
    }

    /** Whether the row was taken. */
    boolean take(TableRow row, int index) {
        byte[] bytes = bytes(row);
        return bytes.length > 0 && take(bytes, 0, row.line(), index) >= 0;
    }

    private boolean isTaken(Like like, int line, int index) {
        if (cells.last > like.recorded) {
            return false;
        }
        if (like.staged >= 0) {
            boolean plain = like.plain.has(cells.first, cells.last, cells.unscaled, cells.scale);
            if (plain) {
                reader.rows().add(like.staged, cells.first, cells.last, cells.unscaled, cells.scale, list, line, index);
            }
            return plain;
        }
        Observation read = observation(like.sample, LocalDate.ofEpochDay(cells.last),
                Quantity.of(BigDecimal.valueOf(cells.unscaled, cells.scale), like.unit));
        if (!cells.isDay || reader.isDoubtful(read)) {
            return false;
        }
        reader.rows().add(new ObservationRow(new Node(Node.Kind.NOTHING, list, String.valueOf(index), line, list.column), read));
        return true;
    }

    private static Observation observation(Observation sample, LocalDate day, Quantity figure) {
        Entry entry = sample.entry().assumed() ? sample.entry().assumedAt(day.atStartOfDay().toInstant(ZoneOffset.UTC)) : sample.entry();
        return sample instanceof Total ? new Total(entry, Moment.on(day), figure, Optional.empty(), Optional.empty())
                : new Level(entry, Moment.on(day), figure, ((Level) sample).member());
    }

    /** A row as it would stand without quotes; nothing if it needs them. */
    private byte[] bytes(TableRow row) {
        if (row.cells().size() != width || !row.broken().isEmpty() || !row.flaws().isEmpty()) {
            return new byte[0];
        }
        for (String cell : row.cells()) {
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                if (c == ',' || c == '"' || c == '\n' || c == '\r' || Character.isSurrogate(c)) {
                    return new byte[0];
                }
            }
        }
        return (String.join(",", row.cells()) + "\n".repeat(SPARE)).getBytes(StandardCharsets.UTF_8);
    }

    /** Remembers a row that was read with care, nothing being told of it. */
    void learn(TableRow row, Observation read) {
        Entry entry = read.entry();
        byte[] bytes = bytes(row);
        boolean plain = entry.id().isEmpty() && entry.supersedes().isEmpty() && bytes.length > 0 && cells.read(bytes, 0) >= 0
                && likes.size() < MOST;
        boolean figure = read instanceof Increment || read instanceof Level
                || (read instanceof Total total && total.since().isEmpty() && total.publishedPercent().isEmpty());
        if (plain && figure && !row.cells().get(0).isBlank() && shared.put(cells.shared, 0, cells.length) == likes.size()) {
            Unit unit = read.figure().orElseThrow().unit();
            likes.add(new Like(read, unit, read instanceof Increment ? reader.rows().like(entry, unit) : -1,
                    entry.assumed() ? Long.MAX_VALUE : LocalDate.ofInstant(entry.recordedAt(), zone).toEpochDay(),
                    increments.computeIfAbsent(List.of(entry.stream(), unit), key -> reader.plain(entry.stream(), unit))));
        }
    }
}
