package io.mubiao.gap;

import io.mubiao.observe.Observation;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.List;

/** The evidence that is lacking, piece by piece; of a red line nothing but the statement that the stream is complete. */
final class ReportLadder extends Ladder {
    private static final Unit PIECE = Units.builtIn().with("项").get("项");

    private final List<String> lacking;

    ReportLadder(Hypothesis about, List<String> lacking) {
        super(about);
        this.lacking = lacking;
    }

    @Override
    long most() {
        return lacking.size();
    }

    @Override
    Need step(long number, LocalDate day) {
        String stream = about.target().id();
        List<Observation> all = stated(stream, day);
        List<String> names = lacking.subList(0, (int) number);
        names.forEach(item -> all.add(about.dress(Observation.event(stream, day).member(item))));
        return number == 0 ? Need.report(day, all)
                : Need.named(Need.Kind.EVIDENCE, Quantity.of(number, PIECE), names, day, all);
    }
}
