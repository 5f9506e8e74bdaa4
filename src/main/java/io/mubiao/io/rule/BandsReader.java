package io.mubiao.io.rule;

import io.mubiao.formula.Formula;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.rule.Cite;
import io.mubiao.scorecard.LightRule;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Interval;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads grades and lights; every hole and overlap of a table is a problem of its own. */
final class BandsReader {
    private final ProblemList problems;

    BandsReader(ProblemList problems) {
        this.problems = problems;
    }

    ReadPart<Grades> grades(Node node, Map<String, Cite> cites) {
        Fields fields = new Fields(problems, node, node.key);
        ReadPart<Grades> grades = isByPlace(fields) ? byPlace(fields) : table(fields);
        cites.put(node.key, RuleReader.cite(fields));
        return fields.build(grades::get);
    }

    /** Grades of units that no points earn, only places: {@code order} alone. */
    private static boolean isByPlace(Fields fields) {
        return fields.node.key.equals("grades") && fields.has("order") && Set.of("bands", "holes", "domain", "round").stream()
                .noneMatch(fields::isMeant);
    }

    private ReadPart<Grades> byPlace(Fields fields) {
        List<String> order = fields.texts("order");
        return order.isEmpty() ? ReadPart.missing()
                : grades(fields, order, Bands.of(new Bands.Band(order.get(0), Interval.ALL)));
    }

    ReadPart<LightRule> lights(Node node) {
        Fields fields = new Fields(problems, node, "lights");
        Map<String, String> titles = texts(fields, "titles");
        Map<String, Formula> tests = new RuleParts(problems).formulas(fields, "tests");
        ReadPart<Formula> of = fields.value("of", Formula::parse);
        ReadPart<Grades> grades = table(fields);
        List<LightRule.Memory> memory = fields.list("memory", this::memory);
        Cite cite = RuleReader.cite(fields);
        return fields.build(() -> new LightRule(titles, tests, of.get(), grades.get(), memory, cite));
    }

    /** Bands whose labels are points; intervals stand before them. */
    ReadPart<Shape> banded(Node node) {
        Fields fields = new Fields(problems, node, "bands");
        List<Bands.Band> bands = new ArrayList<>();
        Node at = fields.get("at");
        EndUnits units = new EndUnits();
        if (at == null || at.kind != Node.Kind.OBJECT) {
            problems.error(at == null ? node : at, "MISSING_FIELD",
                    "bands need 'at': an object of intervals such as \"[80 %, 90 %)\" and points");
        } else {
            at.fields.forEach((interval, child) -> band(fields, interval, child, units).ifPresent(bands::add));
        }
        ReadPart<Bands> table = bands(fields, "at", bands, units::parse);
        return fields.build(() -> new Shape.Banded(table.get(), units.unit()));
    }

    private Optional<Bands.Band> band(Fields fields, String interval, Node child, EndUnits units) {
        Formula points = fields.convert(child, Formula::parse).orNull();
        try {
            Interval numbers = units.parse(interval);
            return Optional.ofNullable(points).map(formula -> new Bands.Band(formula.toString(), numbers));
        } catch (IllegalArgumentException e) {
            problems.error(child, e);
            return Optional.empty();
        }
    }

    private ReadPart<Grades> table(Fields fields) {
        List<String> order = fields.texts("order");
        if (!fields.has("order")) {
            problems.error(fields.node, "MISSING_FIELD", "a table of bands needs 'order': all its labels, best first");
        }
        ReadPart<Bands> bands = bands(fields, "bands", bands(fields), Interval::parse);
        return bands.value() == null ? ReadPart.missing() : grades(fields, order, bands.get());
    }

    /** Bands with their holes, domain and rounding. */
    private ReadPart<Bands> bands(Fields fields, String key, List<Bands.Band> bands, Function<String, Interval> interval) {
        List<Interval> holes = fields.list("holes", child -> fields.convert(child, interval));
        Interval domain = fields.optional("domain", interval).or(Interval.ALL);
        Optional<Rounding> rounding = RuleReader.rounding(fields, "round");
        if (fields.failed()) {
            return ReadPart.missing();
        }
        Node at = fields.get(key);
        rounding.map(rule -> Bands.problems(bands, holes, domain, rule)).orElseGet(() -> Bands.problems(bands, holes, domain))
                .forEach(problem -> problems.error(at == null ? fields.node : at, "BAD_BANDS", problem));
        return fields.failed() ? ReadPart.missing() : ReadPart.of(rounding.map(rule -> Bands.of(bands, holes, domain, rule))
                .orElseGet(() -> Bands.of(bands, holes, domain)));
    }

    private ReadPart<Grades> grades(Fields fields, List<String> order, Bands bands) {
        try {
            return ReadPart.of(new Grades(order, bands));
        } catch (IllegalArgumentException e) {
            problems.error(fields.node, e);
            return ReadPart.missing();
        }
    }

    private List<Bands.Band> bands(Fields fields) {
        Node node = fields.get("bands");
        List<Bands.Band> bands = new ArrayList<>();
        if (node == null || node.kind != Node.Kind.OBJECT) {
            problems.error(node == null ? fields.node : node, "MISSING_FIELD",
                    "a table needs 'bands': an object of labels and intervals such as \">= 90\" or \"[80, 90)\"");
            return bands;
        }
        node.fields.forEach((label, child) -> {
            List<Interval> intervals = child.kind == Node.Kind.LIST
                    ? fields.items(child, item -> fields.convert(item, Interval::parse))
                    : fields.convert(child, Interval::parse).optional().stream().toList();
            intervals.forEach(interval -> bands.add(new Bands.Band(label, interval)));
        });
        return bands;
    }

    private ReadPart<LightRule.Memory> memory(Node node) {
        Fields fields = new Fields(problems, node, "a memory");
        List<String> lights = fields.texts("lights");
        ReadPart<Integer> periods = fields.value("in-a-row", text -> Integer.parseInt(RuleParts.plain(text)));
        ReadPart<String> becomes = fields.text("becomes");
        return fields.build(() -> new LightRule.Memory(lights, periods.get(), becomes.get()));
    }

    /** An object of texts. */
    static Map<String, String> texts(Fields fields, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Node node = fields.get(key);
        if (node != null && node.kind == Node.Kind.OBJECT) {
            node.fields.forEach((name, child) -> {
                String text = fields.scalar(child).orNull();
                if (text != null) {
                    texts.put(name, text);
                }
            });
        } else if (node != null) {
            fields.problems.error(node, "NOT_AN_OBJECT", "'" + key + "' must be an object, got " + node.describe());
        }
        return texts;
    }
}
