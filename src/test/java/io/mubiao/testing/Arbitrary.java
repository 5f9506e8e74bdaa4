package io.mubiao.testing;

import io.mubiao.observe.Basis;
import io.mubiao.target.Baseline;
import io.mubiao.target.Bindingness;
import io.mubiao.target.Bound;
import io.mubiao.target.ChangeDirection;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Commitment;
import io.mubiao.target.Deadline;
import io.mubiao.target.Excuse;
import io.mubiao.target.Extension;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.target.Measure;
import io.mubiao.target.Owner;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Population;
import io.mubiao.target.Register;
import io.mubiao.target.Reporting;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Scale;
import io.mubiao.target.Stated;
import io.mubiao.target.Strength;
import io.mubiao.target.Target;
import io.mubiao.target.Version;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import io.mubiao.time.WeekNumbering;
import io.mubiao.time.WorkCalendar;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Units;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random definitions of every kind, from a seed. */
public final class Arbitrary {
    private static final Units UNITS = Units.builtIn().with("个", "所", "次");
    private static final Scale GRADES = new Scale("accident", List.of("一般", "较大", "重大"));
    private static final WorkCalendar CALENDAR = new WorkCalendar("cn", List.of(Span.parse("2024-02-10/2024-02-17")),
            List.of(LocalDate.of(2024, 2, 4)));

    private final Random random;

    private Arbitrary(long seed) {
        random = new Random(seed);
    }

    /** A register with one to twelve targets of random kinds. */
    public static Register register(long seed) {
        return new Arbitrary(seed).register();
    }

    private Register register() {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(12); i++) {
            targets.add(target("T" + i));
        }
        Register.Builder builder = Register.builder("r", ZoneId.of(pick("Asia/Shanghai", "UTC", "America/New_York")))
                .title(words()).targets(targets);
        return random.nextBoolean() ? builder.period(Span.year(2024)).build() : builder.build();
    }

    private Target target(String id) {
        Span period = pick(Span.year(2024), Span.parse("2024-02-01/2025-01-15"), Span.year(2023));
        Target.Builder builder = Target.builder(id, goal(), period).title(words()).note(words());
        if (random.nextBoolean()) {
            builder.deadline(deadline(period)).owner(new Owner(words(), words(), List.of("住建局", "交通局")));
        }
        if (random.nextBoolean()) {
            builder.commitment(new Commitment(pick(Strength.values()), words(), random.nextBoolean()))
                    .bindingness(pick(Bindingness.values())).basis(pick(Basis.values()));
        }
        if (random.nextBoolean()) {
            builder.reporting(new Reporting(Period.ofMonths(1), pick(Period.ZERO, Period.ofDays(10)))).pace(pace());
        }
        if (random.nextBoolean()) {
            builder.versions(List.of(new Version(LocalDate.of(2024, 7, 1), "区政府", "中期 " + words(), goal()),
                    new Version(LocalDate.of(2024, 9, 1), "区人大", "再调 " + words(), goal()))).continues("old").partOf(id.equals("T0") ? "" : "T0");
        }
        return builder.build();
    }

    private Deadline deadline(Span period) {
        LocalDate due = period.first().plusDays(random.nextInt(400));
        return random.nextBoolean()
                ? Deadline.on(due)
                : new Deadline(due, List.of(
                        Extension.requested(due.minusDays(3), due.plusDays(30), words()).approved(due.minusDays(1), "区政府办"),
                        Extension.requested(due, due.plusDays(60), words())));
    }

    private PaceCurve pace() {
        return pick(PaceCurve.months(), PaceCurve.days(), PaceCurve.annualOnly(), PaceCurve.workingDays(CALENDAR),
                PaceCurve.seasonal(List.of(Rational.of(1, 3), Rational.of(2, 3))),
                PaceCurve.plan(new PaceCurve.Point(LocalDate.of(2024, 3, 31), Rational.of(1, 7)),
                        new PaceCurve.Point(LocalDate.of(2024, 12, 31), Rational.ONE)));
    }

    private Goal goal() {
        return switch (random.nextInt(9)) {
            case 0 -> Goal.amount(measure(), bound("亩", "万亩"));
            case 1 -> new Goal.Milestone(Scale.STAGES, stated("built"));
            case 2 -> new Goal.StageCount(new Scale("works", List.of("启动", "完工")), stated("完工"),
                    pick(Items.open(), Items.enumerated("东", "西"), Items.partlyNamed(4, "东")), Bound.bare(
                            Quantity.of(2, UNITS.get("所"))));
            case 3 -> new Goal.Quota(1 + random.nextInt(3), stated(cadence()), pick(Optional.empty(), Optional.of(stated(listed()))),
                    pick(List.of(), List.of(Excuse.days(Span.parse("2024-02-10/2024-02-17"), "春节"),
                            Excuse.slot("2024-W07", "停电"))));
            case 4 -> new Goal.Coverage(stated(population()), bound("%", "%"));
            case 5 -> change();
            case 6 -> pick(Goal.redLine(), Goal.redLine(GRADES, "重大"), new Goal.RedLine(Optional.of(GRADES), Optional.of(Stated.open("规模性"))),
                    new Goal.RedLine(Optional.empty(), Optional.of(Stated.open(""))));
            case 7 -> new Goal.Maintain(bound("个", "个"), pick(SampleReading.every(), SampleReading.worst(), SampleReading.mean(),
                    SampleReading.share(bound("%", "%"))), pick(Optional.empty(), Optional.of(stated(population()))),
                    pick(Optional.empty(), Optional.of(stated(cadence()))));
            default -> new Goal.Judged(stated(List.of("协议", "报告")), pick(List.of(), List.of("优", "良")));
        };
    }

    private Goal change() {
        ChangeForm form = pick(ChangeForm.values());
        String unit = form == ChangeForm.POINTS ? "百分点" : "%";
        Baseline value = Baseline.of(Quantity.parse("80 %", UNITS), LocalDate.of(2023, 12, 31));
        return new Goal.Change(measure(), pick(ChangeDirection.values()), form,
                stated(pick(value, Baseline.observed(LocalDate.of(2023, 12, 31)))), bound(unit, unit));
    }

    private Measure measure() {
        return pick(Measure.total(), Measure.level("other"), Measure.count(), Measure.ratio(Measure.total("n"),
                Measure.count("d")));
    }

    private Cadence cadence() {
        return pick(Cadence.monthly(), Cadence.quarterly(), Cadence.halfYearly(), Cadence.yearly(),
                Cadence.every(DayOfWeek.SATURDAY), Cadence.rolling(Period.ofDays(30)),
                Cadence.weekly(WeekNumbering.iso()), Cadence.oddWeeks(WeekNumbering.iso()),
                Cadence.evenWeeks(WeekNumbering.countedFrom(LocalDate.of(2024, 1, 2))));
    }

    private Population population() {
        return pick(listed(), Population.growing(), Population.frozen(LocalDate.of(2024, 1, 1)));
    }

    private static Population listed() {
        return Population.of("木厂镇", "孙岗镇");
    }

    private Bound bound(String unit, String other) {
        int most = unit.equals("%") ? 100 : 10_000;
        Quantity low = Quantity.of(new BigDecimal(random.nextInt(most)).movePointLeft(random.nextInt(4)),
                UNITS.get(unit));
        Quantity high = low.plus(Quantity.of(1 + random.nextInt(100), UNITS.get(other)));
        return pick(Bound.atLeast(low), Bound.atMost(low), Bound.moreThan(low), Bound.lessThan(low),
                Bound.exactly(low), Bound.bare(low), Bound.between(low, high), Bound.about(low, high),
                new Bound.Range(low, false, high, true), Bound.open(io.mubiao.target.Comparison.AT_MOST, words()),
                Bound.open(io.mubiao.target.Comparison.BARE, "一批以上"));
    }

    private <T> Stated<T> stated(T value) {
        return random.nextInt(4) == 0 ? Stated.open(pick("", "常态化", "定期: 每季")) : Stated.of(value);
    }

    private String words() {
        return pick("", "普通", "2024", "true", "~", "? 问", "- a: b", "引号\"与'", "冒号: 值 # 注", "𠮷田\n第二行",
                "[1, 2]", "0x1F", "1.50", "null", "  前后空格 ", "制表\t符");
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
