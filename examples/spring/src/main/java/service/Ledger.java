package service;

import io.mubiao.assess.Addition;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessor;
import io.mubiao.io.Input;
import io.mubiao.io.register.LogFile;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** The assessor that is kept, and its log: one writes at a time, many read, and the database decides what there is. */
@Component
final class Ledger {
    private final Settings settings;
    private final LogTable table;
    private final Register register;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile LocalDate day = LocalDate.MIN;
    private ObservationLog log = ObservationLog.empty();
    private Assessor assessor;

    Ledger(Settings settings, LogTable table) {
        this.settings = settings;
        this.table = table;
        register = RegisterFile.read(Path.of(settings.register()));
        if (table.size() == 0) {
            table.add(0, List.of(LogFile.write(register)));
        }
        follow();
        if (log.size() == 0 && settings.observations() != null) {
            add(Input.of(Path.of(settings.observations())));
        }
    }

    /** What the observations did. They are checked, committed, and then added: a commit that fails leaves nothing to undo. */
    synchronized WithProblems<List<Addition>> add(Input input) {
        follow();
        WithProblems<List<Observation>> rows = ObservationFile.readRows(input, register, log);
        List<Observation> known = assessor.checkAll(rows.orThrow()).stream().map(Addition::observation).toList();
        try {
            table.add(log.size() + 1, known.stream().map(LogFile::write).toList());
        } catch (RuntimeException e) {
            followAfter(e);
            throw e;
        }
        lock.writeLock().lock();
        try {
            return new WithProblems<>(assessor.addAll(known), rows.problems());
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What somebody makes of it while nobody writes. */
    <T> T read(BiFunction<Assessor, ObservationLog, T> question) {
        if (!day.equals(today())) {
            follow();
        }
        lock.readLock().lock();
        try {
            return question.apply(assessor, log);
        } finally {
            lock.readLock().unlock();
        }
    }

    Register register() {
        return register;
    }

    private LocalDate today() {
        return settings.asOf() == null ? LocalDate.now(register.zone()) : settings.asOf();
    }

    /** Restores the log where the database has another, and asks anew on another day. */
    private synchronized void follow() {
        LocalDate today = today();
        boolean same = table.size() == log.size() + 1;
        if (same && today.equals(day)) {
            return;
        }
        ObservationLog now = same ? log : LogFile.read(table.lines(), "observation_log", register);
        Assessor fresh = Assessor.of(register, now, AsOf.of(today));
        lock.writeLock().lock();
        try {
            log = now;
            assessor = fresh;
            day = today;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** A commit whose answer was lost may have been one; if nobody can be asked now, the next writer asks. */
    private void followAfter(RuntimeException refused) {
        try {
            follow();
        } catch (RuntimeException e) {
            refused.addSuppressed(e);
        }
    }
}
