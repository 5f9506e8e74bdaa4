package io.mubiao.assess;

import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one evaluator found; filled in by it alone and then sealed into an {@link Assessment}. */
final class Finding {
    Verdict verdict = Verdict.INSUFFICIENT_DATA;
    Pace pace = Pace.NOT_JUDGED;
    @Nullable Reason reason;
    String detail = "";
    boolean settled;
    @Nullable Quantity actual;
    @Nullable Quantity otherActual;
    @Nullable Quantity required;
    @Nullable Rational attainment;
    /** Achieved ÷ required, where somebody has worked it out; never taken back, as attainment may be. */
    @Nullable Rational done;
    /** Attainment between 0 and 1, where it is not simply the raw one held between them. */
    @Nullable Rational capped;
    @Nullable Rational expectedShare;
    @Nullable Quantity expected;
    /** What {@link #expectedShare} is a share of. */
    @Nullable Quantity whole;
    /** Whether less is better, so that ahead is what was not used. */
    boolean ceiling;
    @Nullable LocalDate reachedOn;
    @Nullable GoalFacts facts;
    /** Steps, made only when somebody asks how the verdict came about. */
    final List<Supplier<Stream<Trace>>> trace = new ArrayList<>(8);
    final List<Note> notes = new ArrayList<>();

    Finding cannotSay(Verdict why, Reason because, String what) {
        verdict = why;
        reason = because;
        detail = what;
        pace = Pace.NOT_JUDGED;
        tell(() -> new Trace.Fact(Term.REASON, what.isEmpty() ? because.name() : because.name() + ": " + what));
        return this;
    }

    void tell(Trace step) {
        trace.add(() -> Stream.of(step));
    }

    void tell(Supplier<Trace> step) {
        trace.add(() -> Stream.of(step.get()));
    }

    /** One step for each. */
    void tell(Term term, List<?> all) {
        trace.add(() -> all.stream().map(one -> new Trace.Fact(term, one.toString())));
    }

    void note(Note.Kind kind, String what) {
        notes.add(new Note(kind, what));
    }
}
