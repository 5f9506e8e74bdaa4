package io.mubiao.work;

import static java.util.Objects.requireNonNull;

import io.mubiao.work.internal.Checkpoint;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * What work may cost at most (成本上限). Readers take one; {@link #call} holds for all that is read, compiled, assessed, scored or
 * evaluated in it, on every thread it uses. What is larger ends in a {@link TooCostlyException}, or for files in a problem
 * that says where. Immutable.
 *
 * <p>The nesting of formulas (60, with the names they use 300) is what the smallest stack bears and cannot be set; nor can the
 * steps of a name with all names it uses written out (100,000).
 *
 * @param bytes the largest file
 * @param characters the longest text in a file, in characters; a line of YAML may have four times as many
 * @param depth the deepest nesting of objects and lists in a file
 * @param nodes the most values, lists and objects in a YAML or JSON file
 * @param rows the most enterprises of a roll, and targets of a register that is assessed
 * @param problems after how many problems reading gives up
 * @param digits the most digits of an exact number
 * @param steps the most steps of a search for the nearest figures that suffice
 * @param time how long a {@link #call} may take
 */
public record CostBudget(long bytes, int characters, int depth, long nodes, long rows, int problems, int digits, long steps, Duration time) {
    /** No limit of time. */
    public static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

    /** 256 MiB, 20,000 characters, 20 levels, 20 million nodes, 50 million rows, 1,000 problems, 100,000 digits, 4 million steps, no limit of time. */
    public static final CostBudget DEFAULT = new CostBudget(256L << 20, 20_000, 20, 20_000_000, 50_000_000, 1_000, 100_000, 4_000_000, FOREVER);

    public CostBudget {
        requireNonNull(time, "time");
        if (bytes < 1 || characters < 1 || depth < 1 || nodes < 1 || rows < 1 || problems < 1 || digits < 1 || steps < 1
                || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("limits must be >= 1 and times longer than 0, got bytes " + bytes + ", characters "
                    + characters + ", depth " + depth + ", nodes " + nodes + ", rows " + rows + ", problems " + problems
                    + ", digits " + digits + ", steps " + steps + ", time " + time);
        }
    }

    /** The same with another largest file. */
    public CostBudget bytes(long most) {
        return new CostBudget(most, characters, depth, nodes, rows, problems, digits, steps, time);
    }

    /** The same with another longest text. */
    public CostBudget characters(int most) {
        return new CostBudget(bytes, most, depth, nodes, rows, problems, digits, steps, time);
    }

    /** The same with another deepest nesting. */
    public CostBudget depth(int most) {
        return new CostBudget(bytes, characters, most, nodes, rows, problems, digits, steps, time);
    }

    /** The same with other most nodes. */
    public CostBudget nodes(long most) {
        return new CostBudget(bytes, characters, depth, most, rows, problems, digits, steps, time);
    }

    /** The same with other most rows. */
    public CostBudget rows(long most) {
        return new CostBudget(bytes, characters, depth, nodes, most, problems, digits, steps, time);
    }

    /** The same with other most problems. */
    public CostBudget problems(int most) {
        return new CostBudget(bytes, characters, depth, nodes, rows, most, digits, steps, time);
    }

    /** The same with other most digits. */
    public CostBudget digits(int most) {
        return new CostBudget(bytes, characters, depth, nodes, rows, problems, most, steps, time);
    }

    /** The same with other most steps. */
    public CostBudget steps(long most) {
        return new CostBudget(bytes, characters, depth, nodes, rows, problems, digits, most, time);
    }

    /** The same with another longest time. */
    public CostBudget time(Duration most) {
        return new CostBudget(bytes, characters, depth, nodes, rows, problems, digits, steps, most);
    }

    /**
     * What some work gives, done under this budget. The time of a budget around it goes on.
     *
     * @throws TooCostlyException if it costs more
     */
    public <T> T call(Supplier<T> work) {
        return Checkpoint.under(this, work);
    }
}
