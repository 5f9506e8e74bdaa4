package io.mubiao.lint;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Item;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Standing;
import io.mubiao.problem.Problems;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a roll shows of a rule: constants that are far from every figure, scores that are the same for all, classes without anybody. */
final class RollTraps {
    private static final int FEW = 5;
    private static final int MANY = 20;
    private static final Rational ODD = Rational.of(200);
    private static final int MOST_TOLD = 10;

    private final Evaluation evaluation;
    private final EvaluationRule rule;
    private final Problems problems;

    RollTraps(Evaluation evaluation, Problems problems) {
        this.evaluation = evaluation;
        rule = evaluation.rule();
        this.problems = problems;
    }

    void check() {
        for (Group group : rule.groups()) {
            List<String> members = evaluation.stream().filter(it -> it.group().equals(group.id())).map(EnterpriseResult::id).toList();
            if (members.size() >= FEW) {
                group.items().forEach(item -> item("groups." + group.id() + ".items." + item.id(), item, members));
            }
        }
        new RollMagnitudes(evaluation, problems).check();
        names();
        nobody();
        long graded = evaluation.stream().filter(it -> it.standing() == Standing.GRADED).count();
        if (graded >= MANY) {
            evaluation.classCounts().forEach((name, count) -> {
                if (count == 0) {
                    problems.warning("EMPTY_CLASS", "classes", "none of the " + graded + " graded enterprises of this roll is in class '" + name + "'");
                }
            });
        }
    }

    private void item(String path, Item item, List<String> members) {
        List<Rational> scores = numbers(members, "score_" + item.id());
        if (scores.size() >= FEW && scores.stream().distinct().count() == 1) {
            problems.warning("FLAT_SCORE", path, "all " + scores.size() + " enterprises of this roll score " + scores.get(0));
        }
        List<Rational> values = rule.labels().find(item.indicator()).isPresent() ? List.of() : numbers(members, item.indicator());
        if (values.size() < FEW) {
            return;
        }
        Rational middle = values.get(values.size() / 2);
        members.stream().filter(id -> evaluation.number(id, item.indicator()).filter(it -> middle.signum() > 0
                && it.compareTo(middle.times(ODD)) > 0).isPresent()).limit(MOST_TOLD).forEach(id -> problems.warning("MAGNITUDE", path + "." + id,
                        "enterprise '" + id + "' has " + shown(evaluation.number(id, item.indicator()).orElseThrow()) + " where the middle one has "
                        + shown(middle) + "; are its figures in other units?"));
    }

    /** Where nobody is graded, what puts how many aside. */
    private void nobody() {
        Map<Standing, Long> standings = evaluation.standingCounts();
        if (standings.containsKey(Standing.GRADED) || evaluation.size() == 0) {
            return;
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        evaluation.stream().forEach(it -> evaluation.explain(it.id()).scope().forEach(line -> counts.merge(switch (line.kind()) {
            case REQUIREMENT -> "scope.require." + line.id();
            case EXCLUSION, PLACE_COUNTED, PLACE_UNCOUNTED -> "scope.exclude." + line.id();
            case NO_GROUP -> "groups";
            case SMALL_GROUP -> "ranking.small-groups";
        }, 1, Integer::sum)));
        counts.forEach((path, count) -> problems.warning("NOBODY_GRADED", path, nobody(path, count)));
        Optional.ofNullable(standings.get(Standing.UNDECIDED)).ifPresent(count -> problems.warning("NOBODY_GRADED", rule.id(), "none of the "
                + evaluation.size() + " enterprises of this roll is graded: of " + count + " nobody can tell"));
    }

    private String nobody(String path, int count) {
        int all = evaluation.size();
        String id = path.substring(path.lastIndexOf('.') + 1);
        if (path.equals("groups")) {
            return "none of the " + all + " enterprises of this roll is graded: " + count + " belong to no group";
        } else if (path.equals("ranking.small-groups")) {
            return "none of the " + all + " enterprises of this roll is graded: " + count + " are in groups of too few";
        }
        return path.startsWith("scope.require.") ? "none of the " + all + " enterprises of this roll is graded: " + count + " do not meet requirement '" + id + "'"
                : "none of the " + all + " enterprises of this roll is graded: " + count + " are put aside by exclusion '" + id + "'";
    }

    static String shown(Rational number) {
        return number.round(Rounding.halfUp(4)).stripTrailingZeros().toPlainString();
    }

    /** One name under two ids, where no rows are evaluated as one. */
    private void names() {
        if (rule.merge().isPresent()) {
            return;
        }
        Map<String, String> seen = new HashMap<>();
        int told = 0;
        for (EnterpriseResult it : evaluation) {
            String other = it.name().equals(it.id()) ? null : seen.putIfAbsent(it.name(), it.id());
            if (other != null && told++ < MOST_TOLD) {
                problems.warning("SAME_NAME", it.id(), "'" + it.id() + "' has the name of '" + other + "', " + it.name() + "; are they one enterprise?");
            }
        }
    }

    private List<Rational> numbers(List<String> members, String name) {
        return members.stream().map(id -> evaluation.number(id, name)).flatMap(Optional::stream).sorted().toList();
    }
}
