package io.mubiao.land.assess;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Test;
import io.mubiao.formula.Truth;
import io.mubiao.land.Merge;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that are evaluated as one: sums of their numbers under the lead's id, and who shares which result. */
final class Merging {
    private final Roll merged;
    private final Roll members;
    private final Map<String, Integer> unitOf;
    private final List<List<Integer>> units;

    private Merging(Roll merged, Roll members, Map<String, Integer> unitOf, List<List<Integer>> units) {
        this.merged = merged;
        this.members = members;
        this.unitOf = unitOf;
        this.units = units;
    }

    static Merging of(CompiledRule rule, Roll roll, ClassHistory history, int year) {
        Merge merge = rule.rule().merge().orElseThrow();
        Binding binding = new Binding(rule, roll, null, history, year);
        int by = rule.slot(merge.by());
        Map<String, List<Integer>> lots = new LinkedHashMap<>();
        for (int row = 0; row < roll.size(); row++) {
            if ((row & 63) == 0) {
                Checkpoint.pass("row", row);
            }
            RowFrame frame = new RowFrame(binding, row, BaselineTable.NONE);
            String lot = frame.text(by);
            boolean alone = lot == null || holds(rule.mergeExcept(), frame);
            lots.computeIfAbsent(alone ? "row " + row : "lot " + lot, it -> new ArrayList<>()).add(row);
        }
        List<List<Integer>> units = new ArrayList<>();
        for (List<Integer> rows : lots.values()) {
            Checkpoint.pass();
            List<Integer> leadFirst = new ArrayList<>(rows);
            leadFirst.sort(Comparator.comparing((Integer row) -> !holds(rule.mergeLead(),
                    new RowFrame(binding, row, BaselineTable.NONE))).thenComparing(roll::id));
            units.add(leadFirst);
        }
        Map<String, Integer> unitOf = new LinkedHashMap<>();
        for (int unit = 0; unit < units.size(); unit++) {
            for (int row : units.get(unit)) {
                unitOf.put(roll.id(row), unit);
            }
        }
        return new Merging(merged(rule, merge, roll, units), roll, ImmutableMap.copyOf(unitOf), units);
    }

    private static boolean holds(Optional<Test> test, RowFrame frame) {
        return test.isPresent() && frame.decided(test.get()) == Truth.TRUE;
    }

    private static Roll merged(CompiledRule rule, Merge merge, Roll roll, List<List<Integer>> units) {
        return roll.merge(units, rule.rule().columns().stream().filter(column -> column.kind() == Symbol.Kind.NUMBER
                && (merge.sums().isEmpty() || merge.sums().contains(column.id()))).toList());
    }

    /** Last year's figures of the same units: the sums of the members' own, missing where one had none. */
    Roll lastYear(CompiledRule rule, Roll prior) {
        List<List<Integer>> there = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            Checkpoint.pass(unit);
            List<Integer> rows = new ArrayList<>();
            for (int row : units.get(unit)) {
                prior.find(members.id(row)).ifPresent(before -> rows.add(before.index()));
            }
            if (rows.size() == units.get(unit).size()) {
                there.add(rows);
                kept.add(unit);
            }
        }
        return merged(rule, rule.rule().merge().orElseThrow(), prior, there).withIds(row -> merged.id(kept.get(row)));
    }

    Roll roll() {
        return merged;
    }

    Roll originals() {
        return members;
    }

    List<String> members() {
        return List.copyOf(unitOf.keySet());
    }

    String name(String member) {
        return members.get(member).name();
    }

    /** The id of the unit that a member belongs to. */
    String unit(String member) {
        Integer unit = unitOf.get(member);
        return unit == null ? member : merged.id(unit);
    }

    List<String> sharing(String member) {
        Integer unit = unitOf.get(member);
        return unit == null ? List.of(member) : units.get(unit).stream().map(members::id).toList();
    }
}
