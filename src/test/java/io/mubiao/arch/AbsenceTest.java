package io.mubiao.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.internal.Frame;
import io.mubiao.formula.internal.Num;
import io.mubiao.land.NameColumn;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.TextColumn;
import io.mubiao.target.Target;
import io.mubiao.testing.MainTypes;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be absent is an Optional where it is given, and is left out where it is taken: null is nobody's business. */
class AbsenceTest {
    /** The cells of a column and the numbers of a formula, which are read millions of times: null is a missing one. */
    private static final Set<Class<?>> CELLS = Set.of(NumberColumn.class, TextColumn.class, NameColumn.class, Frame.class,
            Num.class, Num.Binary.class, Num.Rounded.class, Num.Slot.class);

    private static List<Class<?>> types() {
        List<Class<?>> types = MainTypes.all().stream().filter(type -> !type.getPackageName().contains(".internal"))
                .filter(AbsenceTest::isSeen).toList();
        assertTrue(types.contains(Target.class) && types.contains(Target.Builder.class));
        return types;
    }

    private static boolean isSeen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass()
                && (type.getEnclosingClass() == null || isSeen(type.getEnclosingClass()));
    }

    private static Stream<Method> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic() && !method.getName().equals("equals"));
    }

    private static Stream<Constructor<?>> constructors(Class<?> type) {
        return Stream.of(type.getDeclaredConstructors()).filter(made -> Modifier.isPublic(made.getModifiers()));
    }

    @Test
    void nothingPublicGivesNull() {
        Set<String> found = new TreeSet<>();
        types().stream().filter(type -> !CELLS.contains(type)).flatMap(AbsenceTest::methods)
                .filter(method -> method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                .forEach(method -> found.add(method.toString()));
        assertEquals(Set.of(), found);
    }

    @Test
    void nothingPublicTakesNull() {
        Set<String> found = new TreeSet<>();
        types().stream().flatMap(type -> Stream.concat(methods(type), constructors(type)))
                .filter(made -> Stream.of(made.getParameters())
                        .anyMatch(it -> it.getAnnotatedType().isAnnotationPresent(Nullable.class)))
                .forEach(made -> found.add(made.toString()));
        assertEquals(Set.of(), found);
    }

    /** The parts of a record stand in its constructor as they are; everywhere else a second method leaves out what is absent. */
    @Test
    void onlyRecordsTakeOptionals() {
        Set<String> found = new TreeSet<>();
        types().stream().flatMap(type -> Stream.<Executable>concat(methods(type),
                        type.isRecord() ? Stream.of() : constructors(type)))
                .filter(made -> Stream.of(made.getParameters()).map(Parameter::getType).anyMatch(Optional.class::equals))
                .forEach(made -> found.add(made.toString()));
        assertEquals(Set.of(), found);
    }
}
