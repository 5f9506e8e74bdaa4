package io.mubiao.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Something that a fuzzer may feed with any bytes. It ends in silence where the library does what it declares: gives an
 * answer, problems, or one of its declared exceptions. Whatever else is thrown is a finding.
 */
interface FuzzTarget {
    /** All targets, by the name that {@code -Dfuzz=} takes. */
    static List<FuzzTarget> all() {
        return List.of(new TextFuzz(), new FormulaFuzz(), new RegisterFuzz(), new ObservationFuzz(), new ScoringRuleFuzz(),
                new ScorecardFuzz(), new RuleFuzz(), new RollFuzz());
    }

    /** The target of a name. */
    static FuzzTarget named(String name) {
        return all().stream().filter(target -> target.name().equals(name)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("no fuzz target '" + name + "'; there are "
                        + all().stream().map(FuzzTarget::name).toList()));
    }

    /** The name, which is also the folder of what was found. */
    String name();

    /** Inputs to begin with. */
    List<byte[]> corpus() throws IOException;

    /** Tries an input. */
    void take(byte[] input) throws IOException;

    /** Where inputs lie that once were findings. */
    static Path found(FuzzTarget target) {
        return Path.of("src/test/resources/fuzz", target.name());
    }
}
