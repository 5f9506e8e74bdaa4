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
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
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
class Land {
    /** What the profile of the asker's role lets out; whoever has none sees all. */
    @PostMapping("/evaluation")
    Map<String, Object> evaluation(@PathVariable("rule") String rule, @RequestPart("roll") MultipartFile roll,
            @RequestPart(name = "prior", required = false) MultipartFile prior, Authentication asker) throws IOException {
        Evaluation evaluation = evaluate(rule, roll, prior);
        return Role.of(asker).profile().map(profile -> ResultTree.tree(evaluation, profile, JsonStyle.COMPACT))
                .orElseGet(() -> ResultTree.tree(evaluation, JsonStyle.COMPACT));
    }

    @PostMapping(path = "/explanation", produces = MediaType.TEXT_PLAIN_VALUE)
    String explanation(@PathVariable("rule") String rule, @RequestPart("roll") MultipartFile roll,
            @RequestPart(name = "prior", required = false) MultipartFile prior, @RequestParam("id") String id, Locale locale)
            throws IOException {
        return Mubiao.explain(evaluate(rule, roll, prior).explain(id), locale);
    }

    @PostMapping(path = "/report", produces = MediaType.TEXT_HTML_VALUE)
    String report(@PathVariable("rule") String rule, @RequestPart("roll") MultipartFile roll,
            @RequestPart(name = "prior", required = false) MultipartFile prior, Locale locale) throws IOException {
        return Mubiao.report(evaluate(rule, roll, prior)).locale(locale).html();
    }

    private static Evaluation evaluate(String name, MultipartFile roll, MultipartFile prior) throws IOException {
        EvaluationRule rule = Seeds.rule(name);
        LandAssessor assessor = LandAssessor.of(rule);
        return (prior == null ? assessor : assessor.prior(read(prior, rule))).evaluate(read(roll, rule));
    }

    private static Roll read(MultipartFile file, EvaluationRule rule) throws IOException {
        return RollFile.read(Input.of(file.getInputStream(), Objects.requireNonNullElse(file.getOriginalFilename(), "")), rule).orThrow();
    }
}
