package plain;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessments;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import io.mubiao.value.Rounding;
import java.time.LocalDate;

/** Read a register and what was observed, and see where all targets stand. */
public final class ReadAndAssess {
    private ReadAndAssess() {}

    public static void main(String[] args) {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        Assessments assessments = Mubiao.assess(register, log, LocalDate.of(2024, 9, 30));
        assessments.counts().forEach((status, count) -> System.out.println(status + " " + count));
        System.out.println(assessments.get("P26"));
        System.out.println(assessments.get("P26").attainment().orElseThrow().round(Rounding.halfUp(4)));
    }
}
