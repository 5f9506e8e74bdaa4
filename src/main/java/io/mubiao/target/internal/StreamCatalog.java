package io.mubiao.target.internal;

import io.mubiao.observe.Entry;
import io.mubiao.observe.LogView;
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
import io.mubiao.value.Unit;
import java.time.Instant;
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

    /** What figures are compared with, by stream. */
    private final Map<String, List<Plausibility.Required>> required = new HashMap<>();
    private final Map<String, List<Span>> periods = new HashMap<>();
    private final Set<String> sampled = new HashSet<>();
    private final Plausibility plausibility;
    private final CountedDays counted;
    private final Misfits misfits;
    private final OddSeries series;
    private final ZoneId zone;

    private StreamCatalog(Register register) {
        zone = register.zone();
        plausibility = new Plausibility(register);
        counted = new CountedDays(zone);
        misfits = new Misfits(zone);
        series = new OddSeries(zone);
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
                counted.outside(observation, readers(observation)).or(() -> misfits.beginsElsewhere(observation))
                        .ifPresent(message -> problems.warning("OUTSIDE_PERIOD", "", message));
            }
        }
        return problems.found();
    }

    /**
     * As {@link #check(Observation)}, of each of some observations that come to a log; besides, what does not go with the others: another
     * kind of the same days, a unit that does not convert (DOES_NOT_FIT), days that the same source has (OVERLAPPING_INCREMENTS).
     */
    public List<List<Problem>> check(List<? extends Observation> added, LogView view) {
        Map<Integer, Beside.Misfit> beside = new Beside(misfits, view).find(added);
        List<List<Problem>> all = new ArrayList<>(added.size());
        for (Observation each : added) {
            List<Problem> found = check(each);
            Beside.Misfit misfit = beside.get(all.size());
            if (misfit != null && found.stream().noneMatch(it -> it.severity() == Problem.Severity.ERROR)) {
                Problems problems = new Problems().at(place(each));
                problems.add(misfit.severity(), misfit.code(), "", misfit.message());
                problems.addAll(found);
                found = problems.found();
            }
            all.add(found);
        }
        return all;
    }

    /** Whether it is of days that count for no target that reads it. */
    public boolean isOutside(Observation observation) {
        return counted.isOutside(observation, readers(observation));
    }

    private List<String> readers(Observation observation) {
        return uses.getOrDefault(observation.entry().stream(), List.of()).stream().filter(use -> use.kinds().contains(observation.getClass()))
                .map(Use::target).distinct().toList();
    }

    /** Of which increments of a stream, in a unit, nothing is to be said of their days and amounts. */
    public PlainIncrements plain(String stream, Unit unit) {
        List<Span> days = uses.getOrDefault(stream, List.of()).stream().filter(use -> use.kinds().contains(Increment.class))
                .map(use -> counted.of(use.target())).distinct().toList();
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
     * days, which are added up (SOURCES_ADDED, a warning). As warnings also a stage that falls (FALLING_STAGE) and figures that leap
     * (FAR_OFF). What cannot be counted beside the others (DOES_NOT_FIT) is the one alone.
     *
     * @param known how many of the first are told of beside the others alone
     */
    public List<Clash> clashes(List<? extends Observation> observations, int known) {
        List<Clash> found = new ArrayList<>(misfits.find(observations, known));
        new Clashes(zone, observations).find(sampled, periods, known).stream().filter(it -> it.one() >= known).forEach(found::add);
        found.addAll(series.find(observations, stream -> isLoose(stream) && !required.containsKey(stream), known));
        return found;
    }

    /** Whether figures of a stream are held against what it has already, their unit being said nowhere else. */
    public boolean isLoose(String stream) {
        return misfits.isLoose(stream);
    }

    /** All in a log that DOES_NOT_FIT; a stream that no target reads is one problem. */
    public List<Problem> check(ObservationLog log) {
        Problems problems = new Problems();
        for (String stream : log.streams()) {
            if (uses.containsKey(stream)) {
                log.sorts(stream).forEach(it -> misfits(it).forEach(message -> problems.error("DOES_NOT_FIT", place(it), message)));
                together(log, stream, problems);
            } else {
                problems.error("DOES_NOT_FIT", stream, unread(stream));
            }
        }
        return problems.found();
    }

    private void together(ObservationLog log, String stream, Problems problems) {
        boolean kinds = !misfits.either(stream).isEmpty() && log.sorts(stream).filter(it -> it.figure().isPresent() || it instanceof Tally
                || it instanceof MemberReport).map(Observation::getClass).distinct().limit(2).count() == 2;
        if (kinds || misfits.isLoose(stream)) {
            List<Observation> all = log.view(zone).stream(stream).filter(it -> misfits(it).isEmpty()).toList();
            misfits.find(all, 0).forEach(it -> problems.error(it.code(), place(all.get(it.one())), it.message() + "; the other is '"
                    + all.get(it.other()).entry().id() + "'"));
        }
    }

    /** What is told of an instant at which nothing can have become known. */
    public Optional<String> impossible(Instant recorded) {
        return plausibility.recorded(recorded);
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
                        && it.getValue().stream().anyMatch(use -> use.target().equals(target)))
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
        List<Use> fitting = all.stream().filter(use -> use.kinds().contains(observation.getClass())).toList();
        if (fitting.isEmpty()) {
            Set<Class<? extends Observation>> kinds = all.stream().flatMap(use -> use.kinds().stream()).collect(Collectors.toSet());
            boolean stands = observation instanceof Increment && kinds.contains(Level.class);
            return List.of("stream '" + stream + "' takes no " + KindWords.of(observation.getClass()) + "; expected " + KindWords.any(kinds)
                    + (stands ? STANDS : "") + readInstead(stream));
        }
        Set<String> wrong = new LinkedHashSet<>();
        if (observation instanceof Level level && !level.member().isEmpty() && fitting.stream().allMatch(Use::whole)) {
            wrong.add("a level of member '" + level.member() + "' is counted by no target; '" + fitting.get(0).target()
                    + "' counts one of the whole, without a member");
        }
        fitting.forEach(use -> use.check(observation, wrong));
        return List.copyOf(wrong);
    }

    private void goal(Register register, Target target, Goal goal) {
        String id = target.id();
        Set<Class<? extends Observation>> stages = Set.of(StageChange.class, Complete.class);
        Set<Class<? extends Observation>> events = Set.of(Event.class, Complete.class);
        if (goal instanceof Goal.Coverage) {
            misfits.members(target);
        }
        goal.match(new Goal.Cases<Optional<Use>>(amount -> Optional.empty(),
                milestone -> Optional.of(new Use(id, stages, null, milestone.stages(), null, null, List.of())),
                count -> Optional.of(new Use(id, stages, null, count.stages(), null, null,
                        count.items().isEnumerated() ? count.items().named() : List.of())),
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
            misfits.totals(own(target, total.stream()), target);
            periods.computeIfAbsent(own(target, total.stream()), name -> new ArrayList<>(1)).add(target.period());
        } else if (measure instanceof Measure.Level level) {
            add(own(target, level.stream()), new Use(id, Set.of(Level.class), unit, null, null, null, List.of(), true));
        } else if (measure instanceof Measure.Count count) {
            String attribute = register.tiersOf(id).map(Tiers::attribute).orElse(null);
            Unit size = register.tiersOf(id).flatMap(it -> it.from(id)).map(Quantity::unit).orElse(null);
            add(own(target, count.stream()), new Use(id, Set.of(Event.class, Complete.class), size, null, null,
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
        String attribute = use.attribute();
        Scale stages = use.stages();
        if (stages != null) {
            series.stages(stream, stages);
        }
        if (use.unit() == null && (use.kinds().contains(Total.class) || use.kinds().contains(Level.class))) {
            misfits.loose(stream, "");
        } else if (use.unit() == null && attribute != null) {
            misfits.loose(stream, attribute);
        }
        uses.computeIfAbsent(stream, name -> new ArrayList<>(2)).add(use);
    }
}
