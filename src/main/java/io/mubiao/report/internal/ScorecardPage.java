package io.mubiao.report.internal;

import io.mubiao.assess.Assessment;
import io.mubiao.forecast.Forecasts;
import io.mubiao.observe.ObservationLog;
import io.mubiao.render.Explainer;
import io.mubiao.render.ForecastWords;
import io.mubiao.render.Grid;
import io.mubiao.render.Grid.Cell;
import io.mubiao.render.ResultGrids;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a page shows of a scorecard. */
public final class ScorecardPage extends PageContent {
    /** Id, target, responsible, status, light, points, of, actual, unit, required, attained, days, remark. */
    private static final int[] ORDER = {0, 1, 2, 3, 11, 9, 10, 4, 5, 6, 7, 8, 12};

    private final Scorecard card;
    private final Locale locale;
    private final @Nullable Forecasts forecasts;
    private final @Nullable ObservationLog log;
    private final String chosen;
    private final List<Grid> grids;
    private final Page page;
    private final ReportWords words;

    private ScorecardPage(Scorecard card, Locale locale, String title, @Nullable Forecasts forecasts, @Nullable ObservationLog log,
            String chosen) {
        this.card = card;
        this.locale = locale;
        this.forecasts = forecasts;
        this.log = log;
        this.chosen = chosen;
        grids = ResultGrids.grids(card, locale);
        List<String> above = grids.get(0).above();
        page = new Page(locale, title, title.equals(above.get(0)) ? above.subList(1, above.size()) : above);
        words = page.words;
    }

    /** A page of a scorecard. */
    public static ScorecardPage of(Scorecard card, Locale locale, String title, @Nullable Forecasts forecasts,
            @Nullable ObservationLog log, String chosen) {
        return new ScorecardPage(card, locale, title, forecasts, log, chosen);
    }

    @Override
    Page page() {
        int views = card.views().size();
        List<Grid> holders = grids.subList(views, grids.size() - 1);
        ScorecardCharts charts = new ScorecardCharts(card, page, forecasts);
        charts.lights();
        charts.pace(locale);
        charts.ranking();
        charts.timeline(locale);
        if (log != null) {
            new BurnUp(card.assessments(), log, page, forecasts).add(chosen);
        }
        for (int i = 0; i < views; i++) {
            Grid view = grids.get(i);
            page.table("view" + i, view.name(), "", view.headers(), view.rows(), -1, List.of());
        }
        items(holders);
        grids.get(grids.size() - 1).rows().forEach(row -> page.why(row.get(0).text(), why(row)));
        return page;
    }

    /** How the points came about, how the verdict below them did, and what is to be expected. */
    private String why(List<Cell> row) {
        List<String> parts = new ArrayList<>(List.of(row.get(2).text().stripTrailing()));
        assessment(row.get(0).text()).ifPresent(it -> parts.add(Explainer.explain(it, locale).stripTrailing()));
        if (forecasts != null) {
            assessment(row.get(0).text()).ifPresent(it -> parts.add(words.of("forecast") + "\n"
                    + ForecastWords.sentence(forecasts.get(it.target().id()), locale)));
        }
        return String.join("\n\n", parts);
    }

    private Optional<Assessment> assessment(String item) {
        return card.find(item).flatMap(ItemScore::assessment);
    }

    /** All items, divided by the nodes of each view; points and light stand before the figures. */
    private void items(List<Grid> holders) {
        if (holders.isEmpty()) {
            return;
        }
        List<String> headers = new ArrayList<>(arranged(holders.get(0).headers()));
        if (forecasts != null) {
            headers.add(headers.size() - 1, words.of("forecast"));
        }
        Set<String> seen = new HashSet<>();
        List<List<Cell>> rows = new ArrayList<>();
        holders.stream().flatMap(holder -> holder.rows().stream()).filter(row -> seen.add(row.get(0).text())).forEach(row -> {
            List<Cell> cells = new ArrayList<>(arranged(row));
            if (forecasts != null) {
                cells.add(cells.size() - 1, Cell.of(assessment(row.get(0).text())
                        .map(it -> ForecastWords.cell(forecasts.get(it.target().id()), locale)).orElse("-")));
            }
            rows.add(cells);
        });
        List<Page.Grouping> groupings = card.views().stream().map(view -> {
            Map<String, String> nodes = nodes(view);
            return Page.Grouping.of(card.rule().views().get(view).title(),
                    rows.stream().map(row -> nodes.getOrDefault(row.get(0).text(), words.of("nobody"))).toList());
        }).toList();
        page.table("items", words.of("items"), words.of("items.note"), headers, rows, 0, groupings);
    }

    private static <T> List<T> arranged(List<T> cells) {
        return IntStream.of(ORDER).mapToObj(cells::get).toList();
    }

    /** The node of a view that each item counts for most. */
    private Map<String, String> nodes(String view) {
        Map<String, String> nodes = new HashMap<>();
        Map<String, Rational> shares = new HashMap<>();
        card.nodes(view).forEach(node -> node.items().forEach(it -> {
            if (it.share().compareTo(shares.getOrDefault(it.item().id(), Rational.ZERO)) > 0) {
                shares.put(it.item().id(), it.share());
                nodes.put(it.item().id(), words.node(node));
            }
        }));
        return nodes;
    }
}
