package io.mubiao.workbook;

import io.mubiao.io.Format;
import io.mubiao.io.SheetOptions;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.observe.Observation;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Units;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Reads and writes one large workbook, for a JVM of its own with a small heap. */
final class LargeBook {
    private static final String RULE = """
            id: large
            title: 大表
            year: 2024
            columns:
              county: {title: 县区, kind: text}
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元}
              sales: {title: 营业收入, unit: 万元}
              energy: {title: 能耗, unit: 吨标煤}
              staff: {title: 从业人员, unit: 人}
              research: {title: 研发费用, unit: 万元}
              start: {title: 投产日期, kind: day}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}, spm: {title: 亩均营业收入, formula: sales / land, unit: 万元/亩}}
            groups: [{id: all, title: 全部, rank-on: tpm}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C, D], by: rank, quota-base: ranked, quota-rounding: cumulative half-up, cuts: {A: 20 %, B: 60 %, C: 95 %, D: 100 %}}
            refill: false
            consequences: [{id: power, title: 差别用能, kind: surcharge, base: energy, rate-unit: 元/吨标煤, unit: 元, rates: {D: [10 元/吨标煤]}}]
            """;
    static final int TARGETS = 5_000;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private LargeBook() {}

    public static void main(String[] args) {
        if (args[0].equals("roll")) {
            EvaluationRule rule = RuleFile.parse(RULE, Format.YAML, "large.yaml");
            WithProblems<Roll> read = RollFile.readSheet(Path.of(args[1]), rule, SheetOptions.DEFAULT);
            tell(read.problems(), read.value().size());
            Workbook.of(LandAssessor.of(rule).evaluate(read.value()), Locale.CHINESE).write(Path.of(args[2]));
            OUT.println("written " + used());
        } else {
            Register register = register();
            WithProblems<List<Observation>> read = ObservationFile.readSheet(Path.of(args[1]), register, SheetOptions.DEFAULT);
            tell(read.problems(), read.value().size());
        }
    }

    private static Register register() {
        Units units = Units.builtIn();
        return Register.of("large", ZoneId.of("Asia/Shanghai"), IntStream.range(0, TARGETS).mapToObj(it ->
                Target.of("T" + it, "第" + it + "项", Goal.amount(Measure.total(), Bound.parse(">= 1000 个", units.with("个"))), Span.year(2024))).toArray(Target[]::new));
    }

    private static void tell(List<Problem> problems, int size) {
        problems.stream().limit(5).forEach(it -> OUT.println(it.toString(Locale.CHINESE)));
        OUT.println("read " + size + " " + used());
    }

    /** So much of the heap is held. */
    private static String used() {
        System.gc();
        Runtime all = Runtime.getRuntime();
        return (all.totalMemory() - all.freeMemory()) / 1_048_576 + " MB of " + all.maxMemory() / 1_048_576;
    }
}
