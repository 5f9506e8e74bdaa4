package service;

import io.mubiao.Mubiao;
import io.mubiao.io.Input;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ResultTree;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.Seeds;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Land efficiency of enterprises under a shipped rule: a roll is uploaded as CSV or .xlsx, with that of the year before if the rule asks. */
@RestController
@RequestMapping(path = "/land/{rule}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
@Shapes.MayBeRefused
class Land {
    /** What the profile of the asker's role lets out; whoever has none sees all. */
    @PostMapping(path = "/evaluation", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Shapes.Evaluation.class)))
    Map<String, Object> evaluation(@PathVariable("rule") String rule, @RequestPart("roll") MultipartFile roll,
            @RequestPart(name = "prior", required = false) MultipartFile prior, Authentication asker, Locale locale) throws IOException {
        Optional<String> profile = Role.of(asker).profile();
        profile.filter(it -> !Seeds.rule(rule).exports().containsKey(it)).ifPresent(it -> {
            throw new NoProfileException(rule, it);
        });
        Evaluated of = evaluate(rule, roll, prior);
        JsonStyle style = JsonStyle.COMPACT.locale(locale);
        Map<String, Object> tree = profile.map(it -> ResultTree.tree(of.evaluation, it, style)).orElseGet(() -> ResultTree.tree(of.evaluation, style));
        if (!of.doubts.isEmpty()) {
            tree.put("doubts", Told.all(of.doubts));
        }
        return tree;
    }

    @PostMapping(path = "/explanation", produces = MediaType.TEXT_PLAIN_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    String explanation(@PathVariable("rule") String rule, @RequestPart("roll") MultipartFile roll,
            @RequestPart(name = "prior", required = false) MultipartFile prior, @RequestParam("id") String id, Locale locale)
            throws IOException {
        Evaluated of = evaluate(rule, roll, prior);
        return Mubiao.explain(of.evaluation.explain(id), locale)
                + of.doubts.stream().map(it -> it.toString(locale) + "\n").collect(Collectors.joining());
    }

    @PostMapping(path = "/report", produces = MediaType.TEXT_HTML_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")),
            headers = @Header(name = "Doubts", description = "how many things are doubtful about the files", schema = @Schema(type = "integer")))
    ResponseEntity<String> report(@PathVariable("rule") String rule, @RequestPart("roll") MultipartFile roll,
            @RequestPart(name = "prior", required = false) MultipartFile prior, Locale locale) throws IOException {
        Evaluated of = evaluate(rule, roll, prior);
        return ResponseEntity.ok().header("Doubts", String.valueOf(of.doubts.size())).body(Mubiao.report(of.evaluation).locale(locale).html());
    }

    /** An evaluation, and what is doubtful about the files that were uploaded. */
    private record Evaluated(Evaluation evaluation, List<Problem> doubts) {}

    private static Evaluated evaluate(String name, MultipartFile roll, MultipartFile prior) throws IOException {
        EvaluationRule rule = Seeds.rule(name);
        List<Problem> doubts = new ArrayList<>();
        LandAssessor assessor = LandAssessor.of(rule);
        assessor = prior == null ? assessor : assessor.prior(read(prior, rule, doubts));
        return new Evaluated(assessor.evaluate(read(roll, rule, doubts)), doubts);
    }

    private static Roll read(MultipartFile file, EvaluationRule rule, List<Problem> doubts) throws IOException {
        WithProblems<Roll> roll = RollFile.read(Input.of(file.getInputStream(), Objects.requireNonNullElse(file.getOriginalFilename(), "")), rule);
        doubts.addAll(roll.problems());
        return roll.orThrow();
    }
}
