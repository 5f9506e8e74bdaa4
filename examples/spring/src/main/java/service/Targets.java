package service;

import io.mubiao.Mubiao;
import io.mubiao.assess.Addition;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessor;
import io.mubiao.io.Input;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ResultTree;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.problem.WithProblems;
import io.mubiao.render.ChangeWords;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.Scorer;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Observations in; assessments, points, explanations and a report out. */
@RestController
class Targets {
    private final Ledger ledger;
    private final Scorer scorer;

    Targets(Ledger ledger, Settings settings) {
        this.ledger = ledger;
        scorer = Scorer.of(ScorecardFile.read(Path.of(settings.scorecard())), ledger.register());
    }

    /** What became of observations: each with its id and, in words, what it did; and what is doubtful about them. */
    record Added(List<Taken> observations, List<Map<String, Object>> doubts) {
        record Taken(String id, String stream, Instant recordedAt, List<String> effects) {
            static Taken of(Addition it, Locale locale) {
                return new Taken(it.observation().entry().id(), it.observation().entry().stream(), it.observation().entry().recordedAt(),
                        it.effects().stream().map(effect -> ChangeWords.explain(effect, locale).strip()).toList());
            }
        }
    }

    @PostMapping(path = "/observations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Added addJson(@RequestBody byte[] body, Locale locale) {
        return add(body, "observations.json", locale);
    }

    @PostMapping(path = "/observations", consumes = "text/csv")
    @ResponseStatus(HttpStatus.CREATED)
    Added addCsv(@RequestBody byte[] body, Locale locale) {
        return add(body, "observations.csv", locale);
    }

    private Added add(byte[] body, String name, Locale locale) {
        WithProblems<List<Addition>> added = ledger.add(Input.of(new ByteArrayInputStream(body), name));
        return new Added(added.value().stream().map(it -> Added.Taken.of(it, locale)).toList(), Told.all(added.problems()));
    }

    @GetMapping("/assessments")
    List<Assessment> assessments() {
        return ledger.read((assessor, log) -> assessor.stream().toList());
    }

    @GetMapping("/assessments/{id}")
    Assessment assessment(@PathVariable("id") String id) {
        return ledger.read((assessor, log) -> assessor.get(id));
    }

    @GetMapping(path = "/assessments/{id}/explanation", produces = MediaType.TEXT_PLAIN_VALUE)
    String explanation(@PathVariable("id") String id, Locale locale) {
        return ledger.read((assessor, log) -> Mubiao.explain(assessor.get(id), locale)
                + Mubiao.explain(scorer.score(assessor.assessments()).get(id), locale));
    }

    /** Points and lights for everybody; traces and exact fractions for those who report. Of another day, if one is asked for. */
    @GetMapping("/scorecard")
    Map<String, Object> scorecard(@RequestParam(name = "as-of", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Authentication asker, Locale locale) {
        Scorecard card = ledger.read((assessor, log) -> scorer.score(day == null ? assessor.assessments()
                : Assessor.assess(ledger.register(), log, day)));
        return ResultTree.tree(card, Role.of(asker) == Role.PUBLIC ? JsonStyle.COMPACT.locale(locale) : JsonStyle.FULL.locale(locale));
    }

    @GetMapping(path = "/report", produces = MediaType.TEXT_HTML_VALUE)
    String report(Locale locale) {
        return ledger.read((assessor, log) -> {
            Scorecard card = scorer.score(assessor.assessments());
            return Mubiao.report(card).locale(locale).forecasts(Mubiao.forecast(card.assessments(), log)).observations(log).html();
        });
    }
}
