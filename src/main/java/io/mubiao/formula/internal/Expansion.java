package io.mubiao.formula.internal;

import io.mubiao.work.TooCostlyException;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * How many steps a formula has once the names it uses are written out (展开后的步数): thirty lines that use the one before twice
 * have a thousand million. Steps are counted, not made. Not thread-safe.
 */
public final class Expansion {
    /** The most steps of a name that is read: as many as one formula may have. */
    public static final int MOST = FormulaCompiler.MOST_NODES;
    private static final long ENDLESS = Long.MAX_VALUE / 4;

    /**
     * What a slot is worked out of.
     *
     * @param slots slots that are read as they are
     */
    public record Definition(List<Num> nums, List<Test> tests, List<Integer> slots) {
        /** Of what is filed, or known otherwise. */
        public static final Definition NONE = new Definition(List.of(), List.of(), List.of());

        public Definition {
            nums = List.copyOf(nums);
            tests = List.copyOf(tests);
            slots = List.copyOf(slots);
        }

        /** Of one number. */
        public static Definition of(Num num) {
            return new Definition(List.of(num), List.of(), List.of());
        }
    }

    private final IntFunction<Definition> definitions;
    private final Map<Integer, Own> own = new HashMap<>();
    private final Map<Integer, Long> known = new HashMap<>();

    /** The steps of one slot, and how often it reads others. */
    private record Own(long steps, Map<Integer, Integer> reads) {}

    /** Of slots that are defined so. */
    public Expansion(IntFunction<Definition> definitions) {
        this.definitions = definitions;
    }

    /** The steps of a slot; those of one that is worked out from itself count once. */
    public long steps(int slot) {
        Set<Integer> begun = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(slot));
        while (!open.isEmpty()) {
            Checkpoint.pass();
            int next = open.peek();
            Own definition = own.computeIfAbsent(next, it -> own(definitions.apply(it)));
            if (known.containsKey(next)) {
                open.pop();
            } else if (begun.add(next)) {
                definition.reads.keySet().stream().filter(it -> !begun.contains(it) && !known.containsKey(it)).forEach(open::push);
            } else {
                known.put(next, total(definition));
                open.pop();
            }
        }
        return known.getOrDefault(slot, 1L);
    }

    private long total(Own definition) {
        long sum = definition.steps;
        for (Map.Entry<Integer, Integer> read : definition.reads.entrySet()) {
            long steps = known.getOrDefault(read.getKey(), 1L);
            sum = steps > ENDLESS / read.getValue() ? ENDLESS : Math.min(ENDLESS, sum + steps * read.getValue());
        }
        return sum;
    }

    /**
     * Checks the steps of a slot.
     *
     * @throws TooCostlyException if they are more than {@link #MOST}
     */
    public void check(int slot, String name) {
        long steps = steps(slot);
        if (steps > MOST) {
            throw new TooCostlyException(TooCostlyException.Cost.NODES, "'" + name + "' with the names it uses written out", steps, MOST);
        }
    }

    private static Own own(Definition definition) {
        Map<Integer, Integer> reads = new HashMap<>();
        definition.slots.forEach(slot -> reads.merge(slot, 1, Integer::sum));
        Deque<Num> nums = new ArrayDeque<>(definition.nums);
        Deque<Test> tests = new ArrayDeque<>(definition.tests);
        long steps = 1;
        while (!nums.isEmpty() || !tests.isEmpty()) {
            steps++;
            if (!tests.isEmpty()) {
                open(tests.pop(), nums, tests, reads);
            } else {
                Num num = nums.pop();
                if (num instanceof Num.Slot it) {
                    reads.merge(it.slot(), 1, Integer::sum);
                } else if (num instanceof Num.Choice it) {
                    tests.push(it.test());
                }
                parts(num).forEach(nums::push);
            }
        }
        return new Own(steps, reads);
    }

    private static List<Num> parts(Num num) {
        if (num instanceof Num.Binary it) {
            return List.of(it.left(), it.right());
        }
        if (num instanceof Num.Choice it) {
            return List.of(it.then(), it.otherwise());
        }
        if (num instanceof Num.OrElse it) {
            return List.of(it.first(), it.second());
        }
        if (num instanceof Num.IfZeroDivisor it) {
            return List.of(it.first(), it.second());
        }
        if (num instanceof Num.Best it) {
            return it.of();
        }
        if (num instanceof Num.Abs it) {
            return List.of(it.of());
        }
        if (num instanceof Num.Rounded it) {
            return List.of(it.of());
        }
        if (num instanceof Num.Steps it) {
            return List.of(it.of());
        }
        if (num instanceof Num.Root it) {
            return List.of(it.of());
        }
        return num instanceof Num.Log it ? List.of(it.of()) : List.of();
    }

    private static void open(Test test, Deque<Num> nums, Deque<Test> tests, Map<Integer, Integer> reads) {
        List<Integer> texts = new ArrayList<>();
        if (test instanceof Test.Compare it) {
            nums.push(it.left());
            nums.push(it.right());
        } else if (test instanceof Test.Both it) {
            tests.push(it.left());
            tests.push(it.right());
        } else if (test instanceof Test.Not it) {
            tests.push(it.of());
        } else if (test instanceof Test.IsMissing it) {
            nums.push(it.of());
        } else if (test instanceof Test.TextIsMissing it) {
            texts.add(it.slot());
        } else if (test instanceof Test.TextIn it) {
            texts.add(it.slot());
        } else if (test instanceof Test.SameText it) {
            texts.addAll(List.of(it.left(), it.right()));
        }
        texts.forEach(slot -> reads.merge(slot, 1, Integer::sum));
    }
}
