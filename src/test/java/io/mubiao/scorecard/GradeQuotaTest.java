package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.gap.Gaps;
import io.mubiao.gap.NodeGap;
import io.mubiao.gap.Obstacle;
import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.render.ScoreExplainer;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.time.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 等次名额: 优秀不超过 30 %, 前三名为优秀. */
class GradeQuotaTest {
    private static final String RULES = """
            id: c
            title: 卡
            rules:
              r:
                points: 100
                inputs: {x: {}, fault: {}}
                parts: {a: {of: x, score: {formula: x}}}
                vetoes: {fault: {title: 重大事故, when: fault > 0, grade: 差}}
            """;
    private static final String BANDS = "grades: {order: [优, 良, 中, 差], bands: {优: '>= 90', 良: '[80, 90)', 中: '[60, 80)', 差: < 60}}\n";

    /** Units A, B, … with these points; one with {@code !} has had an accident. */
    private static String units(String ranking, String quota, String... points) {
        StringBuilder items = new StringBuilder("items:\n");
        StringBuilder tree = new StringBuilder("views:\n  unit:\n    ranking: " + ranking + "\n    quota: " + quota
                + "\n    root: {missing: skip}\n    tree:\n");
        for (int i = 0; i < points.length; i++) {
            String name = String.valueOf((char) ('A' + i));
            String number = points[i].replace("!", "");
            items.append("  i").append(name).append(": {title: ").append(name).append(", rule: r, given: {")
                    .append(number.equals("-") ? "" : "x: " + number + ", ").append("fault: ").append(points[i].endsWith("!") ? 1 : 0).append("}}\n");
            tree.append("      - {id: ").append(name).append(", items: [i").append(name).append("]}\n");
        }
        return items + tree.toString();
    }

    private static Scorecard score(String text) {
        return Scorer.of(ScorecardFile.parse(RULES + text, Format.YAML, "卡.yaml"), GivenCard.REGISTER).score(GivenCard.nothing());
    }

    private static String grades(String text) {
        return score(text).root().nodes().stream().map(node -> node.id() + node.grade().orElse("-")).collect(Collectors.joining(" "));
    }

    @Test
    void excellentAreAtMostThirtyPercentOfTheRanked() {
        // 30 % of 7 is 2.1, two places; the third of the five above 90 and those after it are 良.
        assertEquals("A优 B优 C良 D良 E良 F中 G差", grades(BANDS + units("worst-place", "{most: {优: 30 %}, of: ranked, round: floor, refill: no}",
                "97", "96", "95", "94", "91", "70", "50")));
    }

    @Test
    void aShareIsRoundedAsDeclaredAndOfWhatIsDeclared() {
        String[] six = {"97", "96", "95", "94", "91", "-"};
        String quota = "{most: {优: 50 %%}, of: %s, round: %s, refill: no}";
        assertEquals("A优 B优 C良 D良 E良 F-", grades(BANDS + units("worst-place", quota.formatted("ranked", "floor"), six)));
        assertEquals("A优 B优 C优 D良 E良 F-", grades(BANDS + units("worst-place", quota.formatted("ranked", "half-up"), six)));
        assertEquals("A优 B优 C优 D良 E良 F-", grades(BANDS + units("worst-place", quota.formatted("all", "floor"), six)));
    }

    @Test
    void theSmallerOfAShareAndANumber() {
        assertEquals("A优 B良 C良 D良", grades(BANDS + units("worst-place", "{most: {优: [50 %, 1]}, of: ranked, round: floor, refill: no}",
                "97", "96", "95", "94")));
    }

    @Test
    void equalsAtTheBorderFollowTheRanking() {
        String quota = "{most: {优: 2}, of: ranked, refill: no}";
        assertEquals("A优 B优 C优 D良", grades(BANDS + units("best-place", quota, "97", "96", "96", "94")));
        assertEquals("A优 B良 C良 D良", grades(BANDS + units("worst-place", quota, "97", "96", "96", "94")));
    }

    @Test
    void byPlaceAlone() {
        assertEquals("A中 B优 C良 D优 E良 F中", grades("grades: {order: [优, 良, 中, 差]}\n"
                + units("worst-place", "{most: {优: 2, 良: 2}, of: ranked, refill: no}", "50", "97", "61", "96", "60", "10")));
    }

    @Test
    void whoFallsTakesPartInTheNextLabel() {
        assertEquals("A优 B良 C良 D中 E中", grades(BANDS + units("worst-place", "{most: {优: 1, 良: 2}, of: ranked, refill: no}",
                "97", "96", "95", "85", "81")));
    }

    @Test
    void thePlaceOfAVetoedUnitIsFilledAgainOrNot() {
        String[] units = {"97!", "96", "95"};
        assertEquals("A差 B良 C良", grades(BANDS + units("worst-place", "{most: {优: 1}, of: ranked, refill: no}", units)));
        assertEquals("A差 B优 C良", grades(BANDS + units("worst-place", "{most: {优: 1}, of: ranked, refill: yes}", units)));
    }

    @Test
    void theExplanationSaysWhyItIsNotTheBetterGrade() {
        Scorecard card = score(BANDS + units("worst-place", "{most: {优: 30 %}, of: ranked, round: floor, refill: no}",
                "97", "96", "95", "94", "91", "70", "50"));
        NodeScore third = card.nodes("unit").get("C");
        assertEquals(new NodeScore.Denied("优", 3, 2, "良"), third.denied().orElseThrow());
        assertEquals("优", third.computedGrade().orElseThrow());
        String chinese = ScoreExplainer.explain(third, Locale.CHINESE);
        assertTrue(chinese.contains("名额：“优”至多占有得分的 7 个的 30%：7 × 30% = 2.1，向下取到整数为 2 个；得分够“优”的 5 个按得分排列，此处列第 3，超出名额，改评“良”"), chinese);
        String english = ScoreExplainer.explain(third, Locale.ENGLISH);
        assertTrue(english.contains("this is number 3 of the 5 whose points earn '优': it has no place, so it gets '良'"), english);
    }

    @Test
    void aGapTellsThatThereIsNoPlace() {
        String text = BANDS + units("worst-place", "{most: {优: 1}, of: ranked, refill: no}", "100", "96", "70");
        Gaps gaps = gaps(text);
        NodeGap second = gaps.node("unit", "B");
        assertEquals(Obstacle.NO_PLACE, second.obstacle().orElseThrow(), second.toString());
        assertEquals("优 2 > 1", second.detail());
    }

    @Test
    void aGapTellsWhatBringsAUnitPastTheOthers() {
        Register register = Ask.register(total("a"), total("b"));
        ObservationLog log = ObservationLog.of(Observation.total("a", Ask.day("06-30"), Ask.q("9 个")),
                Observation.total("b", Ask.day("06-30"), Ask.q("5 个")));
        Gaps gaps = Gaps.of(Scorer.of(ScorecardFile.parse("""
                id: c
                title: 卡
                rules: {r: {points: 100, parts: {a: {of: attainment, score: {formula: x * w}, cap: w}}}}
                assign: [{rule: r}]
                grades: {order: [优, 良]}
                views:
                  unit:
                    ranking: worst-place
                    quota: {most: {优: 1}, of: all, refill: no}
                    tree: [{id: A, items: [a]}, {id: B, items: [b]}]
                """, Format.YAML, "卡.yaml"), register), log, Ask.day("06-30"));
        NodeGap second = gaps.node("unit", "B");
        assertEquals("良", second.now().grade().orElseThrow());
        assertEquals(List.of("b"), second.lifts().stream().map(NodeGap.Lift::item).toList(), second.toString());
    }

    private static Target total(String id) {
        return Target.builder(id, Goal.total(Ask.q("10 个")), Span.year(2024)).build();
    }

    private static Gaps gaps(String text) {
        return Gaps.of(Scorer.of(ScorecardFile.parse(RULES + text, Format.YAML, "卡.yaml"), GivenCard.REGISTER), ObservationLog.empty(),
                GivenCard.DAY);
    }

    @Test
    void whatIsWrittenWronglyNamesPlaceAndWord() {
        refused("{most: {优秀: 30 %}, of: ranked, round: floor, refill: no}", "views.unit.quota", "'优秀'", "优, 良, 中, 差");
        refused("{most: {优: 30 %}, of: ranked, refill: no}", "卡.yaml:", "round", "floor");
        refused("{most: {优: 30 个}, of: ranked, refill: no}", "'30 个'", "[30 %, 3]");
        refused("{most: {差: 1}, of: ranked, refill: no}", "'差'", "has no quota");
        refused("{most: {优: 30 %}, of: rank, round: floor, refill: no}", "'rank'", "ranked, all");
        refused("{most: {优: 3}, of: ranked}", "'refill'", "yes or no");
        refused("{mots: {优: 3}, of: ranked, refill: no}", "'mots'", "did you mean 'most'?");
        refused("{most: {优: 130 %}, of: ranked, round: floor, refill: no}", "from above 0 % to 100 %");
        Refusal.naming(InvalidDefinitionException.class, () -> score(BANDS + units("dense", "{most: {优: 3}, of: ranked, refill: no}", "1")),
                "best-place", "worst-place");
        Refusal.naming(InvalidDefinitionException.class, () -> score("grades: {order: [优, 差]}\n" + units("dense", "", "1")), "grades",
                "or a view a quota");
    }

    private static void refused(String quota, String... words) {
        Refusal.naming(InvalidDefinitionException.class, () -> score(BANDS + units("best-place", quota, "97")), words);
    }
}
