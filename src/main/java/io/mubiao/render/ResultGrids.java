package io.mubiao.render;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Status;
import io.mubiao.render.Grid.Cell;
import io.mubiao.render.Grid.Form;
import io.mubiao.render.Grid.Tone;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.View;
import io.mubiao.target.Owner;
import io.mubiao.target.Target;
import io.mubiao.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Assessments and scorecards as tables whose numbers are numbers (评估与计分表格), with every explanation in a table of its own. */
public final class ResultGrids {
    private final Words words;
    private final Locale locale;
    private final AssessmentCells cells;

    private ResultGrids(Locale locale) {
        this.locale = locale;
        words = new Words(locale);
        cells = new AssessmentCells(words);
    }

    /** A table a chapter, then the explanations; in Chinese, or for any other locale in English. */
    public static List<Grid> grids(Assessments assessments, Locale locale) {
        return new ResultGrids(locale).assessments(assessments);
    }

    /**
     * A table a view with a row a node, a table a node of the first view that has items, then the explanations; in Chinese, or
     * for any other locale in English.
     */
    public static List<Grid> grids(Scorecard card, Locale locale) {
        return new ResultGrids(locale).card(card);
    }

    /** The colour of a light by the word for it in Chinese or English. */
    static Tone light(String light) {
        String word = light.toLowerCase(Locale.ROOT);
        return word.contains("绿") || word.contains("green") ? Tone.GOOD
                : word.contains("黄") || word.contains("橙") || word.contains("yellow") || word.contains("amber") ? Tone.DOUBTFUL
                : word.contains("红") || word.contains("red") ? Tone.BAD : Tone.NONE;
    }

    static Tone tone(Status status) {
        return switch (status) {
            case MET, ON_PACE -> Tone.GOOD;
            case BEHIND, STALE, INSUFFICIENT_DATA -> Tone.DOUBTFUL;
            case BREACHED, MISSED -> Tone.BAD;
            default -> Tone.NONE;
        };
    }

    private List<Grid> assessments(Assessments assessments) {
        List<String> above = new ArrayList<>(List.of(assessments.register().title(), cells.asOf(assessments)));
        above.addAll(cells.summary(assessments));
        List<Grid> grids = new ArrayList<>();
        assessments.byChapter().forEach((chapter, members) -> grids.add(new Grid(chapter.isEmpty() ? words.either("未分章", "no chapter")
                : chapter, above, headers(false), 2, members.stream().map(it -> row(it.target().id(), it.target().title(),
                        it.target().owner().leadUnit(), Optional.of(it), List.of(), cells.remark(it))).toList())));
        grids.add(explanations(above.get(0), assessments.stream().map(it ->
                List.of(Cell.of(it.target().id()), Cell.of(it.target().title()), Cell.of(Explainer.explain(it, locale)))).toList()));
        return grids;
    }

    private Grid explanations(String title, List<List<Cell>> rows) {
        return new Grid(words.either("逐项说明", "explanations"), List.of(title + words.either("：逐项说明", ": explanations")),
                List.of(words.either("编号", "id"), words.either("目标", "target"), words.either("说明", "explanation")), 2, rows);
    }

    private List<String> headers(boolean scored) {
        List<String> headers = new ArrayList<>(List.of(words.either("编号", "id"), words.either("目标", "target"),
                words.either("责任单位", "responsible"), words.either("状态", "status"), words.either("实际", "actual"),
                words.either("单位", "unit"), words.either("要求", "required"), words.either("完成率(%)", "attained (%)"),
                words.either("超前(+)/落后(-)(天)", "ahead (+, days)")));
        if (scored) {
            headers.addAll(List.of(words.either("得分(分)", "points"), words.either("满分(分)", "of"), words.either("灯", "light")));
        }
        headers.add(words.either("说明", "remark"));
        return headers;
    }

    /** The unit that answers for a target: the one that the scorecard names, else the register's. */
    static String unit(Scorecard card, Target target) {
        Owner owner = card.rule().owners().get(target.id());
        return owner == null ? target.owner().leadUnit() : owner.leadUnit();
    }

    private List<Cell> row(String id, String title, String unit, Optional<Assessment> it, List<Cell> scored, String remark) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(id), Cell.of(title), Cell.of(unit),
                it.map(one -> Cell.of(words.of(one.status()), tone(one.status()))).orElse(Cell.of("-"))));
        String actual = it.map(cells::actual).orElse("-");
        String measure = it.flatMap(Assessment::actual).map(Quantity::unit).map(Object::toString).orElse("");
        boolean measured = !measure.isEmpty() && actual.endsWith(" " + measure);
        row.add(Cell.of(measured ? actual.substring(0, actual.length() - measure.length() - 1) : actual, Form.PLAIN));
        row.add(Cell.of(measured ? measure : ""));
        row.add(Cell.of(it.map(cells::required).orElse("-")));
        row.add(Cell.of(it.map(AssessmentCells::attainment).orElse("-"), Form.PERCENT));
        row.add(Cell.of(it.map(AssessmentCells::days).orElse("-"), Form.PLAIN));
        row.addAll(scored);
        row.add(Cell.of(remark));
        return row;
    }

    private List<Grid> card(Scorecard card) {
        Assessments assessments = card.assessments();
        List<String> above = new ArrayList<>(List.of(assessments.register().title(),
                words.either("考核办法：", "scored by: ") + card.rule().title(), cells.asOf(assessments)));
        above.addAll(cells.summary(assessments));
        List<Grid> grids = new ArrayList<>();
        for (String id : card.views()) {
            View view = card.rule().views().get(id);
            grids.add(new Grid(words.either("汇总 ", "summary ") + view.title(), above, nodeHeaders(), 2,
                    card.nodes(id).stream().map(this::node).toList()));
        }
        card.nodes(card.views().get(0)).stream().filter(node -> !node.items().isEmpty()).forEach(node -> grids.add(new Grid(name(node),
                above.subList(0, 3), headers(true), 2, node.items().stream().map(it -> item(card, it.item())).toList())));
        grids.add(explanations(above.get(0), card.stream().map(it ->
                List.of(Cell.of(it.id()), Cell.of(it.title()), Cell.of(ScoreExplainer.explain(it, locale)))).toList()));
        return grids;
    }

    private List<Cell> item(Scorecard card, ItemScore item) {
        List<Cell> scored = List.of(Cell.of(item.points().map(it -> Numbers.points(it, item.full())).orElse("-"), Form.POINTS),
                Cell.of(Numbers.four(item.full()), Form.PLAIN), item.light().map(it -> Cell.of(it, light(it))).orElse(Cell.of("-")));
        return row(item.id(), item.title(), item.assessment().map(it -> unit(card, it.target())).orElse(""), item.assessment(), scored, ScorecardTable.remark(item, words));
    }

    private List<String> nodeHeaders() {
        return List.of(words.either("名次", "place"), words.either("名称", "name"), words.either("得分(分)", "points"),
                words.either("满分(分)", "of"), words.either("等次", "grade"), words.either("灯", "light"),
                words.either("完整度(%)", "complete (%)"), words.either("计分(项)", "scored (items)"), words.either("全部(项)", "all (items)"),
                words.either("达成(项)", "met (items)"), words.either("落后(项)", "behind (items)"), words.either("逾期(项)", "missed (items)"),
                words.either("说明", "remark"));
    }

    private List<Cell> node(NodeScore node) {
        List<ItemScore> items = node.allItems().toList();
        String reason = node.reason().map(it -> words.of(it) + (node.detail().isEmpty() ? "" : "(" + words.said(node.detail()) + ")"))
                .orElse("");
        return Stream.concat(Stream.of(Cell.of(node.place().isPresent() ? Long.toString(node.place().getAsLong()) : "", Form.PLAIN),
                Cell.of(name(node)), Cell.of(node.points().map(it -> Numbers.points(it, node.full())).orElse("-"), Form.POINTS),
                Cell.of(Numbers.four(node.full()), Form.PLAIN), Cell.of(node.grade().orElse("-")),
                node.light().map(it -> Cell.of(it, light(it))).orElse(Cell.of("-")),
                Cell.of(Numbers.percent(node.completeness()), Form.PERCENT),
                whole(items.stream().filter(item -> item.points().isPresent()).count()), whole(items.size())),
                Stream.of(count(items, Status.MET), count(items, Status.BEHIND), count(items, Status.MISSED), Cell.of(reason))).toList();
    }

    private static Cell whole(long number) {
        return Cell.of(Long.toString(number), Form.PLAIN);
    }

    private static Cell count(List<ItemScore> items, Status status) {
        return whole(items.stream().filter(item -> item.assessment().filter(it -> it.status() == status).isPresent()).count());
    }

    private String name(NodeScore node) {
        return node.id().isEmpty() ? words.either("合计", "all") : words.node(node.title());
    }
}
