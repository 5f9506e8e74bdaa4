package io.mubiao.shell;

import io.mubiao.assess.Assessments;
import io.mubiao.io.SheetOptions;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.target.Register;

/**
 * The vocabulary of a JShell session (交互会话用语), where each word prints its answer as a short table or sentence no wider than the
 * terminal; a refusal is printed in a few lines. {@code help()} lists the words.
 *
 * <pre>{@code
 * open("seeds/jinan-2024/register.yaml"); // prints 登记册《六安市金安区2024年政府工作报告目标登记册》：111 项目标 …
 * open("seeds/jinan-2024/observations.yaml"); // prints 观测 210 条，51 个数据流，最近一天 2024-09-30
 * behind(); // prints 截至 2024-09-30：逾期未成 1，落后序时 12 …
 * why("P05"); // prints P05 新引进亿元以上项目：落后序时 …
 * save("target/p05.txt"); // prints 已写入 target/p05.txt
 * }</pre>
 *
 * <p>There is one desk on which files are opened, for one person at a time; programs take {@link io.mubiao.Mubiao}.
 */
public final class Shell {
    private static final Desk DESK = new Desk();

    private Shell() {}

    private static void tell(Answer answer) {
        System.out.print(answer.write(Terminal.width(), false));
        System.out.flush();
    }

    /** Opens a file, telling by its fields and by what is open what it holds; a table is for the register or rule opened last. */
    public static void open(String file) {
        tell(DESK.open(file));
    }

    /** Opens a file as what a word says: register, observations, log, scorecard, scoring, rule, roll, prior, history (classes of earlier years), prior 2, or its Chinese; or a sheet of a workbook. */
    public static void open(String file, String kind) {
        tell(DESK.open(file, kind));
    }

    /** Opens a sheet of a workbook as what a word says. */
    public static void open(String file, String kind, String sheet) {
        tell(DESK.open(file, kind, sheet));
    }

    /** Opens a workbook that is a ledger of targets of a year. */
    public static void open(String file, int year) {
        tell(DESK.open(file, year));
    }

    /** Opens a sheet of a workbook that is a ledger of targets of a year. */
    public static void open(String file, int year, String sheet) {
        tell(DESK.open(file, year, SheetOptions.DEFAULT.sheet(sheet)));
    }

    /** Goes on with the good rows of the data that were refused last. */
    public static void anyway() {
        tell(DESK.anyway());
    }

    /** Says the day asked about; without it that is the last day observed that counts for a target. */
    public static void day(String asOf) {
        tell(DESK.day(asOf));
    }

    /** Gives a parameter of the rule that its document leaves open. */
    public static void set(String parameter, String value) {
        tell(DESK.set(parameter, value));
    }

    /** Shows what is open, as far as it can be answered: targets, how they stand, points; clauses, places and classes. */
    public static void show() {
        tell(DESK.show());
    }

    /** Shows who is behind; of enterprises those of the last class. */
    public static void behind() {
        tell(DESK.behind());
    }

    /** Tells how the result of a target, item, node or enterprise came about. */
    public static void why(String id) {
        tell(DESK.why(id));
    }

    /** Tells what a target, item or enterprise lacks. */
    public static void gap(String id) {
        tell(DESK.gap(id));
    }

    /** Tells what would move if the gap of a target or item were filled. */
    public static void whatIf(String id) {
        tell(DESK.whatIf(id));
    }

    /** Tells what would move if a target stood at a figure with its unit, or had reached a stage, on the day. */
    public static void whatIf(String id, String figure) {
        tell(DESK.whatIf(id, figure));
    }

    /** Tells what would move if a column of an enterprise, by id or title, held another value. */
    public static void whatIf(String id, String column, String value) {
        tell(DESK.whatIf(id, column, value));
    }

    /** Shows what was shown last, with all rows. */
    public static void all() {
        System.out.print(DESK.last().write(Terminal.width(), true));
        System.out.flush();
    }

    /** Saves what was shown last as the ending of the name says: xlsx, html, csv, json, jsonl, yaml or txt, as far as it can be. */
    public static void save(String file) {
        tell(DESK.save(file));
    }

    /** Writes an empty form for the register or rule opened last: a workbook to be filled in. */
    public static void form(String file) {
        tell(DESK.form(file));
    }

    /** Answers in Chinese (zh) or English (en) from here on. */
    public static void lang(String language) {
        tell(DESK.lang(language));
    }

    /** Lists the words. */
    public static void help() {
        tell(DESK.help());
    }

    /**
     * The register that is open.
     *
     * @throws IllegalStateException if none is
     */
    public static Register register() {
        return DESK.targets().register();
    }

    /** The observations that are open; empty if none are. */
    public static ObservationLog log() {
        return DESK.targets().log();
    }

    /**
     * How the targets stand.
     *
     * @throws IllegalStateException if no register is open, or no day is known
     */
    public static Assessments assessments() {
        return DESK.targets().assessments();
    }

    /**
     * The scorecard.
     *
     * @throws IllegalStateException if no register or no scorecard is open
     */
    public static Scorecard scorecard() {
        return DESK.targets().scorecard();
    }

    /**
     * The rule of land efficiency that is open.
     *
     * @throws IllegalStateException if none is
     */
    public static EvaluationRule rule() {
        return DESK.land().rule();
    }

    /**
     * The enterprises that are open.
     *
     * @throws IllegalStateException if none are
     */
    public static Roll roll() {
        return DESK.land().roll();
    }

    /**
     * The enterprises evaluated.
     *
     * @throws IllegalStateException if no rule or no roll is open
     */
    public static Evaluation evaluation() {
        return DESK.land().evaluation();
    }
}
