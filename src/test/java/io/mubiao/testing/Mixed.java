package io.mubiao.testing;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.q;

import io.mubiao.observe.Basis;
import io.mubiao.observe.Entry;
import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation;
import io.mubiao.target.Baseline;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Deadline;
import io.mubiao.target.Excuse;
import io.mubiao.target.Extension;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.target.Measure;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Population;
import io.mubiao.target.Register;
import io.mubiao.target.Reporting;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import io.mubiao.target.Tiers;
import io.mubiao.target.Version;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import io.mubiao.time.WeekNumbering;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A register with every kind of goal, and random observations of every kind for it, from a seed. */
public final class Mixed {
    private static final Scale GRADES = new Scale("accident", List.of("一般", "较大", "重大"));
    private static final LocalDate BASE = LocalDate.of(2023, 12, 31);
    private static final List<String> MEMBERS = List.of("甲", "乙", "丙");
    private static final List<String> STREAMS = List.of("sum", "sum", "running", "max", "level", "projects", "ms",
            "stage", "quota", "matrix", "listed", "growing", "frozen", "tally", "change", "grown", "line", "share",
            "mean", "every", "judged", "hole", "elsewhere");
    /** A register with every kind of goal. */
    public static final Register REGISTER = register();

    private final Random random;
    private final List<Observation> made = new ArrayList<>();

    private Mixed(long seed) {
        random = new Random(seed);
    }

    /** So many random observations, each with its own id; corrections come after what they correct. */
    public static List<Observation> observations(long seed, int count) {
        Mixed mixed = new Mixed(seed);
        for (int i = 0; i < count; i++) {
            mixed.made.add(mixed.next(i));
        }
        return List.copyOf(mixed.made);
    }

    public static Register register() {
        List<Target> targets = new ArrayList<>();
        targets.add(builder("sum", Goal.total(q("90 亩"))).pace(PaceCurve.days()).build());
        targets.add(builder("recognised", Goal.amount(Measure.total("sum"), bound("> 3 公顷"))).basis(Basis.RECOGNISED)
                .build());
        targets.add(builder("running", Goal.amount(Measure.total(), bound("[20 万元, 60 万元]")))
                .reporting(new Reporting(Period.ofMonths(1), Period.ofDays(10))).build());
        targets.add(builder("max", Goal.amount(Measure.total(), bound("<= 50 万元"))).pace(PaceCurve.months()).build());
        targets.add(builder("rate", Goal.amount(Measure.ratio(Measure.total("running"), Measure.total("sum")),
                bound(">= 2000 元/亩"))).build());
        targets.add(builder("level", Goal.amount(Measure.level(), bound("~ 50 % ± 20 %")))
                .reporting(new Reporting(Period.ofMonths(3), Period.ZERO)).build());
        targets.add(builder("all", Goal.amount(Measure.count("projects"), bound("6 个"))).build());
        targets.add(builder("big", Goal.amount(Measure.count("projects"), bound("<= 2 个"))).build());
        targets.add(builder("ms", Goal.milestone(Scale.STAGES, "built")).deadline(new Deadline(
                LocalDate.of(2024, 6, 30), List.of(Extension.requested(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 9, 30), "雨季")
                        .approved(LocalDate.of(2024, 7, 2), "区政府办")))).build());
        targets.add(builder("stage", Goal.stageCount(Scale.STAGES, "built", Items.partlyNamed(3, "甲", "乙"),
                bound("3 所"))).build());
        targets.add(builder("quota", Goal.quota(1, Cadence.quarterly())).versions(List.of(new Version(
                LocalDate.of(2024, 7, 1), "区政府", "中期", Goal.quota(1, Cadence.oddWeeks(WeekNumbering.iso())))))
                .build());
        targets.add(builder("matrix", Goal.quota(1, Cadence.halfYearly()).population("甲", "乙")
                .excuses(Excuse.slot("2024-H2", "停工"))).build());
        targets.add(builder("listed", Goal.coverage(Population.of("甲", "乙"), bound(">= 50 %"))).build());
        targets.add(builder("growing", Goal.coverage(Population.growing(), bound("<= 50 %"))).build());
        targets.add(builder("frozen", Goal.coverage(Population.frozen(LocalDate.of(2024, 5, 1)), bound(">= 50 %")))
                .build());
        targets.add(builder("tally", Goal.coverage(Population.growing(), bound("> 50 %"))).build());
        targets.add(builder("change", Goal.reduction(Measure.level(), ChangeForm.RELATIVE,
                Baseline.of(q("60 元"), BASE), bound(">= 3 %"))).build());
        targets.add(builder("compound", Goal.growth(Measure.level("change"), ChangeForm.COMPOUND_ANNUAL,
                Baseline.of(q("40 元"), LocalDate.of(2021, 12, 31)), bound(">= 5 %"))).build());
        targets.add(builder("grown", Goal.growth(Measure.total(), ChangeForm.RELATIVE,
                Baseline.observed(LocalDate.of(2023, 12, 31)), bound("> 0 %"))).build());
        targets.add(builder("points", Goal.growth(Measure.level("level"), ChangeForm.POINTS,
                Baseline.of(q("40 %"), BASE), bound(">= 2 百分点"))).build());
        targets.add(builder("line", Goal.redLine(GRADES, "较大")).build());
        targets.add(builder("share", Goal.maintain(bound(">= 50 个"), SampleReading.share(bound(">= 80 %")))).build());
        targets.add(builder("mean", Goal.maintain(bound("<= 50 个"), SampleReading.mean()).population("甲", "乙")).build());
        targets.add(builder("every", Goal.maintain(bound(">= 5 个"), SampleReading.every()).cadence(Cadence.quarterly()))
                .build());
        targets.add(builder("judged", Goal.judged("甲", "乙")).build());
        targets.add(builder("hole", Goal.amount(Measure.total(), io.mubiao.target.Bound.open(
                io.mubiao.target.Comparison.AT_MOST, "严控"))).build());
        return Register.builder("mixed", Ask.ZONE).targets(targets)
                .tiers(List.of(new Tiers("size", Tiers.Reading.NESTED, "size", List.of(
                        new Tiers.Tier("all", q("1 亿元")), new Tiers.Tier("big", q("10 亿元"))))))
                .build();
    }

    private static Target.Builder builder(String id, Goal goal) {
        return Target.builder(id, goal, Span.year(2024));
    }

    private Observation next(int number) {
        String stream = pick(STREAMS);
        List<Observation> earlier = made.stream().filter(o -> o.entry().stream().equals(stream)).toList();
        Instant recorded = Instant.parse("2024-01-01T00:00:00Z").plus(random.nextInt(500), ChronoUnit.DAYS);
        String supersedes = "";
        if (!earlier.isEmpty() && random.nextInt(4) == 0) {
            Entry corrected = earlier.get(random.nextInt(earlier.size())).entry();
            supersedes = corrected.id();
            recorded = corrected.recordedAt().isAfter(recorded) ? corrected.recordedAt() : recorded;
            if (random.nextInt(3) == 0) {
                return Observation.retraction(stream, supersedes, recorded).id("o" + number);
            }
        }
        Observation plain = random.nextInt(25) == 0
                ? Observation.judgement(stream, day(), pick(MEMBERS), pick(List.of("优", "良")), "")
                : observation(stream);
        Observation full = plain.id("o" + number).recordedAt(recorded).source(pick(List.of("a", "b")));
        full = random.nextInt(5) == 0 ? full.recognised() : full;
        return supersedes.isEmpty() ? full : full.supersedes(supersedes);
    }

    private Observation observation(String stream) {
        return switch (stream) {
            case "sum" -> Observation.increment(stream, span(random.nextInt(12)), q(1 + random.nextInt(40)
                    + pick(List.of(" 亩", " 公顷", ".5 亩", "/3 亩"))));
            case "running", "max", "grown", "hole" -> Observation.total(stream, day(),
                    q(random.nextInt(80) + pick(List.of(" 万元", "0000 元"))));
            case "level" -> Observation.level(stream, day(), q(random.nextInt(100) + " %"));
            case "change" -> Observation.level(stream, day(), q(random.nextInt(90) + " 元"));
            case "share", "mean", "every" -> Observation.level(stream, day(), q(random.nextInt(100) + " 个"))
                    .member(stream.equals("mean") ? pick(MEMBERS) : "");
            case "ms", "stage" -> random.nextInt(4) == 0
                    ? Observation.complete(stream, span(6))
                    : Observation.stage(stream, day(), pick(Scale.STAGES.steps())).item(pick(MEMBERS));
            case "listed", "growing", "frozen" ->
                Observation.member(stream, day(), pick(MEMBERS), pick(List.of(MemberStanding.values())));
            case "tally" -> Observation.tally(stream, day(), random.nextInt(5), 5 + random.nextInt(5));
            default -> random.nextInt(20) == 0
                    ? Observation.event(stream, day()).member(pick(MEMBERS))
                    : random.nextInt(3) == 0
                    ? Observation.complete(stream, span(11))
                    : Observation.event(stream, day()).member(pick(MEMBERS)).severity(pick(GRADES.steps()))
                            .withMeasure("size", q(random.nextInt(20) + " 亿元"));
        };
    }

    private LocalDate day() {
        return LocalDate.of(2023, 11, 1).plusDays(random.nextInt(480));
    }

    private Span span(int month) {
        LocalDate first = LocalDate.of(2024, 1, 1).plusMonths(random.nextInt(month + 1));
        return new Span(first, first.plusDays(random.nextInt(200)));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
