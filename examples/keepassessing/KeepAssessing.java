package keepassessing;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import io.mubiao.value.Quantity;
import io.mubiao.work.WorkListener;
import java.time.LocalDate;

/** An assessor that is kept: one more observation updates only the targets it touches. */
public final class KeepAssessing {
    private KeepAssessing() {}

    public static void main(String[] args) {
        // How far long work has come goes to the error stream, so that the result can be piped.
        WorkListener bar = (kind, which, begun) -> System.err.println(kind + " " + which + ": " + begun + " begun");
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = bar.call(() -> Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register)).orThrow();
        Assessor assessor = Assessor.of(register, log, AsOf.of(LocalDate.of(2024, 9, 30)));
        System.out.println(assessor.get("P03"));
        Observation tenth = Observation.total("P03", LocalDate.of(2024, 9, 30), Quantity.parse("10 个", register.units()))
                .id("tenth-project").recordedAt(java.time.Instant.parse("2024-10-14T01:00:00Z"));
        assessor.add(tenth).assessments().forEach(System.out::println);
        System.out.println(bar.call(assessor::assessments));
    }
}
