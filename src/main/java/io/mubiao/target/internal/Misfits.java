package io.mubiao.target.internal;

import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Event;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.MemberReport;
import io.mubiao.observe.Observation.Tally;
import io.mubiao.observe.Observation.Total;
import io.mubiao.problem.Problem.Severity;
import io.mubiao.target.Baseline;
import io.mubiao.target.Deadline;
import io.mubiao.target.Goal;
import io.mubiao.target.Target;
import io.mubiao.target.Version;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is good in itself and cannot be counted beside the others: another kind of the same days, a unit that does not convert. */
final class Misfits {
    static final String CODE = "DOES_NOT_FIT";

    private final ZoneId zone;
    /** By stream: the days of which a target counts one kind alone. */
    private final Map<String, Set<Either>> either = new HashMap<>();
    /** By stream: what has to agree in its unit with the first of it alone, the figure ("") or an attribute of events. */
    private final Map<String, Set<String>> loose = new HashMap<>();

    Misfits(ZoneId zone) {
        this.zone = zone;
    }

    /** Of some days either running totals from the first of them on or increments, or else of members either counts or reports. */
    record Either(String target, Span days, boolean members) {
        private @Nullable Class<? extends Observation> side(Observation it, ZoneId zone) {
            if (members) {
                return it instanceof Tally tally && days.contains(tally.on().dateIn(zone)) ? Tally.class
                        : it instanceof MemberReport report && !report.on().dateIn(zone).isAfter(days.last()) ? MemberReport.class : null;
            } else if (it instanceof Increment increment) {
                return days.contains(increment.span()) ? Increment.class : null;
            }
            return it instanceof Total total && days.contains(total.on().dateIn(zone))
                    && total.since().filter(day -> !day.equals(days.first())).isEmpty() ? Total.class : null;
        }
    }

    void totals(String stream, Target target) {
        days(target).forEach(days -> either.computeIfAbsent(stream, name -> new LinkedHashSet<>(2)).add(new Either(target.id(), days, false)));
    }

    void members(Target target) {
        either.computeIfAbsent(target.id(), name -> new LinkedHashSet<>(2)).add(new Either(target.id(), term(target), true));
    }

    void loose(String stream, String attribute) {
        loose.computeIfAbsent(stream, name -> new LinkedHashSet<>(2)).add(attribute);
    }

    private static Span term(Target target) {
        Deadline deadline = target.deadline();
        LocalDate first = target.period().first();
        LocalDate last = Stream.concat(Stream.of(target.period().last(), deadline.original()), deadline.extensions().stream().map(it -> it.to()))
                .max(LocalDate::compareTo).orElseThrow();
        return new Span(first, last.isBefore(first) ? first : last);
    }

    /** The period of a target, and those of its observed bases, from the first day on which a total of theirs begins. */
    private static List<Span> days(Target target) {
        Span term = term(target);
        List<Span> days = new ArrayList<>(List.of(term));
        Stream.concat(Stream.of(target.goal()), target.versions().stream().map(Version::goal)).forEach(goal -> {
            if (goal instanceof Goal.Change change && change.baseline().known().orElse(null) instanceof Baseline.Observed base) {
                LocalDate first = term.first().minusYears(Math.max(1, target.deadline().original().getYear() - base.on().getYear()));
                days.add(new Span(first.isAfter(base.on()) ? base.on() : first, base.on()));
            }
        });
        return days;
    }

    /** Whether anything of a stream has to go with other rows of it. */
    boolean concerns(String stream) {
        return either.containsKey(stream) || loose.containsKey(stream);
    }

    Set<Either> either(String stream) {
        return either.getOrDefault(stream, Set.of());
    }

    boolean isLoose(String stream) {
        return loose.containsKey(stream);
    }

    /** What is told of a running total that begins on a day on which no target begins to count. */
    Optional<String> beginsElsewhere(Observation observation) {
        if (!(observation instanceof Total total) || total.since().isEmpty()) {
            return Optional.empty();
        }
        List<Either> around = either(total.entry().stream()).stream().filter(it -> it.days.contains(total.on().dateIn(zone))).toList();
        return around.isEmpty() || around.stream().anyMatch(it -> it.days.first().equals(total.since().get())) ? Optional.empty()
                : Optional.of("counted by no target: it runs from " + total.since().get() + ", and what target '" + around.get(0).target
                        + "' counts runs from " + around.get(0).days.first() + "; write the total from that day on");
    }

    /**
     * Each row that does not go with the others of its stream: with those that are known, else with the most.
     *
     * @param known how many of the first are known, of which none is told
     */
    List<Clash> find(List<? extends Observation> all, int known) {
        Map<Object, Map<Object, List<Integer>>> groups = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Observation it = all.get(i);
            String stream = it.entry().stream();
            for (Either each : either(stream)) {
                Object side = each.side(it, zone);
                if (side != null) {
                    groups.computeIfAbsent(List.of(stream, it.entry().basis(), each), key -> new LinkedHashMap<>(2))
                            .computeIfAbsent(side, key -> new ArrayList<>(1)).add(i);
                }
            }
            for (String attribute : loose.getOrDefault(stream, Set.of())) {
                Quantity figure = figure(it, attribute);
                if (figure != null) {
                    Map<Object, List<Integer>> units = groups.computeIfAbsent(List.of(stream, attribute), key -> new LinkedHashMap<>(1));
                    Object unit = units.keySet().stream().filter(other -> ((Quantity) other).unit().isCompatibleWith(figure.unit())).findFirst()
                            .orElse(figure);
                    units.computeIfAbsent(unit, key -> new ArrayList<>(1)).add(i);
                }
            }
        }
        Map<Integer, Clash> found = new TreeMap<>();
        groups.forEach((group, sides) -> {
            if (sides.size() > 1) {
                losers(all, known, sides, found);
            }
        });
        return List.copyOf(found.values());
    }

    private static @Nullable Quantity figure(Observation it, String attribute) {
        return attribute.isEmpty() ? it.figure().orElse(null) : it instanceof Event event ? event.measures().get(attribute) : null;
    }

    private static void losers(List<? extends Observation> all, int known, Map<Object, List<Integer>> sides, Map<Integer, Clash> found) {
        Object right = sides.entrySet().stream().max(Comparator.comparing((Map.Entry<Object, List<Integer>> it) -> it.getValue().get(0) < known)
                .thenComparing(it -> it.getValue().size())).orElseThrow().getKey();
        int other = sides.getOrDefault(right, List.of()).get(0);
        sides.forEach((side, rows) -> {
            if (!side.equals(right)) {
                rows.stream().filter(row -> row >= known).forEach(row -> found.putIfAbsent(row,
                        new Clash(row, other, Severity.ERROR, CODE, message(all.get(row), side, right))));
            }
        });
    }

    private static String message(Observation it, Object side, Object right) {
        String stream = it.entry().stream();
        if (side instanceof Quantity own && right instanceof Quantity usual) {
            String unit = usual.unit().symbol();
            Quantity figure = it instanceof Event event ? event.measures().values().stream()
                    .filter(value -> value.unit().isCompatibleWith(own.unit())).findFirst().orElse(own)
                    : it.figure().orElse(own);
            return unit.isEmpty() || figure.unit().symbol().isEmpty()
                    ? "of " + figure + " and " + usual + ", both in stream '" + stream
                            + "', one has a unit and one has none; expected both with it or both without"
                    : "unit '" + figure.unit() + "' of " + figure + " does not convert into '" + unit + "', in which stream '" + stream + "' has " + usual;
        }
        return "stream '" + stream + "' has one of the kind " + KindWords.of(kind(right)) + " of the same period; " + KindWords.of(kind(side))
                + " cannot be counted beside it; expected one of the two kinds alone";
    }

    private static Class<? extends Observation> kind(Object side) {
        return side == Total.class ? Total.class : side == Increment.class ? Increment.class
                : side == Tally.class ? Tally.class : MemberReport.class;
    }
}
