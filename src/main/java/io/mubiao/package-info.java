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
 * <dt>{@code get}</dt><dd>gives what has an id; a {@link io.mubiao.outcome.NoSuchIdException} names a near one.</dd>
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
 * checks tells everything that is wrong at once, as {@link io.mubiao.outcome.Problem}s.
 */
@org.jspecify.annotations.NullMarked
package io.mubiao;
