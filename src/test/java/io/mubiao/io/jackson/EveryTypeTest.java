package io.mubiao.io.jackson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Status;
import io.mubiao.compare.ScorecardWhatIf;
import io.mubiao.forecast.Forecasts;
import io.mubiao.gap.Gaps;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.result.ResultTree;
import io.mubiao.io.rule.Seeds;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Aggregates;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.EvaluationDiff;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Margin;
import io.mubiao.lookup.LookupList;
import io.mubiao.method.Figure;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.rule.Rule;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.scorecard.YearScore;
import io.mubiao.scoring.Given;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.testing.MainTypes;
import io.mubiao.testing.Mixed;
import io.mubiao.time.Moment;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** Whatever of ours a host gives its mapper is written with something in it, or refused in a sentence: never {@code {}}. */
class EveryTypeTest {
    private static final ObjectMapper TWO = new ObjectMapper().registerModule(new Jackson2Module());
    private static final JsonMapper THREE = JsonMapper.builder().addModule(new Jackson3Module()).build();

    /** What makes results, keeps or reads them, or says how they are made: a host has no reason to send it to anybody. */
    private static final Set<String> NOTHING_TO_SHOW = Set.of("Assessor", "ForecastSettings", "Forecaster", "Input", "SheetOptions", "JsonStyle", "CsvOptions",
            "RollLines", "RollWork", "Maker", "Asked", "Read", "Builder", "Chunk", "ChunkPart", "Chunks", "ClassHistory", "Consequences", "LandAssessor", "Progress", "Whole",
            "EvaluationWhatIf", "ScorecardWhatIf", "Changes", "Taker", "IncrementScan", "Snapshot", "LogView", "Problems", "RuleText", "EvaluationReport",
            "ScorecardReport", "RuleBuilder", "NodeTrial", "Scorer", "ExactSum", "NumberReader", "NumberWriter", "Units", "Threads", "WorkListener",
            "Template", "Workbook", "NumberColumn", "NameColumn", "TextColumn", "WorkInterruptedException", "Lookup", "Reasoned");

    /** Parts of definitions: texts, or refused on their own. */
    private static final Set<String> TEXTS = Set.of("Expr", "Formula", "Moment", "Value", "Bands", "Part");

    /** Collections, which a mapper writes one by one. */
    private static final Set<String> LISTS = Set.of("LookupList");

    /** Interfaces whose implementations are records alone. */
    private static final Set<String> OF_RECORDS = Set.of("GoalFacts", "Aim", "Dated", "Shape", "Baseline", "Bound", "Measure", "PaceCurve", "Population",
            "SampleReading", "Stated", "Cadence");

    private static Map<Class<?>, Object> samples() {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        LocalDate day = LocalDate.of(2024, 9, 30);
        Assessments assessments = Mubiao.assess(register, log, day);
        ScorecardRule rule = Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml");
        Scorecard card = Mubiao.score(rule, assessments);
        Gaps gaps = Mubiao.gaps(rule, register, log, day);
        Forecasts forecasts = Mubiao.forecast(assessments, log);
        Observation further = gaps.get("P05").least().orElseThrow().observations().get(0);
        EvaluationRule land = Seeds.rule("huaian-2024-by-county");
        Roll roll = Mubiao.readRoll("examples/landleague/roll-2024.csv", land).orThrow();
        Evaluation evaluation = LandAssessor.of(land).prior(Mubiao.readRoll("examples/landleague/roll-2023.csv", land).orThrow()).evaluate(roll);
        Map<Class<?>, Object> found = new LinkedHashMap<>();
        for (Object root : List.of(register, assessments, assessments.get("P05"), rule, card, card.get("P05"), card.root("owner"), gaps, gaps.get("P05"),
                gaps.node("owner", card.nodes("owner").stream().findFirst().orElseThrow().id()), forecasts, forecasts.get("P05"), forecasts.stream().toList(),
                ScorecardWhatIf.of(Scorer.of(rule, register), log, day).with(further).run(), Assessor.of(register, log, AsOf.of(day)).checkAll(List.of(further)),
                YearScore.of(Mubiao.readScorecard("seeds/scoring/scorecards/c15-year.yaml"), Map.of()), land, roll, roll.get("QY0042"), evaluation, evaluation.get("QY0042"), evaluation.explain("QY0042"),
                evaluation.baselines(), Aggregates.of(evaluation, "county"), EvaluationWhatIf.of(evaluation).with("QY0042", "tax", "9000").run(),
                Margin.of(evaluation, "QY0042"), Counterfactual.of(evaluation, "QY0042", "tax", "A"), EvaluationDiff.of(evaluation, evaluation),
                Figure.of("x", Rational.of(1, 3)), Given.of("a", "1"), AsOf.of(day), Unit.NONE, Ask.q("39 个"), Mixed.observations(1, 200), Mixed.REGISTER,
                log, Problem.warning("X", Place.of("a"), "b"), Moment.on(day), land.indicators().stream().toList(), land.groups().stream().toList())) {
            gather(root, found);
        }
        return found;
    }

    private static void gather(Object it, Map<Class<?>, Object> found) {
        if (it instanceof Optional<?> held) {
            held.ifPresent(of -> gather(of, found));
        } else if (it instanceof Collection<?> items) {
            items.forEach(item -> gather(item, found));
        } else if (it instanceof Map<?, ?> map) {
            map.values().forEach(item -> gather(item, found));
        } else if (it.getClass().getName().startsWith("io.mubiao.") && !(it instanceof Enum<?>) && found.putIfAbsent(it.getClass(), it) == null
                && it instanceof Record) {
            for (RecordComponent component : it.getClass().getRecordComponents()) {
                try {
                    component.getAccessor().setAccessible(true);
                    Object held = component.getAccessor().invoke(it);
                    if (held != null) {
                        gather(held, found);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(e.getMessage(), e);
                }
            }
        }
    }

    @Test
    void everySampleIsWrittenAlikeAndHoldsSomething() throws IOException {
        Map<Class<?>, Object> samples = samples();
        assertTrue(samples.size() > 70, samples.keySet().toString());
        for (Map.Entry<Class<?>, Object> sample : samples.entrySet()) {
            JsonNode two = TWO.readTree(TWO.writeValueAsString(sample.getValue()));
            assertEquals(two, TWO.readTree(THREE.writeValueAsString(sample.getValue())), sample.getKey().getName());
            assertTrue(two.isTextual() ? !two.textValue().isEmpty() : two.size() > 0, sample.getKey() + " " + two);
            assertFalse(two.toString().contains("{}"), sample.getKey() + " " + two);
        }
    }

    @Test
    void someAreWhatAPageNeeds() throws IOException {
        Map<Class<?>, Object> samples = samples();
        Object total = samples.get(Observation.Total.class);
        JsonNode observation = TWO.readTree(TWO.writeValueAsString(total));
        assertEquals("total", observation.at("/kind").textValue());
        assertTrue(observation.at("/on").isTextual() && observation.at("/amount/value").isNumber() && observation.at("/basis").textValue().equals(
                observation.at("/basis").textValue().toLowerCase(java.util.Locale.ROOT)), observation.toString());
        JsonNode row = TWO.readTree(TWO.writeValueAsString(samples.get(Roll.Row.class)));
        assertTrue(row.at("/land").isNumber() && row.at("/regulated").isBoolean() && row.at("/production_start").isTextual(), row.toString());
        JsonNode register = TWO.readTree(TWO.writeValueAsString(samples.get(Register.class)));
        assertEquals(111, register.at("/targets").size());
        JsonNode target = TWO.readTree(TWO.writeValueAsString(((Register) samples.getOrDefault(Register.class, "")).get("P05")));
        assertEquals("P05", target.at("/id").textValue());
        assertTrue(TWO.readTree(TWO.writeValueAsString(samples.get(EvaluationRule.class))).at("/groups").size() > 0);
        assertEquals("{\"on-pace\":2}", TWO.writeValueAsString(Map.of(Status.ON_PACE, 2)));
        assertEquals("{\"on-pace\":2}", THREE.writeValueAsString(Map.of(Status.ON_PACE, 2)));
        JsonNode both = TWO.readTree(TWO.writeValueAsString(new WithProblems<>(List.of("x"), List.of())));
        assertEquals("{\"value\":[\"x\"],\"problems\":[]}", both.toString());
    }

    /** A list that also finds by id is a list to both. */
    @Test
    void listsThatFindByIdAreLists() throws IOException {
        Map<Class<?>, Object> samples = samples();
        int lists = 0;
        for (Object sample : samples.values()) {
            for (Object list : lists(sample)) {
                String two = TWO.writeValueAsString(list);
                assertEquals(TWO.readTree(two), TWO.readTree(THREE.writeValueAsString(list)));
                assertEquals(TWO.readTree(TWO.writeValueAsString(new java.util.ArrayList<>((List<?>) list))), TWO.readTree(two));
                assertTrue(TWO.writeValueAsString(Map.of("x", list)).startsWith("{\"x\":["));
                lists++;
            }
        }
        assertTrue(lists > 20, "" + lists);
    }

    /** What its methods without arguments give of lists that find by id. */
    private static List<Object> lists(Object of) {
        return Arrays.stream(of.getClass().getMethods())
                .filter(it -> it.getReturnType() == LookupList.class && it.getParameterCount() == 0 && !Modifier.isStatic(it.getModifiers()))
                .map(it -> {
                    try {
                        it.setAccessible(true);
                        return it.invoke(of);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(it.toString(), e);
                    }
                }).toList();
    }

    @Test
    void constantsAreWordsInLowerCase() throws IOException {
        for (Class<?> type : exported()) {
            for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
                String word = '"' + Fields.word((Enum<?>) constant) + '"';
                assertEquals(word, TWO.writeValueAsString(constant));
                assertEquals(word, THREE.writeValueAsString(constant));
            }
        }
    }

    @Test
    void whatIsNothingToShowIsRefusedInASentence() {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        Assessor assessor = Assessor.of(register, ObservationLog.empty(), AsOf.of(LocalDate.of(2024, 9, 30)));
        for (Object nothing : List.of(Ask.UNITS, assessor)) {
            String two = assertThrows(JsonMappingException.class, () -> TWO.writeValueAsString(Map.of("x", nothing))).toString();
            String three = assertThrows(DatabindException.class, () -> THREE.writeValueAsString(Map.of("x", nothing))).toString();
            assertTrue(two.contains("no result: " + nothing.getClass().getName()), two);
            assertTrue(three.contains("no result: " + nothing.getClass().getName()), three);
        }
    }

    /** A new type is a record, has a tree, or is told here to be nothing to show. */
    @Test
    void everyExportedTypeIsDecidedAbout() throws IOException {
        Set<String> open = new TreeSet<>();
        for (Class<?> type : exported()) {
            boolean decided = type.isRecord() || type.isEnum() || type.isAnnotation() || Throwable.class.isAssignableFrom(type)
                    || ResultTree.types().stream().anyMatch(it -> it.isAssignableFrom(type)) || type == Register.class || type == Target.class
                    || Rule.class.isAssignableFrom(type) || OF_RECORDS.contains(type.getSimpleName()) || TEXTS.contains(type.getSimpleName())
                    || LISTS.contains(type.getSimpleName())
                    || NOTHING_TO_SHOW.contains(type.getSimpleName()) || holdsFunctionsAlone(type);
            if (!decided) {
                open.add(type.getName());
            }
        }
        assertEquals(Set.of(), open);
    }

    private static boolean holdsFunctionsAlone(Class<?> type) {
        return !type.isInterface() && Arrays.stream(type.getDeclaredMethods()).filter(it -> Modifier.isPublic(it.getModifiers()))
                .allMatch(it -> Modifier.isStatic(it.getModifiers()));
    }

    private static List<Class<?>> exported() throws IOException {
        Set<String> packages = Files.readAllLines(Path.of("src/main/java/module-info.java")).stream().map(String::strip)
                .filter(line -> line.startsWith("exports ")).map(line -> line.replaceAll("exports |;", "")).collect(Collectors.toSet());
        return MainTypes.all().stream().filter(type -> packages.contains(type.getPackageName()) && isSeen(type)).toList();
    }

    private static boolean isSeen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass() && (type.getEnclosingClass() == null || isSeen(type.getEnclosingClass()));
    }
}
