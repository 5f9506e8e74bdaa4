package io.mubiao.land.assess;

import com.google.common.collect.ImmutableMap;
import com.google.common.base.Suppliers;
import io.mubiao.formula.Symbol;
import io.mubiao.land.Merge;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.assess.internal.column.AllRows;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Rows that are evaluated as one: sums of their numbers under the lead's id, and who shares which result. */
final class Merging {
    private final Roll merged;
    private final Roll members;
    /** The rows of all units, one unit after the other, each with its lead first. */
    private final int[] rows;
    /** Where each unit ends among them. */
    private final int[] ends;
    private final Supplier<Map<String, Integer>> unitOf = Suppliers.memoize(this::index);

    private Merging(Roll merged, Roll members, int[] rows, int[] ends) {
        this.merged = merged;
        this.members = members;
        this.rows = rows;
        this.ends = ends;
    }

    /** @param isFast whether blocks of rows may be looked at together, which gives the same */
    static Merging of(CompiledRule rule, Roll roll, ClassHistory history, int year, boolean isFast) {
        Merge merge = rule.rule().merge().orElseThrow();
        Binding binding = new Binding(rule, roll, null, history, year);
        RankCodes lots = AllRows.texts(binding, rule.slot(merge.by()), isFast);
        BitSet alone = AllRows.holding(binding, rule.mergeExcept(), isFast);
        int[] unitOfLot = new int[lots.size()];
        Arrays.fill(unitOfLot, -1);
        int[] unitOfRow = new int[roll.size()];
        int[] sizes = new int[roll.size()];
        int units = 0;
        for (int row = 0; row < unitOfRow.length; row++) {
            Checkpoint.pass(row);
            int lot = alone.get(row) ? -1 : lots.code(row);
            int known = lot < 0 ? -1 : unitOfLot[lot];
            unitOfRow[row] = known < 0 ? units++ : known;
            if (lot >= 0) {
                unitOfLot[lot] = unitOfRow[row];
            }
            sizes[unitOfRow[row]]++;
        }
        int[] ends = new int[units];
        for (int unit = 0; unit < units; unit++) {
            ends[unit] = sizes[unit] + (unit == 0 ? 0 : ends[unit - 1]);
        }
        int[] rows = ordered(unitOfRow, ends);
        leadFirst(rows, ends, AllRows.holding(binding, rule.mergeLead(), isFast), roll);
        return new Merging(merged(rule, merge, roll, rows, ends), roll, rows, ends);
    }

    /** The rows unit by unit. */
    private static int[] ordered(int[] unitOfRow, int[] ends) {
        int[] next = new int[ends.length];
        for (int unit = 1; unit < next.length; unit++) {
            next[unit] = ends[unit - 1];
        }
        int[] rows = new int[unitOfRow.length];
        for (int row = 0; row < rows.length; row++) {
            rows[next[unitOfRow[row]]++] = row;
        }
        return rows;
    }

    private static void leadFirst(int[] rows, int[] ends, BitSet leads, Roll roll) {
        Comparator<Integer> order = Comparator.comparing((Integer row) -> !leads.get(row)).thenComparing(roll::id);
        int from = 0;
        for (int end : ends) {
            Checkpoint.pass(end);
            if (end - from > 1) {
                int[] own = IntStream.range(from, end).mapToObj(i -> rows[i]).sorted(order).mapToInt(Integer::intValue).toArray();
                System.arraycopy(own, 0, rows, from, own.length);
            }
            from = end;
        }
    }

    private static Roll merged(CompiledRule rule, Merge merge, Roll roll, int[] rows, int[] ends) {
        return roll.merge(rows, ends, rule.rule().columns().stream().filter(column -> column.kind() == Symbol.Kind.NUMBER
                && (merge.sums().isEmpty() || merge.sums().contains(column.id()))).toList());
    }

    /** The figures of earlier years, each merged so. */
    Map<Integer, Roll> earlier(CompiledRule rule, Map<Integer, Roll> rolls) {
        Map<Integer, Roll> merged = new LinkedHashMap<>();
        rolls.forEach((yearsAgo, roll) -> merged.put(yearsAgo, lastYear(rule, roll)));
        return ImmutableMap.copyOf(merged);
    }

    /** Last year's figures of the same units: the sums of the members' own, missing where one had none. */
    Roll lastYear(CompiledRule rule, Roll prior) {
        List<Integer> kept = new ArrayList<>();
        List<Integer> there = new ArrayList<>();
        List<Integer> thereEnds = new ArrayList<>();
        for (int unit = 0; unit < ends.length; unit++) {
            Checkpoint.pass(unit);
            List<Integer> before = new ArrayList<>();
            rows(unit).forEach(row -> prior.find(members.id(row)).ifPresent(it -> before.add(it.index())));
            if (before.size() == rows(unit).count()) {
                there.addAll(before);
                thereEnds.add(there.size());
                kept.add(unit);
            }
        }
        return merged(rule, rule.rule().merge().orElseThrow(), prior, ints(there), ints(thereEnds))
                .withIds(row -> merged.id(kept.get(row)));
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private IntStream rows(int unit) {
        return Arrays.stream(rows, unit == 0 ? 0 : ends[unit - 1], ends[unit]);
    }

    private Map<String, Integer> index() {
        Map<String, Integer> units = new HashMap<>();
        for (int unit = 0; unit < ends.length; unit++) {
            int own = unit;
            rows(unit).forEach(row -> units.put(members.id(row), own));
        }
        return units;
    }

    Roll roll() {
        return merged;
    }

    Roll originals() {
        return members;
    }

    List<String> members() {
        return Arrays.stream(rows).mapToObj(members::id).toList();
    }

    /** The unit of each of the members, in their order. */
    int[] unitRows() {
        int[] units = new int[rows.length];
        int from = 0;
        for (int unit = 0; unit < ends.length; unit++) {
            Arrays.fill(units, from, ends[unit], unit);
            from = ends[unit];
        }
        return units;
    }

    String name(String member) {
        return members.get(member).name();
    }

    /** The row of the unit that a member belongs to. */
    int unitOf(String member) {
        return java.util.Objects.requireNonNull(unitOf.get().get(member), member);
    }

    /** The id of the unit that a member belongs to. */
    String unit(String member) {
        Integer unit = unitOf.get().get(member);
        return unit == null ? member : merged.id(unit);
    }

    List<String> sharing(String member) {
        Integer unit = unitOf.get().get(member);
        return unit == null ? List.of(member) : rows(unit).mapToObj(members::id).toList();
    }
}
