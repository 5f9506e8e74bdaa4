package io.mubiao.target.internal;

import io.mubiao.observe.Basis;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.MemberReport;
import io.mubiao.observe.Observation.Tally;
import io.mubiao.observe.Observation.Total;
import io.mubiao.problem.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks at observations that come to a log beside those few of the log that they may not go with. */
final class Beside {
    private final Misfits misfits;
    private final LogView view;

    Beside(Misfits misfits, LogView view) {
        this.misfits = misfits;
        this.view = view;
    }

    /** An observation that does not go with another one. */
    record Misfit(Severity severity, String code, String message) {}

    /** What does not go with the log, or with others that come, by the number of the one that comes. */
    Map<Integer, Misfit> find(List<? extends Observation> added) {
        Set<String> superseded = new HashSet<>();
        added.forEach(it -> it.entry().supersedes().ifPresent(superseded::add));
        Map<String, Observation> near = new LinkedHashMap<>();
        added.forEach(it -> near(it, other -> !superseded.contains(other.entry().id())).forEach(other -> near.put(other.entry().id(), other)));
        List<Observation> all = new ArrayList<>(near.values());
        int known = all.size();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            if (!superseded.contains(added.get(i).entry().id())) {
                all.add(added.get(i));
                numbers.add(i);
            }
        }
        Map<Integer, Misfit> found = new HashMap<>();
        Stream.concat(misfits.find(all, known).stream(), overlaps(all, known).stream()).forEach(clash -> {
            String id = all.get(clash.other()).entry().id();
            found.putIfAbsent(numbers.get(clash.one() - known),
                    new Misfit(clash.severity(), clash.code(), clash.message() + (id.isEmpty() ? "" : "; the other is '" + id + "'")));
        });
        return found;
    }

    private Stream<? extends Observation> near(Observation it, Predicate<Observation> counts) {
        String stream = it.entry().stream();
        Basis basis = it.entry().basis();
        Stream<Observation> usual = misfits.isLoose(stream) ? view.sorts(stream).filter(counts).limit(1) : Stream.empty();
        if (it instanceof Increment increment) {
            Stream<Total> totals = view.has(stream, Total.class) ? view.all(stream, Total.class, basis).stream() : Stream.empty();
            Stream<Increment> same = view.touching(stream, basis, increment.span()).filter(other -> other.entry().source().equals(it.entry().source()));
            return Stream.of(usual, totals.filter(counts), same.filter(counts).limit(1)).flatMap(all -> all);
        } else if (it instanceof Total) {
            return Stream.concat(usual, misfits.either(stream).stream().flatMap(either -> view.touching(stream, basis, either.days())
                    .filter(other -> either.days().contains(other.span()) && counts.test(other)).limit(1)));
        } else if (it instanceof Tally || it instanceof MemberReport) {
            Class<? extends Observation> others = it instanceof Tally ? MemberReport.class : Tally.class;
            return view.has(stream, others) ? view.all(stream, others, basis).stream().filter(counts) : Stream.empty();
        }
        return usual;
    }

    /** Increments of one source and days in common. */
    private static List<Clash> overlaps(List<Observation> all, int known) {
        Map<List<Object>, List<Integer>> lanes = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Increment it) {
                lanes.computeIfAbsent(List.of(it.entry().stream(), it.entry().source(), it.entry().basis()), key -> new ArrayList<>(1)).add(i);
            }
        }
        List<Clash> found = new ArrayList<>();
        lanes.values().stream().filter(rows -> rows.size() > 1).forEach(rows -> {
            rows.sort(Comparator.comparing((Integer row) -> increment(all, row).span().first()).thenComparing(row -> row));
            int far = rows.get(0);
            for (int row : rows.subList(1, rows.size())) {
                int one = Math.max(row, far);
                if (one >= known && !increment(all, far).span().last().isBefore(increment(all, row).span().first())) {
                    int other = Math.min(row, far);
                    found.add(new Clash(one, other, Severity.ERROR, "OVERLAPPING_INCREMENTS", increment(all, one).span() + " overlaps "
                            + increment(all, other).span() + " of the same source"));
                }
                far = increment(all, row).span().last().isAfter(increment(all, far).span().last()) ? row : far;
            }
        });
        return found;
    }

    private static Increment increment(List<Observation> all, int row) {
        return (Increment) all.get(row);
    }
}
