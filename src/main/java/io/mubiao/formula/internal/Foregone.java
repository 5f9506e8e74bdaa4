package io.mubiao.formula.internal;

import io.mubiao.formula.Expr;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds tests that come out the same whatever the figures: {@code land > land}, {@code 1 > 0}, {@code x >= 10 and x < 5}. Each
 * thing that is compared is tried with values on both sides of, and at, every number it is compared with, which decides; what a
 * test is not seen to compare may be anything.
 */
public final class Foregone {
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");
    private static final int MOST_TRIED = 20_000;
    private static final String OTHER = "\0";

    /** A test that always or never holds. */
    public record Finding(Expr test, boolean holds) {}

    /**
     * What is known of a name before any figure is: a text that must be one of some, a number within limits.
     *
     * @param texts all it can be; empty if that is not known
     * @param unit what the limits are in
     */
    public record Domain(Set<String> texts, Optional<Rational> least, Optional<Rational> most, Unit unit) {
        public Domain {
            texts = Set.copyOf(texts);
        }
    }

    private final Units units;
    private final Function<String, Optional<Domain>> domains;
    private final Map<String, Set<Object>> compared = new LinkedHashMap<>();
    private final Map<String, Unit> references = new HashMap<>();

    private Foregone(Units units, Function<String, Optional<Domain>> domains) {
        this.units = units;
        this.domains = domains;
    }

    /**
     * The outermost tests of a formula that are fixed.
     *
     * @param domains what is known of a name; empty for nothing
     */
    public static List<Finding> find(Expr expr, Units units, Function<String, Optional<Domain>> domains) {
        List<Finding> found = new ArrayList<>();
        walk(expr, units, domains, found);
        return found;
    }

    private static void walk(Expr expr, Units units, Function<String, Optional<Domain>> domains, List<Finding> found) {
        if (isTest(expr)) {
            Optional<Boolean> fixed = new Foregone(units, domains).fixed(expr);
            if (fixed.isPresent()) {
                found.add(new Finding(expr, fixed.get()));
                return;
            }
        }
        if (expr instanceof Expr.Call call) {
            call.operands().forEach(operand -> walk(operand, units, domains, found));
        }
    }

    private static boolean isTest(Expr expr) {
        return expr instanceof Expr.In || (expr instanceof Expr.Call call && (COMPARISONS.contains(call.function())
                || call.function().equals("and") || call.function().equals("or") || call.function().equals("not")));
    }

    private Optional<Boolean> fixed(Expr test) {
        collect(test);
        List<String> names = List.copyOf(compared.keySet());
        List<List<Object>> samples = names.stream().map(this::samples).toList();
        long count = 1;
        for (List<Object> some : samples) {
            count *= some.size();
            if (count > MOST_TRIED || count == 0) {
                return Optional.empty();
            }
        }
        boolean first = false;
        for (long i = 0; i < count; i++) {
            Map<String, Object> values = new HashMap<>();
            long rest = i;
            for (int k = 0; k < names.size(); k++) {
                values.put(names.get(k), samples.get(k).get((int) (rest % samples.get(k).size())));
                rest /= samples.get(k).size();
            }
            boolean holds = holds(test, values);
            if (i > 0 && holds != first) {
                return Optional.empty();
            }
            first = holds;
        }
        return Optional.of(first);
    }

    private void collect(Expr test) {
        if (test instanceof Expr.Call call && isTest(call) && !COMPARISONS.contains(call.function())) {
            call.operands().forEach(this::collect);
        } else if (test instanceof Expr.In in) {
            in.ranges().forEach(range -> add(in.value(), range.from(), range.through()));
        } else if (test instanceof Expr.Call call && COMPARISONS.contains(call.function()) && call.operands().size() == 2) {
            Pair pair = pair(call);
            if (pair.fixed().isEmpty()) {
                add(pair.name(), pair.value());
            }
        } else {
            compared.computeIfAbsent(test.toString(), key -> new LinkedHashSet<>()).addAll(List.of(true, false));
        }
    }

    private void add(Expr name, Object... values) {
        compared.computeIfAbsent(name.toString(), key -> new LinkedHashSet<>()).addAll(List.of(values));
    }

    /** One thing compared with a value, as if it stood on the left; or two things, of which one is larger or neither. */
    private record Pair(String relation, Expr name, Object value, Optional<Boolean> fixed) {}

    private Pair pair(Expr.Call call) {
        Expr left = call.operands().get(0);
        Expr right = call.operands().get(1);
        String relation = call.function();
        if (left.equals(right)) {
            return new Pair(relation, left, 0, Optional.of(Set.of("<=", ">=", "==").contains(relation)));
        }
        boolean bothWritten = isWritten(left) && isWritten(right);
        Object ofRight = value(right, bothWritten ? "" : left.toString());
        Object ofLeft = value(left, bothWritten ? "" : right.toString());
        if (ofLeft != null && ofRight != null) {
            boolean alike = ofLeft.getClass() == ofRight.getClass();
            return new Pair(relation, call, true, alike ? Optional.of(relates(relation, ofLeft, ofRight)) : Optional.empty());
        }
        if (ofRight != null) {
            return new Pair(relation, left, ofRight, Optional.empty());
        }
        if (ofLeft != null) {
            return new Pair(turned(relation), right, ofLeft, Optional.empty());
        }
        boolean inOrder = left.toString().compareTo(right.toString()) < 0;
        Expr difference = new Expr.Call("-", inOrder ? List.of(left, right) : List.of(right, left));
        return new Pair(inOrder ? relation : turned(relation), difference, Rational.ZERO, Optional.empty());
    }

    private static String turned(String relation) {
        return relation.startsWith("<") ? relation.replace('<', '>') : relation.replace('>', '<');
    }

    private static boolean isWritten(Expr expr) {
        return !(expr instanceof Expr.Name || expr instanceof Expr.In)
                && (!(expr instanceof Expr.Call call) || (call.function().equals("-") && call.operands().size() == 1 && isWritten(call.operands().get(0))));
    }

    /** The value of what is written out, a number in the unit in which something is compared; null of all else. */
    private @Nullable Object value(Expr expr, String of) {
        if (expr instanceof Expr.Text text) {
            return text.text();
        }
        if (expr instanceof Expr.Day day) {
            return Rational.of(day.day().toEpochDay());
        }
        if (expr instanceof Expr.Call call && call.function().equals("-") && call.operands().size() == 1
                && value(call.operands().get(0), of) instanceof Rational number) {
            return number.negate();
        }
        if (!(expr instanceof Expr.Literal literal)) {
            return null;
        }
        Optional<Unit> unit = literal.unit().isEmpty() ? Optional.of(Unit.NONE) : units.find(literal.unit());
        if (literal.value().signum() == 0 || unit.isEmpty()) {
            return literal.value();
        }
        Unit reference = references.computeIfAbsent(of, key -> domain(key).map(Domain::unit).orElse(unit.get()));
        return unit.get().isCompatibleWith(reference) ? literal.value().times(unit.get().in(reference)) : literal.value();
    }

    private Optional<Domain> domain(String name) {
        return domains.apply(name);
    }

    private List<Object> samples(String name) {
        Set<Object> values = compared.getOrDefault(name, Set.of());
        if (values.stream().anyMatch(Boolean.class::isInstance)) {
            return List.of(true, false);
        }
        Optional<Domain> domain = domain(name);
        if (values.stream().anyMatch(String.class::isInstance)) {
            Set<Object> texts = new LinkedHashSet<>(domain.map(it -> (Collection<String>) it.texts()).orElse(Set.of()));
            if (texts.isEmpty()) {
                texts.addAll(values);
                texts.add(OTHER);
            }
            return List.copyOf(texts);
        }
        TreeSet<Rational> numbers = new TreeSet<>();
        values.forEach(it -> numbers.add((Rational) it));
        domain.flatMap(Domain::least).ifPresent(numbers::add);
        domain.flatMap(Domain::most).ifPresent(numbers::add);
        List<Object> samples = new ArrayList<>(List.of(numbers.first().minus(Rational.ONE)));
        Rational before = null;
        for (Rational number : numbers) {
            if (before != null) {
                samples.add(before.plus(number).dividedBy(Rational.of(2)));
            }
            samples.add(number);
            before = number;
        }
        samples.add(numbers.last().plus(Rational.ONE));
        samples.removeIf(it -> domain.flatMap(Domain::least).filter(least -> ((Rational) it).compareTo(least) < 0).isPresent()
                || domain.flatMap(Domain::most).filter(most -> ((Rational) it).compareTo(most) > 0).isPresent());
        return samples;
    }

    private boolean holds(Expr test, Map<String, Object> values) {
        if (test instanceof Expr.In in) {
            String text = String.valueOf(values.get(in.value().toString()));
            return in.ranges().stream().anyMatch(range -> Test.TextIn.holds(text, range));
        }
        if (test instanceof Expr.Call call && isTest(call)) {
            return switch (call.function()) {
                case "and" -> call.operands().stream().allMatch(it -> holds(it, values));
                case "or" -> call.operands().stream().anyMatch(it -> holds(it, values));
                case "not" -> !holds(call.operands().get(0), values);
                default -> {
                    Pair pair = pair(call);
                    Object value = values.get(pair.name().toString());
                    yield pair.fixed().orElseGet(() -> value instanceof Boolean it ? it : value != null && relates(pair.relation(), value, pair.value()));
                }
            };
        }
        return Boolean.TRUE.equals(values.get(test.toString()));
    }

    private static boolean relates(String relation, Object left, Object right) {
        if (!(left instanceof Rational a) || !(right instanceof Rational b)) {
            return relation.equals("!=") != left.equals(right);
        }
        int order = a.compareTo(b);
        return switch (relation) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "==" -> order == 0;
            default -> order != 0;
        };
    }
}
