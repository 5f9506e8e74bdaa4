package io.mubiao.report.internal;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.forecast.Forecasts;
import io.mubiao.forecast.PredictionInterval;
import io.mubiao.io.internal.Tree;
import io.mubiao.render.Grid.Tone;
import io.mubiao.render.ResultSigns;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.View;
import io.mubiao.target.Goal;
import io.mubiao.value.Display;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The charts of a scorecard. */
final class ScorecardCharts {
    /** More bars than these nobody reads; the table has all. */
    static final int MOST_BARS = 40;
    private static final int MOST_TITLES = 6;
    private static final int MOST_PERCENT = 150;
    private static final int TIMELINE_ROW = 76;
    private static final int LANE = 17;
    private static final List<Tone> LANES = List.of(Tone.GOOD, Tone.DOUBTFUL, Tone.BAD, Tone.NONE);

    private final Scorecard card;
    private final Page page;
    private final ReportWords words;
    private final @Nullable Forecasts forecasts;

    ScorecardCharts(Scorecard card, Page page, @Nullable Forecasts forecasts) {
        this.card = card;
        this.page = page;
        this.words = page.words;
        this.forecasts = forecasts;
    }

    /** How many items of each node have which light. */
    void lights() {
        List<NodeScore> nodes = card.nodes(card.views().get(0)).stream().filter(node -> !node.items().isEmpty()).toList();
        Map<String, List<Long>> counts = new LinkedHashMap<>();
        card.stream().map(this::light).distinct().sorted(Comparator.comparing(this::order)).forEach(light -> counts.put(light,
                nodes.stream().map(node -> node.items().stream().filter(it -> light(it.item()).equals(light)).count()).toList()));
        if (nodes.size() < 2) {
            return;
        }
        long most = nodes.stream().mapToLong(node -> node.items().size()).max().orElse(0);
        List<Tree> series = counts.entrySet().stream().map(it -> new Tree().with("type", "bar").with("stack", "all").with("name", it.getKey())
                .with("barMaxWidth", 18).with("itemStyle", new Tree().with("color", Chart.colour(ResultSigns.light(it.getKey())))
                        .with("borderColor", "#fff").with("borderWidth", 1))
                .with("data", it.getValue().stream().map(count -> Chart.part(count, most)).toList())).toList();
        page.chart("lights", words.of("lights"), words.of("lights.note"), Page.height(nodes.size()),
                Chart.option(true).with("legend", Chart.legend()).with("grid", Chart.grid(36))
                        .with("xAxis", Chart.values(words.of("count")).with("minInterval", 1))
                        .with("yAxis", Chart.names(nodes.stream().map(words::node).toList())).with("series", series));
    }

    private String light(ItemScore item) {
        return item.light().orElse(words.of("noLight"));
    }

    private int order(String light) {
        return LANES.indexOf(ResultSigns.light(light));
    }

    /** What was done, what is expected by now, and where the deadline will find it, in percent of what is required. */
    void pace(Locale locale) {
        List<Assessment> all = card.assessments().stream().filter(it -> done(it).isPresent())
                .sorted(Comparator.comparing(it -> it.pointsAhead().orElse(Rational.ZERO))).toList();
        if (all.isEmpty()) {
            return;
        }
        List<Assessment> shown = all.stream().limit(MOST_BARS).toList();
        Map<Tone, List<Object>> bars = new EnumMap<>(Tone.class);
        List<Object> expected = new ArrayList<>();
        List<@Nullable BigDecimal> low = new ArrayList<>();
        List<@Nullable BigDecimal> wide = new ArrayList<>();
        for (Assessment it : shown) {
            Rational done = done(it).orElseThrow();
            bars.computeIfAbsent(tone(it), tone -> new ArrayList<>()).add(List.of(Chart.drawn(done.times(Rational.HUNDRED)), expected.size()));
            expected.add(Chart.percent(it.expectedShare().orElse(Rational.ZERO)));
            Optional<Rational[]> ends = ends(it);
            low.add(ends.map(end -> Chart.percent(end[0])).orElse(null));
            wide.add(ends.map(end -> Chart.percent(end[1].minus(end[0]))).orElse(null));
        }
        boolean far = shown.stream().flatMap(it -> Stream.concat(done(it).stream(), ends(it).map(end -> end[1]).stream()))
                .anyMatch(it -> it.compareTo(Rational.of(MOST_PERCENT, 100)) > 0);
        List<Tree> series = new ArrayList<>();
        if (forecasts != null) {
            series.add(new Tree().with("type", "bar").with("name", words.of("pace.from")).with("stack", "interval").with("barWidth", 16)
                    .with("itemStyle", Chart.colour("transparent")).with("data", low));
            series.add(new Tree().with("type", "bar").with("name", words.of("pace.interval")).with("stack", "interval").with("barWidth", 16)
                    .with("itemStyle", Chart.colour(Chart.SKY)).with("data", wide));
        }
        List<String> legend = new ArrayList<>();
        LANES.stream().filter(bars::containsKey).forEach(tone -> {
            legend.add(words.of("pace.done", words.of("tone." + tone.name())));
            series.add(new Tree().with("type", "bar").with("name", legend.get(legend.size() - 1)).with("stack", "done").with("barWidth", 8)
                    .with("barGap", "-75%").with("z", 3).with("itemStyle", Chart.colour(Chart.colour(tone))).with("data", bars.get(tone)));
        });
        series.add(new Tree().with("type", "scatter").with("name", words.of("pace.expected")).with("symbol", "rect").with("z", 4)
                .with("symbolSize", List.of(3, 20)).with("itemStyle", Chart.colour(Chart.INK)).with("data", expected));
        legend.add(words.of("pace.expected"));
        if (forecasts != null) {
            legend.add(words.of("pace.interval"));
        }
        page.chart("pace", words.of("pace"), all.size() > shown.size() ? words.of("pace.some", shown.size(), all.size())
                        : words.of("pace.note"), Page.height(shown.size()),
                Chart.option(true).with("legend", Chart.legend().with("data", legend)).with("grid", Chart.grid(36))
                        .with("xAxis", Chart.values("%").with("max", far ? MOST_PERCENT : null).with("min", 0))
                        .with("yAxis", Chart.names(shown.stream().map(it -> named(it, locale)).toList())).with("series", series));
    }

    private static String named(Assessment it, Locale locale) {
        return it.target().id() + " " + Chart.beginning(it.target().title()) + " · " + ResultSigns.word(it.status(), locale);
    }

    private static Optional<Rational> done(Assessment it) {
        boolean ceiling = it.goal().preferred() == io.mubiao.target.Direction.LOWER_IS_BETTER;
        return it.pointsAhead().flatMap(ahead -> it.expectedShare().map(owed -> ceiling
                ? owed.minus(ahead.dividedBy(Rational.HUNDRED)) : owed.plus(ahead.dividedBy(Rational.HUNDRED))));
    }

    private Optional<Rational[]> ends(Assessment it) {
        return forecasts == null ? Optional.empty() : forecasts.get(it.target().id()).interval().flatMap(interval -> ends(interval, it));
    }

    private static Optional<Rational[]> ends(PredictionInterval interval, Assessment it) {
        Optional<Quantity> whole = it.required().filter(one -> one.amount().signum() > 0
                && one.unit().isCompatibleWith(interval.low().unit()));
        return whole.map(one -> new Rational[] {interval.low().ratioTo(one).max(Rational.ZERO), interval.high().ratioTo(one).max(Rational.ZERO)});
    }

    private static Tone tone(Assessment it) {
        return ResultSigns.tone(it.status());
    }

    /** The nodes of the view that is ranked, or of the last one, by their share of the full points. */
    void ranking() {
        String view = card.views().stream().filter(id -> card.rule().views().get(id).ranking().isPresent()).findFirst()
                .orElse(card.views().get(card.views().size() - 1));
        View rule = card.rule().views().get(view);
        List<NodeScore> all = card.nodes(view).stream().filter(it -> !it.id().isEmpty() && it.share().isPresent())
                .sorted(Comparator.comparing((NodeScore it) -> it.place().orElse(Long.MAX_VALUE))
                        .thenComparing(it -> it.share().orElse(Rational.ZERO), Comparator.reverseOrder())).toList();
        if (all.isEmpty()) {
            return;
        }
        List<NodeScore> shown = all.stream().limit(MOST_BARS).toList();
        List<Object> bars = shown.stream().<Object>map(it -> {
            String light = it.light().orElse("");
            String behind = Display.percent(it.share().orElse(Rational.ZERO), 1).toPlainString() + "%" + (light.isEmpty() ? "" : " " + light)
                    + it.grade().map(grade -> " " + grade).orElse("");
            return new Tree().with("value", Chart.percent(it.share().orElse(Rational.ZERO)))
                    .with("itemStyle", Chart.colour(light.isEmpty() ? Chart.BLUE : Chart.colour(ResultSigns.light(light))))
                    .with("label", Chart.label("right").with("formatter", behind.replace("{", "(")));
        }).toList();
        int said = shown.stream().mapToInt(it -> it.light().orElse("").length() + it.grade().orElse("").length()).max().orElse(0);
        List<String> names = shown.stream().map(it -> (it.place().isPresent() ? it.place().getAsLong() + ". " : "")
                + Chart.beginning(words.node(it))).toList();
        page.chart("ranking", words.of("ranking", rule.title()), all.size() > shown.size() ? words.of("first", shown.size(), all.size())
                        : words.of("ranking.note"), Page.height(shown.size()),
                Chart.option(true).with("grid", Chart.grid(12).with("right", 66 + 14 * said)).with("xAxis", Chart.values(words.of("share")))
                        .with("yAxis", Chart.names(names))
                        .with("series", List.of(new Tree().with("type", "bar").with("name", words.of("share")).with("barMaxWidth", 16)
                                .with("data", bars))));
    }

    private record Spot(LocalDate day, String chapter, Tone tone) {}

    /** Deadlines by chapter, a lane a tone: one spot for all of a day that stand alike. */
    void timeline(Locale locale) {
        Assessments assessments = card.assessments();
        Map<Spot, List<Assessment>> spots = assessments.stream().collect(Collectors.groupingBy(it -> new Spot(it.due(),
                chapter(it), tone(it)), LinkedHashMap::new, Collectors.toList()));
        if (spots.isEmpty()) {
            return;
        }
        List<String> chapters = assessments.stream().map(this::chapter).distinct().toList();
        Map<Tone, List<Object>> data = new EnumMap<>(Tone.class);
        spots.forEach((spot, members) -> {
            long milestones = members.stream().filter(it -> it.goal() instanceof Goal.Milestone).count();
            data.computeIfAbsent(spot.tone(), tone -> new ArrayList<>()).add(new Tree()
                    .with("name", titles(spot, members, locale)).with("value", List.of(spot.day().toString(), spot.chapter()))
                    .with("symbolSize", 13).with("symbolOffset", List.of(0, LANES.indexOf(spot.tone()) * LANE - LANE * 3 / 2))
                    .with("label", new Tree().with("show", true).with("position", "left").with("color", Chart.INK)
                            .with("formatter", milestones == 0 ? Integer.toString(members.size())
                                    : words.of("milestones", members.size(), milestones))));
        });
        List<Tree> series = new ArrayList<>();
        LANES.stream().filter(data::containsKey).forEach(tone -> series.add(new Tree().with("type", "scatter")
                .with("name", words.of("tone." + tone.name())).with("symbol", Chart.SIGNS.get(tone))
                .with("itemStyle", Chart.colour(Chart.colour(tone))).with("data", data.get(tone))));
        series.get(0).with("markLine", new Tree().with("symbol", "none").with("silent", true)
                .with("lineStyle", new Tree().with("color", Chart.INK).with("type", "solid"))
                .with("label", new Tree().with("position", "start").with("formatter", words.of("asOf", assessments.question().date())))
                .with("data", List.of(new Tree().with("xAxis", assessments.question().date().toString()))));
        page.chart("timeline", words.of("timeline"), words.of("timeline.note"), Page.height(0) + TIMELINE_ROW * chapters.size(),
                Chart.option(false).with("tooltip", new Tree().with("confine", true).with("formatter", "{b}")
                                .with("extraCssText", "max-width:32em;white-space:pre-line"))
                        .with("legend", Chart.legend()).with("grid", Chart.grid(64))
                        .with("xAxis", new Tree().with("type", "time").with("min", assessments.stream()
                                .map(it -> it.term().first()).min(Comparator.naturalOrder()).map(Object::toString).orElse("")))
                        .with("yAxis", Chart.names(chapters).with("splitLine", new Tree().with("show", true)))
                        .with("series", series));
    }

    private String chapter(Assessment it) {
        String chapter = card.assessments().register().chapterOf(it.target().id());
        return chapter.isEmpty() ? words.of("noChapter") : chapter;
    }

    private static String titles(Spot spot, List<Assessment> members, Locale locale) {
        String rest = members.size() > MOST_TITLES ? "\n… +" + (members.size() - MOST_TITLES) : "";
        return spot.day() + "\n" + members.stream().limit(MOST_TITLES).map(it -> it.target().id() + " " + it.target().title() + " · "
                + ResultSigns.word(it.status(), locale)).collect(Collectors.joining("\n")) + rest;
    }
}
