package io.mubiao.land.assess;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Value;
import io.mubiao.land.Indicator;
import io.mubiao.land.assess.internal.Accumulator;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Shown;
import io.mubiao.land.assess.internal.part.Tally;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.CompiledRule.Ratio;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Indicators of regions, parks, industries, classes (汇总指标): sum of numerators ÷ sum of denominators, never the mean of
 * the enterprises' ratios; of an indicator that is no ratio the mean. Immutable; ordered by the texts that make a group. Counts everybody who
 * is scored.
 */
public final class Aggregates implements Iterable<Aggregates.Row> {
    /**
     * One group of enterprises.
     *
     * @param by the texts that make it
     * @param enterprises how many are scored
     * @param classes how many have each final class
     * @param indicators the indicators that can be said, by id
     */
    public record Row(List<String> by, long enterprises, Map<String, Long> classes, Map<String, Quantity> indicators) {
        public Row {
            by = List.copyOf(by);
            classes = ImmutableMap.copyOf(classes);
            indicators = ImmutableMap.copyOf(indicators);
        }

        @Override
        public String toString() {
            return Characters.shown(by + ": " + enterprises + " enterprises, " + classes + indicators.entrySet().stream()
                    .map(it -> ", " + it.getKey() + " " + Shown.number(it.getValue())).collect(Collectors.joining()));
        }
    }

    private final List<String> by;
    private final ImmutableMap<List<String>, Row> rows;

    private Aggregates(List<String> by, List<Row> rows) {
        this.by = List.copyOf(by);
        this.rows = rows.stream().collect(ImmutableMap.toImmutableMap(Row::by, row -> row));
    }

    /**
     * Groups by text columns, labels, {@code group} or {@code class} (the final class); by nothing gives one row of all.
     *
     * @throws IllegalArgumentException if a name is unknown or holds no texts
     */
    public static Aggregates of(Evaluation evaluation, String... by) {
        return of(evaluation.cohort().rule, List.of(by), gather(evaluation, by));
    }

    /** What the groups of an evaluation are made of. */
    static Map<List<String>, Tally.Group> gather(Evaluation evaluation, String... by) {
        Cohort cohort = evaluation.cohort();
        List<Integer> slots = new ArrayList<>();
        for (String name : by) {
            int slot = cohort.rule.slot(name);
            if (!Binding.isText(cohort.rule.slots().get(slot))) {
                throw new IllegalArgumentException("'" + name + "' holds no texts");
            }
            slots.add(slot);
        }
        Map<List<String>, Sums> whole = new LinkedHashMap<>();
        evaluation.workers().map(cohort.roll.size(), (from, end) -> {
            Map<List<String>, Sums> part = new LinkedHashMap<>();
            for (int row = from; row < end; row++) {
                if (cohort.standing(row).isScored()) {
                    add(part, cohort, row, slots);
                }
            }
            return part;
        }).forEach(part -> part.forEach((key, sums) -> whole.merge(key, sums, Sums::merge)));
        Map<List<String>, Tally.Group> groups = new LinkedHashMap<>();
        whole.forEach((key, sums) -> groups.put(key, new Tally.Group(sums.count, sums.classes, new TreeMap<>(sums.indicators))));
        return groups;
    }

    /** What groups come to. */
    static Aggregates of(CompiledRule rule, List<String> by, Map<List<String>, Tally.Group> groups) {
        return new Aggregates(by, groups.entrySet().stream().map(it -> row(it.getKey(), it.getValue(), rule))
                .sorted(Comparator.comparing(row -> row.by().toString())).toList());
    }

    private static Row row(List<String> key, Tally.Group group, CompiledRule rule) {
        Map<String, Quantity> numbers = new LinkedHashMap<>();
        for (Indicator indicator : rule.rule().indicators()) {
            Value value = group.sums().get(indicator.id()) instanceof Accumulator.Sums sums ? sums.value() : Value.missing(indicator.id());
            if (value.isNumber()) {
                Enclosure number = value.number().times(Enclosure.of(ratio(rule, indicator).factor()));
                numbers.put(indicator.id(), Quantity.of(number.low(), indicator.unit()));
            }
        }
        return new Row(key, group.count(), group.classes(), numbers);
    }

    private static Ratio ratio(CompiledRule rule, Indicator indicator) {
        return Ratio.of(rule.slots().get(rule.slot(indicator.id())).num().orElseThrow());
    }

    private static void add(Map<List<String>, Sums> to, Cohort cohort, int row, List<Integer> slots) {
        Optional<String> className = cohort.className(cohort.last, row);
        RowFrame frame = cohort.frame(row).withClass(className.orElse(cohort.label(row)));
        List<String> key = frame.key(slots);
        if (key != null) {
            to.computeIfAbsent(key, it -> new Sums()).add(cohort, frame, className);
        }
    }

    /** What is gathered for one group. */
    private static final class Sums {
        private long count;
        private final TreeMap<String, Long> classes = new TreeMap<>();
        private final Map<String, Accumulator.Sums> indicators = new LinkedHashMap<>();

        void add(Cohort cohort, RowFrame frame, Optional<String> className) {
            count++;
            className.ifPresent(name -> classes.merge(name, 1L, Long::sum));
            for (Indicator indicator : cohort.rule.rule().indicators()) {
                Ratio ratio = ratio(cohort.rule, indicator);
                Value numerator = ratio.numerator().value(frame);
                Value denominator = ratio.denominator().value(frame);
                if (numerator.isNumber() && denominator.isNumber()) {
                    indicators.computeIfAbsent(indicator.id(), it -> new Accumulator.Sums())
                            .add(numerator.number(), denominator.number());
                }
            }
        }

        static Sums merge(Sums a, Sums b) {
            Sums whole = new Sums();
            for (Sums part : List.of(a, b)) {
                whole.count += part.count;
                part.classes.forEach((name, count) -> whole.classes.merge(name, count, Long::sum));
                part.indicators.forEach((name, sums) ->
                        whole.indicators.computeIfAbsent(name, it -> new Accumulator.Sums()).merge(sums));
            }
            return whole;
        }
    }

    /** What they are grouped by. */
    public List<String> by() {
        return by;
    }

    /**
     * The group of these texts.
     *
     * @throws NoSuchIdException if there is none; names one that is near
     */
    public Row get(String... texts) {
        return find(texts).orElseThrow(() -> NoSuchIdException.of("the grouping by " + by, "group", String.join(" ", texts),
                rows.keySet().stream().map(key -> String.join(" ", key)).toList()));
    }

    /** The group of these texts; empty if there is none. */
    public Optional<Row> find(String... texts) {
        return Optional.ofNullable(rows.get(List.of(texts)));
    }

    /** All groups, ordered by their texts. */
    public Stream<Row> stream() {
        return rows.values().stream();
    }

    @Override
    public Iterator<Row> iterator() {
        return rows.values().iterator();
    }

    /** How many groups. */
    public int size() {
        return rows.size();
    }

    /**
     * How an indicator of a group grew since an earlier year: (now − before) ÷ |before|; empty where one of the two cannot
     * be said or the earlier is zero.
     */
    public Optional<Rational> growth(Aggregates before, String indicator, String... texts) {
        return find(texts).flatMap(now -> before.find(texts).flatMap(then -> {
            Quantity a = now.indicators().get(indicator);
            Quantity b = then.indicators().get(indicator);
            return a == null || b == null || b.amount().signum() == 0 ? Optional.<Rational>empty()
                    : Optional.of(a.minus(b).ratioTo(b.times(Rational.of(b.amount().signum()))));
        }));
    }
}
