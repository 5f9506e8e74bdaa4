package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.target.Goal;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lights by bands and tests, and what repeated lights turn into. One of 12 is owed a month. */
class LightsTest {
    private static final Register REGISTER = Ask.register(Ask.target(Goal.total(Ask.q("12 个"))).pace(PaceCurve.months()).build());
    private static final ScorecardRule RULE = Cards.card("""
            id: c
            rules:
              s: {points: 10, parts: {p: {of: attainment, score: {formula: w * x}}}}
            assign: [{rule: s}]
            views: {v: {levels: [{by: chapter}]}}
            lights:
              order: [绿, 黄, 红]
              of: points_behind
              bands: {绿: "<= 0", 黄: "> 0"}
              memory: [{lights: [黄, 红], in-a-row: 2, becomes: 红}]
            """);

    /** What was done by the end of each of the first months; - where nobody reported. */
    private static Optional<String> light(String... months) {
        List<Observation> observations = new ArrayList<>();
        List<Assessments> periods = new ArrayList<>();
        for (int i = 0; i < months.length; i++) {
            LocalDate day = YearMonth.of(2024, i + 1).atEndOfMonth();
            List<Observation> known = new ArrayList<>(observations);
            if (!months[i].equals("-")) {
                known.add(Observation.total("T", day, Ask.q(months[i] + " 个")));
                observations = known;
            } else {
                known = List.of();
            }
            periods.add(Assessor.assess(REGISTER, ObservationLog.of(known), day));
        }
        return Scorer.of(RULE, REGISTER).score(periods.remove(periods.size() - 1), periods).get("T").light();
    }

    @ParameterizedTest
    @CsvSource({"1, 绿", "0, 黄", "1;1, 黄", "0;1, 红", "0;2, 绿", "0;1;2, 红", "0;2;2, 黄", "0;-;2, 黄", "0;1;-, ''"})
    void twoMonthsBehindInARowTurnRedAndAGapBreaksTheRow(String months, String light) {
        assertEquals(light, light(months.split(";")).orElse(""));
    }

    @Test
    void aMonthInWhichTheRegisterLackedTheTargetBreaksTheRow() {
        Target other = Target.builder("U", Goal.total(Ask.q("12 个")), Span.year(2024)).build();
        Register without = Ask.register(other);
        Assessments january = behind("2024-01-31");
        Assessments february = Assessor.assess(without, ObservationLog.of(), LocalDate.of(2024, 2, 29));
        Assessments march = behind("2024-03-31");
        Scorer scorer = Scorer.of(RULE, REGISTER);
        assertEquals(Optional.of("红"), scorer.score(march, List.of(behind("2024-02-29"))).get("T").light());
        assertEquals(Optional.of("黄"), scorer.score(march, List.of(january, february)).get("T").light());
    }

    private static Assessments behind(String day) {
        return Assessor.assess(REGISTER, ObservationLog.of(Observation.total("T", LocalDate.parse(day), Ask.q("0 个"))),
                LocalDate.parse(day));
    }

    @Test
    void periodsMustRiseInTime() {
        Scorer scorer = Scorer.of(RULE, REGISTER);
        Refusal.naming(() -> scorer.score(behind("2024-01-31"), List.of(behind("2024-02-29"))), "2024-01-31", "2024-02-29");
    }

    @Test
    void aMemoryOfOnePeriodIsNone() {
        Refusal.naming(() -> new LightRule.Memory(List.of("红"), 1, "红"), "2 periods", "1");
    }

    /** Xuancheng's or Sanya's "two in a row" inside a rule: in_a_row counts the present period too. */
    @Test
    void aRuleCanCountPeriodsInARow() {
        ScoringRule rule = Cards.rule("""
                id: s
                points: 10
                parts: {p: {score: {formula: 'w - in_a_row("behind")'}}}
                """);
        ScorecardRule card = ScorecardRule.builder("c").scoreAll(rule)
                .views(List.of(View.by("chapter", NodeRule.PLAIN, NodeRule.PLAIN))).build();
        Scorer scorer = Scorer.of(card, REGISTER);
        List<Assessments> history = List.of(behind("2024-01-31"), behind("2024-02-29"));
        assertEquals(Optional.of(Cards.number("7")), scorer.score(behind("2024-03-31"), history).get("T").points());
        assertEquals(Optional.of(Cards.number("9")), scorer.score(behind("2024-03-31")).get("T").points());
    }

    /** What the office gives now was not given for last month. */
    @Test
    void aGivenInputSaysNothingOfThePeriodBefore() {
        ScoringRule rule = Cards.rule("""
                id: s
                points: 10
                inputs: {talks: {}, talked: {kind: flag}}
                parts:
                  p: {score: {formula: 'orelse(prior("talks"), 5)'}}
                  q: {score: {formula: 'in_a_row("talked") * 100'}}
                """);
        ItemRule item = new ItemRule("i", "", "s", Optional.empty(), "T", java.util.Map.of(),
                java.util.Map.of("talks", "2", "talked", "yes"), "");
        ScorecardRule card = ScorecardRule.builder("c").rules(java.util.Map.of("s", rule)).items(List.of(item))
                .views(List.of(View.by("chapter", NodeRule.PLAIN, NodeRule.PLAIN))).build();
        Scorecard score = Scorer.of(card, REGISTER).score(behind("2024-03-31"), List.of(behind("2024-02-29")));
        assertEquals(Optional.of(Cards.number("105")), score.get("i").points());
    }
}
