package plain;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessor;
import io.mubiao.io.register.LogFile;
import io.mubiao.observe.Observation;
import io.mubiao.target.Register;
import io.mubiao.value.Quantity;
import java.nio.file.Path;
import java.time.LocalDate;

/** A log on disk: written once, added to line by line, restored equal with the ids it gave. */
public final class KeepTheLog {
    private KeepTheLog() {}

    public static void main(String[] args) {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        Path file = Path.of("target/log.jsonl");
        LogFile.write(file, register, Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow());
        AsOf question = AsOf.of(LocalDate.of(2024, 9, 30));
        Assessor kept = Assessor.of(register, LogFile.read(file, register), question);
        Observation tenth = Observation.total("P03", LocalDate.of(2024, 9, 30), Quantity.parse("10 个", register.units()));
        LogFile.add(file, kept.add(tenth).observation());
        Assessor restarted = Assessor.of(register, LogFile.read(file, register), question);
        System.out.println(restarted.get("P03") + ", " + restarted.assessments().equals(kept.assessments()));
    }
}
