package io.mubiao.target.internal;

import io.mubiao.problem.Problems;
import io.mubiao.target.Baseline;
import io.mubiao.target.Bound;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Clause;
import io.mubiao.target.Comparison;
import io.mubiao.target.Direction;
import io.mubiao.target.Extension;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import io.mubiao.target.Tiers;
import io.mubiao.target.Version;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import io.mubiao.time.WorkCalendar;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import io.mubiao.work.internal.Checkpoint;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must fit together in a register; each problem carries the path of the part that does not. */
public final class RegisterCheck {
    private final Register register;
    private final Problems problems = new Problems();

    private RegisterCheck(Register register) {
        this.register = register;
    }

    public static Problems check(Register register) {
        RegisterCheck check = new RegisterCheck(register);
        Set<String> ids = check.targets();
        check.clauses(ids);
        check.tiers(ids);
        check.problems.unique("stages", register.stages().stream().map(Scale::id).toList());
        check.problems.unique("severities", register.severities().stream().map(Scale::id).toList());
        check.problems.unique("calendars", register.calendars().stream().map(WorkCalendar::id).toList());
        return check.problems;
    }

    private Set<String> targets() {
        Map<String, Integer> first = new HashMap<>();
        List<Target> targets = register.targets();
        for (int i = 0; i < targets.size(); i++) {
            Checkpoint.pass(i);
            Target target = targets.get(i);
            String path = "targets[" + i + "]";
            unique(first, target.id(), i, path + ".id", "targets", "target id");
            if (!target.id().equals(target.id().strip())) {
                problems.error("BAD_NAME", path + ".id", "'" + target.id() + "' begins or ends with a blank; write '" + target.id().strip() + "'");
            }
            goal(target.goal(), path + ".goal");
            for (int v = 0; v < target.versions().size(); v++) {
                goal(target.versions().get(v).goal(), path + ".versions[" + v + "].goal");
            }
            if (target.deadline().original().isBefore(target.period().first())) {
                problems.error("IMPOSSIBLE_DATE", path + ".due", "deadline " + target.deadline().original()
                        + " is before the first day of the period " + target.period());
            } else {
                slots(target, path + ".goal");
            }
        }
        parts(targets);
        return first.keySet();
    }

    /** A cadence cuts the whole term into slots, with every extension of it. */
    private void slots(Target target, String path) {
        boolean cut = Stream.concat(Stream.of(target.goal()), target.versions().stream().map(Version::goal))
                .anyMatch(goal -> goal.slots().isPresent());
        if (cut) {
            LocalDate last = Stream.concat(Stream.of(target.period().last(), target.deadline().original()),
                    target.deadline().extensions().stream().map(Extension::to)).max(LocalDate::compareTo).orElseThrow();
            problems.attempt("TOO_LONG", path, () -> {
                Cadence.checkLength(new Span(target.period().first(), last));
                return true;
            });
        }
    }

    /** A part names a target that is there, and no target is a part of itself. */
    private void parts(List<Target> targets) {
        Map<String, String> parents = new HashMap<>();
        Set<String> left = new HashSet<>();
        targets.forEach(target -> parents.put(target.id(), target.partOf()));
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            String path = "targets[" + i + "].part-of";
            if (target.partOf().isEmpty()) {
                continue;
            }
            if (!target(path, target.partOf(), parents.keySet())) {
                continue;
            }
            if (isInCircle(target.id(), parents, left)) {
                problems.error("CIRCLE", path, "target '" + target.id() + "' is a part of itself");
            }
        }
    }

    /** Goes up until a target that is known to be in no circle; what is passed is then known too. */
    private static boolean isInCircle(String id, Map<String, String> parents, Set<String> left) {
        Set<String> above = new LinkedHashSet<>();
        String parent = id;
        while (!parent.isEmpty() && !left.contains(parent) && above.add(parent)) {
            parent = parents.getOrDefault(parent, "");
        }
        if (parent.isEmpty() || left.contains(parent)) {
            left.addAll(above);
            return false;
        }
        for (String passed : above) {
            if (passed.equals(parent)) {
                break;
            }
            left.add(passed);
        }
        return !left.contains(id);
    }

    private void goal(Goal goal, String path) {
        GoalDoubts.impossible(goal).ifPresent(message -> problems.error("NEGATIVE", path + ".require", message));
        if (goal instanceof Goal.Change change) {
            ChangeDoubts.impossible(change).ifPresent(message -> problems.error("MARK_OF_SHARE", path + ".require", message));
        }
        if (GoalDoubts.isNeverMet(goal)) {
            problems.error("NEVER_MET", path, "more than all is required: a share is at most 100 %");
        }
        if (goal instanceof Goal.Change change
                && change.baseline().known().orElse(null) instanceof Baseline.Value base
                && change.form() == ChangeForm.POINTS && !base.value().unit().isShare()) {
            problems.error("UNIT", path + ".baseline", "a change in 百分点 needs a base in %, got " + base.value());
        }
        if (goal instanceof Goal.StageCount count && count.items().total().isPresent()) {
            int total = count.items().total().get();
            count.require().reference().filter(wanted -> exceeds(count.require(), wanted, total)).ifPresent(
                    wanted -> problems.error("LIST_TOO_SHORT", path + ".require",
                            "'" + count.require() + "' is required of a list of " + total));
        }
    }

    /** Whether a list is too short for what is required of it, whatever the prefix of the unit. */
    private static boolean exceeds(Bound require, Quantity wanted, int total) {
        if (require.direction() == Direction.LOWER_IS_BETTER) {
            return false;
        }
        Set<String> words = wanted.unit().measureWords();
        if (words.size() != 1) {
            return false;
        }
        Quantity all = Quantity.of(total, Units.builtIn().with(words).get(words.iterator().next()));
        if (!all.unit().isCompatibleWith(wanted.unit())) {
            return false;
        }
        int over = wanted.compareAmount(all);
        boolean strict = require instanceof Bound.Limit limit && limit.comparator() == Comparison.MORE_THAN;
        return strict ? over >= 0 : over > 0;
    }

    private void clauses(Set<String> ids) {
        Map<String, Integer> first = new HashMap<>();
        Map<String, String> owner = new HashMap<>();
        Set<String> documents = new HashSet<>();
        register.documents().forEach(document -> documents.add(document.id()));
        for (int i = 0; i < register.clauses().size(); i++) {
            Clause clause = register.clauses().get(i);
            String path = "clauses[" + i + "]";
            unique(first, clause.id(), i, path + ".id", "clauses", "clause id");
            problems.known("UNKNOWN_DOCUMENT", path + ".document", "document", clause.document(), documents);
            for (int t = 0; t < clause.targets().size(); t++) {
                String target = clause.targets().get(t);
                String at = path + ".targets[" + t + "]";
                target(at, target, ids);
                String before = owner.putIfAbsent(target, clause.id());
                if (before != null) {
                    problems.error("DUPLICATE", at, "target '" + target + "' already belongs to clause '" + before + "'");
                }
            }
        }
    }

    private void tiers(Set<String> ids) {
        Map<String, Integer> first = new HashMap<>();
        Map<String, String> owner = new HashMap<>();
        Map<String, Target> byId = new HashMap<>();
        register.targets().forEach(target -> byId.putIfAbsent(target.id(), target));
        for (int i = 0; i < register.tiers().size(); i++) {
            Tiers group = register.tiers().get(i);
            String path = "tiers[" + i + "]";
            unique(first, group.id(), i, path + ".id", "tiers", "tiers id");
            Optional<Unit> unit = Optional.empty();
            for (int t = 0; t < group.tiers().size(); t++) {
                String target = group.tiers().get(t).target();
                String at = path + ".tiers[" + t + "].target";
                Target member = byId.get(target);
                if (!target(at, target, ids) || member == null) {
                    continue;
                }
                String before = owner.putIfAbsent(target, group.id());
                if (before != null) {
                    problems.error("DUPLICATE", at, "target '" + target + "' already belongs to tiers '" + before + "'");
                }
                if (!(member.goal() instanceof Goal.Amount amount && amount.measure() instanceof Measure.Count)) {
                    problems.error("NOT_A_COUNT", at, "a tier needs a target that counts events, got '" + target + "'");
                    continue;
                }
                Optional<Unit> own = amount.require().unit();
                if (unit.isPresent() && own.isPresent() && !unit.get().isCompatibleWith(own.get())) {
                    problems.error("UNIT", at, "tiers count '" + unit.get() + "' and '" + own.get()
                            + "', which do not convert into each other");
                }
                unit = unit.or(() -> own);
            }
        }
    }

    private void unique(Map<String, Integer> first, String id, int index, String path, String list, String what) {
        Integer before = first.putIfAbsent(id, index);
        if (before != null) {
            problems.error("DUPLICATE", path, what + " '" + id + "' is already used by " + list + "[" + before + "]");
        }
    }

    private boolean target(String path, String id, Set<String> ids) {
        return problems.known("UNKNOWN_TARGET", path, "target", id, ids);
    }
}
