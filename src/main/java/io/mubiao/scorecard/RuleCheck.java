package io.mubiao.scorecard;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.problem.Problems;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.scoring.internal.GivenInputs;
import io.mubiao.scoring.internal.Probe;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Interval;
import io.mubiao.text.internal.Spelling;
import io.mubiao.value.Rational;
import io.mubiao.value.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is wrong with a scorecard rule by itself, whatever register it scores. */
final class RuleCheck {
    private final ScorecardRule rule;
    private final Problems problems;

    private RuleCheck(ScorecardRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(ScorecardRule rule, Problems problems) {
        RuleCheck check = new RuleCheck(rule, problems);
        check.rules();
        check.formulas();
        check.grades();
        check.quotas();
        rule.views().forEach(check::levels);
        check.decisions();
        check.periods();
        CardCheck.grades(rule, problems);
    }

    private void rules() {
        for (int i = 0; i < rule.assigns().size(); i++) {
            String path = "assign[" + i + "]";
            Assign assign = rule.assigns().get(i);
            if (!assign.rule().isEmpty()) {
                known(path + ".rule", assign.rule());
            }
            assign.when().ifPresent(when -> attempt(path + ".when", () -> new Probe(Units.builtIn()).test(when)));
        }
        for (ItemRule item : rule.items()) {
            String path = "items." + item.id();
            known(path + ".rule", item.rule());
            ScoringRule scoring = rule.rules().get(item.rule());
            if (scoring != null) {
                item.targets().keySet().forEach(name -> input(path + ".targets." + name, scoring, name));
                item.given().forEach((name, text) -> given(path + ".given." + name, scoring, name, text));
            }
        }
    }

    private void known(String path, String name) {
        problems.known("BAD_SCORECARD", path, "scoring rule", name, rule.rules().keySet());
    }

    private Optional<RuleInput> input(String path, ScoringRule scoring, String name) {
        Optional<RuleInput> input = scoring.inputs().find(name)
                .or(() -> Reading.find(name).map(reading -> RuleInput.of(name, reading)));
        if (input.isEmpty()) {
            problem(path, "scoring rule '" + scoring.id() + "' has no input '" + name + "'; it has "
                    + scoring.inputs().stream().map(RuleInput::id).toList());
        }
        return input;
    }

    private void given(String path, ScoringRule scoring, String name, String text) {
        input(path, scoring, name).filter(input -> input.kind() != Symbol.Kind.TEXT)
                .ifPresent(input -> attempt(path, () -> GivenInputs.read(text, input, scoring)));
    }

    private void formulas() {
        rule.lights().ifPresent(lights -> {
            lights.tests().forEach((light, test) -> test("lights.tests." + light, test));
            attempt("lights.of", () -> new Probe(Units.builtIn(), true).number(lights.of()));
        });
        rule.claims().forEach(claim -> test("claims." + claim.id(), claim.when()));
    }

    private void test(String path, Formula test) {
        attempt(path, () -> new Probe(Units.builtIn(), true).test(test));
    }

    /** Every grade that a veto sets must be one of the scorecard's. */
    private void grades() {
        Map<String, Claim> vetoes = new LinkedHashMap<>();
        rule.claims().stream().filter(Claim::isVeto).forEach(claim -> vetoes.put("claims." + claim.id(), claim));
        rule.rules().forEach((name, scoring) -> scoring.claims().stream().filter(Claim::isVeto)
                .forEach(claim -> vetoes.put("rules." + name + ".claims." + claim.id(), claim)));
        vetoes.forEach((path, claim) -> {
            String grade = claim.grade().orElseThrow();
            if (rule.grades().isEmpty() || !rule.grades().get().has(grade)) {
                problem(path, "veto '" + claim.id() + "' sets the grade '" + grade + "', which the scorecard's grades "
                        + rule.grades().map(grades -> grades.order().toString()).orElse("(none)") + " lack");
            }
        });
    }

    /** A quota is of labels there are, all but the last, which takes whom no other has a place for. */
    private void quotas() {
        List<String> order = rule.grades().map(Grades::order).orElse(List.of());
        for (View view : rule.views()) {
            view.quota().map(GradeQuota::most).orElse(Map.of()).keySet().forEach(label -> {
                String path = "views." + view.id() + ".quota";
                if (order.indexOf(label) == order.size() - 1 && order.contains(label)) {
                    problem(path, "the last grade '" + label + "' takes whom no other has a place for and has no quota");
                } else {
                    problems.known("BAD_SCORECARD", path, "grade", label, order);
                }
            });
        }
        boolean byPlace = rule.grades().filter(grades -> grades.bands().bands().stream()
                .anyMatch(band -> band.interval().equals(Interval.ALL))).isPresent();
        if (byPlace && rule.views().stream().allMatch(view -> view.quota().isEmpty())) {
            problem("grades", "all points earn the same grade; give the grades bands, or a view a quota");
        }
    }

    /** A level goes by what is known of every target, or by a label. */
    private void levels(View view) {
        for (int i = 0; i < view.levels().size(); i++) {
            String key = view.levels().get(i).by();
            if (!ViewCompiler.KEYS.contains(key) && !rule.labels().containsKey(key)) {
                problem("views." + view.id() + ".levels[" + i + "]", "nothing is known by '" + key + "'"
                        + Spelling.hint(key, Stream.concat(ViewCompiler.KEYS.stream(), rule.labels().keySet().stream()).toList())
                        + "; expected one of " + ViewCompiler.KEYS + " or a label of the scorecard: " + rule.labels().keySet());
            }
        }
    }

    private void decisions() {
        for (int i = 0; i < rule.overrides().size(); i++) {
            ManualOverride each = rule.overrides().get(i);
            String path = "overrides[" + i + "]";
            each.grade().filter(grade -> rule.grades().filter(grades -> grades.has(grade)).isEmpty()).ifPresent(grade ->
                    problem(path + ".grade", "the override of '" + each.of() + "' gives the unknown grade '" + grade + "'"));
            boolean ofItem = each.view().isEmpty();
            each.light().filter(light -> !lights(ofItem).contains(light)).ifPresent(light ->
                    problem(path + ".light", "the override of '" + each.of() + "' gives the unknown light '" + light
                            + "'; expected one of " + lights(ofItem)));
        }
    }

    private void periods() {
        Rational sum = Rational.sum(rule.periods().values());
        if (!rule.periods().isEmpty() && !sum.equals(Rational.ONE)) {
            problem("periods", "the weights of the periods sum to " + sum.times(Rational.HUNDRED) + " %, expected 100 %");
        }
    }

    private List<String> lights(boolean ofItem) {
        return ofItem ? rule.lights().map(lights -> lights.grades().order()).orElse(List.of())
                : rule.nodeLights().map(lights -> lights.order()).orElse(List.of());
    }

    private void attempt(String path, Supplier<?> make) {
        problems.attempt("BAD_SCORECARD", path, make);
    }

    private void problem(String path, String message) {
        problems.error("BAD_SCORECARD", path, message);
    }
}
