package io.mubiao.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.compare.YearDiff.Kind;
import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.target.Register;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Between two years: carried over, dropped, added, and the unit of count changed. */
class YearDiffTest {
    private static Register register(int year, String targets) {
        return RegisterFile.parse("""
                register: demo
                zone: Asia/Shanghai
                period: YEAR-01-01/YEAR-12-31
                units: [个小区, 个项目, 套]
                targets:
                """.replace("YEAR", Integer.toString(year)) + targets, Format.YAML, "demo");
    }

    private static final Register LAST = register(2023, """
              - {id: A, title: 老旧小区改造, goal: {kind: amount, of: total, require: 4 个小区}}
              - {id: B, title: 安置房, goal: {kind: amount, of: total, require: 1400 套}}
              - {id: C, title: 加装电梯, goal: {kind: amount, of: total, require: 30 套}}
            """.indent(0));
    private static final Register THIS = register(2024, """
              - {id: X1, title: 老旧小区改造项目, continues: A, goal: {kind: amount, of: total, require: 6 个项目}}
              - {id: X2, title: 安置房, goal: {kind: amount, of: total, require: 1500 套}}
              - {id: C, title: 别的事, goal: {kind: amount, of: total, require: 30 套}}
            """.indent(0));

    @Test
    void everyTargetOfBothYearsIsAccountedFor() {
        List<YearDiff.Change> changes = YearDiff.of(LAST, THIS);
        assertEquals(List.of(Kind.UNIT_CHANGED, Kind.CARRIED_OVER, Kind.ADDED, Kind.DROPPED),
                changes.stream().map(YearDiff.Change::kind).toList());
        assertEquals("4 个小区 -> 6 个项目", changes.get(0).detail());
        assertEquals("B", changes.get(1).before());
        assertEquals("C", changes.get(3).before());
    }

    @Test
    void theSameRegisterIsCarriedOverWhole() {
        assertEquals(List.of(Kind.CARRIED_OVER, Kind.CARRIED_OVER, Kind.CARRIED_OVER),
                YearDiff.of(LAST, LAST).stream().map(YearDiff.Change::kind).toList());
    }
}
