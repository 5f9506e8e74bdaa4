package io.mubiao.report;

import static java.util.Objects.requireNonNull;

import io.mubiao.forecast.Forecasts;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.report.internal.PageWriter;
import io.mubiao.report.internal.ScorecardPage;
import io.mubiao.scorecard.Scorecard;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as one HTML file (考核图文报告): lights, pace, ranking, deadlines, tables that are searched and sorted, the explanation
 * of whatever is clicked. The file asks nothing of a network, prints on A4, and says in words whatever a colour says. Immutable.
 *
 * <pre>{@code
 * Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
 * ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
 * Assessments all = Mubiao.assess(register, log, LocalDate.of(2024, 9, 30));
 * Scorecard card = Mubiao.score(Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml"), all);
 * ScorecardReport.of(card).forecasts(Mubiao.forecast(all, log)).observations(log).write(Path.of("target/report.html"));
 * }</pre>
 */
public final class ScorecardReport {
    private final Scorecard card;
    private final Locale locale;
    private final String title;
    private final @Nullable Forecasts forecasts;
    private final @Nullable ObservationLog observations;
    private final String burnUp;

    private ScorecardReport(Scorecard card, Locale locale, String title, @Nullable Forecasts forecasts,
            @Nullable ObservationLog observations, String burnUp) {
        this.card = card;
        this.locale = requireNonNull(locale, "locale");
        this.title = requireNonNull(title, "title");
        this.forecasts = forecasts;
        this.observations = observations;
        this.burnUp = burnUp;
    }

    /** In Chinese, under the title of the register. */
    public static ScorecardReport of(Scorecard card) {
        return new ScorecardReport(card, Locale.SIMPLIFIED_CHINESE, card.assessments().register().title(), null, null, "");
    }

    /** The same in another language: Chinese, or for any other locale English. */
    public ScorecardReport locale(Locale other) {
        return new ScorecardReport(card, other, title, forecasts, observations, burnUp);
    }

    /** The same under another title. */
    public ScorecardReport title(String other) {
        return new ScorecardReport(card, locale, other, forecasts, observations, burnUp);
    }

    /**
     * The same with what is to be expected by the deadlines.
     *
     * @throws IllegalArgumentException if it is expected of another register
     */
    public ScorecardReport forecasts(Forecasts expected) {
        String own = card.assessments().register().id();
        String other = expected.assessments().register().id();
        if (!own.equals(other)) {
            throw new IllegalArgumentException("the forecasts are of register '" + other + "', expected '" + own + "'");
        }
        return new ScorecardReport(card, locale, title, expected, observations, burnUp);
    }

    /** The same with the way of each target so far, month by month: of the one furthest behind, and of whatever is clicked. */
    public ScorecardReport observations(ObservationLog log) {
        return new ScorecardReport(card, locale, title, forecasts, requireNonNull(log, "log"), burnUp);
    }

    /**
     * The same with the way of a chosen target in place of that of the one furthest behind; needs {@link #observations}.
     *
     * @throws NoSuchIdException if there is no such target
     */
    public ScorecardReport burnUp(String targetId) {
        return new ScorecardReport(card, locale, title, forecasts, observations, card.assessments().get(targetId).target().id());
    }

    /**
     * The page; the same results always give the same text.
     *
     * @throws IllegalStateException if a library it needs is absent; names the dependency to add
     */
    public String html() {
        return PageWriter.html(ScorecardPage.of(card, locale, title, forecasts, observations, burnUp));
    }

    /**
     * Writes the page in place of what is there, in UTF-8.
     *
     * @throws IllegalStateException if a library it needs is absent; names the dependency to add
     * @throws UncheckedIOException if the file cannot be written; then it is as it was
     */
    public void write(Path file) {
        PageWriter.write(file, ScorecardPage.of(card, locale, title, forecasts, observations, burnUp));
    }
}
