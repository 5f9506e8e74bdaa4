package io.mubiao.target;

import static io.mubiao.testing.TestUnits.UNITS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.time.Span;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of 13 items cannot yield 14. */
class ListTooShortTest {
    private static Register register(String require) {
        Goal goal = Goal.stageCount(Scale.STAGES, "built", Items.partlyNamed(13, "东苑小区"),
                Bound.parse(require, UNITS));
        return Register.of("test", ZoneId.of("Asia/Shanghai"), Target.of("a", "", goal, Span.year(2024)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13 个", ">= 13 个", "> 12 个", "<= 14 个", ">= ? 若干", "= 13 个"})
    void whatTheListCanYieldIsAccepted(String require) {
        assertEquals(1, register(require).targets().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"14 个", ">= 14 个", "> 13 个", "> 13.5 个", "= 14 个", "1 万个",
            "18446744073709551617 个"})
    void moreThanTheListHoldsIsRefused(String require) {
        InvalidDefinitionException refused =
                assertThrows(InvalidDefinitionException.class, () -> register(require));
        assertEquals("LIST_TOO_SHORT", refused.problems().get(0).code());
    }
}
