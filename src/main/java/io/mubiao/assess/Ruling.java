package io.mubiao.assess;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is said of facts that end before the deadline (数据止于期末之前): one policy for every kind of goal. It asks the last day
 * for which anything is known, the deadline, and whether facts of later days can still change the answer.
 *
 * <table><caption>The verdict, and whether it is settled</caption>
 * <tr><th>the facts</th><th>until the deadline has passed</th><th>after it</th></tr>
 * <tr><td>cannot be changed by later ones</td><td>MET or NOT_MET, settled</td><td>MET or MISSED, settled</td></tr>
 * <tr><td>reach the deadline</td><td>MET or NOT_MET</td><td>MET or MISSED, settled</td></tr>
 * <tr><td>end before it</td><td>MET or NOT_MET, or STALE once a report is overdue</td>
 *     <td>INSUFFICIENT_DATA that names the last day, or STALE</td></tr>
 * </table>
 *
 * <table><caption>By kind</caption>
 * <tr><th>goal</th><th>last day</th><th>later facts cannot change</th></tr>
 * <tr><td>amount: total</td><td>its latest figure</td><td>a minimum reached; a maximum exceeded</td></tr>
 * <tr><td>amount: level, ratio; change</td><td>its latest figure, of a ratio the older one</td><td>nothing</td></tr>
 * <tr><td>amount: count</td><td>stated to be complete</td><td>a minimum reached; a maximum exceeded</td></tr>
 * <tr><td>milestone</td><td>its latest report</td><td>a stage reached, in time or late</td></tr>
 * <tr><td>stage count</td><td>the latest reports on the items that decide</td><td>a minimum reached; a maximum exceeded</td></tr>
 * <tr><td>quota</td><td>before its first closed slot of which nothing is known</td><td>a slot missed; every slot filled</td></tr>
 * <tr><td>coverage</td><td>its latest tally or report</td><td>nothing</td></tr>
 * <tr><td>red line</td><td>stated to be complete</td><td>a breach</td></tr>
 * <tr><td>maintain</td><td>its latest sample; the deadline once every slot has one</td><td>a failed sample, if every or the
 *     worst counts</td></tr>
 * <tr><td>judged</td><td>stated to be complete, or the latest evidence</td><td>all evidence there</td></tr>
 * </table>
 *
 * <p>A complete-through statement (零报告) moves the last day of every kind.
 */
final class Ruling {
    private Ruling() {}

    /**
     * Gives the verdict, or says why there is none.
     *
     * @param holds whether what is required holds on the facts
     * @param lasts whether no later fact can change that
     * @param through the last day for which anything is known
     * @return whether there is a verdict
     */
    static boolean give(Case assessed, Finding finding, boolean holds, boolean lasts, Optional<LocalDate> through) {
        if (!lasts && endsEarly(assessed, finding, through)) {
            return false;
        }
        finding.verdict = holds ? Verdict.MET : assessed.unmet();
        finding.settled = lasts || assessed.isPastDue();
        return true;
    }

    /** Refuses a verdict on facts that later ones could change: after the deadline, or once a report is overdue. */
    static boolean endsEarly(Case assessed, Finding finding, Optional<LocalDate> through) {
        LocalDate due = assessed.term.last();
        boolean reaches = through.filter(day -> !day.isBefore(due)).isPresent();
        boolean overdue = through.filter(assessed::isStale).isPresent();
        if (reaches || !(assessed.isPastDue() || overdue)) {
            return false;
        }
        finding.attainment = null;
        finding.capped = null;
        assessed.unknownBeyond(finding, through, through.isPresent() ? Reason.ENDS_EARLY : Reason.NOT_COMPLETE,
                through.map(LocalDate::toString).orElse(""));
        return true;
    }
}
