package io.mubiao.assess;

import static java.util.Objects.requireNonNull;

import io.mubiao.assess.internal.Streams;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Assesses registers (评估器). {@link #assess} gives the answer to one question; an assessor that is kept
 * ({@link #of}) takes further observations and updates only the targets that they touch, always equal to a fresh
 * assessment of the same log.
 *
 * <p>A kept assessor is not thread-safe and must be the only one to append to its log.
 */
public final class Assessor {
    private final Register register;
    private final ObservationLog log;
    private final AsOf question;
    private final @Nullable Case[] cases;
    private final @Nullable Assessment[] current;
    private final Map<String, List<Integer>> byStream = new HashMap<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private long seen;

    private Assessor(Register register, ObservationLog log, AsOf question) {
        this.register = requireNonNull(register, "register");
        this.log = requireNonNull(log, "log");
        this.question = requireNonNull(question, "question");
        cases = new Case[register.targets().size()];
        current = new Assessment[cases.length];
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
                current[i] = Evaluators.assess(newCase(i));
            }
        }
    }

    /** The assessment of every target of a register as of a day, with everything that is in the log. */
    public static Assessments assess(Register register, ObservationLog log, LocalDate asOf) {
        return assess(register, log, AsOf.of(asOf));
    }

    /** The assessment of every target of a register. */
    public static Assessments assess(Register register, ObservationLog log, AsOf question) {
        return assess(register, log, question, 1);
    }

    /** The same on the given number of threads, at least 1; the result does not depend on it. */
    public static Assessments assess(Register register, ObservationLog log, AsOf question, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, got " + threads);
        }
        Assessor assessor = new Assessor(register, log, question);
        if (threads == 1) {
            assessor.new Worker().assess(0, assessor.current.length);
        } else {
            assessor.inParallel(threads);
        }
        return assessor.all();
    }

    /**
     * The assessment of one target of a register.
     *
     * @throws IllegalArgumentException if the register has no such target
     */
    public static Assessment assess(Register register, ObservationLog log, AsOf question, String targetId) {
        Target target = register.target(targetId);
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
     * Appends an observation to the log.
     *
     * @return the targets whose assessment it may have changed, assessed anew
     * @throws IllegalArgumentException if the log refuses it; nothing is changed then
     * @throws IllegalStateException if somebody else has appended to the log
     */
    public List<Assessment> add(Observation observation) {
        requireUnchanged();
        log.add(observation);
        seen++;
        List<Integer> touched = byStream.get(observation.entry().stream());
        if (touched == null) {
            return List.of();
        }
        List<Assessment> fresh = new ArrayList<>(touched.size());
        for (int index : touched) {
            current[index] = null;
            fresh.add(assessment(index));
        }
        return fresh;
    }

    /** The present assessment of one target; as {@link Assessments#get} otherwise. */
    public Assessment get(String targetId) {
        requireUnchanged();
        return assessment(requireNonNull(byId.get(register.target(targetId).id())));
    }

    /** The present assessments of all targets. */
    public Assessments assessments() {
        requireUnchanged();
        for (int i = 0; i < current.length; i++) {
            assessment(i);
        }
        return all();
    }

    private void requireUnchanged() {
        if (log.size() != seen) {
            throw new IllegalStateException("the log has " + log.size() + " observations, this assessor has seen "
                    + seen + "; append through the assessor alone");
        }
    }

    private Assessment assessment(int index) {
        Assessment assessment = current[index];
        if (assessment == null) {
            assessment = Evaluators.assess(requireNonNull(cases[index]));
            current[index] = assessment;
        }
        return assessment;
    }

    private Assessments all() {
        return new Assessments(register, question, Arrays.asList(current));
    }

    /** Each thread takes a stretch of the register of its own. */
    private void inParallel(int threads) {
        List<Thread> workers = IntStream.range(0, threads)
                .mapToObj(number -> new Thread(() -> new Worker().assess(
                        stretch(number, threads), stretch(number + 1, threads)), "mubiao-assess-" + number))
                .toList();
        Failures failures = new Failures();
        workers.forEach(worker -> worker.setUncaughtExceptionHandler(failures));
        workers.forEach(Thread::start);
        boolean interrupted = false;
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        failures.rethrow();
    }

    private int stretch(int number, int threads) {
        return (int) ((long) current.length * number / threads);
    }

    /** Keeps the first failure of a worker, to be thrown where the caller sees it. */
    private static final class Failures implements Thread.UncaughtExceptionHandler {
        private volatile @Nullable Throwable first;

        @Override
        public synchronized void uncaughtException(Thread thread, Throwable failure) {
            if (first == null) {
                first = failure;
            }
        }

        void rethrow() {
            Throwable failure = first;
            if (failure != null) {
                throw new IllegalStateException("assessment failed in a worker thread", failure);
            }
        }
    }
}
