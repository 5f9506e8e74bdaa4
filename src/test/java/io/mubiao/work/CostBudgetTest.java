package io.mubiao.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Formula;
import io.mubiao.formula.internal.Growth;
import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.value.Rational;
import io.mubiao.work.TooCostlyException.Cost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One budget holds for whatever is done under it, and what exceeds it is told in one way. */
@Timeout(60)
class CostBudgetTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2022
            columns: {land: {title: 用地面积, unit: 亩}}
            indicators: {i: {formula: land / 1 亩}}
            groups: [{id: g, weights-total: 20, items: {i: {weight: 20, score: ratio, base: 1}}}]
            """, Format.YAML, "t");
    private static final String SHEET = "id,用地面积(亩)\nE1,1\nE2,2\nE3,3\n";
    private static final CostBudget TWO_ROWS = CostBudget.DEFAULT.rows(2);

    private static TooCostlyException refused(CostBudget budget, Supplier<?> work) {
        return assertThrows(TooCostlyException.class, () -> budget.call(work));
    }

    @Test
    void rowsAreLimitedWhereverTheyComeFrom() {
        List<Problem> problems = TWO_ROWS.call(() -> RollFile.parse(SHEET, "s", RULE)).problems();
        assertEquals("TOO_LARGE", problems.get(0).code());
        assertEquals(4, problems.get(0).place().line());
        Roll roll = RollFile.parse(SHEET, "s", RULE).orThrow();
        TooCostlyException refusal = refused(TWO_ROWS, () -> LandAssessor.of(RULE).evaluate(roll));
        assertEquals(Cost.ROWS, refusal.cost());
        assertEquals(List.of(3L, 2L), List.of(refusal.found(), refusal.most()));
        assertEquals("the roll: 3 rows is too much; expected at most 2", refusal.getMessage());
        assertEquals("名册：3 行，超出限度；最多 2", refusal.message(Locale.SIMPLIFIED_CHINESE));
        assertEquals(3, CostBudget.DEFAULT.rows(3).call(() -> LandAssessor.of(RULE).evaluate(roll)).size());
    }

    @Test
    void nodesDepthAndTextsOfAFileAreToldWithTheirPlace() {
        String text = "register: r\nzone: Asia/Shanghai\nperiod: 2024-01-01/2024-12-31\nunits: [个]\ntargets: []\n";
        for (CostBudget small : List.of(CostBudget.DEFAULT.nodes(3), CostBudget.DEFAULT.depth(1), CostBudget.DEFAULT.characters(12))) {
            Problem problem = assertThrows(InvalidDefinitionException.class,
                    () -> RegisterFile.parse(text, Format.YAML, "r", small)).problems().get(0);
            assertTrue(problem.code().startsWith("TOO_") && problem.place().line() > 1, problem.toString());
        }
        assertEquals("r", RegisterFile.parse(text, Format.YAML, "r", CostBudget.DEFAULT.nodes(7)).id());
    }

    @Test
    void digitsAreLimitedInNumbersPowersAndFormulas() {
        assertEquals(Cost.DIGITS, assertThrows(TooCostlyException.class, () -> Rational.of(new BigDecimal("1e100000000"))).cost());
        assertEquals(Cost.DIGITS, assertThrows(TooCostlyException.class, () -> Rational.of(7).power(1_000_000)).cost());
        CostBudget few = CostBudget.DEFAULT.digits(300);
        refused(few, () -> Rational.of(new BigDecimal("1e400")));
        assertEquals(401, Rational.of(new BigDecimal("1e400")).numerator().toString().length());
        Map<String, Formula> squares = Map.of("a", Formula.parse("x * x * x * x"), "b", Formula.parse("a * a"));
        new Growth(squares).check("b");
        assertTrue(refused(few, () -> {
            new Growth(squares).check("b");
            return 0;
        }).where().contains("'b'"));
    }

    @Test
    void depthOfFormulasIsToldAsOneOfTheseCosts() {
        TooCostlyException deep = assertThrows(TooCostlyException.class, () -> Formula.parse("(".repeat(70) + "x" + ")".repeat(70)));
        assertEquals(Cost.DEPTH, deep.cost());
        assertEquals(Cost.CHARACTERS,
                assertThrows(TooCostlyException.class, () -> Formula.parse("x + ".repeat(2_000) + "x")).cost());
    }

    @Test
    void timeIsLimitedAndAnOuterLimitHoldsInside() {
        Roll roll = RollFile.parse(SHEET, "s", RULE).orThrow();
        CostBudget brief = CostBudget.DEFAULT.time(Duration.ofMillis(50));
        Supplier<Integer> endless = () -> {
            while (true) {
                LandAssessor.of(RULE).evaluate(roll);
            }
        };
        TooCostlyException late = refused(brief, endless);
        assertEquals(Cost.TIME, late.cost());
        assertEquals(50, late.most());
        assertTrue(late.found() >= 50 && late.found() < 10_000, late.getMessage());
        refused(brief, () -> CostBudget.DEFAULT.call(endless));
        refused(CostBudget.DEFAULT, () -> brief.call(endless));
        assertEquals(3, CostBudget.DEFAULT.time(Duration.ofDays(1)).call(() -> LandAssessor.of(RULE).evaluate(roll)).size());
    }

    @Test
    void limitsAreSizes() {
        assertThrows(IllegalArgumentException.class, () -> CostBudget.DEFAULT.rows(0));
        assertThrows(IllegalArgumentException.class, () -> CostBudget.DEFAULT.digits(-1));
        assertThrows(IllegalArgumentException.class, () -> CostBudget.DEFAULT.time(Duration.ZERO));
    }

    @Test
    void theExceptionSurvivesSerialisation() throws Exception {
        TooCostlyException thrown = new TooCostlyException(Cost.NODES, "file 'x'", 12, 10);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(thrown);
        TooCostlyException read = (TooCostlyException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertEquals(thrown.message(Locale.CHINA), read.message(Locale.CHINA));
        assertEquals(thrown.cost(), read.cost());
    }
}
