package io.mubiao.assess;

import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    /** Attainment between 0 and 1, where it is not simply the raw one held between them. */
    @Nullable Rational capped;
    @Nullable Rational expectedShare;
    @Nullable Quantity expected;
    @Nullable LocalDate paceDay;
    @Nullable LocalDate reachedOn;
    final List<Trace> trace = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();

    Finding cannotSay(Verdict why, Reason because, String what) {
        verdict = why;
        reason = because;
        detail = what;
        pace = Pace.NOT_JUDGED;
        trace.add(new Trace.Fact(Term.REASON, what.isEmpty() ? because.name() : because.name() + ": " + what));
        return this;
    }

    void note(Note.Kind kind, String what) {
        notes.add(new Note(kind, what));
    }
}
