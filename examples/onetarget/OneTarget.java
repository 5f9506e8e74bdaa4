package onetarget;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessment;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** One target, one observation, one answer with its explanation. */
public final class OneTarget {
    private OneTarget() {}

    public static void main(String[] args) {
        Units units = Units.builtIn().with("个");
        Target target = Target.of("P05", "新引进亿元以上项目", Goal.total(Quantity.parse("62 个", units)), Span.year(2024));
        Register register = Register.of("demo", ZoneId.of("Asia/Shanghai"), target);
        ObservationLog log = ObservationLog.of(
                Observation.total("P05", LocalDate.of(2024, 6, 30), Quantity.parse("33 个", units)));
        Assessment assessment = Mubiao.assess(register, log, LocalDate.of(2024, 6, 30)).get("P05");
        System.out.println(assessment.status());
        System.out.println(Mubiao.explain(assessment, Locale.ENGLISH));
    }
}
