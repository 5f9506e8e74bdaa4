package io.mubiao.io.result;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.io.Format;
import io.mubiao.io.internal.GoalTree;
import io.mubiao.io.internal.Tree;
import io.mubiao.io.internal.TreeWriter;
import io.mubiao.target.Clause;
import io.mubiao.target.Commitment;
import io.mubiao.trace.Trace;
import io.mubiao.value.Display;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes assessments as JSON (评估结果). Amounts are exact texts ({@code "62 个"}, {@code "220/3 公顷"}); shares are
 * given exactly ({@code "31/62"}) and in percent to two decimals, half up but 100 only of a whole and 0 only of nothing. What is absent is left out.
 */
public final class AssessmentJson {
    /** How many observation ids are written per number; {@code observations} always has their full count. */
    private static final long MAX_IDS = 100;

    private AssessmentJson() {}

    /** All assessments of a register with their counts. */
    public static String write(Assessments assessments) {
        Tree counts = new Tree();
        assessments.counts().forEach((status, count) -> counts.with(status.name(), count));
        Tree paces = new Tree();
        assessments.paceCounts().forEach((pace, count) -> paces.with(pace.name(), count));
        return TreeWriter.write(new Tree()
                .with("register", assessments.register().id())
                .with("title", assessments.register().title())
                .with("asOf", assessments.question().date().toString())
                .with("known", assessments.question().known())
                .with("counts", counts)
                .with("paceCounts", paces)
                .with("assessments", assessments.stream()
                        .map(assessment -> tree(assessment, assessments.register().clauseOf(assessment.target().id())))
                        .toList()), Format.JSON);
    }

    /** One assessment. */
    public static String write(Assessment assessment) {
        return TreeWriter.write(tree(assessment, Optional.empty()), Format.JSON);
    }

    static Tree tree(Assessment it, Optional<Clause> clause) {
        Optional<Commitment> commitment = it.target().commitment();
        return new Tree()
                .with("id", it.target().id())
                .with("title", it.target().title())
                .with("chapter", clause.map(Clause::chapter))
                .with("clause", clause.map(Clause::id))
                .with("quote", clause.map(Clause::quote))
                .with("strength", commitment.map(Commitment::strength))
                .with("status", it.status().name())
                .with("verdict", it.verdict().name())
                .with("pace", it.pace().name())
                .with("settled", it.settled())
                .with("reason", it.reason().map(Enum::name))
                .with("detail", it.detail())
                .with("holes", it.holes().stream()
                        .map(hole -> new Tree().with("part", hole.part()).with("words", hole.words())).toList())
                .with("goal", GoalTree.of(it.goal()))
                .with("version", it.version())
                .with("due", it.due().toString())
                .with("originalDue", it.originalDue().toString())
                .with("reachedOn", it.reachedOn().map(LocalDate::toString))
                .with("actual", it.actual().map(Quantity::toString))
                .with("otherActual", it.otherActual().map(Quantity::toString))
                .with("required", it.required().map(Quantity::toString))
                .with("attainment", it.attainment().map(AssessmentJson::share))
                .with("cappedAttainment", it.cappedAttainment().map(AssessmentJson::share))
                .with("expectedShare", it.expectedShare().map(AssessmentJson::share))
                .with("expected", it.expected().map(Quantity::toString))
                .with("ofExpected", it.ofExpected().map(AssessmentJson::share))
                .with("pointsAhead", it.pointsAhead().map(Rational::toString))
                .with("paceDay", it.paceDay().map(LocalDate::toString))
                .with("daysAhead", days(it.daysAhead()))
                .with("ratePerDay", it.ratePerDay().map(Quantity::toString))
                .with("neededPerDay", it.neededPerDay().map(Quantity::toString))
                .with("opinions", it.opinions().stream().map(opinion -> new Tree()
                        .with("assessor", opinion.assessor()).with("band", opinion.band())
                        .with("on", opinion.on().toString()).with("comment", opinion.comment())).toList())
                .with("notes", it.notes().stream().map(note -> new Tree()
                        .with("kind", note.kind().name()).with("detail", note.detail())).toList())
                .with("trace", traces(it.trace()));
    }

    private static Optional<Long> days(OptionalLong days) {
        return days.isPresent() ? Optional.of(days.getAsLong()) : Optional.empty();
    }

    static Map<String, Object> share(Rational share) {
        return new Tree()
                .with("exact", share.toString())
                .with("percent", Display.percent(share, 2).toPlainString());
    }

    private static List<Tree> traces(List<Trace> traces) {
        return traces.stream().map(AssessmentJson::trace).toList();
    }

    private static Tree trace(Trace trace) {
        Tree tree = new Tree().with("term", trace.term().name());
        if (trace instanceof Trace.Input input) {
            return tree.with("value", input.value().toString())
                    .with("observations", input.evidence().count())
                    .with("ids", input.evidence().ids().limit(MAX_IDS).toList());
        } else if (trace instanceof Trace.Given given) {
            return tree.with("given", given.value().toString());
        } else if (trace instanceof Trace.Calc calc) {
            return tree.with("value", calc.value().toString()).with("op", calc.op().name())
                    .with("operands", traces(calc.operands()));
        } else if (trace instanceof Trace.Check check) {
            return tree.with("value", check.left().value().toString()).with("bound", check.bound())
                    .with("holds", check.holds());
        }
        return tree.with("fact", ((Trace.Fact) trace).text());
    }
}
