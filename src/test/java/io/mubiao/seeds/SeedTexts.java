package io.mubiao.seeds;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.compare.ScorecardDiff;
import io.mubiao.forecast.Forecasts;
import io.mubiao.formula.Symbol;
import io.mubiao.gap.Gaps;
import io.mubiao.land.Column;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.EvaluationDiff;
import io.mubiao.land.question.EvaluationImpact;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Margin;
import io.mubiao.lint.RuleLint;
import io.mubiao.lint.ScoringLint;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.render.AssessmentTable;
import io.mubiao.render.ChangeWords;
import io.mubiao.render.Explainer;
import io.mubiao.render.ForecastWords;
import io.mubiao.render.GapWords;
import io.mubiao.render.LandExplainer;
import io.mubiao.render.LeagueTable;
import io.mubiao.render.Letters;
import io.mubiao.render.QuestionWords;
import io.mubiao.render.ScoreExplainer;
import io.mubiao.render.ScorecardTable;
import io.mubiao.render.law.RuleText;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.Given;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.target.Register;
import io.mubiao.value.Quantity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Everything that the library says of the files beside it, in a language. */
final class SeedTexts {
    static final List<String> REGISTERS = List.of("jinan-2024", "luan-jinan-published");
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2024, 3, 31), LocalDate.of(2024, 9, 30), LocalDate.of(2025, 2, 15));

    private final Locale locale;
    private final Consumer<String> told;

    SeedTexts(Locale locale, Consumer<String> told) {
        this.locale = locale;
        this.told = told;
    }

    void ofRule(String id) {
        Evaluation it = MadeRolls.evaluation(id, 12);
        told.accept(LeagueTable.write(it, locale));
        it.problems().forEach(problem -> told.accept(problem.toString(locale)));
        told.accept(RuleText.of(Rules.read(id)).write(locale));
        RuleLint.check(Rules.read(id)).forEach(problem -> told.accept(problem.toString(locale)));
        Column column = it.rule().columns().stream().filter(each -> each.kind() == Symbol.Kind.NUMBER).findFirst().orElseThrow();
        for (String firm : it.ids()) {
            told.accept(LandExplainer.explain(it.explain(firm), locale));
            if (it.rule().classes().isPresent()) {
                Margin.of(it, firm).ifPresent(margin -> told.accept(QuestionWords.explain(it, margin, locale)));
                if (it.number(firm, column.id()).isPresent()) {
                    told.accept(QuestionWords.explain(it, Counterfactual.of(it, firm, column.id(), it.rule().classes().get().classes().get(0)), locale));
                }
            }
        }
        String first = it.ids().get(it.ids().size() - 1);
        EvaluationImpact impact = EvaluationWhatIf.of(it).with(it.roll().id(it.size() - 1), column.id(), "9").run();
        told.accept(QuestionWords.explain(it, impact, locale));
        told.accept(QuestionWords.explain(it, EvaluationDiff.of(it, impact.after()), locale));
        told.accept(Letters.result(it, first, locale));
        told.accept(Letters.appeal(it, impact.after(), first, locale));
        told.accept(Letters.classChange(it, impact.after(), first, locale));
    }

    void ofRegister(String id) {
        Path folder = Path.of("seeds", id);
        Register register = Mubiao.readRegister(folder.resolve("register.yaml").toString());
        ObservationLog log = Mubiao.readObservations(folder.resolve("observations.yaml").toString(), register).orThrow();
        for (LocalDate day : DAYS) {
            Assessments all = Mubiao.assess(register, log, day);
            told.accept(AssessmentTable.write(all, locale));
            Forecasts forecasts = Mubiao.forecast(all, log);
            for (Assessment assessment : all) {
                told.accept(Explainer.explain(assessment, locale));
                told.accept(ForecastWords.sentence(forecasts.get(assessment.target().id()), locale));
            }
            Mubiao.lint(all, log).forEach(problem -> told.accept(problem.toString(locale)));
        }
        String stream = register.stream().findFirst().orElseThrow().id();
        for (LocalDate day : List.of(DAYS.get(0), LocalDate.of(2024, 10, 1), LocalDate.of(2023, 1, 1))) {
            told.accept(ChangeWords.explain(Assessor.of(register, log, AsOf.of(DAYS.get(1)))
                    .check(Observation.total(stream, day, Quantity.parse("1 %", register.units()))), locale));
        }
    }

    void ofScorecard(ScorecardRule rule) {
        Path folder = Path.of("seeds", REGISTERS.get(0));
        Register register = Mubiao.readRegister(folder.resolve("register.yaml").toString());
        ObservationLog log = Mubiao.readObservations(folder.resolve("observations.yaml").toString(), register).orThrow();
        told.accept(RuleText.of(rule).write(locale));
        ScoringLint.check(rule).forEach(problem -> told.accept(problem.toString(locale)));
        Scorecard before = Mubiao.score(rule, Mubiao.assess(register, log, DAYS.get(0)));
        Scorecard card = Mubiao.score(rule, Mubiao.assess(register, log, DAYS.get(1)));
        told.accept(ScorecardTable.write(card, locale));
        card.stream().forEach(item -> told.accept(ScoreExplainer.explain(item, locale)));
        card.views().forEach(view -> card.nodes(view).forEach(node -> told.accept(ScoreExplainer.explain(node, locale))));
        told.accept(ChangeWords.explain(ScorecardDiff.of(before, card, log), locale));
    }

    void gaps() {
        Path folder = Path.of("seeds", REGISTERS.get(0));
        Register register = Mubiao.readRegister(folder.resolve("register.yaml").toString());
        ObservationLog log = Mubiao.readObservations(folder.resolve("observations.yaml").toString(), register).orThrow();
        ScorecardRule rule = Mubiao.readScorecard(folder.resolve("scorecard.yaml").toString());
        Gaps gaps = Mubiao.gaps(rule, register, log, DAYS.get(1));
        Mubiao.score(rule, Mubiao.assess(register, log, DAYS.get(1))).stream()
                .forEach(item -> told.accept(GapWords.explain(gaps.get(item.id()), locale)));
    }

    /** A scoring rule with nothing given, and with the same middling number for every input. */
    void ofScoringRule(String id) {
        ScoringRule rule = Scores.rule(id);
        told.accept(RuleText.of(rule).write(locale));
        ScoringLint.check(rule).forEach(problem -> told.accept(problem.toString(locale)));
        if (rule.parameters().stream().anyMatch(it -> it.value().isEmpty())) {
            return;
        }
        told.accept(ScoreExplainer.explain(rule.score(Given.of()), locale));
        for (String number : List.of("0", "60", "130")) {
            Given given = Given.of();
            for (RuleInput input : rule.inputs()) {
                given = switch (input.kind()) {
                    case NUMBER -> given.with(input.id(), (number + " " + input.unit().map(Object::toString).orElse("")).strip());
                    case FLAG -> given.with(input.id(), "是");
                    case DAY -> given.with(input.id(), "2024-03-31");
                    case TEXT -> given;
                };
            }
            told.accept(ScoreExplainer.explain(rule.score(given), locale));
        }
    }
}
