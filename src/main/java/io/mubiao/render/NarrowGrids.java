package io.mubiao.render;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Status;
import io.mubiao.formula.Symbol;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.Why;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.render.Grid.Cell;
import io.mubiao.render.Grid.Form;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Registers, results and rolls as tables of few columns for a terminal (窄表), which {@link TerminalText} writes; what matters most
 * stands left. In Chinese, or for any other locale in English.
 */
public final class NarrowGrids {
    private static final Set<Status> BEHIND = EnumSet.of(Status.BREACHED, Status.MISSED, Status.BEHIND);

    private final Words words;
    private final AssessmentCells cells;

    private NarrowGrids(Locale locale) {
        words = new Words(locale);
        cells = new AssessmentCells(words);
    }

    /** The targets of a register with what they require. */
    public static Grid targets(Register register, Locale locale) {
        return new NarrowGrids(locale).of(register);
    }

    /** How each target stands. */
    public static Grid standings(Assessments assessments, Locale locale) {
        NarrowGrids narrow = new NarrowGrids(locale);
        return narrow.grid(narrow.above(assessments), narrow.headers(), assessments.stream().map(it -> narrow.row(it.target(), Optional.of(it)))
                .toList());
    }

    /** How each item stands, with points and light. */
    public static Grid items(Scorecard card, Locale locale) {
        NarrowGrids narrow = new NarrowGrids(locale);
        List<String> headers = new ArrayList<>(narrow.headers());
        headers.addAll(3, List.of(narrow.words.either("得分", "points"), narrow.words.either("灯", "light")));
        return narrow.grid(narrow.above(card), headers, card.stream().map(narrow::item).toList());
    }

    /**
     * The nodes of a view of a scorecard, by place where they have places.
     *
     * @throws NoSuchIdException if there is no such view
     */
    public static Grid nodes(Scorecard card, String view, Locale locale) {
        return new NarrowGrids(locale).of(card, view);
    }

    /** The targets that are behind, overdue or breached, the worst first: how much there is, how much was owed by now. */
    public static Grid behind(Assessments assessments, Locale locale) {
        return new NarrowGrids(locale).behind(assessments, it -> it.target().owner().leadUnit());
    }

    /** The same with the units that the scorecard names. */
    public static Grid behind(Scorecard card, Locale locale) {
        return new NarrowGrids(locale).behind(card.assessments(), it -> ResultGrids.unit(card, it.target()));
    }

    /** The results of an evaluation, the best first. */
    public static Grid league(Evaluation evaluation, Locale locale) {
        return new NarrowGrids(locale).of(evaluation);
    }

    /** Those whose class is the last or whom nobody can tell, the last place first. */
    public static Grid last(Evaluation evaluation, Locale locale) {
        return new NarrowGrids(locale).lastOf(evaluation);
    }

    /** The enterprises of a roll with the columns of its rule that it has, as readers of rolls know them. */
    public static Grid roll(EvaluationRule rule, Roll roll, Locale locale) {
        return new NarrowGrids(locale).of(rule, roll);
    }

    private Grid grid(List<String> above, List<String> headers, List<List<Cell>> rows) {
        return new Grid(words.either("结果", "results"), above, headers, Math.min(2, headers.size()), rows);
    }

    private Grid of(Register register) {
        RequirementWords requirement = new RequirementWords(words);
        List<List<Cell>> rows = register.stream().map(it -> Stream.of(it.id(), it.title(), requirement.of(it.goal()),
                it.deadline().original().toString(), it.owner().leadUnit()).map(Cell::of).toList()).toList();
        return grid(List.of(register.title().isEmpty() ? register.id() : register.title()), List.of(words.either("编号", "id"),
                words.either("目标", "target"), words.either("要求", "required"), words.either("期限", "due"),
                words.either("责任单位", "responsible")), rows);
    }

    private List<String> above(Assessments assessments) {
        List<String> above = new ArrayList<>(List.of(assessments.register().title() + " " + cells.asOf(assessments)));
        above.addAll(cells.summary(assessments));
        return above;
    }

    private List<String> above(Scorecard card) {
        List<String> above = above(card.assessments());
        above.add(1, words.either("考核办法：", "scored by: ") + card.rule().title());
        return above;
    }

    private List<String> headers() {
        return List.of(words.either("编号", "id"), words.either("目标", "target"), words.either("状态", "status"), words.either("实际", "actual"),
                words.either("要求", "required"), words.either("完成率", "attained"), words.either("超前/落后", "ahead/behind"));
    }

    private List<Cell> row(Target target, Optional<Assessment> it) {
        return List.of(Cell.of(target.id()), Cell.of(target.title()),
                it.map(one -> Cell.of(words.of(one.status()), ResultGrids.tone(one.status()))).orElse(Cell.of("-")),
                Cell.of(it.map(cells::actual).orElse("-")), Cell.of(it.map(cells::required).orElse("-")),
                Cell.of(it.map(AssessmentCells::attainment).orElse("-"), Form.PERCENT), Cell.of(it.map(this::days).orElse("-")));
    }

    private String days(Assessment it) {
        String days = AssessmentCells.days(it);
        return days.equals("-") ? days : days + words.either(" 天", " days");
    }

    private List<Cell> item(ItemScore item) {
        List<Cell> row = new ArrayList<>(item.assessment().map(it -> row(it.target(), Optional.of(it)))
                .orElseGet(() -> Stream.of(item.id(), item.title(), "-", "-", "-", "-", "-").map(Cell::of).toList()));
        row.set(1, Cell.of(item.title()));
        row.addAll(3, List.of(Cell.of(item.points().map(it -> Numbers.points(it, item.full()) + "/" + Numbers.four(item.full())).orElse("-")),
                item.light().map(it -> Cell.of(it, ResultGrids.light(it))).orElse(Cell.of("-"))));
        return row;
    }

    private Grid of(Scorecard card, String view) {
        List<NodeScore> nodes = card.nodes(view).stream()
                .sorted(Comparator.comparing(it -> it.id().isEmpty() ? -1 : it.place().orElse(Long.MAX_VALUE))).toList();
        List<String> headers = new ArrayList<>(List.of(words.either("名称", "name"), words.either("得分", "points"),
                words.either("等次", "grade"), words.either("灯", "light"), words.either("达成", "met"), words.either("落后", "behind"),
                words.either("逾期", "missed"), words.either("全部", "all")));
        boolean ranked = nodes.stream().anyMatch(it -> it.place().isPresent());
        if (ranked) {
            headers.add(0, words.either("名次", "place"));
        }
        return grid(List.of(card.rule().views().get(view).title()), headers, nodes.stream().map(it -> node(it, ranked)).toList());
    }

    private List<Cell> node(NodeScore node, boolean ranked) {
        List<Assessment> all = node.allItems().flatMap(it -> it.assessment().stream()).toList();
        List<Cell> row = new ArrayList<>(List.of(Cell.of(node.id().isEmpty() ? words.either("合计", "all") : words.node(node.title())),
                Cell.of(node.points().map(it -> Numbers.points(it, node.full()) + "/" + Numbers.four(node.full())).orElse("-")),
                Cell.of(node.grade().orElse("-")), node.light().map(it -> Cell.of(it, ResultGrids.light(it))).orElse(Cell.of("-")),
                count(all, Status.MET), count(all, Status.BEHIND), count(all, Status.MISSED), whole(node.allItems().count())));
        if (ranked) {
            row.add(0, node.place().isPresent() ? whole(node.place().getAsLong()) : Cell.of(""));
        }
        return row;
    }

    private static Cell count(List<Assessment> all, Status status) {
        return whole(all.stream().filter(it -> it.status() == status).count());
    }

    private static Cell whole(long number) {
        return Cell.of(Long.toString(number), Form.PLAIN);
    }

    private Grid behind(Assessments assessments, Function<Assessment, String> unit) {
        List<Assessment> late = assessments.stream().filter(it -> BEHIND.contains(it.status()))
                .sorted(Comparator.comparing((Assessment it) -> it.status() == Status.BREACHED ? 0 : it.status() == Status.MISSED ? 1 : 2)
                        .thenComparing(it -> it.daysAhead().orElse(Long.MAX_VALUE))).toList();
        Map<Status, Long> counts = late.stream().collect(Collectors.groupingBy(Assessment::status,
                () -> new java.util.EnumMap<>(Status.class), Collectors.counting()));
        String told = counts.isEmpty() ? words.either("没有落后的目标", "no target is behind") : counts.entrySet().stream()
                .map(it -> words.of(it.getKey()) + " " + it.getValue()).collect(Collectors.joining(words.either("，", ", ")));
        List<String> units = late.stream().map(unit).filter(it -> !it.isEmpty())
                .collect(Collectors.groupingBy(it -> it, java.util.TreeMap::new, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed()).map(it -> it.getKey() + " " + it.getValue()).toList();
        List<String> above = new ArrayList<>(List.of(cells.asOf(assessments) + words.either("：", ": ") + told));
        if (!units.isEmpty()) {
            above.add(words.either("按单位：", "by unit: ") + String.join(words.either("，", ", "), units));
        }
        return grid(above, List.of(words.either("编号", "id"), words.either("目标", "target"), words.either("状态", "status"),
                words.either("实际", "actual"), words.either("至今应完成", "owed by now"), words.either("落后", "behind"),
                words.either("责任单位", "responsible"), words.either("要求", "required"), words.either("说明", "remark")),
                late.stream().map(it -> late(it, unit.apply(it))).toList());
    }

    private List<Cell> late(Assessment it, String unit) {
        String days = it.daysAhead().isPresent() && it.daysAhead().getAsLong() < 0
                ? -it.daysAhead().getAsLong() + words.either(" 天", " days") : "-";
        return List.of(Cell.of(it.target().id()), Cell.of(it.target().title()), Cell.of(words.of(it.status()), ResultGrids.tone(it.status())),
                Cell.of(cells.actual(it)), Cell.of(it.expected().map(Numbers::of).orElse("-")), Cell.of(days), Cell.of(unit),
                Cell.of(cells.required(it)), Cell.of(cells.remark(it)));
    }

    private Grid lastOf(Evaluation evaluation) {
        List<String> classes = List.copyOf(evaluation.classCounts().keySet());
        String worst = classes.isEmpty() ? "" : classes.get(classes.size() - 1);
        boolean ofCharges = ChargeWords.isAll(evaluation);
        List<EnterpriseResult> late = evaluation.stream().filter(it -> it.standing() == Standing.UNDECIDED
                        || it.finalClass().filter(worst::equals).isPresent() || (ofCharges && lacksAmount(evaluation, it)))
                .sorted(Comparator.comparing((EnterpriseResult it) -> it.place().orElse(Long.MAX_VALUE)).reversed()).toList();
        String who = ofCharges ? words.either("不能判定或金额算不出的", "undecided or without an amount")
                : worst.isEmpty() ? words.either("不能判定的", "undecided") : words.either(worst + " 类和不能判定的", "of class " + worst + " or undecided");
        return of(evaluation, late, List.of(late.isEmpty() ? words.either("没有" + who + "企业", "no enterprise is " + who)
                : worst.isEmpty() ? words.either(who + " " + late.size() + " 家", late.size() + " " + who)
                : words.either(who + " " + late.size() + " 家，末位在前", late.size() + " " + who + ", the last place first")));
    }

    private static boolean lacksAmount(Evaluation evaluation, EnterpriseResult it) {
        return evaluation.charges(it.id()).stream().anyMatch(charge -> charge.why().map(Why::kind)
                .filter(EnumSet.of(Why.Kind.NO_AMOUNT, Why.Kind.NO_CONCERN, Why.Kind.NO_RATE)::contains).isPresent());
    }

    private Grid of(Evaluation evaluation) {
        return of(evaluation, evaluation.league(), Stream.concat(Stream.of(LeagueTable.summary(evaluation, words)),
                new ChargeWords(words).totals(evaluation).stream()).toList());
    }

    private Grid of(Evaluation evaluation, List<EnterpriseResult> results, List<String> told) {
        boolean groups = evaluation.stream().map(it -> RankWords.group(evaluation, it.id())).distinct().count() > 1;
        PlainNumber totals = LeagueTable.totals(results.stream());
        ChargeWords charges = new ChargeWords(words);
        Function<String, List<Cell>> amounts = charges.narrow(evaluation, results);
        List<String> headers = new ArrayList<>(ChargeWords.isAll(evaluation) ? List.of(words.either("企业", "enterprise"),
                words.either("代码", "id"), words.either("等级", "class")) : List.of(words.either("名次", "place"), words.either("企业", "enterprise"),
                words.either("代码", "id"), words.either("总分", "total"), words.either("等级", "class"), words.either("初评", "initial")));
        evaluation.rule().consequences().forEach(it -> headers.add(charges.header(it)));
        boolean ranking = RankWords.hidesTotals(evaluation);
        if (ranking) {
            headers.add(LeagueTable.header(evaluation.rule(), LeagueTable.RANKING, words));
        }
        if (groups) {
            headers.add(words.either("排序组", "ranking"));
        }
        List<String> above = new ArrayList<>(List.of((evaluation.rule().title().isEmpty() ? evaluation.rule().id() : evaluation.rule().title())
                + (evaluation.isTrial() ? words.either("（试评价）", " (trial)") : "")));
        above.addAll(told);
        Optional<PlainNumber> all = ranking ? Optional.of(RankWords.totals(evaluation)) : Optional.empty();
        return grid(above, headers, results.stream().map(it -> row(evaluation, it, totals, groups, amounts, all)).toList());
    }

    private List<Cell> row(Evaluation evaluation, EnterpriseResult it, PlainNumber totals, boolean groups,
            Function<String, List<Cell>> amounts, Optional<PlainNumber> ranking) {
        List<Cell> row = new ArrayList<>(ChargeWords.isAll(evaluation)
                ? List.of(Cell.of(it.name()), Cell.of(it.id()), Cell.of(it.classInForce().orElse("—"))) : result(evaluation, it, totals));
        row.addAll(amounts.apply(it.id()));
        ranking.ifPresent(all -> row.add(Cell.of(evaluation.rankingTotal(it.id()).map(all::text).orElse("—"), Form.PLAIN)));
        if (groups) {
            row.add(Cell.of(it.place().isPresent() ? RankWords.group(evaluation, it.id()) : ""));
        }
        return row;
    }

    private List<Cell> result(Evaluation evaluation, EnterpriseResult it, PlainNumber totals) {
        return List.of(it.place().isPresent() ? whole(it.place().getAsLong()) : Cell.of("—"), Cell.of(it.name()),
                Cell.of(it.id()), it.total().map(total -> Cell.of(totals.text(total), Form.PLAIN)).orElse(Cell.of("—")),
                Cell.of(it.finalClass().orElseGet(() -> LeagueTable.label(it, evaluation, words))), Cell.of(it.initialClass().orElse("—")));
    }

    private Grid of(EvaluationRule rule, Roll roll) {
        List<Column> columns = rule.columns().stream().filter(it -> roll.columns().contains(it.id())).toList();
        List<String> headers = Stream.concat(Stream.of(words.either("统一社会信用代码", "id"), words.either("企业名称", "name")),
                columns.stream().map(Column::header)).toList();
        return grid(List.of(), headers, roll.stream().map(row -> Stream.concat(Stream.of(Cell.of(row.id()),
                Cell.of(row.name().equals(row.id()) ? "" : row.name())), columns.stream().map(it -> cell(it, row))).toList()).toList());
    }

    private Cell cell(Column column, Roll.Row row) {
        if (column.kind() == Symbol.Kind.TEXT) {
            return Cell.of(row.text(column.id()).orElse(""));
        }
        return row.number(column.id()).map(it -> Cell.of(column.kind(), words.held(column.kind(), it))).orElse(Cell.of(""));
    }
}
