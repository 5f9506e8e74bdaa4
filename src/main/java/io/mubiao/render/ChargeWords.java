package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.question.ChargeMove;
import io.mubiao.land.question.ChargeTotals;
import io.mubiao.land.question.EvaluationDiff;
import io.mubiao.render.Grid.Cell;
import io.mubiao.render.Grid.Form;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a class costs or brings, in words. */
final class ChargeWords {
    private final Words words;
    private final Trace.@Nullable Worked base;

    ChargeWords(Words words) {
        this(words, null);
    }

    /** @param base what the rate was applied to, worked out; null if nobody can tell */
    ChargeWords(Words words, Trace.@Nullable Worked base) {
        this.words = words;
        this.base = base;
    }

    String of(Charge it) {
        Consequence consequence = it.consequence();
        return words.of(consequence.kind()) + " " + consequence.title() + ground(it)
                + words.either("：", ": ") + it.amount().map(amount -> amount(it, amount)).orElseGet(() -> none(it))
                + (consequence.trial() ? words.either("（草案或试行，不具约束力）", " (draft or trial, binds nobody)") : "");
    }

    /** What stands above a column of amounts: which way the money goes, the title, and the unit. */
    String header(Consequence it) {
        return title(it) + (it.unit().symbol().isEmpty() ? "" : "(" + it.unit() + ")");
    }

    String title(Consequence it) {
        String kind = words.of(it.kind());
        return (it.title().contains(kind) ? it.title() : kind + " " + it.title())
                + (it.trial() ? words.either("（草案或试行，不具约束力）", " (draft or trial, binds nobody)") : "");
    }

    /** The amount of an enterprise without its unit, or why there is none; empty where it is not concerned. */
    String cell(Evaluation evaluation, String id, Consequence of, PlainNumber column) {
        return charge(evaluation, id, of)
                .map(it -> it.amount().map(amount -> column.text(amount.amount())).orElseGet(() -> none(it))).orElse("");
    }

    /** Whether a rule scores and ranks nobody, and only says what follows. */
    static boolean isAll(Evaluation evaluation) {
        EvaluationRule rule = evaluation.rule();
        return rule.groups().isEmpty() && rule.classes().isEmpty() && !rule.consequences().isEmpty();
    }

    /** The columns of amounts, from one on, and others. */
    static Integer[] amounts(Evaluation evaluation, int from, Integer... others) {
        return Stream.concat(Stream.of(others), IntStream.range(from, from + evaluation.rule().consequences().size()).boxed())
                .toArray(Integer[]::new);
    }

    /** So many enterprises with their amounts alone. */
    TextTable table(Evaluation evaluation, int rows) {
        TextTable table = TextTable.rightAligned(amounts(evaluation, 3));
        List<String> head = new ArrayList<>(List.of(words.either("企业", "enterprise"), words.either("代码", "id"), words.either("等级", "class")));
        evaluation.rule().consequences().forEach(it -> head.add(header(it)));
        table.add(head.toArray(String[]::new));
        List<EnterpriseResult> league = evaluation.league().stream().limit(rows).toList();
        Function<String, List<Cell>> charges = narrow(evaluation, league);
        league.forEach(it -> table.add(Stream.concat(Stream.of(it.name(), it.id(), it.classInForce().orElse("—")),
                charges.apply(it.id()).stream().map(Cell::text)).toArray(String[]::new)));
        return table;
    }

    /** The amounts of each of these by its id in a few characters, those of a consequence with as many decimals as each other. */
    Function<String, List<Cell>> narrow(Evaluation evaluation, List<EnterpriseResult> results) {
        List<Consequence> all = evaluation.rule().consequences().stream().toList();
        List<PlainNumber> columns = all.stream().map(of -> PlainNumber.ALONE.column(results.stream()
                .flatMap(it -> amount(evaluation, it.id(), of).stream()))).toList();
        return id -> IntStream.range(0, all.size()).mapToObj(at -> narrow(evaluation, id, all.get(at), columns.get(at))).toList();
    }

    private Cell narrow(Evaluation evaluation, String id, Consequence of, PlainNumber column) {
        return charge(evaluation, id, of).map(it -> it.amount().map(amount -> Cell.of(column.text(amount.amount()), Form.PLAIN))
                .orElseGet(() -> Cell.of(words.either("不计", "none")))).orElse(Cell.of("—"));
    }

    static Optional<Rational> amount(Evaluation evaluation, String id, Consequence of) {
        return charge(evaluation, id, of).flatMap(Charge::amount).map(Quantity::amount);
    }

    /** The amount before and after, or why there is none. */
    String moved(ChargeMove it) {
        return title(it.consequence()) + " " + said(it.before()) + words.either(" → ", " -> ") + said(it.after());
    }

    private String said(Optional<Charge> charge) {
        return charge.map(it -> it.amount().map(PlainNumber::of).orElseGet(() -> none(it))).orElse("—");
    }

    /** How many amounts differ between two evaluations, and what all come to. */
    String differ(EvaluationDiff.Amounts it) {
        return title(it.consequence()) + words.either("：" + it.enterprises() + " 户金额不同，合计 ", ": amounts that differ " + it.enterprises() + ", all ")
                + it.before().map(PlainNumber::of).orElse("—") + words.either(" → ", " -> ") + it.after().map(PlainNumber::of).orElse("—");
    }

    private static Optional<Charge> charge(Evaluation evaluation, String id, Consequence of) {
        return evaluation.charges(id).stream().filter(it -> it.consequence().id().equals(of.id())).findFirst();
    }

    /** What the amounts of each consequence come to, a line each, by class. */
    List<String> totals(Evaluation evaluation) {
        if (evaluation.rule().consequences().isEmpty()) {
            return List.of();
        }
        ChargeTotals totals = ChargeTotals.of(evaluation);
        return evaluation.rule().consequences().stream().map(it -> {
            String byClass = totals.byClass(it.id()).entrySet().stream().map(by -> className(by.getKey()) + " " + total(by.getValue()))
                    .collect(Collectors.joining(words.either("，", ", ")));
            return title(it) + words.either("：合计 ", ": all ") + total(totals.all(it.id()))
                    + (byClass.isEmpty() ? "" : words.either("；", "; ") + byClass);
        }).toList();
    }

    private String total(ChargeTotals.Sum sum) {
        return PlainNumber.of(sum.amount()) + words.either("（" + sum.enterprises() + " 户", " (enterprises: " + sum.enterprises())
                + (sum.without() == 0 ? "" : words.either("，另不计 " + sum.without() + " 户", ", without an amount: " + sum.without()))
                + words.either("）", ")");
    }

    private String className(String name) {
        return name.isEmpty() ? words.either("无等级", "no class") : name;
    }

    /** The same as a table: the classes below each other, the consequences beside each other. */
    Grid totals(Evaluation evaluation, List<String> above) {
        ChargeTotals totals = ChargeTotals.of(evaluation);
        List<Consequence> all = evaluation.rule().consequences().stream().toList();
        List<String> headers = new ArrayList<>(List.of(words.either("执行等级", "class in force")));
        all.forEach(it -> headers.addAll(List.of(words.either("户数(户)：", "enterprises: ") + title(it), header(it),
                words.either("不计(户)：", "without an amount: ") + title(it))));
        Set<String> names = new LinkedHashSet<>(evaluation.classCounts().keySet());
        all.forEach(it -> names.addAll(totals.byClass(it.id()).keySet()));
        if (names.remove("")) {
            names.add("");
        }
        List<PlainNumber> columns = all.stream().map(it -> PlainNumber.ALONE.column(Stream.concat(totals.byClass(it.id()).values().stream(),
                Stream.of(totals.all(it.id()))).map(sum -> sum.amount().amount()))).toList();
        List<List<Cell>> rows = new ArrayList<>();
        names.forEach(name -> rows.add(row(className(name), columns, all.stream().map(it ->
                Optional.ofNullable(totals.byClass(it.id()).get(name))).toList())));
        rows.add(row(words.either("合计", "all"), columns, all.stream().map(it -> Optional.of(totals.all(it.id()))).toList()));
        return new Grid(words.either("政策金额", "amounts"), above, headers, 1, rows);
    }

    private static List<Cell> row(String name, List<PlainNumber> columns, List<Optional<ChargeTotals.Sum>> sums) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(name)));
        for (int i = 0; i < sums.size(); i++) {
            Optional<ChargeTotals.Sum> sum = sums.get(i);
            row.addAll(Stream.of(sum.map(it -> Long.toString(it.enterprises())).orElse("0"),
                    columns.get(i).text(sum.map(it -> it.amount().amount()).orElse(Rational.ZERO)),
                    sum.map(it -> Long.toString(it.without())).orElse("0")).map(it -> Cell.of(it, Form.PLAIN)).toList());
        }
        return row;
    }

    /** The class and for how long, or the test that gave the rate. */
    private String ground(Charge it) {
        boolean alone = it.consequence().cases().size() == 1 && it.test().isEmpty();
        boolean untold = it.amount().isEmpty() && it.test().isEmpty();
        if (alone || (it.consequence().cases().isEmpty() ? it.className().isEmpty() : untold)) {
            return "";
        }
        if (it.consequence().cases().isEmpty()) {
            return words.either("，连续 " + it.years() + " 年 " + it.className(),
                    ", " + it.className() + " for " + it.years() + (it.years() == 1 ? " year" : " years"));
        }
        return words.either("，", ", ") + it.test().map(test -> new ClassWords(words).test(test, it.operands()))
                .orElse(words.either("其余", "all others"));
    }

    private String amount(Charge it, Quantity amount) {
        Quantity rate = it.rate().orElseThrow();
        Quantity base = inUnitOfRate(it, it.base().orElseThrow());
        Quantity applied = it.otherRate().map(other -> applied(it, rate, other)).orElse(rate);
        boolean exact = Stream.of(applied, base, amount).allMatch(each -> PlainNumber.isExact(each.amount()));
        return PlainNumber.of(applied) + it.otherRate().map(other -> other(it, rate, other)).orElse("") + " × "
                + bracketed(base) + (exact ? " = " : " ≈ ") + PlainNumber.of(amount) + worked(base);
    }

    private static String bracketed(Quantity base) {
        return base.amount().signum() < 0 ? "(" + PlainNumber.of(base) + ")" : PlainNumber.of(base);
    }

    /** The base in what the rate is for each of, 800000 kWh rather than so many of 吨标煤·kWh/吨标煤; as it is where that says nothing. */
    private static Quantity inUnitOfRate(Charge it, Quantity base) {
        Unit rate = it.consequence().rateUnit();
        int each = rate.symbol().indexOf('/');
        Optional<Unit> unit = rate.isShare() ? Optional.of(it.consequence().unit())
                : each < 0 ? Optional.empty() : Units.builtIn().find(rate.symbol().substring(each + 1));
        return unit.filter(to -> base.unit().symbol().contains("·") && base.unit().isCompatibleWith(to)).map(base::in).orElse(base);
    }

    /** How the base was worked out of more than one figure. */
    private String worked(Quantity shown) {
        if (base == null || !(base.formula().expr() instanceof Expr.Call)) {
            return "";
        }
        String numbers = PlainFormula.numbers(words, base.operands()).whole(base.formula());
        return numbers.equals(PlainNumber.of(shown)) ? "" : words.either("（", " (") + PlainNumber.of(shown) + " = "
                + PlainFormula.titles(words, base.operands()).whole(base.formula()) + Equation.sign(base) + numbers + words.either("）", ")");
    }

    private static Quantity applied(Charge it, Quantity rate, Quantity other) {
        boolean max = it.consequence().stacking().orElseThrow().max();
        return max ? rate.amount().compareTo(other.amount()) < 0 ? other : rate : rate.plus(other);
    }

    /** The two rates that the applied one is of. */
    private String other(Charge it, Quantity rate, Quantity other) {
        boolean max = it.consequence().stacking().orElseThrow().max();
        return words.either("（本项 ", " (its own rate ") + PlainNumber.of(rate) + words.either("，另一价差 ", ", the other ") + PlainNumber.of(other)
                + (max ? words.either("，取高", ", the larger") : words.either("，相加", ", the sum"))
                + words.either("）", ")");
    }

    private String none(Charge it) {
        String why = it.why().map(new WhyWords(words)::of).orElse("");
        return words.either("不计（" + why + "）", "none (" + why + ")");
    }
}
