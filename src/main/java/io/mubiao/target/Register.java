package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.lookup.Lookup;
import io.mubiao.lookup.LookupList;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.target.internal.RegisterCheck;
import io.mubiao.target.internal.UsedParts;
import io.mubiao.text.internal.Characters;
import io.mubiao.time.Span;
import io.mubiao.time.WorkCalendar;
import io.mubiao.value.Units;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The targets of a document (目标登记册), with the units, scales and calendars they use. Immutable. Measure words, scales
 * and calendars that a target uses count as declared.
 *
 * <p>Dates are local dates in {@link #zone()}.
 *
 * <pre>{@code
 * Goal goal = Goal.total(Quantity.parse("10 个", Units.builtIn().with("个")));
 * Register register = Register.of("demo", ZoneId.of("Asia/Shanghai"), Target.of("P03", "基金投资项目", goal, Span.year(2024)));
 * System.out.println(register.get("P03").title()); // prints 基金投资项目
 * System.out.println(register.find("P04").isPresent()); // prints false
 * }</pre>
 */
public final class Register implements Lookup<Target> {
    private final Builder parts;
    private final ImmutableMap<String, Tiers> tiersByTarget;
    private final ImmutableMap<String, Clause> clauseByTarget;

    private Register(Builder from) {
        parts = from.copy();
        UsedParts used = UsedParts.of(parts.targets, parts.tiers);
        parts.units = from.units.with(used.measureWords());
        parts.stages(UsedParts.union(from.stages, used.stages()));
        parts.severities(UsedParts.union(from.severities, used.severities()));
        parts.calendars(UsedParts.union(from.calendars, used.calendars()));
        RegisterCheck.check(this).refuse("register '" + parts.id + "'");
        ImmutableMap.Builder<String, Tiers> tierIndex = ImmutableMap.builder();
        parts.tiers.forEach(group -> group.tiers().forEach(tier -> tierIndex.put(tier.target(), group)));
        tiersByTarget = tierIndex.build();
        ImmutableMap.Builder<String, Clause> clauseIndex = ImmutableMap.builder();
        parts.clauses.forEach(clause -> clause.targets().forEach(target -> clauseIndex.put(target, clause)));
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
        return parts.id;
    }

    /** Its title; may be empty. */
    public String title() {
        return parts.title;
    }

    /** The zone in which instants become dates. */
    public ZoneId zone() {
        return parts.zone;
    }

    /** The period of targets that do not state their own, if the register declares one. */
    public Optional<Span> period() {
        return parts.period;
    }

    /** The units it uses. */
    public Units units() {
        return parts.units;
    }

    /** Its lists of stages. */
    public LookupList<Scale> stages() {
        return parts.stages;
    }

    /** Its scales of severity. */
    public LookupList<Scale> severities() {
        return parts.severities;
    }

    /** Its working-day calendars. */
    public LookupList<WorkCalendar> calendars() {
        return parts.calendars;
    }

    /** The documents its targets come from. */
    public LookupList<Document> documents() {
        return parts.documents;
    }

    /** The clauses of those documents, each with its targets. */
    public LookupList<Clause> clauses() {
        return parts.clauses;
    }

    /** Its nested tiers and disjoint bands. */
    public LookupList<Tiers> tiers() {
        return parts.tiers;
    }

    /** All targets, in order. */
    public LookupList<Target> targets() {
        return parts.targets;
    }

    @Override
    public Target get(String targetId) {
        return parts.targets.get(targetId);
    }

    @Override
    public Optional<Target> find(String targetId) {
        return parts.targets.find(targetId);
    }

    @Override
    public Stream<Target> stream() {
        return parts.targets.stream();
    }

    @Override
    public int size() {
        return parts.targets.size();
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Register that && parts.all().equals(that.parts.all());
    }

    @Override
    public int hashCode() {
        return Objects.hash(parts.id, parts.targets);
    }

    @Override
    public String toString() {
        return Characters.shown("Register " + parts.id + " of " + parts.targets.size() + " targets");
    }

    /** Builds a {@link Register}. Everything but the id and the zone is empty until it is set. */
    public static final class Builder extends CopiedBuilder<Builder> {
        private final String id;
        private final ZoneId zone;
        private String title = "";
        private Optional<Span> period = Optional.empty();
        private Units units = Units.builtIn();
        private LookupList<Scale> stages = list("list of stages", List.of(), Scale::id);
        private LookupList<Scale> severities = list("scale of severity", List.of(), Scale::id);
        private LookupList<WorkCalendar> calendars = list("calendar", List.of(), WorkCalendar::id);
        private LookupList<Document> documents = list("document", List.of(), Document::id);
        private LookupList<Clause> clauses = list("clause", List.of(), Clause::id);
        private LookupList<Tiers> tiers = list("tiers", List.of(), Tiers::id);
        private LookupList<Target> targets = list("target", List.of(), Target::id);

        private Builder(String id, ZoneId zone) {
            this.id = requireNonNull(id, "id");
            this.zone = requireNonNull(zone, "zone");
        }

        private <T> LookupList<T> list(String kind, List<T> all, Function<T, String> idOf) {
            return LookupList.of("register '" + id + "'", kind, all, idOf);
        }

        /** Its title. */
        public Builder title(String value) {
            title = requireNonNull(value, "title");
            return this;
        }

        /** The period of targets that do not state their own. */
        public Builder period(Span value) {
            period = Optional.of(value);
            return this;
        }

        /** The units it uses. */
        public Builder units(Units value) {
            units = requireNonNull(value, "units");
            return this;
        }

        /** Its lists of stages. */
        public Builder stages(List<Scale> value) {
            stages = list("list of stages", value, Scale::id);
            return this;
        }

        /** Its scales of severity. */
        public Builder severities(List<Scale> value) {
            severities = list("scale of severity", value, Scale::id);
            return this;
        }

        /** Its working-day calendars. */
        public Builder calendars(List<WorkCalendar> value) {
            calendars = list("calendar", value, WorkCalendar::id);
            return this;
        }

        /** The documents its targets come from. */
        public Builder documents(List<Document> value) {
            documents = list("document", value, Document::id);
            return this;
        }

        /** The clauses of those documents. */
        public Builder clauses(List<Clause> value) {
            clauses = list("clause", value, Clause::id);
            return this;
        }

        /** Its nested tiers and disjoint bands. */
        public Builder tiers(List<Tiers> value) {
            tiers = list("tiers", value, Tiers::id);
            return this;
        }

        /** Its targets, in order. */
        public Builder targets(List<Target> value) {
            targets = list("target", value, Target::id);
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

        private List<Object> all() {
            return List.of(id, title, zone, period, units, stages, severities, calendars, documents, clauses, tiers, targets);
        }
    }
}
