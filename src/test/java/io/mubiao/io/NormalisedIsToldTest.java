package io.mubiao.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure that is read otherwise than it was typed is told so, in every form of file. */
class NormalisedIsToldTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2022
            columns: {s: {title: 占比, unit: '%'}}
            indicators: {i: {formula: s / 1}}
            groups: [{id: g, weights-total: 20, items: {i: {weight: 20, score: ratio, base: 1}}}]
            """, Format.YAML, "t");
    private static final Register REGISTER = RegisterFile.parse("""
            register: small
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            targets:
              - {id: P2, title: 覆盖率, goal: {kind: amount, of: level, require: ">= 90 %"}}
            """, Format.YAML, "r");

    @TempDir
    Path folder;

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {"91﹪,FULL_WIDTH", "91％,FULL_WIDTH", "\uFEFF91 %,INVISIBLE", "\u200B91 %,INVISIBLE",
            "91 %\uFEFF,INVISIBLE", " \u200E 91 %,INVISIBLE", "9\u200B1 %,INVISIBLE"})
    void everywhere(String typed, String code) throws IOException {
        assertEquals(List.of(code), codes(RollFile.parse("id,占比(%)\nE1,91 %\nE2," + typed + "\n", "s", RULE).problems()));
        Path csv = folder.resolve("o.csv");
        Files.writeString(csv, "kind,stream,on,value\nlevel,P2,2024-09-30," + typed + "\n");
        assertEquals(List.of(code), codes(ObservationFile.read(csv, REGISTER).problems()));
        Path yaml = folder.resolve("o.yaml");
        Files.writeString(yaml, "observations: small\nrecorded: 2024-12-31T09:00:00+08:00\nrows:\n  - {kind: level, stream: P2, on: 2024-09-30, value: \""
                + typed + "\"}\n");
        assertEquals(List.of(code), codes(ObservationFile.read(yaml, REGISTER).problems()));
    }
}
