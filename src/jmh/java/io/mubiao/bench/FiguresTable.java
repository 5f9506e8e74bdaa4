package io.mubiao.bench;

import io.mubiao.assess.AsOf;
import io.mubiao.bench.file.ObservationsBenchmark;
import io.mubiao.bench.land.LandQuestionsBenchmark;
import io.mubiao.gap.Aim;
import io.mubiao.gap.Gaps;
import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.observe.Basis;
import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints the processor time, of one thread, of what this project says figures of and no table has: medians of the second half of
 * some calls. A busy machine makes them larger by up to a half, not by its whole load.
 */
public final class FiguresTable {
    private static final double MILLIS = 1e6;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private FiguresTable() {}

    private interface Part {
        void run() throws IOException;
    }

    /** @param args observations, register, scorecard, gaps, questions; all if none is named */
    public static void main(String[] args) throws IOException {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("questions", FiguresTable::questions);
        parts.put("scorecard", FiguresTable::scorecard);
        parts.put("gaps", FiguresTable::gaps);
        parts.put("register", FiguresTable::register);
        parts.put("observations", FiguresTable::observations);
        for (String name : args.length == 0 ? parts.keySet() : List.of(args)) {
            Part part = parts.get(name);
            if (part == null) {
                throw new IllegalArgumentException("no part '" + name + "'; expected some of " + parts.keySet());
            }
            part.run();
        }
    }

    private static void questions() throws IOException {
        for (String rule : List.of("headline", "huaian-2024-by-county")) {
            LandQuestionsBenchmark land = new LandQuestionsBenchmark();
            land.rule = rule;
            land.load();
            time(rule + ", 1,000,000: explanation", 6_000, land::explain);
            time(rule + ", 1,000,000: what-if", 100, land::whatIf);
            time(rule + ", 1,000,000: counterfactual", 100, land::counterfactual);
        }
    }

    private static void scorecard() throws IOException {
        ScorecardBenchmark card = new ScorecardBenchmark();
        card.rounded = true;
        card.threads = 1;
        card.load();
        time("scorecard of 100,000 targets", 40, card::scorecard);
    }

    private static Units units() {
        return Units.builtIn().with("个");
    }

    private static Register made(int targets) {
        List<Target> all = new ArrayList<>();
        Unit unit = units().get("个");
        for (int i = 0; i < targets; i++) {
            all.add(Target.of("P" + i, "target " + i, Goal.total(Quantity.of(10_000 + i % 97, unit)), Span.year(2024)));
        }
        return Register.builder("bench", ZONE).units(units()).targets(all).build();
    }

    private static void register() throws IOException {
        Register register = made(100_000);
        time("register of 100,000 targets, made", 6, () -> made(100_000));
        for (Format format : List.of(Format.JSON, Format.YAML)) {
            String text = RegisterFile.write(register, format);
            time("register of 100,000 targets, read from " + format, 6, () -> RegisterFile.parse(text, format, "bench"));
        }
    }

    private static void gaps() throws IOException {
        Register register = made(1);
        ObservationLog log = ObservationLog.empty();
        Unit unit = units().get("个");
        for (int i = 0; i < 1_000_000; i++) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(i % 270);
            Entry entry = new Entry("", "P0", "s" + i / 270, day.atStartOfDay(ZONE).toInstant(), Basis.REPORTED, Optional.empty());
            log.add(new Observation.Increment(entry, new Span(day, day), Quantity.of(1 + i % 3, unit)));
        }
        time("gap of an item of 1,000,000 increments", 6,
                () -> Gaps.of(register, log, AsOf.of(LocalDate.of(2024, 9, 30))).get("P0", Aim.onPace()));
    }

    private static void observations() throws IOException {
        ObservationsBenchmark csv = new ObservationsBenchmark();
        csv.rows = 5_000_000;
        csv.load();
        long before = used();
        ObservationLog log = csv.mubiao();
        System.out.printf(Locale.ROOT, "%-60s %10.1f bytes%n", "an observation in a log of 5,000,000", (used() - before) / (double) log.size());
        time("5,000,000 observations from CSV into a log", 4, csv::mubiao);
        csv.end();
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void time(String what, int calls, Part part) throws IOException {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            part.run();
            all.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / MILLIS);
        }
        List<Double> half = new ArrayList<>(all.subList(calls / 2, calls));
        Collections.sort(half);
        System.out.printf(Locale.ROOT, "%-60s %10.3f ms, least %10.3f%n", what, half.get(half.size() / 2), half.get(0));
    }
}
