package io.mubiao.shell;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.compare.ScorecardWhatIf;
import io.mubiao.forecast.Forecasts;
import io.mubiao.gap.Gap;
import io.mubiao.gap.Gaps;
import io.mubiao.gap.Need;
import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.UsualKinds;
import io.mubiao.io.register.LogFile;
import io.mubiao.io.register.ObservationCsv;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.result.AssessmentJson;
import io.mubiao.io.result.CsvOut;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ScorecardJson;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.render.ChangeWords;
import io.mubiao.render.Explainer;
import io.mubiao.render.ForecastWords;
import io.mubiao.render.GapWords;
import io.mubiao.render.NarrowGrids;
import io.mubiao.render.ScoreExplainer;
import io.mubiao.render.law.RuleText;
import io.mubiao.report.ScorecardReport;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.target.Register;
import io.mubiao.target.internal.StreamCatalog;
import io.mubiao.time.Span;
import io.mubiao.workbook.Template;
import io.mubiao.workbook.Workbook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A register, what was observed, how it is scored, and what is asked about that. Not thread-safe. */
final class TargetSide {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int FEW = 3;

    private @Nullable Register register;
    private @Nullable ScorecardRule rule;
    private @Nullable LocalDate day;
    private ObservationLog restored = ObservationLog.empty();
    /** By file and sheet, so that one that is opened again takes its own place. */
    private final Map<String, List<Observation>> read = new LinkedHashMap<>();

    boolean isOpen() {
        return register != null;
    }

    Register register() {
        if (register == null) {
            throw new IllegalStateException("no register is open; open(\"register.yaml\") first");
        }
        return register;
    }

    ObservationLog log() {
        return log(read.values().stream().flatMap(List::stream).toList());
    }

    private ObservationLog log(List<Observation> rows) {
        ObservationLog log = restored.copy();
        log.addAll(rows);
        return log;
    }

    Assessments assessments() {
        return Mubiao.assess(register(), log(), day());
    }

    Scorecard scorecard() {
        if (rule == null) {
            throw new IllegalStateException("no scorecard is open; open(\"scorecard.yaml\") first");
        }
        return Mubiao.score(rule, assessments());
    }

    /** The day asked about: the one set, else the last that was observed and counts. */
    LocalDate day() {
        Optional<LocalDate> known = Optional.ofNullable(day).or(() -> latest(register()));
        if (known.isEmpty()) {
            throw new IllegalStateException(log().size() == 0 ? "nothing is observed yet; open observations, or say the day: day(\"2024-09-30\")"
                    : "nothing is observed of a day that counts for a target; say the day: day(\"2024-09-30\")");
        }
        return known.get();
    }

    /** A mistyped year is not the day asked about. */
    private Optional<LocalDate> latest(Register known) {
        StreamCatalog streams = StreamCatalog.of(known);
        return log().stream().filter(it -> !streams.isOutside(it)).flatMap(it -> on(it, known.zone())).max(Comparator.naturalOrder());
    }

    private static Stream<LocalDate> on(Observation it, ZoneId zone) {
        return it instanceof Observation.Dated dated ? Stream.of(dated.on().dateIn(zone))
                : it instanceof Observation.Increment increment ? Stream.of(increment.span().last()) : Stream.empty();
    }

    void day(LocalDate asOf) {
        day = asOf;
    }

    Answer open(Path file, Said said) {
        List<Problem> doubts = new ArrayList<>();
        return opened(RegisterFile.read(file, doubts::add), doubts, said);
    }

    Answer openSheet(Path file, int year, SheetOptions options, Said said) {
        List<Problem> doubts = new ArrayList<>();
        String name = String.valueOf(file.getFileName());
        return opened(RegisterFile.readSheet(file, name.substring(0, Math.max(1, name.lastIndexOf('.'))), ZONE, Span.year(year), options,
                doubts::add), doubts, said);
    }

    private Answer opened(Register opened, List<Problem> doubts, Said said) {
        register = opened;
        rule = null;
        day = null;
        restored = ObservationLog.empty();
        read.clear();
        String title = opened.title().isEmpty() ? opened.id() : opened.title();
        String period = opened.period().map(it -> said.either("，", ", ") + it.first() + said.either(" 至 ", " to ") + it.last()).orElse("");
        return answer(said, said.either("登记册《" + title + "》：" + opened.size() + " 项目标" + period,
                "register " + title + ": " + opened.size() + " targets" + period), doubts)
                .withWay("yaml", to -> RegisterFile.write(opened, to)).withWay("json", to -> RegisterFile.write(opened, to))
                .withWay("xlsx", to -> Answer.of(said.locale(), NarrowGrids.targets(opened, said.locale()), 0).save(to))
                .withWay("csv", to -> Answer.of(said.locale(), NarrowGrids.targets(opened, said.locale()), 0).save(to));
    }

    private static Answer answer(Said said, String sentence, List<Problem> doubts) {
        return Answer.of(said.locale(), sentence).with(said.problems(doubts), FEW);
    }

    /** Reads observations; those of the same file are replaced. */
    WithProblems<List<Observation>> observations(Path file, SheetOptions options) {
        List<Observation> others = new ArrayList<>();
        read.forEach((place, rows) -> others.addAll(place.equals(key(file, options)) ? List.of() : rows));
        return options.sheet().isPresent() ? ObservationFile.readSheet(file, register(), log(others), options)
                : ObservationFile.readRows(file, register(), log(others));
    }

    /** Takes a log in place of what was read so far. */
    Answer restore(Path file, Said said) {
        List<Problem> doubts = new ArrayList<>();
        restored = LogFile.read(file, register(), doubts::add);
        read.clear();
        return told(doubts, said);
    }

    private static String key(Path file, SheetOptions options) {
        return file.toAbsolutePath().normalize() + "\n" + options.sheet().orElse("");
    }

    Answer take(Path file, SheetOptions options, WithProblems<List<Observation>> rows, Said said) {
        read.put(key(file, options), rows.value());
        return told(rows.problems(), said);
    }

    private Answer told(List<Problem> doubts, Said said) {
        ObservationLog log = log();
        StreamCatalog streams = StreamCatalog.of(register());
        long outside = log.stream().filter(streams::isOutside).count();
        String latest = latest(register()).map(it -> said.either("，最近一天 ", ", the last day is ") + it).orElse("")
                + (outside == 0 ? "" : said.either("；不在考核期内 " + outside + " 条", "; of days that count for no target: " + outside));
        return answer(said, said.either("观测 " + log.size() + " 条，" + log.streams().size() + " 个数据流" + latest,
                log.size() + " observations in " + log.streams().size() + " streams" + latest), doubts)
                .withWay("csv", to -> ObservationCsv.write(to, StandardCharsets.UTF_8, true, register(), log.stream().toList(), said.locale()))
                .withWay("jsonl", to -> LogFile.write(to, register(), log));
    }

    Answer openScorecard(Path file, Said said) {
        List<Problem> doubts = new ArrayList<>();
        ScorecardRule opened = ScorecardFile.read(file, doubts::add);
        Scorer.of(opened, register());
        rule = opened;
        String title = opened.title().isEmpty() ? opened.id() : opened.title();
        return answer(said, said.either("考核办法《" + title + "》：计分规则 " + opened.rules().size() + " 个，视图 " + opened.views().size() + " 个",
                "scorecard " + title + ": " + opened.rules().size() + " scoring rules, " + opened.views().size() + " views"), doubts)
                .withWay("txt", to -> Answer.text(to, RuleText.of(opened).write(said.locale())));
    }

    Answer show(Said said) {
        Locale locale = said.locale();
        if (log().size() == 0 && day == null) {
            return Answer.of(locale, NarrowGrids.targets(register(), locale), Answer.ROWS);
        }
        Assessments assessments = assessments();
        if (rule == null) {
            return Answer.of(locale, NarrowGrids.standings(assessments, locale), Answer.ROWS)
                    .withWay("xlsx", to -> Workbook.of(assessments, locale).write(to))
                    .withWay("html", to -> {
                        throw new IllegalStateException("a report shows points; open a scorecard first, such as"
                                + " open(\"seeds/scoring/scorecards/c05-grades.yaml\")");
                    })
                    .withWay("json", to -> Answer.text(to, AssessmentJson.write(assessments, JsonStyle.FULL.locale(locale))));
        }
        Scorecard card = Mubiao.score(rule, assessments);
        Answer answer = Answer.of(locale, NarrowGrids.items(card, locale), Answer.ROWS);
        for (String view : card.views()) {
            answer = answer.with(NarrowGrids.nodes(card, view, locale), Answer.ROWS);
        }
        ObservationLog log = log();
        return answer.withWay("xlsx", to -> Workbook.of(card, locale).write(to))
                .withWay("html", to -> ScorecardReport.of(card).locale(locale).forecasts(Mubiao.forecast(assessments, log)).observations(log).write(to))
                .withWay("json", to -> Answer.text(to, ScorecardJson.write(card, Mubiao.forecast(assessments, log), JsonStyle.FULL.locale(locale))));
    }

    Answer behind(Said said) {
        return Answer.of(said.locale(), rule == null ? NarrowGrids.behind(assessments(), said.locale())
                : NarrowGrids.behind(scorecard(), said.locale()), Answer.ROWS);
    }

    /** A target, an item, or a node by its id or title. */
    Answer why(String id, Said said) {
        Locale locale = said.locale();
        if (rule == null) {
            return Answer.of(locale, Explainer.explain(assessments().get(id), locale) + forecast(id, locale));
        }
        Scorecard card = scorecard();
        Optional<ItemScore> item = card.find(id);
        if (item.isEmpty()) {
            Optional<NodeScore> node = card.views().stream().flatMap(view -> card.nodes(view).stream())
                    .filter(it -> it.id().equals(id) || it.title().equals(id)).findFirst();
            return node.map(it -> Answer.of(locale, ScoreExplainer.explain(it, locale))).orElseGet(() -> Answer.of(locale, none(card, id, said)));
        }
        String assessed = item.get().assessment().map(it -> Explainer.explain(it, locale)).orElse("");
        return Answer.of(locale, assessed + ScoreExplainer.explain(item.get(), locale)
                + item.get().assessment().map(it -> forecast(it.target().id(), locale)).orElse(""));
    }

    private static String none(Scorecard card, String id, Said said) {
        Map<String, String> names = new LinkedHashMap<>();
        card.forEach(it -> names.put(it.id(), it.title()));
        card.views().forEach(view -> card.nodes(view).forEach(it -> names.putIfAbsent(it.id(), it.title())));
        return said.either("没有目标、项目或单位“" + id + "”", "no target, item or unit '" + id + "'")
                + Nearby.of(id, names, said).orElse(said.either("；show() 列出全部", "; show() lists all"));
    }

    private String forecast(String id, Locale locale) {
        Forecasts all = Mubiao.forecast(assessments(), log());
        return "  " + ForecastWords.sentence(all.get(id), locale) + "\n";
    }

    Answer gap(String id, Said said) {
        return Answer.of(said.locale(), GapWords.explain(gaps().get(id), said.locale()));
    }

    private Gaps gaps() {
        return rule == null ? Gaps.of(register(), log(), AsOf.of(day())) : Mubiao.gaps(rule, register(), log(), day());
    }

    /** What moves once the gap of an item is filled. */
    Answer whatIf(String id, Said said) {
        Gap gap = gaps().get(id);
        List<Observation> further = gap.least().map(Need::observations).orElse(List.of());
        String told = GapWords.explain(gap, said.locale());
        return further.isEmpty() ? Answer.of(said.locale(), told) : impact(further, said, told);
    }

    /** What moves if a target stood at a figure, or reached a stage, on the day. */
    Answer whatIf(String id, String figure, Said said) {
        assessments().get(id);
        String kind = new UsualKinds(register()).of(id);
        if (!kind.equals("total") && !kind.equals("level") && !kind.equals("stage")) {
            return Answer.of(said.locale(), said.either("“" + id + "”不是按一个数或阶段报送的；gap(\"" + id + "\") 说还差什么，whatIf(\"" + id + "\") 说补足后的影响",
                    "'" + id + "' is not reported by one figure or stage; gap(\"" + id + "\") says what lacks, whatIf(\"" + id + "\") what filling it moves"));
        }
        String column = kind.equals("stage") ? "stage" : "value";
        String row = CsvOut.write(List.of("stream", "kind", "on", column), List.of(List.of(id, kind, day().toString(), figure)));
        WithProblems<List<Observation>> read = ObservationCsv.parse(row, "whatIf", register());
        return read.problems().stream().filter(it -> it.severity() == Problem.Severity.ERROR).findFirst().map(it -> Answer.of(said.locale(),
                said.either("“" + figure + "”不能作“" + id + "”的完成情况：", "'" + figure + "' cannot be reported of '" + id + "': ") + it.message(said.locale())))
                .orElseGet(() -> impact(read.value(), said, ""));
    }

    private Answer impact(List<Observation> further, Said said, String before) {
        Answer answer = Answer.of(said.locale(), before);
        if (rule != null) {
            return answer.with(ChangeWords.explain(ScorecardWhatIf.of(Scorer.of(rule, register()), log(), day()).with(further).run(),
                    said.locale()), Answer.ROWS);
        }
        Assessor assessor = Assessor.of(register(), log(), AsOf.of(day()));
        return answer.with(ChangeWords.explain(assessor.checkAll(further), assessor.assessments(), said.locale()), Answer.ROWS);
    }

    Answer form(Path file, Said said) {
        Template.of(register(), said.locale()).write(file);
        return Answer.of(said.locale(), said.either("空白填报表已写入 ", "an empty form is written to ") + file);
    }
}
