package io.mubiao.land.assess.internal;

import io.mubiao.land.TextColumn;
import io.mubiao.land.internal.CompiledRule.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** To which group of texts each row belongs, as small numbers; -1 where a text is missing. */
public final class RankCodes {
    private final @Nullable TextColumn column;
    private final int @Nullable [] codes;
    private final List<List<String>> keys;

    private RankCodes(@Nullable TextColumn column, int @Nullable [] codes, List<List<String>> keys) {
        this.column = column;
        this.codes = codes;
        this.keys = keys;
    }

    /** The one group of everybody. */
    public static final RankCodes ONE = new RankCodes(null, null, List.of(List.of()));

    /** The groups that the texts of a column make. */
    public static RankCodes of(TextColumn column) {
        return new RankCodes(column, null, column.texts().stream().map(List::of).toList());
    }

    /** Groups whose codes are known. */
    public static RankCodes of(int[] codes, List<List<String>> keys) {
        return new RankCodes(null, codes, keys);
    }

    /** The groups of these text slots; a single column is used as it is. */
    public static RankCodes of(Binding binding, List<Integer> slots, BaselineTable none, Workers workers) {
        int size = binding.roll.size();
        if (slots.isEmpty()) {
            return ONE;
        }
        TextColumn only = slots.size() == 1
                && binding.rule.slots().get(slots.get(0)).role() == Role.COLUMN ? binding.texts(slots.get(0)) : null;
        if (only != null) {
            return of(only);
        }
        List<List<String>> byRange = new ArrayList<>();
        int[] codes = new int[size];
        Map<List<String>, Integer> known = new HashMap<>();
        workers.map(size, (from, end) -> {
            for (int row = from; row < end; row++) {
                List<String> key = new RowFrame(binding, row, none).key(slots);
                codes[row] = key == null ? -1 : code(key, known, byRange);
            }
            return true;
        });
        return new RankCodes(null, codes, byRange);
    }

    /** The same with groups that no row belongs to by its texts. */
    RankCodes with(List<List<String>> more) {
        List<List<String>> all = new ArrayList<>(keys);
        more.stream().filter(key -> !all.contains(key)).forEach(all::add);
        return all.size() == keys.size() ? this : new RankCodes(column, codes, all);
    }

    private static int code(List<String> key, Map<List<String>, Integer> known, List<List<String>> keys) {
        synchronized (known) {
            return known.computeIfAbsent(key, it -> {
                keys.add(it);
                return keys.size() - 1;
            });
        }
    }

    /** The number of groups. */
    public int size() {
        return keys.size();
    }

    List<List<String>> keys() {
        return keys;
    }

    /** The texts of a group. */
    public List<String> key(int code) {
        return keys.get(code);
    }

    /** The group of these texts; -1 if there is none. */
    public int code(List<String> key) {
        return keys.indexOf(key);
    }

    public int code(int row) {
        return column != null ? column.code(row) : codes != null ? codes[row] : 0;
    }

    /** Whether a row belongs to no group. */
    boolean hasGaps() {
        if (column != null || codes == null) {
            return column != null && column.hasGaps();
        }
        for (int code : codes) {
            if (code < 0) {
                return true;
            }
        }
        return false;
    }

    public void read(int from, int count, int[] into) {
        if (column != null) {
            column.read(from, count, into);
        } else if (codes != null) {
            System.arraycopy(codes, from, into, 0, count);
        } else {
            java.util.Arrays.fill(into, 0, count, 0);
        }
    }
}
