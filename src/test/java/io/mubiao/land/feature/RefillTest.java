package io.mubiao.land.feature;

import static io.mubiao.land.feature.Try.RANKING;
import static io.mubiao.land.feature.Try.classes;
import static io.mubiao.land.feature.Try.counts;
import static io.mubiao.land.feature.Try.evaluate;
import static io.mubiao.land.feature.Try.falling;
import static io.mubiao.land.feature.Try.problems;
import static io.mubiao.land.feature.Try.scored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.InParts;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.Problem;
import io.mubiao.render.LandExplainer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 递补: each reading gives what the documentation says it gives. */
class RefillTest {
    private static final String FLAGS = "veto: {kind: flag, if-empty: 否}\nlisted: {kind: flag, if-empty: 否}\n";

    private static EvaluationRule rule(String refill) {
        return scored(FLAGS, RANKING, """
                classes:
                  order: [A, B, C, D]
                  by: rank
                  cuts: {A: 20 %, B: 60 %, C: 95 %, D: 100 %}
                  quota-base: ranked
                  quota-rounding: cumulative half-up
                overrides: [{id: veto, when: veto, not-above: C}, {id: doomed, when: veto and listed, set: D}, {id: listed, when: listed and not veto, set: A}]
                """, "refill: " + refill + "\n");
    }

    private static String[] changed(int size, String change, int... rows) {
        String[] all = falling(size);
        for (int row : rows) {
            all[row - 1] += " " + change;
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"false, 15/40/40/5", "counted, 20/40/35/5", "uncounted, 20/40/40/0"})
    void fiveOfTheBestAreHeldAtC(String refill, String expected) {
        assertEquals(expected, counts(evaluate(rule(refill), changed(100, "veto=是", 1, 2, 3, 4, 5))));
    }

    @ParameterizedTest
    @CsvSource({"false, 23/37/35/5", "counted, 20/40/35/5", "uncounted, 23/40/35/2"})
    void threeOfBAreLiftedToA(String refill, String expected) {
        assertEquals(expected, counts(evaluate(rule(refill), changed(100, "listed=是", 30, 31, 32))));
    }

    /** Eight are set to D, which has five places: the other 92 fill A and B, and C has what is left. */
    @Test
    void whereMoreLandThanThereArePlacesTheOthersFillFromTheTop() {
        assertEquals("20/40/32/8", counts(evaluate(rule("counted"), changed(100, "veto=是 listed=是", 1, 2, 3, 4, 5, 6, 7, 8))));
    }

    @Test
    void whoMovesUpOrDownIsToldSo() {
        Evaluation up = evaluate(rule("counted"), changed(100, "veto=是", 1));
        assertEquals(List.of("REFILL A"), refills(up, "21"));
        assertEquals(List.of(), refills(up, "22"));
        Evaluation down = evaluate(rule("counted"), changed(100, "listed=是", 30));
        assertEquals(List.of("DISPLACED B"), refills(down, "20"));
        assertEquals("B", down.get("20").finalClass().orElseThrow());
        assertEquals("A A B", classes(down, "19", "30", "21"));
    }

    /** How many places were vacated, by how many who left and came, and how far that reaches; in parts as at once. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "counted | 1 2 | | 22 | A 类空出 2 个名额（2 户调出），递补至第 22 名，递补为 A | in A 2 places are vacated (2 left) and filled again to place 22: A",
        "counted | 1 2 | | 62 | B 类及以上空出 2 个名额（2 户调出），递补至第 62 名，递补为 B |"
                + " in B and better 2 places are vacated (2 left) and filled again to place 62: B",
        "uncounted | 1 2 30 | | 63 | B 类及以上空出 3 个名额（3 户调出），递补至第 63 名，递补为 B |"
                + " in B and better 3 places are vacated (3 left) and filled again to place 63: B",
        "counted | 1 2 | 30 | 21 | A 类空出 1 个名额（2 户调出，1 户调入占名额），递补至第 21 名，递补为 A |"
                + " in A 1 place is vacated (2 left, 1 moved there) and filled again to place 21: A",
        "counted | 1 | 30 31 | 20 | A 类少 1 个名额（1 户调出，2 户调入占名额），至第 19 名为止，顺延为 B |"
                + " in A 1 place is taken (1 left, 2 moved there), so that it ends at place 19: B"})
    void placesThatWereVacatedAreCounted(String refill, String veto, String listed, String id, String chinese, String english) {
        String[] rows = changed(100, "veto=是", numbers(veto));
        for (int row : numbers(listed)) {
            rows[row - 1] += " listed=是";
        }
        EvaluationRule rule = rule(refill);
        Evaluation whole = evaluate(rule, rows);
        String told = LandExplainer.explain(whole.explain(id), Locale.CHINESE);
        assertTrue(told.contains(chinese), told);
        String inEnglish = LandExplainer.explain(whole.explain(id), Locale.ENGLISH);
        assertTrue(inEnglish.contains(english), inEnglish);
        InParts.of(LandAssessor.of(rule), 1000, 7).assertSame(whole, Try.roll(rule, rows));
    }

    /** Whoever moves up stands within what is said to be reached, whoever moves down behind it; in parts it is the same. */
    @ParameterizedTest
    @ValueSource(strings = {"counted", "uncounted"})
    void whatIsReachedHoldsForAll(String refill) {
        EvaluationRule rule = rule(refill);
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            String[] rows = new String[40];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = i + " s=" + random.nextInt(60) + (random.nextInt(5) == 0 ? " veto=是" : "") + (random.nextInt(6) == 0 ? " listed=是" : "");
            }
            Evaluation whole = evaluate(rule, rows);
            for (String id : whole.ids()) {
                long place = whole.get(id).place().orElseThrow();
                for (Explanation.ClassStep step : whole.explain(id).way()) {
                    step.vacancy().filter(it -> it.reach() > 0).ifPresent(it ->
                            assertEquals(step.ground() == Explanation.Ground.REFILL, place <= it.reach(), id + " " + step));
                }
            }
            InParts.of(LandAssessor.of(rule), 1000, seed).assertSame(whole, Try.roll(rule, rows));
        }
    }

    private static int[] numbers(String text) {
        return text == null ? new int[0] : Stream.of(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private static List<String> refills(Evaluation evaluation, String id) {
        return evaluation.explain(id).way().stream().filter(it -> it.ground() == Explanation.Ground.REFILL
                || it.ground() == Explanation.Ground.DISPLACED).map(it -> it.ground() + " " + it.className()).toList();
    }

    @Test
    void trueAloneIsRefusedWithWhatToWrite() {
        Problem problem = problems(Try.SCORE, RANKING, Try.CLASSES, "overrides: [{id: v, when: s > 3, set: D}]\nrefill: true\n").get(0);
        String message = problem.message() + problem.message(Locale.CHINESE);
        assertTrue(message.contains("counted") && message.contains("占名额") && message.contains("uncounted")
                && message.contains("不占名额"), message);
    }

    @Test
    void placesAreRefilledOnlyWhereClassesGoByRank() {
        assertEquals("refill", problems(Try.SCORE, """
                classes: {order: [A, B], by: score, at-least: {A: 5}}
                overrides: [{id: v, when: s > 3, set: B}]
                refill: counted
                """).get(0).place().path());
    }
}
