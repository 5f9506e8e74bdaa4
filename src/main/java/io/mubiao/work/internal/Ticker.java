package io.mubiao.work.internal;

import io.mubiao.work.WorkListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/** Counts what is begun and tells it to a listener now and then. */
final class Ticker {
    private static final long APART = 100_000_000;

    private final WorkListener listener;
    private final Map<String, LongAdder> begun = new ConcurrentHashMap<>();
    private final ReentrantLock telling = new ReentrantLock();
    private volatile long last = System.nanoTime();

    Ticker(WorkListener listener) {
        this.listener = listener;
    }

    void tick(String kind, Object which) {
        LongAdder count = begun.get(kind);
        boolean first = count == null;
        if (count == null) {
            count = begun.computeIfAbsent(kind, it -> new LongAdder());
        }
        count.increment();
        if ((first || System.nanoTime() - last >= APART) && telling.tryLock()) {
            try {
                last = System.nanoTime();
                listener.at(kind, String.valueOf(which), count.sum());
            } finally {
                telling.unlock();
            }
        }
    }
}
