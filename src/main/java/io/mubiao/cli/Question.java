package io.mubiao.cli;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A decision that a rule must take.
 *
 * @param id what {@code --answer} calls it
 * @param chinese what is asked
 * @param english the same in English
 * @param choices what can be answered; empty if anything can
 * @param usual the answer of who says nothing
 */
record Question(String id, String chinese, String english, List<String> choices, String usual) {
    static final List<Question> ALL = List.of(
            free("id", "办法编号（字母、数字、短横）", "id of the rule (letters, digits, hyphens)", "my-rule"),
            free("title", "办法名称", "title of the rule", "企业亩均效益综合评价办法"),
            free("jurisdiction", "适用地区", "where it holds", "某县"),
            free("year", "评价年度", "the year that is evaluated", "2024"),
            free("document", "依据文件的名称", "title of the document", "某县企业亩均效益综合评价办法（文号待补）"),
            free("url", "文件的网址（没有可空）", "address of the document (may be empty)", ""),
            one("negative", "指标为负时：compute 按公式计算，zero 得 0 分", "a negative indicator: compute as the formula says, zero gives 0", "compute", "zero"),
            one("missing", "缺数据时：refuse 不予计算，zero 得 0 分，mean-score 取同组平均得分，reweight 剔除该项",
                    "figures missing: refuse, zero, mean-score of the group, reweight the others", "refuse", "zero", "mean-score", "reweight"),
            free("cap", "单项得分封顶为权重的几倍（不封顶填 none）", "most points of an item, as a multiple of its weight (none for no cap)", "1.5"),
            free("round", "总分取舍：小数位数和方式，如 2 half-up（不取舍填 none）", "rounding of the total, such as 2 half-up (none for none)", "2 half-up"),
            one("on", "按取舍后（rounded）还是未取舍（unrounded）的总分排序", "what ranks: the rounded or the unrounded total", "unrounded", "rounded"),
            one("ties", "并列的名次：best-place 取较优，worst-place 取较后，dense 不空名次", "the place of equals", "best-place", "worst-place", "dense"),
            free("small-groups", "少于几户的组不定级（不论户数填 none）", "rankings of fewer than so many are not graded (none for no limit)", "none"),
            free("classes", "等级和累计比例，从优到劣", "classes and cumulative shares, best first", "A 20 %, B 60 %, C 95 %, D 100 %"),
            one("quota-base", "比例的基数：ranked 参加排序的企业，population 全部计分企业（含不定级的）", "shares are of the ranked or of the population",
                    "ranked", "population"),
            one("quota-rounding", "名额取整：half-up 四舍五入，floor 向下，ceiling 向上", "how shares become places", "half-up", "floor", "ceiling"),
            one("refill", "调档空出的名额：false 不递补，counted 递补并占名额，uncounted 递补不占名额", "a place that an override vacates",
                    "false", "counted", "uncounted"));

    /** Asked only where they do not sum to 100. */
    static final Question WEIGHTS = one("weights", "权重合计不是 100：again 重填各项指标，keep 就按此合计", "weights that do not sum to 100: again to write the "
            + "indicators anew, keep if that is meant", "again", "keep");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{Nd}]+(-[\\p{L}\\p{Nd}]+)*");

    private static Question free(String id, String chinese, String english, String usual) {
        return new Question(id, chinese, english, List.of(), usual);
    }

    private static Question one(String id, String chinese, String english, String... choices) {
        return new Question(id, chinese, english, List.of(choices), choices[0]);
    }

    String text(Session session) {
        return session.either(chinese, english);
    }

    /**
     * An answer that was given.
     *
     * @throws IllegalArgumentException if it is none of the choices, or no id
     */
    String answer(String given) {
        String text = given.strip();
        if (text.isEmpty()) {
            return usual;
        }
        if (!choices.isEmpty() && !choices.contains(text)) {
            throw new IllegalArgumentException("'" + id + "': found '" + text + "', expected one of " + choices);
        }
        if (id.equals("id") && !ID.matcher(text).matches()) {
            throw new IllegalArgumentException("'id': found '" + text + "', expected letters, digits and hyphens");
        }
        return text;
    }
}
