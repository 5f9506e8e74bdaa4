package io.mubiao.render;

import io.mubiao.formula.Symbol;
import io.mubiao.land.Column;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Indicator;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Standing;
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
        if (evaluation.isTrial()) {
            lines.add(words.either("试评价，结果不具约束力", "trial: the results bind nobody"));
        }
        return Words.lines(lines);
    }

    /** Whether a rule scores and ranks nobody, and only says what follows. */
    private static boolean isOfCharges(Evaluation evaluation) {
        EvaluationRule rule = evaluation.rule();
        return rule.groups().isEmpty() && rule.classes().isEmpty() && !rule.consequences().isEmpty();
    }

    private static List<String> charges(Evaluation evaluation, int rows, Words words) {
        List<Consequence> all = evaluation.rule().consequences().stream().toList();
        TextTable table = TextTable.rightAligned(IntStream.range(3, 3 + all.size()).boxed().toArray(Integer[]::new));
        List<String> head = new ArrayList<>(List.of(words.either("企业", "enterprise"), words.either("代码", "id"), words.either("等级", "class")));
        all.forEach(it -> head.add(words.of(it.kind()) + " " + it.title()));
        table.add(head.toArray(String[]::new));
        evaluation.league().stream().limit(rows).forEach(it -> {
            List<String> row = new ArrayList<>(List.of(it.name(), it.id(), it.classInForce().orElse("—")));
            List<Charge> charges = evaluation.charges(it.id());
            all.forEach(each -> row.add(charges.stream().filter(charge -> charge.consequence().id().equals(each.id())).findFirst()
                    .map(charge -> charge.amount().map(PlainNumber::of).orElseGet(() -> words.either("不计", "none"))).orElse("—")));
            table.add(row.toArray(String[]::new));
        });
        return table.lines();
    }

    private static List<String> places(Evaluation evaluation, int rows, Words words) {
        TextTable table = TextTable.rightAligned(0, 4, 5);
        table.add(words.either("名次", "place"), words.either("企业", "enterprise"), words.either("代码", "id"),
                words.either("排序组", "ranking"), words.either("参与排序", "of"), words.either("总分", "total"), words.either("初评", "initial"),
                words.either("等级", "class"));
        List<EnterpriseResult> league = evaluation.league();
        PlainNumber totals = totals(league);
        league.stream().limit(rows).forEach(it -> table.add(
                it.place().isPresent() ? Long.toString(it.place().getAsLong()) : "—", it.name(), it.id(),
                it.place().isPresent() ? RankWords.group(evaluation, it.id()) : "",
                it.places().isPresent() ? Long.toString(it.places().getAsLong()) : "—",
                it.total().map(totals::text).orElse("—"), it.initialClass().orElse("—"),
                it.finalClass().orElseGet(() -> label(it, evaluation, words))));
        return table.lines();
    }

    /** The totals of a table beside each other. */
    static PlainNumber totals(List<EnterpriseResult> results) {
        return PlainNumber.beside(results.stream().flatMap(it -> it.total().stream()));
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
        List<String> columns = evaluation.rule().exports().get(profile);
        if (columns == null) {
            throw new NoSuchIdException("rule '" + evaluation.rule().id() + "' has no export profile '" + profile
                    + "'; it has " + evaluation.rule().exports().keySet());
        }
        Words words = new Words(locale);
        List<String> header = columns.stream().map(name -> header(evaluation.rule(), name, words)).toList();
        List<EnterpriseResult> league = evaluation.league();
        PlainNumber totals = columns.contains("total") ? totals(league) : PlainNumber.ALONE;
        return Stream.concat(Stream.of(header), league.stream().flatMap(it -> evaluation.sharing(it.id()).stream()
                .map(member -> member.equals(it.id()) ? it : evaluation.get(member))
                .map(own -> columns.stream().map(name -> cell(evaluation, own, name, totals, words)).toList())));
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
        return column.or(() -> indicator).or(() -> derived).orElseGet(() -> name.startsWith("score_")
                ? words.either("得分 ", "score ") + ofRule(rule, name.substring("score_".length()), words) : name);
    }

    private static String withUnit(String title, Unit unit) {
        return unit.symbol().isEmpty() ? title : title + "(" + unit + ")";
    }

    static String cell(Evaluation evaluation, EnterpriseResult it, String name, PlainNumber totals, Words words) {
        return switch (name) {
            case "id" -> it.id();
            case "name" -> it.name().equals(it.id()) ? "" : it.name();
            case "status" -> words.of(it.standing());
            case "group" -> it.group();
            case "total" -> it.total().map(totals::text).orElse("");
            case "rank" -> it.place().isPresent() ? Long.toString(it.place().getAsLong()) : "";
            case "places" -> it.places().isPresent() ? Long.toString(it.places().getAsLong()) : "";
            case "initial_class" -> it.initialClass().orElse("");
            case "class" -> it.finalClass().orElse("");
            case "label" -> it.label();
            case "reason" -> it.why().map(new WhyWords(words)::of).orElse("");
            default -> evaluation.kind(name) == Symbol.Kind.TEXT ? evaluation.text(it.id(), name).orElse("")
                    : evaluation.number(it.id(), name).map(number -> words.held(evaluation.kind(name), number)).orElse("");
        };
    }
}
