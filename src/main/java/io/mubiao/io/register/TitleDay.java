package io.mubiao.io.register;

import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.text.internal.TypedText;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day up to which the data of a table reach, as titles above it say it: 数据截至2025年9月30日. */
final class TitleDay {
    private static final String UP_TO = "截[至止](?:日期|时间|时点)?[:：]?\\s*("
            + "[12][0-9]{3}[-/.年][-/.年月日0-9]+|[0-9]{1,2}月(?:[0-9]{1,2}日|[底末]))";
    private static final Pattern DAY = Pattern.compile(UP_TO);
    private static final Pattern OF_DATA = Pattern.compile("(?:数据|统计|进度|进展)的?(?:时间|日期)?" + UP_TO);
    /** Until when something is to be handed in or done. */
    private static final Pattern DEADLINE = Pattern.compile("(?:报送|填报|上报|提交|报告|申报|反馈|报名|征集|征求意见)的?(?:时间|日期)?" + UP_TO
            + "|" + UP_TO + "[底末]?(?:之?前)?[应需须要]?(?:全面|全部)?完成\\p{IsHan}{0,6}(?:目标|任务)");

    private TitleDay() {}

    /**
     * The day; empty if no title says one, or several do and it is not needed.
     *
     * @param line where the headers stand
     * @throws ProblemList.GiveUp if two titles say different days
     */
    static Optional<LocalDate> of(List<String> titles, OptionalInt year, boolean needed, int line, ProblemList problems) {
        Map<LocalDate, String> days = days(OF_DATA, titles, year);
        days = days.isEmpty() ? days(DAY, titles, year) : days;
        if (days.size() > 1 && needed) {
            List<String> shown = days.values().stream().limit(2).map(CellText::shown).toList();
            problems.error(line, 1, "", "TITLE_SAYS", "the titles " + shown.get(0) + " and " + shown.get(1)
                    + " say different days; expected one up to which the data reach, such as 数据截至2025年9月30日, or a column 日期 (on)");
            throw new ProblemList.GiveUp();
        }
        return days.size() > 1 ? Optional.empty() : days.keySet().stream().findFirst();
    }

    private static Map<LocalDate, String> days(Pattern pattern, List<String> titles, OptionalInt year) {
        Map<LocalDate, String> days = new LinkedHashMap<>();
        for (String title : titles) {
            Matcher day = pattern.matcher(DEADLINE.matcher(TypedText.of(title).text()).replaceAll(""));
            while (day.find()) {
                String text = day.group(1);
                LedgerDay.of(text, year).or(() -> LedgerDay.plain(text)).ifPresent(it -> days.putIfAbsent(it, title));
            }
        }
        return days;
    }
}
