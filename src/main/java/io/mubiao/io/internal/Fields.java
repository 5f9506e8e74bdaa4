package io.mubiao.io.internal;

import static java.util.stream.Collectors.toCollection;

import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.text.internal.DayText;
import io.mubiao.text.internal.Spelling;
import io.mubiao.text.internal.TypedText;
import io.mubiao.work.internal.Checkpoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one object. Every field that is asked for is known; {@link #build} refuses the others and builds
 * only if nothing of the object was wrong.
 */
public final class Fields {
    public final ProblemList problems;
    public final Node node;
    private final String what;
    private final List<String> known = new ArrayList<>();
    private final Map<String, Problem> missing = new LinkedHashMap<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private final int before;
    private boolean leans;

    public Fields(ProblemList problems, Node node, String what) {
        this.problems = problems;
        this.node = node;
        this.what = what;
        this.before = problems.errors();
        if (node.kind != Node.Kind.OBJECT) {
            problems.error(node, "NOT_AN_OBJECT", what + " must be an object, got " + node.describe()
                    + Keyboard.hint(node.text, Keyboard.IN_BLOCK).map(hint -> "; " + hint).orElse(""));
        }
    }

    public @Nullable Node get(String key) {
        known.add(key);
        Node child = node.fields.get(key);
        boolean empty = child == null || child.kind == Node.Kind.NOTHING
                || (child.kind == Node.Kind.TEXT && child.text.isEmpty());
        return empty ? null : child;
    }

    public boolean has(String key) {
        return get(key) != null;
    }

    public ReadPart<String> text(String key) {
        return value(key, text -> text);
    }

    public String text(String key, String otherwise) {
        Node child = get(key);
        return child == null ? otherwise : scalar(child).or(otherwise);
    }

    /** A required scalar. */
    public <T> ReadPart<T> value(String key, Function<String, T> read) {
        Node child = required(key);
        return child == null ? ReadPart.missing() : convert(child, read);
    }

    /** An optional scalar. */
    public <T> ReadPart<T> optional(String key, Function<String, T> read) {
        Node child = get(key);
        return child == null ? ReadPart.missing() : convert(child, read);
    }

    public ReadPart<LocalDate> date(String key) {
        return value(key, Fields::toDate);
    }

    public ReadPart<LocalDate> optionalDate(String key) {
        return optional(key, Fields::toDate);
    }

    public static LocalDate toDate(String text) {
        return DayText.of(text).day();
    }

    public static int toWhole(String text) {
        String plain = TypedText.of(text).text();
        if (!plain.matches("[-+]?[0-9]{1,9}")) {
            throw new IllegalArgumentException("found '" + text + "', expected a whole number");
        }
        return Integer.parseInt(plain);
    }

    public <E extends Enum<E>> ReadPart<E> choice(String key, Class<E> type) {
        return value(key, text -> constant(type, text));
    }

    public <E extends Enum<E>> ReadPart<E> optionalChoice(String key, Class<E> type) {
        return optional(key, text -> constant(type, text));
    }

    public static <E extends Enum<E>> E constant(Class<E> type, String text) {
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = word(constant);
            if (word.equals(text)) {
                return constant;
            }
            words.add(word);
        }
        throw new IllegalArgumentException("unknown word '" + text + "'; expected one of " + String.join(", ", words));
    }

    /** The word for a constant in a file: {@code half-year} for HALF_YEAR. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** A required object or scalar read by a function of its own. */
    public <T> ReadPart<T> child(String key, Function<Node, ReadPart<T>> read) {
        Node child = required(key);
        return child == null ? ReadPart.missing() : read.apply(child);
    }

    /** An optional one. */
    public <T> ReadPart<T> optionalChild(String key, Function<Node, ReadPart<T>> read) {
        Node child = get(key);
        return child == null ? ReadPart.missing() : read.apply(child);
    }

    /** An optional list; empty if it is left out. Items that cannot be read are left out too, with a problem each. */
    public <T> List<T> list(String key, Function<Node, ReadPart<T>> read) {
        Node child = get(key);
        return child == null ? List.of() : items(child, read);
    }

    /** An optional list of texts. */
    public List<String> texts(String key) {
        return list(key, this::scalar);
    }

    public <T> List<T> items(Node child, Function<Node, ReadPart<T>> read) {
        if (child.kind != Node.Kind.LIST) {
            problems.error(child, "NOT_A_LIST", "expected a list, got " + child.describe()
                    + Keyboard.hint(child.text, Keyboard.IN_FLOW).map(hint -> "; " + hint).orElse(""));
            return List.of();
        }
        List<T> items = new ArrayList<>(child.items.size());
        for (Node item : child.items) {
            Checkpoint.pass("line", item.line);
            T value = read.apply(item).orNull();
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    public ReadPart<String> scalar(Node child) {
        return convert(child, text -> text);
    }

    public <T> ReadPart<T> convert(Node child, Function<String, T> read) {
        if (child.kind != Node.Kind.TEXT) {
            problems.error(child, "NOT_A_TEXT", "expected a text or number, got " + child.describe());
            return ReadPart.missing();
        }
        try {
            ReadPart<T> value = ReadPart.of(read.apply(child.text));
            Typing.tell(child, value.orNull(), problems);
            return value;
        } catch (IllegalArgumentException e) {
            String marks = child.parent != null && child.parent.kind == Node.Kind.LIST ? Keyboard.IN_FLOW : Keyboard.QUOTES;
            problems.error(child, e, isCut(child) ? "; between { and } or [ and ] a comma ends it: put quotes around what has commas"
                    : Keyboard.hint(child.text, marks).map(hint -> "; " + hint).orElse(""));
            return ReadPart.missing();
        } catch (ReadPart.Refused e) {
            return refused(e);
        }
    }

    /** Whether a comma within brackets ended a text in a flow collection, whose rest then stands for other things. */
    private static boolean isCut(Node child) {
        boolean open = child.text.chars().filter(it -> it == '(').count() > child.text.chars().filter(it -> it == ')').count();
        Node parent = child.parent;
        return open && parent != null && (parent.kind == Node.Kind.LIST || parent.fields.values().stream().anyMatch(Fields::isBare));
    }

    private static boolean isBare(Node field) {
        return field.kind == Node.Kind.NOTHING || (field.kind == Node.Kind.TEXT && field.text.isEmpty());
    }

    /** A part that leans on a refused one is no problem of its own. */
    private <T> ReadPart<T> refused(ReadPart.Refused e) {
        if (!problems.hasErrors()) {
            throw e;
        }
        leans = true;
        return ReadPart.missing();
    }

    private @Nullable Node required(String key) {
        Node child = get(key);
        if (child == null && node.kind == Node.Kind.OBJECT
                && refused.stream().allMatch(name -> near(name, Set.of(key)).isEmpty())) {
            missing.put(key, problems.error(node, "MISSING_FIELD", what + " needs field '" + key + "'"));
        }
        return child;
    }

    /** Whether anything of this object was wrong so far, or leans on something that was. */
    public boolean failed() {
        return leans || problems.errors() > before;
    }

    /** Whether nothing was wrong, unknown fields too; to be asked when all fields are known. */
    public boolean isSound() {
        refuseUnknown();
        return !failed();
    }

    /** Refuses unknown fields, then builds unless anything was wrong. */
    public <T> ReadPart<T> build(Supplier<T> make) {
        refuseUnknown();
        if (failed()) {
            return ReadPart.missing();
        }
        try {
            return ReadPart.of(make.get());
        } catch (IllegalArgumentException e) {
            problems.error(node, e);
            return ReadPart.missing();
        } catch (InvalidDefinitionException e) {
            e.problems().forEach(it -> problems.error(node.nearest(it.place().path()), it.code(), it.message()));
            return ReadPart.missing();
        } catch (ReadPart.Refused e) {
            return refused(e);
        }
    }

    /** Whether a field is there, perhaps misspelt; to be asked when all fields are known. */
    public boolean isMeant(String key) {
        return has(key) || node.fields.keySet().stream()
                .anyMatch(name -> !known.contains(name) && near(name, Set.of(key)).isPresent());
    }

    /** Every field that was asked for. */
    public Set<String> known() {
        return new LinkedHashSet<>(known);
    }

    /** Fields that are known although nobody asks for them. */
    public void know(Set<String> names) {
        known.addAll(names);
    }

    /** Tells fields that are misspelt, all names being given, and reads them as the ones that were meant. */
    public void forgive(Set<String> all) {
        for (Node field : List.copyOf(node.fields.values())) {
            Set<String> open = all.stream().filter(name -> !node.fields.containsKey(name)).collect(toCollection(LinkedHashSet::new));
            Optional<String> meant = all.contains(field.key) || field.key.equals(FormatVersion.FIELD) ? Optional.empty() : near(field.key, open);
            meant.ifPresent(name -> {
                refused.add(field.key);
                problems.error(field.name(), "UNKNOWN_FIELD", unknown(field, name));
                node.fields.putIfAbsent(name, field.called(name));
            });
        }
    }

    private String unknown(Node field, String meant) {
        return what + " has no field '" + field.key + "'" + Keyboard.hint(field.key, Keyboard.IN_FLOW)
                .map(hint -> "; " + hint)
                .orElse(meant.isEmpty() ? "; expected one of " + String.join(", ", known()) : "; did you mean '" + meant + "'?");
    }

    /** A misspelt field and the one that lacks for it are one problem. */
    public void refuseUnknown() {
        for (Node field : node.fields.values()) {
            boolean ofFile = field.key.equals(FormatVersion.FIELD) && node.parent == null;
            boolean isRest = isBare(field) && failed() && node.fields.values().stream().anyMatch(Fields::isCut);
            if (ofFile || known.contains(field.key) || !refused.add(field.key) || isRest) {
                continue;
            }
            problems.unread(field);
            String meant = near(field.key, missing.keySet()).or(() -> near(field.key, known())).orElse("");
            Problem lacking = missing.remove(meant);
            String message = unknown(field, meant);
            if (lacking != null) {
                problems.replace(lacking, field.name(), "UNKNOWN_FIELD", message);
            } else {
                problems.error(field.name(), "UNKNOWN_FIELD", message);
            }
        }
    }

    private static Optional<String> near(String misspelt, Set<String> names) {
        String word = Keyboard.name(misspelt);
        Optional<String> chinese = ChineseKeys.meant(word, names);
        if (chinese.isPresent()) {
            return chinese;
        }
        int least = word.length() <= 3 ? 2 : Math.max(2, word.length() / 3) + 1;
        String best = null;
        for (String name : names) {
            int distance = Math.abs(word.length() - name.length()) <= least ? Spelling.distance(word, name) : least + 1;
            boolean begins = best != null && distance == least && name.startsWith(word) && !best.startsWith(word);
            if ((distance < least || begins) && distance < Math.max(word.length(), name.length())) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }
}
