package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.outcome.InvalidDefinitionException;
import io.mubiao.outcome.NoSuchIdException;
import io.mubiao.target.internal.RegisterCheck;
import io.mubiao.target.internal.UsedParts;
import io.mubiao.time.Span;
import io.mubiao.time.WorkCalendar;
import io.mubiao.value.Units;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The targets of a document (目标登记册), with the units, scales and calendars they use. Immutable. Measure words, scales
 * and calendars that a target uses count as declared.
 *
 * <p>Dates are local dates in {@link #zone()}.
 */
public final class Register {
    private final String id;
    private final String title;
    private final ZoneId zone;
    private final @Nullable Span period;
    private final Units units;
    private final List<Scale> stages;
    private final List<Scale> severities;
    private final List<WorkCalendar> calendars;
    private final List<Document> documents;
    private final List<Clause> clauses;
    private final List<Tiers> tiers;
    private final List<Target> targets;
    private final ImmutableMap<String, Target> byId;
    private final ImmutableMap<String, Tiers> tiersByTarget;
    private final ImmutableMap<String, Clause> clauseByTarget;

    private Register(Builder builder) {
        id = builder.id;
        title = builder.title;
        zone = builder.zone;
        period = builder.period;
        UsedParts used = UsedParts.of(builder.targets, builder.tiers);
        units = builder.units.with(used.measureWords());
        stages = UsedParts.union(builder.stages, used.stages());
        severities = UsedParts.union(builder.severities, used.severities());
        calendars = UsedParts.union(builder.calendars, used.calendars());
        documents = List.copyOf(builder.documents);
        clauses = List.copyOf(builder.clauses);
        tiers = List.copyOf(builder.tiers);
        targets = List.copyOf(builder.targets);
        RegisterCheck.check(this).refuse("register '" + id + "'");
        byId = targets.stream().collect(ImmutableMap.toImmutableMap(Target::id, target -> target));
        ImmutableMap.Builder<String, Tiers> tierIndex = ImmutableMap.builder();
        tiers.forEach(group -> group.tiers().forEach(tier -> tierIndex.put(tier.target(), group)));
        tiersByTarget = tierIndex.build();
        ImmutableMap.Builder<String, Clause> clauseIndex = ImmutableMap.builder();
        clauses.forEach(clause -> clause.targets().forEach(target -> clauseIndex.put(target, clause)));
        clauseByTarget = clauseIndex.build();
    }

    /** A register of targets alone. */
    public static Register of(String id, ZoneId zone, Target... targets) {
        return builder(id, zone).targets(List.of(targets)).build();
    }

    /** A builder with the required parts. */
    public static Builder builder(String id, ZoneId zone) {
        return new Builder(id, zone);
    }

    /** Its name. */
    public String id() {
        return id;
    }

    /** Its title; may be empty. */
    public String title() {
        return title;
    }

    /** The zone in which instants become dates. */
    public ZoneId zone() {
        return zone;
    }

    /** The period of targets that do not state their own, if the register declares one. */
    public Optional<Span> period() {
        return Optional.ofNullable(period);
    }

    /** The units it uses. */
    public Units units() {
        return units;
    }

    /** Its lists of stages. */
    public List<Scale> stages() {
        return stages;
    }

    /** Its scales of severity. */
    public List<Scale> severities() {
        return severities;
    }

    /** Its working-day calendars. */
    public List<WorkCalendar> calendars() {
        return calendars;
    }

    /** The documents its targets come from. */
    public List<Document> documents() {
        return documents;
    }

    /** The clauses of those documents, each with its targets. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** Its nested tiers and disjoint bands. */
    public List<Tiers> tiers() {
        return tiers;
    }

    /** All targets, in order. */
    public List<Target> targets() {
        return targets;
    }

    /** All targets by id, in order. */
    public Map<String, Target> byId() {
        return byId;
    }

    /**
     * The target with this id.
     *
     * @throws NoSuchIdException if there is none
     */
    public Target target(String targetId) {
        Target target = byId.get(targetId);
        if (target == null) {
            throw new NoSuchIdException("register '" + id + "' has no target '" + targetId + "'");
        }
        return target;
    }

    /** The tiers that a target belongs to, if any. */
    public Optional<Tiers> tiersOf(String targetId) {
        return Optional.ofNullable(tiersByTarget.get(targetId));
    }

    /** The clause that a target comes from, if any. */
    public Optional<Clause> clauseOf(String targetId) {
        return Optional.ofNullable(clauseByTarget.get(targetId));
    }

    /** The chapter that a target comes from; empty if it has no clause. */
    public String chapterOf(String targetId) {
        return clauseOf(targetId).map(Clause::chapter).orElse("");
    }

    private List<@Nullable Object> parts() {
        return java.util.Arrays.asList(id, title, zone, period, units, stages, severities, calendars, documents,
                clauses, tiers, targets);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Register that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, targets);
    }

    @Override
    public String toString() {
        return "Register " + id + " of " + targets.size() + " targets";
    }

    /** Builds a {@link Register}. Everything but the id and the zone is empty until it is set. */
    public static final class Builder {
        private final String id;
        private final ZoneId zone;
        private String title = "";
        private @Nullable Span period;
        private Units units = Units.builtIn();
        private List<Scale> stages = new ArrayList<>();
        private List<Scale> severities = new ArrayList<>();
        private List<WorkCalendar> calendars = new ArrayList<>();
        private List<Document> documents = new ArrayList<>();
        private List<Clause> clauses = new ArrayList<>();
        private List<Tiers> tiers = new ArrayList<>();
        private List<Target> targets = new ArrayList<>();

        private Builder(String id, ZoneId zone) {
            this.id = requireNonNull(id, "id");
            this.zone = requireNonNull(zone, "zone");
        }

        /** Its title. */
        public Builder title(String value) {
            title = requireNonNull(value, "title");
            return this;
        }

        /** The period of targets that do not state their own. */
        public Builder period(Span value) {
            period = requireNonNull(value, "period");
            return this;
        }

        /** The units it uses. */
        public Builder units(Units value) {
            units = requireNonNull(value, "units");
            return this;
        }

        /** Its lists of stages. */
        public Builder stages(List<Scale> value) {
            stages = List.copyOf(value);
            return this;
        }

        /** Its scales of severity. */
        public Builder severities(List<Scale> value) {
            severities = List.copyOf(value);
            return this;
        }

        /** Its working-day calendars. */
        public Builder calendars(List<WorkCalendar> value) {
            calendars = List.copyOf(value);
            return this;
        }

        /** The documents its targets come from. */
        public Builder documents(List<Document> value) {
            documents = List.copyOf(value);
            return this;
        }

        /** The clauses of those documents. */
        public Builder clauses(List<Clause> value) {
            clauses = List.copyOf(value);
            return this;
        }

        /** Its nested tiers and disjoint bands. */
        public Builder tiers(List<Tiers> value) {
            tiers = List.copyOf(value);
            return this;
        }

        /** Its targets, in order. */
        public Builder targets(List<Target> value) {
            targets = List.copyOf(value);
            return this;
        }

        /**
         * The register.
         *
         * @throws InvalidDefinitionException listing everything that does not fit together: ids used twice, clauses
         *     and tiers that name no target, units that do not convert inside one target
         */
        public Register build() {
            return new Register(this);
        }
    }
}
