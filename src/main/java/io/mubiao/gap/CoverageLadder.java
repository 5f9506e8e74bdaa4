package io.mubiao.gap;

import io.mubiao.assess.GoalFacts;
import io.mubiao.observe.Observation;
import io.mubiao.observe.MemberStanding;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** More members that satisfy what is asked, or fewer where less is better; members nobody reported are reported then. */
final class CoverageLadder extends Ladder {
    private static final Unit MEMBER = Units.builtIn().with("个").get("个");

    private final String stream;
    private final GoalFacts.Coverage facts;
    private final boolean more;
    private final List<String> movable;

    CoverageLadder(Hypothesis about, Goal.Coverage goal, GoalFacts.Coverage facts) {
        super(about);
        this.facts = facts;
        stream = about.target().id();
        more = goal.require().direction() != Direction.LOWER_IS_BETTER
                && !about.now().actual().map(goal.require()::isExceededBy).orElse(false);
        movable = more ? Stream.concat(facts.others().stream(), facts.unreported().stream()).toList() : facts.satisfied();
    }

    @Override
    long most() {
        return !facts.tallied() ? movable.size() : more ? facts.counting() - facts.counted() : facts.counted();
    }

    @Override
    Need step(long number, LocalDate day) {
        long change = more ? number : -number;
        List<Observation> all = new ArrayList<>();
        List<String> names = List.of();
        if (facts.tallied()) {
            all.add(about.dress(Observation.tally(stream, day, facts.numerator() + change, facts.numeratorExclusion(),
                    facts.denominator(), facts.denominatorExclusion(), facts.denominatorException())));
        } else {
            names = movable.subList(0, (int) number);
            names.forEach(member -> all.add(report(member, day, more)));
            boolean reports = about.unsure() || day.isAfter(about.day());
            for (String member : reports ? facts.unreported() : List.<String>of()) {
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
