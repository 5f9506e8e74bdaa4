package io.mubiao.report;

import io.mubiao.Mubiao;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reports of shipped and made up data. */
final class Pages {
    static final LocalDate DAY = LocalDate.of(2024, 9, 30);
    static final String EVIL = "</script><script>document.title='bad'</script><img src=x onerror=alert(1)>";

    private Pages() {}

    static ScorecardReport shipped() {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        Scorecard card = Mubiao.score(Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml"), Mubiao.assess(register, log, DAY));
        return Mubiao.report(card).forecasts(Mubiao.forecast(card.assessments(), log)).observations(log);
    }

    static Evaluation evaluation() {
        var rule = Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml");
        return LandAssessor.of(rule).prior(Mubiao.readRoll("examples/landleague/roll-2023.csv", rule).orThrow())
                .evaluate(Mubiao.readRoll("examples/landleague/roll-2024.csv", rule).orThrow());
    }

    /** The shipped enterprises so many times over, each time under other ids. */
    static Evaluation evaluation(int times, Path folder) throws IOException {
        var rule = Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml");
        List<Path> files = new ArrayList<>();
        for (String year : List.of("2023", "2024")) {
            List<String> lines = Files.readAllLines(Path.of("examples/landleague/roll-" + year + ".csv"));
            List<String> all = new ArrayList<>(lines.subList(0, 1));
            for (int i = 0; i < times; i++) {
                String of = i + "X";
                lines.stream().skip(1).forEach(line -> all.add(line.replace("QY", "QY" + of)));
            }
            files.add(Files.write(folder.resolve(year + ".csv"), all));
        }
        return LandAssessor.of(rule).prior(Mubiao.readRoll(files.get(0).toString(), rule).orThrow())
                .evaluate(Mubiao.readRoll(files.get(1).toString(), rule).orThrow());
    }

    /** So many targets, the first of them titled by somebody evil, with observations of every month. */
    static ScorecardReport many(int targets) {
        Units units = Units.builtIn().with("个");
        List<Target> all = new ArrayList<>();
        List<Observation> seen = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            all.add(Target.of("T" + i, i == 0 ? EVIL : "第 " + i + " 项", Goal.total(Quantity.parse(20 + i % 50 + " 个", units)), Span.year(2024)));
            for (int month = 1; month <= 9; month++) {
                seen.add(Observation.total("T" + i, YearMonth.of(2024, month).atEndOfMonth(),
                        Quantity.parse(month * (1 + i % 7) + " 个", units)));
            }
        }
        Register register = Register.of("many", ZoneId.of("Asia/Shanghai"), all.toArray(Target[]::new));
        ObservationLog log = ObservationLog.of(seen.toArray(Observation[]::new));
        Scorecard card = Mubiao.score(Mubiao.readScorecard("src/test/resources/report/scorecard.yaml"), Mubiao.assess(register, log, DAY));
        return Mubiao.report(card).forecasts(Mubiao.forecast(card.assessments(), log)).observations(log).title(EVIL);
    }
}
