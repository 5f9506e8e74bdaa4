package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    /** Each known unit, where one of another kind is asked for: a proposal or none, and one that converts. */
    @Test
    void aKnownUnitThatDoesNotFitIsAskedForLikeAnyOther() {
        Units units = Units.builtIn().with(Set.of("个"));
        List<Unit> asked = Stream.of("元", "亩", "吨标煤", "千瓦时", "%", "公里", "个", "百分点", "人").map(units::get).toList();
        for (String known : BuiltInUnits.ALL.keySet()) {
            for (String symbol : List.of(known, "万" + known, "平方" + known, "每" + known, known + "/亩")) {
                for (Unit other : asked) {
                    units.near(symbol, other).ifPresent(it -> assertTrue(units.get(it).isCompatibleWith(other), symbol + " → " + it));
                }
                units.near(symbol);
            }
        }
    }
}
