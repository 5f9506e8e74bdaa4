package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 单位写错时的建议: a unit is proposed only where it is near what was written and of its kind. */
class NearUnitsTest {
    private static String told(String unknown) {
        return assertThrows(IllegalArgumentException.class, () -> Units.builtIn().get(unknown)).toString();
    }

    @ParameterizedTest
    @CsvSource({"公理, 公里", "平方公理, 平方公里", "万员, 万元", "亿园, 亿元", "万顿, 万吨", "公倾, 公顷", "立方, 立方米", "吨标媒, 吨标煤", "平方迷, 平方米", "kw, kW"})
    void aSlipIsToldItsUnit(String unknown, String meant) {
        assertTrue(told(unknown).contains("did you mean '" + meant + "'?"), told(unknown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"公升", "分贝", "蒸吨", "平方英里", "英里", "摄氏度", "当量"})
    void anotherUnitIsNotToldOneOfAnotherKind(String unknown) {
        assertFalse(told(unknown).contains("did you mean"), told(unknown));
    }
}
