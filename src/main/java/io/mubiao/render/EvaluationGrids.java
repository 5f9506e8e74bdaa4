package io.mubiao.render;

import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.render.Grid.Cell;
import io.mubiao.render.Grid.Form;
import io.mubiao.render.Grid.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        classes = List.copyOf(evaluation.classCounts().keySet());
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

    private List<String> above() {
        EvaluationRule rule = evaluation.rule();
        List<String> above = new ArrayList<>(List.of(rule.title().isEmpty() ? rule.id() : rule.title()));
        if (evaluation.isTrial()) {
            above.add(words.either("试评价，结果不具约束力", "trial: the results bind nobody"));
        }
        return above;
    }

    private List<Grid> profile(String profile) {
        List<String> columns = evaluation.rule().exports().getOrDefault(profile, List.of());
        List<List<String>> cells = LeagueTable.cells(evaluation, profile, locale);
        return List.of(new Grid(words.either("评价结果", "results"), above(), cells.get(0), 1, cells.subList(1, cells.size()).stream()
                .map(row -> cells(columns, row)).toList()));
    }

    private List<Cell> cells(List<String> columns, List<String> row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(cell(columns.get(i), row.get(i)));
        }
        return cells;
    }

    private Cell cell(String column, String text) {
        return switch (column) {
            case "class", "initial_class" -> Cell.of(text, tone(text));
            case "total", "rank", "places" -> Cell.of(text, Form.PLAIN);
            case "id", "name", "status", "group", "label", "reason" -> Cell.of(text);
            default -> Cell.of(evaluation.kind(column), text);
        };
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
        List<String> columns = new ArrayList<>(List.of("rank", "id", "name", "group", "places", "total", "initial_class", "class",
                "label", "reason"));
        evaluation.rule().indicators().forEach(it -> columns.add(it.id()));
        List<EnterpriseResult> league = evaluation.league();
        PlainNumber totals = LeagueTable.totals(league);
        List<List<Cell>> rows = league.stream().flatMap(it -> evaluation.sharing(it.id()).stream()
                .map(member -> member.equals(it.id()) ? it : evaluation.get(member))).map(own -> columns.stream()
                .map(name -> cell(name, LeagueTable.cell(evaluation, own, name, totals, words))).toList()).toList();
        return new Grid(words.either("全部企业", "all"), above(),
                columns.stream().map(it -> LeagueTable.header(evaluation.rule(), it, words)).toList(), 3, rows);
    }

    private List<Grid> all() {
        List<String> columns = new ArrayList<>(List.of("rank", "id", "name", "group", "places", "total", "initial_class", "class",
                "label", "reason"));
        evaluation.rule().columns().stream().map(Column::id).forEach(columns::add);
        evaluation.rule().indicators().forEach(it -> columns.add(it.id()));
        List<String> headers = columns.stream().map(it -> LeagueTable.header(evaluation.rule(), it, words)).toList();
        Map<String, List<List<Cell>>> byGroup = new LinkedHashMap<>();
        List<List<Cell>> rows = new ArrayList<>();
        List<EnterpriseResult> league = evaluation.league();
        PlainNumber totals = LeagueTable.totals(league);
        for (EnterpriseResult it : league) {
            for (String member : evaluation.sharing(it.id())) {
                EnterpriseResult own = member.equals(it.id()) ? it : evaluation.get(member);
                List<Cell> row = columns.stream().map(name -> cell(name, LeagueTable.cell(evaluation, own, name, totals, words))).toList();
                rows.add(row);
                byGroup.computeIfAbsent(it.group(), group -> new ArrayList<>()).add(row);
            }
        }
        List<Grid> grids = new ArrayList<>();
        grids.add(new Grid(words.either("全部企业", "all"), above(), headers, 3, rows));
        if (byGroup.size() > 1) {
            byGroup.forEach((group, members) -> grids.add(new Grid(title(group), above(),
                    headers, 3, members)));
        }
        grids.add(counts());
        if (evaluation.size() <= MOST_EXPLAINED) {
            grids.add(new Grid(words.either("逐户说明", "explanations"), above(), List.of(words.either("统一社会信用代码", "id"),
                    words.either("企业名称", "name"), words.either("说明", "explanation")), 2, evaluation.league().stream().map(it ->
                            List.of(Cell.of(it.id()), Cell.of(it.name()), Cell.of(LandExplainer.explain(evaluation.explain(it.id()), locale)))).toList()));
        }
        return grids;
    }

    /** A group by its title, as the rule has it. */
    private String title(String group) {
        String title = evaluation.rule().groups().find(group).map(Group::title).orElse("");
        return group.isEmpty() ? words.either("未分组", "no group") : title.isEmpty() ? group : title;
    }

    private Grid counts() {
        List<List<Cell>> rows = new ArrayList<>();
        evaluation.classCounts().forEach((name, count) -> rows.add(List.of(Cell.of(name, tone(name)), Cell.of(Long.toString(count), Form.PLAIN))));
        evaluation.standingCounts().forEach((standing, count) -> rows.add(List.of(Cell.of(words.of(standing)),
                Cell.of(Long.toString(count), Form.PLAIN))));
        return new Grid(words.either("户数", "counts"), above(), List.of(words.either("等级或参评状态", "class or standing"),
                words.either("户数(户)", "enterprises")), 1, rows);
    }
}
