package io.mubiao.land.internal;

import io.mubiao.formula.internal.Expansion.Definition;
import io.mubiao.formula.internal.Expansion;
import io.mubiao.formula.internal.Test;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.problem.Problems;
import java.util.List;
import java.util.Optional;

/** How many steps the names of a rule have with all that they use written out. */
public final class Expansions {
    private Expansions() {}

    /** Those of a rule: of what is worked out of the figures of one enterprise alone. */
    public static Expansion of(CompiledRule rule) {
        return of(rule.slots(), rule.labels(), rule.groups());
    }

    private static Expansion of(List<Slot> slots, List<List<Optional<Test>>> labels, List<CompiledGroup> groups) {
        return new Expansion(at -> {
            Slot slot = slots.get(at);
            return switch (slot.role()) {
                case DERIVED, INDICATOR -> slot.num().map(Definition::of).orElse(Definition.NONE);
                case LABEL -> slot.index() < labels.size() ? tests(labels.get(slot.index())) : Definition.NONE;
                case GROUP -> tests(groups.stream().map(CompiledGroup::when).toList());
                case TABLE -> new Definition(List.of(), List.of(), slot.of() < 0 ? List.of() : List.of(slot.of()));
                default -> Definition.NONE;
            };
        });
    }

    private static Definition tests(List<Optional<Test>> tests) {
        return new Definition(List.of(), tests.stream().flatMap(Optional::stream).toList(), List.of());
    }

    /** Refuses the first name that has too many, unless another is too large already; those that use it would only repeat it. */
    static void check(List<Slot> slots, List<List<Optional<Test>>> labels, List<CompiledGroup> groups, Problems problems) {
        if (problems.found().stream().anyMatch(it -> it.code().equals("TOO_LARGE"))) {
            return;
        }
        Expansion expansion = of(slots, labels, groups);
        for (Slot slot : slots) {
            String path = path(slot);
            if (!path.isEmpty() && problems.attempt("TOO_LARGE", path, () -> {
                expansion.check(slot.symbol().slot(), slot.symbol().name());
                return true;
            }).isEmpty()) {
                return;
            }
        }
    }

    private static String path(Slot slot) {
        return switch (slot.role()) {
            case DERIVED -> "derived." + slot.symbol().name();
            case INDICATOR -> "indicators." + slot.symbol().name();
            case LABEL -> "labels." + slot.symbol().name();
            default -> "";
        };
    }
}
