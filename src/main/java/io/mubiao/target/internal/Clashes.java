package io.mubiao.target.internal;

import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Judgement;
import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation.MemberReport;
import io.mubiao.observe.Observation.Tally;
import io.mubiao.observe.Observation.Total;
import io.mubiao.problem.Problem.Severity;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds figures that contradict each other, of one source or of several. */
public final class Clashes {
    private final ZoneId zone;
    private final List<? extends Observation> all;
    private final List<Clash> found = new ArrayList<>();

    public Clashes(ZoneId zone, List<? extends Observation> all) {
        this.zone = zone;
        this.all = all;
    }

    /** What a figure is of: stream, kind, source, basis, member and the like. */
    private static List<@Nullable Object> series(Observation it) {
        Entry entry = it.entry();
        return Arrays.asList(entry.stream(), it.getClass(), entry.source(), entry.basis(), about(it));
    }

    static @Nullable Object about(Observation it) {
        return it instanceof Level level ? level.member()
                : it instanceof MemberReport report ? report.member()
                : it instanceof Judgement judgement ? judgement.assessor()
                : it instanceof Total total ? total.since().orElse(null) : null;
    }

    /** What it says; null for what may be said twice of one day. */
    static @Nullable Object says(Observation it, boolean sampled) {
        if (it instanceof Total total) {
            return total.amount();
        } else if (it instanceof Level level) {
            return sampled ? null : level.value();
        } else if (it instanceof MemberReport report) {
            return report.standing();
        } else if (it instanceof Tally tally) {
            return List.of(tally.numerator(), tally.numeratorExclusion(), tally.denominator(), tally.denominatorExclusion(),
                    tally.denominatorException());
        }
        return it instanceof Judgement judgement ? judgement.band() : null;
    }

    /** What it says as a message writes it. */
    static String shown(Observation it) {
        if (it instanceof Tally tally) {
            return less(tally.numerator(), tally.numeratorExclusion()) + "/"
                    + less(tally.denominator(), tally.denominatorExclusion(), tally.denominatorException());
        } else if (it instanceof MemberReport report) {
            return report.standing().stream().map(standing -> standing.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(says(it, false));
    }

    private static String less(long from, long... taken) {
        String all = from + Arrays.stream(taken).filter(it -> it > 0).mapToObj(it -> " - " + it).collect(Collectors.joining());
        return all.indexOf('-') < 0 ? all : "(" + all + ")";
    }

    /**
     * The clashes among what was gathered.
     *
     * @param sampled streams whose levels are samples, of which a day may have several
     * @param periods the periods in which a stream's totals run, by stream
     * @param known how many of the first are beside the others: nothing is told among them of several sources
     */
    public List<Clash> find(Set<String> sampled, Map<String, List<Span>> periods, int known) {
        Map<List<@Nullable Object>, List<Integer>> bySeries = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Observation it = all.get(i);
            if (says(it, sampled.contains(it.entry().stream())) != null) {
                bySeries.computeIfAbsent(series(it), key -> new ArrayList<>(1)).add(i);
            }
        }
        bySeries.values().forEach(rows -> {
            twice(rows);
            outvoted(rows);
            if (all.get(rows.get(0)) instanceof Total total) {
                falls(rows, total.since().isPresent() ? List.of() : periods.getOrDefault(total.entry().stream(), List.of()),
                        total.since().isPresent());
            }
        });
        found.addAll(new SourceClashes(this, all, known).find(sampled, periods));
        return found;
    }

    LocalDate day(int row) {
        return ((Observation.Dated) all.get(row)).on().dateIn(zone);
    }

    /** Two figures of one day that became known at once: neither corrects the other. */
    private void twice(List<Integer> rows) {
        Map<List<Object>, Integer> first = new HashMap<>();
        for (int row : rows) {
            Integer before = first.putIfAbsent(List.of(day(row), all.get(row).entry().recordedAt()), row);
            if (before == null) {
                continue;
            }
            boolean same = Objects.equals(says(all.get(row), false), says(all.get(before), false));
            found.add(new Clash(row, before, same ? Severity.WARNING : Severity.ERROR, "TWICE_A_DAY", same
                    ? "says the same of " + day(row) + " again"
                    : "two figures of " + day(row) + " from one source, known at once: " + shown(all.get(row)) + " and " + shown(all.get(before))
                            + "; of a correction say what it supersedes, or when it was recorded"));
        }
    }

    /** A figure that nobody says the time of, where another one of the day was recorded later. */
    private void outvoted(List<Integer> rows) {
        Map<LocalDate, Integer> last = new HashMap<>();
        rows.stream().filter(row -> !all.get(row).entry().assumed()).forEach(row -> last.merge(day(row), row,
                (one, other) -> all.get(one).entry().recordedAt().isAfter(all.get(other).entry().recordedAt()) ? one : other));
        for (int row : rows) {
            Integer stated = all.get(row).entry().assumed() ? last.get(day(row)) : null;
            if (stated != null && all.get(stated).entry().recordedAt().isAfter(all.get(row).entry().recordedAt())
                    && !Objects.equals(says(all.get(row), false), says(all.get(stated), false))) {
                found.add(new Clash(Math.max(row, stated), Math.min(row, stated), Severity.WARNING, "TWICE_A_DAY", shown(all.get(row)) + " of " + day(row)
                        + " does not say when it became known, so it is taken as known that day, and " + shown(all.get(stated)) + ", recorded at "
                        + all.get(stated).entry().recordedAt() + ", counts; say when it was recorded"));
            }
        }
    }

    private void falls(List<Integer> rows, List<Span> periods, boolean throughout) {
        List<Integer> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(this::day).thenComparing(row -> all.get(row).entry().recordedAt()));
        for (int i = 1; i < sorted.size(); i++) {
            int before = sorted.get(i - 1);
            int row = sorted.get(i);
            LocalDate from = day(before);
            LocalDate to = day(row);
            boolean runs = throughout || periods.stream().anyMatch(period -> period.contains(from) && period.contains(to));
            if (runs && from.isBefore(to) && all.get(before) instanceof Total earlier && all.get(row) instanceof Total later) {
                falls(row, later.amount(), before, earlier.amount());
            }
        }
    }

    private void falls(int row, Quantity later, int before, Quantity earlier) {
        if (later.unit().isCompatibleWith(earlier.unit()) && later.compareAmount(earlier) < 0) {
            found.add(new Clash(row, before, Severity.WARNING, "FALLING_TOTAL", later + " on " + day(row) + " is less than the "
                    + earlier + " of " + day(before) + ", and a running total does not fall"
                    + (later.amount().signum() < 0 ? "" : "; if " + later + " is what came since, "
                            + later.plus(earlier) + " was meant")));
        }
    }
}
