package io.mubiao.report;

import static java.util.Objects.requireNonNull;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.report.internal.EvaluationPage;
import io.mubiao.report.internal.PageWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * An evaluation as one HTML file (评价图文报告), for the office itself, with all enterprises by name: quadrants, classes, the
 * distribution with its cut-offs, who is near a boundary, the ranking, explanations. The file asks nothing of a network, prints on
 * A4, and says in words whatever a colour says. Immutable.
 *
 * <pre>{@code
 * EvaluationRule rule = Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml");
 * Roll lastYear = Mubiao.readRoll("examples/landleague/roll-2023.csv", rule).orThrow();
 * Roll roll = Mubiao.readRoll("examples/landleague/roll-2024.csv", rule).orThrow();
 * Evaluation evaluation = LandAssessor.of(rule).prior(lastYear).evaluate(roll);
 * EvaluationReport.of(evaluation).quadrants("tax_per_mu", "sales_per_mu").write(Path.of("target/land.html"));
 * }</pre>
 */
public final class EvaluationReport {
    private static final int EXPLAINED = 500;

    private final Evaluation evaluation;
    private final Locale locale;
    private final String title;
    private final List<String> quadrants;
    private final int explained;

    private EvaluationReport(Evaluation evaluation, Locale locale, String title, List<String> quadrants, int explained) {
        this.evaluation = evaluation;
        this.locale = requireNonNull(locale, "locale");
        this.title = requireNonNull(title, "title");
        this.quadrants = quadrants;
        this.explained = explained;
    }

    /** In Chinese, under the title of the rule. */
    public static EvaluationReport of(Evaluation evaluation) {
        EvaluationRule rule = evaluation.rule();
        return new EvaluationReport(evaluation, Locale.SIMPLIFIED_CHINESE, rule.title().isEmpty() ? rule.id() : rule.title(), List.of(),
                EXPLAINED);
    }

    /** The same in another language: Chinese, or for any other locale English. */
    public EvaluationReport locale(Locale other) {
        return new EvaluationReport(evaluation, other, title, quadrants, explained);
    }

    /** The same under another title. */
    public EvaluationReport title(String other) {
        return new EvaluationReport(evaluation, locale, other, quadrants, explained);
    }

    /**
     * The same with these two indicators for the quadrants, in place of the first two of the rule.
     *
     * @throws NoSuchIdException if the rule has no such indicator
     */
    public EvaluationReport quadrants(String across, String upward) {
        return new EvaluationReport(evaluation, locale, title, List.of(evaluation.rule().indicators().get(across).id(),
                evaluation.rule().indicators().get(upward).id()), explained);
    }

    /**
     * The same with the explanations of so many enterprises of the best places, beside those near a boundary, who are always
     * explained; 500 if not said.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public EvaluationReport explained(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("most must be >= 0, got " + most);
        }
        return new EvaluationReport(evaluation, locale, title, quadrants, most);
    }

    /**
     * The page; the same results always give the same text.
     *
     * @throws IllegalStateException if a library it needs is absent; names the dependency to add
     */
    public String html() {
        return PageWriter.html(EvaluationPage.of(evaluation, locale, title, quadrants, explained));
    }

    /**
     * Writes the page in place of what is there, in UTF-8.
     *
     * @throws IllegalStateException if a library it needs is absent; names the dependency to add
     * @throws UncheckedIOException if the file cannot be written; then it is as it was
     */
    public void write(Path file) {
        PageWriter.write(file, EvaluationPage.of(evaluation, locale, title, quadrants, explained));
    }
}
