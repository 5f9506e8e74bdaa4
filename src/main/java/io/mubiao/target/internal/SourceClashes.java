package io.mubiao.target.internal;

import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Event;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Judgement;
import io.mubiao.observe.Observation.Total;
import io.mubiao.problem.Problem.Severity;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds figures of one thing in which several sources contradict each other, or are added up, and events that are there twice. */
final class SourceClashes {
    private final Clashes clashes;
    private final List<? extends Observation> all;
    private final int known;
    private final List<Clash> found = new ArrayList<>();
    private final Map<List<Object>, Integer> events = new HashMap<>();

    /** @param known how many of the first are looked at beside the others alone */
    SourceClashes(Clashes clashes, List<? extends Observation> all, int known) {
        this.clashes = clashes;
        this.all = all;
        this.known = known;
    }

    List<Clash> find(Set<String> sampled, Map<String, List<Span>> periods) {
        Map<List<@Nullable Object>, List<Integer>> figures = new LinkedHashMap<>();
        Map<List<Object>, List<Integer>> increments = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Observation it = all.get(i);
            Entry entry = it.entry();
            if (it instanceof Event event) {
                twin(i, event);
            } else if (it instanceof Increment) {
                increments.computeIfAbsent(List.of(entry.stream(), entry.basis()), key -> new ArrayList<>(1)).add(i);
            } else if (!(it instanceof Judgement) && Clashes.says(it, sampled.contains(entry.stream())) != null) {
                figures.computeIfAbsent(Arrays.asList(entry.stream(), it.getClass(), entry.basis(), Clashes.about(it)),
                        key -> new ArrayList<>(1)).add(i);
            }
        }
        figures.values().stream().filter(this::isOfSeveral).forEach(rows -> figures(rows, periods));
        increments.values().stream().filter(this::isOfTwo).forEach(this::addedUp);
        return found;
    }

    /** One event that is there twice counts twice; of those without a name nobody can tell. */
    private void twin(int row, Event event) {
        if (event.member().isEmpty() && event.measures().isEmpty() && event.attributes().isEmpty()) {
            return;
        }
        Integer first = events.putIfAbsent(List.of(event.entry().stream(), event.entry().basis(), event.on(), event.member(), event.severity(),
                event.measures(), event.attributes()), row);
        if (first != null) {
            clash(row, first, Severity.WARNING, "TWICE_A_DAY", "says the same of " + clashes.day(row) + " again, and both are counted");
        }
    }

    private boolean isOfSeveral(List<Integer> rows) {
        String first = source(rows.get(0));
        return rows.stream().anyMatch(row -> !source(row).equals(first));
    }

    /** Where more than two report, each reports his part. */
    private boolean isOfTwo(List<Integer> rows) {
        return rows.stream().map(this::source).distinct().limit(3).count() == 2;
    }

    private String source(int row) {
        return all.get(row).entry().source();
    }

    private void clash(int one, int other, Severity severity, String code, String message) {
        if (Math.max(one, other) >= known) {
            found.add(new Clash(Math.max(one, other), Math.min(one, other), severity, code, message));
        }
    }

    private void figures(List<Integer> rows, Map<String, List<Span>> periods) {
        TreeMap<LocalDate, Map<String, Integer>> days = new TreeMap<>();
        Comparator<Integer> order = Comparator.comparing((Integer row) -> all.get(row).entry().recordedAt())
                .thenComparing(row -> all.get(row).entry().id());
        rows.forEach(row -> days.computeIfAbsent(clashes.day(row), day -> new LinkedHashMap<>(2))
                .merge(source(row), row, (one, other) -> order.compare(one, other) > 0 ? one : other));
        int before = -1;
        for (Map.Entry<LocalDate, Map<String, Integer>> day : days.entrySet()) {
            Collection<Integer> said = day.getValue().values();
            int counts = said.stream().max(order).orElseThrow();
            said.stream().filter(row -> row != counts && !same(row, counts)).forEach(row -> differ(counts, row, day.getKey()));
            if (before >= 0 && !source(before).equals(source(counts)) && all.get(counts) instanceof Total later
                    && all.get(before) instanceof Total earlier && runs(later, periods, clashes.day(before), day.getKey())
                    && later.amount().unit().isCompatibleWith(earlier.amount().unit()) && later.amount().compareAmount(earlier.amount()) < 0) {
                clash(counts, before, Severity.WARNING, "FALLING_TOTAL", said(counts) + " on " + day.getKey() + " is less than the "
                        + said(before) + " of " + clashes.day(before) + ", and a running total does not fall");
            }
            before = counts;
        }
    }

    private static boolean runs(Total total, Map<String, List<Span>> periods, LocalDate from, LocalDate to) {
        return total.since().isPresent() || periods.getOrDefault(total.entry().stream(), List.of()).stream()
                .anyMatch(period -> period.contains(from) && period.contains(to));
    }

    private void differ(int counts, int row, LocalDate day) {
        Entry winner = all.get(counts).entry();
        boolean atOnce = winner.recordedAt().equals(all.get(row).entry().recordedAt());
        clash(counts, row, atOnce ? Severity.ERROR : Severity.WARNING, "SOURCES_DIFFER", atOnce
                ? "two sources differ about " + day + ": " + said(counts) + " and " + said(row) + ", known at once, so nothing says which counts; leave one out, "
                        + "or say when each was recorded, or which supersedes the other"
                : "two sources differ about " + day + ": " + said(counts) + " counts, which was recorded last; " + said(row) + " does not");
    }

    private String said(int row) {
        String figure = Clashes.shown(all.get(row));
        return source(row).isEmpty() ? figure + " from a source not named" : figure + " from '" + source(row) + "'";
    }

    private boolean same(int one, int other) {
        Object a = Clashes.says(all.get(one), false);
        Object b = Clashes.says(all.get(other), false);
        if (a instanceof Quantity first && b instanceof Quantity second && first.unit().isCompatibleWith(second.unit())) {
            return first.compareAmount(second) == 0;
        }
        return Objects.equals(a, b);
    }

    /** Increments of several sources are added up; where two are of the same days, one thing may be counted twice. */
    private void addedUp(List<Integer> rows) {
        List<Integer> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> span(row).first()));
        int far = -1;
        int next = -1;
        for (int row : sorted) {
            int other = far >= 0 && !source(far).equals(source(row)) ? far : next;
            if (other >= 0 && !span(other).last().isBefore(span(row).first()) && Math.max(row, other) >= known) {
                clash(row, other, Severity.WARNING, "SOURCES_ADDED", added(row) + " and " + added(other)
                        + " are of the same days and are added up; if both say the same thing, leave one out");
                return;
            }
            if (far < 0 || span(row).last().isAfter(span(far).last())) {
                next = far >= 0 && !source(far).equals(source(row)) ? far : next;
                far = row;
            } else if (!source(far).equals(source(row)) && (next < 0 || span(row).last().isAfter(span(next).last()))) {
                next = row;
            }
        }
    }

    private Span span(int row) {
        return ((Increment) all.get(row)).span();
    }

    private String added(int row) {
        Quantity amount = ((Increment) all.get(row)).amount();
        return source(row).isEmpty() ? amount + " of " + span(row) + " from a source not named"
                : amount + " of " + span(row) + " from '" + source(row) + "'";
    }
}
