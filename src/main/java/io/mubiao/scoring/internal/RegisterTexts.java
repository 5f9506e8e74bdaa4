package io.mubiao.scoring.internal;

import com.google.common.base.Suppliers;
import io.mubiao.formula.Formula;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ids, chapters and lead units there are in a register, and what formulas compare them with. */
public final class RegisterTexts {
    private final Supplier<Set<String>> ids;
    private final Supplier<Set<String>> chapters;
    private final Supplier<Set<String>> owners;

    /** @param leadUnit the unit that leads a target; empty if none */
    public RegisterTexts(Register register, Function<Target, String> leadUnit) {
        ids = all(register, Target::id);
        chapters = all(register, target -> register.chapterOf(target.id()));
        owners = all(register, leadUnit);
    }

    private static Supplier<Set<String>> all(Register register, Function<Target, String> text) {
        return Suppliers.memoize(() -> register.stream().map(text).filter(it -> !it.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /**
     * Looks at a formula of readings.
     *
     * @throws IllegalArgumentException if it compares an id, a chapter or an owner with a text that none in the register has
     */
    public void check(Formula formula) {
        KnownTexts.check(formula, Reading::find, this::known);
    }

    /**
     * Looks at the formulas of a rule.
     *
     * @param given the inputs that the office gives somewhere, which can be anything
     * @throws IllegalArgumentException as {@link #check(Formula)}
     */
    public void check(ScoringRule rule, Set<String> given) {
        Function<String, Optional<Reading>> readings = name -> given.contains(name) ? Optional.empty()
                : rule.inputs().find(name).map(input -> input.reading()).orElseGet(() -> Reading.find(name));
        Stream.of(rule.parts().stream().flatMap(RegisterTexts::formulas), rule.derived().stream().map(it -> it.formula()),
                rule.claims().stream().map(claim -> claim.when()), rule.total().cap().stream(), rule.total().floor().stream())
                .flatMap(all -> all).forEach(formula -> KnownTexts.check(formula, readings, this::known));
        rule.inputs().stream().flatMap(input -> input.over().stream()).flatMap(over -> over.test().stream()).forEach(this::check);
    }

    private static Stream<Formula> formulas(Part part) {
        return Stream.concat(Stream.of(part.formula()), part.parts().stream().flatMap(RegisterTexts::formulas));
    }

    private Optional<Collection<String>> known(Reading reading) {
        return switch (reading) {
            case ID -> Optional.of(ids.get());
            case CHAPTER -> Optional.of(chapters.get());
            case OWNER -> Optional.of(owners.get());
            default -> Optional.empty();
        };
    }
}
