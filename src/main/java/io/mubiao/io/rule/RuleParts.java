package io.mubiao.io.rule;

import io.mubiao.formula.Formula;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Source;
import io.mubiao.text.internal.NumberText;
import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads what rules of every sort have: sources, parameters, units, parts by name. */
final class RuleParts {
    private final ProblemList problems;
    private Units units = Units.builtIn();

    RuleParts(ProblemList problems) {
        this.problems = problems;
    }

    Units units() {
        return units;
    }

    /** Declares the measure words of a rule. */
    void measureWords(Fields fields) {
        Node node = fields.get("measure-words");
        if (node == null) {
            return;
        }
        fields.items(node, item -> fields.convert(item, word -> {
            units = units.with(List.of(word));
            return word;
        }));
    }

    /** Full points. */
    static Rational full(String text) {
        Rational points = Rational.parseTyped(text);
        if (points.signum() < 0) {
            throw new IllegalArgumentException("full points are not negative, got " + points + "; a rule of deductions takes them from 0 or from full points");
        }
        return points;
    }

    Unit unit(Fields fields, String key) {
        return fields.optional(key, text -> units.get(TypedText.of(text).text())).or(Unit.NONE);
    }

    /** An object whose fields are parts with their ids as names. */
    <T> List<T> map(Fields fields, String key, BiFunction<String, Fields, ReadPart<T>> read) {
        Node node = fields.get(key);
        if (node == null) {
            return List.of();
        }
        if (node.kind != Node.Kind.OBJECT) {
            problems.error(node, "NOT_AN_OBJECT", "'" + key + "' must be an object of names, got " + node.describe());
            return List.of();
        }
        List<T> parts = new ArrayList<>();
        for (Node child : node.fields.values()) {
            Fields inner = new Fields(problems, child, key + "." + child.key);
            T part = child.kind == Node.Kind.OBJECT ? read.apply(child.key, inner).orNull() : null;
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    ReadPart<Derived> derived(String id, Fields fields) {
        String title = fields.text("title", id);
        ReadPart<Formula> formula = fields.value("formula", Formula::parse);
        Unit unit = unit(fields, "unit");
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> new Derived(id, title, formula.get(), unit, cite));
    }

    Map<String, Formula> formulas(Fields fields, String key) {
        Map<String, Formula> formulas = new LinkedHashMap<>();
        Node node = fields.get(key);
        if (node != null && node.kind == Node.Kind.OBJECT) {
            node.fields.forEach((name, child) -> {
                Formula formula = fields.convert(child, Formula::parse).orNull();
                if (formula != null) {
                    formulas.put(name, formula);
                }
            });
        } else if (node != null) {
            problems.error(node, "NOT_AN_OBJECT", "'" + key + "' must be an object, got " + node.describe());
        }
        return formulas;
    }

    ReadPart<Source> source(Node node) {
        Fields fields = new Fields(problems, node, "a source");
        ReadPart<String> id = fields.text("id");
        ReadPart<String> title = fields.text("title");
        String url = fields.text("url", "");
        String note = fields.text("note", "");
        return fields.build(() -> new Source(id.get(), title.get(), url, note));
    }

    ReadPart<Parameter> parameter(String id, Fields fields) {
        String title = fields.text("title", id);
        Unit unit = unit(fields, "unit");
        Optional<Quantity> value = quantity(fields, "value", unit);
        Optional<Quantity> least = quantity(fields, "at-least", unit);
        Optional<Quantity> most = quantity(fields, "at-most", unit);
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> new Parameter(id, title, unit, value, least, most, cite));
    }

    private Optional<Quantity> quantity(Fields fields, String key, Unit unit) {
        return Optional.ofNullable(fields.optional(key, text -> unit.equals(Unit.NONE)
                ? Quantity.parseTyped(text, units)
                : Quantity.parse(text, units)).orNull());
    }

    static String plain(String text) {
        NumberText read = NumberText.of(text);
        if (!read.unit().isEmpty() || read.number().indexOf('/') >= 0) {
            throw new IllegalArgumentException("not a plain decimal: '" + text + "'");
        }
        return read.number();
    }
}
