package io.mubiao.gap;

import io.mubiao.assess.Assessment;
import io.mubiao.observe.Observation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Hypothetical achievements of one target, each rung one step more than the one before; whoever climbs it asks the assessor
 * and the scorer what each comes to. Rung 0 adds nothing to what was observed: today it is no observation at all, on a
 * later day the report that nothing has changed. Where facts are lacking, stale, or may be of an earlier day, rung 1 only
 * reports.
 */
abstract class Ladder {
    final Hypothesis about;

    Ladder(Hypothesis about) {
        this.about = about;
    }

    /** The last step; {@link Long#MAX_VALUE} if there is none. */
    abstract long most();

    /** So many steps beyond what was observed, as of a day; 0 reports that nothing has changed. */
    abstract Need step(long number, LocalDate day);

    /** The statement that a stream is complete, where it has to be made again by a day. */
    final List<Observation> stated(String stream, LocalDate day) {
        List<Observation> all = new ArrayList<>();
        if (about.unsure() || day.isAfter(about.day())) {
            all.addAll(about.complete(stream, about.first(), day));
        }
        return all;
    }

    /** Whether more of it cannot help any further. */
    boolean isPast(Assessment assessment) {
        return false;
    }

    /** Whether it only grows and less of it is wanted, so that there is no step. */
    boolean onlyGrows() {
        return false;
    }

    /** Whether anything of it can change what the assessment of a day says. */
    boolean canHelp(Assessment assessment) {
        return true;
    }

    /** Whether a report that nothing has changed may tell more than is known. */
    boolean reports() {
        return about.unsure();
    }

    final long last() {
        return reports() && most() < Long.MAX_VALUE ? most() + 1 : most();
    }

    final Need rung(long number, LocalDate day) {
        boolean later = day.isAfter(about.day());
        if (number == 0) {
            List<Observation> restated = later ? step(0, day).observations() : List.of();
            return later && onlyGrows() ? Need.hold(day, restated) : Need.nothing(day, restated);
        }
        return step(reports() ? number - 1 : number, day);
    }
}
