package io.mubiao.render;

import io.mubiao.formula.Symbol;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.internal.ChargeColumn;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.render.Grid.Cell;
import io.mubiao.render.Grid.Form;
import io.mubiao.render.Grid.Tone;
import io.mubiao.text.internal.Characters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Evaluations as tables whose numbers are numbers (评价结果表格), in Chinese, or for any other locale in English. */
public final class EvaluationGrids {
    /** Beyond so many enterprises nobody reads their explanations one below the other. */
    private static final int MOST_EXPLAINED = 2_000;

    private final Evaluation evaluation;
    private final Words words;
    private final Locale locale;
    private final List<String> classes;

    private EvaluationGrids(Evaluation evaluation, Locale locale) {
        this.evaluation = evaluation;
        this.locale = locale;
        words = new Words(locale);
        classes = List.copyOf(classCounts(evaluation).keySet());
    }

    /**
     * For the office itself: all enterprises, a table a group if there are several, how many have which class, and for up to
     * 2,000 enterprises the explanation of each.
     */
    public static List<Grid> grids(Evaluation evaluation, Locale locale) {
        return new EvaluationGrids(evaluation, locale).all();
    }

    /**
     * The columns that a profile of the rule lets out, and nothing else of the enterprises.
     *
     * @throws NoSuchIdException if the rule has no such profile; names those it has
     */
    public static List<Grid> grids(Evaluation evaluation, String profile, Locale locale) {
        return new EvaluationGrids(evaluation, locale).profile(profile);
    }

    /** What the tables for the office itself are called, without making them. */
    public static List<String> names(Evaluation evaluation, Locale locale) {
        return new EvaluationGrids(evaluation, locale).names();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(words.either("全部企业", "all")));
        List<String> groups = lines().stream().map(LeagueTable.Line::group).distinct().toList();
        if (groups.size() > 1) {
            groups.forEach(it -> names.add(title(it)));
        }
        names.add(words.either("户数", "counts"));
        if (!evaluation.rule().consequences().isEmpty()) {
            names.add(words.either("政策金额", "amounts"));
        }
        if (evaluation.size() <= MOST_EXPLAINED) {
            names.add(words.either("逐户说明", "explanations"));
        }
        return names;
    }

    private List<String> above() {
        EvaluationRule rule = evaluation.rule();
        List<String> above = new ArrayList<>(List.of(rule.title().isEmpty() ? rule.id() : rule.title()));
        if (evaluation.isTrial()) {
            above.add(words.either("试评价，结果不具约束力", "trial: the results bind nobody"));
        }
        return above;
    }

    private List<Grid> profile(String profile) {
        List<String> columns = LeagueTable.profile(evaluation, profile);
        return List.of(table(words.either("评价结果", "results"), 1, columns, lines(), LeagueTable.Columns.outside(evaluation, words)));
    }

    private static List<Cell> cells(List<Function<String, Cell>> cells, List<String> row) {
        List<Cell> all = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            all.add(cells.get(i).apply(row.get(i)));
        }
        return all;
    }

    private Function<String, Cell> cell(String column) {
        return switch (column) {
            case "class", "initial_class" -> text -> Cell.of(text, tone(text));
            case "total", "rank", "places", LeagueTable.RANKING -> text -> Cell.of(text, Form.PLAIN);
            case "id", "name", "status", "group", "label", "reason", LeagueTable.MERGED -> Cell::of;
            default -> ofRule(column);
        };
    }

    private Function<String, Cell> ofRule(String column) {
        if (ChargeColumn.find(evaluation.rule(), column).isPresent()) {
            return text -> Cell.of(text, Form.PLAIN);
        }
        Symbol.Kind kind = evaluation.kind(column);
        return text -> Cell.of(kind, text);
    }

    private Tone tone(String className) {
        int at = classes.indexOf(className);
        return at < 0 ? Tone.NONE : at == 0 ? Tone.GOOD : at == classes.size() - 1 ? Tone.BAD
                : at == classes.size() - 2 ? Tone.DOUBTFUL : Tone.NONE;
    }

    /** All enterprises with their results and indicators in one table. */
    public static Grid everybody(Evaluation evaluation, Locale locale) {
        return new EvaluationGrids(evaluation, locale).everybody();
    }

    private Grid everybody() {
        List<String> columns = columns();
        evaluation.rule().indicators().forEach(it -> columns.add(it.id()));
        return table(words.either("全部企业", "all"), 3, columns, lines(), LeagueTable.Columns.office(evaluation, words));
    }

    private List<LeagueTable.Line> lines() {
        return LeagueTable.lines(evaluation).toList();
    }

    /** None of the rows is kept: there may be a great many. */
    private Grid table(String name, int fixed, List<String> columns, List<LeagueTable.Line> lines, LeagueTable.Columns of) {
        Function<LeagueTable.Line, List<String>> row = of.row(columns);
        List<Function<String, Cell>> cells = columns.stream().map(this::cell).toList();
        return Grid.made(name, above(), headers(columns), fixed, lines.size(), at -> cells(cells, row.apply(lines.get(at))));
    }

    /** Results and what they cost or bring. */
    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("rank", "id", "name", "group", "places", "total", "initial_class", "class", "status"));
        evaluation.rule().merge().ifPresent(it -> columns.add(LeagueTable.MERGED));
        if (RankWords.hidesTotals(evaluation)) {
            columns.add(columns.indexOf("total"), LeagueTable.RANKING);
        }
        columns.addAll(ChargeColumn.all(evaluation.rule()));
        columns.addAll(List.of("label", "reason"));
        return columns;
    }

    /** The texts of the ranking of an enterprise beside each other, a group of items by its title; empty if all are ranked together. */
    public static String ranking(Evaluation evaluation, String id) {
        return Characters.shown(RankWords.group(evaluation, id));
    }

    /** How many have each class, the best first; of a rule that has none those that were given, in the order of their names. */
    public static Map<String, Long> classCounts(Evaluation evaluation) {
        return evaluation.rule().classes().isPresent() ? evaluation.classCounts() : evaluation.stream().flatMap(it -> it.finalClass().stream())
                .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
    }

    private List<String> headers(List<String> columns) {
        return columns.stream().map(it -> LeagueTable.header(evaluation.rule(), it, words)).toList();
    }

    /** What the amounts of each consequence come to, by class. */
    public static Grid charges(Evaluation evaluation, Locale locale) {
        EvaluationGrids grids = new EvaluationGrids(evaluation, locale);
        return new ChargeWords(grids.words).totals(evaluation, grids.above());
    }

    private List<Grid> all() {
        List<String> columns = columns();
        evaluation.rule().columns().stream().map(Column::id).forEach(columns::add);
        evaluation.rule().indicators().forEach(it -> columns.add(it.id()));
        List<LeagueTable.Line> lines = lines();
        LeagueTable.Columns office = LeagueTable.Columns.office(evaluation, words);
        List<Grid> grids = new ArrayList<>();
        grids.add(table(words.either("全部企业", "all"), 3, columns, lines, office));
        Map<String, List<LeagueTable.Line>> byGroup = new LinkedHashMap<>();
        lines.forEach(it -> byGroup.computeIfAbsent(it.group(), group -> new ArrayList<>()).add(it));
        if (byGroup.size() > 1) {
            byGroup.forEach((group, members) -> grids.add(table(title(group), 3, columns, members, office)));
        }
        grids.add(counts());
        if (!evaluation.rule().consequences().isEmpty()) {
            grids.add(charges(evaluation, locale));
        }
        if (evaluation.size() <= MOST_EXPLAINED) {
            grids.add(new Grid(words.either("逐户说明", "explanations"), above(), List.of(words.either("统一社会信用代码", "id"),
                    words.either("企业名称", "name"), words.either("说明", "explanation")), 2, evaluation.league().stream().map(it ->
                            List.of(Cell.of(it.id()), Cell.of(it.name()), Cell.of(LandExplainer.explain(evaluation.explain(it.id()), locale)))).toList()));
        }
        return grids;
    }

    /** A group by its title, as the rule has it. */
    private String title(String group) {
        return group.isEmpty() ? words.either("未分组", "no group") : LeagueTable.group(evaluation.rule(), group);
    }

    private Grid counts() {
        List<List<Cell>> rows = new ArrayList<>();
        classCounts(evaluation).forEach((name, count) -> rows.add(List.of(Cell.of(name, tone(name)), Cell.of(Long.toString(count), Form.PLAIN))));
        evaluation.standingCounts().forEach((standing, count) -> rows.add(List.of(Cell.of(LeagueTable.standing(standing, evaluation, words)),
                Cell.of(Long.toString(count), Form.PLAIN))));
        return new Grid(words.either("户数", "counts"), above(), List.of(words.either("等级或参评状态", "class or standing"),
                words.either("户数(户)", "enterprises")), 1, rows);
    }
}
