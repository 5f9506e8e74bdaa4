package io.mubiao.io.rule;

import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.problem.Problem;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Example;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the examples of a rule of any kind. */
final class ExampleReader {
    private static final int MOST_ROWS = 500;

    private final ProblemList problems;

    ExampleReader(ProblemList problems) {
        this.problems = problems;
    }

    /** The examples below {@code examples:} of a rule. */
    List<Example> examples(Fields rule) {
        return rule.list("examples", this::example);
    }

    /** What they find wrong, at the line that expects otherwise. */
    void tell(Node rule, List<Problem> found) {
        for (Problem problem : found) {
            problems.error(nearest(rule, problem.place().path()), problem.code(), problem.message());
        }
    }

    /** {@code examples[2].gives.甲.total}; a name of a row may hold any character. */
    private static Node nearest(Node rule, String path) {
        int gives = path.indexOf(".gives.");
        Node example = rule.nearest(gives < 0 ? path : path.substring(0, gives));
        Node all = gives < 0 ? null : example.fields.get("gives");
        if (all == null) {
            return example;
        }
        String rest = path.substring(gives + ".gives.".length());
        return all.fields.values().stream().filter(row -> rest.startsWith(row.key + ".")).findFirst()
                .map(row -> row.fields.getOrDefault(rest.substring(row.key.length() + 1), row)).orElse(all);
    }

    private ReadPart<Example> example(Node node) {
        Fields fields = new Fields(problems, node, "an example");
        String title = fields.text("title", "");
        ReadPart<Example.Worked> worked = fields.choice("worked", Example.Worked.class);
        Map<String, String> parameters = BandsReader.texts(fields, "with");
        LocalDate day = fields.optionalDate("day").orNull();
        Map<String, Map<String, String>> rows = rows(fields, "rows");
        Map<String, Map<String, String>> earlier = rows(fields, "earlier");
        Map<String, Map<String, String>> gives = rows(fields, "gives");
        Cite cite = RuleReader.cite(fields);
        if (fields.isSound() && (rows.isEmpty() || gives.values().stream().allMatch(Map::isEmpty))) {
            problems.error(node, "MISSING_FIELD", "an example needs 'rows' with figures and 'gives' with what they must give");
        }
        return fields.build(() -> new Example(title, worked.get(), parameters, Optional.ofNullable(day), rows, earlier,
                gives, cite));
    }

    private Map<String, Map<String, String>> rows(Fields fields, String key) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        Node node = fields.get(key);
        if (node != null && node.kind != Node.Kind.OBJECT) {
            problems.error(node, "NOT_AN_OBJECT", "'" + key + "' must be an object of rows by name, got " + node.describe());
        } else if (node != null && node.fields.size() > MOST_ROWS) {
            problems.error(node, "BAD_VALUE", "an example has " + node.fields.size() + " rows; expected at most " + MOST_ROWS);
        } else if (node != null) {
            node.fields.forEach((name, child) -> rows.put(name, row(fields, child)));
        }
        return rows;
    }

    private Map<String, String> row(Fields fields, Node row) {
        Map<String, String> values = new LinkedHashMap<>();
        if (row.kind == Node.Kind.NOTHING) {
            return values;
        }
        if (row.kind != Node.Kind.OBJECT) {
            problems.error(row, "NOT_AN_OBJECT", "a row must be an object of figures, got " + row.describe());
            return values;
        }
        row.fields.forEach((name, child) -> {
            if (child.kind == Node.Kind.LIST) {
                values.put(name, String.join(", ", fields.items(child, fields::scalar)));
            } else if (child.kind != Node.Kind.NOTHING) {
                fields.scalar(child).optional().ifPresent(text -> values.put(name, text));
            }
        });
        return values;
    }
}
