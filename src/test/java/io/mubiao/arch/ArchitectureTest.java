package io.mubiao.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.mubiao.assess.Assessment;
import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.rule.Rule;
import io.mubiao.rule.RuleBuilder;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scoring.Score;
import io.mubiao.trace.Trace;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dependencies point one way, and what must stay out of the library stays out. */
@AnalyzeClasses(packages = "io.mubiao", importOptions = MainClassesOnly.class)
class ArchitectureTest {
    private static final String[] ABOVE = {"lint", "example", "io", "render", "workbook", "report", "facade", "cli", "shell"};

    @ArchTest
    static final ArchTests verbs = ArchTests.in(VerbRules.class);

    @ArchTest
    static final ArchRule layersPointOneWay = layers("work", "lookup", "value", "problem", "trace", "time", "formula", "rule", "shape",
            "target", "observe", "assess", "scoring", "scorecard", "compare", "gap", "forecast", "method", "land", "lint", "example", "io", "render",
            "workbook", "report", "cli", "shell")
            .layer("facade").definedBy("io.mubiao")
            .whereLayer("cli").mayNotBeAccessedByAnyLayer()
            .whereLayer("shell").mayNotBeAccessedByAnyLayer()
            .whereLayer("facade").mayOnlyBeAccessedByLayers("cli", "shell")
            .whereLayer("workbook").mayOnlyBeAccessedByLayers("facade", "cli", "shell")
            .whereLayer("report").mayOnlyBeAccessedByLayers("facade", "cli", "shell")
            .whereLayer("io").mayOnlyBeAccessedByLayers("workbook", "report", "facade", "cli", "shell")
            .whereLayer("render").mayOnlyBeAccessedByLayers("workbook", "report", "facade", "cli", "shell")
            .whereLayer("lint").mayOnlyBeAccessedByLayers("facade", "cli", "shell")
            .whereLayer("example").mayOnlyBeAccessedByLayers("io", "facade", "cli", "shell")
            .whereLayer("gap").mayOnlyBeAccessedByLayers(ABOVE)
            .whereLayer("compare").mayOnlyBeAccessedByLayers(ABOVE)
            .whereLayer("scorecard").mayOnlyBeAccessedByLayers(and(ABOVE, "gap", "compare"))
            .whereLayer("scoring").mayOnlyBeAccessedByLayers(and(ABOVE, "gap", "compare", "scorecard"))
            .whereLayer("forecast").mayOnlyBeAccessedByLayers(ABOVE)
            .whereLayer("method").mayOnlyBeAccessedByLayers(ABOVE)
            .whereLayer("assess").mayOnlyBeAccessedByLayers(and(ABOVE, "gap", "compare", "scorecard", "scoring", "forecast",
                    "method"))
            .whereLayer("target").mayOnlyBeAccessedByLayers(and(ABOVE, "gap", "compare", "scorecard", "scoring", "forecast",
                    "method", "assess"))
            .whereLayer("observe").mayOnlyBeAccessedByLayers(and(ABOVE, "gap", "compare", "scorecard", "scoring", "forecast",
                    "method", "assess", "target"))
            .whereLayer("land").mayOnlyBeAccessedByLayers(ABOVE)
            .whereLayer("shape").mayOnlyBeAccessedByLayers(and(ABOVE, "gap", "compare", "scorecard", "scoring", "forecast",
                    "method", "assess", "land"));

    /** Each of these packages with everything below it. */
    private static Architectures.LayeredArchitecture layers(String... names) {
        Architectures.LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : names) {
            layers = layers.layer(name).definedBy("io.mubiao." + name + "..");
        }
        return layers;
    }

    private static String[] and(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    private static final String[] KERNEL = packages("work", "lookup", "value", "problem", "trace", "time", "formula", "shape", "rule");
    private static final String[] TARGETS = packages("target", "observe", "assess", "scoring", "scorecard", "compare", "gap",
            "forecast", "method");
    private static final String[] EDGE = packages("lint", "example", "io", "render", "workbook", "report", "cli", "shell");

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> "io.mubiao." + name + "..").toArray(String[]::new);
    }

    @ArchTest
    static final ArchRule theKernelKnowsNoFlow = noClasses().that().resideInAnyPackage(KERNEL)
            .should().dependOnClassesThat().resideInAnyPackage(TARGETS)
            .orShould().dependOnClassesThat().resideInAPackage("io.mubiao.land..")
            .orShould().dependOnClassesThat().resideInAnyPackage(EDGE);

    @ArchTest
    static final ArchRule landKnowsNoTargets = noClasses().that().resideInAPackage("io.mubiao.land..")
            .should().dependOnClassesThat().resideInAnyPackage(TARGETS);

    @ArchTest
    static final ArchRule targetsKnowNoLand = noClasses().that().resideInAnyPackage(TARGETS)
            .should().dependOnClassesThat().resideInAPackage("io.mubiao.land..");

    @ArchTest
    static final ArchRule evaluationsKnowNoQuestions = noClasses().that().resideInAPackage("io.mubiao.land.assess..")
            .should().dependOnClassesThat().resideInAPackage("io.mubiao.land.question..");

    @ArchTest
    static final ArchRule noCycles = slices().matching("io.mubiao.(*)..").should().beFreeOfCycles();

    /** At every level; what is internal to a package belongs to it. */
    @ArchTest
    static final ArchRule noCyclesBetweenRooms = slices().assignedFrom(new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass owner) {
            return SliceIdentifier.of(owner.getPackageName().replaceFirst("\\.internal.*", ""));
        }

        @Override
        public String getDescription() {
            return "packages with their internals";
        }
    }).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule internalsStayInside = codeUnits().that().arePublic().and().areDeclaredInClassesThat().arePublic()
            .and().areDeclaredInClassesThat().resideOutsideOfPackage("..internal..").should(nameNothingInternal());

    private static final DescribedPredicate<JavaClass> STEP = new DescribedPredicate<>("a step of a trace") {
        @Override
        public boolean test(JavaClass owner) {
            return owner.isAssignableTo(Trace.class);
        }
    };

    /** A trace tells how a result came about; results are never read back from it. */
    @ArchTest
    static final ArchRule tracesAreWrittenAndNeverRead = noClasses().that().resideInAnyPackage(packages("assess", "scoring",
            "scorecard", "compare", "gap", "forecast", "lint", "method")).should().callMethodWhere(
                    target(owner(STEP)).and(target(not(name("calc").or(name("compute")).or(name("<init>"))))))
            .orShould().callMethod(Assessment.class, "trace").orShould().callMethod(NodeScore.class, "trace")
            .orShould().callMethod(Score.class, "trace");

    /** An explanation of land looks up by name what its traces show; numbers it has from where they are worked out. */
    @ArchTest
    static final ArchRule numbersAreNotReadBackFromTraces = noClasses().that().resideInAnyPackage(packages("land"))
            .should().callMethodWhere(target(owner(STEP)).and(target(name("value").or(name("number")))));

    /** Whoever finds problems tells them to the collector, which knows places and near words; readers know lines beside. */
    @ArchTest
    static final ArchRule problemsAreCollectedInOnePlace = noClasses().that()
            .resideOutsideOfPackages("io.mubiao.problem..", "io.mubiao.io.internal..")
            .should().callMethod(Problem.class, "error", String.class, Place.class, String.class)
            .orShould().callMethod(Problem.class, "warning", String.class, Place.class, String.class)
            .orShould().callConstructor(Problem.class, Problem.Severity.class, String.class, Place.class, String.class);

    /** They throw on, with the exception as the cause, and say which value it was; the command and the session print. */
    private static final Set<String> SAY_WHERE = Set.of("RationalText", "Quantity", "Main", "CommandTree", "BoundParser", "SheetBook", "Complaint",
            "RuleNew", "Session", "Desk", "Unwritable");

    @ArchTest
    static void messagesBecomeProblemsInOnePlace(JavaClasses classes) {
        Set<String> readers = classes.stream().flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTarget().getName().equals("getMessage")
                        && (call.getTarget().getOwner().isAssignableTo(Throwable.class) || isOfOthers(call.getTarget().getOwner())))
                .map(call -> call.getOriginOwner().getSimpleName()).filter(name -> !SAY_WHERE.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("Reasoned"), readers);
    }

    private static boolean isOfOthers(JavaClass type) {
        return !type.getPackageName().startsWith("io.mubiao");
    }

    @ArchTest
    static final ArchRule jacksonOnlyInIo = noClasses().that().resideOutsideOfPackage("io.mubiao.io..")
            .should().dependOnClassesThat().resideInAnyPackage("com.fasterxml..", "org.yaml..");

    /** A host may go without the libraries for workbooks. */
    @ArchTest
    static final ArchRule workbookLibrariesOnlyInTheirRooms = noClasses().that()
            .resideOutsideOfPackages("io.mubiao.io.internal.sheet", "io.mubiao.workbook.internal")
            .should().dependOnClassesThat().resideInAPackage("org.dhatim..");

    /** A host may go without the library for pages. */
    @ArchTest
    static final ArchRule pageLibraryOnlyInItsRoom = noClasses().that().resideOutsideOfPackage("io.mubiao.report.internal")
            .should().dependOnClassesThat().resideInAPackage("freemarker..");

    @ArchTest
    static final ArchRule noBinaryFloatingPoint = noMethods()
            .that().areDeclaredInClassesThat(new DescribedPredicate<>("may not hold doubles") {
                @Override
                public boolean test(JavaClass owner) {
                    return !isProvedFastPath(owner) && !isStatistics(owner);
                }
            }).should(useDoubles())
            .because("decimals are exact and rounding is declared");

    @ArchTest
    static final ArchRule noFloatingFields = fields()
            .that().areDeclaredInClassesThat(new DescribedPredicate<>("may not hold doubles") {
                @Override
                public boolean test(JavaClass owner) {
                    return !isProvedFastPath(owner) && !isStatistics(owner);
                }
            }).should().notHaveRawType(double.class)
            .andShould().notHaveRawType(float.class);

    @ArchTest
    static final ArchRule timeIsAnInput = noClasses().should().callMethodWhere(
            target(name("now")).and(target(owner(new DescribedPredicate<JavaClass>("java.time") {
                @Override
                public boolean test(JavaClass owner) {
                    return owner.getPackageName().equals("java.time");
                }
            }))));

    @ArchTest
    static final ArchRule zoneAndLocaleAreInputs = noClasses()
            .should().callMethod(ZoneId.class, "systemDefault")
            .orShould().callMethod(Locale.class, "getDefault");

    @ArchTest
    static final ArchRule onlyTheCommandAndTheSessionPrint = noClasses().that().resideOutsideOfPackages("io.mubiao.cli", "io.mubiao.shell")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule publicSignaturesUseTheJdkAndUs = methods().that().arePublic()
            .and().areDeclaredInClassesThat().arePublic().should(haveOwnTypesInSignature());

    @ArchTest
    static final ArchRule definitionsAndValuesAreImmutable = classes()
            .that().resideInAnyPackage("io.mubiao.work", "io.mubiao.value", "io.mubiao.target", "io.mubiao.trace",
                    "io.mubiao.problem", "io.mubiao.formula", "io.mubiao.shape", "io.mubiao.rule", "io.mubiao.land",
                    "io.mubiao.method", "io.mubiao.land.question")
            .and().arePublic().and().doNotHaveSimpleName("Builder").and().areNotAssignableTo(Throwable.class)
            .and().areNotInterfaces().and().areNotAssignableTo(RuleBuilder.class)
            .should().haveOnlyFinalFields().andShould().haveModifier(JavaModifier.FINAL)
            .orShould().beEnums().orShould().be(Rule.class);

    /** Each column of doubles stands beside the bound that proves its rounding. */
    private static boolean isProvedFastPath(JavaClass owner) {
        return owner.getPackageName().equals("io.mubiao.land.assess.internal.column")
                || owner.getPackageName().equals("io.mubiao.land.assess.internal.near");
    }

    /** Distributions and fits are doubles by nature; they stay inside of forecast. */
    private static boolean isStatistics(JavaClass owner) {
        return owner.getPackageName().equals("io.mubiao.forecast.internal");
    }

    private static ArchCondition<JavaCodeUnit> nameNothingInternal() {
        return new ArchCondition<>("name no type of an internal package") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                boolean inside = Stream.concat(unit.getReturnType().getAllInvolvedRawTypes().stream(),
                                unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                        .noneMatch(type -> type.getPackageName().contains(".internal"));
                events.add(new SimpleConditionEvent(unit, inside, unit.getFullName()));
            }
        };
    }

    private static ArchCondition<JavaMethod> useDoubles() {
        return condition("use double or float", method -> types(method)
                .anyMatch(type -> type.isEquivalentTo(double.class) || type.isEquivalentTo(float.class)), true);
    }

    private static ArchCondition<JavaMethod> haveOwnTypesInSignature() {
        return condition("use only JDK and io.mubiao types", method -> types(method)
                .allMatch(type -> type.getPackageName().isEmpty() || type.isPrimitive()
                        || type.getPackageName().startsWith("java.") || type.getPackageName().startsWith("io.mubiao")),
                false);
    }

    private static Stream<JavaClass> types(JavaMethod method) {
        return Stream.concat(Stream.of(method.getRawReturnType()),
                method.getParameterTypes().stream().map(JavaType::toErasure)).map(JavaClass::getBaseComponentType);
    }

    private static ArchCondition<JavaMethod> condition(
            String text, java.util.function.Predicate<JavaMethod> holds, boolean eventIsSatisfied) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean satisfied = holds.test(method);
                if (satisfied == eventIsSatisfied || !satisfied) {
                    events.add(new SimpleConditionEvent(method, satisfied, method.getFullName()));
                }
            }
        };
    }
}
