package plain;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Status;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import io.mubiao.value.Rounding;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Who is behind, the furthest first, and why. */
public final class WhoIsBehind {
    private WhoIsBehind() {}

    public static void main(String[] args) {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        List<Assessment> behind = Mubiao.assess(register, log, LocalDate.of(2024, 9, 30)).stream()
                .filter(it -> it.status() == Status.BEHIND && it.pointsAhead().isPresent())
                .sorted(Comparator.comparing((Assessment it) -> it.pointsAhead().orElseThrow()))
                .toList();
        for (Assessment it : behind) {
            System.out.println(it.target().title() + "：落后 " + it.pointsAhead().orElseThrow().negate().round(Rounding.halfUp(2))
                    + " 个百分点，实际 " + it.actual().orElseThrow() + "，要求 " + it.required().orElseThrow());
        }
        behind.stream().limit(1).forEach(it -> System.out.print(Mubiao.explain(it, Locale.CHINESE)));
    }
}
