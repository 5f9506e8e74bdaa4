package io.mubiao.io.internal.table;

import java.util.regex.Pattern;

/** A header that stands in two rows, or in one with its unit below it. */
final class StackedHeader {
    /** Of 责任单位 above 牵头 the end goes with it: 牵头单位. */
    private static final int LONGEST_END = 6;
    /** What a header says that only has the figure or the name of the one above. */
    private static final Pattern NEUTRAL = Pattern.compile("指标|数值?|值|数?量|名称|内容");
    /** A header that makes another thing of the one below it: 1-9月 above 目标. */
    private static final Pattern PERIOD = Pattern.compile("(?:[12][0-9]{3}年)?(?:[0-9]{1,2}[-—~～至到])?[0-9]{1,2}月份?|.*季度|[上下]半年");

    private StackedHeader() {}

    /** Without brackets around it. */
    static String bare(String text) {
        return text.replaceAll("^[(（\\[【](?:单位\\s*[:：])?|[)）\\]】]$", "");
    }

    /** One header of both. */
    static String of(String upper, String lower, TableHeader.Fit fit) {
        if (upper.isEmpty() || lower.isEmpty()) {
            return upper + lower;
        }
        String unit = bare(lower);
        if (fit.isUnit(unit)) {
            return upper + "(" + unit + ")";
        }
        String under = fit.under(upper, lower);
        if (!under.isEmpty()) {
            return under;
        }
        for (int at = Math.max(0, upper.length() - LONGEST_END); !fit.knows(upper + lower) && at <= upper.length() - 2; at++) {
            if (fit.knows(lower + upper.substring(at))) {
                return lower + upper.substring(at);
            }
        }
        if (PERIOD.matcher(upper).matches() && !NEUTRAL.matcher(lower).matches()) {
            return upper + lower;
        }
        if (fit.knows(upper + lower) || !fit.knows(NEUTRAL.matcher(lower).matches() ? upper : lower)) {
            return upper + lower;
        }
        return NEUTRAL.matcher(lower).matches() ? upper : lower;
    }
}
