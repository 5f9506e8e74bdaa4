package io.mubiao.io.rule;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.io.internal.Tree;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Example;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Rule;
import io.mubiao.rule.Source;
import io.mubiao.shape.Limits;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The trees of what rules of every sort have; defaults are left out. */
final class RuleTree {
    private RuleTree() {}

    /** A number where it is a decimal, else a fraction. */
    static Object number(Rational number) {
        return number.asDecimal().<Object>map(it -> it).orElseGet(number::toString);
    }

    /** As its author writes it; a plain number is one. */
    static Object formula(Formula formula) {
        return formula.expr() instanceof Expr.Literal literal && literal.unit().isEmpty() ? number(literal.value()) : formula.toString();
    }

    static Optional<Object> formula(Optional<Formula> formula) {
        return formula.map(RuleTree::formula);
    }

    static Tree formulas(Map<String, Formula> formulas) {
        Tree tree = new Tree();
        formulas.forEach((name, formula) -> tree.put(name, formula(formula)));
        return tree;
    }

    /** {@code 20 %}. */
    static String percent(Rational share) {
        return share.times(Rational.HUNDRED) + " %";
    }

    static String unit(Unit unit) {
        return unit.symbol();
    }

    /** A title that only repeats the id is left out. */
    static Tree titled(String id, String title) {
        return new Tree().with("title", title.equals(id) ? null : title);
    }

    static Tree cite(Tree tree, Cite cite) {
        return tree.with("source", cite.source()).with("clause", cite.clause()).with("assumption", cite.assumption());
    }

    static <N> Tree limits(Tree tree, Limits<N> limits, Function<N, Object> number) {
        return tree.with("cap", limits.cap().map(number)).with("floor", limits.floor().map(number))
                .with("round", limits.rounding().map(Rounding::text));
    }

    /** An object of parts by their ids. */
    static <T> Tree named(Collection<T> parts, Function<T, String> id, Function<T, Tree> tree) {
        Tree all = new Tree();
        parts.forEach(part -> all.put(id.apply(part), tree.apply(part)));
        return all;
    }

    static <T> Tree named(Iterable<T> parts, Function<T, String> id, Function<T, Tree> tree) {
        List<T> all = new ArrayList<>();
        parts.forEach(all::add);
        return named((Collection<T>) all, id, tree);
    }

    /** What stands at the head of a rule; an id that its place gives it is left out. */
    static Tree heading(Rule<?> rule, String place) {
        Tree tree = new Tree().with("id", rule.id().equals(place) ? null : rule.id()).with("title", rule.title())
                .with("status", rule.status() == Rule.Status.PUBLISHED ? null : rule.status());
        return tree;
    }

    static Tree sources(Tree tree, Rule<?> rule) {
        return cite(tree, rule.cite()).with("sources", rule.sources().stream().map(RuleTree::source).toList());
    }

    private static Tree source(Source source) {
        return new Tree().with("id", source.id()).with("title", source.title()).with("url", source.url()).with("note", source.note());
    }

    static Tree parameter(Parameter it) {
        return cite(titled(it.id(), it.title()).with("unit", unit(it.unit())).with("value", it.value().map(RuleTree::quantity))
                .with("at-least", it.least().map(RuleTree::quantity)).with("at-most", it.most().map(RuleTree::quantity)), it.cite());
    }

    private static Object quantity(Quantity quantity) {
        return quantity.unit().symbol().isEmpty() ? number(quantity.amount()) : quantity.toString();
    }

    static Tree derived(Derived it) {
        return cite(titled(it.id(), it.title()).with("formula", formula(it.formula())).with("unit", unit(it.unit())), it.cite());
    }

    static List<Tree> examples(Rule<?> rule) {
        return rule.examples().stream().map(RuleTree::example).toList();
    }

    private static Tree example(Example it) {
        return cite(new Tree().with("title", it.title()).with("worked", it.worked()), it.cite()).with("with", it.parameters())
                .with("day", it.day().map(Object::toString)).with("rows", it.rows()).with("earlier", it.earlier()).with("gives", it.gives());
    }

    /** By whom something is, and whose it is: {@code 甲 → 一, 乙 → 一} as {@code 一 → [甲, 乙]}. */
    static <K, V> Map<V, List<K>> grouped(Map<K, V> by) {
        Map<V, List<K>> grouped = new LinkedHashMap<>();
        by.forEach((key, value) -> grouped.computeIfAbsent(value, any -> new ArrayList<>()).add(key));
        return grouped;
    }
}
