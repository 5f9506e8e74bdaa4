package io.mubiao.shell;

import java.util.List;
import java.util.stream.Collectors;

/** The words of the session and what each does. */
final class Vocabulary {
    private static final int GAP = 2;
    private static final int FIRST_WIDE = 0x2E80;
    private static final List<List<String>> WORDS = List.of(
            List.of("open(\"…\")", "打开登记册、观测、考核办法、评价办法或名册，自己认出是哪一种", "opens a register, observations, a scorecard, a rule or a roll, and tells which it is"),
            List.of("open(\"…\", \"上年名册\")", "说明是哪一种再打开", "opens it as what the word says, such as prior or roll"),
            List.of("open(\"…\", \"历年等级\")", "打开历年等级或上年结果；更早的写“2年前名册”“2年前等级”", "opens classes of earlier years, or last year's results: history; earlier ones: prior 2, history 2"),
            List.of("open(\"…xlsx\", 2024)", "打开目标台账，说明年份；有几张表的加表名 open(\"…\", 2024, \"甲\")", "opens a ledger of targets of a year; of several sheets one: open(\"…\", 2024, \"A\")"),
            List.of("open(\"…xlsx\", \"乙县\")", "打开工作簿的一张表；也可 open(\"…\", \"上年名册\", \"2023\")", "opens a sheet of a workbook; also open(\"…\", \"prior\", \"2023\")"),
            List.of("anyway()", "有错的行不要，其余照用", "goes on without the rows that were refused"),
            List.of("day(\"2024-09-30\")", "评估到哪一天；不说就到观测的最后一天", "the day asked about; else the last that was observed"),
            List.of("set(\"…\", \"…\")", "给出办法里待定的参数", "gives an open parameter of a rule"),
            List.of("show()", "打开的东西，能评就评：目标、得分、排名", "what is open, as far as it can be answered: targets, points, places"),
            List.of("behind()", "谁落后，差多少", "who is behind, and by how much"),
            List.of("why(\"P05\")", "一项目标、一个单位或一家企业的结果怎么来的", "how the result of a target, a unit or an enterprise came about"),
            List.of("gap(\"P05\")", "还差什么", "what lacks"),
            List.of("whatIf(\"P05\")", "补足差距会改变什么", "what filling the gap would move"),
            List.of("whatIf(\"P03\", \"10 个\")", "如果达到这个数或阶段", "what moves at that figure or stage"),
            List.of("whatIf(\"QY1\", \"land\", \"60\")", "如果企业的一列是这个数", "what moves if a column of an enterprise were that"),
            List.of("all()", "刚才的结果，全部行", "what was shown last, with all rows"),
            List.of("save(\"x.xlsx\")", "存下刚才的结果：xlsx、html、csv、json、txt、yaml", "saves what was shown last: xlsx, html, csv, json, txt, yaml"),
            List.of("form(\"x.xlsx\")", "空白填报表", "an empty form to be filled in"),
            List.of("lang(\"en\")", "英文；lang(\"zh\") 中文", "English; lang(\"zh\") Chinese"),
            List.of("register() …", "取出对象再用：log() assessments() scorecard() rule() roll() evaluation()",
                    "the things themselves: log() assessments() scorecard() rule() roll() evaluation()"));

    private Vocabulary() {}

    /** A line a word, beneath each other; a long one goes on in the next line, for nothing of it is left out. */
    static String text(Said said) {
        int longest = WORDS.stream().mapToInt(it -> width(it.get(0))).max().orElse(0);
        return WORDS.stream().map(it -> it.get(0) + " ".repeat(longest - width(it.get(0)) + GAP) + said.either(it.get(1), it.get(2)))
                .collect(Collectors.joining("\n"));
    }

    private static int width(String word) {
        return word.chars().map(it -> it < FIRST_WIDE ? 1 : 2).sum();
    }
}
