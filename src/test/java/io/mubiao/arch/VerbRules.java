package io.mubiao.arch;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.junit.ArchTest;
import io.mubiao.formula.Formula;
import io.mubiao.io.Input;
import io.mubiao.lookup.Lookup;
import io.mubiao.observe.Observation;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** The verbs that the root package lists are the verbs there are, and each means the same everywhere. */
class VerbRules {
    /** First words of names that say what one of the listed verbs says. */
    private static final Set<String> SYNONYMS = Set.of("from", "create", "make", "new", "instance", "copyOf", "load", "fetch",
            "retrieve", "obtain", "lookup", "search", "query", "select", "set", "put", "change", "append", "insert", "save",
            "store", "dump", "print", "render", "format", "export", "describe", "validate", "verify", "calculate", "rate",
            "rank", "predict", "simulate", "typed");
    /** What an analyst types has its own words. */
    private static final String SHELL = "io.mubiao.shell";
    /** What goes with toBytes. */
    private static final String OF_BYTES = "fromBytes";
    /** Arithmetic has its own words. */
    private static final Set<Class<?>> NUMBERS = Set.of(Rational.class, Enclosure.class, Quantity.class, Unit.class, Formula.class);

    private static List<JavaMethod> methods(JavaClasses classes) {
        List<JavaMethod> methods = classes.stream().filter(VerbRules::isPublic).flatMap(type -> type.getMethods().stream())
                .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC)
                        && !it.getModifiers().contains(JavaModifier.SYNTHETIC)).toList();
        assertTrue(methods.size() > 1_000, "public methods found: " + methods.size());
        return methods;
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC) && !type.getPackageName().contains(".internal")
                && !type.getPackageName().equals(SHELL)
                && type.getEnclosingClass().map(VerbRules::isPublic).orElse(true);
    }

    private static Executable none(JavaClasses classes, String what, Predicate<JavaMethod> violates) {
        return () -> assertEquals(List.of(), methods(classes).stream().filter(violates).map(JavaMethod::getFullName).sorted().toList(),
                what);
    }

    private static String firstWord(String name) {
        return name.split("(?=\\p{Upper})", 2)[0];
    }

    /** No accessor: a noun such as the change of a counterfactual. */
    private static boolean isDoing(JavaMethod method) {
        return isStatic(method) || (!method.getParameters().isEmpty() && !method.getName().equals("from")
                && !method.getOwner().getSimpleName().endsWith("Builder"));
    }

    private static boolean isStatic(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.STATIC);
    }

    /** Its own type or one nested with it, bare or in an Optional, a list or with problems. */
    private static boolean givesOwn(JavaMethod method) {
        return method.getReturnType().getAllInvolvedRawTypes().stream().anyMatch(it -> outermost(it).equals(outermost(method.getOwner())));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(VerbRules::outermost).orElse(type);
    }

    @ArchTest
    static void everyListedVerbIsUsedAndNoOtherWordSaysTheSame(JavaClasses classes) throws IOException {
        Set<String> words = methods(classes).stream().map(it -> firstWord(it.getName())).collect(Collectors.toCollection(TreeSet::new));
        Matcher listed = Pattern.compile("<dt>\\{@code (\\w+)}")
                .matcher(Files.readString(Path.of("src/main/java/io/mubiao/package-info.java")));
        Set<String> verbs = listed.results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(verbs.size() >= 15, verbs::toString);
        assertEquals(Set.of(), verbs.stream().filter(verb -> !words.contains(verb)).collect(Collectors.toSet()));
        assertAll(none(classes, "another word for a listed verb", it -> isDoing(it) && !it.getName().equals(OF_BYTES)
                && (SYNONYMS.contains(firstWord(it.getName())) || SYNONYMS.contains(it.getName()))));
    }

    @ArchTest
    static void ofMakesAThing(JavaClasses classes) {
        assertAll(
            none(classes, "of with something given is a static factory", it -> it.getName().equals("of") && !isStatic(it)
                    && !it.getParameters().isEmpty()),
            none(classes, "of gives what it is of", it -> it.getName().equals("of") && isStatic(it) && !givesOwn(it)
                    && !outermost(it.getOwner()).getPackageName().equals("io.mubiao.method")),
            none(classes, "builder gives a builder, build what it builds", it ->
                    (it.getName().equals("builder") && (!isStatic(it) || !it.getRawReturnType().getSimpleName().equals("Builder")))
                            || (it.getName().equals("build") && !it.getOwner().getSimpleName().endsWith("Builder"))));
    }

    @ArchTest
    static void parseAndReadMakeAThingOfATextOrAFile(JavaClasses classes) {
        assertAll(
            none(classes, "parse and read are static and take a text or files first", it -> isStatic(it)
                    && Set.of("parse", "read").contains(firstWord(it.getName())) && it.getParameters().stream()
                            .noneMatch(first -> first.getRawType().isEquivalentTo(String.class)
                                    || first.getRawType().isEquivalentTo(Path.class)
                                    || first.getRawType().isEquivalentTo(Input.class)
                                    || first.getType().getName().equals("java.util.List<java.nio.file.Path>"))),
            none(classes, "write gives a text or nothing", it -> it.getName().equals("write")
                    && !(it.getRawReturnType().isEquivalentTo(String.class) || it.getRawReturnType().isEquivalentTo(void.class))));
    }

    @ArchTest
    static void getThrowsAndFindIsOptional(JavaClasses classes) {
        assertAll(
            none(classes, "find gives an Optional", it -> it.getName().equals("find") && !it.getRawReturnType().isEquivalentTo(Optional.class)),
            none(classes, "get does not", it -> it.getName().equals("get") && it.getRawReturnType().isEquivalentTo(Optional.class)),
            none(classes, "accessors have no prefix", it -> it.getName().matches("get\\p{Upper}.*")),
            none(classes, "is and has tell yes or no", it -> it.getName().matches("(is|has)\\p{Upper}.*")
                    && !it.getRawReturnType().isEquivalentTo(boolean.class)),
            none(classes, "what is found by an id is a lookup", it -> it.getName().equals("get") && it.getParameters().size() == 1
                    && it.getRawParameterTypes().get(0).isEquivalentTo(String.class) && !it.getOwner().isAssignableTo(Lookup.class)
                    && !it.getOwner().isEquivalentTo(io.mubiao.value.Units.class)));
    }

    /** A copy is made by {@code with}, or bears the name of the part that is other in it; arithmetic gives results, no copies. */
    @ArchTest
    static void copiesAreMadeByWithOrNamedAfterTheirPart(JavaClasses classes) {
        assertAll(
            none(classes, "with gives a copy", it -> firstWord(it.getName()).equals("with") && !isStatic(it)
                    && !isSelf(it) && !it.getReturnType().getName().equals("R")),
            none(classes, "a copy is made by with or named after its part", it -> !isStatic(it) && isSelf(it)
                    && !it.getParameters().isEmpty() && NUMBERS.stream().noneMatch(it.getOwner()::isEquivalentTo)
                    && !it.getOwner().getSimpleName().endsWith("Builder") && !Set.of("with", "merge", "copy", "add", "map").contains(firstWord(it.getName()))
                    && parts(it.getOwner()).noneMatch(part -> firstWord(it.getName()).equals(firstWord(part)))));
    }

    private static boolean isSelf(JavaMethod method) {
        JavaType given = method.getReturnType();
        return given.toErasure().equals(method.getOwner()) || (method.getOwner().isAssignableTo(given.toErasure().getName())
                && !given.toErasure().isEquivalentTo(Object.class));
    }

    /** Its fields, those of its fields that are records, and those of the head of an observation. */
    private static Stream<String> parts(JavaClass type) {
        Stream<JavaField> fields = type.isEquivalentTo(Observation.class)
                ? type.getMethod("entry").getRawReturnType().getFields().stream() : type.getAllFields().stream();
        return fields.flatMap(it -> Stream.concat(Stream.of(it.getName()), it.getRawType().isRecord()
                ? it.getRawType().getFields().stream().map(JavaField::getName) : Stream.empty()));
    }
}
