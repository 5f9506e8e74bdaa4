package io.mubiao.method;

import static java.util.Objects.requireNonNull;

import io.mubiao.observe.Basis;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * A value of a series on a day, as methods of growth take it. Immutable.
 *
 * @param on the day
 * @param value the value
 */
public record DatedValue(LocalDate on, Quantity value) {
    public DatedValue {
        requireNonNull(on, "on");
        requireNonNull(value, "value");
    }

    /** The value of a year, dated 31 December. */
    public static DatedValue year(int year, Quantity value) {
        return new DatedValue(LocalDate.of(year, 12, 31), value);
    }

    /**
     * The observed levels of a whole (of no single member) in a stream, by day; of one day the one appended last. Running
     * totals and increments are no levels and are left out.
     */
    public static List<DatedValue> levels(LogView view, String stream, Basis basis) {
        TreeMap<LocalDate, DatedValue> byDay = new TreeMap<>();
        for (Observation.Level level : view.all(stream, Observation.Level.class, basis)) {
            if (level.member().isEmpty()) {
                LocalDate day = view.date(level.on());
                byDay.put(day, new DatedValue(day, level.value()));
            }
        }
        return List.copyOf(byDay.values());
    }

    @Override
    public String toString() {
        return on + ": " + value;
    }
}
