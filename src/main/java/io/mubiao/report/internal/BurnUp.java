package io.mubiao.report.internal;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.forecast.Forecasts;
import io.mubiao.io.internal.Tree;
import io.mubiao.observe.ObservationLog;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of targets on a curve: what was done and expected at the end of each month, as assessments of those days say. */
final class BurnUp {
    private static final int MOST_MONTHS = 36;
    private static final int HEIGHT = 340;

    private final Assessments assessments;
    private final ObservationLog log;
    private final Page page;
    private final ReportWords words;
    private final @Nullable Forecasts forecasts;

    BurnUp(Assessments assessments, ObservationLog log, Page page, @Nullable Forecasts forecasts) {
        this.assessments = assessments;
        this.log = log;
        this.page = page;
        this.words = page.words;
        this.forecasts = forecasts;
    }

    /** Adds the way of every target on a curve, and a section for the chosen one or the one furthest behind. */
    void add(String chosen) {
        List<Assessment> paced = assessments.stream().filter(it -> it.expected().isPresent() && it.actual().isPresent()).toList();
        if (paced.isEmpty()) {
            return;
        }
        Map<LocalDate, Assessments> past = past(paced);
        Map<String, Tree> ways = new LinkedHashMap<>();
        paced.forEach(it -> ways.put(it.target().id(), way(it, past)));
        ways.forEach(page::way);
        Assessment shown = paced.stream().filter(it -> it.target().id().equals(chosen)).findFirst()
                .orElseGet(() -> paced.stream().min(Comparator.comparing(it -> it.pointsAhead().orElse(Rational.ZERO))).orElseThrow());
        page.chart("burnup", words.of("burnup", shown.target().id() + " " + shown.target().title()), words.of("burnup.note"), HEIGHT,
                ways.getOrDefault(shown.target().id(), new Tree()));
    }

    private Map<LocalDate, Assessments> past(List<Assessment> paced) {
        AsOf question = assessments.question();
        LocalDate first = paced.stream().map(it -> it.term().first()).min(Comparator.naturalOrder()).orElseThrow();
        Map<LocalDate, Assessments> past = new LinkedHashMap<>();
        YearMonth month = YearMonth.from(question.date()).minusMonths(MOST_MONTHS);
        month = month.isBefore(YearMonth.from(first)) ? YearMonth.from(first) : month;
        for (; month.atEndOfMonth().isBefore(question.date()); month = month.plusMonths(1)) {
            LocalDate day = month.atEndOfMonth();
            past.put(day, Assessor.assess(assessments.register(), log, question.date(day)));
        }
        past.put(question.date(), assessments);
        return past;
    }

    private Tree way(Assessment it, Map<LocalDate, Assessments> past) {
        String id = it.target().id();
        String unit = it.actual().orElseThrow().unit().toString();
        List<Object> done = new ArrayList<>();
        past.forEach((day, all) -> all.get(id).actual().filter(actual -> !day.isBefore(it.term().first())
                && actual.unit().isCompatibleWith(it.actual().orElseThrow().unit())).ifPresent(actual ->
                done.add(point(day, actual.in(it.actual().orElseThrow().unit())))));
        List<Tree> series = new ArrayList<>();
        series.add(line("burnup.done", Chart.BLUE, "solid", done).with("symbol", "circle").with("symbolSize", 7));
        List<Object> owed = owed(it);
        if (!owed.isEmpty()) {
            series.add(line("burnup.expected", Chart.INK, "dashed", owed).with("symbol", "none"));
        }
        it.required().ifPresent(required -> series.get(0).with("markLine", new Tree().with("symbol", "none").with("silent", true)
                .with("lineStyle", new Tree().with("color", Chart.colour(io.mubiao.render.Grid.Tone.BAD)).with("type", "dotted"))
                .with("label", new Tree().with("position", "insideMiddleTop").with("formatter", words.of("burnup.required", required.toString().replace("{", "("))))
                .with("data", List.of(new Tree().with("yAxis", drawn(required))))));
        Optional.ofNullable(forecasts).flatMap(all -> all.get(id).interval()).ifPresent(interval -> {
            for (Quantity end : List.of(interval.low(), interval.high())) {
                series.add(line("burnup.interval", "#56B4E9", "dotted", List.of(done.isEmpty() ? point(it.asOf(), end)
                        : done.get(done.size() - 1), point(it.due(), end))).with("symbol", "emptyCircle").with("symbolSize", 7));
            }
        });
        return Chart.option(true).with("legend", Chart.legend()).with("grid", Chart.grid(44))
                .with("xAxis", new Tree().with("type", "time").with("min", it.term().first().toString()).with("max", it.due().toString()))
                .with("yAxis", Chart.values("").with("name", unit).with("nameLocation", "end").with("nameGap", 8)).with("series", series);
    }

    /** The curve of the target over its whole period; the amounts are the shares of what is required. */
    private static List<Object> owed(Assessment it) {
        Optional<Quantity> whole = it.expectedShare().filter(share -> share.signum() > 0).flatMap(share ->
                it.expected().map(expected -> expected.times(Rational.ONE.dividedBy(share))));
        List<Object> points = new ArrayList<>();
        Span term = it.term();
        whole.ifPresent(all -> {
            it.curve().shareBy(term.first(), term).ifPresent(share -> points.add(point(term.first(), all.times(share))));
            YearMonth last = YearMonth.from(term.last());
            for (YearMonth month = YearMonth.from(term.first()); !month.isAfter(last); month = month.plusMonths(1)) {
                LocalDate day = month.atEndOfMonth().isAfter(term.last()) ? term.last() : month.atEndOfMonth();
                it.curve().shareBy(day, term).ifPresent(share -> points.add(point(day, all.times(share))));
            }
        });
        return points;
    }

    private Tree line(String word, String colour, String type, List<Object> data) {
        return new Tree().with("type", "line").with("name", words.of(word)).with("itemStyle", Chart.colour(colour))
                .with("lineStyle", new Tree().with("color", colour).with("type", type).with("width", 2)).with("data", data);
    }

    private static List<Object> point(LocalDate day, Quantity amount) {
        return Arrays.asList(day.toString(), drawn(amount));
    }

    private static BigDecimal drawn(Quantity amount) {
        return Chart.drawn(amount.amount());
    }
}
