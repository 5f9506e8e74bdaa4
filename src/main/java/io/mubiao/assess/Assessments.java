package io.mubiao.assess;

import io.mubiao.lookup.Lookup;
import io.mubiao.lookup.LookupList;
import io.mubiao.problem.InvalidDataException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import io.mubiao.text.internal.Characters;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The assessments of a whole register on one date, by target, in register order. Immutable. */
public final class Assessments implements Lookup<Assessment> {
    private final Register register;
    private final AsOf question;
    private final LookupList<Assessment> all;
    private final Supplier<List<Problem>> problems;

    Assessments(Register register, AsOf question, List<Assessment> assessments, Supplier<List<Problem>> problems) {
        this.problems = problems;
        this.register = register;
        this.question = question;
        all = LookupList.of("register '" + register.id() + "'", "target", assessments, it -> it.target().id());
    }

    /** The register assessed. */
    public Register register() {
        return register;
    }

    /** The question asked. */
    public AsOf question() {
        return question;
    }

    @Override
    public Assessment get(String targetId) {
        return all.get(targetId);
    }

    @Override
    public Optional<Assessment> find(String targetId) {
        return all.find(targetId);
    }

    @Override
    public Stream<Assessment> stream() {
        return all.stream();
    }

    @Override
    public int size() {
        return all.size();
    }

    /**
     * What in the log does not fit the register: streams that no target reads, kinds and units that a target cannot count. Found
     * when first asked for, in the log as it is then.
     */
    public List<Problem> problems() {
        return problems.get();
    }

    /**
     * These assessments, if all that is in the log fits the register.
     *
     * @throws InvalidDataException listing what does not
     */
    public Assessments orThrow() {
        return new WithProblems<>(this, problems()).orThrow();
    }

    /** How many targets have each status; every status is a key. */
    public Map<Status, Long> counts() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, stream().filter(assessment -> assessment.status() == status).count());
        }
        return counts;
    }

    /** How many targets have each pace; ON_PACE and BEHIND are those that are judged (计入序时的). */
    public Map<Pace, Long> paceCounts() {
        Map<Pace, Long> counts = new EnumMap<>(Pace.class);
        for (Pace pace : Pace.values()) {
            counts.put(pace, stream().filter(assessment -> assessment.pace() == pace).count());
        }
        return counts;
    }

    /** The assessments by chapter of their clause, in register order; targets without a clause under "". */
    public Map<String, List<Assessment>> byChapter() {
        Map<String, List<Assessment>> chapters = new LinkedHashMap<>();
        for (Assessment assessment : this) {
            chapters.computeIfAbsent(register.chapterOf(assessment.target().id()), chapter -> new java.util.ArrayList<>())
                    .add(assessment);
        }
        return chapters;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Assessments that && register.equals(that.register) && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return Objects.hash(register.id(), all.size());
    }

    /** One line: the register, the question and the counts that are not zero. */
    @Override
    public String toString() {
        Map<Status, Long> counts = counts();
        counts.values().removeIf(count -> count == 0);
        return Characters.shown(register.id() + " " + question + ": " + counts);
    }
}
