package io.mubiao.gap;

import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation.MemberReport;
import io.mubiao.observe.Observation.Tally;
import io.mubiao.observe.Observation;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** More members that satisfy what is asked, or fewer where less is better; members nobody reported are reported then. */
final class CoverageLadder extends Ladder {
    private static final Unit MEMBER = Units.builtIn().with("个").get("个");

    private final String stream;
    private final boolean more;
    private final Optional<Tally> tally;
    private final List<String> movable = new ArrayList<>();
    private final List<String> unreported = new ArrayList<>();

    CoverageLadder(Hypothesis about, Goal.Coverage goal) {
        super(about);
        stream = about.target().id();
        more = goal.require().direction() != Direction.LOWER_IS_BETTER
                && !about.now().actual().map(goal.require()::isExceededBy).orElse(false);
        Comparator<Observation> order = Comparator.comparing((Observation it) -> it.entry().recordedAt())
                .thenComparing(it -> it.entry().id());
        tally = about.view().all(stream, Tally.class, about.target().basis()).stream()
                .filter(it -> !date(it.on()).isAfter(about.day()) && !date(it.on()).isBefore(about.first()))
                .max(Comparator.comparing((Tally it) -> date(it.on())).thenComparing(order));
        Map<String, MemberReport> latest = new TreeMap<>();
        about.view().all(stream, MemberReport.class, about.target().basis()).stream()
                .filter(it -> !date(it.on()).isAfter(about.day()))
                .sorted(Comparator.comparing((MemberReport it) -> date(it.on())).thenComparing(order))
                .forEach(it -> latest.put(it.member(), it));
        for (String member : members(goal.population().get(), latest)) {
            MemberReport report = latest.get(member);
            if (report == null) {
                unreported.add(member);
            } else if (!report.standing().contains(MemberStanding.EXCLUDED)
                    && more != report.standing().contains(MemberStanding.SATISFIED)) {
                movable.add(member);
            }
        }
        if (more) {
            movable.addAll(unreported);
        }
    }

    private LocalDate date(io.mubiao.observe.Moment moment) {
        return about.view().date(moment);
    }

    private Set<String> members(Population population, Map<String, MemberReport> latest) {
        if (population instanceof Population.Listed listed) {
            return new LinkedHashSet<>(listed.members());
        }
        if (population instanceof Population.Frozen frozen) {
            Set<String> members = new LinkedHashSet<>();
            about.view().all(stream, MemberReport.class, about.target().basis()).stream()
                    .filter(it -> !date(it.on()).isAfter(frozen.on()) && latest.containsKey(it.member()))
                    .forEach(it -> members.add(it.member()));
            return members;
        }
        return latest.keySet();
    }

    @Override
    long most() {
        return tally.map(last -> more
                ? last.denominator() - last.denominatorExclusion() - last.denominatorException() - last.numerator()
                        + last.numeratorExclusion()
                : last.numerator() - last.numeratorExclusion()).orElse((long) movable.size());
    }

    @Override
    Need step(long number, LocalDate day) {
        long change = more ? number : -number;
        List<Observation> all = new ArrayList<>();
        List<String> names = List.of();
        if (tally.isPresent()) {
            Tally last = tally.get();
            all.add(about.dress(Observation.tally(stream, day, last.numerator() + change, last.numeratorExclusion(),
                    last.denominator(), last.denominatorExclusion(), last.denominatorException())));
        } else {
            names = movable.subList(0, (int) number);
            names.forEach(member -> all.add(report(member, day, more)));
            boolean reports = about.unsure() || day.isAfter(about.day());
            for (String member : reports ? unreported : List.<String>of()) {
                if (!names.contains(member)) {
                    all.add(report(member, day, false));
                }
            }
        }
        return number == 0 ? Need.report(day, all)
                : Need.named(Need.Kind.MEMBERS, Quantity.of(change, MEMBER), names, day, all);
    }

    private Observation report(String member, LocalDate day, boolean satisfied) {
        return about.dress(satisfied ? Observation.member(stream, day, member, MemberStanding.SATISFIED)
                : Observation.member(stream, day, member));
    }
}
