package io.mubiao.scorecard;

import io.mubiao.formula.Formula;
import io.mubiao.problem.Problems;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.internal.CompiledItem;
import io.mubiao.scoring.internal.RegisterTexts;
import io.mubiao.shape.Grades;
import io.mubiao.target.Bound;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that what a scorecard compares can be compared, and that what its formulas name is there. */
final class CardCheck {
    private CardCheck() {}

    /** More points never earn a worse grade, and only nodes have grades. */
    static void grades(ScorecardRule rule, Problems problems) {
        rule.grades().flatMap(Grades::falling).ifPresent(fall ->
                problems.error("BAD_SCORECARD", "grades", "more points earn a worse grade: " + fall));
        Set<Rational> outOf = GradeScale.scales(rule);
        GradeScale scale = GradeScale.of(rule);
        if (rule.grades().isPresent() && !scale.isByPlace() && outOf.size() > 1 && scale.outOf().isEmpty()) {
            problems.error("BAD_SCORECARD", "grades", "nodes out of " + outOf.stream().map(Object::toString).collect(Collectors.joining(", "))
                    + " points would be graded by the same bands; write graded: no at nodes without a grade, graded: yes at nodes whose points "
                    + "the bands are for");
        }
        rule.nodeLights().flatMap(Grades::falling).ifPresent(fall ->
                problems.error("BAD_SCORECARD", "node-lights", "a greater share of the points earns a worse light: " + fall));
        rule.overrides().stream().filter(each -> each.view().isEmpty() && each.grade().isPresent()).forEach(each ->
                problems.error("BAD_SCORECARD", "overrides", "the override of item '" + each.of() + "' gives a grade; only nodes have one"));
    }

    /** Numbers of peers in the units of their own requirements are compared as they stand, so the units must agree. */
    static void peerUnits(String group, List<CompiledItem> members, Problems problems) {
        members.stream().flatMap(member -> member.peerInputs().stream()).distinct()
                .filter(input -> input.unit().isEmpty() && input.reading().map(Reading::hasUnit).orElse(false))
                .forEach(input -> {
                    Set<Unit> units = new LinkedHashSet<>();
                    members.forEach(member -> required(member).ifPresent(units::add));
                    if (units.size() > 1) {
                        problems.error("BAD_SCORECARD", "items", "the peers '" + group + "' are compared by " + input.id()
                                + " in different units " + units + "; declare an input with a unit");
                    }
                });
    }

    private static Optional<Unit> required(CompiledItem item) {
        Target target = item.target();
        if (target == null) {
            return Optional.empty();
        }
        return target.goal().bound().flatMap(Bound::unit);
    }

    /** Ids, chapters and lead units that formulas name are those of the register. */
    static void texts(ScorecardRule rule, Register register, Problems problems) {
        RegisterTexts texts = new RegisterTexts(register, target -> rule.owners().getOrDefault(target.id(), target.owner()).leadUnit());
        Map<String, Formula> tests = new LinkedHashMap<>();
        for (int i = 0; i < rule.assigns().size(); i++) {
            String path = "assign[" + i + "]";
            rule.assigns().get(i).when().ifPresent(when -> tests.put(path, when));
        }
        rule.items().forEach(item -> item.set().when().ifPresent(when -> tests.put("items." + item.id() + ".set", when)));
        rule.lights().ifPresent(lights -> {
            lights.tests().forEach((light, test) -> tests.put("lights.tests." + light, test));
            tests.put("lights.of", lights.of());
        });
        rule.claims().forEach(claim -> tests.put("claims." + claim.id(), claim.when()));
        tests.forEach((path, test) -> attempt(path, () -> texts.check(test), problems));
        Set<String> given = new HashSet<>();
        rule.items().forEach(item -> given.addAll(item.given().keySet()));
        rule.rules().forEach((name, scoring) -> attempt("rules." + name, () -> texts.check(scoring, given), problems));
    }

    private static void attempt(String path, Runnable check, Problems problems) {
        problems.attempt("BAD_SCORECARD", path, () -> {
            check.run();
            return path;
        });
    }
}
