package io.mubiao.io.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mubiao.io.Format;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.FormatVersion;
import io.mubiao.io.internal.GoalKind;
import io.mubiao.io.internal.TreeWriter;
import io.mubiao.scoring.Reading;
import io.mubiao.target.ChangeForm;
import io.mubiao.value.Units;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the JSON Schemas of {@code src/main/schema/fields.txt}; words of classes, readings and units come from the code. */
@SuppressWarnings({"NullAway", "StringSplitter"})
final class SchemaMaker {
    static final Path FIELDS = Path.of("src/main/schema/fields.txt");
    private static final List<String> OBSERVATIONS = List.of("increment", "total", "level", "event", "complete", "stage", "member", "tally",
            "judgement", "retraction");
    private static final List<String> CADENCES = List.of("month", "quarter", "half-year", "year", "week", "odd-week", "even-week", "monday", "tuesday",
            "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final String DIGIT = "[0-9０-９]";
    private static final List<String> UNITS = List.of("元", "千元", "万元", "亿元", "亩", "公顷", "平方米", "平方公里", "万元/亩", "元/平方米", "%", "百分点", "吨", "万吨", "吨标煤",
            "万元/吨标煤", "kWh", "万千瓦时", "元/kWh", "立方米", "万立方米", "人", "万人", "万元/人", "天", "公里", "吨二氧化碳");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    SchemaMaker() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(FIELDS)) {
            if (line.startsWith("[")) {
                String name = line.substring(1, line.indexOf(']'));
                lines = new ArrayList<>();
                sections.put(name, lines);
                words.put(name, description(line.substring(line.indexOf(']') + 1).strip()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(line);
            }
        }
    }

    private static String description(String both) {
        return both.replaceFirst(" ; ", " — ");
    }

    /** The schema of a kind of file. */
    String text(String name) throws IOException {
        open.clear();
        Map<String, Object> root = map("$schema", "https://json-schema.org/draft/2020-12/schema", "$id", "urn:mubiao:schema:" + name + ":"
                + FormatVersion.NOW);
        root.putAll(section(name));
        root.put("type", "object");
        Map<String, Object> defs = new LinkedHashMap<>();
        while (!open.isEmpty()) {
            String next = open.pop();
            if (!defs.containsKey(next)) {
                defs.put(next, next.equals("goal") ? kinds(next, Stream.of(GoalKind.values()).map(GoalKind::word).toList())
                        : next.equals("observation") ? kinds(next, OBSERVATIONS) : section(next));
            }
        }
        root.put("$defs", defs);
        return TreeWriter.write(root, Format.JSON);
    }

    private Map<String, Object> kinds(String name, List<String> kinds) {
        List<Object> each = kinds.stream().<Object>map(kind -> map("if", map("properties", map("kind", map("const", kind)), "required", List.of("kind")),
                "then", ref(name + "-" + kind))).toList();
        return map("type", List.of("object", "null"), "properties", map("kind", map("enum", kinds)), "required", List.of("kind"), "allOf", each);
    }

    private Map<String, Object> ref(String section) {
        open.add(section);
        return map("$ref", "#/$defs/" + section);
    }

    private Map<String, Object> section(String name) throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        List<Object> all = new ArrayList<>();
        Map<String, Object> schema = map("description", words.get(name), "type", List.of("object", "null"), "properties", properties);
        if (name.startsWith("goal-") || name.startsWith("observation-")) {
            properties.put("kind", map("const", name.substring(name.indexOf('-') + 1)));
        }
        List<String> raw = new ArrayList<>();
        fill(name, properties, required, all, raw);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        schema.put("allOf", all);
        for (String line : raw) {
            int end = line.indexOf('"', 3);
            put(schema, line.substring(3, end), JSON.readValue(line.substring(end + 1), Object.class));
        }
        schema.computeIfPresent("allOf", (key, list) -> ((List<?>) list).isEmpty() ? null : list);
        return schema;
    }

    private void fill(String name, Map<String, Object> properties, List<String> required, List<Object> all, List<String> raw) {
        for (String line : sections.get(name)) {
            if (line.startsWith("+")) {
                fill(line.substring(1), properties, required, all, raw);
            } else if (line.startsWith("= ")) {
                raw.add(line);
            } else if (line.contains(" ; ")) {
                String[] parts = line.split(" ; ", 3);
                String field = parts[0].replaceAll("[!~]", "");
                Map<String, Object> type = type(parts[1], parts[0].equals(field));
                if (parts[0].endsWith("!")) {
                    required.add(field);
                    if (type.get("type") instanceof List<?> kinds && kinds.contains("string")) {
                        type.putIfAbsent("minLength", 1);
                    }
                }
                Map<String, Object> described = map("description", description(parts[2]));
                described.putAll(type);
                properties.put(field, described);
            } else {
                all.add(condition(line.split(" ")));
            }
        }
    }

    private static Object condition(String... words) {
        List<String> names = Arrays.asList(words).subList(1, words.length);
        if (!words[0].equals("if")) {
            return map("if", map("type", "object"), "then",
                    map(words[0].equals("one-of") ? "oneOf" : "anyOf", names.stream().map(SchemaMaker::there).toList()));
        }
        String[] test = words[1].split("=");
        Object value = test.length == 1 ? "" : test[1].equals("true") ? true : test[1];
        return map("if", test.length == 1 ? there(words[1]) : map("properties", map(test[0], map("const", value)), "required", List.of(test[0])),
                "then", map("allOf", names.subList(names.indexOf("then") + 1, names.size()).stream().map(SchemaMaker::there).toList()));
    }

    /** A field that is there is not empty either. */
    private static Map<String, Object> there(String field) {
        return map("properties", map(field, map("not", map("type", "null"))), "required", List.of(field));
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> schema, String path, Object value) {
        String[] steps = path.split("\\.");
        Map<String, Object> at = schema;
        for (int i = 0; i < steps.length - 1; i++) {
            at = (Map<String, Object>) at.computeIfAbsent(steps[i], any -> new LinkedHashMap<>());
        }
        String last = steps[steps.length - 1];
        if (last.endsWith("[]")) {
            ((List<Object>) at.computeIfAbsent(last.replace("[]", ""), any -> new ArrayList<>())).add(value);
        } else {
            at.put(last, value);
        }
    }

    /** The schema of a type, which may also be nothing. */
    private Map<String, Object> type(String type, boolean orNothing) {
        List<String> either = split(type);
        if (either.size() > 1) {
            return union(either, orNothing);
        } else if (type.endsWith("[]")) {
            return map("type", kinds(orNothing, "array"), "items", type(type.substring(0, type.length() - 2), false));
        } else if (type.endsWith("{}")) {
            return map("type", kinds(orNothing, "object"), "additionalProperties", type(type.substring(0, type.length() - 2), false));
        } else if (type.startsWith("@")) {
            Map<String, Object> ref = ref(type.substring(1));
            ref.put("type", kinds(orNothing, "object"));
            return ref;
        } else if (type.startsWith("(")) {
            return type(type.substring(1, type.length() - 1), orNothing);
        } else if (type.indexOf('?') > 0) {
            String[] parts = type.split("[?:]");
            return map("type", kinds(orNothing, "object"), "if", there(parts[0]), "then", ref(parts[1].substring(1)),
                    "else", ref(parts[2].substring(1)));
        }
        Map<String, Object> plain = scalar(type);
        if (orNothing && plain.get("type") instanceof List<?> kinds) {
            plain.put("type", Stream.concat(kinds.stream(), Stream.of("null")).toList());
        }
        return orNothing && !plain.containsKey("type") ? map("anyOf", List.of(plain, map("type", "null"))) : plain;
    }

    /** Alternatives on the outermost level. */
    private static List<String> split(String type) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < type.length(); i++) {
            char at = type.charAt(i);
            depth += at == '(' ? 1 : at == ')' ? -1 : 0;
            if (at == '|' && depth == 0) {
                parts.add(type.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(type.substring(from));
        return parts;
    }

    private Map<String, Object> union(List<String> either, boolean orNothing) {
        Object rest = orNothing ? map("type", "null") : false;
        Object list = null;
        Object object = null;
        for (String part : either) {
            if (part.endsWith("[]")) {
                list = type(part, false);
            } else if (part.endsWith("{}") || part.startsWith("@") || part.startsWith("(")) {
                object = type(part, false);
            } else {
                rest = type(part, orNothing);
            }
        }
        Object inner = list == null ? rest : map("if", map("type", "array"), "then", list, "else", rest);
        return object == null ? cast(inner) : map("if", map("type", "object"), "then", object, "else", inner);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object schema) {
        return (Map<String, Object>) schema;
    }

    private static Object kinds(boolean orNothing, String kind) {
        return orNothing ? List.of(kind, "null") : kind;
    }

    private static Map<String, Object> scalar(String type) {
        List<String> text = List.of("string", "number", "boolean");
        List<String> number = List.of("string", "number");
        if (type.startsWith("word(") || type.startsWith("enum(")) {
            return map("enum", words(type));
        }
        return switch (type) {
            case "text", "formula" -> map("type", text);
            case "cell" -> map("type", List.of("string", "number", "boolean", "null"));
            case "row" -> map("type", List.of("object", "null"), "additionalProperties", map("type", List.of("string", "number", "boolean", "null", "array"),
                    "items", map("type", text)));
            case "number", "quantity", "weight", "cut", "day", "moment", "instant", "span" -> map("type", number, "pattern", DIGIT);
            case "bound" -> map("type", number, "pattern", "[0-9０-９?]");
            case "share", "share-signed" -> map("type", List.of("string"), "pattern", DIGIT + ".*[%％]");
            case "whole", "count" -> map("type", List.of("string", "integer"), "pattern", DIGIT);
            case "interval" -> map("type", List.of("string"), "pattern", "[\\[(<>=≥≤（［＜＞＝]|all numbers");
            case "rounding" -> map("type", List.of("string"), "pattern", "^\\s*-?[0-9]{1,3} (" + String.join("|", modes()) + ")\\s*$");
            case "flag" -> map("enum", List.of(true, false, "true", "false", "yes", "no"));
            case "unit" -> map("type", List.of("string"), "examples", UNITS.stream().map(unit -> Units.builtIn().get(unit).symbol()).toList());
            case "year" -> map("type", List.of("string", "integer"), "pattern", "^\\s*(" + DIGIT + "{4}|none)\\s*$", "minimum", 1000, "maximum", 9999);
            case "version" -> map("type", List.of("integer", "string"), "minimum", 1, "maximum", FormatVersion.NOW, "pattern", "^[1-9][0-9]{0,8}$");
            case "open" -> map("type", List.of("string"), "pattern", "^\\?");
            case "population" -> map("type", List.of("string"), "pattern", "^(\\?|growing$|frozen )", "examples", List.of("growing", "frozen 2024-01-01"));
            case "cadence" -> map("type", List.of("string"), "pattern", "^(\\?|rolling |(" + String.join("|", CADENCES) + ")$)", "examples", CADENCES);
            case "weeks" -> map("type", List.of("string"), "pattern", "^(iso$|from )", "examples", List.of("iso", "from 2024-01-02"));
            case "zone" -> map("type", List.of("string"), "examples", List.of("Asia/Shanghai"));
            case "period" -> map("type", List.of("string"), "pattern", "^[-+]?[Pp]");
            case "pace" -> map("type", List.of("string"), "anyOf", List.of(map("enum", List.of("months", "days", "annual-only")),
                    map("pattern", "^working-days ")));
            case "at-bound" -> map("type", List.of("string"), "pattern", "^at-(most|least) ");
            default -> throw new IllegalStateException("no type '" + type + "'");
        };
    }

    private static List<String> modes() {
        return Arrays.stream(RoundingMode.values()).filter(it -> it != RoundingMode.UNNECESSARY).map(Fields::word).toList();
    }

    private static List<Object> words(String type) {
        String inside = type.substring(5, type.length() - 1);
        Collection<String> words = switch (inside) {
            case "READINGS" -> Arrays.stream(Reading.values()).map(Reading::word).toList();
            case "CHANGE_FORMS" -> Stream.concat(Stream.of("compound"), Arrays.stream(ChangeForm.values()).map(Fields::word)).toList();
            case "QUOTA_ROUNDINGS" -> Stream.of("cumulative ", "each ").flatMap(kind -> modes().stream().map(kind::concat)).toList();
            case "java.math.RoundingMode" -> modes();
            default -> type.startsWith("word(") ? List.of(inside.split(" ")) : constants(inside);
        };
        return Stream.concat(words.stream().filter(it -> it.equals("false")).map(it -> false), words.stream()).map(Object.class::cast).toList();
    }

    private static List<String> constants(String name) {
        try {
            return Arrays.stream(Class.forName(name).getEnumConstants()).map(it -> Fields.word((Enum<?>) it)).toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
