package io.mubiao.render.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Exclusion;
import io.mubiao.land.Group;
import io.mubiao.land.Item;
import io.mubiao.land.Policy;
import io.mubiao.land.PostRule;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Rule;
import io.mubiao.rule.RuleBuilder;
import io.mubiao.scorecard.LightRule;
import io.mubiao.scorecard.ManualOverride;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.Rollup;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.View;
import io.mubiao.scoring.OverSet;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Cut;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever a rule can say has words: every component of every definition is changed in turn, found by reflection, and the words
 * change with it. A new form, or a new component, that the words leave out fails here.
 */
class EveryFormHasWordsTest {
    /** Short names that stand for a title, and what only one form of a record has. */
    private static final Set<String> SILENT = Set.of("Requirement.id", "Column.id", "Label.id", "Table.id", "Derived.id", "Indicator.id",
            "BaselineRule.id", "Group.id", "Bonus.id", "Parameter.id", "Exclusion.id", "PostRule.id", "Consequence.id", "RuleInput.id",
            "Claim.id", "View.id", "ItemRule.id", "PostRule.steps", "Source.id", "Example",
            "Again.id");

    /** What only goes together with something else, and is tried by hand below or in a rule that is shipped. */
    private static final Set<String> REFUSED = Set.of("RuleInput.kind", "Parameter.unit", "Memory.becomes", "ManualOverride.from",
            "NodeRule.rollup", "NodeRule.weightsTotal", "Quota.cumulative", "Quota.remainder", "Policy.kind", "Among.best", "BaselineRule.kind",
            "NodeRule.best", "RuleInput.over", "Exclusion.place");

    private static final List<Locale> BOTH = List.of(Locale.CHINESE, Locale.ENGLISH);

    private static String words(Rule<?> rule, Locale locale) {
        RuleText text = rule instanceof EvaluationRule land ? RuleText.of(land)
                : rule instanceof ScoringRule scoring ? RuleText.of(scoring) : RuleText.of((ScorecardRule) rule);
        return text.write(locale);
    }

    private static <B extends RuleBuilder<?, ?>> List<Field> fields(B builder) {
        List<Field> fields = Arrays.stream(builder.getClass().getDeclaredFields())
                .filter(it -> !Modifier.isStatic(it.getModifiers()) && !Modifier.isFinal(it.getModifiers()) && !it.isSynthetic()).toList();
        fields.forEach(it -> it.setAccessible(true));
        return fields;
    }

    /** The rule as it is, unchecked where that can be had: words are for whatever is written. */
    private static Rule<?> with(RuleBuilder<?, ?> filled, Field field, Object value) throws ReflectiveOperationException {
        RuleBuilder<?, ?> copy = filled.copy();
        field.set(copy, value);
        Constructor<?> constructor = copy.getClass().getDeclaringClass().getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return (Rule<?>) (constructor.getParameterCount() == 1 ? constructor.newInstance(copy) : constructor.newInstance(copy, new Problems()));
    }

    private static void check(Supplier<RuleBuilder<?, ?>> builder, Set<String> skipped) throws ReflectiveOperationException {
        Samples samples = new Samples();
        RuleBuilder<?, ?> filled = builder.get();
        List<Field> fields = fields(filled).stream().filter(it -> !skipped.contains(it.getName())).toList();
        for (Field field : fields) {
            field.set(filled, samples.one(field.getGenericType()));
        }
        Set<String> wordless = new TreeSet<>();
        Set<String> tried = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        for (Field field : fields) {
            for (Object form : samples.all(field.getGenericType())) {
                List<String> before = new ArrayList<>();
                for (Locale locale : BOTH) {
                    before.add(words(with(filled, field, form), locale));
                }
                for (Samples.Variant variant : samples.variants(field.getGenericType(), form, field.getName())) {
                    String component = variant.component().replaceFirst(" .*", "");
                    if (variant.record().toString().contains("REFUSED")) {
                        refused.add(component);
                    }
                    if (variant.record().toString().contains("REFUSED") || SILENT.stream().anyMatch(variant.component()::endsWith)) {
                        continue;
                    }
                    tried.add(component);
                    Rule<?> changed = with(filled, field, variant.record());
                    for (int i = 0; i < BOTH.size(); i++) {
                        if (words(changed, BOTH.get(i)).equals(before.get(i))) {
                            wordless.add(variant.component());
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), wordless, String.join("\n", wordless));
        refused.removeAll(tried);
        refused.removeIf(component -> REFUSED.stream().anyMatch(component::endsWith));
        assertEquals(Set.of(), refused, "no other value is taken: give one in Fitting");
        assertTrue(tried.size() > 20, "tried " + tried);
    }

    @Test
    void ofRulesOfLandEfficiency() throws ReflectiveOperationException {
        check(() -> EvaluationRule.builder("r"), Set.of());
    }

    @Test
    void ofScoringRules() throws ReflectiveOperationException {
        Part part = Part.of("p", new Shape.Custom(Formula.parse("w * x")), "attainment");
        check(() -> ScoringRule.builder("r", Rational.of(10)).parts(List.of(part)), Set.of("lines"));
    }

    @Test
    void ofScorecards() throws ReflectiveOperationException {
        ScoringRule scoring = ScoringRule.of("s", 10, Part.of("p", new Shape.Custom(Formula.parse("w * x")), "attainment"));
        check(() -> ScorecardRule.builder("c").rules(Map.of("s", scoring)), Set.of("rules", "cites"));
    }

    @Test
    void ofTreesThatAreWrittenOut() {
        Samples samples = new Samples();
        View.Branch leaf = (View.Branch) samples.record(View.Branch.class);
        View.Branch top = new View.Branch("上", "上级", NodeRule.PLAIN, List.of(leaf), List.of());
        String before = words(card(top), Locale.CHINESE);
        for (Samples.Variant variant : samples.variants(View.Branch.class, leaf, "branch")) {
            if (!variant.record().toString().contains("REFUSED")) {
                View.Branch changed = new View.Branch("上", "上级", NodeRule.PLAIN, List.of((View.Branch) variant.record()), List.of());
                boolean silent = variant.component().endsWith("Branch.id");
                assertEquals(silent, words(card(changed), Locale.CHINESE).equals(before), variant.component());
            }
        }
    }

    private static ScorecardRule card(View.Branch top) {
        View view = new View("v", "看", NodeRule.PLAIN, List.of(), List.of(top), io.mubiao.scorecard.Credit.LEAD_ALONE, Optional.empty());
        return ScorecardRule.builder("c").views(List.of(view)).checked().value();
    }

    /** A part of a scoring rule is no record: each of its fields differs in one of these. */
    @Test
    void ofPartsOfScoringRules() throws ReflectiveOperationException {
        Part part = Part.of("p", new Shape.Custom(Formula.parse("w * x")), "attainment");
        Part sum = Part.sum("p", List.of(part));
        List<Part> parts = Stream.of(part, Part.of("p", new Shape.Custom(Formula.parse("w * x")), "actual"), part.title("t"),
                part.lowerIsBetter(), part.weight("2"), part.with("base", "1"), part.with("base", "2"), part.with("target", "1"),
                part.gate("attainment >= 1"), part.gate(new Part.Gate(Formula.parse("attainment >= 1"), Formula.parse("2"))), part.times("2"),
                part.fallback(new Part.Fallback(Optional.of(Formula.parse("0")), Optional.empty())),
                part.fallback(new Part.Fallback(Optional.empty(), Optional.of(Formula.parse("0")))), part.cap("1"), part.floor("1"),
                part.limits(Limits.<Formula>none().rounding(Rounding.parse("2 half-up"))), part.cite(new Cite("", "第三条", "")), sum,
                Part.sum("p", List.of(part, part.title("t")))).toList();
        Samples samples = new Samples();
        List<Part> all = new ArrayList<>(parts);
        samples.all(Shape.class).forEach(form -> {
            all.add(Part.of("p", (Shape) form, "attainment"));
            samples.variants(Shape.class, form, "shape").stream().filter(it -> it.record() instanceof Shape)
                    .forEach(it -> all.add(Part.of("p", (Shape) it.record(), "attainment")));
        });
        for (Locale locale : BOTH) {
            List<String> said = all.stream().map(it -> words(scoring(it), locale)).toList();
            for (int i = 0; i < all.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertEquals(all.get(i).equals(all.get(j)), said.get(i).equals(said.get(j)), all.get(i) + " and " + all.get(j));
                }
            }
        }
        for (Field field : Part.class.getDeclaredFields()) {
            field.setAccessible(true);
            Object own = field.get(part);
            boolean varied = field.getName().equals("id");
            for (Part other : parts) {
                varied |= !field.get(other).equals(own);
            }
            assertTrue(varied, "no part here differs in " + field.getName());
        }
    }

    @Test
    void whatOnlyGoesTogether() {
        Set<String> kinds = new TreeSet<>();
        for (Symbol.Kind kind : Symbol.Kind.values()) {
            RuleInput input = new RuleInput("i", "数", Optional.empty(), kind, Optional.empty(), true);
            kinds.add(words(ScoringRule.builder("r", Rational.of(10)).inputs(List.of(input)).checked().value(), Locale.CHINESE));
        }
        assertEquals(Symbol.Kind.values().length, kinds.size());
        Set<String> units = new TreeSet<>();
        for (String unit : List.of("亩", "元")) {
            Parameter parameter = new Parameter("p", "数", Units.builtIn().get(unit), Optional.empty(), Optional.empty(), Optional.empty(), Cite.NONE);
            units.add(words(EvaluationRule.builder("r").parameters(List.of(parameter)).checked().value(), Locale.CHINESE));
        }
        assertEquals(2, units.size());
        Stream<String> policies = Stream.of(Policy.REFUSE, Policy.COMPUTE, new Policy(Policy.Kind.MEAN_SCORE, Optional.empty()),
                new Policy(Policy.Kind.REWEIGHT, Optional.empty()), new Policy(Policy.Kind.POINTS, Optional.of(Formula.parse("0")))).flatMap(it ->
                Stream.of(item(it, Policy.REFUSE), item(Policy.REFUSE, it))).map(it -> words(EvaluationRule.builder("r").groups(List.of(
                new Group("g", "组", Optional.empty(), Optional.empty(), List.of(it), Optional.empty(), Cite.NONE))).checked().value(), Locale.CHINESE));
        assertEquals(9, policies.distinct().count());
        Stream<String> baselines = Stream.concat(Arrays.stream(BaselineRule.Kind.values()).map(it -> baseline(it, Optional.empty())), Stream.of(
                among(2, 0, 0), among(3, 0, 0), among(0, 2, 0), among(0, 0, 2), among(0, 2, 2)).map(it -> baseline(BaselineRule.Kind.MEAN, it)))
                .map(it -> words(EvaluationRule.builder("r").baselines(List.of(it)).checked().value(), Locale.CHINESE));
        assertEquals(BaselineRule.Kind.values().length + 5, baselines.distinct().count());
        Stream<String> best = Stream.of(NodeRule.PLAIN, NodeRule.PLAIN.best(2), NodeRule.PLAIN.best(3)).map(it -> words(
                ScorecardRule.builder("c").views(List.of(View.by("chapter", it, NodeRule.PLAIN))).checked().value(), Locale.CHINESE));
        assertEquals(3, best.distinct().count());
        Stream<String> kept = Arrays.stream(Exclusion.Kept.values()).map(it -> words(EvaluationRule.builder("r").exclusions(List.of(
                new Exclusion("e", "免", Formula.parse("q"), Exclusion.Effect.UNGRADED, "T", it, Cite.NONE))).checked().value(), Locale.CHINESE));
        assertEquals(Exclusion.Kept.values().length, kept.distinct().count());
        Stream<RuleInput> sets = Arrays.stream(OverSet.Fold.values()).flatMap(fold -> Arrays.stream(OverSet.Lacking.values()).map(lacking -> fold.counts()
                ? RuleInput.counted("i", fold, "met", lacking) : RuleInput.folded("i", fold, Reading.ATTAINMENT, Unit.NONE, lacking)));
        List<String> folds = Stream.concat(sets, Stream.of(RuleInput.counted("i", OverSet.Fold.COUNT_OF, "missed", OverSet.Lacking.SKIP))).map(it ->
                words(ScoringRule.builder("r", Rational.of(10)).inputs(List.of(it)).checked().value(), Locale.CHINESE)).toList();
        assertEquals(folds.size(), folds.stream().distinct().count());
        Stream<String> shifts = Stream.of(-2, -1, 1, 2).map(steps -> words(EvaluationRule.builder("r").overrides(List.of(
                new PostRule("p", "调", Optional.empty(), PostRule.Effect.SHIFT, "", steps, Cite.NONE))).checked().value(), Locale.CHINESE));
        assertEquals(4, shifts.distinct().count());
        Stream<String> rollups = Arrays.stream(Rollup.values()).map(it -> words(ScorecardRule.builder("c").views(List.of(
                View.by("chapter", NodeRule.PLAIN.rollup(it), NodeRule.PLAIN))).checked().value(), Locale.CHINESE));
        assertEquals(Rollup.values().length, rollups.distinct().count());
        Grades grades = (Grades) new Samples().one(Grades.class);
        ScorecardRule.Builder card = ScorecardRule.builder("c").grades(grades).nodeLights(grades);
        for (String path : List.of("grades", "node-lights")) {
            assertTrue(words(card.cites(Map.of(path, new Cite("", "第三条", ""))).checked().value(), Locale.CHINESE).contains("第三条"), path);
        }
        Stream<String> memories = Stream.of("文1", "文2").map(light -> words(ScorecardRule.builder("c").lights(new LightRule(Map.of(), Map.of(),
                Formula.parse("points_behind"), grades, List.of(new LightRule.Memory(List.of("文1"), 2, light)), Cite.NONE)).checked().value(), Locale.CHINESE));
        assertEquals(2, memories.distinct().count());
        Stream<String> days = Stream.of(1, 2).map(day -> words(ScorecardRule.builder("c").overrides(List.of(new ManualOverride("", "i",
                Optional.of(Rational.ONE), Optional.empty(), Optional.empty(), "张三", "复核", LocalDate.of(2024, 1, day), LocalDate.of(2024, 2, 1))))
                .checked().value(), Locale.CHINESE));
        assertEquals(2, days.distinct().count());
    }

    private static BaselineRule baseline(BaselineRule.Kind kind, Optional<BaselineRule.Among> among) {
        return new BaselineRule("b", "b", "i", kind, Optional.empty(), List.of(), BaselineRule.Population.EVALUATED, Optional.empty(), false,
                Optional.empty(), Optional.empty(), among, Optional.empty(), Cite.NONE);
    }

    private static Optional<BaselineRule.Among> among(int best, int dropBest, int dropWorst) {
        return Optional.of(new BaselineRule.Among(cut(best), cut(dropBest), cut(dropWorst), java.math.RoundingMode.HALF_UP));
    }

    private static Optional<Cut> cut(int count) {
        return count == 0 ? Optional.empty() : Optional.of(new Cut(Optional.empty(), Optional.of(Rational.of(count))));
    }

    private static Item item(Policy missing, Policy zero) {
        return new Item("i", "i", Formula.parse("1"), new Shape.Ratio(), Map.of(), Limits.none(), Optional.empty(), Policy.COMPUTE, Policy.COMPUTE, missing, zero, Policy.REFUSE, Cite.NONE);
    }

    private static ScoringRule scoring(Part part) {
        return ScoringRule.builder("r", Rational.of(10)).parts(List.of(part)).checked().value();
    }
}
