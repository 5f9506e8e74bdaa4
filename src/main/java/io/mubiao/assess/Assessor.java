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
import io.mubiao.outcome.InvalidDataException;
import io.mubiao.outcome.NoSuchIdException;
import io.mubiao.outcome.Problem;
import io.mubiao.outcome.WithProblems;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.target.internal.StreamCatalog;
import io.mubiao.work.Threads;
import io.mubiao.work.TooCostlyException;
import io.mubiao.work.internal.Checkpoint;
import io.mubiao.work.internal.Crew;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
        return turns.change(() -> add(observation, WithProblems::orThrow));
    }

    /** As {@link #add}, also if it does not fit the register: its problems are in the result. */
    public Addition addDespiteProblems(Observation observation) {
        return turns.change(() -> add(observation, WithProblems::despiteProblems));
    }

    /**
     * What {@link #addDespiteProblems} would do (试算); nothing is changed.
     *
     * @throws IllegalArgumentException if the log would refuse it
     * @throws IllegalStateException if somebody else has appended to the log
     */
    public Addition check(Observation observation) {
        return turns.read(() -> {
            requireUnchanged();
            Observation known = Facts.knownLast(observation, log, question, register.zone());
            log.check(known);
            List<Assessment> before = touchedBy(known).stream().map(this::assessment).toList();
            Set<String> read = new LinkedHashSet<>(Set.of(known.entry().stream()));
            touchedBy(known).forEach(index -> read.addAll(Streams.of(requireNonNull(cases[index]).target)));
            ObservationLog copy = log.copy(read);
            Observation taken = known.id(copy.add(known));
            return addition(taken, problems(known), copy, before,
                    was -> assess(register, copy, question, was.target().id()));
        });
    }

    private Addition add(Observation observation, Consumer<WithProblems<Observation>> choice) {
        requireUnchanged();
        Observation known = Facts.knownLast(observation, log, question, register.zone());
        List<Problem> problems = problems(known);
        choice.accept(new WithProblems<>(known, problems));
        log.check(known);
        List<Integer> touched = touchedBy(known);
        List<Assessment> before = touched.stream().map(this::assessment).toList();
        Observation taken = known.id(log.add(known));
        seen++;
        touched.forEach(index -> current.set(index, null));
        return addition(taken, problems, log, before, was -> assessment(requireNonNull(byId.get(was.target().id()))));
    }

    private Addition addition(Observation taken, List<Problem> problems, ObservationLog with, List<Assessment> before,
            UnaryOperator<Assessment> again) {
        Effects effects = new Effects(taken, question, register.zone(), question.view(with, register.zone()));
        List<Assessment> after = before.stream().map(again).toList();
        return new Addition(taken, IntStream.range(0, before.size())
                .mapToObj(i -> effects.on(before.get(i), after.get(i))).toList(), problems, after);
    }

    private List<Problem> problems(Observation observation) {
        return catalog.get().check(observation);
    }

    private List<Integer> touchedBy(Observation observation) {
        return byStream.getOrDefault(observation.entry().stream(), List.of());
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
