package io.mubiao.gap;

import io.mubiao.assess.Assessment;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import java.util.List;
import java.util.Optional;

/** Finds steps in the trace of an assessment. */
final class Traces {
    private Traces() {}

    /** The texts of the facts of a term. */
    static List<String> facts(Assessment assessment, Term term) {
        return assessment.trace().stream().filter(step -> step.term() == term && step instanceof Trace.Fact)
                .map(step -> ((Trace.Fact) step).text()).toList();
    }

    /** The number of the first step of a term, wherever it stands. */
    static Optional<Quantity> number(Assessment assessment, Term term) {
        return number(assessment.trace(), term);
    }

    private static Optional<Quantity> number(List<Trace> steps, Term term) {
        for (Trace step : steps) {
            if (step.term() == term && !(step instanceof Trace.Fact) && !(step instanceof Trace.Check)) {
                return Optional.of(step.value());
            }
            Optional<Quantity> inside = step instanceof Trace.Calc calc ? number(calc.operands(), term)
                    : step instanceof Trace.Check check ? number(List.of(check.left()), term) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }
}
