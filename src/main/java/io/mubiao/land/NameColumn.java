package io.mubiao.land;

import com.google.common.base.Suppliers;
import io.mubiao.land.internal.EnterpriseId;
import io.mubiao.text.internal.SheetWords;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ids or names of rows, few of which are alike (编号与名称列): their bytes one behind the other, no object for each.
 * Immutable.
 */
public final class NameColumn {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SEED = ThreadLocalRandom.current().nextLong();
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int MOST_SLOTS = 1 << 30;
    /** A part of the bytes, as two to this power, that may stay unused. */
    private static final int SPARE = 4;

    private final byte[] bytes;
    private final int[] ends;
    /** Texts that are no Unicode: they have halves of characters. */
    private final Map<Integer, String> aside;
    private final Supplier<Table> table;

    private NameColumn(byte[] bytes, int[] ends, Map<Integer, String> aside, @Nullable Table table) {
        this.bytes = bytes;
        this.ends = ends;
        this.aside = Map.copyOf(aside);
        this.table = table != null ? () -> table : Suppliers.memoize(() -> Table.of(bytes, ends, ends.length));
    }

    /** A column of texts, null or empty where there is none. */
    public static NameColumn of(List<? extends @Nullable String> texts) {
        Builder builder = new Builder();
        texts.forEach(text -> builder.add(text == null ? "" : text));
        return builder.build();
    }

    /** Collects texts one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many rows. */
    public int size() {
        return ends.length;
    }

    /** The text in a row, null if there is none. */
    public @Nullable String text(int row) {
        int from = from(ends, row);
        String other = aside.isEmpty() ? null : aside.get(row);
        return other != null ? other : from == ends[row] ? null : new String(bytes, from, ends[row] - from, StandardCharsets.UTF_8);
    }

    /** The first row that has a text, -1 if none has. */
    public int indexOf(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        int row = table.get().find(bytes, ends, wanted, 0, wanted.length, hash(wanted, 0, wanted.length));
        return row >= 0 && text.equals(text(row)) ? row : aside.entrySet().stream().filter(it -> it.getValue().equals(text))
                .mapToInt(Map.Entry::getKey).min().orElse(-1);
    }

    /** Whether it certainly holds an id in every row, each another. */
    boolean areIds() {
        for (int row = 0; row < size(); row++) {
            int from = from(ends, row);
            if (from == ends[row] || (bytes[from] >= 0 && bytes[from] <= ' ')) {
                return false;
            }
        }
        return aside.isEmpty() && table.get().count == size();
    }

    /** Whether it certainly holds nothing but ids that are kept as they are and look like no other. */
    boolean arePlain() {
        for (int row = 0; row < size(); row++) {
            if (!EnterpriseId.isPlain(bytes, from(ends, row), ends[row])) {
                return false;
            }
        }
        return areIds();
    }

    /** Whether one of the texts may say that its row sums up others. */
    boolean mayHaveTotals() {
        for (int row = 0; row < size(); row++) {
            String text = text(row);
            if (text != null && SheetWords.mayBeTotal(text)) {
                return true;
            }
        }
        return false;
    }

    private static int from(int[] ends, int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /** A number that equal texts in UTF-8 have in common; in every process another. */
    public static int hash(byte[] bytes, int from, int to) {
        long hash = SEED + to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * FACTOR;
            hash ^= hash >>> 29;
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | (bytes[at] & 0xFF);
        }
        hash = (hash ^ rest) * FACTOR;
        return (int) (hash ^ hash >>> 32);
    }

    /** Rows by the texts that they have first, none for no text; beside each row half of the hash, to compare few texts. */
    private static final class Table {
        private long[] slots = new long[16];
        private int count;

        int find(byte[] bytes, int[] ends, byte[] wanted, int from, int to, int hash) {
            for (int at = hash & slots.length - 1; slots[at] != 0; at = at + 1 & slots.length - 1) {
                int row = (int) slots[at] - 1;
                if ((int) (slots[at] >>> 32) == hash && Arrays.equals(bytes, from(ends, row), ends[row], wanted, from, to)) {
                    return row;
                }
            }
            return -1;
        }

        void putNew(int row, int hash) {
            if (2 * ++count > slots.length) {
                grow(2 * slots.length);
            }
            insert((long) hash << 32 | row + 1L);
        }

        private void insert(long slot) {
            int at = (int) (slot >>> 32) & slots.length - 1;
            while (slots[at] != 0) {
                at = at + 1 & slots.length - 1;
            }
            slots[at] = slot;
        }

        void reserve(int rows) {
            int length = slots.length;
            while (length < 2L * rows && length < MOST_SLOTS) {
                length *= 2;
            }
            if (length > slots.length) {
                grow(length);
            }
        }

        private void grow(int length) {
            long[] smaller = slots;
            slots = new long[length];
            for (long slot : smaller) {
                if (slot != 0) {
                    insert(slot);
                }
            }
        }

        static Table of(byte[] bytes, int[] ends, int size) {
            Table table = new Table();
            table.reserve(size);
            for (int row = 0; row < size; row++) {
                int from = from(ends, row);
                int hash = hash(bytes, from, ends[row]);
                if (from < ends[row] && table.find(bytes, ends, bytes, from, ends[row], hash) < 0) {
                    table.putNew(row, hash);
                }
            }
            return table;
        }
    }

    /** Collects texts; not thread-safe. */
    public static final class Builder {
        private byte[] bytes = new byte[64];
        private int[] ends = new int[16];
        private int size;
        private final Map<Integer, String> aside = new HashMap<>();
        private @Nullable Table table;
        /** Keeps the compiler from leaving out what is only fetched. */
        @SuppressWarnings("UnusedVariable")
        private long expected;

        private Builder() {}

        /** One more row; empty if it has no text. */
        public Builder add(String text) {
            byte[] all = text.getBytes(StandardCharsets.UTF_8);
            if (!new String(all, StandardCharsets.UTF_8).equals(text)) {
                aside.put(size, text);
            }
            return add(all, 0, all.length);
        }

        /** One more row, its text in UTF-8. */
        public Builder add(byte[] utf8, int from, int to) {
            int start = size == 0 ? 0 : ends[size - 1];
            int end = Math.addExact(start, to - from);
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, bytes.length + (bytes.length >> 1))));
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, size + (size >> 1));
            }
            System.arraycopy(utf8, from, bytes, start, to - from);
            ends[size++] = end;
            return this;
        }

        /**
         * Makes room for so many rows in all, with texts as long as those so far, so that what is here need not be moved again and
         * again. Adds nothing, and more rows can come all the same.
         */
        public void reserve(int rows) {
            if (rows <= ends.length) {
                return;
            }
            ends = Arrays.copyOf(ends, rows);
            long all = size == 0 ? 0 : (long) ends[size - 1] * rows / size;
            if (all > bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, all));
            }
            if (table != null) {
                table.reserve(rows);
            }
        }

        /**
         * The row that has a text already, or one more row. Every text but the empty one is there once if all come this way.
         *
         * @return the row; equal to the size before if it is new
         */
        public int put(byte[] utf8, int from, int to) {
            return put(utf8, from, to, hash(utf8, from, to));
        }

        /** As {@link #put(byte[], int, int)}, with the {@link NameColumn#hash} of the text. */
        public int put(byte[] utf8, int from, int to, int hash) {
            int row = table().find(bytes, ends, utf8, from, to, hash);
            if (row >= 0) {
                return row;
            }
            add(utf8, from, to);
            table().putNew(size - 1, hash);
            return size - 1;
        }

        /**
         * Says what will be put next; then that takes less time, as memory is fetched for all of it at once. Puts nothing.
         *
         * @param hashes the {@link NameColumn#hash} of each text, from one place up to another
         */
        public void expect(int[] hashes, int from, int end) {
            long[] slots = table().slots;
            long seen = 0;
            for (int i = from; i < end; i++) {
                seen |= slots[hashes[i] & slots.length - 1];
            }
            expected = seen;
        }

        /** The first row that has a text; -1 if none has. */
        public int indexOf(byte[] utf8, int from, int to) {
            return table().find(bytes, ends, utf8, from, to, hash(utf8, from, to));
        }

        private Table table() {
            Table known = table;
            if (known == null) {
                known = Table.of(bytes, ends, size);
                table = known;
            }
            return known;
        }

        /** How many rows so far. */
        public int size() {
            return size;
        }

        /** The column of these rows alone. */
        public NameColumn build(int[] rows) {
            Builder some = new Builder();
            for (int row : rows) {
                some.add(bytes, from(ends, row), ends[row]);
            }
            return some.build();
        }

        /** The column; nothing may be added after that. */
        public NameColumn build() {
            int used = size == 0 ? 0 : ends[size - 1];
            boolean isFull = bytes.length - used <= used >> SPARE;
            return new NameColumn(isFull ? bytes : Arrays.copyOf(bytes, used), size == ends.length ? ends : Arrays.copyOf(ends, size), aside, table);
        }
    }
}
