package io.mubiao.report.internal;

import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.question.Margin;
import io.mubiao.render.EvaluationGrids;
import io.mubiao.render.Grid;
import io.mubiao.render.Grid.Cell;
import io.mubiao.render.LandExplainer;
import io.mubiao.render.QuestionWords;
import io.mubiao.render.ResultSigns;
import io.mubiao.work.CostBudget;
import io.mubiao.work.TooCostlyException;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page shows of an evaluation. */
public final class EvaluationPage extends PageContent {
    /** So many on each side of a boundary are told how far they are from it. */
    private static final int EACH_SIDE = 5;
    private static final int MOST_NEAR = 200;
    private static final long MOST_STEPS = 20_000;
    /** Where id and total stand in the table of all. */
    private static final int ID = 1;
    private static final int TOTAL = 5;

    private final Evaluation evaluation;
    private final Locale locale;
    private final List<String> quadrants;
    private final int explained;
    private final List<EnterpriseResult> league;
    private final Page page;
    private final ReportWords words;

    private EvaluationPage(Evaluation evaluation, Locale locale, String title, List<String> quadrants, int explained) {
        this.evaluation = evaluation;
        this.locale = locale;
        this.quadrants = quadrants;
        this.explained = explained;
        league = List.copyOf(evaluation.league());
        ReportWords said = new ReportWords(locale);
        List<String> lines = new ArrayList<>();
        String rule = evaluation.rule().title();
        if (!rule.isEmpty() && !rule.equals(title)) {
            lines.add(rule);
        }
        if (evaluation.isTrial()) {
            lines.add(said.of("trial"));
        }
        Stream<String> classes = EvaluationGrids.classCounts(evaluation).entrySet().stream().map(it -> it.getKey() + " " + it.getValue());
        Stream<String> others = evaluation.standingCounts().entrySet().stream().filter(it -> it.getKey() != Standing.GRADED && it.getValue() > 0)
                .map(it -> ResultSigns.word(it.getKey(), locale) + " " + it.getValue());
        String counts = Stream.concat(classes, others).collect(Collectors.joining(said.of("comma")));
        int filed = evaluation.ids().size();
        lines.add((filed == evaluation.size() ? said.of("enterprises", filed) : said.of("enterprises.merged", evaluation.size(), filed)) + (counts.isEmpty() ? "" : said.of("colon") + counts));
        page = new Page(locale, title, lines);
        words = page.words;
    }

    /** A page of an evaluation. */
    public static EvaluationPage of(Evaluation evaluation, Locale locale, String title, List<String> quadrants, int explained) {
        return new EvaluationPage(evaluation, locale, title, quadrants, explained);
    }

    @Override
    Page page() {
        EvaluationCharts charts = new EvaluationCharts(evaluation, league, page);
        charts.quadrants(quadrants);
        charts.classes();
        charts.distribution();
        Set<String> why = new LinkedHashSet<>();
        Grid all = EvaluationGrids.everybody(evaluation, locale);
        near(why, Checkpoint.each(all.rows().stream()).collect(Collectors.toMap(row -> row.get(ID).text(), row -> row.get(TOTAL), (one, other) -> one)));
        league.stream().limit(explained).map(EnterpriseResult::id).forEach(why::add);
        page.table("league", all.name(), why.size() >= league.size() ? words.of("items.note")
                : words.of("league.some", why.size(), league.size()), all.headers(), all.rows(), 1, List.of());
        if (!evaluation.rule().consequences().isEmpty()) {
            Grid charges = EvaluationGrids.charges(evaluation, locale);
            page.table("charges", charges.name(), "", charges.headers(), charges.rows(), -1, List.of());
        }
        Checkpoint.each(why.stream()).forEach(id -> page.why(id, LandExplainer.explain(evaluation.explain(id), locale)));
        return page;
    }

    /**
     * Those next to a boundary between classes in their ranking, the last above it and the first below it.
     *
     * @param totals the totals as the table of all prints them, so that those that differ differ here too
     */
    private void near(Set<String> why, Map<String, Cell> totals) {
        List<List<Cell>> rows = new ArrayList<>();
        Map<List<String>, List<EnterpriseResult>> rankings = new LinkedHashMap<>();
        Checkpoint.each(league.stream()).filter(it -> it.place().isPresent() && it.finalClass().isPresent())
                .forEach(it -> rankings.computeIfAbsent(evaluation.ranking(it.id()), key -> new ArrayList<>()).add(it));
        List<String> classes = List.copyOf(EvaluationGrids.classCounts(evaluation).keySet());
        rankings.forEach((ranking, members) -> {
            Map<Integer, List<EnterpriseResult>> byClass = new TreeMap<>();
            members.forEach(it -> byClass.computeIfAbsent(classes.indexOf(it.finalClass().orElseThrow()), key -> new ArrayList<>()).add(it));
            for (int k = 1; k < classes.size(); k++) {
                List<EnterpriseResult> above = byClass.getOrDefault(k - 1, List.of());
                List<EnterpriseResult> below = byClass.getOrDefault(k, List.of());
                if (above.isEmpty() || below.isEmpty()) {
                    continue;
                }
                String boundary = (EvaluationGrids.ranking(evaluation, members.get(0).id()) + " " + classes.get(k - 1) + " | " + classes.get(k)).strip();
                above.subList(Math.max(0, above.size() - EACH_SIDE), above.size()).forEach(it -> row(rows, boundary, it, totals, why, false));
                below.stream().limit(EACH_SIDE).forEach(it -> row(rows, boundary, it, totals, why, true));
            }
        });
        if (!rows.isEmpty()) {
            page.table("near", words.of("near"), words.of("near.note", EACH_SIDE), List.of(words.of("near.boundary"), words.of("near.id"),
                    words.of("near.name"), words.of("near.place"), words.of("near.total"), words.of("near.class"), words.of("near.to")),
                    rows, 1, List.of());
        }
    }

    private void row(List<List<Cell>> rows, String boundary, EnterpriseResult it, Map<String, Cell> totals, Set<String> why, boolean below) {
        if (rows.size() >= MOST_NEAR) {
            return;
        }
        why.add(it.id());
        rows.add(List.of(Cell.of(boundary), Cell.of(it.id()), Cell.of(it.name()), Cell.of(Long.toString(it.place().orElse(0))),
                totals.getOrDefault(it.id(), Cell.of("-")), Cell.of(it.finalClass().orElse("-")),
                Cell.of(below ? way(it.id()) : words.of("near.above"))));
    }

    /** What leads to the next class; a report does not wait for one search that is long. */
    private String way(String id) {
        CostBudget budget = Checkpoint.budget();
        try {
            return budget.steps(Math.min(budget.steps(), MOST_STEPS)).call(() -> Margin.of(evaluation, id))
                    .map(margin -> QuestionWords.brief(evaluation, margin, locale)).orElse("");
        } catch (TooCostlyException e) {
            if (e.cost() != TooCostlyException.Cost.STEPS) {
                throw e;
            }
            return words.of("near.unknown", MOST_STEPS);
        }
    }
}
