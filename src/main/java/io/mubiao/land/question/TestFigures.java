package io.mubiao.land.question;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Label;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule.Slot;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The figures that the tests of classes and overrides read: those they name, and those that what they name is worked out of. */
final class TestFigures {
    private final CompiledRule rule;
    private final Set<Integer> named = new LinkedHashSet<>();
    private final Set<Integer> read = new LinkedHashSet<>();

    TestFigures(CompiledRule rule) {
        this.rule = rule;
        ClassRule classes = rule.classes().orElseThrow().rule();
        Stream.of(classes.tests().values(), classes.requires().values()).flatMap(Collection::stream).forEach(this::name);
        rule.rule().overrides().forEach(it -> it.when().ifPresent(this::name));
        named.forEach(this::read);
    }

    /** The indicators that a test names. */
    List<Integer> indicators() {
        return named.stream().filter(slot -> isNumber(slot, Role.INDICATOR)).toList();
    }

    /** The number columns that are read, those that a test names first. */
    List<Integer> columns() {
        return Stream.concat(named.stream(), read.stream()).distinct().filter(slot -> isNumber(slot, Role.COLUMN)).toList();
    }

    private void name(Formula test) {
        slots(test).forEach(named::add);
    }

    private void read(int at) {
        if (!read.add(at)) {
            return;
        }
        Slot slot = rule.slots().get(at);
        slot.formula().ifPresent(formula -> slots(formula).forEach(this::read));
        if (slot.role() == Role.TABLE) {
            read(slot.of());
        } else if (slot.role() == Role.LABEL) {
            rule.rule().labels().get(slot.index()).choices().stream().map(Label.Choice::when)
                    .forEach(test -> test.ifPresent(when -> slots(when).forEach(this::read)));
        }
    }

    private Stream<Integer> slots(Formula formula) {
        Set<String> names = Set.copyOf(formula.names());
        return rule.slots().stream().filter(slot -> names.contains(slot.symbol().name())).map(slot -> slot.symbol().slot());
    }

    private boolean isNumber(int slot, Role role) {
        Slot it = rule.slots().get(slot);
        return it.role() == role && it.symbol().kind() == Symbol.Kind.NUMBER;
    }
}
