package io.mubiao.report.internal;

import io.mubiao.assess.Assessment;
import io.mubiao.forecast.Forecasts;
import io.mubiao.observe.ObservationLog;
import io.mubiao.render.ForecastWords;
import io.mubiao.render.Grid;
import io.mubiao.render.Grid.Cell;
import io.mubiao.render.ResultGrids;
import io.mubiao.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a page shows of a scorecard. */
public final class ScorecardPage extends Content {
    private static final int OWNER = 2;

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
        charts.pace();
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

    private String why(List<Cell> row) {
        String text = row.get(2).text();
        return forecasts == null ? text : text.stripTrailing() + "\n\n" + words.of("forecast") + "\n"
                + target(row.get(0).text()).map(id -> ForecastWords.sentence(forecasts.get(id), locale)).orElse("-");
    }

    private Optional<String> target(String item) {
        return card.find(item).flatMap(it -> it.assessment()).map(Assessment::target).map(it -> it.id());
    }

    /** All items, divided by the nodes of the first view or by the unit that answers. */
    private void items(List<Grid> holders) {
        if (holders.isEmpty()) {
            return;
        }
        List<String> headers = new ArrayList<>(holders.get(0).headers());
        if (forecasts != null) {
            headers.add(headers.size() - 1, words.of("forecast"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        List<String> nodes = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        for (Grid holder : holders) {
            for (List<Cell> row : holder.rows()) {
                List<Cell> cells = new ArrayList<>(row);
                if (forecasts != null) {
                    cells.add(cells.size() - 1, Cell.of(target(row.get(0).text())
                            .map(id -> ForecastWords.cell(forecasts.get(id), locale)).orElse("-")));
                }
                rows.add(cells);
                nodes.add(holder.name());
                owners.add(row.get(OWNER).text().isEmpty() ? words.of("nobody") : row.get(OWNER).text());
            }
        }
        String view = card.rule().views().get(card.views().get(0)).title();
        page.table("items", words.of("items"), words.of("items.note"), headers, rows, 0,
                List.of(Page.Grouping.of(view, nodes), Page.Grouping.of(words.of("byOwner"), owners)));
    }
}
