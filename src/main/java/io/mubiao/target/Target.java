package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import io.mubiao.observe.Basis;
import io.mubiao.time.PaceCurve;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One commitment (目标): a goal, its period and deadline, and the people and words behind it. Immutable.
 *
 * <p>Defaults of the builder: due on the last day of the period; nobody named; {@link Basis#REPORTED} figures count;
 * no reporting interval; the pace curve of the question asked; one version.
 */
public final class Target {
    private final String id;
    private final String title;
    private final Goal goal;
    private final Span period;
    private final Deadline deadline;
    private final Owner owner;
    private final @Nullable Commitment commitment;
    private final @Nullable Bindingness bindingness;
    private final Basis basis;
    private final @Nullable Reporting reporting;
    private final @Nullable PaceCurve pace;
    private final List<Version> versions;
    private final String partOf;
    private final String continues;
    private final String note;

    private Target(Builder builder) {
        id = builder.id;
        title = builder.title;
        goal = builder.goal;
        period = builder.period;
        deadline = builder.deadline == null ? Deadline.on(builder.period.last()) : builder.deadline;
        owner = builder.owner;
        commitment = builder.commitment;
        bindingness = builder.bindingness;
        basis = builder.basis;
        reporting = builder.reporting;
        pace = builder.pace;
        versions = List.copyOf(builder.versions);
        partOf = builder.partOf;
        continues = builder.continues;
        note = builder.note;
        if (id.isBlank()) {
            throw new IllegalArgumentException("target id must not be blank");
        }
        for (int i = 1; i < versions.size(); i++) {
            if (!versions.get(i).from().isAfter(versions.get(i - 1).from())) {
                throw new IllegalArgumentException(
                        "versions of target '" + id + "' must have rising dates, got " + versions.get(i - 1).from()
                                + " then " + versions.get(i).from());
            }
        }
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
        Builder builder = new Builder(id, goal, period);
        builder.title = title;
        builder.deadline = deadline;
        builder.owner = owner;
        builder.commitment = commitment;
        builder.bindingness = bindingness;
        builder.basis = basis;
        builder.reporting = reporting;
        builder.pace = pace;
        builder.versions = versions;
        builder.partOf = partOf;
        builder.continues = continues;
        builder.note = note;
        return builder;
    }

    /** Unique in its register. */
    public String id() {
        return id;
    }

    /** What people call it; may be empty. */
    public String title() {
        return title;
    }

    /** The goal as first set. */
    public Goal goal() {
        return goal;
    }

    /** The goal in force on a day. */
    public Goal goalOn(LocalDate day) {
        int version = versionOn(day);
        return version == 0 ? goal : versions.get(version - 1).goal();
    }

    /** The number of the version in force on a day: 0 for the original. */
    public int versionOn(LocalDate day) {
        int version = 0;
        while (version < versions.size() && !versions.get(version).from().isAfter(day)) {
            version++;
        }
        return version;
    }

    /** The period over which it counts. */
    public Span period() {
        return period;
    }

    /** The deadline and its history. */
    public Deadline deadline() {
        return deadline;
    }

    /** Who answers for it. */
    public Owner owner() {
        return owner;
    }

    /** How strongly it is committed to, if the document was read for that. */
    public Optional<Commitment> commitment() {
        return Optional.ofNullable(commitment);
    }

    /** Whether it is 约束性 or 预期性, if the document says so. */
    public Optional<Bindingness> bindingness() {
        return Optional.ofNullable(bindingness);
    }

    /** Which figures count. */
    public Basis basis() {
        return basis;
    }

    /** How often a report is owed, if that is declared. */
    public Optional<Reporting> reporting() {
        return Optional.ofNullable(reporting);
    }

    /** Its own pace curve, if it has one. */
    public Optional<PaceCurve> pace() {
        return Optional.ofNullable(pace);
    }

    /** Later versions of the goal, by rising date. */
    public List<Version> versions() {
        return versions;
    }

    /** The id of the target of which it is a part (其中); empty if it is none. */
    public String partOf() {
        return partOf;
    }

    /** The id in the previous register that it carries on; empty if it is the same id or new. */
    public String continues() {
        return continues;
    }

    /** A remark, such as the reading chosen for an ambiguous text; may be empty. */
    public String note() {
        return note;
    }

    private List<@Nullable Object> parts() {
        return java.util.Arrays.asList(id, title, goal, period, deadline, owner, commitment, bindingness, basis,
                reporting, pace, versions, partOf, continues, note);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, goal);
    }

    @Override
    public String toString() {
        return id + " " + title;
    }

    /** Builds a {@link Target}; see there for the defaults. */
    public static final class Builder {
        private final String id;
        private final Goal goal;
        private final Span period;
        private String title = "";
        private @Nullable Deadline deadline;
        private Owner owner = Owner.NONE;
        private @Nullable Commitment commitment;
        private @Nullable Bindingness bindingness;
        private Basis basis = Basis.REPORTED;
        private @Nullable Reporting reporting;
        private @Nullable PaceCurve pace;
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
            deadline = requireNonNull(value, "deadline");
            return this;
        }

        /** Who answers for it. */
        public Builder owner(Owner value) {
            owner = requireNonNull(value, "owner");
            return this;
        }

        /** How strongly it is committed to. */
        public Builder commitment(Commitment value) {
            commitment = requireNonNull(value, "commitment");
            return this;
        }

        /** Whether it binds. */
        public Builder bindingness(Bindingness value) {
            bindingness = requireNonNull(value, "bindingness");
            return this;
        }

        /** Which figures count. */
        public Builder basis(Basis value) {
            basis = requireNonNull(value, "basis");
            return this;
        }

        /** How often a report is owed. */
        public Builder reporting(Reporting value) {
            reporting = requireNonNull(value, "reporting");
            return this;
        }

        /** Its own pace curve. */
        public Builder pace(PaceCurve value) {
            pace = requireNonNull(value, "pace");
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
         * @throws IllegalArgumentException if the id is blank or version dates do not rise
         */
        public Target build() {
            return new Target(this);
        }
    }
}
