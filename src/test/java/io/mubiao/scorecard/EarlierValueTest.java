package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.render.ScoreExplainer;
import io.mubiao.scoring.Claim;
import io.mubiao.target.Goal;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Register;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lights, vetoes and duties that use the value of the period before. One of 12 is owed a month. */
class EarlierValueTest {
    private static final Register REGISTER = Ask.register(Ask.target(Goal.total(Ask.q("12 个"))).pace(PaceCurve.months()).build());
    private static final String CARD = """
            id: c
            rules:
              s: {points: 10, parts: {p: {of: attainment, score: {formula: w * x}}}}
            assign: [{rule: s}]
            views: {v: {levels: [{by: chapter}]}}
            duties: {talk: {title: 约谈, when: 'in_a_row("behind") >= 2'}}
            lights:
              order: [绿, 黄, 红]
              tests: {黄: 'behind and attainment <= prior("attainment")'}
              of: points_behind - prior("points_behind")
              bands: {绿: "<= 0", 红: "> 0"}
            """;

    private static ItemScore item(String... months) {
        List<Observation> known = new ArrayList<>();
        List<Assessments> periods = new ArrayList<>();
        for (int i = 0; i < months.length; i++) {
            LocalDate day = YearMonth.of(2024, i + 1).atEndOfMonth();
            known.add(Observation.total("T", day, Ask.q(months[i] + " 个")));
            periods.add(Assessor.assess(REGISTER, ObservationLog.of(known), day));
        }
        return Scorer.of(Cards.card(CARD), REGISTER).score(periods.remove(periods.size() - 1), periods).get("T");
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "1;2, 绿", "0.5;1, 红", "0.5;0.5, 黄", "0.5;1.6, 绿", "0;0;3, 绿"})
    void aLightComparesWithThePeriodBefore(String months, String light) {
        assertEquals(light, item(months.split(";")).light().orElse(""));
    }

    @Test
    void aDutyCountsPeriodsInARow() {
        assertEquals(List.of(), item("0").duties());
        assertEquals(List.of("talk"), item("0", "0").duties().stream().map(Claim::id).toList());
        assertEquals(List.of(), item("0", "2", "2").duties());
    }

    @Test
    void theReasonNamesTheReadingsAndReplays() {
        LightReason still = item("0.5", "0.5").lightReason().orElseThrow();
        assertEquals("behind and attainment <= prior(\"attainment\")", still.test().orElseThrow().toString());
        assertEquals(Rational.ONE, still.trace().replay().amount());
        String chinese = ScoreExplainer.explain(item("0.5", "0.5"), Locale.CHINESE);
        assertTrue(chinese.contains("亮灯依据：落后序时 且 完成率 ≤ 上期完成率（"), chinese);
        LightReason worse = item("0.5", "1").lightReason().orElseThrow();
        assertEquals(Optional.empty(), worse.test());
        assertEquals(worse.trace().number().orElseThrow(), worse.trace().replay());
        String english = ScoreExplainer.explain(item("0.5", "1"), Locale.ENGLISH);
        assertTrue(english.contains("light by: percentage points behind - percentage points behind in the period before = "), english);
    }

    private static void refused(String right, String wrong, String... words) {
        Refusal.naming(InvalidDefinitionException.class, () -> Cards.card(CARD.replace(right, wrong)), words);
    }

    @Test
    void whatIsWrittenWronglyNamesPlaceAndWord() {
        refused("<= prior(\"attainment\")", "<= pior(\"attainment\")", "lights.tests.黄", "'pior'", "did you mean 'prior'?");
        refused("<= prior(\"attainment\")", "<= prior(\"attainmnt\")", "'attainmnt'", "did you mean 'attainment'?");
        refused("<= prior(\"attainment\")", "<= prior(attainment)", "prior(\"attainment\")");
        refused("in_a_row(\"behind\")", "in_a_row(\"attainment\")", "in_a_row", "'attainment'", "FLAG");
        refused("<= prior(\"attainment\")", "<= lowest(\"attainment\")", "lowest(\"attainment\")", "readings of the target alone");
    }
}
