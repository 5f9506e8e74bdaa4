package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import io.mubiao.observe.Basis;
import io.mubiao.problem.Problems;
import io.mubiao.text.internal.Characters;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One commitment (目标): a goal, its period and deadline, and the people and words behind it. Immutable.
 *
 * <p>Defaults of the builder: due on the last day of the period; nobody named; {@link Basis#REPORTED} figures count;
 * no reporting interval; the pace curve of the question asked; one version.
 *
 * <pre>{@code
 * Units units = Units.builtIn().with("个");
 * Target target = Target.builder("P05", Goal.total(Quantity.parse("62 个", units)), Span.year(2024))
 *         .title("新引进亿元以上项目").owner(new Owner("分管副区长", "区商务局", List.of())).due(LocalDate.of(2024, 11, 30)).build();
 * System.out.println(target.goal().bound().orElseThrow()); // prints 62 个
 * System.out.println(target.deadline().original()); // prints 2024-11-30
 * }</pre>
 */
public final class Target {
    private final Builder parts;

    private Target(Builder from) {
        parts = from.copy();
        parts.deadline = Optional.of(from.deadline.orElse(Deadline.on(from.period.last())));
    }

    /** A target with a title, a goal and a period, and the defaults otherwise. */
    public static Target of(String id, String title, Goal goal, Span period) {
        return builder(id, goal, period).title(title).build();
    }

    /** A builder with the required parts. */
    public static Builder builder(String id, Goal goal, Span period) {
        return new Builder(id, goal, period);
    }

    /** A builder with everything of this target. */
    public Builder toBuilder() {
        return parts.copy();
    }

    /** Unique in its register. */
    public String id() {
        return parts.id;
    }

    /** What people call it; may be empty. */
    public String title() {
        return parts.title;
    }

    /** The goal as first set. */
    public Goal goal() {
        return parts.goal;
    }

    /** The goal in force on a day. */
    public Goal goalOn(LocalDate day) {
        int version = versionOn(day);
        return version == 0 ? parts.goal : parts.versions.get(version - 1).goal();
    }

    /** The streams of observations that it reads under any version of its goal, its own first. */
    public Set<String> streams() {
        Set<String> streams = new LinkedHashSet<>(Set.of(parts.id));
        Stream.concat(Stream.of(parts.goal), parts.versions.stream().map(Version::goal)).flatMap(goal -> goal.reads().stream())
                .forEach(measure -> streams.addAll(measure.streams(parts.id)));
        return streams;
    }

    /** The number of the version in force on a day: 0 for the original. */
    public int versionOn(LocalDate day) {
        int version = 0;
        while (version < parts.versions.size() && !parts.versions.get(version).from().isAfter(day)) {
            version++;
        }
        return version;
    }

    /** The period over which it counts. */
    public Span period() {
        return parts.period;
    }

    /** The deadline and its history. */
    public Deadline deadline() {
        return parts.deadline.orElseThrow();
    }

    /** Who answers for it. */
    public Owner owner() {
        return parts.owner;
    }

    /** How strongly it is committed to, if the document was read for that. */
    public Optional<Commitment> commitment() {
        return parts.commitment;
    }

    /** Whether it is 约束性 or 预期性, if the document says so. */
    public Optional<Bindingness> bindingness() {
        return parts.bindingness;
    }

    /** Which figures count. */
    public Basis basis() {
        return parts.basis;
    }

    /** How often a report is owed, if that is declared. */
    public Optional<Reporting> reporting() {
        return parts.reporting;
    }

    /** Its own pace curve, if it has one. */
    public Optional<PaceCurve> pace() {
        return parts.pace;
    }

    /** Later versions of the goal, by rising date. */
    public List<Version> versions() {
        return parts.versions;
    }

    /** The id of the target of which it is a part (其中); empty if it is none. */
    public String partOf() {
        return parts.partOf;
    }

    /** The id in the previous register that it carries on; empty if it is the same id or new. */
    public String continues() {
        return parts.continues;
    }

    /** A remark, such as the reading chosen for an ambiguous text; may be empty. */
    public String note() {
        return parts.note;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target that && parts.all().equals(that.parts.all());
    }

    @Override
    public int hashCode() {
        return Objects.hash(parts.id, parts.goal);
    }

    @Override
    public String toString() {
        return Characters.shown(parts.id + " " + parts.title);
    }

    /** Builds a {@link Target}; see there for the defaults. */
    public static final class Builder extends CopiedBuilder<Builder> {
        private final String id;
        private final Goal goal;
        private final Span period;
        private String title = "";
        private Optional<Deadline> deadline = Optional.empty();
        private Owner owner = Owner.NONE;
        private Optional<Commitment> commitment = Optional.empty();
        private Optional<Bindingness> bindingness = Optional.empty();
        private Basis basis = Basis.REPORTED;
        private Optional<Reporting> reporting = Optional.empty();
        private Optional<PaceCurve> pace = Optional.empty();
        private List<Version> versions = List.of();
        private String partOf = "";
        private String continues = "";
        private String note = "";

        private Builder(String id, Goal goal, Span period) {
            this.id = requireNonNull(id, "id");
            this.goal = requireNonNull(goal, "goal");
            this.period = requireNonNull(period, "period");
        }

        /** What people call it. */
        public Builder title(String value) {
            title = requireNonNull(value, "title");
            return this;
        }

        /** The deadline, if it is not the last day of the period. */
        public Builder due(LocalDate day) {
            return deadline(Deadline.on(day));
        }

        /** The deadline with its history. */
        public Builder deadline(Deadline value) {
            deadline = Optional.of(value);
            return this;
        }

        /** Who answers for it. */
        public Builder owner(Owner value) {
            owner = requireNonNull(value, "owner");
            return this;
        }

        /** How strongly it is committed to. */
        public Builder commitment(Commitment value) {
            commitment = Optional.of(value);
            return this;
        }

        /** Whether it binds. */
        public Builder bindingness(Bindingness value) {
            bindingness = Optional.of(value);
            return this;
        }

        /** Which figures count. */
        public Builder basis(Basis value) {
            basis = requireNonNull(value, "basis");
            return this;
        }

        /** How often a report is owed. */
        public Builder reporting(Reporting value) {
            reporting = Optional.of(value);
            return this;
        }

        /** Its own pace curve. */
        public Builder pace(PaceCurve value) {
            pace = Optional.of(value);
            return this;
        }

        /** Later versions of the goal, by rising date. */
        public Builder versions(List<Version> value) {
            versions = List.copyOf(value);
            return this;
        }

        /** The id of the target of which it is a part (其中). */
        public Builder partOf(String value) {
            partOf = requireNonNull(value, "partOf");
            return this;
        }

        /** The id in the previous register that it carries on. */
        public Builder continues(String value) {
            continues = requireNonNull(value, "continues");
            return this;
        }

        /** A remark. */
        public Builder note(String value) {
            note = requireNonNull(value, "note");
            return this;
        }

        /**
         * The target.
         *
         * @throws io.mubiao.problem.InvalidDefinitionException listing everything that is wrong: a blank id, dates of versions
         *     that do not rise
         */
        public Target build() {
            Problems problems = new Problems();
            if (id.isBlank()) {
                problems.error("BAD_VALUE", "id", "target id must not be blank");
            }
            for (int i = 1; i < versions.size(); i++) {
                if (!versions.get(i).from().isAfter(versions.get(i - 1).from())) {
                    problems.error("BAD_VALUE", "versions[" + i + "].from", "versions of target '" + id
                            + "' must have rising dates, got " + versions.get(i - 1).from() + " then " + versions.get(i).from());
                }
            }
            problems.refuse("target '" + id + "'");
            return new Target(this);
        }

        private List<Object> all() {
            return List.of(id, title, goal, period, deadline, owner, commitment, bindingness, basis, reporting, pace, versions,
                    partOf, continues, note);
        }
    }
}
