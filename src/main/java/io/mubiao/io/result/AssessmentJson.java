package io.mubiao.io.result;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.io.internal.GoalTree;
import io.mubiao.target.Clause;
import io.mubiao.target.Commitment;
import io.mubiao.trace.Trace;
import io.mubiao.work.internal.Checkpoint;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes assessments as JSON (评估结果), as a {@link JsonStyle} says; without one in full. {@code actual} is such as
 * {@code {"value": 73.333333, "unit": "公顷", "exact": "220/3"}}, {@code attainment} such as
 * {@code {"percent": 50, "exact": "31/62"}}, half up but 100 only of a whole and 0 only of nothing. What is absent is left out.
 */
public final class AssessmentJson {
    /** How many observation ids are written per number; {@code observations} always has their full count. */
    private static final long MAX_IDS = 100;

    private AssessmentJson() {}

    /** All assessments of a register with their counts. */
    public static String write(Assessments assessments) {
        return write(assessments, JsonStyle.FULL);
    }

    /** All assessments of a register with their counts, in a style. */
    public static String write(Assessments assessments, JsonStyle style) {
        return JsonOut.write(tree(assessments, style), style);
    }

    /**
     * Writes all assessments of a register, one after the other, never all at once; the writer stays open.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public static void write(Assessments assessments, JsonStyle style, Writer out) {
        JsonOut.write(tree(assessments, style), style, out);
    }

    /** As {@link #write(Assessments, JsonStyle, Writer)}, in UTF-8. */
    public static void write(Assessments assessments, JsonStyle style, OutputStream out) {
        JsonOut.write(tree(assessments, style), style, out);
    }

    /** One assessment. */
    public static String write(Assessment assessment) {
        return write(assessment, JsonStyle.FULL);
    }

    /** One assessment in a style. */
    public static String write(Assessment assessment, JsonStyle style) {
        return JsonOut.write(row(assessment, Optional.empty(), style).map(), style);
    }

    /** The last field is a stream, so that nobody holds all the rows. */
    static Map<String, Object> tree(Assessments assessments, JsonStyle style) {
        Map<String, Object> tree = new Row(style)
                .with("register", assessments.register().id())
                .with("title", assessments.register().title())
                .with("asOf", assessments.question().date())
                .with("known", assessments.question().known())
                .with("counts", assessments.counts())
                .with("paceCounts", assessments.paceCounts())
                .map();
        tree.put("assessments", rows(assessments, style));
        return tree;
    }

    static Stream<Map<String, Object>> rows(Assessments assessments, JsonStyle style) {
        return assessments.stream().peek(assessment -> Checkpoint.pass("target", assessment.target().id()))
                .map(assessment -> row(assessment, assessments.register().clauseOf(assessment.target().id()), style).map());
    }

    static Row row(Assessment it, Optional<Clause> clause, JsonStyle style) {
        Optional<Commitment> commitment = it.target().commitment();
        return new Row(style)
                .with("id", it.target().id())
                .with("title", it.target().title())
                .whole("chapter", clause.map(Clause::chapter))
                .whole("clause", clause.map(Clause::id))
                .whole("quote", clause.map(Clause::quote))
                .whole("strength", commitment.map(Commitment::strength))
                .with("status", it.status())
                .with("verdict", it.verdict())
                .with("pace", it.pace())
                .with("settled", it.settled())
                .with("reason", it.reason())
                .said("detail", it.detail())
                .whole("holes", it.holes().stream()
                        .map(hole -> new Row(style).with("part", hole.part()).with("words", hole.words())).toList())
                .whole("goal", GoalTree.of(it.goal()))
                .whole("version", it.version())
                .with("due", it.due())
                .whole("originalDue", it.originalDue())
                .with("reachedOn", it.reachedOn())
                .with("actual", it.actual())
                .whole("otherActual", it.otherActual())
                .with("required", it.required())
                .share("attainment", it.attainment())
                .share("cappedAttainment", style.isWhole() ? it.cappedAttainment() : Optional.empty())
                .share("expectedShare", style.isWhole() ? it.expectedShare() : Optional.empty())
                .whole("expected", it.expected())
                .share("ofExpected", style.isWhole() ? it.ofExpected() : Optional.empty())
                .whole("pointsAhead", it.pointsAhead())
                .whole("paceDay", it.paceDay())
                .with("daysAhead", it.daysAhead())
                .whole("ratePerDay", it.ratePerDay())
                .whole("neededPerDay", it.neededPerDay())
                .whole("opinions", it.opinions().stream().map(opinion -> new Row(style)
                        .with("assessor", opinion.assessor()).with("band", opinion.band())
                        .with("on", opinion.on()).with("comment", opinion.comment())).toList())
                .whole("notes", it.notes().stream().map(note -> new Row(style)
                        .with("kind", note.kind()).said("detail", note.detail())).toList())
                .with("trace", style.isTraced() ? traces(it.trace(), style) : List.of());
    }

    private static List<Row> traces(List<Trace> traces, JsonStyle style) {
        return traces.stream().map(it -> trace(it, style)).toList();
    }

    static Row trace(Trace trace, JsonStyle style) {
        Row row = new Row(style).with("term", trace.term());
        if (trace instanceof Trace.Input input) {
            return row.with("value", input.value())
                    .with("observations", input.evidence().count())
                    .with("ids", input.evidence().ids().limit(MAX_IDS).toList());
        } else if (trace instanceof Trace.Given given) {
            return row.with("given", given.value());
        } else if (trace instanceof Trace.Calc calc) {
            return row.with("value", calc.value()).with("op", calc.op())
                    .with("operands", traces(calc.operands(), style));
        } else if (trace instanceof Trace.Check check) {
            return row.with("value", check.left().value()).with("bound", check.bound())
                    .with("holds", check.holds());
        }
        return row.with("fact", ((Trace.Fact) trace).text());
    }
}
