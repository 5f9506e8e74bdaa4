package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import io.mubiao.time.Cadence;
import io.mubiao.value.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is measured and what is required of it. Sealed and immutable; the factories list every kind. When and by whom
 * is the {@link Target}'s.
 *
 * <table><caption>The kinds</caption>
 * <tr><th>kind</th><th>what is measured</th><th>what is required</th></tr>
 * <tr><td>{@link Amount}</td><td>a {@link Measure}</td><td>a {@link Bound}</td></tr>
 * <tr><td>{@link Milestone}</td><td>one item's stage</td><td>a stage, by the deadline</td></tr>
 * <tr><td>{@link StageCount}</td><td>many items' stages</td><td>a {@link Bound} on how many reach a stage</td></tr>
 * <tr><td>{@link Quota}</td><td>events by slot (and member)</td><td>at least k in each cell</td></tr>
 * <tr><td>{@link Coverage}</td><td>members of a {@link Population}</td><td>a {@link Bound} on their share</td></tr>
 * <tr><td>{@link Change}</td><td>a {@link Measure} against a {@link Baseline}</td><td>a {@link Bound} on the change</td></tr>
 * <tr><td>{@link RedLine}</td><td>events by severity</td><td>none at or above a severity</td></tr>
 * <tr><td>{@link Maintain}</td><td>samples of a level</td><td>a {@link Bound} on the level, under a {@link SampleReading}</td></tr>
 * <tr><td>{@link Judged}</td><td>evidence</td><td>all of a checklist; a person's band stands beside</td></tr>
 * </table>
 *
 * <pre>{@code
 * Goal projects = Goal.total(Quantity.parse("62 个", Units.builtIn().with("个")));
 * Goal reservoir = Goal.milestone(new Scale("works", List.of("启动", "完工")), "完工");
 * Goal open = Goal.judgedOnly("显著提升");
 * System.out.println(projects.bound().orElseThrow()); // prints 62 个
 * System.out.println(reservoir.holes().isEmpty() + " " + open.holes().isEmpty()); // prints true false
 * }</pre>
 */
public sealed interface Goal {
    /** The parts that the document leaves open; any makes the target unmeasurable. */
    List<Hole> holes();

    /** What is required, or the level to be maintained, as a bound; empty where it is none. */
    default Optional<Bound> bound() {
        return match(new Cases<>(amount -> Optional.of(amount.require), milestone -> Optional.empty(),
                count -> Optional.of(count.require), quota -> Optional.empty(), coverage -> Optional.of(coverage.require),
                change -> Optional.of(change.require), redLine -> Optional.empty(), maintain -> Optional.of(maintain.level),
                judged -> Optional.empty()));
    }

    /** Which way is good; up where nothing says so. */
    default Direction preferred() {
        Direction up = Direction.HIGHER_IS_BETTER;
        return match(new Cases<>(amount -> amount.require.direction(), milestone -> up, count -> count.require.direction(),
                quota -> up, coverage -> coverage.require.direction(), change -> change.require.direction(),
                redLine -> Direction.LOWER_IS_BETTER, maintain -> maintain.level.direction(), judged -> up));
    }

    /** The measure that says which streams are read; empty where it is the target's own alone. */
    default Optional<Measure> reads() {
        return match(new Cases<>(amount -> Optional.of(amount.measure), milestone -> Optional.empty(),
                count -> Optional.empty(), quota -> Optional.empty(), coverage -> Optional.empty(),
                change -> Optional.of(change.measure), redLine -> Optional.empty(), maintain -> Optional.empty(),
                judged -> Optional.empty()));
    }

    /** How often something is owed (频次); empty where nothing is owed by slots. */
    default Optional<Stated<Cadence>> slots() {
        return match(new Cases<>(amount -> Optional.empty(), milestone -> Optional.empty(), count -> Optional.empty(),
                quota -> Optional.of(quota.cadence), coverage -> Optional.empty(), change -> Optional.empty(),
                redLine -> Optional.empty(), maintain -> maintain.cadence, judged -> Optional.empty()));
    }

    /** Of whom it is asked (对象); empty where it is asked of one whole. */
    default Optional<Stated<Population>> members() {
        return match(new Cases<>(amount -> Optional.empty(), milestone -> Optional.empty(), count -> Optional.empty(),
                quota -> quota.population, coverage -> Optional.of(coverage.population), change -> Optional.empty(),
                redLine -> Optional.empty(), maintain -> maintain.population, judged -> Optional.empty()));
    }

    /** The stages of which one is to be reached (阶段); empty where none is. */
    default Optional<Scale> scale() {
        return match(new Cases<>(amount -> Optional.empty(), milestone -> Optional.of(milestone.stages),
                count -> Optional.of(count.stages), quota -> Optional.empty(), coverage -> Optional.empty(),
                change -> Optional.empty(), redLine -> Optional.empty(), maintain -> Optional.empty(),
                judged -> Optional.empty()));
    }

    /** What one of the functions makes of this goal. */
    <R> R match(Cases<R> cases);

    /**
     * One function for each kind of goal, so that the compiler names every place that a new kind concerns.
     *
     * @param <R> what they make of it
     */
    record Cases<R>(Function<Amount, R> amount, Function<Milestone, R> milestone, Function<StageCount, R> stageCount,
            Function<Quota, R> quota, Function<Coverage, R> coverage, Function<Change, R> change,
            Function<RedLine, R> redLine, Function<Maintain, R> maintain, Function<Judged, R> judged) {}

    /** A minimum, maximum or band over a cumulative amount, a level, a count or a rate. */
    record Amount(Measure measure, Bound require) implements Goal {
        public Amount {
            requireNonNull(measure, "measure");
            requireNonNull(require, "require");
        }

        @Override
        public List<Hole> holes() {
            return require.hole().map(List::of).orElse(List.of());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.amount().apply(this);
        }
    }

    /** One item reaches a stage by the deadline (里程碑). */
    record Milestone(Scale stages, Stated<String> stage) implements Goal {
        public Milestone {
            requireNonNull(stages, "stages");
            checkStep(stages, stage);
        }

        @Override
        public List<Hole> holes() {
            return stage.hole("stage").stream().toList();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.milestone().apply(this);
        }
    }

    /** A number of items reaches a stage by the deadline. */
    record StageCount(Scale stages, Stated<String> stage, Items items, Bound require) implements Goal {
        public StageCount {
            requireNonNull(stages, "stages");
            requireNonNull(items, "items");
            requireNonNull(require, "require");
            checkStep(stages, stage);
        }

        @Override
        public List<Hole> holes() {
            return Stream.concat(stage.hole("stage").stream(), require.hole().stream()).toList();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stageCount().apply(this);
        }
    }

    /** At least a number of events in every slot of a cadence, for every member if there is a population. */
    record Quota(int atLeast, Stated<Cadence> cadence, Optional<Stated<Population>> population,
            List<Excuse> excuses) implements Goal {
        public Quota {
            requireNonNull(cadence, "cadence");
            excuses = List.copyOf(excuses);
            if (atLeast < 1) {
                throw new IllegalArgumentException("atLeast must be >= 1, got " + atLeast);
            }
            if (population.flatMap(Stated::known).filter(known -> !(known instanceof Population.Listed)).isPresent()) {
                throw new IllegalArgumentException(
                        "the population of a quota must be listed, got " + population.get() + ": a cell without an event "
                                + "cannot be missed by a member nobody named");
            }
        }

        @Override
        public List<Hole> holes() {
            return Stream.concat(cadence.hole("cadence").stream(), Goal.hole(population)).toList();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.quota().apply(this);
        }

        /** The same quota in which every member owes every slot. */
        public Quota population(String... members) {
            return new Quota(atLeast, cadence, Optional.of(Stated.of(Population.of(members))), excuses);
        }

        /** The same quota with these excuses instead. */
        public Quota excuses(Excuse... others) {
            return new Quota(atLeast, cadence, population, List.of(others));
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /** The share of a population that satisfies something (覆盖率). */
    record Coverage(Stated<Population> population, Bound require) implements Goal {
        public Coverage {
            requireNonNull(population, "population");
            requireNonNull(require, "require");
            checkShare(require);
        }

        @Override
        public List<Hole> holes() {
            return Stream.concat(population.hole("population").stream(), require.hole().stream()).toList();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.coverage().apply(this);
        }
    }

    /** Growth or reduction against a base. */
    record Change(Measure measure, ChangeDirection direction, ChangeForm form, Stated<Baseline> baseline,
            Bound require) implements Goal {
        public Change {
            requireNonNull(measure, "measure");
            requireNonNull(direction, "direction");
            requireNonNull(form, "form");
            requireNonNull(baseline, "baseline");
            requireNonNull(require, "require");
            require.unit().ifPresent(unit -> {
                boolean fits = form == ChangeForm.POINTS
                        ? unit.isCompatibleWith(io.mubiao.value.Units.builtIn().get("百分点"))
                        : unit.isShare();
                if (!fits) {
                    throw new IllegalArgumentException("a change of form " + form + " is required in "
                            + (form == ChangeForm.POINTS ? "百分点" : "%") + ", got unit '" + unit + "'");
                }
            });
        }

        @Override
        public List<Hole> holes() {
            return Stream.concat(baseline.hole("baseline").stream(), require.hole().stream()).toList();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.change().apply(this);
        }
    }

    /**
     * No event at or above a severity, ever (红线).
     *
     * @param grades the scale of severities, empty if every event counts
     * @param severity the lowest grade that breaches, empty if every event counts
     */
    record RedLine(Optional<Scale> grades, Optional<Stated<String>> severity) implements Goal {
        public RedLine {
            if (severity.flatMap(Stated::known).isPresent()) {
                checkStep(grades.orElseThrow(() -> new IllegalArgumentException(
                        "severity '" + severity.get() + "' needs a scale of grades")), severity.get());
            }
        }

        @Override
        public List<Hole> holes() {
            return severity.flatMap(it -> it.hole("severity")).stream().toList();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.redLine().apply(this);
        }
    }

    /**
     * A level is held (保持) by every sample of every member, under a declared reading.
     *
     * @param population the members sampled, empty for one whole
     * @param cadence how often each member is to be sampled, empty if that is not declared
     */
    record Maintain(Bound level, SampleReading reading, Optional<Stated<Population>> population,
            Optional<Stated<Cadence>> cadence) implements Goal {
        public Maintain {
            requireNonNull(level, "level");
            requireNonNull(reading, "reading");
            requireNonNull(population, "population");
            requireNonNull(cadence, "cadence");
            if (reading instanceof SampleReading.Share share) {
                checkShare(share.share());
            }
        }

        @Override
        public List<Hole> holes() {
            Stream<Hole> share = reading instanceof SampleReading.Share of ? of.share().hole().stream() : Stream.empty();
            Stream<Hole> slots = cadence.flatMap(it -> it.hole("cadence")).stream();
            return Stream.of(level.hole().stream(), share, hole(population), slots).flatMap(part -> part).toList();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.maintain().apply(this);
        }

        /** The same goal for every one of these members. */
        public Maintain population(String... members) {
            return new Maintain(level, reading, Optional.of(Stated.of(Population.of(members))), cadence);
        }

        /** The same goal with a sample owed in every slot. */
        public Maintain cadence(Cadence every) {
            return new Maintain(level, reading, population, Optional.of(Stated.of(every)));
        }
    }

    /**
     * No number at all (定性): a checklist of evidence, and a person's band beside it.
     *
     * @param bands the bands an assessor may give, best first; empty if any word will do
     */
    record Judged(Stated<List<String>> evidence, List<String> bands) implements Goal {
        public Judged {
            bands = List.copyOf(bands);
            if (evidence.known().map(List::isEmpty).orElse(false)) {
                throw new IllegalArgumentException("evidence must list at least one item or be left open");
            }
            evidence = evidence.known().<Stated<List<String>>>map(items -> Stated.of(List.copyOf(items)))
                    .orElse(evidence);
        }

        @Override
        public List<Hole> holes() {
            return evidence.hole("evidence").stream().toList();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.judged().apply(this);
        }
    }

    /** A bound on a measure. */
    static Amount amount(Measure measure, Bound require) {
        return new Amount(measure, require);
    }

    /** A bare count or amount of the target's own stream: at least that much in total. */
    static Amount total(Quantity atLeast) {
        return new Amount(Measure.total(), Bound.bare(atLeast));
    }

    /** The target's one item reaches a stage by the deadline. */
    static Milestone milestone(Scale stages, String stage) {
        return new Milestone(stages, Stated.of(stage));
    }

    /** A number of items reaches a stage by the deadline. */
    static StageCount stageCount(Scale stages, String stage, Items items, Bound require) {
        return new StageCount(stages, Stated.of(stage), items, require);
    }

    /** At least a number of events in every slot. */
    static Quota quota(int atLeast, Cadence cadence) {
        return new Quota(atLeast, Stated.of(cadence), Optional.empty(), List.of());
    }

    /** The share of a population that satisfies something. */
    static Coverage coverage(Population population, Bound require) {
        return new Coverage(Stated.of(population), require);
    }

    /** Growth of a measure against a base. */
    static Change growth(Measure measure, ChangeForm form, Baseline baseline, Bound require) {
        return new Change(measure, ChangeDirection.GROWTH, form, Stated.of(baseline), require);
    }

    /** Reduction of a measure against a base; a reduction by 3 % is {@code >= 3 %}. */
    static Change reduction(Measure measure, ChangeForm form, Baseline baseline, Bound require) {
        return new Change(measure, ChangeDirection.REDUCTION, form, Stated.of(baseline), require);
    }

    /** No event at or above a severity. */
    static RedLine redLine(Scale grades, String severity) {
        return new RedLine(Optional.of(grades), Optional.of(Stated.of(severity)));
    }

    /** No event at all. */
    static RedLine redLine() {
        return new RedLine(Optional.empty(), Optional.empty());
    }

    /** A level is held under a reading. */
    static Maintain maintain(Bound level, SampleReading reading) {
        return new Maintain(level, reading, Optional.empty(), Optional.empty());
    }

    /** A checklist of evidence. */
    static Judged judged(String... evidence) {
        return new Judged(Stated.of(List.of(evidence)), List.of());
    }

    /** Nothing but words: only a person can judge. */
    static Judged judgedOnly(String words) {
        return new Judged(Stated.open(words), List.of());
    }

    private static Stream<Hole> hole(Optional<Stated<Population>> population) {
        return population.flatMap(it -> it.hole("population")).stream();
    }

    private static void checkStep(Scale scale, Stated<String> step) {
        Optional<String> known = step.known();
        if (known.isPresent() && !scale.has(known.get())) {
            throw new IllegalArgumentException(
                    "'" + known.get() + "' is not on scale '" + scale.id() + "'; expected one of " + scale.steps());
        }
    }

    private static void checkShare(Bound bound) {
        bound.unit().filter(unit -> !unit.isShare()).ifPresent(unit -> {
            throw new IllegalArgumentException("a share is required in %, got unit '" + unit + "'");
        });
    }
}
