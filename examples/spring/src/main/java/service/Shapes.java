package service;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What comes and goes, for the page of the interface: the main fields; results have more, which ResultTree of the library tells of. */
final class Shapes {
    private Shapes() {}

    private static final String PROBLEM = "application/problem+json";

    /** Whatever is asked may be refused, and how that looks. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(responseCode = "400", description = "what is wrong, with its place", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class)))
    @ApiResponse(responseCode = "401", description = "no token that somebody has", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class)))
    @ApiResponse(responseCode = "403", description = "not for this role", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class)))
    @ApiResponse(responseCode = "404", description = "no such id", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class)))
    @ApiResponse(responseCode = "default", description = "any other refusal", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class)))
    @interface MayBeRefused {}

    @Schema(name = "Refusal", description = "a problem of RFC 9457; errors come before warnings")
    record Refusal(String title, int status, String detail, String instance, List<Problem> problems) {}

    @Schema(name = "Problem")
    record Problem(@Schema(allowableValues = {"error", "warning"}) String severity, String code, Place place, Message message) {}

    @Schema(name = "Place")
    record Place(String file, String sheet, Integer line, Integer column, String cell, String path) {}

    @Schema(name = "Message")
    record Message(String en, String zh) {}

    @Schema(name = "Observations", description = "a file of observations; recorded says when they became known, after all else if left out",
            example = """
                    {"observations": "jinan-2024", "rows": [{"kind": "total", "stream": "P03", "on": "2024-09-30", "value": "10 个", "id": "tenth"}]}""")
    record Observations(@Schema(description = "the id of the register") String observations, String source, String recorded,
            List<Map<String, Object>> rows) {}

    @Schema(name = "Amount")
    record Amount(BigDecimal value, String unit, String exact) {}

    @Schema(name = "Share")
    record Share(BigDecimal percent, String exact) {}

    @Schema(name = "Assessment")
    record Assessment(String id, String title, String status, String verdict, String pace, String reason, String detail, LocalDate due,
            LocalDate reachedOn, Amount actual, Amount required, Share attainment) {}

    @Schema(name = "Scorecard")
    record Scorecard(String scorecard, String title, String register, LocalDate asOf, List<Item> items) {}

    @Schema(name = "Item")
    record Item(String id, String title, BigDecimal points, BigDecimal full, String why, String light) {}

    @Schema(name = "Evaluation")
    record Evaluation(String rule, String title, String jurisdiction, Integer year, String profile, Map<String, Integer> classes,
            List<Map<String, Object>> results, List<Problem> doubts) {}

    @Schema(name = "Added")
    record Added(List<Taken> observations, List<Problem> doubts) {}

    @Schema(name = "Taken", description = "an observation as the log has it, and in words what it did")
    record Taken(Map<String, Object> observation, List<String> effects) {}
}
