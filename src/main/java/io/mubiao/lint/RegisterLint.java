package io.mubiao.lint;

import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.target.Bound;
import io.mubiao.target.Deadline;
import io.mubiao.target.Extension;
import io.mubiao.target.Goal;
import io.mubiao.target.Hole;
import io.mubiao.target.Population;
import io.mubiao.target.Register;
import io.mubiao.target.Stated;
import io.mubiao.target.Target;
import io.mubiao.target.Tiers;
import io.mubiao.target.internal.ScaleDoubts;
import io.mubiao.target.internal.TargetDoubts;
import io.mubiao.value.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * Doubts about a register (登记册检查). Codes: NO_OWNER, NO_CADENCE, NO_BASELINE, HOLE (any other part left open),
 * NO_INTERIM_TARGET (longer than a year and no plan or weights), ABOUT_WITHOUT_TOLERANCE (左右), CHILD_ABOVE_PARENT,
 * PART_UNIT, OVERLAPPING_TIERS, DEADLINE_OUTSIDE_PERIOD, NO_CLAUSE, NEGATIVE, ALWAYS_MET (see {@link TargetDoubts}).
 */
public final class RegisterLint {
    private static final Goal.Cases<Boolean> CONTINUOUS = new Goal.Cases<>(amount -> false, milestone -> false, count -> false,
            quota -> true, coverage -> false, change -> false, redLine -> true, maintain -> true, judged -> false);
    private static final int LONG_DAYS = 366;

    private final Register register;
    private final Problems problems = new Problems();

    private RegisterLint(Register register) {
        this.register = register;
    }

    /** Every doubt, target by target. */
    public static List<Problem> check(Register register) {
        RegisterLint lint = new RegisterLint(register);
        register.targets().forEach(lint::target);
        register.tiers().forEach(lint::tiers);
        lint.names();
        register.stages().forEach(scale -> ScaleDoubts.of(scale).ifPresent(message -> lint.problems.warning("ORDER", "stages." + scale.id(), message)));
        register.severities().forEach(scale -> ScaleDoubts.of(scale).ifPresent(message -> lint.problems.warning("ORDER", "severities." + scale.id(), message)));
        return lint.problems.found();
    }

    private void target(Target target) {
        String id = target.id();
        if (!target.owner().isNamed()) {
            problems.warning("NO_OWNER", id, "no lead official and no lead unit");
        }
        if (!register.clauses().isEmpty() && register.clauseOf(id).isEmpty()) {
            problems.warning("NO_CLAUSE", id, "no clause of a document gives rise to it");
        }
        for (Hole hole : target.goal().holes()) {
            problems.warning(code(hole), id, "the document leaves open its " + hole + "; it is unmeasurable until that is set");
        }
        if (target.period().days() > LONG_DAYS && target.pace().isEmpty() && !target.goal().match(CONTINUOUS)) {
            problems.warning("NO_INTERIM_TARGET", id, "a period of " + target.period().days() + " days without interim targets");
        }
        partOf(target);
        target.goal().bound().filter(RegisterLint::isBareAbout).ifPresent(bound -> problems.warning("ABOUT_WITHOUT_TOLERANCE", id,
                "'" + bound + "' has no tolerance: it is held to the number itself"));
        TargetDoubts.of(target).forEach(doubt -> problems.warning(doubt.code(), id, doubt.message()));
        deadline(target);
    }

    private void names() {
        NearNames ids = new NearNames();
        NearNames units = new NearNames();
        NearNames officials = new NearNames();
        for (Target target : register.targets()) {
            ids.add(target.id(), target.id());
            units.add(target.id(), target.owner().leadUnit());
            target.owner().cooperating().forEach(unit -> units.add(target.id(), unit));
            officials.add(target.id(), target.owner().leadOfficial());
        }
        register.targets().forEach(target -> members(target.goal()).ifPresent(members -> {
            NearNames near = new NearNames();
            members.forEach(member -> near.add(target.id(), member));
            near.tell(problems);
        }));
        ids.tell(problems);
        units.tell(problems);
        officials.tell(problems);
    }

    private static Optional<List<String>> members(Goal goal) {
        return goal.members().flatMap(Stated::known).filter(Population.Listed.class::isInstance).map(it -> ((Population.Listed) it).members());
    }

    private void partOf(Target child) {
        if (child.partOf().isEmpty()) {
            return;
        }
        Optional<Quantity> above = register.get(child.partOf()).goal().bound().flatMap(Bound::reference);
        Optional<Quantity> below = child.goal().bound().flatMap(Bound::reference);
        if (above.isEmpty() || below.isEmpty()) {
            return;
        }
        if (!above.get().unit().isCompatibleWith(below.get().unit())) {
            problems.warning("PART_UNIT", child.id(), "counts " + below.get() + ", which is not a part of " + above.get()
                    + " of '" + child.partOf() + "'");
        } else if (below.get().compareAmount(above.get()) > 0) {
            childAbove(child.id(), below.get(), child.partOf(), above.get(), "part-of");
        }
    }

    private void childAbove(String child, Quantity below, String parent, Quantity above, String declared) {
        problems.error("CHILD_ABOVE_PARENT", child, "requires " + below + ", of which '" + parent + "' requires only " + above
                + " (" + declared + ")");
    }

    private static String code(Hole hole) {
        return switch (hole.part()) {
            case "cadence" -> "NO_CADENCE";
            case "baseline" -> "NO_BASELINE";
            default -> "HOLE";
        };
    }

    private static boolean isBareAbout(Bound bound) {
        return bound instanceof Bound.About about && about.tolerance().isEmpty();
    }

    private void deadline(Target target) {
        Deadline deadline = target.deadline();
        if (!target.period().contains(deadline.original())) {
            problems.warning("DEADLINE_OUTSIDE_PERIOD", target.id(),
                    "deadline " + deadline.original() + " is outside the period " + target.period());
        }
        for (Extension extension : deadline.extensions()) {
            if (extension.to().isAfter(target.period().last())) {
                problems.warning("DEADLINE_OUTSIDE_PERIOD", target.id(),
                        "extension to " + extension.to() + " is outside the period " + target.period());
            }
        }
    }

    private void tiers(Tiers group) {
        List<Tiers.Tier> tiers = group.tiers();
        for (int i = 1; i < tiers.size(); i++) {
            Tiers.Tier parent = tiers.get(i - 1);
            Tiers.Tier child = tiers.get(i);
            Optional<Quantity> above = required(parent);
            Optional<Quantity> below = required(child);
            if (group.reading() == Tiers.Reading.NESTED && above.isPresent() && below.isPresent()
                    && below.get().compareAmount(above.get()) > 0) {
                childAbove(child.target(), below.get(), parent.target(), above.get(), "tiers '" + group.id() + "'");
            }
        }
        for (Tiers other : register.tiers()) {
            if (group.id().compareTo(other.id()) < 0 && sameStream(group, other)) {
                problems.warning("OVERLAPPING_TIERS", group.id(), "counts the same stream by '" + group.attribute()
                        + "' as tiers '" + other.id() + "'");
            }
        }
    }

    private boolean sameStream(Tiers group, Tiers other) {
        return group.attribute().equals(other.attribute())
                && group.tiers().stream().anyMatch(a -> other.tiers().stream()
                        .anyMatch(b -> stream(a.target()).equals(stream(b.target()))));
    }

    private String stream(String target) {
        return register.get(target).goal() instanceof Goal.Amount amount
                && amount.measure() instanceof io.mubiao.target.Measure.Count count && !count.stream().isEmpty()
                ? count.stream()
                : target;
    }

    private Optional<Quantity> required(Tiers.Tier tier) {
        return register.get(tier.target()).goal().bound().flatMap(Bound::reference);
    }
}
