package io.mubiao.lookup;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.gap.Gaps;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Indicator;
import io.mubiao.land.Item;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Made;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.scorecard.View;
import io.mubiao.target.Clause;
import io.mubiao.target.Document;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.MainTypes;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every lookup promises, asked of every one there is. */
class LookupContractTest {
    private static final LocalDate DAY = LocalDate.of(2024, 9, 30);
    private static final Register REGISTER = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
    private static final ObservationLog LOG = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", REGISTER).value();
    private static final ScorecardRule RULE = Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml");
    private static final Scorer SCORER = Scorer.of(RULE, REGISTER);

    private static final EvaluationRule LAND = Made.rule("""
            id: lookups
            year: 2022
            columns:
              tax: {unit: 万元, decimals: 1}
              land: {unit: 亩, decimals: 1}
            indicators:
              tax_per_mu: {formula: tax / land, unit: 万元/亩}
              tax_paid: {formula: tax, unit: 万元}
            groups:
              - id: all
                weights-total: 100
                items:
                  tax_per_mu: {weight: 60, score: ratio, base: 2 万元/亩, cap: w}
                  tax_paid: {weight: 40, score: ratio, base: 100 万元, cap: w}
            total: {round: 2 half-up}
            """);
    /** How often the rolls of this test were asked for the id of a row. */
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final int FIRMS = 500;
    private static final Roll ROLL = roll();
    private static final Evaluation EVALUATION = LandAssessor.of(LAND).evaluate(ROLL);

    private static Roll roll() {
        List<BigDecimal> numbers = IntStream.range(0, FIRMS).mapToObj(row -> BigDecimal.valueOf(row % 97 + 1)).toList();
        return Roll.of(LAND, FIRMS, row -> {
            ASKED.incrementAndGet();
            return "firm-" + row;
        }, Map.of("tax", NumberColumn.of(numbers), "land", NumberColumn.of(numbers)), Map.of());
    }

    private static List<String> firms() {
        return IntStream.range(0, FIRMS).mapToObj(row -> "firm-" + row).toList();
    }

    /** A lookup, and the ids it declares, in the order it declares. */
    static Stream<Arguments> lookups() {
        List<String> targets = REGISTER.targets().stream().map(Target::id).toList();
        Assessments assessments = Assessor.assess(REGISTER, LOG, DAY);
        Scorecard card = SCORER.score(assessments);
        List<String> observations = LOG.streams().stream().flatMap(LOG::stream).map(it -> it.entry().id()).toList();
        return Stream.of(
                arguments("register", REGISTER, targets),
                arguments("assessments", assessments, targets),
                arguments("assessor", Assessor.of(REGISTER, LOG.copy(), AsOf.of(DAY)), targets),
                arguments("forecasts", Mubiao.forecast(assessments, LOG), targets),
                arguments("log", LOG, observations),
                arguments("scorecard", card, targets),
                arguments("kept scorecard", SCORER.keep(assessments), targets),
                arguments("gaps", Gaps.of(SCORER, LOG, DAY), targets),
                arguments("nodes", card.nodes("owner"), ids(card.root("owner"))),
                arguments("documents", REGISTER.documents(), REGISTER.documents().stream().map(Document::id).toList()),
                arguments("clauses", REGISTER.clauses(), REGISTER.clauses().stream().map(Clause::id).toList()),
                arguments("views", RULE.views(), RULE.views().stream().map(View::id).toList()),
                arguments("roll", ROLL, firms()),
                arguments("evaluation", EVALUATION, firms()),
                arguments("columns", LAND.columns(), LAND.columns().stream().map(Column::id).toList()),
                arguments("indicators", LAND.indicators(), LAND.indicators().stream().map(Indicator::id).toList()),
                arguments("items", LAND.groups().get(0).items(), LAND.groups().get(0).items().stream().map(Item::id).toList()),
                arguments("list", list(new AtomicInteger(), 100), IntStream.range(0, 100).mapToObj(i -> "id-" + i).toList()));
    }

    private static List<String> ids(NodeScore node) {
        List<String> ids = new ArrayList<>(List.of(node.id()));
        node.nodes().forEach(below -> ids.addAll(ids(below)));
        return ids;
    }

    private static LookupList<Integer> list(AtomicInteger asked, int size) {
        return LookupList.of("this test", "number", IntStream.range(0, size).boxed().toList(), number -> {
            asked.incrementAndGet();
            return "id-" + number;
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookups")
    void whatIsWalkedIsWhatIsFound(String name, Lookup<?> lookup, List<String> ids) {
        assertTrue(ids.size() > 1 || !name.equals("register"));
        List<String> walked = lookup.stream().map(String::valueOf).toList();
        List<String> again = new ArrayList<>();
        lookup.forEach(each -> again.add(String.valueOf(each)));
        assertAll(
                () -> assertEquals(ids.size(), lookup.size()),
                () -> assertEquals(walked, again),
                () -> assertEquals(walked, ids.stream().map(id -> String.valueOf((Object) lookup.get(id))).toList()),
                () -> assertEquals(walked, ids.stream().map(id -> String.valueOf((Object) lookup.find(id).orElseThrow())).toList()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookups")
    void whatIsNotThereIsToldWithWhatIsNear(String name, Lookup<?> lookup, List<String> ids) {
        String id = ids.get(ids.size() - 1) + "x";
        assertEquals(Optional.empty(), lookup.find(id));
        String message = String.valueOf(assertThrows(NoSuchIdException.class, () -> lookup.get(id)).getMessage());
        assertTrue(message.contains(" '" + id + "'"), message);
        assertTrue(ids.stream().anyMatch(known -> message.contains("did you mean '" + known + "'?")), message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookups")
    @SuppressWarnings("NullAway")
    void nullIsRefused(String name, Lookup<?> lookup, List<String> ids) {
        assertThrows(NullPointerException.class, () -> lookup.get(null));
        assertThrows(NullPointerException.class, () -> lookup.find(null));
    }

    @Test
    void aListIsIndexedOnceHoweverOftenItIsAsked() {
        AtomicInteger asked = new AtomicInteger();
        LookupList<Integer> list = list(asked, 1_000);
        IntStream.range(0, 1_000).forEach(i -> assertEquals(i, list.get("id-" + i)));
        assertEquals(1_000, asked.get());
    }

    /** By structure: once the index is there, an answer about one enterprise does not ask for the ids of the others. */
    @Test
    void anEnterpriseIsFoundAndExplainedWithoutWalkingTheRoll() {
        EVALUATION.explain("firm-0");
        ASKED.set(0);
        ROLL.get("firm-7").name();
        EVALUATION.get("firm-8");
        EVALUATION.explain("firm-9");
        EVALUATION.number("firm-10", "tax_per_mu");
        EVALUATION.charges("firm-11");
        EVALUATION.ranking("firm-12");
        assertTrue(ASKED.get() < 50, "ids asked for: " + ASKED.get());
    }

    @Test
    void anEnterpriseHasItsFigures() {
        Roll.Row firm = ROLL.get("firm-7");
        assertEquals(Optional.of(Rational.of(8)), firm.number("tax"));
        assertEquals("firm-7", firm.name());
        assertThrows(NoSuchIdException.class, () -> firm.number("tex"));
        assertThrows(NoSuchIdException.class, () -> firm.text("tex"));
    }

    /** Whatever says it can be looked up in is asked above. */
    @Test
    void everyLookupIsAsked() {
        Set<String> asked = lookups().map(it -> it.get()[1].getClass().getName()).collect(Collectors.toSet());
        assertEquals(Set.of(), MainTypes.all().stream()
                .filter(it -> Lookup.class.isAssignableFrom(it) && !it.isInterface()).map(Class::getName).filter(name -> !asked.contains(name)).collect(Collectors.toSet()));
    }

    @Test
    void ofTwoOfOneIdTheFirstIsFoundAndBothAreWalked() {
        LookupList<String> list = LookupList.of("this test", "text", List.of("a1", "a2", "b"), text -> text.substring(0, 1));
        assertEquals("a1", list.get("a"));
        assertEquals(List.of("a1", "a2", "b"), list);
        assertThrows(UnsupportedOperationException.class, () -> list.add("c"));
    }

    @Test
    void whereFewAreThereAndNoneIsNearAllAreNamed() {
        LookupList<String> list = LookupList.of("rule 'r'", "column", List.of("用地面积", "税收"), text -> text);
        assertEquals("rule 'r' has no column 'x'; it has [用地面积, 税收]",
                assertThrows(NoSuchIdException.class, () -> list.get("x")).getMessage());
    }

    @Test
    void theLogFindsItsOwnNumbersAndKeepsWhatACorrectionCorrects() {
        ObservationLog log = ObservationLog.of(Observation.total("T", DAY, io.mubiao.testing.Ask.q("1 个")),
                Observation.increment("T", new io.mubiao.time.Span(DAY, DAY), io.mubiao.testing.Ask.q("1 个")).id("early"),
                Observation.increment("T", new io.mubiao.time.Span(DAY, DAY), io.mubiao.testing.Ask.q("2 个")).id("late")
                        .supersedes("early"));
        assertEquals("T", log.get("T#1").entry().stream());
        assertEquals(Optional.of("early"), log.get("late").entry().supersedes());
        assertEquals(Optional.empty(), log.find("T#2"));
    }
}
