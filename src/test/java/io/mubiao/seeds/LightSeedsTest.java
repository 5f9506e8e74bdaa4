package io.mubiao.seeds;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.scorecard.Scorer;
import io.mubiao.target.Goal;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Register;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped light tables show what their documents say, from observations through the public entry. */
class LightSeedsTest {
    private static final Target HUNDRED = target(Goal.total(q("100 个"))).pace(PaceCurve.months()).build();

    private static final Target BY_DAYS = target(Goal.total(q("100 个"))).pace(PaceCurve.days()).build();

    /** The light of T on the last of some days, the others being earlier periods. */
    private static String light(String card, Target target, String days, Observation... observations) {
        Register register = Ask.register(target);
        ObservationLog log = ObservationLog.of(observations);
        List<Assessments> periods = new ArrayList<>();
        for (String each : days.split(" ", -1)) {
            periods.add(Assessor.assess(register, log, AsOf.of(day(each))));
        }
        Assessments last = periods.remove(periods.size() - 1);
        return Scorer.of(Scores.card(card), register).score(last, periods).get("T").light().orElse("-");
    }

    @ParameterizedTest(name = "{0} of 100 done at half time is {2} under {1}")
    @CsvSource({
        "50, lights-yinchuan, 绿", "45, lights-yinchuan, -", "40, lights-yinchuan, 黄", "20, lights-yinchuan, 黄",
        "19.9, lights-yinchuan, 红",
        "50, lights-sanya, 绿", "49, lights-sanya, 黄", "25, lights-sanya, 黄", "24.9, lights-sanya, 红",
        "40, lights-xinhuang, 正常", "39, lights-xinhuang, 重点关注", "30, lights-xinhuang, 重点关注",
        "29.9, lights-xinhuang, 黄牌",
        "29, lights-dazu, 红", "30, lights-dazu, -", "100, lights-dazu, 蓝",
        "50, lights-xuancheng, 达序时", "49.9, lights-xuancheng, 落后",
        "49, lights-sanya-districts, 黄", "50, lights-sanya-districts, 绿",
        "45, lights-servicenow, 绿", "44.5, lights-servicenow, 黄", "37.5, lights-servicenow, 黄", "37, lights-servicenow, 红"})
    void byPace(String done, String card, String light) {
        assertEquals(light, light(card, HUNDRED, "06-30", total("06-30", done + " 个")));
    }

    @Test
    void monthsAndDaysAreDifferentPaces() {
        Observation half = total("06-30", "49.8 个");
        assertEquals("落后", light("lights-xuancheng", HUNDRED, "06-30", half));
        assertEquals("达序时", light("lights-xuancheng", BY_DAYS, "06-30", half));
        assertEquals("落后", light("lights-xuancheng", HUNDRED, "11-30", total("11-30", "91.6 个")));
        assertEquals("达序时", light("lights-xuancheng", BY_DAYS, "11-30",
                total("11-30", "91.6 个")));
    }

    @ParameterizedTest
    @CsvSource({"03-31, 220, 黄", "06-30, 480, 绿", "09-30, 710, 绿", "12-31, 968, 绿"})
    void cumulativeQuartersOfServiceNow(String day, String done, String light) {
        Target target = target(Goal.total(q("1000 个"))).pace(PaceCurve.plan(
                new PaceCurve.Point(day("03-31"), Rational.of(1, 4)), new PaceCurve.Point(day("06-30"), Rational.of(1, 2)),
                new PaceCurve.Point(day("09-30"), Rational.of(3, 4)), new PaceCurve.Point(day("12-31"), Rational.ONE))).build();
        assertEquals(light, light("lights-servicenow", target, day, total(day, done + " 个")));
    }

    @ParameterizedTest
    @CsvSource({"03-31, 绿", "06-30, 红", "09-30, 红", "12-31, 黄"})
    void maintainedQuartersOfServiceNow(String day, String light) {
        Target target = target(Goal.maintain(bound(">= 99.5 %"), SampleReading.share(bound(">= 100 %")))).build();
        assertEquals(light, light("lights-servicenow", target, day, level("03-31", "99.6 %"), level("06-30", "99.3 %"),
                level("09-30", "99.7 %"), level("12-31", "99.8 %")));
    }

    @Test
    void twoMonthsInARow() {
        Observation[] behind = {total("06-30", "49 个"), total("07-31", "50 个"), total("08-31", "70 个"),
            total("09-30", "70 个"), total("10-31", "70 个"), total("12-31", "70 个")};
        assertEquals("黄", light("lights-sanya-districts", HUNDRED, "06-30", behind));
        assertEquals("红", light("lights-sanya-districts", HUNDRED, "06-30 07-31", behind));
        assertEquals("绿", light("lights-sanya-districts", HUNDRED, "06-30 07-31 08-31", behind));
        assertEquals("落后", light("lights-nanjing", HUNDRED, "06-30", behind));
        assertEquals("约谈", light("lights-nanjing", HUNDRED, "06-30 07-31", behind));
        assertEquals("正常", light("lights-nanjing", HUNDRED, "06-30 07-31 08-31", behind));
        assertEquals("通报", light("lights-nanjing", HUNDRED, "08-31 09-30", behind));
        assertEquals("问责", light("lights-nanjing", HUNDRED, "12-31 2025-01-01", behind));
    }

    @ParameterizedTest
    @CsvSource({
        "03-31, lights-site-schedule, 绿", "03-31, lights-yinchuan-start, 绿", "04-01, lights-yinchuan-start, 黄", "06-30, lights-yinchuan-start, 黄",
        "07-01, lights-yinchuan-start, 红",
        "03-31, lights-yinchuan-registration, 绿", "04-10, lights-yinchuan-registration, -",
        "04-30, lights-yinchuan-registration, 黄", "05-31, lights-yinchuan-registration, 黄",
        "06-01, lights-yinchuan-registration, 红",
        "04-01, lights-site-schedule, 黄", "04-07, lights-site-schedule, 黄", "04-08, lights-site-schedule, 橙",
        "04-14, lights-site-schedule, 橙", "04-15, lights-site-schedule, 红"})
    void byDaysLate(String day, String card, String light) {
        Target started = target(Goal.milestone(Scale.STAGES, "started")).due(day("03-31")).build();
        assertEquals(light, light(card, started, day, completeThrough(day)));
    }

    @Test
    void publishedTablesAreRefusedWithTheExactHoleOrOverlap() {
        Refusal.naming(InvalidDefinitionException.class, () -> parse("lights-yinchuan", "  holes: [\"(0, 10)\"]\n", ""), "(0, 10)", "lights.bands");
        Refusal.naming(InvalidDefinitionException.class, () -> parse("lights-site-schedule", "橙: \"(7, 15)\"", "橙: \"[7, 15]\""), "= 7 lies in both",
                "= 15 lies in both");
        Refusal.naming(InvalidDefinitionException.class, () -> parse("lights-dazu", "  holes: [\">= 30 %\"]\n", ""), "no band holds >= 0.3");
        Refusal.naming(InvalidDefinitionException.class, () -> parse("lights-servicenow", "  round: 0 half-up\n", ""), "no band holds (89, 90)");
    }

    private static void parse(String card, String published, String changed) {
        String text = Scores.cardText(card);
        assertEquals(1, (text.length() - text.replace(published, "").length()) / published.length());
        Scores.parseCard(text.replace(published, changed));
    }
}
