package io.mubiao.land.assess;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.land.Roll;
import io.mubiao.text.internal.Characters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Some rows of a roll with what they need of earlier years, joined to them beforehand by their ids (名册的一部分). Immutable.
 */
public final class Chunk {
    private final Roll roll;
    private final ImmutableMap<Integer, Roll> prior;
    private final Optional<Roll> before;
    private final Optional<ClassHistory> history;
    private final Optional<ImmutableMap<String, String>> places;

    private Chunk(Roll roll, Map<Integer, Roll> prior, Optional<Roll> before, Optional<ClassHistory> history,
            Optional<ImmutableMap<String, String>> places) {
        this.places = places;
        this.roll = roll;
        this.prior = ImmutableMap.copyOf(prior);
        this.before = before;
        this.history = history;
    }

    /** Rows that need nothing of earlier years, or find it with the assessor. */
    public static Chunk of(Roll roll) {
        return new Chunk(requireNonNull(roll, "roll"), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** With last year's figures of the same enterprises; whoever has none is left out. */
    public Chunk prior(Roll lastYear) {
        return prior(1, lastYear);
    }

    /**
     * With the figures of the same enterprises in an earlier year.
     *
     * @param yearsAgo how many years before the year evaluated, from 1 to 30
     */
    public Chunk prior(int yearsAgo, Roll figures) {
        checkArgument(yearsAgo >= 1 && yearsAgo <= 30, "years ago must be from 1 to 30, got %s", yearsAgo);
        Map<Integer, Roll> all = new LinkedHashMap<>(prior);
        all.put(yearsAgo, requireNonNull(figures, "figures"));
        return new Chunk(roll, all, before, history, places);
    }

    /**
     * With enterprises of last year, who form baselines of the prior year: each of them in one chunk alone, it does not matter in
     * which. Without this those of {@link #prior(Roll)} do, so that nobody who has closed since is among them.
     */
    public Chunk before(Roll enterprises) {
        return new Chunk(roll, prior, Optional.of(enterprises), history, places);
    }

    /** With the classes that these enterprises had in earlier years. */
    public Chunk history(ClassHistory classes) {
        return new Chunk(roll, prior, before, Optional.of(classes), places);
    }

    /** With the {@link Chunks#places places} that these enterprises had before they moved by other ranges, by their ids. */
    public Chunk places(Map<String, String> found) {
        return new Chunk(roll, prior, before, history, Optional.of(ImmutableMap.copyOf(found)));
    }

    /** The rows. */
    public Roll roll() {
        return roll;
    }

    /** The figures of earlier years, by how many years ago they were. */
    public Map<Integer, Roll> prior() {
        return prior;
    }

    /** The enterprises of last year that form baselines here. */
    public Optional<Roll> before() {
        return before.or(() -> Optional.ofNullable(prior.get(1)));
    }

    /** The classes of earlier years, where they came with the rows. */
    public Optional<ClassHistory> history() {
        return history;
    }

    /** The places that came with the rows. */
    public Optional<Map<String, String>> places() {
        return places.map(it -> it);
    }

    @Override
    public String toString() {
        return Characters.shown("Chunk[" + roll + "]");
    }
}
