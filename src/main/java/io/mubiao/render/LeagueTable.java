package io.mubiao.render;

import com.google.common.collect.ImmutableSet;
import io.mubiao.formula.Symbol;
import io.mubiao.land.Column;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Indicator;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.internal.ChargeColumn;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.render.Grid.Cell;
import io.mubiao.rule.Derived;
import io.mubiao.value.Display;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The results of an evaluation as a league table (排名表), and its columns as they may leave the office. */
public final class LeagueTable {
    /** The column of those who are evaluated together; no name of a rule is like it. */
    static final String MERGED = "+merged";
    /** The column of totals as they rank, where those that are printed do not tell them apart. */
    static final String RANKING = "+ranking";
    private static final ImmutableSet<String> OF_RESULTS = ImmutableSet.of("id", "name", "status", "group", "total", "rank", "places", "initial_class",
            "class", "label", "reason", MERGED, RANKING);

    private LeagueTable() {}

    /** All results as text, the best first, with counts by class. */
    public static String write(Evaluation evaluation, Locale locale) {
        return write(evaluation, evaluation.size(), locale);
    }

    /** The first so many results, and the counts of all. */
    public static String write(Evaluation evaluation, int rows, Locale locale) {
        return write(evaluation, rows, TextTable.ANY_WIDTH, locale);
    }

    /** The same for a terminal of so many columns: long cells are cut, columns without room named. */
    public static String write(Evaluation evaluation, int rows, int width, Locale locale) {
        Words words = new Words(locale);
        TextTable table = ChargeWords.isAll(evaluation) ? new ChargeWords(words).table(evaluation, rows) : places(evaluation, rows, words);
        List<String> lines = new ArrayList<>(table.lines(width, words));
        lines.add(summary(evaluation, words));
        lines.addAll(new ChargeWords(words).totals(evaluation));
        if (evaluation.isTrial()) {
            lines.add(words.either("试评价，结果不具约束力", "trial: the results bind nobody"));
        }
        return Words.lines(TerminalText.broken(lines, width));
    }

    private static TextTable places(Evaluation evaluation, int rows, Words words) {
        List<EnterpriseResult> league = evaluation.league().stream().limit(rows).toList();
        Function<String, List<Cell>> charges = new ChargeWords(words).narrow(evaluation, league);
        PlainNumber totals = totals(evaluation.stream());
        Optional<PlainNumber> ranking = Optional.of(evaluation).filter(RankWords::hidesTotals).map(RankWords::totals);
        TextTable table = TextTable.rightAligned(ranking.isEmpty() ? ChargeWords.amounts(evaluation, 8, 0, 4, 5)
                : ChargeWords.amounts(evaluation, 9, 0, 4, 5, 6));
        List<String> head = new ArrayList<>(List.of(words.either("名次", "place"), words.either("企业", "enterprise"), words.either("代码", "id"),
                words.either("排序组", "ranking"), words.either("参与排序", "of"), words.either("总分", "total"), words.either("初评", "initial"),
                words.either("等级", "class")));
        ranking.ifPresent(it -> head.add(5, header(evaluation.rule(), RANKING, words)));
        evaluation.rule().consequences().forEach(it -> head.add(new ChargeWords(words).header(it)));
        table.add(head.toArray(String[]::new));
        Checkpoint.each(league.stream()).forEach(it -> {
            List<String> row = new ArrayList<>(List.of(it.place().isPresent() ? Long.toString(it.place().getAsLong()) : "—", it.name(), it.id(),
                    it.place().isPresent() ? RankWords.group(evaluation, it.id()) : "",
                    it.places().isPresent() ? Long.toString(it.places().getAsLong()) : "—",
                    it.total().map(totals::text).orElse("—"), it.initialClass().orElse("—"),
                    it.finalClass().orElseGet(() -> label(it, evaluation, words))));
            ranking.ifPresent(of -> row.add(5, evaluation.rankingTotal(it.id()).map(of::text).orElse("—")));
            charges.apply(it.id()).forEach(cell -> row.add(cell.text()));
            table.add(row.toArray(String[]::new));
        });
        return table;
    }

    /** The totals of a table beside each other. */
    static PlainNumber totals(Stream<EnterpriseResult> results) {
        List<Rational> totals = results.flatMap(it -> it.total().stream()).toList();
        return PlainNumber.beside(totals.stream()).column(totals.stream());
    }

    static String label(EnterpriseResult it, Evaluation evaluation, Words words) {
        return !it.label().isEmpty() ? it.label() : standing(it.standing(), evaluation, words);
    }

    static String standing(Standing it, Evaluation evaluation, Words words) {
        boolean graded = it != Standing.GRADED || evaluation.rule().classes().isPresent();
        return graded ? words.of(it) : words.either("参评", "evaluated");
    }

    /** Counts by class with their shares, then by standing. */
    static String summary(Evaluation evaluation, Words words) {
        Map<String, Long> classes = EvaluationGrids.classCounts(evaluation);
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
     * half up to four decimals. Members of a merged unit have a row each with the unit's result; its figures stand at the lead. Who has no
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
        return Stream.concat(Stream.of(header), lines(evaluation).map(Columns.outside(evaluation, words).row(columns)));
    }

    /**
     * All results, indicators, scores and amounts for the office itself, a header first, the best first; numbers as decimals. Behind a
     * column some of whose numbers have no end stands one with those in full, such as 4÷7, which no spreadsheet takes for a day.
     */
    public static Stream<List<String>> everything(Evaluation evaluation, Locale locale) {
        Words words = new Words(locale);
        Columns all = Columns.office(evaluation, words);
        List<String> columns = columns(evaluation);
        List<Boolean> rounded = columns.stream().map(all::isRounded).toList();
        Function<Line, List<String>> row = all.row(columns);
        List<String> header = columns.stream().map(name -> header(evaluation.rule(), name, words)).toList();
        return Stream.concat(Stream.of(beside(header, rounded, at -> header.get(at) + words.either("（精确值）", " (exact)"))),
                lines(evaluation).map(line -> beside(row.apply(line), rounded, at -> line.isLead() ? all.exact(line.own, columns.get(at)) : "")));
    }

    private static List<String> beside(List<String> cells, List<Boolean> more, IntFunction<String> cell) {
        return IntStream.range(0, cells.size()).boxed().flatMap(at -> more.get(at) ? Stream.of(cells.get(at), cell.apply(at)) : Stream.of(cells.get(at)))
                .toList();
    }

    private static List<String> columns(Evaluation evaluation) {
        EvaluationRule rule = evaluation.rule();
        List<String> columns = new ArrayList<>(List.of("rank", "id", "name", "status", "group", "total", "initial_class", "class", "label", "reason"));
        rule.merge().ifPresent(it -> columns.add(3, MERGED));
        if (RankWords.hidesTotals(evaluation)) {
            columns.add(columns.indexOf("total"), RANKING);
        }
        rule.indicators().forEach(it -> columns.add(it.id()));
        rule.groups().forEach(group -> group.items().stream().map(item -> "score_" + item.id()).filter(name -> !columns.contains(name))
                .forEach(columns::add));
        columns.addAll(ChargeColumn.all(rule));
        return columns;
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
    record Line(String own, String unit, String group) {
        boolean isLead() {
            return own.equals(unit);
        }
    }

    /** All enterprises in the order of the league, those that share a result one behind the other. */
    static Stream<Line> lines(Evaluation evaluation) {
        return evaluation.league().stream().flatMap(it -> evaluation.sharing(it.id()).stream()
                .map(member -> new Line(member.equals(it.id()) ? it.id() : member, it.id(), it.group())));
    }

    static String header(EvaluationRule rule, String name, Words words) {
        return switch (name) {
            case MERGED -> words.either("合并", "merged");
            case RANKING -> words.either("排序用总分", "ranking total");
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
                ? words.either("得分 ", "score ") + indicator(rule, name.substring("score_".length())) : name);
    }

    /** Points have no unit, whatever they are given for. */
    private static String indicator(EvaluationRule rule, String name) {
        return rule.indicators().find(name).map(Indicator::title).orElse(name);
    }

    /** A group by its title, as the rule has it. */
    static String group(EvaluationRule rule, String group) {
        return rule.groups().find(group).map(Group::title).filter(title -> !title.isEmpty()).orElse(group);
    }

    private static String withUnit(String title, Unit unit) {
        return unit.symbol().isEmpty() ? title : title + "(" + unit + ")";
    }

    /** What stands under the columns of results. Not thread-safe. */
    static final class Columns {
        private final Evaluation evaluation;
        private final Words words;
        private final boolean office;
        private final Map<String, PlainNumber> numbers = new HashMap<>();

        private Columns(Evaluation evaluation, Words words, boolean office) {
            this.evaluation = evaluation;
            this.words = words;
            this.office = office;
        }

        /** As they may leave the office. */
        static Columns outside(Evaluation evaluation, Words words) {
            return new Columns(evaluation, words, false);
        }

        /** For the office itself: also why somebody is out, and the numbers of a column alike. */
        static Columns office(Evaluation evaluation, Words words) {
            return new Columns(evaluation, words, true);
        }

        /** A line; an amount that several share stands at the first of them and is counted once. */
        Function<Line, List<String>> row(List<String> columns) {
            List<Function<EnterpriseResult, String>> cells = columns.stream().map(this::cell).toList();
            return line -> {
                Checkpoint.pass();
                EnterpriseResult own = evaluation.get(line.own);
                List<String> row = new ArrayList<>(cells.size());
                for (int i = 0; i < cells.size(); i++) {
                    String cell = cells.get(i).apply(own);
                    String column = columns.get(i);
                    row.add(column.equals(MERGED) ? merged(line) : line.isLead() || OF_RESULTS.contains(column) ? cell : counted(line, cell, column));
                }
                return row;
            };
        }

        private String merged(Line line) {
            List<String> others = evaluation.sharing(line.own).stream().filter(it -> !it.equals(line.unit)).toList();
            return !line.isLead() ? elsewhere(line) : others.isEmpty() ? "" : words.either("含 ", "with ") + String.join(words.either("、", ", "), others);
        }

        private String elsewhere(Line line) {
            return words.either("计入 ", "in that of ") + line.unit;
        }

        /** A figure of a unit is counted once; for the office a column of its own says where. */
        private String counted(Line line, String cell, String column) {
            return cell.isEmpty() || (office && ChargeColumn.find(evaluation.rule(), column).isEmpty()) ? "" : elsewhere(line);
        }

        private Function<EnterpriseResult, String> cell(String name) {
            return switch (name) {
                case MERGED -> it -> "";
                case RANKING -> {
                    PlainNumber totals = RankWords.totals(evaluation);
                    yield it -> evaluation.rankingTotal(it.id()).map(totals::text).orElse("");
                }
                case "id" -> EnterpriseResult::id;
                case "name" -> it -> it.name().equals(it.id()) ? "" : it.name();
                case "status" -> it -> standing(it.standing(), evaluation, words);
                case "group" -> it -> group(evaluation.rule(), it.group());
                case "total" -> {
                    PlainNumber totals = numbers(name);
                    yield it -> it.total().map(totals::text).orElse("");
                }
                case "rank" -> it -> it.place().isPresent() ? Long.toString(it.place().getAsLong()) : "";
                case "places" -> it -> it.places().isPresent() ? Long.toString(it.places().getAsLong()) : "";
                case "initial_class" -> it -> it.initialClass().orElse("");
                case "class" -> it -> it.finalClass().orElse("");
                case "label" -> EnterpriseResult::label;
                case "reason" -> it -> it.why().map(new WhyWords(words)::of).orElseGet(() -> office ? aside(it) : "");
                default -> ofRule(name);
            };
        }

        /** Why it is out, or not graded. */
        private String aside(EnterpriseResult it) {
            return it.standing() == Standing.GRADED ? "" : evaluation.explain(it.id()).scope().stream().map(new WhyWords(words)::of)
                    .collect(Collectors.joining(words.either("；", "; ")));
        }

        private Function<EnterpriseResult, String> ofRule(String name) {
            Optional<Consequence> charge = ChargeColumn.find(evaluation.rule(), name);
            if (charge.isPresent()) {
                ChargeWords charges = new ChargeWords(words);
                PlainNumber amounts = numbers(name);
                return it -> charges.cell(evaluation, it.id(), charge.get(), amounts);
            }
            Symbol.Kind kind = evaluation.kind(name);
            if (kind == Symbol.Kind.TEXT) {
                return it -> evaluation.text(it.id(), name).orElse("");
            }
            PlainNumber column = kind == Symbol.Kind.NUMBER ? numbers(name) : PlainNumber.ALONE;
            return it -> evaluation.number(it.id(), name).map(number -> kind == Symbol.Kind.NUMBER ? column.text(number) : words.held(kind, number)).orElse("");
        }

        /** How the numbers of a column are printed. */
        private PlainNumber numbers(String name) {
            if (name.equals("total")) {
                return numbers.computeIfAbsent(name, it -> totals(evaluation.stream()));
            }
            return office ? numbers.computeIfAbsent(name, it -> PlainNumber.ALONE.column(values(it))) : PlainNumber.ALONE;
        }

        private Stream<Rational> values(String name) {
            return Checkpoint.each(evaluation.ids().stream()).flatMap(id -> value(id, name).stream());
        }

        private Optional<Rational> value(String id, String name) {
            if (name.equals("total")) {
                return evaluation.get(id).total();
            }
            Optional<Consequence> charge = ChargeColumn.find(evaluation.rule(), name);
            return charge.isPresent() ? ChargeWords.amount(evaluation, id, charge.get())
                    : OF_RESULTS.contains(name) || evaluation.kind(name) != Symbol.Kind.NUMBER ? Optional.empty() : evaluation.number(id, name);
        }

        /** Whether a number of the column is not printed in full. */
        private boolean isRounded(String name) {
            return values(name).anyMatch(it -> !PlainNumber.isExact(it) && !PlainNumber.isCutOff(it));
        }

        /** The fraction that a number is if it is not printed in full, in a way that no spreadsheet takes for a day. */
        private String exact(String id, String name) {
            return value(id, name).filter(it -> !PlainNumber.isExact(it) && !PlainNumber.isCutOff(it)).map(it -> it.toString().replace('/', '÷'))
                    .map(it -> it.startsWith("-") ? "(" + it.replace("÷", ")÷") : it).orElse("");
        }
    }
}
