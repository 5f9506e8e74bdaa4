package io.mubiao.render;

import io.mubiao.formula.Symbol;
import io.mubiao.land.Column;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Indicator;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.internal.ChargeColumn;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.rule.Derived;
import io.mubiao.value.Display;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The results of an evaluation as a league table (排名表), and its columns as they may leave the office. */
public final class LeagueTable {
    private LeagueTable() {}

    /** All results as text, the best first, with counts by class. */
    public static String write(Evaluation evaluation, Locale locale) {
        return write(evaluation, evaluation.size(), locale);
    }

    /** The first so many results, and the counts of all. */
    public static String write(Evaluation evaluation, int rows, Locale locale) {
        Words words = new Words(locale);
        List<String> lines = new ArrayList<>(isOfCharges(evaluation) ? charges(evaluation, rows, words) : places(evaluation, rows, words));
        lines.add(summary(evaluation, words));
        lines.addAll(new ChargeWords(words).totals(evaluation));
        if (evaluation.isTrial()) {
            lines.add(words.either("试评价，结果不具约束力", "trial: the results bind nobody"));
        }
        return Words.lines(lines);
    }

    /** Whether a rule scores and ranks nobody, and only says what follows. */
    static boolean isOfCharges(Evaluation evaluation) {
        EvaluationRule rule = evaluation.rule();
        return rule.groups().isEmpty() && rule.classes().isEmpty() && !rule.consequences().isEmpty();
    }

    private static List<String> charges(Evaluation evaluation, int rows, Words words) {
        TextTable table = TextTable.rightAligned(amounts(evaluation, 3));
        List<String> head = new ArrayList<>(List.of(words.either("企业", "enterprise"), words.either("代码", "id"), words.either("等级", "class")));
        head.addAll(headers(evaluation, words));
        table.add(head.toArray(String[]::new));
        evaluation.league().stream().limit(rows).forEach(it -> {
            List<String> row = new ArrayList<>(List.of(it.name(), it.id(), it.classInForce().orElse("—")));
            row.addAll(charges(evaluation, it.id(), words));
            table.add(row.toArray(String[]::new));
        });
        return table.lines();
    }

    private static Integer[] amounts(Evaluation evaluation, int from, Integer... others) {
        return Stream.concat(Stream.of(others), IntStream.range(from, from + evaluation.rule().consequences().size()).boxed())
                .toArray(Integer[]::new);
    }

    private static List<String> headers(Evaluation evaluation, Words words) {
        return evaluation.rule().consequences().stream().map(new ChargeWords(words)::header).toList();
    }

    private static List<String> charges(Evaluation evaluation, String id, Words words) {
        return evaluation.rule().consequences().stream().map(it -> new ChargeWords(words).narrow(evaluation, id, it).text()).toList();
    }

    private static List<String> places(Evaluation evaluation, int rows, Words words) {
        TextTable table = TextTable.rightAligned(amounts(evaluation, 8, 0, 4, 5));
        List<String> head = new ArrayList<>(List.of(words.either("名次", "place"), words.either("企业", "enterprise"), words.either("代码", "id"),
                words.either("排序组", "ranking"), words.either("参与排序", "of"), words.either("总分", "total"), words.either("初评", "initial"),
                words.either("等级", "class")));
        head.addAll(headers(evaluation, words));
        table.add(head.toArray(String[]::new));
        List<EnterpriseResult> league = evaluation.league();
        PlainNumber totals = totals(evaluation.stream());
        league.stream().limit(rows).forEach(it -> {
            List<String> row = new ArrayList<>(List.of(it.place().isPresent() ? Long.toString(it.place().getAsLong()) : "—", it.name(), it.id(),
                    it.place().isPresent() ? RankWords.group(evaluation, it.id()) : "",
                    it.places().isPresent() ? Long.toString(it.places().getAsLong()) : "—",
                    it.total().map(totals::text).orElse("—"), it.initialClass().orElse("—"),
                    it.finalClass().orElseGet(() -> label(it, evaluation, words))));
            row.addAll(charges(evaluation, it.id(), words));
            table.add(row.toArray(String[]::new));
        });
        return table.lines();
    }

    /** The totals of a table beside each other. */
    static PlainNumber totals(Stream<EnterpriseResult> results) {
        return PlainNumber.beside(results.flatMap(it -> it.total().stream()));
    }

    static String label(EnterpriseResult it, Evaluation evaluation, Words words) {
        boolean graded = it.standing() != Standing.GRADED || evaluation.rule().classes().isPresent();
        return !it.label().isEmpty() ? it.label() : graded ? words.of(it.standing()) : words.either("参评", "evaluated");
    }

    /** Counts by class with their shares, then by standing. */
    static String summary(Evaluation evaluation, Words words) {
        Map<String, Long> classes = evaluation.classCounts();
        boolean graded = classes.values().stream().anyMatch(count -> count > 0);
        Iterator<BigDecimal> shares = (graded ? Display.percents(List.copyOf(classes.values()), 1)
                : List.<BigDecimal>of()).iterator();
        String byClass = classes.entrySet().stream().map(it -> it.getKey() + " " + it.getValue()
                + (graded ? "(" + shares.next().toPlainString() + "%)" : "")).collect(Collectors.joining(" "));
        String others = evaluation.standingCounts().entrySet().stream().filter(it -> it.getKey() != Standing.GRADED)
                .map(it -> words.of(it.getKey()) + " " + it.getValue()).collect(Collectors.joining(" "));
        return words.either("共 ", "all ") + evaluation.size() + words.either(" 家", "") + (byClass.isEmpty() && others.isEmpty() ? ""
                : words.either("：", ": ")) + byClass
                + (others.isEmpty() ? "" : (byClass.isEmpty() ? "" : words.either("；", "; ")) + others);
    }

    /**
     * The columns that a profile of the rule lets out, as text; nothing else of the enterprises is in it.
     *
     * @throws NoSuchIdException if the rule has no such profile; names those it has
     */
    public static String write(Evaluation evaluation, String profile, Locale locale) {
        TextTable table = TextTable.rightAligned();
        cells(evaluation, profile, locale).forEach(row -> table.add(row.toArray(new String[0])));
        List<String> lines = new ArrayList<>(table.lines());
        if (evaluation.isTrial()) {
            lines.add(new Words(locale).either("试评价，结果不具约束力", "trial: the results bind nobody"));
        }
        return Words.lines(lines);
    }

    /**
     * The columns that a profile of the rule lets out, a header first; numbers exact where they are short decimals, else
     * half up to four decimals. Members of a merged unit have a row each, with the unit's result and figures. Who has no
     * name has an empty one, so that an id does not leave under another header.
     *
     * @throws NoSuchIdException if the rule has no such profile; names those it has
     */
    public static List<List<String>> cells(Evaluation evaluation, String profile, Locale locale) {
        return stream(evaluation, profile, locale).toList();
    }

    /** The same row by row, each made when its turn comes. */
    public static Stream<List<String>> stream(Evaluation evaluation, String profile, Locale locale) {
        List<String> columns = profile(evaluation, profile);
        Words words = new Words(locale);
        List<String> header = columns.stream().map(name -> header(evaluation.rule(), name, words)).toList();
        PlainNumber totals = columns.contains("total") ? totals(evaluation.stream()) : PlainNumber.ALONE;
        return Stream.concat(Stream.of(header), lines(evaluation).map(row(evaluation, columns, totals, words)));
    }

    /** @throws NoSuchIdException if the rule has no such profile; names those it has */
    static List<String> profile(Evaluation evaluation, String profile) {
        List<String> columns = evaluation.rule().exports().get(profile);
        if (columns == null) {
            throw new NoSuchIdException("rule '" + evaluation.rule().id() + "' has no export profile '" + profile
                    + "'; it has " + evaluation.rule().exports().keySet());
        }
        return columns;
    }

    /**
     * A row of results, by ids: there may be a great many.
     *
     * @param own the enterprise
     * @param unit whose result it is, another's where they are merged
     * @param group the group of items
     */
    record Line(String own, String unit, String group) {}

    /** All enterprises in the order of the league, those that share a result one behind the other. */
    static Stream<Line> lines(Evaluation evaluation) {
        return evaluation.league().stream().flatMap(it -> evaluation.sharing(it.id()).stream()
                .map(member -> new Line(member.equals(it.id()) ? it.id() : member, it.id(), it.group())));
    }

    /** What stands under the columns of a line; an amount that several share stands at the first of them and is counted once. */
    static Function<Line, List<String>> row(Evaluation evaluation, List<String> columns, PlainNumber totals, Words words) {
        List<Function<EnterpriseResult, String>> cells = columns.stream().map(name -> cell(evaluation, name, totals, words)).toList();
        List<Boolean> charges = columns.stream().map(name -> ChargeColumn.find(evaluation.rule(), name).isPresent()).toList();
        return line -> {
            EnterpriseResult own = evaluation.get(line.own);
            List<String> row = new ArrayList<>(cells.size());
            for (int i = 0; i < cells.size(); i++) {
                String cell = cells.get(i).apply(own);
                boolean counted = charges.get(i) && !cell.isEmpty() && !line.own.equals(line.unit);
                row.add(counted ? words.either("计入 ", "in that of ") + line.unit : cell);
            }
            return row;
        };
    }

    static String header(EvaluationRule rule, String name, Words words) {
        return switch (name) {
            case "id" -> words.either("统一社会信用代码", "id");
            case "name" -> words.either("企业名称", "name");
            case "status" -> words.either("参评状态", "status");
            case "group" -> words.either("分组", "group");
            case "total" -> words.either("总分", "total");
            case "rank" -> words.either("名次", "rank");
            case "places" -> words.either("参与排序家数", "places");
            case "initial_class" -> words.either("初评等级", "initial class");
            case "class" -> words.either("等级", "class");
            case "label" -> words.either("标注", "label");
            case "reason" -> words.either("原因", "reason");
            default -> ofRule(rule, name, words);
        };
    }

    private static String ofRule(EvaluationRule rule, String name, Words words) {
        Optional<String> column = rule.columns().find(name).map(Column::header);
        Optional<String> indicator = rule.indicators().find(name).map((Indicator it) -> withUnit(it.title(), it.unit()));
        Optional<String> derived = rule.derived().find(name).map((Derived it) -> withUnit(it.title(), it.unit()));
        Optional<String> charge = ChargeColumn.find(rule, name).map(new ChargeWords(words)::header);
        return column.or(() -> indicator).or(() -> derived).or(() -> charge).orElseGet(() -> name.startsWith("score_")
                ? words.either("得分 ", "score ") + ofRule(rule, name.substring("score_".length()), words) : name);
    }

    private static String withUnit(String title, Unit unit) {
        return unit.symbol().isEmpty() ? title : title + "(" + unit + ")";
    }

    private static Function<EnterpriseResult, String> cell(Evaluation evaluation, String name, PlainNumber totals, Words words) {
        return switch (name) {
            case "id" -> EnterpriseResult::id;
            case "name" -> it -> it.name().equals(it.id()) ? "" : it.name();
            case "status" -> it -> words.of(it.standing());
            case "group" -> EnterpriseResult::group;
            case "total" -> it -> it.total().map(totals::text).orElse("");
            case "rank" -> it -> it.place().isPresent() ? Long.toString(it.place().getAsLong()) : "";
            case "places" -> it -> it.places().isPresent() ? Long.toString(it.places().getAsLong()) : "";
            case "initial_class" -> it -> it.initialClass().orElse("");
            case "class" -> it -> it.finalClass().orElse("");
            case "label" -> EnterpriseResult::label;
            case "reason" -> it -> it.why().map(new WhyWords(words)::of).orElse("");
            default -> ofRule(evaluation, name, words);
        };
    }

    private static Function<EnterpriseResult, String> ofRule(Evaluation evaluation, String name, Words words) {
        Optional<Consequence> charge = ChargeColumn.find(evaluation.rule(), name);
        if (charge.isPresent()) {
            ChargeWords charges = new ChargeWords(words);
            return it -> charges.cell(evaluation, it.id(), charge.get());
        }
        Symbol.Kind kind = evaluation.kind(name);
        return kind == Symbol.Kind.TEXT ? it -> evaluation.text(it.id(), name).orElse("")
                : it -> evaluation.number(it.id(), name).map(number -> words.held(kind, number)).orElse("");
    }
}
