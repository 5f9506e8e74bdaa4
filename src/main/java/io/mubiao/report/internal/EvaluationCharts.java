package io.mubiao.report.internal;

import io.mubiao.io.internal.Tree;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Indicator;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.render.EvaluationGrids;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The charts of an evaluation. */
final class EvaluationCharts {
    /** Beyond so many spots a browser draws pixels faster than nodes. */
    private static final int MOST_NODES = 3_000;
    private static final int HEIGHT = 460;
    private static final int BARS = 24;
    private static final int MOST_RANKINGS = 40;

    private final Evaluation evaluation;
    private final List<EnterpriseResult> league;
    private final Page page;
    private final ReportWords words;
    private final List<String> classes;

    EvaluationCharts(Evaluation evaluation, List<EnterpriseResult> league, Page page) {
        this.evaluation = evaluation;
        this.league = league;
        this.page = page;
        words = page.words;
        List<String> all = new ArrayList<>(EvaluationGrids.classCounts(evaluation).keySet());
        all.add(words.of("noClass"));
        classes = List.copyOf(all);
    }

    private int classOf(EnterpriseResult it) {
        int own = it.finalClass().map(classes::indexOf).orElse(-1);
        return own < 0 ? classes.size() - 1 : own;
    }

    private String name(int number) {
        return number == classes.size() - 1 ? classes.get(number) : words.of("class", classes.get(number));
    }

    private String colour(int number) {
        return number == classes.size() - 1 ? "#9AA5B1" : Chart.ofClass(number);
    }

    /** Each enterprise by two indicators, with the median of each. */
    void quadrants(List<String> chosen) {
        List<Indicator> indicators = chosen.isEmpty() ? evaluation.rule().indicators().stream().limit(2).toList()
                : chosen.stream().map(id -> evaluation.rule().indicators().get(id)).toList();
        if (indicators.size() < 2) {
            return;
        }
        Indicator across = indicators.get(0);
        Indicator upward = indicators.get(1);
        Map<Integer, List<Object>> spots = new TreeMap<>();
        List<Rational> xs = new ArrayList<>();
        List<Rational> ys = new ArrayList<>();
        for (EnterpriseResult it : league) {
            Checkpoint.pass();
            Optional<Rational> x = evaluation.number(it.id(), across.id());
            Optional<Rational> y = evaluation.number(it.id(), upward.id());
            if (it.standing().isScored() && x.isPresent() && y.isPresent()) {
                xs.add(x.get());
                ys.add(y.get());
                spots.computeIfAbsent(classOf(it), key -> new ArrayList<>()).add(new Tree().with("name", Page.shown(it.name())).with("why", Page.shown(it.id()))
                        .with("value", List.of(Chart.drawn(x.get()), Chart.drawn(y.get()))));
            }
        }
        if (xs.isEmpty()) {
            return;
        }
        List<Tree> series = new ArrayList<>();
        spots.forEach((number, data) -> series.add(new Tree().with("type", "scatter").with("name", name(number))
                .with("symbol", Chart.signOfClass(number)).with("symbolSize", xs.size() > MOST_NODES ? 4 : 9)
                .with("itemStyle", Chart.colour(colour(number)).with("opacity", "0.75")).with("data", data)));
        series.get(0).with("markLine", new Tree().with("symbol", "none").with("silent", true)
                .with("lineStyle", new Tree().with("color", Chart.INK).with("type", "dashed"))
                .with("label", new Tree().with("formatter", words.of("median")).with("position", "insideEndTop"))
                .with("data", List.of(new Tree().with("xAxis", median(xs)), new Tree().with("yAxis", median(ys)))));
        Tree option = Chart.option(false).with("legend", Chart.legend()).with("grid", Chart.grid(60).with("bottom", 44))
                .with("tooltip", new Tree().with("confine", true).with("formatter", "{a}\n{b}\n{c}").with("extraCssText", "white-space:pre-line"))
                .with("xAxis", Chart.values(titled(across)).with("scale", true).with("max", most(xs)))
                .with("yAxis", Chart.values("").with("name", titled(upward)).with("nameLocation", "end").with("nameGap", 10)
                        .with("nameTextStyle", new Tree().with("align", "left")).with("scale", true).with("max", most(ys)))
                .with("series", series);
        page.chart("quadrants", words.of("quadrants"), words.of("quadrants.note", across.title(), upward.title()), HEIGHT, option,
                xs.size() > MOST_NODES);
    }

    private static String titled(Indicator it) {
        return it.title() + (it.unit().symbol().isEmpty() ? "" : " (" + it.unit().symbol() + ")");
    }

    private static BigDecimal median(List<Rational> numbers) {
        List<Rational> sorted = numbers.stream().sorted(Checkpoint.every(Comparator.<Rational>naturalOrder())).toList();
        int half = sorted.size() / 2;
        return Chart.drawn(sorted.size() % 2 == 1 ? sorted.get(half) : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(Rational.of(2)));
    }

    /** Where the axis ends, so that a few that stand very far off do not press the others together; they are told in the note. */
    private static @Nullable BigDecimal most(List<Rational> numbers) {
        List<Rational> sorted = numbers.stream().sorted(Checkpoint.every(Comparator.<Rational>naturalOrder())).toList();
        Rational usual = sorted.get(sorted.size() * 49 / 50);
        Rational last = sorted.get(sorted.size() - 1);
        Rational far = usual.times(2);
        if (usual.signum() <= 0 || last.compareTo(far) <= 0) {
            return null;
        }
        BigDecimal end = usual.times(Rational.of(6, 5)).round(Rounding.halfUp(4));
        return end.setScale(end.scale() - end.precision() + 1, RoundingMode.CEILING);
    }

    /** The shares of the classes by ranking. */
    void classes() {
        Map<String, long[]> counts = new LinkedHashMap<>();
        for (EnterpriseResult it : league) {
            Checkpoint.pass();
            if (it.finalClass().isPresent()) {
                String ranking = EvaluationGrids.ranking(evaluation, it.id());
                counts.computeIfAbsent(ranking.isEmpty() ? words.of("all") : ranking,
                        key -> new long[classes.size()])[classOf(it)]++;
            }
        }
        if (counts.isEmpty()) {
            return;
        }
        List<Map.Entry<String, long[]>> shown = counts.entrySet().stream().sorted(Comparator.comparing(
                (Map.Entry<String, long[]> it) -> -Arrays.stream(it.getValue()).sum())).limit(MOST_RANKINGS).toList();
        long most = Arrays.stream(shown.get(0).getValue()).sum();
        List<Tree> series = new ArrayList<>();
        for (int k = 0; k < classes.size() - 1; k++) {
            int number = k;
            List<@Nullable Object> data = new ArrayList<>();
            shown.forEach(it -> data.add(Chart.part(it.getValue()[number], most)));
            series.add(new Tree().with("type", "bar").with("stack", "all").with("name", name(k)).with("barMaxWidth", 18)
                    .with("itemStyle", Chart.colour(colour(k)).with("borderColor", "#fff").with("borderWidth", 1))
                    .with("data", data));
        }
        page.chart("classes", words.of("classes"), counts.size() > shown.size() ? words.of("classes.some", shown.size(), counts.size())
                        : words.of("classes.note"), Page.height(shown.size()),
                Chart.option(true).with("legend", Chart.legend()).with("grid", Chart.grid(36)).with("xAxis", Chart.values(words.of("households")))
                        .with("yAxis", Chart.names(shown.stream().map(Map.Entry::getKey).toList())).with("series", series));
    }

    /** How the totals of the largest ranking lie, with the lowest of each class. */
    void distribution() {
        Map<List<String>, List<EnterpriseResult>> rankings = new LinkedHashMap<>();
        Checkpoint.each(league.stream()).filter(it -> it.total().isPresent() && it.initialClass().isPresent())
                .forEach(it -> rankings.computeIfAbsent(evaluation.ranking(it.id()), key -> new ArrayList<>()).add(it));
        boolean byScore = evaluation.rule().classes().filter(it -> it.method() == ClassRule.Method.SCORE).isPresent();
        List<EnterpriseResult> shown = byScore ? rankings.values().stream().flatMap(List::stream).toList()
                : rankings.values().stream().max(Comparator.comparing(List::size)).orElse(List.of());
        if (shown.size() < 2) {
            return;
        }
        List<Rational> totals = shown.stream().map(it -> it.total().orElseThrow()).toList();
        Rational low = Collections.min(totals);
        Rational high = Optional.ofNullable(most(totals)).map(Rational::of).orElse(Collections.max(totals));
        BigDecimal step = step(high.minus(low));
        Rational from = Rational.of(low.dividedBy(Rational.of(step)).round(new Rounding(0, RoundingMode.FLOOR))).times(Rational.of(step));
        Map<Integer, long[]> bars = new TreeMap<>();
        for (EnterpriseResult it : shown) {
            Checkpoint.pass();
            int bar = it.total().orElseThrow().min(high).minus(from).dividedBy(Rational.of(step)).round(new Rounding(0, RoundingMode.FLOOR)).intValueExact();
            int own = it.initialClass().map(classes::indexOf).orElse(classes.size() - 1);
            bars.computeIfAbsent(bar, key -> new long[classes.size()])[Math.max(own, 0)]++;
        }
        BigDecimal start = from.round(Rounding.halfUp(Math.max(0, step.scale())));
        List<String> spans = spans(start, step, ((TreeMap<Integer, long[]>) bars).lastKey() + 1);
        List<Tree> series = new ArrayList<>();
        for (int k = 0; k < classes.size() - 1; k++) {
            List<@Nullable Object> data = new ArrayList<>();
            for (int bar = 0; bar < spans.size(); bar++) {
                long count = bars.getOrDefault(bar, new long[classes.size()])[k];
                data.add(count == 0 ? null : count);
            }
            series.add(new Tree().with("type", "bar").with("stack", "all").with("name", name(k)).with("barWidth", "94%")
                    .with("itemStyle", Chart.colour(colour(k))).with("data", data));
        }
        series.add(new Tree().with("type", "scatter").with("xAxisIndex", 1).with("data", List.of())
                .with("markLine", new Tree().with("symbol", "none").with("silent", true)
                        .with("lineStyle", new Tree().with("color", Chart.INK).with("type", "solid")).with("data", cutOffs(shown))));
        page.chart("distribution", words.of("distribution"), byScore || rankings.size() < 2 ? words.of("distribution.note")
                        : words.of("distribution.some", EvaluationGrids.ranking(evaluation, shown.get(0).id()), shown.size()), HEIGHT,
                Chart.option(true).with("legend", Chart.legend()).with("grid", Chart.grid(70).with("left", 30).with("bottom", 44))
                        .with("xAxis", List.of(new Tree().with("type", "category").with("show", false).with("data", spans),
                                Chart.values(words.of("total")).with("position", "bottom").with("min", start)
                                        .with("max", start.add(step.multiply(BigDecimal.valueOf(spans.size()))))
                                        .with("axisPointer", new Tree().with("show", false))))
                        .with("yAxis", Chart.values(words.of("households")).with("nameRotate", 0).with("nameGap", 34).with("minInterval", 1))
                        .with("series", series));
    }

    /** From where to where each bar reaches: bars stand on these, as bars on numbers are not stacked; the lines stand on numbers. */
    private static List<String> spans(BigDecimal start, BigDecimal step, int bars) {
        return IntStream.range(0, bars).mapToObj(bar -> start.add(step.multiply(BigDecimal.valueOf(bar))))
                .map(low -> low.toPlainString() + "–" + low.add(step).toPlainString()).toList();
    }

    /** The end of each class but the last: the lowest total in it before overrides; the highest where less is better. */
    private List<Tree> cutOffs(List<EnterpriseResult> shown) {
        boolean falling = shown.get(0).total().orElseThrow().compareTo(shown.get(shown.size() - 1).total().orElseThrow()) < 0;
        Map<Integer, Rational> ends = new TreeMap<>();
        shown.forEach(it -> ends.merge(it.initialClass().map(classes::indexOf).orElse(-1), it.total().orElseThrow(),
                falling ? Rational::max : Rational::min));
        List<Tree> lines = new ArrayList<>();
        ends.forEach((number, end) -> {
            if (number >= 0 && number < classes.size() - 2) {
                lines.add(new Tree().with("xAxis", Chart.drawn(end)).with("label", new Tree().with("rotate", 0)
                        .with("formatter", words.of("cutOff", classes.get(number), Chart.drawn(end).toPlainString())).with("distance", 4 + 14 * (number % 3))));
            }
        });
        return lines;
    }

    /** 1, 2 or 5 with zeros, so that there are some two dozen bars. */
    private static BigDecimal step(Rational range) {
        BigDecimal rough = range.dividedBy(Rational.of(BARS)).round(Rounding.halfUp(6)).max(new BigDecimal("0.000001"));
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        return List.of(1, 2, 5, 10).stream().map(it -> power.multiply(BigDecimal.valueOf(it))).filter(it -> it.compareTo(rough) >= 0)
                .findFirst().orElse(power).stripTrailingZeros();
    }
}
