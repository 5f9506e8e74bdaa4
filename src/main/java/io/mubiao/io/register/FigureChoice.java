package io.mubiao.io.register;

import io.mubiao.io.internal.table.HeaderCell;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of several figures of a table is read. Not thread-safe. */
final class FigureChoice {
    /** A column of figures: its place from 0, what its header says of it, and of its days. */
    record Figure(int at, String word, @Nullable HeaderPeriod said) {
        private boolean is(Predicate<HeaderPeriod> test) {
            return said != null && test.test(said);
        }
    }

    private final List<Figure> all = new ArrayList<>();
    /** Those of years that the register is not of. */
    private final List<Figure> foreign = new ArrayList<>();
    private final boolean mapped;
    private final boolean dated;
    private final @Nullable LocalDate title;
    private final OptionalInt year;

    /**
     * @param fields what the headers name; empty where they name none
     * @param mapped the headers given, by field
     * @param period that of the register
     * @param title the day that a title above says
     */
    FigureChoice(List<HeaderCell> cells, List<Optional<String>> fields, Map<String, String> mapped, Optional<Span> period,
            Optional<LocalDate> title) {
        this.mapped = mapped.containsKey("value");
        this.title = title.orElse(null);
        year = period.map(LedgerDay::year).orElse(OptionalInt.empty());
        dated = title.isPresent() || Stream.of("on", "span", ObservationFields.FROM, ObservationFields.TO)
                .anyMatch(it -> fields.contains(Optional.of(it)));
        for (int i = 0; i < cells.size(); i++) {
            Optional<HeaderPeriod> said = HeaderPeriod.of(cells.get(i));
            boolean value = fields.get(i).equals(Optional.of("value"));
            Optional<String> word = value ? Optional.of(said.map(HeaderPeriod::figure).orElse(""))
                    : fields.get(i).isPresent() ? Optional.empty() : ObservationFields.figure(cells.get(i));
            Figure figure = new Figure(i, word.orElse(""), said.orElse(null));
            boolean other = period.isPresent() && figure.is(it -> it.year().isPresent() && !isOf(period.get(), it.year().getAsInt()));
            if (word.isPresent()) {
                (other && !(value && this.mapped) ? foreign : all).add(figure);
            }
        }
    }

    private static boolean isOf(Span period, int year) {
        return year >= period.first().getYear() && year <= period.last().getYear();
    }

    /** All that are of the register. */
    List<Figure> all() {
        return all;
    }

    List<Figure> foreign() {
        return foreign;
    }

    /** The one that is read; several if nothing tells which. Days in a header count if no other figure does, or end on the day told. */
    List<Figure> read(List<Optional<String>> fields) {
        List<Figure> totals = those(it -> it.word.equals("total") && it.said == null);
        List<Figure> running = those(it -> it.is(HeaderPeriod::isRunning));
        List<Figure> plain = those(it -> it.word.isEmpty());
        List<Figure> parts = those(it -> it.is(said -> !said.bare() && !said.isRunning()));
        boolean ends = running.stream().anyMatch(it -> title != null && it.is(said -> said.holds(title)));
        if (mapped) {
            return those(it -> fields.get(it.at).equals(Optional.of("value")));
        } else if (!totals.isEmpty()) {
            return totals;
        } else if (!plain.isEmpty() && (dated || running.isEmpty()) && !ends) {
            return plain;
        } else if (!running.isEmpty()) {
            return furthest(running);
        }
        for (String word : List.of("month", "quarter", "span")) {
            List<Figure> such = those(it -> it.word.equals(word) && it.said == null);
            if (!such.isEmpty() && (dated || parts.isEmpty())) {
                return such;
            }
        }
        List<Figure> texts = those(it -> it.word.equals("progress") && it.said == null);
        return !parts.isEmpty() ? parts : !texts.isEmpty() ? texts : all;
    }

    private List<Figure> those(Predicate<Figure> test) {
        return all.stream().filter(test).toList();
    }

    /** Those that reach furthest, if a title says a day, up to it; plain figures rather than texts. */
    private List<Figure> furthest(List<Figure> running) {
        int told = title == null ? 0 : end(title.getYear(), title.getMonthValue(), 0);
        List<Figure> till = running.stream().filter(it -> end(it) <= told).toList();
        List<Figure> some = till.isEmpty() ? running : till;
        int last = some.stream().map(this::end).max(Comparator.naturalOrder()).orElse(0);
        List<Figure> such = some.stream().filter(it -> end(it) == last).toList();
        List<Figure> totals = such.stream().filter(it -> it.word.equals("total")).toList();
        return totals.isEmpty() ? such : totals;
    }

    private int end(Figure figure) {
        HeaderPeriod said = figure.said;
        return said == null ? 0 : end(said.year().orElse(year.orElse(title == null ? 0 : title.getYear())), said.last(), said.day());
    }

    private static int end(int year, int month, int day) {
        return (year * 100 + month) * 100 + (day == 0 ? 31 : day);
    }
}
