package io.mubiao.observe;

import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.internal.IncrementColumns;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The increments of one stream, source, basis and unit, in columns: millions of them cost tens of bytes each and are
 * summed without an object per row. Append-only.
 */
final class Lane implements Rows {
    /** Rows share a block of this many, as a power of two. */
    static final int BLOCK_BITS = 6;

    private static final int MAX_DIGITS = 18;
    /** A number of so few digits fits a long, with so many more after the point. */
    private static final int FEW = 9;
    private static final long[] POWERS = LongStream.iterate(1, it -> it * 10).limit(MAX_DIGITS + 1).toArray();

    final String stream;
    final String source;
    final Basis basis;
    final Unit unit;

    int size;
    int[] from = new int[8];
    int[] to = new int[8];
    long[] recorded = new long[8];
    /** The latest recorded-at of each block of rows, so that a block known in full needs no look at its rows. */
    long[] latestOfBlock = {Long.MIN_VALUE};
    /** Amounts as whole numbers of 10^-{@link #scale}; rows in {@link #wide} hold 0 here. */
    long[] amount = new long[8];
    /** The sum of the amounts of each block, modulo 2^64: right wherever it is known to fit. */
    long[] sumOfBlock = new long[1];
    int scale;
    private int[] sequence = new int[8];
    private final BitSet assumed = new BitSet();
    private @Nullable String @Nullable [] ids;

    /** Amounts that do not fit the column, by row. */
    Map<Integer, Rational> wide = Map.of();
    /** The largest amount in the column, without its sign. */
    long largest;
    /** Whether every row begins after the row before it ended, so that none can overlap. */
    boolean ordered = true;

    Lane(String stream, String source, Basis basis, Unit unit) {
        this.stream = stream;
        this.source = source;
        this.basis = basis;
        this.unit = unit;
    }

    /** The same rows again; neither sees what is added to the other. */
    Lane copy() {
        Lane copy = new Lane(stream, source, basis, unit);
        copy.size = size;
        copy.from = from.clone();
        copy.to = to.clone();
        copy.recorded = recorded.clone();
        copy.latestOfBlock = latestOfBlock.clone();
        copy.amount = amount.clone();
        copy.sumOfBlock = sumOfBlock.clone();
        copy.scale = scale;
        copy.sequence = sequence.clone();
        copy.ids = ids == null ? null : ids.clone();
        copy.wide = wide.isEmpty() ? Map.of() : new HashMap<>(wide);
        copy.assumed.or(assumed);
        copy.largest = largest;
        copy.ordered = ordered;
        return copy;
    }

    /** Whether increments with such an entry and unit are here. */
    boolean isOf(Entry entry, Unit of) {
        return basis == entry.basis() && unit.equals(of) && source.equals(entry.source());
    }

    int add(Increment increment, int number) {
        int row = begin(day(increment.span().first()), day(increment.span().last()), increment.entry().recordedNanos(), number);
        if (increment.entry().assumed()) {
            assumed.set(row);
        }
        if (!increment.entry().id().isEmpty()) {
            if (ids == null) {
                ids = new String[from.length];
            }
            ids[row] = increment.entry().id();
        }
        put(row, increment.amount());
        size++;
        return row;
    }

    /** Adds a row without an id. */
    void add(IncrementColumns increment, long recordedAt, int number, boolean isAssumed) {
        int row = begin(increment.first(), increment.last(), recordedAt, number);
        if (isAssumed) {
            assumed.set(row);
        }
        long unscaled = increment.unscaled();
        int digits = increment.scale();
        while (digits > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            digits--;
        }
        long factor = widen(digits) ? POWERS[scale - digits] : 0;
        if (factor > 0 && Math.multiplyHigh(unscaled, factor) == (unscaled * factor) >> (Long.SIZE - 1)) {
            set(row, unscaled * factor);
        } else {
            putWide(row, Rational.of(BigDecimal.valueOf(unscaled, digits)));
        }
        size++;
    }

    /** Adds a row as it is; the scale is the same at every call. */
    void add(int first, int last, long recordedAt, int number, long unscaled, int digits) {
        scale = digits;
        int row = begin(first, last, recordedAt, number);
        set(row, unscaled);
        size++;
    }

    private int begin(int first, int last, long recordedAt, int number) {
        if (size == from.length) {
            grow();
        }
        int row = size;
        from[row] = first;
        to[row] = last;
        recorded[row] = recordedAt;
        latestOfBlock[row >> BLOCK_BITS] = Math.max(latestOfBlock[row >> BLOCK_BITS], recordedAt);
        sequence[row] = number;
        ordered &= row == 0 || from[row] > to[row - 1];
        return row;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int number(int row) {
        return sequence[row];
    }

    @Override
    public long recordedAt(int row) {
        return recorded[row];
    }

    /** The most digits after the point of a row. */
    int decimals() {
        return Math.max(scale, wide.values().stream().flatMap(it -> it.asDecimal().stream()).mapToInt(BigDecimal::scale)
                .filter(digits -> digits <= MAX_DIGITS).max().orElse(0));
    }

    private void put(int row, Quantity quantity) {
        Optional<BigDecimal> decimal = quantity.amount().asDecimal();
        if (decimal.isPresent() && decimal.get().scale() <= MAX_DIGITS && widen(decimal.get().scale())) {
            if (scale <= FEW && decimal.get().precision() <= FEW) {
                set(row, decimal.get().movePointRight(scale).longValueExact());
                return;
            }
            BigInteger unscaled = decimal.get().setScale(scale).unscaledValue();
            if (unscaled.bitLength() < Long.SIZE) {
                set(row, unscaled.longValueExact());
                return;
            }
        }
        putWide(row, quantity.amount());
    }

    private void putWide(int row, Rational number) {
        if (wide.isEmpty()) {
            wide = new HashMap<>();
        }
        wide.put(row, number);
    }

    private void set(int row, long unscaled) {
        amount[row] = unscaled;
        sumOfBlock[row >> BLOCK_BITS] += unscaled;
        largest = Math.max(largest, unscaled == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(unscaled));
    }

    /** Makes room for more digits after the point; false if an amount already there would not fit. */
    private boolean widen(int digits) {
        if (digits <= scale) {
            return true;
        }
        long factor = BigInteger.TEN.pow(digits - scale).longValueExact();
        for (int row = 0; row < size; row++) {
            if (Math.multiplyHigh(amount[row], factor) != (amount[row] * factor) >> (Long.SIZE - 1)) {
                return false;
            }
        }
        for (int row = 0; row < size; row++) {
            amount[row] *= factor;
        }
        for (int block = 0; block < sumOfBlock.length; block++) {
            sumOfBlock[block] *= factor;
        }
        largest = Math.multiplyExact(largest, factor);
        scale = digits;
        return true;
    }

    private void grow() {
        resize(from.length + (from.length >> 1));
    }

    /** Gives back what was kept for more to come, where it is much. */
    void trim() {
        if (from.length - size > Math.max(8, size >> 4)) {
            resize(Math.max(8, size));
        }
    }

    private void resize(int length) {
        from = Arrays.copyOf(from, length);
        to = Arrays.copyOf(to, length);
        recorded = Arrays.copyOf(recorded, length);
        amount = Arrays.copyOf(amount, length);
        sequence = Arrays.copyOf(sequence, length);
        int blocks = latestOfBlock.length;
        latestOfBlock = Arrays.copyOf(latestOfBlock, ((length - 1) >> BLOCK_BITS) + 1);
        if (latestOfBlock.length > blocks) {
            Arrays.fill(latestOfBlock, blocks, latestOfBlock.length, Long.MIN_VALUE);
        }
        sumOfBlock = Arrays.copyOf(sumOfBlock, latestOfBlock.length);
        if (ids != null) {
            ids = Arrays.copyOf(ids, length);
        }
    }

    /** Whether a row counts at a moment, given the rows that do not count then although known. */
    boolean isActive(int row, long knownBefore, BitSet superseded) {
        return recorded[row] < knownBefore && !superseded.get(row);
    }

    Rational exactAmount(int row) {
        Rational exact = wide.get(row);
        return exact != null ? exact : scaled(BigInteger.valueOf(amount[row]));
    }

    /** A whole number of 10^-scale as an exact number. */
    Rational scaled(BigInteger unscaled) {
        return Rational.of(new BigDecimal(unscaled, scale));
    }

    @Override
    public String id(int row) {
        String id = ids == null ? null : ids[row];
        return id != null ? id : stream + "#" + sequence[row];
    }

    /** The row of a number; negative if there is none. */
    int rowOf(int number) {
        return Arrays.binarySearch(sequence, 0, size, number);
    }

    Increment observation(int row, @Nullable String supersedes) {
        long nanos = recorded[row];
        Instant at = Instant.ofEpochSecond(
                Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
        Rational exact = exactAmount(row);
        Quantity quantity = exact.asDecimal().map(decimal -> Quantity.of(decimal, unit))
                .orElseGet(() -> Quantity.of(exact, unit));
        return new Increment(new Entry(id(row), stream, source, at, basis, Optional.ofNullable(supersedes), assumed.get(row)),
                new Span(LocalDate.ofEpochDay(from[row]), LocalDate.ofEpochDay(to[row])), quantity);
    }

    /** The rows that have a day in common with those from one to another. */
    IntStream touching(int first, int last) {
        if (!ordered) {
            return IntStream.range(0, size).filter(row -> from[row] <= last && to[row] >= first);
        }
        int found = Arrays.binarySearch(to, 0, size, first);
        int begin = found < 0 ? -found - 1 : found;
        return IntStream.range(begin, size).takeWhile(row -> from[row] <= last);
    }

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
