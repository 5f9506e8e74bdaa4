package io.mubiao.problem;

import static io.mubiao.testing.Ask.q;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.forecast.Forecaster;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import io.mubiao.testing.MainTypes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service can answer by the type of an exception, and send it on whole. */
class ExceptionTypesTest {
    private static final Register REGISTER = Register.of("r", java.time.ZoneId.of("Asia/Shanghai"),
            io.mubiao.testing.Ask.target(io.mubiao.target.Goal.total(q("62 个"))).build());
    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

    @Test
    void whatIsAskedForAndNotThereIsToldByType() {
        ObservationLog log = ObservationLog.empty();
        Assessments assessments = Assessor.assess(REGISTER, log, DAY);
        assertAll(
                () -> assertThrows(NoSuchIdException.class, () -> REGISTER.get("X")),
                () -> assertThrows(NoSuchIdException.class, () -> assessments.get("X")),
                () -> assertThrows(NoSuchIdException.class, () -> Assessor.assess(REGISTER, log, AsOf.of(DAY), "X")),
                () -> assertThrows(NoSuchIdException.class, () -> Assessor.of(REGISTER, log, AsOf.of(DAY)).get("X")),
                () -> assertThrows(NoSuchIdException.class,
                        () -> Forecaster.of().forecast(assessments, log).get("X")),
                () -> assertThrows(NoSuchIdException.class,
                        () -> log.add(Observation.total("T", DAY, q("1 个")).supersedes("X"))));
    }

    @Test
    void whatIsThereAlreadyIsToldByType() {
        ObservationLog log = ObservationLog.of(Observation.total("T", DAY, q("1 个")).id("a"));
        assertThrows(AlreadyThereException.class, () -> log.add(Observation.total("T", DAY, q("1 个")).id("a")));
    }

    @Test
    void aBadValueIsNeither() {
        IllegalArgumentException bad = assertThrows(IllegalArgumentException.class, () -> q("1 x"));
        assertEquals(IllegalArgumentException.class, bad.getClass());
    }

    @Test
    void problemsSurviveSerialisation() throws Exception {
        List<Problem> problems = List.of(Problem.error("A", new Place("f.yaml", 3, 4, "rows[0]"), "甲"),
                Problem.warning("B", Place.of("x"), "b"));
        ProblemsException refused = new InvalidDefinitionException("f.yaml", problems);
        ProblemsException again = (ProblemsException) copy(refused);
        assertEquals(problems, again.problems());
        assertEquals(refused.getMessage(), again.getMessage());
        assertEquals(problems, ((ProblemsException) copy(assertThrows(InvalidDataException.class,
                () -> new WithProblems<>("", problems).orThrow()))).problems());
    }

    private static Object copy(Object original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    void noExceptionHoldsWhatSerialisationLoses() {
        List<String> lost = new ArrayList<>();
        for (Class<?> type : MainTypes.all()) {
            if (Throwable.class.isAssignableFrom(type)) {
                for (Field field : type.getDeclaredFields()) {
                    Class<?> base = field.getType();
                    while (base.isArray()) {
                        base = base.getComponentType();
                    }
                    if (!Modifier.isStatic(field.getModifiers()) && (Modifier.isTransient(field.getModifiers())
                            || !(base.isPrimitive() || Serializable.class.isAssignableFrom(base)))) {
                        lost.add(field.toString());
                    }
                }
            }
        }
        assertEquals(List.of(), lost);
    }
}
