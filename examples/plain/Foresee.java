package plain;

import io.mubiao.Mubiao;
import io.mubiao.forecast.Forecasts;
import io.mubiao.observe.ObservationLog;
import io.mubiao.render.ForecastWords;
import io.mubiao.target.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What is to be expected by the deadlines, or why nobody can say. */
public final class Foresee {
    private Foresee() {}

    public static void main(String[] args) {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        Forecasts forecasts = Mubiao.forecast(Mubiao.assess(register, log, LocalDate.of(2024, 9, 30)), log);
        for (String id : List.of("P05", "P26", "P08")) {
            System.out.println(id + " " + ForecastWords.sentence(forecasts.get(id), Locale.CHINESE));
        }
    }
}
