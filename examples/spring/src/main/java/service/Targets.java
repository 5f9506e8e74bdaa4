package service;

import io.mubiao.Mubiao;
import io.mubiao.assess.Addition;
import io.mubiao.assess.Assessor;
import io.mubiao.io.Input;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ResultTree;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.observe.Observation;
import io.mubiao.problem.WithProblems;
import io.mubiao.render.ChangeWords;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.Scorer;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Observations in; assessments, points, explanations and a report out. */
@RestController
@Shapes.MayBeRefused
class Targets {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String CSV = "text/csv";

    private final Ledger ledger;
    private final Scorer scorer;

    Targets(Ledger ledger, Settings settings) {
        this.ledger = ledger;
        scorer = Scorer.of(ScorecardFile.read(Path.of(settings.scorecard())), ledger.register());
    }

    /** What became of observations: each as the log has it and, in words, what it did; and what is doubtful about them. */
    record Added(List<Taken> observations, List<Map<String, Object>> doubts) {
        record Taken(Observation observation, List<String> effects) {
            static Taken of(Addition it, Locale locale) {
                return new Taken(it.observation(), it.effects().stream().map(effect -> ChangeWords.explain(effect, locale).strip()).toList());
            }
        }
    }

    @PostMapping(path = "/observations", consumes = {JSON, CSV})
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "201", content = @Content(mediaType = JSON, schema = @Schema(implementation = Shapes.Added.class)))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = {
        @Content(mediaType = JSON, schema = @Schema(implementation = Shapes.Observations.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string", example = "指标编号,编号,日期,数值\nP03,tenth,2024-09-30,10个\n"))})
    Added add(@RequestBody byte[] body, @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, Locale locale) {
        String name = "observations." + (type.isCompatibleWith(MediaType.APPLICATION_JSON) ? "json" : "csv");
        WithProblems<List<Addition>> added = ledger.add(Input.of(new ByteArrayInputStream(body), name));
        return new Added(added.value().stream().map(it -> Added.Taken.of(it, locale)).toList(), Told.all(added.problems()));
    }

    @GetMapping(path = "/assessments", produces = JSON)
    @ApiResponse(responseCode = "200", content = @Content(array = @ArraySchema(schema = @Schema(implementation = Shapes.Assessment.class))))
    List<Map<String, Object>> assessments(Locale locale) {
        return ledger.read((assessor, log) -> assessor.stream().map(it -> ResultTree.tree(it, JsonStyle.FULL.locale(locale))).toList());
    }

    @GetMapping(path = "/assessments/{id}", produces = JSON)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Shapes.Assessment.class)))
    Map<String, Object> assessment(@PathVariable("id") String id, Locale locale) {
        return ledger.read((assessor, log) -> ResultTree.tree(assessor.get(id), JsonStyle.FULL.locale(locale)));
    }

    @GetMapping(path = "/assessments/{id}/explanation", produces = MediaType.TEXT_PLAIN_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    String explanation(@PathVariable("id") String id, Locale locale) {
        return ledger.read((assessor, log) -> Mubiao.explain(assessor.get(id), locale)
                + Mubiao.explain(scorer.score(assessor.assessments()).get(id), locale));
    }

    /** Points and lights for everybody; traces and exact fractions for those who report. Of another day, if one is asked for. */
    @GetMapping(path = "/scorecard", produces = JSON)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Shapes.Scorecard.class)))
    Map<String, Object> scorecard(@RequestParam(name = "as-of", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Authentication asker, Locale locale) {
        Scorecard card = ledger.read((assessor, log) -> scorer.score(day == null ? assessor.assessments()
                : Assessor.assess(ledger.register(), log, day)));
        return ResultTree.tree(card, Role.of(asker) == Role.PUBLIC ? JsonStyle.COMPACT.locale(locale) : JsonStyle.FULL.locale(locale));
    }

    @GetMapping(path = "/report", produces = MediaType.TEXT_HTML_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    String report(Locale locale) {
        return ledger.read((assessor, log) -> {
            Scorecard card = scorer.score(assessor.assessments());
            return Mubiao.report(card).locale(locale).forecasts(Mubiao.forecast(card.assessments(), log)).observations(log).html();
        });
    }
}
