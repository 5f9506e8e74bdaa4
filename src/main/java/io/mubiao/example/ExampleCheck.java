package io.mubiao.example;

import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Example;
import io.mubiao.rule.Rule;
import io.mubiao.rule.Source;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.work.TooCostlyException;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Works the examples of a rule and tells every difference (算例核验). Readers of rule files do it at every reading. Places are
 * paths such as {@code examples[0].gives.甲.total}.
 */
public final class ExampleCheck {
    private ExampleCheck() {}

    /**
     * Of a rule of land efficiency: its rows are one roll.
     *
     * @throws io.mubiao.work.TooCostlyException if the examples cost more than the budget in force
     */
    public static List<Problem> check(EvaluationRule rule) {
        return check(rule, LandExample::of);
    }

    /** Of a scoring rule: its rows are each other's peers. */
    public static List<Problem> check(ScoringRule rule) {
        return check(rule, ScoringExample::of);
    }

    /** Of a scorecard: grades and lights of figures, the year of periods, and items whose inputs are given. */
    public static List<Problem> check(ScorecardRule rule) {
        return check(rule, CardExample::of);
    }

    private static <R extends Rule<R>> List<Problem> check(R rule, BiFunction<R, Example, Outcomes> work) {
        Problems problems = new Problems();
        for (int i = 0; i < rule.examples().size(); i++) {
            check(rule, rule.examples().get(i), work, problems.at("examples[" + i + "]"));
        }
        return problems.found();
    }

    /** One example. */
    private static <R extends Rule<R>> void check(R rule, Example example, BiFunction<R, Example, Outcomes> work, Problems problems) {
        String source = example.cite().source();
        if (!source.isEmpty()) {
            problems.known("UNKNOWN_SOURCE", "", "source", source, rule.sources().stream().map(Source::id).toList());
        } else if (example.worked() == Example.Worked.SOURCE) {
            problems.error("MISSING_FIELD", "", "an example that the document works needs 'source'");
        }
        try {
            Outcomes outcomes = work.apply(rule.with(example.parameters()), example);
            example.gives().forEach((row, expected) -> expected.forEach((name, text) -> problems.attempt("BAD_EXAMPLE",
                    "gives." + row + "." + name, () -> compare(outcomes, row, name, text, problems))));
        } catch (TooCostlyException e) {
            throw e;
        } catch (InvalidDefinitionException e) {
            e.problems().forEach(problem -> problems.error("BAD_EXAMPLE", "", problem.message()));
        } catch (IllegalArgumentException e) {
            problems.error("BAD_EXAMPLE", "", e);
        }
    }

    private static Object compare(Outcomes outcomes, String row, String name, String text, Problems problems) {
        Answer answer = outcomes.get(row, name);
        if (!answer.is(text)) {
            problems.error("EXAMPLE_DIFFERS", "gives." + row + "." + name, "the example expects '" + row + "' " + name + " = '"
                    + text + "', the rule gives '" + answer + "'" + (answer.why().isEmpty() ? "" : "; " + answer.why()));
        }
        return answer;
    }
}
