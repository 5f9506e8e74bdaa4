package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
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

/** What a class costs or brings, in words. */
final class ChargeWords {
    private final Words words;

    ChargeWords(Words words) {
        this.words = words;
    }

    /** What follows from a class, with what it is worked out of, or that it does not apply; and why. */
    String of(Explanation it, Charge.Ground ground) {
        Consequence consequence = ground.consequence();
        Optional<Charge> charge = it.charges().stream().filter(one -> one.consequence().id().equals(consequence.id())).findFirst();
        Optional<Trace.Worked> base = it.bases().stream().filter(one -> one.name().equals(consequence.id())).findFirst();
        List<String> notes = notes(ground, charge);
        return words.of(consequence.kind()) + " " + consequence.title() + charge.map(one -> by(one, ground)).orElseGet(() -> className(ground))
                + words.either("：", ": ") + charge.map(one -> one.amount().map(amount -> amount(one, ground, base, amount)).orElseGet(() -> none(one)))
                        .orElse(words.either("不适用", "does not apply"))
                + (notes.isEmpty() ? "" : words.either("（", " (") + String.join(words.either("；", "; "), notes) + words.either("）", ")"))
                + (consequence.trial() ? words.either("（草案或试行，不具约束力）", " (draft or trial, binds nobody)") : "");
    }

    /** Whom it concerns and whether that is so, and what the rate comes of. */
    private List<String> notes(Charge.Ground it, Optional<Charge> charge) {
        List<String> notes = new ArrayList<>();
        it.test().ifPresent(test -> notes.add(words.either("适用条件 ", "it applies if ") + condition(test, it.operands())
                + words.either("，", ", ") + it.concerned().map(holds -> holds ? words.either("符合", "which is so") : words.either("不符合", "which is not so"))
                        .orElse(words.either("不能判定", "which cannot be decided"))));
        it.rest().ifPresent(rest -> notes.add(words.either("前列条件均不符合：", "none of the conditions before holds: ")
                + new ClassWords(words).test(rest, it.operands())));
        Optional<Charge> paid = charge.filter(one -> one.rate().isPresent());
        paid.flatMap(one -> it.fraction()).ifPresent(part -> {
            String share = PlainFormula.numbers(words, List.of()).whole(part.share());
            notes.add(words.either("本项费率为 " + part.className() + " 类费率 " + PlainNumber.of(part.rate()) + " 的 " + share,
                    "its own rate is " + share + " of the " + PlainNumber.of(part.rate()) + " of " + part.className()));
        });
        paid.flatMap(one -> it.earlier()).ifPresent(earlier -> notes.add(earlier(it, earlier)));
        return notes;
    }

    /** A condition with the facts; of a flag what it must be and what it is. */
    private String condition(Formula test, List<Trace> operands) {
        boolean isNot = test.expr() instanceof Expr.Call call && call.function().equals("not");
        Expr plain = isNot ? ((Expr.Call) test.expr()).operands().get(0) : test.expr();
        Optional<Trace.Leaf> flag = operands.stream().filter(Trace.Leaf.class::isInstance).map(Trace.Leaf.class::cast)
                .filter(leaf -> plain instanceof Expr.Name name && name.name().equals(leaf.name()) && leaf.kind() == Symbol.Kind.FLAG).findFirst();
        return flag.map(leaf -> PlainFormula.title(words, leaf) + words.either("为", " is ") + words.held(Symbol.Kind.FLAG, isNot ? Rational.ZERO : Rational.ONE)
                + words.either("，现为", ", it is ") + new FormulaWords(words).value(leaf)).orElseGet(() -> new ClassWords(words).test(test, operands));
    }

    /** The classes of earlier years, as far as they make the number of years. */
    private String earlier(Charge.Ground it, List<String> earlier) {
        if (earlier.isEmpty()) {
            return words.either("没有以前年度等级记录，按第 1 年计", "no class of an earlier year is on record: taken as the first year");
        }
        String all = IntStream.range(0, earlier.size()).mapToObj(i -> ago(i + 1) + " "
                + (earlier.get(i).isEmpty() ? words.either("无等级记录", "none on record") : earlier.get(i))).collect(Collectors.joining(words.either("，", ", ")));
        return words.either("以前年度等级：", "classes of earlier years: ") + all + (earlier.get(earlier.size() - 1).equals(it.className())
                ? words.either("，更早年度没有记录", ", none on record before") : "");
    }

    private String ago(int years) {
        return switch (years) {
            case 1 -> words.either("上年", "last year");
            case 2 -> words.either("前年", "2 years ago");
            default -> words.either(years + " 年前", years + " years ago");
        };
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
        PlainNumber amounts = PlainNumber.beside(Stream.of(it.before(), it.after()).flatMap(Optional::stream).flatMap(one -> one.amount().stream())
                .map(Quantity::amount));
        return title(it.consequence()) + " " + said(it.before(), amounts) + words.either(" → ", " -> ") + said(it.after(), amounts);
    }

    private String said(Optional<Charge> charge, PlainNumber amounts) {
        return charge.map(it -> it.amount().map(amounts::text).orElseGet(() -> none(it))).orElse(words.either("不适用", "does not apply"));
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

    /** The class, and for how long where the rate depends on it, or the test that gave the rate. */
    private String by(Charge it, Charge.Ground ground) {
        boolean alone = it.consequence().cases().size() == 1 && it.test().isEmpty();
        if (it.consequence().cases().isEmpty() && it.className().isEmpty()) {
            return "";
        }
        if (it.consequence().cases().isEmpty()) {
            return ground.earlier().filter(earlier -> !earlier.isEmpty() && it.rate().isPresent()).map(earlier -> words.either(
                    "，连续 " + it.years() + " 年 " + it.className(), ", " + it.className() + " for " + it.years() + (it.years() == 1 ? " year" : " years")))
                    .orElseGet(() -> className(ground));
        }
        return alone || (it.why().isPresent() && it.test().isEmpty()) ? "" : words.either("，", ", ") + it.test().map(test -> new ClassWords(words).test(test, it.operands()))
                .orElse(words.either("其余", "all others"));
    }

    private String className(Charge.Ground it) {
        return it.className().isEmpty() || !it.consequence().cases().isEmpty() ? ""
                : words.either("，" + it.className() + " 类", ", " + it.className());
    }

    private String amount(Charge it, Charge.Ground ground, Optional<Trace.Worked> base, Quantity amount) {
        Quantity rate = it.rate().orElseThrow();
        Quantity of = inUnitOfRate(it, it.base().orElseThrow());
        Quantity applied = it.otherRate().map(other -> applied(it, rate, other)).orElse(rate);
        boolean exact = Stream.of(applied, of, amount).allMatch(each -> PlainNumber.isExact(each.amount()));
        return PlainNumber.of(applied) + it.otherRate().map(other -> other(it, ground, rate, other)).orElse("") + " × "
                + bracketed(of) + (exact ? " = " : " ≈ ") + PlainNumber.of(amount) + base.map(how -> worked(how, of)).orElse("");
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

    /** How a base or a rate was worked out of more than one figure. */
    private String worked(Trace.Worked it, Quantity shown) {
        if (!(it.formula().expr() instanceof Expr.Call)) {
            return "";
        }
        String numbers = PlainFormula.numbers(words, it.operands()).whole(it.formula());
        return numbers.equals(PlainNumber.of(shown)) ? "" : words.either("（", " (") + PlainNumber.of(shown) + " = "
                + PlainFormula.titles(words, it.operands()).whole(it.formula()) + Equation.sign(it) + numbers + words.either("）", ")");
    }

    private static Quantity applied(Charge it, Quantity rate, Quantity other) {
        boolean max = it.consequence().stacking().orElseThrow().max();
        return max ? rate.amount().compareTo(other.amount()) < 0 ? other : rate : rate.plus(other);
    }

    /** The two rates that the applied one is of. */
    private String other(Charge it, Charge.Ground ground, Quantity rate, Quantity other) {
        boolean max = it.consequence().stacking().orElseThrow().max();
        return words.either("（本项 ", " (its own rate ") + PlainNumber.of(rate) + words.either("，另一价差 ", ", the other ") + PlainNumber.of(other)
                + ground.otherRate().map(how -> worked(how, other)).orElse("")
                + (max ? words.either("，取高", ", the larger") : words.either("，相加", ", the sum"))
                + words.either("）", ")");
    }

    private String none(Charge it) {
        String why = it.why().map(new WhyWords(words)::of).orElse("");
        return words.either("不计（" + why + "）", "none (" + why + ")");
    }
}
