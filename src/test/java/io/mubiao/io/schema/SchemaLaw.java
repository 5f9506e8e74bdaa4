package io.mubiao.io.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mubiao.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a schema and a reader together: files are damaged in every place, one slip at a time, and where the reader says that a field
 * is missing, unknown or of the wrong sort, the schema must refuse, too; where the schema refuses, so must the reader.
 */
public final class SchemaLaw {
    private static final Set<String> OF_FORM = Set.of("MISSING_FIELD", "UNKNOWN_FIELD", "NOT_AN_OBJECT", "NOT_A_LIST", "NOT_A_TEXT", "UNDECIDED");
    /** What is asked of parts that are there: units, zones and lists that somebody declares, formulas that use x. */
    private static final List<String> FITTING = List.of("unknown unit", "needs 'of': the value that is scored", "cuts need the cumulative share of class",
            "unknown zone", "no list '", "these are observations of");
    /** Fields that make another thing of an object. */
    private static final Set<String> DECIDING = Set.of("cite", "file", "values");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String NOWHERE = "zzzzzzzzzzzzzzzz";
    private static final Object NO_VALUE = new Object();

    private final Schema schema;
    private final Function<String, List<Problem>> reader;
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> tried = new LinkedHashSet<>();
    private final Map<String, String> differences = new TreeMap<>();

    /** @param reader the errors of a text in JSON */
    public SchemaLaw(String name, Function<String, List<Problem>> reader) {
        this.reader = reader;
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Schemas.schema(name));
        fields(json(Schemas.schema(name)));
    }

    private void fields(Object of) {
        if (of instanceof Map<?, ?> map) {
            if (map.get("properties") instanceof Map<?, ?> own) {
                own.keySet().forEach(it -> fields.add((String) it));
            }
            map.values().forEach(this::fields);
        } else if (of instanceof List<?> list) {
            list.forEach(this::fields);
        }
    }

    /** The tree of a file as an editor sees it. */
    public static Object file(Path file) throws IOException {
        return YAML.readValue(Files.readString(file), Object.class);
    }

    /** The tree of a text in JSON. */
    public static Object json(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the schema says of a tree; empty if it is valid. */
    public List<String> errors(Object tree) {
        return schema.validate(MAPPER.valueToTree(tree)).stream().map(Error::toString).toList();
    }

    /** How many slips were made. */
    public int tried() {
        return tried.size();
    }

    /** Where schema and reader say different things of damaged trees. */
    public Map<String, String> differences() {
        return differences;
    }

    /** Damages a good tree in every place that is of a new kind. */
    public void damage(Object tree) {
        damage(tree, tree, List.of());
    }

    private void damage(Object root, Object at, List<Object> path) {
        String place = place(path) + (at instanceof Map ? "{}" : at instanceof List ? " list" : "");
        if (at instanceof Map<?, ?> map) {
            if (tried.add(place + " known")) {
                known(root, map, path, place);
            }
            map.forEach((key, value) -> {
                List<Object> inner = with(path, key);
                String field = place(inner);
                if (fields.contains((String) key)) {
                    slip(field + " removed", inner, () -> replaced(root, inner, it -> NO_VALUE));
                    slip(field + " misspelt", inner, () -> replaced(root, path, it -> misspelt((Map<?, ?>) it, (String) key)));
                    slip(field + " empty", inner, () -> replaced(root, inner, it -> null));
                }
                damage(root, value, inner);
            });
        } else if (at instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                damage(root, list.get(i), with(path, i));
            }
        }
        if (at != null && !path.isEmpty()) {
            slip(place + " as a text", path, () -> replaced(root, path, it -> NOWHERE));
            slip(place + " as an object", path, () -> replaced(root, path, it -> Map.of(NOWHERE, 1)));
            slip(place + " as a list", path, () -> replaced(root, path, it -> List.of(Map.of(NOWHERE, 1))));
        }
    }

    /** Which fields an object may have, by the reader's own words and by the schema. */
    private void known(Object root, Map<?, ?> object, List<Object> path, String place) {
        List<Problem> found = reader.apply(text(replaced(root, path, it -> added((Map<?, ?>) it, Set.of(NOWHERE)))));
        String words = found.stream().filter(it -> it.code().equals("UNKNOWN_FIELD")).map(Problem::message)
                .filter(it -> it.contains("'" + NOWHERE + "'; expected one of ")).findFirst().orElse("");
        if (words.isEmpty()) {
            return;
        }
        Set<String> known = new TreeSet<>(List.of(words.substring(words.indexOf("expected one of ") + 16).split(", ")));
        known.removeIf(it -> it.equals("format"));
        Set<String> more = new TreeSet<>(fields);
        more.addAll(known);
        more.removeAll(object.keySet());
        more.removeIf(it -> DECIDING.contains(it));
        String pointer = "/" + path.stream().map(Object::toString).collect(Collectors.joining("/"));
        Set<String> refused = schema.validate(MAPPER.valueToTree(replaced(root, path, it -> added((Map<?, ?>) it, more)))).stream()
                .filter(it -> it.getInstanceLocation().toString().equals(path.isEmpty() ? "" : pointer) || it.getInstanceLocation().toString().startsWith(path.isEmpty() ? "/" : pointer + "/"))
                .filter(it -> it.getKeyword() == null || it.getKeyword().equals("additionalProperties") || it.getKeyword().equals("false"))
                .map(it -> it.getProperty() != null ? it.getProperty() : it.getInstanceLocation().getName(-1)).filter(more::contains).collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(more);
        expected.removeAll(known);
        expected.removeIf(it -> path.isEmpty() && it.equals("format"));
        if (!refused.equals(expected)) {
            Set<String> lacking = new TreeSet<>(refused);
            lacking.removeAll(expected);
            expected.removeAll(refused);
            differences.put(place + " known", "only the reader knows " + lacking + ", only the schema knows " + expected);
        }
    }

    private void slip(String what, List<Object> path, Supplier<Object> slip) {
        if (!tried.add(what)) {
            return;
        }
        Object damaged = slip.get();
        List<Problem> found = reader.apply(text(damaged));
        List<String> errors = errors(damaged);
        String at = path.stream().map(it -> it instanceof Integer ? "[" + it + "]" : "." + it).collect(Collectors.joining()).substring(1);
        boolean ofForm = found.stream().filter(it -> FITTING.stream().noneMatch(it.message()::contains)).anyMatch(it ->
                OF_FORM.contains(it.code()) || (it.code().equals("BAD_VALUE") && it.place().path().equals(at)));
        if (errors.isEmpty() && ofForm) {
            differences.put(what, "only the reader refuses: " + found.get(0));
        } else if (!errors.isEmpty() && found.isEmpty()) {
            differences.put(what, "only the schema refuses: " + errors.get(0));
        }
    }

    private String place(List<Object> path) {
        return path.stream().map(it -> it instanceof Integer ? "[]" : fields.contains((String) it) ? "." + it : ".*").collect(Collectors.joining());
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static Map<Object, Object> added(Map<?, ?> to, Set<String> names) {
        Map<Object, Object> more = new LinkedHashMap<>(to);
        names.forEach(name -> more.put(name, name.equals(NOWHERE) ? "1" : null));
        return more;
    }

    private static Map<Object, Object> misspelt(Map<?, ?> in, String key) {
        Map<Object, Object> other = new LinkedHashMap<>();
        in.forEach((name, value) -> other.put(name.equals(key) ? key + "zz" : name, value));
        return other;
    }

    /** A copy with another value at a place; without it, where there is none. */
    private static Object replaced(Object in, List<Object> path, UnaryOperator<Object> with) {
        if (path.isEmpty()) {
            return with.apply(in);
        }
        List<Object> rest = path.subList(1, path.size());
        if (in instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                Object other = key.equals(path.get(0)) ? replaced(value, rest, with) : value;
                if (other != NO_VALUE) {
                    copy.put(key, other);
                }
            });
            return copy;
        }
        List<Object> copy = new ArrayList<>((List<?>) in);
        copy.set((int) path.get(0), replaced(copy.get((int) path.get(0)), rest, with));
        return copy;
    }
}
