package plain;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessment;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import java.time.LocalDate;
import java.util.Locale;

/** How one assessment came about, in Chinese and in English. */
public final class ExplainOne {
    private ExplainOne() {}

    public static void main(String[] args) {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        Assessment assessment = Mubiao.assess(register, log, LocalDate.of(2024, 9, 30)).get("P26");
        System.out.println(Mubiao.explain(assessment, Locale.CHINESE));
        System.out.println(Mubiao.explain(assessment, Locale.ENGLISH));
    }
}
