package plain;

import io.mubiao.Mubiao;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.render.ChangeWords;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.target.Register;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.util.Locale;

/** What a target lacks for a green light, and what one more report would move; the log is never touched. */
public final class WhatIf {
    private WhatIf() {}

    public static void main(String[] args) {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        ScorecardRule rule = Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml");
        LocalDate day = LocalDate.of(2024, 9, 30);
        System.out.print(Mubiao.explain(Mubiao.gaps(rule, register, log, day).get("P05"), Locale.CHINESE));
        Observation more = Observation.total("P03", day, Quantity.parse("10 个", register.units()));
        System.out.print(ChangeWords.explain(Mubiao.whatIf(rule, register, log, day).with(more).run(), Locale.CHINESE));
    }
}
