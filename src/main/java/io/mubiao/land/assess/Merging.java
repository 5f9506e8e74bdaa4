package io.mubiao.land.assess;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Test;
import io.mubiao.formula.Truth;
import io.mubiao.land.CellValue;
import io.mubiao.land.Column;
import io.mubiao.land.Merge;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.ResolvedRule;
import io.mubiao.land.Roll;
import io.mubiao.land.TextColumn;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    static Merging of(ResolvedRule rule, Roll roll, ClassHistory history, int year) {
        Merge merge = rule.rule().merge().orElseThrow();
        Binding binding = new Binding(rule, roll, null, history, year);
        int by = rule.slot(merge.by());
        Map<String, List<Integer>> lots = new LinkedHashMap<>();
        for (int row = 0; row < roll.size(); row++) {
            RowFrame frame = new RowFrame(binding, row, Baselines.NONE);
            String lot = frame.text(by);
            boolean alone = lot == null || holds(rule.mergeExcept(), frame);
            lots.computeIfAbsent(alone ? "row " + row : "lot " + lot, it -> new ArrayList<>()).add(row);
        }
        List<List<Integer>> units = new ArrayList<>();
        for (List<Integer> rows : lots.values()) {
            List<Integer> leadFirst = new ArrayList<>(rows);
            leadFirst.sort(Comparator.comparing((Integer row) -> !holds(rule.mergeLead(),
                    new RowFrame(binding, row, Baselines.NONE))).thenComparing(roll::id));
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

    private static Roll merged(ResolvedRule rule, Merge merge, Roll roll, List<List<Integer>> units) {
        int[] leads = units.stream().mapToInt(unit -> unit.get(0)).toArray();
        Roll lead = roll.rows(leads);
        Map<String, NumberColumn> numbers = new LinkedHashMap<>();
        Map<String, TextColumn> texts = new LinkedHashMap<>();
        for (Column column : rule.rule().columns()) {
            lead.text(column.id()).ifPresent(it -> texts.put(column.id(), it));
            NumberColumn of = roll.number(column.id()).orElse(null);
            boolean added = column.kind() == Symbol.Kind.NUMBER
                    && (merge.sums().isEmpty() || merge.sums().contains(column.id()));
            if (of != null) {
                numbers.put(column.id(), added ? NumberColumn.of(units.stream().map(unit -> sum(column, of, unit)).toList())
                        : lead.number(column.id()).orElseThrow());
            }
        }
        return Roll.of(leads.length, lead::id, numbers, texts).named(lead::name);
    }

    /**
     * The sum of the members' numbers, what the rule declares for an empty cell included; missing if one of them is: what
     * is unknown is not zero.
     */
    private static @Nullable BigDecimal sum(Column definition, NumberColumn column, List<Integer> rows) {
        List<Rational> values = new ArrayList<>();
        for (int row : rows) {
            Rational value = column.value(row);
            if (value == null && definition.otherwise().isEmpty()) {
                return null;
            }
            values.add(value != null ? value
                    : Rational.of((BigDecimal) CellValue.read(definition, definition.otherwise())));
        }
        return Rational.sum(values).asDecimal().orElseThrow();
    }

    /** Last year's figures of the same units: the sums of the members' own, missing where one had none. */
    Roll lastYear(ResolvedRule rule, Roll prior) {
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < prior.size(); row++) {
            rowOf.put(prior.id(row), row);
        }
        List<List<Integer>> there = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            List<Integer> rows = new ArrayList<>();
            for (int row : units.get(unit)) {
                Integer before = rowOf.get(members.id(row));
                if (before != null) {
                    rows.add(before);
                }
            }
            if (rows.size() == units.get(unit).size()) {
                there.add(rows);
                kept.add(unit);
            }
        }
        Roll sums = merged(rule, rule.rule().merge().orElseThrow(), prior, there);
        Map<String, NumberColumn> numbers = new LinkedHashMap<>();
        Map<String, TextColumn> texts = new LinkedHashMap<>();
        for (String column : sums.columns()) {
            sums.number(column).ifPresent(it -> numbers.put(column, it));
            sums.text(column).ifPresent(it -> texts.put(column, it));
        }
        return Roll.of(sums.size(), row -> merged.id(kept.get(row)), numbers, texts);
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
        return members.name(members.row(member));
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
