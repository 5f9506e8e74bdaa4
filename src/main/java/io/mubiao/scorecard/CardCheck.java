package io.mubiao.scorecard;

import io.mubiao.outcome.Place;
import io.mubiao.outcome.Problem;
import io.mubiao.scoring.Grades;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.value.Unit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks what a scorecard rule names: grades, lights, targets, items and nodes. */
final class CardCheck {
    private final ScorecardRule rule;
    private final Register register;
    private final Set<String> items = new HashSet<>();
    private final List<Problem> problems;

    CardCheck(ScorecardRule rule, Register register, List<CompiledItem> items, List<Problem> problems) {
        this.rule = rule;
        this.register = register;
        items.forEach(item -> this.items.add(item.id()));
        this.problems = problems;
    }

    /** Every grade that a veto sets must be one of the scorecard's, and more points never earn a worse one. */
    void grades() {
        Map<String, Claim> vetoes = new LinkedHashMap<>();
        rule.claims().stream().filter(Claim::isVeto).forEach(claim -> vetoes.put("claims." + claim.id(), claim));
        rule.rules().forEach((name, scoring) -> scoring.claims().stream().filter(Claim::isVeto)
                .forEach(claim -> vetoes.put("rules." + name, claim)));
        vetoes.forEach((path, claim) -> {
            String grade = claim.grade().orElseThrow();
            if (rule.grades().isEmpty() || !rule.grades().get().has(grade)) {
                problem(path, "veto '" + claim.id() + "' sets the grade '" + grade + "', which the scorecard's grades "
                        + rule.grades().map(table -> table.order().toString()).orElse("(none)") + " lack");
            }
        });
        rule.grades().flatMap(Grades::falling).ifPresent(fall -> problem("grades", "more points earn a worse grade: " + fall));
    }

    /** Owners, labels and credit of targets that do not exist have no effect that anybody meant. */
    void names() {
        rule.owners().keySet().forEach(target -> target("owners", target));
        rule.labels().forEach((label, texts) -> texts.keySet().stream().filter(id -> !items.contains(id))
                .forEach(target -> target("labels." + label, target)));
        rule.views().forEach(view -> view.credit().byTarget().keySet()
                .forEach(target -> target("views." + view.id() + ".credit", target)));
    }

    private void target(String path, String target) {
        if (!register.byId().containsKey(target)) {
            problem(path, "register '" + register.id() + "' has no target '" + target + "'");
        }
    }

    /** Numbers of peers in the units of their own requirements are compared as they stand, so the units must agree. */
    static void peerUnits(String group, List<CompiledItem> members, List<Problem> problems) {
        members.stream().flatMap(member -> member.peerInputs().stream()).distinct()
                .filter(input -> input.unit().isEmpty() && input.reading().map(Reading::hasUnit).orElse(false))
                .forEach(input -> {
                    Set<Unit> units = new LinkedHashSet<>();
                    members.forEach(member -> required(member).ifPresent(units::add));
                    if (units.size() > 1) {
                        problems.add(Problem.error("BAD_SCORECARD", new Place("", 0, 0, "items"), "the peers '" + group
                                + "' are compared by " + input.id() + " in different units " + units
                                + "; declare an input with a unit"));
                    }
                });
    }

    private static Optional<Unit> required(CompiledItem item) {
        Target target = item.target();
        if (target == null) {
            return Optional.empty();
        }
        return target.goal() instanceof Goal.Amount amount ? amount.require().unit()
                : target.goal() instanceof Goal.Maintain maintain ? maintain.level().unit()
                : Optional.empty();
    }

    /** What people decided and said must be about something, in words that the scorecard has. */
    void decisions(List<CompiledView> views) {
        for (ManualOverride each : rule.overrides()) {
            decision("overrides", each.view(), each.of(), views);
            boolean ofItem = each.view().isEmpty();
            each.grade().filter(grade -> !has(rule.grades(), grade)).ifPresent(grade ->
                    problem("overrides", "the override of '" + each.of() + "' gives the unknown grade '" + grade + "'"));
            if (ofItem && each.grade().isPresent()) {
                problem("overrides", "the override of item '" + each.of() + "' gives a grade; only nodes have one");
            }
            Optional<Grades> lights = ofItem ? rule.lights().map(LightRule::grades) : rule.nodeLights();
            each.light().filter(light -> !has(lights, light)).ifPresent(light ->
                    problem("overrides", "the override of '" + each.of() + "' gives the unknown light '" + light + "'"));
        }
        rule.judgements().forEach(each -> decision("judgements", each.view(), each.of(), views));
    }

    private static boolean has(Optional<Grades> table, String word) {
        return table.isPresent() && table.get().has(word);
    }

    private void decision(String path, String view, String of, List<CompiledView> views) {
        boolean known = view.isEmpty() ? items.contains(of)
                : views.stream().filter(each -> each.view().id().equals(view))
                        .anyMatch(each -> each.nodes().stream().anyMatch(node -> node.id().equals(of)));
        if (!known) {
            problem(path, view.isEmpty() ? "there is no item '" + of + "'"
                    : "there is no node '" + of + "' in a view '" + view + "'");
        }
    }

    private void problem(String path, String message) {
        problems.add(Problem.error("BAD_SCORECARD", new Place("", 0, 0, path), message));
    }
}
