/**
 * Mubiao (目标): performance targets of public bodies and the land efficiency of enterprises, defined, assessed and explained. In:
 * files or typed values. Out: assessments, scorecards, evaluations, and what led to each. Begin to read at
 * {@link io.mubiao.Mubiao}, a short way to each of the main tasks; whatever it does the packages below do too, with more
 * choices.
 *
 * <p>One verb for each kind of doing, everywhere (动词表):
 * <dl>
 * <dt>{@code of}</dt><dd>makes a thing of what is given, checked whole; refuses what makes none.</dd>
 * <dt>{@code builder}</dt><dd>collects many parts; {@code build} then checks them together and tells every problem.</dd>
 * <dt>{@code parse}</dt><dd>makes it of a text, written as people write; the refusal says what to write.</dd>
 * <dt>{@code read}</dt><dd>makes it of a file; problems have their line. A definition is refused whole, data come with their
 * problems.</dd>
 * <dt>{@code write}</dt><dd>gives a text, or puts one in a file; what is read can be written and read again as the same.</dd>
 * <dt>{@code get}</dt><dd>gives what has an id; a {@link io.mubiao.problem.NoSuchIdException} names a near one.</dd>
 * <dt>{@code find}</dt><dd>gives it, or an empty Optional. {@code stream}, {@code size} and a loop walk all in order
 * ({@link io.mubiao.lookup.Lookup}).</dd>
 * <dt>{@code with}</dt><dd>gives a copy in which something named is other; where only one thing can be meant, the copy bears
 * its name, as in {@code charset(UTF_8)}. The original stays.</dd>
 * <dt>{@code add}</dt><dd>appends to what grows: a log, a kept assessor, a builder. {@code copy} gives another one that grows by itself.</dd>
 * <dt>{@code merge}</dt><dd>makes one of several.</dd>
 * <dt>{@code check}</dt><dd>tells what is wrong and changes nothing.</dd>
 * <dt>{@code assess}</dt><dd>compares targets with what was observed, as of a day.</dd>
 * <dt>{@code score}</dt><dd>makes points of assessments or inputs under a rule.</dd>
 * <dt>{@code evaluate}</dt><dd>makes totals, places and classes of a roll under a rule.</dd>
 * <dt>{@code forecast}</dt><dd>says what the deadline will find, or why nobody can.</dd>
 * <dt>{@code run}</dt><dd>tells what a what-if would move; nothing is changed.</dd>
 * <dt>{@code explain}</dt><dd>tells how an answer came about, down to what was observed and where the rule stands.</dd>
 * <dt>{@code replay}</dt><dd>works an explained number out again.</dd>
 * </dl>
 *
 * <p>What may be absent is an {@link java.util.Optional} where it is given and left out where it is taken; an absent list or text
 * is empty. Null stands only for missing cells of a column and numbers of a formula, which are read millions of times. Whoever
 * checks tells everything that is wrong at once, as {@link io.mubiao.problem.Problem}s.
 *
 * <p>The way of the data, package by package; an arrow points to what is made of it, and nothing points back:
 * <pre>{@code
 *  files and tables            io (io.register, io.rule, io.roll; io.schema for editors); example runs a rule's own examples
 *        │                     reads them with every problem; typed values come the same way
 *        ▼
 *  what is written  ────────►  what it comes to  ─────────────►  what may be asked of it
 *
 *  target + observe ────────►  assess ─► scoring ─► scorecard ─► gap, compare
 *  (goals, what was seen)        │                               (what lacks, what would move)
 *                                └─────► forecast, method
 *
 *  land (a rule, a roll) ───►  land.assess ───────────────────►  land.question
 *  (scope, baselines, items)   (scope ► baselines ► scores ►     (what-if, margin, counterfactual)
 *                               ranks ► classes ► consequences)
 *        │
 *        ▼
 *  people                      render (words, tables, letters), render.law (rules in words), lint (doubts), workbook, report,
 *                              io.result (CSV, JSON), io.jackson; shell (what is typed into JShell)
 *
 *  all of it is made of        value, time (numbers with units, days, as people type them)
 *                              formula ► shape ► rule (one language for every score and test)
 *                              example (worked examples, at every reading of a rule)
 *                              problem, lookup, trace, work (problems, ids, explanations, costs)
 *  }</pre>
 *
 * <h2>Recipes (扩展指南)</h2>
 * Files below {@code src/main/java/io/mubiao} unless they say more, in the order in which to touch them. Each was tried by doing it.
 *
 * <h3>A new kind of goal</h3>
 * <ol>
 * <li>{@code target/Goal.java}: a record, its function in {@code Cases}, a factory, a row of the table.
 * <li>{@code assess/GoalFacts.java}: what it is judged on, with the day through which that is known.
 * <li>An evaluator beside {@code assess/RedLineEvaluator.java}: first the facts, then the verdict by {@code assess/Ruling.java}.
 * <li>Compile. The compiler names whoever assesses, forecasts, searches gaps, knows streams and units, lints, words and writes goals,
 * and {@code io/internal/GoalKind.java}, whose new constant names {@code io/register/GoalReader.java}. No forecast is an answer too.
 * <li>{@code src/main/schema/fields.txt}: a section {@code goal-…}; {@code SchemaFilesTest} with {@code -Dmubiao.schemas=write}.
 * <li>A target of it in {@code src/test/java/io/mubiao/testing/Mixed.java}, which a test asks for, and a test of its own.
 * </ol>
 *
 * <h3>A scoring shape</h3>
 * <ol>
 * <li>{@code shape/Shape.java}: a record that writes its formula; columns, bounds, explanations and replay follow from that. A formula made
 * of pieces, {@code "w * {}"}, goes to {@code NO_SENTENCES} of {@code src/test/java/io/mubiao/text/TranslationTest.java}.
 * <li>{@code io/rule/ShapeReader.java}, {@code io/rule/ShapeTree.java}: its word in files, read and written; a test names the second.
 * Its word in {@code WORDS} too, and there in {@code src/main/resources/io/mubiao/text/zh/land.txt}.
 * <li>{@code src/main/schema/fields.txt}: its fields, for editors; {@code SchemaFilesTest} with {@code -Dmubiao.schemas=write}.
 * <li>A test names these, to touch or to list: {@code shape/internal/Marks.java} (numbers in x's unit), {@code lint/Slope.java},
 * {@code land/internal/ItemCheck.java} (most and fewest points), {@code scoring/internal/ShareMarks.java},
 * {@code render/law/ShapeText.java}; none names {@code lint/ScoringLint.java}, for what divides or grows.
 * <li>{@code seeds/scoring/README.md}: a row with an example, which a test reads and asks for.
 * </ol>
 *
 * <h3>A stage of a land rule</h3>
 * <ol>
 * <li>A record beside {@code land/Total.java}; {@code land/EvaluationRule.java}: a part, in {@code content} too, which a test asks for.
 * <li>{@code io/rule/RuleReader.java}, {@code io/rule/RuleWriter.java} (or {@code ClassesWriter}): its field, read and written.
 * <li>{@code src/main/schema/fields.txt}: its fields, for editors; {@code SchemaFilesTest} with {@code -Dmubiao.schemas=write}.
 * <li>{@code land/internal/CompiledRule.java}: it compiled, and its place in {@code total}; the compiler then names
 * {@code land/internal/RuleCompiler.java} and the exact, the fast and the explained total.
 * <li>{@code land/internal/RuleFormulas.java} and {@code land/internal/RuleCheck.java}: its formulas, its source, what it may not use yet.
 * <li>{@code land/assess/ExplanationMaker.java}: its operands; without them the replay refuses.
 * <li>{@code render/law/LandText.java}: its clause; {@code render/LandExplainer.java} if it has a line of its own. A test: the exact,
 * the fast and the replayed total are one.
 * </ol>
 *
 * <h3>A method of another body</h3>
 * <ol>
 * <li>A class beside {@code method/TargetDistance.java}: formula, worked number, edge cases and source in its Javadoc; every number
 * through {@code method/FigureWorkings.java}, so that it replays.
 * <li>{@code method/NoAnswer.java} if no reason fits.
 * <li>{@code src/main/resources/io/mubiao/text/zh/facts.txt}: its sentences in Chinese; a test names those that lack.
 * <li>{@code src/test/resources/oracle/method/cases.csv}: the published numbers, with a line in
 * {@code src/test/java/io/mubiao/method/MethodCasesTest.java}.
 * </ol>
 *
 * <h3>A file format</h3>
 * <ol>
 * <li>Of definitions: {@code io/Format.java}, a constant and its ending; the compiler then names {@code io/internal/token/ParserFactory.java}
 * and {@code io/internal/TreeWriter.java}. What lines and columns mean there: {@code io/internal/TreeReader.java}.
 * <li>Of results: a class beside {@code io/result/EvaluationJson.java} with {@code write}, made of {@code io/result/Row.java}, or of
 * {@code io/result/CsvOut.java} for rows.
 * <li>{@code Mubiao.java} or {@code cli/Main.java} only if it is a main task; a test that reads what was written.
 * </ol>
 *
 * <h3>A language</h3>
 * <ol>
 * <li>{@code src/main/resources/io/mubiao/render/words_en.properties}, copied under its code: the word for each constant. So too
 * {@code src/main/resources/io/mubiao/report/internal/words_en.properties}, {@code src/main/resources/io/mubiao/cli/help_en.properties}.
 * <li>A folder beside {@code src/main/resources/io/mubiao/text/zh/rest.txt} with files of the same names and the same English lines,
 * and what renderers say: the English half of each {@code either}. What lacks is said in English, so begin with what you show.
 * <li>Signs: {@code render/RequirementWords.java}, {@code render/WhyWords.java}, {@code render/law/Say.java}, {@code problem/Problem.java}.
 * <li>Its code where it is asked for: {@code cli/Session.java}, {@code cli/Work.java}, {@code shell/Desk.java}.
 * <li>Its code in {@code src/test/java/io/mubiao/render/WordsTest.java}; its folder as {@code FOLDER} of
 * {@code src/test/java/io/mubiao/text/TranslationTest.java} names every sentence that lacks.
 * </ol>
 */
@org.jspecify.annotations.NullMarked
package io.mubiao;
