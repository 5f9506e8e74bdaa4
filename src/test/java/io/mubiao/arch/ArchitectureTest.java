package io.mubiao.arch;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Dependencies point one way, and what must stay out of the library stays out. */
@AnalyzeClasses(packages = "io.mubiao", importOptions = MainClassesOnly.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule layersPointOneWay = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("facade").definedBy("io.mubiao")
            .layer("cli").definedBy("io.mubiao.cli")
            .layer("io").definedBy("io.mubiao.io")
            .layer("render").definedBy("io.mubiao.render")
            .layer("lint").definedBy("io.mubiao.lint")
            .layer("scorecard").definedBy("io.mubiao.scorecard")
            .layer("assess").definedBy("io.mubiao.assess")
            .layer("forecast").definedBy("io.mubiao.forecast")
            .layer("method").definedBy("io.mubiao.method")
            .layer("target").definedBy("io.mubiao.target")
            .layer("observe").definedBy("io.mubiao.observe")
            .layer("land.assess").definedBy("io.mubiao.land.assess")
            .layer("land").definedBy("io.mubiao.land")
            .layer("scoring").definedBy("io.mubiao.scoring")
            .layer("trace").definedBy("io.mubiao.trace")
            .layer("rule").definedBy("io.mubiao.rule")
            .layer("formula").definedBy("io.mubiao.formula")
            .layer("time").definedBy("io.mubiao.time")
            .layer("outcome").definedBy("io.mubiao.outcome")
            .layer("value").definedBy("io.mubiao.value")
            .whereLayer("facade").mayOnlyBeAccessedByLayers("cli")
            .whereLayer("cli").mayNotBeAccessedByAnyLayer()
            .whereLayer("io").mayOnlyBeAccessedByLayers("facade", "cli")
            .whereLayer("render").mayOnlyBeAccessedByLayers("facade", "cli")
            .whereLayer("lint").mayOnlyBeAccessedByLayers("facade", "cli")
            .whereLayer("scorecard").mayOnlyBeAccessedByLayers("lint", "io", "render", "facade", "cli")
            .whereLayer("forecast").mayOnlyBeAccessedByLayers("io", "render", "facade", "cli")
            .whereLayer("method").mayOnlyBeAccessedByLayers("io", "render", "facade", "cli")
            .whereLayer("assess").mayOnlyBeAccessedByLayers(
                    "scorecard", "forecast", "method", "lint", "io", "render", "facade", "cli")
            .whereLayer("target").mayOnlyBeAccessedByLayers(
                    "scorecard", "forecast", "method", "assess", "lint", "io", "render", "facade", "cli")
            .whereLayer("land.assess").mayOnlyBeAccessedByLayers("lint", "io", "render", "facade", "cli")
            .whereLayer("land").mayOnlyBeAccessedByLayers("land.assess", "lint", "io", "render", "facade", "cli")
            .whereLayer("scoring").mayOnlyBeAccessedByLayers("land", "land.assess", "scorecard", "forecast",
                    "assess", "method", "lint", "io", "render", "facade", "cli")
            .whereLayer("observe").mayOnlyBeAccessedByLayers("target", "scorecard", "forecast", "assess", "method",
                    "lint", "io", "render", "facade", "cli");

    private static final String[] KERNEL = {"io.mubiao.value", "io.mubiao.outcome", "io.mubiao.trace", "io.mubiao.time",
        "io.mubiao.formula", "io.mubiao.scoring", "io.mubiao.rule"};
    private static final String[] TARGETS = {"io.mubiao.target", "io.mubiao.observe", "io.mubiao.assess",
        "io.mubiao.scorecard", "io.mubiao.forecast", "io.mubiao.method"};
    private static final String[] EDGE = {"io.mubiao.lint", "io.mubiao.io", "io.mubiao.render", "io.mubiao.cli"};

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
    static final ArchRule noCycles = slices().matching("io.mubiao.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule jacksonOnlyInIo = noClasses().that().resideOutsideOfPackage("io.mubiao.io")
            .should().dependOnClassesThat().resideInAnyPackage("com.fasterxml..", "org.yaml..");

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
    static final ArchRule onlyTheCommandPrints = noClasses().that().resideOutsideOfPackage("io.mubiao.cli")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule publicSignaturesUseTheJdkAndUs = methods().that().arePublic()
            .and().areDeclaredInClassesThat().arePublic().should(haveOwnTypesInSignature());

    @ArchTest
    static final ArchRule definitionsAndValuesAreImmutable = classes()
            .that().resideInAnyPackage("io.mubiao.value", "io.mubiao.target", "io.mubiao.trace", "io.mubiao.outcome",
                    "io.mubiao.formula", "io.mubiao.scoring", "io.mubiao.rule", "io.mubiao.land", "io.mubiao.method")
            .and().arePublic().and().doNotHaveSimpleName("Builder").and().areNotAssignableTo(Throwable.class)
            .and().areNotInterfaces()
            .should().haveOnlyFinalFields().andShould().haveModifier(JavaModifier.FINAL)
            .orShould().beEnums();

    /** Doubles are for package-private columns of land.assess, each beside the bound that proves its rounding. */
    private static boolean isProvedFastPath(JavaClass owner) {
        JavaClass outer = outermost(owner);
        return outer.getPackageName().equals("io.mubiao.land.assess") && !outer.getModifiers().contains(JavaModifier.PUBLIC)
                && List.of("Vec", "VecCompiler", "Block", "FastSums", "FastTotals", "GroupSums", "RawColumn", "Quotient", "Held",
                        "GroupNumbers", "ByGroup", "PlainTotals")
                        .contains(outer.getSimpleName());
    }

    /** Distributions and fits are doubles by nature; they stay in these package-private classes of forecast. */
    private static boolean isStatistics(JavaClass owner) {
        JavaClass outer = outermost(owner);
        return outer.getPackageName().equals("io.mubiao.forecast") && !outer.getModifiers().contains(JavaModifier.PUBLIC)
                && List.of("Reals", "NegativeBinomial", "BetaBinomial", "OpenMembers", "Student", "Regression", "Levels")
                        .contains(outer.getSimpleName());
    }

    private static JavaClass outermost(JavaClass owner) {
        JavaClass outer = owner;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
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
