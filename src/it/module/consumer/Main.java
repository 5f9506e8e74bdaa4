package consumer;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessments;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import java.nio.file.Path;
import java.time.LocalDate;

/** Reads a register, its observations and a rule, and assesses and forecasts; arguments are the three files. */
public final class Main {
    private Main() {}

    public static void main(String[] files) {
        Register register = RegisterFile.read(Path.of(files[0]));
        ObservationLog log = ObservationFile.read(Path.of(files[1]), register).orThrow();
        EvaluationRule rule = RuleFile.read(Path.of(files[2]));
        Assessments assessments = Mubiao.assess(register, log, LocalDate.of(2024, 9, 30));
        System.out.println(Mubiao.class.getModule() + ": " + Mubiao.forecast(assessments, log) + ", rule " + rule.id());
    }
}
