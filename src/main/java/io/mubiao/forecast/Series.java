package io.mubiao.forecast;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.internal.Streams;
import io.mubiao.forecast.internal.LevelForecast.Point;
import io.mubiao.observe.Observation;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.work.internal.Checkpoint;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a target's assessment said on each earlier day on which something was observed, with what is known now. */
final class Series {
    private final Prospect prospect;
    private final Optional<Unit> unit;

    Series(Prospect prospect, Optional<Unit> unit) {
        this.prospect = prospect;
        this.unit = unit;
    }

    /** Every day's figure. */
    List<Point> daily() {
        return on(days());
    }

    /** The last figure of each month. */
    List<Point> monthly() {
        Map<YearMonth, LocalDate> last = new TreeMap<>();
        days().forEach(day -> last.put(YearMonth.from(day), day));
        return on(last.values());
    }

    private List<Point> on(Iterable<LocalDate> days) {
        Map<LocalDate, Quantity> figures = new TreeMap<>();
        for (LocalDate day : days) {
            Prospect then = prospect.on(day);
            Assessment assessment = then.now;
            assessment.actual().ifPresent(value -> figures.put(then.lastFigure, Prospect.in(value, unit)));
        }
        List<Point> points = new ArrayList<>();
        figures.forEach((day, value) -> points.add(new Point(day, value)));
        return points;
    }

    private SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        List<String> streams = prospect.now.goal().reads().map(measure -> Streams.all(prospect.target, measure)).orElse(List.of());
        for (String stream : streams) {
            prospect.log.stream(stream).forEach(observation -> {
                Checkpoint.pass();
                LocalDate day = day(observation);
                if (day != null && prospect.term.contains(day) && !day.isAfter(prospect.asAt)) {
                    days.add(day);
                }
            });
        }
        return days;
    }

    private @Nullable LocalDate day(Observation observation) {
        if (observation instanceof Observation.Increment increment) {
            return increment.span().last();
        } else if (observation instanceof Observation.Dated dated && (dated instanceof Observation.Total
                || dated instanceof Observation.Level || dated instanceof Observation.Event)) {
            return dated.on().dateIn(prospect.register.zone());
        }
        return observation instanceof Observation.Complete complete ? complete.span().last() : null;
    }
}
