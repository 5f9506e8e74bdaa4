package io.mubiao.land.assess;

import io.mubiao.land.assess.internal.part.Envelope;
import io.mubiao.land.assess.internal.part.State;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all rows after some passes (全局所知): give it to every machine for the next pass, or for the results. Immutable;
 * travels as {@link #toBytes bytes}, also where it is serialized.
 */
public final class Whole extends Sealed {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient byte[] work;
    private final transient int passes;
    private final transient List<State> states;
    private final transient ConcurrentMap<Integer, Object> derived = new ConcurrentHashMap<>();
    private transient volatile byte @Nullable [] digest;

    Whole(byte[] work, int passes, List<State> states) {
        this.work = work;
        this.passes = passes;
        this.states = List.copyOf(states);
    }

    byte[] work() {
        return work;
    }

    List<State> states() {
        return states;
    }

    /** What follows from this for one way of the evaluation, worked out once. */
    Object derived(int track, Supplier<Object> how) {
        return derived.computeIfAbsent(track, it -> how.get());
    }

    byte[] under() {
        byte[] known = digest;
        if (known == null) {
            known = Envelope.digest(toBytes());
            digest = known;
        }
        return known;
    }

    /** Whether all is known that results need. */
    public boolean isComplete() {
        return states.stream().allMatch(state -> state.step() == State.Step.DONE);
    }

    /** How many passes there were. */
    public int passes() {
        return passes;
    }

    /** What the next pass gathers, such as {@code baselines} or {@code totals}; {@code done} where none is left. */
    public String pass() {
        return states.stream().map(State::step).filter(step -> step != State.Step.DONE).findFirst().orElse(State.Step.DONE).name()
                .toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * How many times rows must have moved by ranges before the next pass, or the results: when this has grown, once more by {@link Chunks#ranges}.
     * More than once only where the rule ranks some once more (先排后排).
     */
    public int moves() {
        return states.stream().mapToInt(state -> state.moves().size()).max().orElse(0);
    }

    /** This in the form that the guide describes. */
    @Override
    public byte[] toBytes() {
        return Envelope.seal(Envelope.Kind.WHOLE, this::write);
    }

    private void write(NumberWriter to) {
        to.addBytes(work).addCount(passes).addCount(states.size());
        states.forEach(it -> it.write(to));
    }

    private static Whole read(NumberReader from) {
        byte[] work = from.raw(Envelope.DIGEST);
        int passes = from.count(Integer.MAX_VALUE);
        List<State> states = new ArrayList<>();
        for (int i = from.count(2); i > 0; i--) {
            states.add(State.read(from));
        }
        return new Whole(work, passes, states);
    }

    /**
     * What was written.
     *
     * @throws PartException if the bytes are not what is known of a whole, of another version, or damaged
     */
    public static Whole fromBytes(byte[] bytes) {
        return Envelope.open(Envelope.Kind.WHOLE, bytes, Whole::read);
    }

    @Override
    public String toString() {
        return "Whole[" + passes + " passes, next " + pass() + "]";
    }
}
