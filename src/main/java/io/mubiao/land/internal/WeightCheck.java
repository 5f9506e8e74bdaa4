package io.mubiao.land.internal;

import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Frame;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Item;
import io.mubiao.land.Label;
import io.mubiao.land.internal.CompiledRule.CompiledItem;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the weights of a group sum to what it declares, whatever an enterprise is like. */
final class WeightCheck {
    private static final int MOST = 20_000;
    private static final String OTHER = "\u2026";

    private final List<Slot> slots;
    private final EvaluationRule rule;
    private final Map<Integer, Set<String>> texts = new LinkedHashMap<>();
    /** A table of weights is by a text that nobody knows, which is told where it stands. */
    private boolean refused;
    private final Map<Integer, TreeSet<Rational>> numbers = new LinkedHashMap<>();

    WeightCheck(List<Slot> slots, EvaluationRule rule) {
        this.slots = slots;
        this.rule = rule;
    }

    /** An enterprise as it could be. */
    private record Case(Map<Integer, String> texts, Map<Integer, Rational> numbers, List<Slot> slots) implements Frame {
        @Override
        public Value number(int slot) {
            Slot it = slots.get(slot);
            Rational number = it.role() != Role.TABLE ? numbers.get(slot)
                    : it.values().getOrDefault(texts.getOrDefault(it.of(), OTHER), it.values().get(""));
            return number == null ? Value.missing(it.symbol().name()) : Value.of(number);
        }

        @Override
        public @Nullable String text(int slot) {
            return texts.get(slot);
        }

        String words() {
            return Stream.concat(texts.entrySet().stream().map(it -> name(it.getKey()) + " is '" + it.getValue() + "'"),
                    numbers.entrySet().stream().map(it -> name(it.getKey()) + " is " + it.getValue())).collect(Collectors.joining(", "));
        }

        private String name(int slot) {
            return slots.get(slot).symbol().name();
        }
    }

    /** What is wrong; empty if nothing is. */
    Optional<String> wrong(List<CompiledItem> items, Num declared, Group group) {
        items.forEach(item -> collect(item.weight()));
        collect(declared);
        if (refused) {
            return Optional.empty();
        }
        List<Case> cases = cases();
        if (cases.isEmpty()) {
            return Optional.of("the weights differ in too many ways to be summed up");
        }
        for (Case one : cases) {
            Value total = declared.value(one);
            Value sum = Value.of(Rational.ZERO);
            for (CompiledItem item : items) {
                Value weight = item.weight().value(one);
                sum = sum.isNumber() && weight.isNumber() ? Value.of(sum.number().plus(weight.number())) : Value.missing("");
            }
            if (sum.isNumber() && total.isNumber() && !sum.number().equals(total.number())) {
                return Optional.of(message(items, group, one, sum.number(), total.number()));
            }
        }
        return Optional.empty();
    }

    private static String message(List<CompiledItem> items, Group group, Case one, Enclosure sum, Enclosure total) {
        boolean differ = !one.texts().isEmpty() || !one.numbers().isEmpty();
        String each = items.stream().map(item -> item.item().id() + " " + shown(item.weight(), one)).collect(Collectors.joining(", "));
        String whole = group.items().stream().map(Item::weight).map(Object::toString).collect(Collectors.joining(" + "));
        return differ ? "weights sum to " + sum + " where " + one.words() + ", declared is " + total + ": " + each
                + "; where the sum may differ write weights-total: " + whole
                : "weights sum to " + sum + ", declared is " + total + ": " + each;
    }

    private static String shown(Num weight, Case one) {
        Value value = weight.value(one);
        return value.isNumber() ? value.number().toString() : "\u2013";
    }

    private void collect(Num num) {
        if (num instanceof Num.Slot it) {
            Slot slot = slots.get(it.slot());
            if (slot.role() == Role.TABLE && slot.of() < 0) {
                refused = true;
            } else if (slot.role() == Role.TABLE) {
                Set<String> keys = text(slot.of());
                slot.values().keySet().stream().filter(key -> !key.isEmpty()).forEach(keys::add);
            } else {
                numbers.computeIfAbsent(it.slot(), key -> new TreeSet<>());
            }
        } else if (num instanceof Num.Binary it) {
            collect(it.left());
            collect(it.right());
        } else if (num instanceof Num.Choice it) {
            collect(it.test());
            collect(it.then());
            collect(it.otherwise());
        } else if (num instanceof Num.OrElse it) {
            collect(it.first());
            collect(it.second());
        } else if (!(num instanceof Num.Const || num instanceof Num.Undefined)) {
            throw new IllegalArgumentException("a weight is a number, a table, or a choice between them by tests, so that the sum of the "
                    + "weights can be checked");
        }
    }

    private void collect(Test test) {
        if (test instanceof Test.Both it) {
            collect(it.left());
            collect(it.right());
        } else if (test instanceof Test.Not it) {
            collect(it.of());
        } else if (test instanceof Test.TextIn it) {
            it.ranges().forEach(range -> text(it.slot()).addAll(List.of(range.from(), range.through())));
        } else if (test instanceof Test.Compare it) {
            collect(it.left());
            collect(it.right());
            marks(it.left(), it.right());
            marks(it.right(), it.left());
        } else {
            throw new IllegalArgumentException("a weight is a number, a table, or a choice between them by tests, so that the sum of the "
                    + "weights can be checked");
        }
    }

    private void marks(Num slot, Num mark) {
        if (slot instanceof Num.Slot it && mark instanceof Num.Const constant) {
            numbers.computeIfAbsent(it.slot(), key -> new TreeSet<>()).add(constant.number());
        }
    }

    /** The texts that a slot can hold, as far as they matter. */
    private Set<String> text(int slot) {
        Set<String> known = texts.get(slot);
        if (known == null) {
            known = new LinkedHashSet<>();
            Slot it = slots.get(slot);
            if (it.role() == Role.COLUMN) {
                known.addAll(rule.columns().get(it.index()).values());
            } else if (it.role() == Role.LABEL) {
                known.addAll(rule.labels().get(it.index()).choices().stream().map(Label.Choice::label).toList());
            }
            if (known.isEmpty()) {
                known.add(OTHER);
            }
            texts.put(slot, known);
        }
        return known;
    }

    /** Every way enterprises can differ; none where there are too many. */
    private List<Case> cases() {
        List<Case> cases = new ArrayList<>(List.of(new Case(Map.of(), Map.of(), slots)));
        for (Map.Entry<Integer, Set<String>> each : texts.entrySet()) {
            List<Case> more = new ArrayList<>();
            cases.forEach(one -> each.getValue().forEach(text -> more.add(new Case(with(one.texts(), each.getKey(), text), one.numbers(), slots))));
            cases = more;
            if (cases.size() > MOST) {
                return List.of();
            }
        }
        for (Map.Entry<Integer, TreeSet<Rational>> each : numbers.entrySet()) {
            List<Case> more = new ArrayList<>();
            List<Rational> samples = samples(each.getKey(), each.getValue());
            cases.forEach(one -> samples.forEach(number -> more.add(new Case(one.texts(), with(one.numbers(), each.getKey(), number), slots))));
            cases = more;
            if (cases.size() > MOST) {
                return List.of();
            }
        }
        return cases;
    }

    /** A number at each mark, between marks and beyond them; yes and no of a flag. */
    private List<Rational> samples(int slot, Set<Rational> marks) {
        if (slots.get(slot).symbol().kind() == Symbol.Kind.FLAG) {
            return List.of(Rational.ZERO, Rational.ONE);
        }
        List<Rational> samples = new ArrayList<>();
        Rational before = null;
        for (Rational mark : marks) {
            samples.add(before == null ? mark.minus(Rational.ONE) : mark.plus(before).dividedBy(Rational.of(2)));
            samples.add(mark);
            before = mark;
        }
        samples.add(before == null ? Rational.ONE : before.plus(Rational.ONE));
        return samples;
    }

    private static <V> Map<Integer, V> with(Map<Integer, V> map, int key, V value) {
        Map<Integer, V> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
