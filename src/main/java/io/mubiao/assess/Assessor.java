package io.mubiao.assess;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import io.mubiao.assess.internal.Facts;
import io.mubiao.assess.internal.Streams;
import io.mubiao.assess.internal.Turns;
import io.mubiao.lookup.Lookup;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDataException;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.target.internal.StreamCatalog;
import io.mubiao.work.Threads;
import io.mubiao.work.TooCostlyException;
import io.mubiao.work.internal.Checkpoint;
import io.mubiao.work.internal.Crew;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Assesses registers (评估器). {@link #assess} gives the answer to one question; an assessor that is kept
 * ({@link #of}) takes further observations and updates only the targets that they touch, always equal to a fresh
 * assessment of the same log, by target, in register order.
 *
 * <p>A kept assessor must be the only one to append to its log. Any number of threads may read it at once while none adds;
 * one thread at a time may add, while none reads: a {@link java.util.concurrent.locks.ReadWriteLock} around it is enough. What
 * breaks that is refused at once with a {@link ConcurrentModificationException} that names both threads, and changes nothing.
 */
public final class Assessor implements Lookup<Assessment> {
    /** A thread is worth it for so many targets. */
    private static final int FEWEST = 2;

    private final Register register;
    private final ObservationLog log;
    private final AsOf question;
    private final @Nullable Case[] cases;
    private final AtomicReferenceArray<@Nullable Assessment> current;
    private final Map<String, List<Integer>> byStream = new HashMap<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private final Supplier<StreamCatalog> catalog;
    private final Turns turns = new Turns("this assessor");
    private long seen;

    private Assessor(Register register, ObservationLog log, AsOf question) {
        this.register = requireNonNull(register, "register");
        long most = Checkpoint.budget().rows();
        if (register.targets().size() > most) {
            throw new TooCostlyException(TooCostlyException.Cost.ROWS, "register '" + register.id() + "'", register.targets().size(), most);
        }
        this.log = requireNonNull(log, "log");
        this.question = requireNonNull(question, "question");
        cases = new Case[register.targets().size()];
        current = new AtomicReferenceArray<>(cases.length);
        catalog = Suppliers.memoize(() -> StreamCatalog.of(register));
        seen = log.size();
    }

    /** What a worker assesses with; each has its own, so that none waits for what another remembers. */
    private final class Worker {
        private final LogView view = question.view(log, register.zone());
        private final OwedShares shares = new OwedShares();

        Case newCase(int index) {
            Target target = register.targets().get(index);
            return new Case(target, register.tiersOf(target.id()).orElse(null), view, question, shares, target.basis());
        }

        void assess(int from, int to) {
            for (int i = from; i < to; i++) {
                Checkpoint.pass("target", register.targets().get(i).id());
                current.set(i, Evaluators.assess(newCase(i)));
            }
        }
    }

    /** The assessment of every target of a register as of a day, with everything that is in the log. */
    public static Assessments assess(Register register, ObservationLog log, LocalDate asOf) {
        return assess(register, log, AsOf.of(asOf));
    }

    /**
     * The assessment of every target of a register. Whether rows that do not fit the register matter is the caller's choice:
     * {@link Assessments#orThrow()} refuses them, as {@link #add} and what-ifs do, {@link Assessments#problems()} tells them beside
     * the assessments.
     */
    public static Assessments assess(Register register, ObservationLog log, AsOf question) {
        return assess(register, log, question, 1);
    }

    /**
     * The same on the given number of threads; the result does not depend on it.
     *
     * @throws IllegalArgumentException if the number is not from 1 to {@value Threads#MOST}
     */
    public static Assessments assess(Register register, ObservationLog log, AsOf question, int threads) {
        return assess(register, log, question, Threads.of(threads));
    }

    /** The same on these threads; the result does not depend on them. */
    public static Assessments assess(Register register, ObservationLog log, AsOf question, Threads threads) {
        Assessor assessor = new Assessor(register, log, question);
        Crew.stretches(requireNonNull(threads, "threads"), assessor.current.length(), FEWEST, (from, end) -> {
            assessor.new Worker().assess(from, end);
            return true;
        });
        return assessor.all();
    }

    /**
     * The assessment of one target of a register.
     *
     * @throws NoSuchIdException if the register has no such target
     */
    public static Assessment assess(Register register, ObservationLog log, AsOf question, String targetId) {
        Target target = register.get(targetId);
        return Evaluators.assess(new Case(target, register.tiersOf(targetId).orElse(null),
                question.view(log, register.zone()), question, new OwedShares(), target.basis()));
    }

    private Case fresh(Target target, LogView view) {
        return new Case(target, register.tiersOf(target.id()).orElse(null), view, question, new OwedShares(), target.basis());
    }

    /** An assessor that is kept and takes further observations. */
    public static Assessor of(Register register, ObservationLog log, AsOf question) {
        Assessor assessor = new Assessor(register, log, question);
        Worker worker = assessor.new Worker();
        for (int i = 0; i < assessor.cases.length; i++) {
            Case kept = worker.newCase(i);
            assessor.cases[i] = kept;
            assessor.byId.put(kept.target.id(), i);
            for (String stream : Streams.of(kept.target)) {
                assessor.byStream.computeIfAbsent(stream, name -> new ArrayList<>(1)).add(i);
            }
        }
        return assessor;
    }

    /**
     * Appends an observation to the log, and tells what that did. Unless it says when it became known, it became known after
     * everything else.
     *
     * @throws InvalidDataException if it does not fit the register ({@link StreamCatalog}); nothing is changed then
     * @throws IllegalArgumentException if the log refuses it; nothing is changed then
     * @throws IllegalStateException if somebody else has appended to the log
     * @throws ConcurrentModificationException if another thread uses this assessor; nothing is changed then
     */
    public Addition add(Observation observation) {
        return turns.change(() -> add(List.of(observation), WithProblems::orThrow)).get(0);
    }

    /** As {@link #add}, also if it does not fit the register: its problems are in the result. */
    public Addition addDespiteProblems(Observation observation) {
        return turns.change(() -> add(List.of(observation), WithProblems::despiteProblems)).get(0);
    }

    /**
     * Appends observations, all or none; those that do not say when they became known became known one after the other. Tells of
     * each what it did beside the others: of a target that reads several, each that counts took effect if all of them did.
     *
     * @throws InvalidDataException as {@link #add}, listing what does not fit of all of them
     * @throws IllegalArgumentException if the log refuses one; nothing is changed then
     * @throws IllegalStateException as {@link #add}
     * @throws ConcurrentModificationException as {@link #add}
     */
    public List<Addition> addAll(List<? extends Observation> observations) {
        return turns.change(() -> add(observations, WithProblems::orThrow));
    }

    /**
     * What {@link #addDespiteProblems} would do (试算); nothing is changed.
     *
     * @throws IllegalArgumentException if the log would refuse it
     * @throws IllegalStateException if somebody else has appended to the log
     */
    public Addition check(Observation observation) {
        return check(List.of(observation), WithProblems::despiteProblems).get(0);
    }

    /**
     * What {@link #addAll} would do (批量试算), with the ids and instants that the observations would have; nothing is changed. A host
     * writes these observations into its database, commits, and then adds the same: a failed commit leaves nothing to undo.
     *
     * @throws InvalidDataException as {@link #addAll}
     * @throws IllegalArgumentException if the log would refuse one
     * @throws IllegalStateException if somebody else has appended to the log
     */
    public List<Addition> checkAll(List<? extends Observation> observations) {
        return check(observations, WithProblems::orThrow);
    }

    private List<Addition> check(List<? extends Observation> observations, Consumer<WithProblems<List<Observation>>> choice) {
        return turns.read(() -> {
            requireUnchanged();
            List<List<Problem>> problems = new ArrayList<>();
            List<Observation> known = fitting(observations, choice, problems);
            Set<String> read = new LinkedHashSet<>();
            known.forEach(it -> read.add(it.entry().stream()));
            Map<Integer, Assessment> before = touchedBy(known);
            before.values().forEach(it -> read.addAll(Streams.of(it.target())));
            ObservationLog copy = log.copy(read);
            List<String> ids = copy.addAll(known);
            LogView view = question.view(copy, register.zone());
            return additions(known, problems, ids, view, before, index -> assess(register, copy, question, register.targets().get(index).id()),
                    after -> fresh(after.target(), view));
        });
    }

    private List<Addition> add(List<? extends Observation> observations, Consumer<WithProblems<List<Observation>>> choice) {
        requireUnchanged();
        List<List<Problem>> problems = new ArrayList<>();
        List<Observation> known = fitting(observations, choice, problems);
        Map<Integer, Assessment> before = touchedBy(known);
        List<String> ids = log.addAll(known);
        seen += ids.size();
        before.keySet().forEach(index -> current.set(index, null));
        return additions(known, problems, ids, question.view(log, register.zone()), before, this::assessment,
                after -> requireNonNull(cases[requireNonNull(byId.get(after.target().id()))]));
    }

    /** The observations as they will be taken, if log and chooser let them, and what is wrong with each. */
    private List<Observation> fitting(List<? extends Observation> observations, Consumer<WithProblems<List<Observation>>> choice,
            List<List<Problem>> problems) {
        List<Observation> known = new ArrayList<>(observations.size());
        Optional<Instant> latest = log.latestRecordedAt();
        for (Observation each : observations) {
            Observation last = Facts.knownLast(each, latest, question, register.zone());
            known.add(last);
            latest = latest.filter(last.entry().recordedAt()::isBefore).or(() -> Optional.of(last.entry().recordedAt()));
        }
        problems.addAll(catalog.get().check(known, question.view(log, register.zone())));
        choice.accept(new WithProblems<>(known, problems.stream().flatMap(List::stream).toList()));
        log.checkAll(known);
        return known;
    }

    private List<Addition> additions(List<Observation> known, List<List<Problem>> problems, List<String> ids, LogView view,
            Map<Integer, Assessment> before, IntFunction<Assessment> again, Effects.Cases by) {
        Map<Integer, Assessment> after = new HashMap<>();
        before.keySet().forEach(index -> after.put(index, again.apply(index)));
        List<Addition> additions = new ArrayList<>(known.size());
        for (Observation each : known) {
            Observation taken = each.id(ids.get(additions.size()));
            Effects effects = new Effects(taken, question, register.zone(), view, known.size() == 1, by);
            List<Integer> touched = touchedBy(taken);
            additions.add(new Addition(taken, touched.stream()
                    .map(index -> effects.on(requireNonNull(before.get(index)), requireNonNull(after.get(index)))).toList(),
                    problems.get(additions.size()), touched.stream().map(index -> requireNonNull(after.get(index))).toList()));
        }
        return additions;
    }

    private List<Integer> touchedBy(Observation observation) {
        return byStream.getOrDefault(observation.entry().stream(), List.of());
    }

    /** The present assessments of all targets that read one of the streams, by the number of the target. */
    private Map<Integer, Assessment> touchedBy(List<Observation> observations) {
        Map<Integer, Assessment> touched = new TreeMap<>();
        observations.forEach(it -> touchedBy(it).forEach(index -> touched.computeIfAbsent(index, this::assessment)));
        return touched;
    }

    /** The present assessment of one target. */
    @Override
    public Assessment get(String targetId) {
        return present(register.get(targetId));
    }

    /** The present assessment of one target. */
    @Override
    public Optional<Assessment> find(String targetId) {
        return register.find(targetId).map(this::present);
    }

    private Assessment present(Target target) {
        return turns.read(() -> {
            requireUnchanged();
            return assessment(requireNonNull(byId.get(target.id())));
        });
    }

    /** The present assessments of all targets. */
    @Override
    public Stream<Assessment> stream() {
        return assessments().stream();
    }

    @Override
    public int size() {
        return register.size();
    }

    /** The present assessments of all targets. */
    public Assessments assessments() {
        return turns.read(() -> {
            requireUnchanged();
            for (int i = 0; i < current.length(); i++) {
                Checkpoint.pass("target", register.targets().get(i).id());
                assessment(i);
            }
            return all();
        });
    }

    private void requireUnchanged() {
        if (log.size() != seen) {
            throw new IllegalStateException("the log has " + log.size() + " observations, this assessor has seen " + seen
                    + ": some were appended past it; append through the assessor alone, or make another one of the log");
        }
    }

    private Assessment assessment(int index) {
        Assessment assessment = current.get(index);
        if (assessment != null) {
            return assessment;
        }
        Case kept = requireNonNull(cases[index]);
        synchronized (kept) {
            Assessment fresh = Evaluators.assess(kept);
            current.set(index, fresh);
            return fresh;
        }
    }

    private Assessments all() {
        List<Assessment> all = new ArrayList<>(current.length());
        for (int i = 0; i < current.length(); i++) {
            all.add(requireNonNull(current.get(i)));
        }
        return new Assessments(register, question, all, Suppliers.memoize(() -> catalog.get().check(log)));
    }
}
