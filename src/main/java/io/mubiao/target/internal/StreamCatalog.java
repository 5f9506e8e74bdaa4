package io.mubiao.target.internal;

import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Complete;
import io.mubiao.observe.Observation.Event;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Judgement;
import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation.MemberReport;
import io.mubiao.observe.Observation.Retraction;
import io.mubiao.observe.Observation.StageChange;
import io.mubiao.observe.Observation.Tally;
import io.mubiao.observe.Observation.Total;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.target.Baseline;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Population;
import io.mubiao.target.Register;
import io.mubiao.target.Scale;
import io.mubiao.target.Stated;
import io.mubiao.target.Target;
import io.mubiao.target.Tiers;
import io.mubiao.target.Version;
import io.mubiao.text.internal.Spelling;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which streams the targets of a register read, and what may stand in each (观测口径检查). Immutable. */
public final class StreamCatalog {
    private static final String STANDS = "; write what stands on the last of those days, with that day, in a table under a header such as 9月底完成数"
            + " or beside a 日期 (on)";

    private final Map<String, List<Use>> uses = new HashMap<>();

    /** One target's use of a stream; a null unit, scale or attribute means that anything goes. */
    private record Use(String target, Set<Class<? extends Observation>> kinds, @Nullable Unit unit,
            @Nullable Scale stages, @Nullable Scale grades, @Nullable String attribute, List<String> members, boolean whole) {
        Use(String target, Set<Class<? extends Observation>> kinds, @Nullable Unit unit, @Nullable Scale stages, @Nullable Scale grades,
                @Nullable String attribute, List<String> members) {
            this(target, kinds, unit, stages, grades, attribute, members, false);
        }
    }

    /** What figures are compared with, by stream. */
    private final Map<String, List<Plausibility.Required>> required = new HashMap<>();
    private final Map<String, List<Span>> periods = new HashMap<>();
    private final Set<String> sampled = new HashSet<>();
    private final Plausibility plausibility;
    private final CountedDays counted;
    private final ZoneId zone;

    private StreamCatalog(Register register) {
        zone = register.zone();
        plausibility = new Plausibility(register);
        counted = new CountedDays(zone);
        for (Target target : register.targets()) {
            counted.add(target);
            use(target.id(), target.id(), Set.of(Judgement.class), null);
            Stream.concat(Stream.of(target.goal()), target.versions().stream().map(Version::goal))
                    .forEach(goal -> goal(register, target, goal));
        }
    }

    /** The streams of a register. */
    public static StreamCatalog of(Register register) {
        return new StreamCatalog(register);
    }

    /**
     * What is wrong with an observation in the eyes of the register: a stream that no target reads, a kind that the
     * stream cannot hold (a level among totals), a unit that does not convert, a stage, grade, size or member that the
     * register does not know (DOES_NOT_FIT); a day that cannot be, or was still to come when it was recorded
     * (IMPOSSIBLE_DATE). As warnings: a total or count below zero (NEGATIVE), a figure that a slip of a factor brought far from
     * what is required (FAR_OFF), a figure of days that no target counts (OUTSIDE_PERIOD). Empty if nothing is. The place is the observation's id or else its stream.
     */
    public List<Problem> check(Observation observation) {
        Problems problems = new Problems().at(place(observation));
        misfits(observation).forEach(message -> problems.error("DOES_NOT_FIT", "", message));
        if (problems.isEmpty()) {
            plausibility.check(observation, required.getOrDefault(observation.entry().stream(), List.of()), problems);
            if (problems.isEmpty()) {
                counted.outside(observation, readers(observation)).ifPresent(message -> problems.warning("OUTSIDE_PERIOD", "", message));
            }
        }
        return problems.found();
    }

    /** Whether it is of days that count for no target that reads it. */
    public boolean isOutside(Observation observation) {
        return counted.isOutside(observation, readers(observation));
    }

    private List<String> readers(Observation observation) {
        return uses.getOrDefault(observation.entry().stream(), List.of()).stream().filter(use -> use.kinds.contains(observation.getClass()))
                .map(use -> use.target).distinct().toList();
    }

    /** Of which increments of a stream, in a unit, nothing is to be said of their days and amounts. */
    public PlainIncrements plain(String stream, Unit unit) {
        List<Span> days = uses.getOrDefault(stream, List.of()).stream().filter(use -> use.kinds.contains(Increment.class))
                .map(use -> counted.of(use.target)).distinct().toList();
        return new PlainIncrements(days, Plausibility.stretches(unit, required.getOrDefault(stream, List.of())));
    }

    private static String place(Observation observation) {
        Entry entry = observation.entry();
        return entry.id().isEmpty() ? entry.stream() : entry.id();
    }

    /**
     * What does not go together among observations that nothing supersedes: two figures of one day from one source, known at
     * once (TWICE_A_DAY; if they say the same a warning), and, as a warning, a running total that falls (FALLING_TOTAL). Of several
     * sources: figures of one day that differ (SOURCES_DIFFER; if the one recorded last counts, a warning), increments of the same
     * days, which are added up (SOURCES_ADDED, a warning).
     *
     * @param known how many of the first are told of beside the others alone
     */
    public List<Clash> clashes(List<? extends Observation> observations, int known) {
        return new Clashes(zone, observations).find(sampled, periods, known).stream().filter(it -> it.one() >= known).toList();
    }

    /** All in a log that DOES_NOT_FIT; a stream that no target reads is one problem. */
    public List<Problem> check(ObservationLog log) {
        Problems problems = new Problems();
        for (String stream : log.streams()) {
            if (uses.containsKey(stream)) {
                log.sorts(stream).forEach(it -> misfits(it).forEach(message -> problems.error("DOES_NOT_FIT", place(it), message)));
            } else {
                problems.error("DOES_NOT_FIT", stream, unread(stream));
            }
        }
        return problems.found();
    }

    /** Whether any target reads a stream. */
    public boolean isRead(String stream) {
        return uses.containsKey(stream);
    }

    private String unread(String stream) {
        return "no target reads stream '" + stream + "'" + Spelling.hint(stream, uses.keySet());
    }

    /** Where the figures of a target come from that does not read its own stream. */
    private String readInstead(String target) {
        String streams = uses.entrySet().stream().filter(it -> !it.getKey().equals(target)
                        && it.getValue().stream().anyMatch(use -> use.target.equals(target)))
                .map(it -> "'" + it.getKey() + "'").sorted().collect(Collectors.joining(", "));
        return streams.isEmpty() ? "" : "; target '" + target + "' reads " + streams;
    }

    private List<String> misfits(Observation observation) {
        String stream = observation.entry().stream();
        List<Use> all = uses.get(stream);
        if (all == null) {
            return List.of(unread(stream));
        }
        if (observation instanceof Retraction) {
            return List.of();
        }
        List<Use> fitting = all.stream().filter(use -> use.kinds.contains(observation.getClass())).toList();
        if (fitting.isEmpty()) {
            Set<Class<? extends Observation>> kinds = all.stream().flatMap(use -> use.kinds.stream()).collect(Collectors.toSet());
            boolean stands = observation instanceof Increment && kinds.contains(Level.class);
            return List.of("stream '" + stream + "' takes no " + KindWords.of(observation.getClass()) + "; expected " + KindWords.any(kinds)
                    + (stands ? STANDS : "") + readInstead(stream));
        }
        Set<String> wrong = new LinkedHashSet<>();
        if (observation instanceof Level level && !level.member().isEmpty() && fitting.stream().allMatch(use -> use.whole)) {
            wrong.add("a level of member '" + level.member() + "' is counted by no target; '" + fitting.get(0).target
                    + "' counts one of the whole, without a member");
        }
        fitting.forEach(use -> check(use, observation, wrong));
        return List.copyOf(wrong);
    }

    private static void check(Use use, Observation observation, Set<String> wrong) {
        observation.figure().filter(amount -> use.unit != null && lacksUnit(amount, use.unit))
                .ifPresent(amount -> wrong.add(amount + " has no unit, and target '" + use.target + "' counts in '" + use.unit
                        + "'; write '" + (isFraction(amount, use.unit) ? amount.amount().times(Rational.HUNDRED) : amount) + " " + use.unit + "'"
                        + (isFraction(amount, use.unit) ? ", or '" + amount + " " + use.unit + "' if so little is meant" : "")));
        Unit unit = use.unit;
        if (unit != null) {
            observation.figure().filter(amount -> !lacksUnit(amount, unit) && !amount.unit().isCompatibleWith(unit))
                    .ifPresent(amount -> wrong.add(misfit(amount, unit, use.target)));
        }
        if (observation instanceof StageChange change && use.stages != null && !use.stages.has(change.stage())) {
            wrong.add("stage '" + change.stage() + "' is not one of " + use.stages.steps());
        }
        if (observation instanceof Event event) {
            event(use, event, wrong);
        }
        if (observation instanceof Tally tally && !use.members.isEmpty() && tally.denominator() > use.members.size()) {
            wrong.add("denominator " + tally.denominator() + " is more than the " + use.members.size() + " members that target '" + use.target
                    + "' lists");
        }
        member(observation).filter(member -> !use.members.isEmpty() && !use.members.contains(member))
                .ifPresent(member -> wrong.add("'" + member + "' is not one of " + use.members));
    }

    /** A plain number where a unit is required, a percentage too: of 92 nobody knows whether it is 92 %. */
    private static boolean lacksUnit(Quantity amount, @Nullable Unit unit) {
        return amount.unit().equals(Unit.NONE) && unit != null && !unit.equals(Unit.NONE);
    }

    /** Such as a spreadsheet has it: 0.86 for 86 %. */
    private static boolean isFraction(Quantity amount, @Nullable Unit unit) {
        return unit != null && unit.toString().equals("%") && amount.amount().signum() > 0 && amount.amount().compareTo(Rational.ONE) <= 0;
    }

    private static void event(Use use, Event event, Set<String> wrong) {
        if (use.grades != null && event.severity().filter(use.grades::has).isEmpty()) {
            wrong.add(event.severity().map(it -> "severity '" + it + "' is not one of ").orElse("severity is missing; expected one of ")
                    + use.grades.steps());
        }
        if (use.attribute != null && !event.measures().containsKey(use.attribute)) {
            wrong.add("attribute '" + use.attribute + "' is missing or not a quantity");
        }
        Quantity summed = use.attribute == null ? null : event.measures().get(use.attribute);
        if (summed != null && use.unit != null && !summed.unit().isCompatibleWith(use.unit)) {
            wrong.add("unit '" + summed.unit() + "' of " + summed + " does not convert into '" + use.unit + "', in which target '" + use.target
                    + "' counts");
        }
    }

    private static String misfit(Quantity amount, Unit unit, String target) {
        return unit.symbol().isEmpty() ? amount + " has a unit, and what target '" + target + "' requires has none; expected both with it or both without"
                : "unit '" + amount.unit() + "' of " + amount + " does not convert into '" + unit + "', in which target '" + target + "' counts";
    }

    private static Optional<String> member(Observation observation) {
        if (observation instanceof Event event) {
            return Optional.of(event.member());
        } else if (observation instanceof Level level) {
            return Optional.of(level.member());
        }
        return observation instanceof MemberReport report ? Optional.of(report.member()) : Optional.empty();
    }

    private void goal(Register register, Target target, Goal goal) {
        String id = target.id();
        Set<Class<? extends Observation>> stages = Set.of(StageChange.class, Complete.class);
        Set<Class<? extends Observation>> events = Set.of(Event.class, Complete.class);
        goal.match(new Goal.Cases<Optional<Use>>(amount -> Optional.empty(),
                milestone -> Optional.of(new Use(id, stages, null, milestone.stages(), null, null, List.of())),
                count -> Optional.of(new Use(id, stages, null, count.stages(), null, null, List.of())),
                quota -> Optional.of(new Use(id, events, null, null, null, null, members(goal))),
                coverage -> Optional.of(new Use(id, Set.of(MemberReport.class, Tally.class), null, null, null, null,
                        members(goal))),
                change -> Optional.empty(),
                redLine -> Optional.of(new Use(id, events, null, null,
                        redLine.severity().isEmpty() ? null : redLine.grades().orElse(null), null, List.of())),
                maintain -> Optional.of(new Use(id, Set.of(Level.class), maintain.level().unit().orElse(null), null, null,
                        null, members(goal))),
                judged -> Optional.of(new Use(id, events, null, null, null, null,
                        judged.evidence().known().orElse(List.of())))))
                .ifPresent(use -> add(id, use));
        goal.reads().ifPresent(measure -> measure(register, target, measure, unit(goal)));
        if (goal instanceof Goal.Amount amount) {
            compare(target, amount);
        } else if (goal instanceof Goal.Change change && !(change.measure() instanceof Measure.Ratio)
                && change.baseline().known().orElse(null) instanceof Baseline.Value base) {
            change.measure().streams(id).forEach(stream -> required.computeIfAbsent(stream, name -> new ArrayList<>(1))
                    .add(new Plausibility.Required(id, Optional.empty(), base.value())));
        } else if (goal instanceof Goal.Maintain maintain) {
            sampled.add(id);
            compare(target, id, maintain.level());
        }
    }

    private static @Nullable Unit unit(Goal goal) {
        if (goal instanceof Goal.Change change) {
            return change.baseline().known().orElse(null) instanceof Baseline.Value value ? value.value().unit() : null;
        }
        return goal.bound().flatMap(Bound::unit).orElse(null);
    }

    private void measure(Register register, Target target, Measure measure, @Nullable Unit unit) {
        String id = target.id();
        if (measure instanceof Measure.Total total) {
            use(id, own(target, total.stream()), Set.of(Increment.class, Total.class), unit);
            periods.computeIfAbsent(own(target, total.stream()), name -> new ArrayList<>(1)).add(target.period());
        } else if (measure instanceof Measure.Level level) {
            add(own(target, level.stream()), new Use(id, Set.of(Level.class), unit, null, null, null, List.of(), true));
        } else if (measure instanceof Measure.Count count) {
            String attribute = register.tiersOf(id).map(Tiers::attribute).orElse(null);
            add(own(target, count.stream()), new Use(id, Set.of(Event.class, Complete.class), null, null, null,
                    attribute, List.of()));
        } else if (measure instanceof Measure.Sum sum) {
            add(own(target, sum.stream()), new Use(id, Set.of(Event.class, Complete.class), unit, null, null,
                    sum.attribute(), List.of()));
        } else if (measure instanceof Measure.Ratio ratio) {
            measure(register, target, ratio.numerator(), null);
            measure(register, target, ratio.denominator(), null);
        }
    }

    private void compare(Target target, Goal.Amount amount) {
        if (amount.measure() instanceof Measure.Total total) {
            compare(target, own(target, total.stream()), amount.require());
        } else if (amount.measure() instanceof Measure.Level level) {
            compare(target, own(target, level.stream()), amount.require());
        }
    }

    private void compare(Target target, String stream, Bound require) {
        require.reference().ifPresent(reference -> required.computeIfAbsent(stream, name -> new ArrayList<>(1))
                .add(new Plausibility.Required(target.id(), Optional.of(require), reference)));
    }

    private static String own(Target target, String stream) {
        return stream.isEmpty() ? target.id() : stream;
    }

    private static List<String> members(Goal goal) {
        return goal.members().flatMap(Stated::known).orElse(null) instanceof Population.Listed listed
                ? listed.members()
                : List.of();
    }

    private void use(String target, String stream, Set<Class<? extends Observation>> kinds, @Nullable Unit unit) {
        add(stream, new Use(target, kinds, unit, null, null, null, List.of()));
    }

    private void add(String stream, Use use) {
        uses.computeIfAbsent(stream, name -> new ArrayList<>(2)).add(use);
    }
}
