package io.mubiao.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.lint.RegisterLint;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registers and figures as offices slip in them: what would be read as something else is told with what was probably meant. */
class OddRegistersTest {
    private static final String HEAD = "register: small\nzone: Asia/Shanghai\nperiod: 2024-01-01/2024-12-31\nunits: [个, 件]\ntargets:\n";
    private static final String GROWTH = "kind: change, of: total, form: relative, baseline: {value: 100 亿元, on: 2023-12-31}";

    private static List<Problem> read(String targets) {
        return read(targets, "[谋划, 开工, 建成]");
    }

    private static void check(List<Problem> problems, String told, String words) {
        assertEquals(List.of(told), problems.stream().map(it -> it.severity() + " " + it.code()).toList(), problems::toString);
        assertTrue(problems.get(0).message().contains(words), problems::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "direction: growth, require: '>= 5' | ERROR MARK_OF_SHARE | write '5 %'",
        "direction: growth, require: '>= 0.05 %' | WARNING MARK_OF_SHARE | '5 %' was probably meant",
        "direction: growth, require: '>= 105 %' | WARNING SHARE_OF_BASE | write '5 %'",
        "direction: reduction, require: '>= 95 %' | WARNING SHARE_OF_BASE | write '5 %'",
        "direction: reduction, require: '>= -5 %' | WARNING NEGATIVE | '5 %' was probably meant",
        "direction: growth, require: -3 % | WARNING NEGATIVE | write '<= -3 %' or '>= -3 %'"})
    void ofAGrowth(String more, String told, String words) {
        check(read("  - {id: A, goal: {" + GROWTH + ", " + more + "}}\n"), told, words);
    }

    @ParameterizedTest
    @CsvSource({"2024-12-31, 2023-12-31", "2024-06-30, 2023-06-30", "2026-12-31, 2023-12-31"})
    void aBaseThatIsNotBeforeThePeriod(String on, String meant) {
        check(read("  - {id: A, goal: {kind: change, of: total, direction: growth, form: relative, require: '>= 5 %', baseline: {observed: " + on
                + "}}}\n"), "WARNING IMPOSSIBLE_DATE", meant + " was probably meant");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind: amount, of: total, require: '>= 84 %' | WARNING TOTAL_OF_SHARES | of: level",
        "kind: coverage, population: [甲, 乙], require: 0.9 % | WARNING MARK_OF_SHARE | 90 % was probably meant",
        "kind: amount, of: level, require: '~ 5.5 % ± 6 %' | WARNING WIDE_TOLERANCE | the tolerance 6 % is more than the value 5.5 %",
        "kind: amount, of: level, require: '~ 5.5 % ± 2' | WARNING WIDE_TOLERANCE | '± 2 %' was probably meant"})
    void ofOtherGoals(String goal, String told, String words) {
        check(read("  - {id: A, goal: {" + goal + "}}\n"), told, words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "城镇调查失业率 | kind: amount, of: level, require: 5.5 % | '<= 5.5 %' was probably meant",
        "失业率控制在5.5%以内 | kind: amount, of: level, require: '>= 5.5 %' | '<= 5.5 %' was probably meant",
        "优良率不低于84％ | kind: amount, of: level, require: '<= 84 %' | '>= 84 %' was probably meant",
        "新引进亿元以上项目62个 | kind: amount, of: total, require: 52 个 | the title says 62 个",
        "单位GDP能耗下降3% | kind: change, of: total, form: relative, direction: growth, require: '>= 3 %', baseline: {observed: 2023-12-31} | direction: reduction",
        "税收增长3% | kind: change, of: total, form: relative, direction: reduction, require: '>= 3 %', baseline: {observed: 2023-12-31} | direction: growth",
        "占比提高2个百分点 | kind: change, of: level, form: relative, direction: growth, require: '>= 2 %', baseline: {value: 60 %, on: 2023-12-31} | form: points",
        "9月环比 | kind: change, of: total, form: relative, direction: growth, require: '>= 3 %', baseline: {observed: 2022-12-31} | 2023-12-31 was probably meant"})
    void whatTheTitleGainsays(String title, String goal, String words) {
        check(read("  - {id: A, title: " + title + ", goal: {" + goal + "}}\n"), "WARNING TITLE_SAYS", words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "失业率 | kind: amount, of: level, require: '<= 5.5 %'", "投诉办结率 | kind: amount, of: level, require: 95 %",
        "失业率控制在5.5%以内 | kind: amount, of: level, require: '<= 5.5 %'", "10亿元以上项目8个 | kind: amount, of: total, require: 8 个",
        "10亿元以上项目投资 | kind: amount, of: total, require: 50 亿元", "3个月内建成 | kind: amount, of: total, require: 8 个",
        "增长目标 | kind: change, of: total, form: relative, direction: growth, require: '>= 100 %', baseline: {observed: 2023-12-31}",
        "降幅收窄至3%以内 | kind: change, of: total, form: relative, direction: reduction, require: '<= 3 %', baseline: {observed: 2023-12-31}",
        "比重提高2个百分点 | kind: change, of: level, form: points, direction: growth, require: 2 百分点, baseline: {value: 60 %, on: 2023-12-31}",
        "能耗下降3% | kind: change, of: total, form: relative, direction: growth, require: '<= -3 %', baseline: {observed: 2023-12-31}"})
    void whatIsMeantIsNotTold(String title, String goal) {
        assertEquals(List.of(), read("  - {id: A, title: " + title + ", goal: {" + goal + "}}\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "title: 6月底前开工, goal: {kind: milestone, stages: project, stage: 开工} | WARNING TITLE_SAYS | due: 2024-06-30 was probably meant",
        "title: 2024年3月15日前建成, due: 2024-05-15, goal: {kind: milestone, stages: project, stage: 建成} | WARNING TITLE_SAYS | due: 2024-03-15",
        "title: 每月调度一次, goal: {kind: quota, at-least: 1, every: quarter} | WARNING TITLE_SAYS | it is owed every 'quarter'",
        "title: 每周调度一次, goal: {kind: quota, at-least: 1, every: month} | WARNING TITLE_SAYS | it is owed every 'month'",
        "'id: \"B \", goal: {kind: amount, of: total, require: 3 个}' | ERROR BAD_NAME | write 'B'"})
    void whenAndUnderWhatName(String target, String told, String words) {
        check(read((target.contains("id:") ? "  - {" : "  - {id: A, ") + target + "}\n"), told, words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"title: 6月底前开工, due: 2024-06-30, goal: {kind: milestone, stages: project, stage: 开工}",
        "title: 7月1日前开工, due: 2024-06-30, goal: {kind: milestone, stages: project, stage: 开工}",
        "title: 3月底前开工、9月底前建成, goal: {kind: milestone, stages: project, stage: 建成}",
        "title: 每月调度一次, goal: {kind: quota, at-least: 1, every: month}"})
    void whenAsTheTitleSaysIsNotTold(String target) {
        assertEquals(List.of(), read("  - {id: A, " + target + "}\n"));
    }

    @Test
    void aScaleTheOtherWayRoundIsTold() {
        check(read("  - {id: A, goal: {kind: milestone, stages: project, stage: 开工}}\n", "[建成, 开工, 谋划]"), "WARNING ORDER",
                "the reverse was probably meant");
    }

    private static List<Problem> read(String targets, String stages) {
        List<Problem> told = new ArrayList<>();
        try {
            RegisterFile.read(Input.of(HEAD.replace("targets:", "stages: {project: " + stages + "}\ntargets:") + targets, "r.yaml"), told::add);
        } catch (InvalidDefinitionException e) {
            told.addAll(e.problems());
        }
        return told;
    }

    /** A figure in another unit than what it is compared with, and an event that is there twice. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind: total, stream: A, on: 2024-09-30, value: 80 万元 | WARNING FAR_OFF | 80 亿元 was probably meant",
        "kind: increment, stream: A, span: 2024-09-01/2024-09-30, value: 8 万元 | WARNING FAR_OFF | 8 亿元 was probably meant",
        "kind: total, stream: B, on: 2024-09-30, value: 106 万元 | WARNING FAR_OFF | the base of target 'B'; 106 亿元 was probably meant",
        "kind: level, stream: C, on: 2024-09-30, value: 95 % | WARNING FAR_OFF | '92 %' was probably meant there",
        "kind: level, stream: C, on: 2024-09-30, value: 95, member: 甲 | ERROR DOES_NOT_FIT | a level of member '甲' is counted by no target",
        "kind: tally, stream: E, on: 2024-09-30, numerator: 95, denominator: 100 | ERROR DOES_NOT_FIT | denominator 100 is more than the 2 members",
        "'kind: event, stream: D, on: 2024-09-30, member: 一号}\n  - {kind: event, stream: D, on: 2024-09-30, member: 一号, source: 他' | WARNING TWICE_A_DAY | both are counted"})
    void ofFigures(String rows, String told, String words) {
        check(figures(rows), told, words);
    }

    @Test
    void figuresThatCanBeAreNotTold() {
        assertEquals(List.of(), figures("kind: total, stream: A, on: 2024-01-31, value: 30000 万元"));
        assertEquals(List.of(), figures("kind: increment, stream: A, span: 2024-09-01/2024-09-30, value: 0.01 亿元"));
        assertEquals(List.of(), figures("kind: event, stream: D, on: 2024-09-30}\n  - {kind: event, stream: D, on: 2024-09-30"));
    }

    private static List<Problem> figures(String rows) {
        Register register = RegisterFile.parse(HEAD + """
                  - {id: A, goal: {kind: amount, of: total, require: 100 亿元}}
                  - {id: B, goal: {kind: change, of: total, form: relative, direction: growth, require: '>= 5 %', baseline: {value: 100 亿元, on: 2023-12-31}}}
                  - {id: C, goal: {kind: amount, of: level, require: '>= 92'}}
                  - {id: D, goal: {kind: amount, of: count, require: 3 件}}
                  - {id: E, goal: {kind: coverage, population: [甲, 乙], require: '>= 50 %'}}
                """.indent(0), Format.YAML, "r.yaml");
        return ObservationFile.parse("observations: small\nrecorded: 2024-10-08T09:00:00+08:00\nsource: s\nrows:\n  - {" + rows + "}\n",
                Format.YAML, "o.yaml", register).problems();
    }

    @Test
    void membersThatDifferByABlankAreTold() {
        List<Problem> problems = RegisterLint.check(RegisterFile.parse(HEAD
                + "  - {id: A, goal: {kind: coverage, population: [甲局, 甲 局], require: '>= 50 %'}}\n", Format.YAML, "r.yaml"));
        assertTrue(problems.stream().anyMatch(it -> it.code().equals("NEAR_ID")), problems::toString);
    }
}
