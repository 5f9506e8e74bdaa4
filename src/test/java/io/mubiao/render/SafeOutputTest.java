package io.mubiao.render;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.assess.Addition;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Status;
import io.mubiao.cli.Main;
import io.mubiao.compare.ScorecardDiff;
import io.mubiao.compare.ScorecardWhatIf;
import io.mubiao.gap.Gaps;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.EvaluationDiff;
import io.mubiao.land.question.EvaluationImpact;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Margin;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.Scorer;
import io.mubiao.target.Register;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Quantity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is written of names, titles and texts full of line ends, escapes, NUL and marks of direction is lines that can be
 * shown: every public method of the writers is called, by reflection, so that a new one cannot be forgotten.
 */
class SafeOutputTest {
    /** As a text of YAML in quotes. */
    private static final String NASTY = "\\n100  达成\\r\\e[31m\\0\\u009B31m\\u202E\\u2028\\u2029\\t\\x85末";
    private static final String RAW = "\n100  达成\r\u001B[31m\0\u009B31m\u202E\u2028\u2029\t\u0085末";
    private static final String WORDS = "\\b(title|owner|lead|official|clause|chapter|jurisdiction|note|text|by|assumption|source|member|"
            + "name|reason|item|assessor): ([^,{}\\[\\]\"'#:\\n]*\\p{IsHan}[^,{}\\[\\]\"'#:\\n]*)(?=[,}\\]]|\\n *(?:-|[\\w-]+:|#|\\n)|$)";
    /** They print themselves as they are written in a file. */
    private static final Set<String> TO_BE_READ_AGAIN = Set.of("Formula", "Expr", "Hole", "Stated", "Population", "Bound", "Cadence");
    private static final LocalDate DAY = LocalDate.of(2024, 9, 30);
    private static final Map<Class<?>, List<Object>> POOL = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    private static Path spoilt(String from, String name) throws IOException {
        return spoilt(Files.readString(Path.of(from)), Path.of(name));
    }

    private static Path spoilt(String text, Path name) throws IOException {
        String spoilt = text.replaceAll(WORDS, "$1: \"$2" + NASTY.replace("\\", "\\\\") + "\"");
        assertTrue(spoilt.contains("\\e[31m"));
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.writeString(folder.resolve(name), spoilt);
    }

    private static void give(Object... things) {
        for (Object it : things) {
            for (Class<?> type = it.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
                POOL.computeIfAbsent(type, any -> new ArrayList<>()).add(it);
                Arrays.stream(type.getInterfaces()).filter(each -> each.getName().startsWith("io.mubiao"))
                        .forEach(each -> POOL.computeIfAbsent(each, any -> new ArrayList<>()).add(it));
            }
        }
    }

    @BeforeAll
    static void makeThem() throws IOException {
        give(Mubiao.readScoringRule(spoilt("seeds/scoring/c01-proportional.yaml", "scoring/c01-proportional.yaml").toString()));
        List<Problem> told = new ArrayList<>();
        Register register = RegisterFile.read(spoilt("seeds/jinan-2024/register.yaml", "jinan/register.yaml"), told::add);
        var rows = ObservationFile.read(spoilt("seeds/jinan-2024/observations.yaml", "jinan/observations.yaml"), register);
        assertTrue(rows.problems().stream().anyMatch(it -> it.code().equals("HIDDEN_CHARACTER")), rows.problems()::toString);
        ObservationLog log = rows.despiteProblems();
        var card = ScorecardFile.read(spoilt("seeds/jinan-2024/scorecard.yaml", "jinan/scorecard.yaml"), told::add);
        assertTrue(told.stream().filter(it -> it.code().equals("HIDDEN_CHARACTER")).count() >= 3, told::toString);
        Assessments all = Mubiao.assess(register, log, DAY);
        Scorer scorer = Scorer.of(card, register);
        Scorecard scored = scorer.score(all);
        Scorecard before = scorer.score(Mubiao.assess(register, log, LocalDate.of(2024, 3, 31)));
        var forecasts = Mubiao.forecast(all, log);
        give(card, card.rules().values().iterator().next());
        give(register, log, all, scored, forecasts, ScorecardDiff.of(before, scored, log));
        Gaps gaps = Gaps.of(scorer, log, AsOf.of(DAY));
        for (var item : scored) {
            give(item, item.score(), gaps.get(item.id()));
            item.assessment().ifPresent(it -> give(it, forecasts.get(it.target().id())));
        }
        scored.views().forEach(view -> scored.nodes(view).forEach(node -> give(node, gaps.node(view, node.id()))));
        Observation more = Observation.total("P03", DAY, Quantity.parse("10 个", register.units()));
        give(ScorecardWhatIf.of(scorer, log, DAY).with(more).run());
        var addition = Assessor.of(register, log, AsOf.of(DAY)).check(more);
        give(addition);
        addition.effects().forEach(SafeOutputTest::give);
        told.addAll(Mubiao.lint(all, log));
        land(told);
        give(told.toArray());
        give(JsonStyle.FULL);
        give((Object[]) Standing.values());
        give((Object[]) Status.values());
        give(Locale.CHINESE, Locale.ENGLISH, 5, 60);
        give(NarrowGrids.items(scored, Locale.CHINESE), NarrowGrids.behind(scored, Locale.ENGLISH));
        POOL.put(List.class, List.of(requireNonNull(POOL.get(Addition.class))));
    }

    private static void land(List<Problem> told) throws IOException {
        EvaluationRule rule = Mubiao.readRule(spoilt(PlainExplanationTest.DEMO + "exports: {public: [rank, id, name, class, reason, town]}\n", Path.of("land.yaml")).toString());
        Roll.Builder rows = Roll.builder(rule);
        for (int i = 0; i < 8; i++) {
            rows.add("E" + i, i + "厂" + RAW, Map.of("own", i + 2 + "", "tax", i % 3 == 0 ? "-5" : 30 * i + "", "kwh", i == 6 ? "" : "900000",
                    "emission", "2", "town", "东" + RAW, "accident", i == 3 ? "是" : "否", "start", i == 5 ? "2024-01-01" : "2010-01-01"));
        }
        Roll roll = rows.build();
        ClassHistory history = ClassHistory.of(Map.of("E1", List.of("C", "C"), "E9" + RAW, List.of("C")));
        Evaluation evaluation = LandAssessor.of(rule).prior(roll).history(history).evaluate(roll);
        EvaluationImpact impact = EvaluationWhatIf.of(evaluation).with("E4", "tax", "9").run();
        give(rule, roll, evaluation, impact, EvaluationDiff.of(evaluation, impact.after()), history, "public");
        for (String id : evaluation.ids()) {
            give(id, evaluation.explain(id), evaluation.get(id));
            Margin.of(evaluation, id).ifPresent(SafeOutputTest::give);
            give(Counterfactual.of(evaluation, id, "tax", "A"));
        }
        told.addAll(evaluation.problems());
    }

    private static Stream<Class<?>> writers() throws IOException {
        List<Class<?>> types = new ArrayList<>(List.of(Mubiao.class));
        for (String folder : List.of("render", "render/law", "io/result")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/io/mubiao", folder))) {
                files.filter(Files::isRegularFile).map(it -> it.getFileName().toString().replace(".java", ""))
                        .filter(it -> !it.equals("package-info")).sorted().forEach(name -> {
                    try {
                        types.add(Class.forName("io.mubiao." + folder.replace('/', '.') + "." + name));
                    } catch (ClassNotFoundException e) {
                        throw new AssertionError(e);
                    }
                });
            }
        }
        return types.stream().filter(it -> Modifier.isPublic(it.getModifiers()));
    }

    private static boolean safe(String text) {
        return text.codePoints().allMatch(it -> it == '\n' || !(Characters.isControl(it) || Characters.isInvisible(it)));
    }

    private static void check(String text, String where, Map<String, String> wrong) {
        // What a terminal continues in another line is indented; a text that is given to it has its own lines.
        boolean broken = where.startsWith("TerminalText");
        boolean forged = !where.equals("TerminalText.write[String, int]")
                && text.lines().anyMatch(line -> (broken ? line : line.strip()).startsWith("100  达成"));
        if (!safe(text) || forged) {
            wrong.putIfAbsent(where, text.lines().filter(it -> !safe(it) || it.strip().startsWith("100  达成")).findFirst().orElse("")
                    .codePoints().mapToObj(it -> Characters.isControl(it) || Characters.isInvisible(it) ? String.format("<%X>", it) : Character.toString(it))
                    .collect(Collectors.joining()));
        }
    }

    @Test
    void everyWriterGivesLinesThatCanBeShown() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        int methods = 0;
        for (Class<?> type : writers().toList()) {
            for (Method method : type.getDeclaredMethods()) {
                boolean writes = Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() == String.class && !type.getSimpleName().equals("CsvOut");
                if (writes) {
                    methods++;
                    String name = type.getSimpleName() + "." + method.getName() + Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName).toList();
                    int told = call(method, name, new ArrayList<>(), wrong);
                    assertTrue(told > 0, () -> name + " was never called");
                }
            }
        }
        assertTrue(methods > 40, "methods: " + methods);
        assertEquals(Map.of(), wrong, () -> wrong.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n", "\n", "\n")));
    }

    private static int call(Method method, String name, List<Object> given, Map<String, String> wrong) throws ReflectiveOperationException {
        int at = given.size();
        if (at == method.getParameterCount()) {
            try {
                check(String.valueOf(method.invoke(null, given.toArray())), name, wrong);
                return 1;
            } catch (InvocationTargetException e) {
                check(String.valueOf(requireNonNull(e.getCause()).getMessage()), name + " throws", wrong);
                return e.getCause() instanceof IllegalArgumentException ? 0 : 1;
            }
        }
        List<Object> candidates = POOL.get(method.getParameterTypes()[at] == int.class ? Integer.class : method.getParameterTypes()[at]);
        assertNotNull(candidates, () -> name + ": the pool of this test lacks a " + method.getParameterTypes()[at].getSimpleName());
        int told = 0;
        for (Object candidate : candidates) {
            List<Object> more = new ArrayList<>(given);
            more.add(candidate);
            told += call(method, name, more, wrong);
        }
        return told;
    }

    /** Whatever is reached from results by methods without arguments prints as one safe text. */
    @Test
    void everyResultPrintsAsLinesThatCanBeShown() {
        Map<String, String> wrong = new TreeMap<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<Class<?>, Integer> counts = new HashMap<>();
        Deque<Object> open = new ArrayDeque<>(POOL.values().stream().flatMap(List::stream).toList());
        while (!open.isEmpty()) {
            Object it = open.poll();
            if (it instanceof Optional<?> maybe) {
                maybe.ifPresent(open::add);
            } else if (it instanceof Collection<?> many) {
                many.stream().limit(30).forEach(open::add);
            } else if (it instanceof Map<?, ?> map) {
                map.values().stream().limit(30).forEach(open::add);
            } else if (it.getClass().getName().startsWith("io.mubiao") && !TO_BE_READ_AGAIN.contains(it.getClass().getName().replaceAll(".*\\.|\\$.*", "")) && seen.add(it) && counts.merge(it.getClass(), 1, Integer::sum) <= 60) {
                check(it.toString(), it.getClass().getName().replace("io.mubiao.", ""), wrong);
                parts(it, open);
            }
        }
        assertTrue(counts.size() > 60, () -> "classes: " + counts.size());
        assertEquals(Map.of(), wrong, () -> wrong.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n", "\n", "\n")));
    }

    private static void parts(Object it, Deque<Object> open) {
        for (Method method : it.getClass().getMethods()) {
            if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(it.getClass().getModifiers())
                    && method.getDeclaringClass() != Object.class && method.getReturnType() != void.class
                    && !Stream.class.isAssignableFrom(method.getReturnType()) && !method.getName().equals("iterator")
                    && !method.getName().equals("hashCode")) {
                part(it, method).ifPresent(open::add);
            }
        }
    }

    /** What a method gives; nothing where it refuses. */
    private static Optional<Object> part(Object it, Method method) {
        try {
            return Optional.ofNullable(method.invoke(it));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    @Test
    void theCommandPrintsLinesThatCanBeShown() {
        Map<String, String> wrong = new TreeMap<>();
        String register = folder.resolve("jinan/register.yaml").toString();
        String observations = folder.resolve("jinan/observations.yaml").toString();
        String card = folder.resolve("jinan/scorecard.yaml").toString();
        for (List<String> options : List.<List<String>>of(List.of(), List.of("--lint"), List.of("--explain", "P05"), List.of("--explain", "x" + RAW),
                List.of("--scorecard", card), List.of("--scorecard", card, "--explain", "P05"), List.of("--json"), List.of("--lang", RAW),
                List.of("--scorecard", card, "--explain", "owner:" + RAW), List.of("--scorecard", "no" + RAW), List.of("--" + RAW), List.of("--known-by", RAW))) {
            for (String lang : List.of("zh", "en")) {
                List<String> args = new ArrayList<>(List.of(register, observations, "2024-09-30", "--despite-problems", "--lang", lang));
                args.addAll(options);
                check(printed(args), "command " + options.stream().map(Characters::shown).toList(), wrong);
            }
        }
        check(printed(List.of("no" + RAW, observations, "2024-09-30")), "command without file", wrong);
        check(printed(List.of(RAW)), "command with one argument", wrong);
        assertEquals(Map.of(), wrong, () -> wrong.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n", "\n", "\n")));
    }

    private static String printed(List<String> args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Main.run(args, stream, stream);
        return out.toString(StandardCharsets.UTF_8);
    }
}
