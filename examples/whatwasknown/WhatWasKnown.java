package whatwasknown;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import java.time.LocalDate;
import java.util.List;

/**
 * The same day asked twice: with what was known on 8 October, and after the corrections of 12 October. The first answer
 * stays what it was.
 */
public final class WhatWasKnown {
    private WhatWasKnown() {}

    public static void main(String[] args) {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        AsOf september = AsOf.of(LocalDate.of(2024, 9, 30));
        Assessments then = Mubiao.assess(register, log, september.knownBy(LocalDate.of(2024, 10, 8)));
        Assessments now = Mubiao.assess(register, log, september);
        for (String id : List.of("P05", "P06", "P26")) {
            System.out.println("known by 8 October: " + then.get(id));
            System.out.println("known today:        " + now.get(id));
        }
    }
}
