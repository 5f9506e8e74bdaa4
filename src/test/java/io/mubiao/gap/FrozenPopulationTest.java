package io.mubiao.gap;

import static io.mubiao.testing.Ask.UNITS;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.register;
import static io.mubiao.testing.Ask.target;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Status;
import io.mubiao.forecast.Forecast;
import io.mubiao.forecast.Forecaster;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.observe.MemberStanding;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Register;
import io.mubiao.target.Stated;
import io.mubiao.time.Cadence;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A frozen list is the list of those who were known by its day: the same members, named, are judged and helped alike. */
class FrozenPopulationTest {
    private static final LocalDate FROZEN = day("2023-12-31");
    private static final List<SampleReading> READINGS = List.of(SampleReading.every(), SampleReading.worst(), SampleReading.mean(),
            SampleReading.share(bound(">= 60 %")));

    private record Answer(Status status, String detail, Optional<Quantity> actual, boolean reached, Optional<String> need,
            String obstacle, Forecast forecast) {}

    private static Answer answer(Goal goal, List<Observation> observations, LocalDate day) {
        Register register = register(target(goal).build());
        ObservationLog log = ObservationLog.of(observations);
        Assessments all = Assessor.assess(register, log, AsOf.of(day));
        Assessment now = all.get("T");
        Gap gap = Gaps.of(register, log, AsOf.of(day)).get("T", Aim.met());
        Optional<String> need = gap.least().map(it -> it.kind() + " " + it.change() + " " + it.becomes() + " " + it.what());
        return new Answer(now.status(), now.detail(), now.actual(), gap.reached(), need,
                gap.obstacle() + " " + gap.detail(), Forecaster.of().forecast(all, log, "T"));
    }

    private static Goal maintain(SampleReading reading, Population population, boolean sampled) {
        Optional<Stated<Cadence>> cadence = sampled ? Optional.of(Stated.of(Cadence.quarterly())) : Optional.empty();
        return new Goal.Maintain(bound(">= 5 个"), reading, Optional.of(Stated.of(population)), cadence);
    }

    @Property(tries = 10)
    void whoIsNamedAndWhoIsFrozenAreJudgedAlike(@ForAll long seed) {
        Random random = new Random(seed);
        List<Observation> levels = new ArrayList<>();
        List<Observation> reports = new ArrayList<>();
        List<String> known = List.of("东", "南", "西").subList(0, 1 + random.nextInt(3));
        for (String member : known) {
            levels.add(Observation.level("T", day("2023-12-01"), q("6 个")).member(member));
            reports.add(Observation.member("T", day("2023-12-01"), member));
        }
        for (int i = 0; i < 8; i++) {
            String member = random.nextInt(4) == 0 ? "新" : known.get(random.nextInt(known.size()));
            LocalDate on = day("2024-01-01").plusDays(random.nextInt(300));
            levels.add(Observation.level("T", on, Quantity.of(3 + random.nextInt(5), UNITS.get("个"))).member(member));
            reports.add(random.nextBoolean() ? Observation.member("T", on, member, MemberStanding.SATISFIED)
                    : Observation.member("T", on, member));
        }
        LocalDate asOf = day("2023-11-15").plusDays(random.nextInt(450));
        if (asOf.isBefore(day("2023-12-01"))) {
            asOf = day("09-30");
        }
        Population named = Population.of(known.toArray(String[]::new));
        for (SampleReading reading : READINGS) {
            boolean sampled = random.nextBoolean();
            assertEquals(answer(maintain(reading, named, sampled), levels, asOf),
                    answer(maintain(reading, Population.frozen(FROZEN), sampled), levels, asOf));
        }
        assertEquals(answer(Goal.coverage(named, bound(">= 60 %")), reports, asOf),
                answer(Goal.coverage(Population.frozen(FROZEN), bound(">= 60 %")), reports, asOf));
    }

    @Example
    void aMemberThatFallsSilentIsMissedAndANewcomerHelpsNobody() {
        List<Observation> silent = List.of(Observation.level("T", day("2023-12-01"), q("6 个")).member("东"),
                Observation.level("T", day("2023-12-01"), q("6 个")).member("西"),
                Observation.level("T", day("06-30"), q("6 个")).member("东"), Observation.level("T", day("06-30"), q("9 个")).member("新"));
        Answer every = answer(maintain(SampleReading.every(), Population.frozen(FROZEN), false), silent, day("09-30"));
        assertEquals(Status.INSUFFICIENT_DATA, every.status());
        assertEquals("no sample of 西", every.detail());
        List<Observation> bad = List.of(silent.get(0), silent.get(1), Observation.level("T", day("06-30"), q("1 个")).member("东"),
                Observation.level("T", day("06-30"), q("6 个")).member("西"), silent.get(3));
        List<String> needs = READINGS.stream().skip(2)
                .map(reading -> answer(maintain(reading, Population.frozen(FROZEN), false), bad, day("09-30")).need().orElse(""))
                .map(need -> need.replaceAll(" .*", "")).collect(Collectors.toList());
        assertEquals(List.of("FIGURE", "SAMPLES"), needs);
    }
}
