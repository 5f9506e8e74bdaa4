package plain;

import io.mubiao.Mubiao;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.target.Register;
import io.mubiao.value.Rounding;
import java.time.LocalDate;

/** Points, lights and places of the responsible units. */
public final class ScoreUnits {
    private ScoreUnits() {}

    public static void main(String[] args) {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        Scorecard card = Mubiao.score(Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml"),
                Mubiao.assess(register, log, LocalDate.of(2024, 9, 30)));
        System.out.println(card.views());
        for (NodeScore unit : card.root("owner").nodes()) {
            System.out.println(unit.title() + " " + unit.points().map(it -> it.round(Rounding.halfUp(2)) + " 分").orElse("无法计分")
                    + unit.grade().map(it -> " " + it).orElse("") + unit.light().map(it -> " " + it + "灯").orElse(""));
        }
    }
}
