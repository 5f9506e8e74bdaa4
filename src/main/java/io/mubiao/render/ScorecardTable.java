package io.mubiao.render;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Status;
import io.mubiao.forecast.Forecast;
import io.mubiao.forecast.ForecastSummary;
import io.mubiao.forecast.Forecasts;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as text (考核计分表): for the first view a block a node with a line an item; for every further view a line a
 * node. Points are shown with two decimals, half up, whatever the rule rounds.
 */
public final class ScorecardTable {
    private static final int MOST = 60;

    private final Words words;
    private final Locale locale;
    private final AssessmentCells cells;
    private final Scorecard card;
    private final @Nullable Forecasts forecasts;

    private final int width;

    private ScorecardTable(Scorecard card, @Nullable Forecasts forecasts, int width, Locale locale) {
        this.width = width;
        this.card = card;
        this.forecasts = forecasts;
        this.locale = locale;
        words = new Words(locale);
        cells = new AssessmentCells(words);
    }

    /** The table in Chinese, or for any other locale in English. */
    public static String write(Scorecard card, Locale locale) {
        return new ScorecardTable(card, null, TextTable.ANY_WIDTH, locale).text();
    }

    /** The same with what is to be expected by the deadline. */
    public static String write(Scorecard card, Forecasts forecasts, Locale locale) {
        return write(card, forecasts, TextTable.ANY_WIDTH, locale);
    }

    /** The same for a terminal of so many columns: long cells are cut, columns without room named. */
    public static String write(Scorecard card, Forecasts forecasts, int width, Locale locale) {
        return new ScorecardTable(card, forecasts, width, locale).text();
    }

    private String text() {
        List<String> out = new ArrayList<>();
        out.add(card.assessments().register().title());
        out.add(words.either("考核办法：", "scored by: ") + card.rule().title());
        out.add(cells.asOf(card.assessments()));
        boolean first = true;
        for (String id : card.views()) {
            View view = card.rule().views().get(id);
            if (first) {
                blocks(out);
                out.add("");
            }
            out.add("");
            out.add(words.either("汇总：", "summary: ") + view.title());
            out.addAll(nodes(id, view.ranking().isPresent()));
            first = false;
        }
        duties(out);
        out.add("");
        out.addAll(cells.summary(card.assessments()));
        return Words.lines(TerminalText.broken(out, width));
    }

    /** A block for every node of the first view that has items. */
    private void blocks(List<String> out) {
        List<NodeScore> holders = card.nodes(card.views().get(0)).stream().filter(node -> !node.items().isEmpty()).toList();
        TextTable table = TextTable.rightAligned(3, 5, 6, 7);
        table.add(words.either("编号", "id"), words.either("目标", "target"), words.either("状态", "status"),
                words.either("实际", "actual"), words.either("要求", "required"), words.either("完成率", "attained"),
                words.either("超前(+)/落后(-)天", "days ahead(+)"), words.either("得分", "points"), words.either("灯", "light"),
                forecasts == null ? "" : words.either("期末预测", "by the deadline"), words.either("说明", "remark"));
        holders.forEach(node -> node.items().forEach(item -> row(table, item.item())));
        Iterator<String> lines = table.lines(width, words).iterator();
        String heading = lines.next();
        for (NodeScore node : holders) {
            out.add("");
            out.add("【" + name(node) + "】 " + standing(node));
            out.add(heading);
            node.items().forEach(item -> out.add(lines.next()));
        }
        lines.forEachRemaining(out::add);
    }

    private void row(TextTable table, ItemScore item) {
        Optional<Assessment> it = item.assessment();
        String forecast = forecasts == null || it.isEmpty() ? ""
                : ForecastWords.cell(forecasts.get(it.get().target().id()), locale);
        table.add(item.id(), item.title(), it.map(assessment -> words.of(assessment.status())).orElse("-"),
                it.map(cells::actual).orElse("-"), it.map(cells::required).orElse("-"),
                it.map(AssessmentCells::attainment).orElse("-"), it.map(AssessmentCells::days).orElse("-"),
                item.points().map(points -> Numbers.points(points, item.full()) + "/" + Numbers.four(item.full())).orElse("-"),
                item.light().orElse("-"), forecast, remark(item, words));
    }

    static String remark(ItemScore item, Words words) {
        List<String> parts = new ArrayList<>();
        item.vetoes().forEach(veto -> parts.add(words.either("否决：", "veto: ") + veto.title()));
        item.override().ifPresent(by -> parts.add(words.either("人工调整：", "override: ") + by.reason() + "(" + by.author()
                + words.either("，至 ", ", until ") + by.until() + ")"));
        item.judgements().forEach(by -> parts.add(by.assessor() + words.either("评：", ": ") + by.band()));
        item.assessment().map(new AssessmentCells(words)::remark).filter(text -> !text.isEmpty()).ifPresent(parts::add);
        if (item.assessment().isEmpty() && item.points().isEmpty()) {
            parts.add(item.why());
        }
        return String.join(words.either("；", "; "), parts);
    }

    private List<String> nodes(String view, boolean ranked) {
        TextTable table = TextTable.rightAligned(ranked ? new Integer[] {0, 2, 6, 7, 8, 9} : new Integer[] {1, 5, 6, 7, 8});
        List<String> heading = new ArrayList<>(List.of(words.either("名称", "name"), words.either("得分", "points"),
                words.either("等次", "grade"), words.either("灯", "light"), words.either("完整度", "complete"),
                words.either("计分/全部", "scored/all"), words.either("达成", "met"), words.either("落后", "behind"),
                words.either("逾期", "missed")));
        if (forecasts != null) {
            heading.add(words.either("预计达成", "expected to be met"));
        }
        heading.add(words.either("说明", "remark"));
        List<NodeScore> nodes = card.nodes(view);
        if (ranked) {
            heading.add(0, words.either("名次", "place"));
            nodes = Stream.concat(nodes.stream().filter(node -> node.place().isPresent() || node.id().isEmpty())
                            .sorted(Comparator.comparing(node -> node.place().orElse(0))),
                    nodes.stream().filter(node -> node.place().isEmpty() && !node.id().isEmpty())).toList();
        }
        table.add(heading.toArray(String[]::new));
        nodes.forEach(node -> table.add(cells(node, ranked).toArray(String[]::new)));
        return table.lines(width, words);
    }

    private List<String> cells(NodeScore node, boolean ranked) {
        List<ItemScore> items = node.allItems().toList();
        long scored = items.stream().filter(item -> item.points().isPresent()).count();
        List<String> row = new ArrayList<>();
        if (ranked) {
            row.add(node.place().isPresent() ? Long.toString(node.place().getAsLong()) : "");
        }
        row.addAll(List.of(name(node), node.points().map(points -> Numbers.points(points, node.full())).orElse("-"), node.grade().orElse("-"),
                node.light().orElse("-"), Numbers.percent(node.completeness()), scored + "/" + items.size(),
                count(items, Status.MET), count(items, Status.BEHIND), count(items, Status.MISSED)));
        if (forecasts != null) {
            row.add(expected(items));
        }
        row.add(node.reason().map(reason -> words.of(reason) + (node.detail().isEmpty() ? "" : "(" + shortened(words.said(node.detail())) + ")"))
                .orElseGet(() -> vetoes(node)));
        return row;
    }

    private static String count(List<ItemScore> items, Status status) {
        return Long.toString(items.stream().filter(item -> item.assessment().filter(it -> it.status() == status).isPresent())
                .count());
    }

    private String expected(List<ItemScore> items) {
        List<Forecast> all = items.stream().flatMap(item -> item.assessment().stream())
                .map(it -> java.util.Objects.requireNonNull(forecasts).get(it.target().id())).toList();
        ForecastSummary summary = ForecastSummary.of(all);
        return summary.probable() == 0 ? "-" : summary.expectedMet().setScale(1, java.math.RoundingMode.HALF_UP) + "/"
                + summary.probable();
    }

    private String vetoes(NodeScore node) {
        return node.vetoes().stream().map(veto -> words.either("否决：", "veto: ") + veto.claim().title() + "(" + veto.item() + ")")
                .collect(Collectors.joining(words.either("；", "; ")));
    }

    private void duties(List<String> out) {
        List<String> duties = card.stream().flatMap(item -> item.duties().stream()
                .map(duty -> item.id() + " " + item.title() + words.either("：", ": ") + duty.title())).toList();
        if (!duties.isEmpty()) {
            out.add("");
            out.add(words.either("应作说明：", "to be explained: "));
            duties.forEach(duty -> out.add("  " + duty));
        }
    }

    private String standing(NodeScore node) {
        return node.points().map(points -> Numbers.points(points, node.full()) + "/" + Numbers.four(node.full())).orElse("-")
                + node.grade().map(grade -> " " + grade).orElse("") + node.light().map(light -> " " + light).orElse("")
                + words.either(" 完整度 ", ", complete to ") + Numbers.percent(node.completeness());
    }

    private String name(NodeScore node) {
        return node.id().isEmpty() ? words.either("合计", "all") : words.node(node.title());
    }

    private static String shortened(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}
