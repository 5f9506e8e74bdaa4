package io.mubiao.io.roll;

import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.HeaderCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header under which classes stand. Immutable.
 *
 * @param cell the header
 * @param year the year that it names, as a number; 0 for none
 * @param ago how many years ago by its words: 上年等级; 0 for none
 */
record ClassHeader(HeaderCell cell, int year, int ago) {
    /** What columns of classes are called, without a year. */
    static final Set<String> CLASSES = Set.of("等级", "类别", "等次", "档次", "分类", "评价等级", "评价类别", "评价结果", "综合评价等级", "综合评价结果",
            "亩均等级", "亩均评价等级", "亩均效益等级", "亩均效益评价等级", "亩均效益评价结果", "企业等级", "企业类别", "最终等级", "class", "final_class", "finalclass");

    private static final Pattern YEAR = Pattern.compile("([^0-9]*)([12][0-9]{3})(?:年度|年)?([^0-9]*)");
    private static final Pattern LAST = Pattern.compile("(?:上一?年度?|去年|prior_?|last_?year_?)(.*)");
    private static final Pattern BEFORE_LAST = Pattern.compile("(?:前年|上上年度?)(.*)");

    /** The headers under which classes stand, of earlier years or of none that they name. */
    static List<ClassHeader> among(List<String> cells) {
        List<ClassHeader> found = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            of(new HeaderCell(cells.get(i), i)).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<ClassHeader> of(HeaderCell cell) {
        String key = CellText.key(cell.text()).toLowerCase(Locale.ROOT).replaceAll("[()（）]", "");
        Matcher year = YEAR.matcher(key);
        if (year.matches()) {
            return isClasses(year.group(1) + year.group(3)) ? Optional.of(new ClassHeader(cell, Integer.parseInt(year.group(2)), 0)) : Optional.empty();
        }
        Matcher last = LAST.matcher(key);
        if (last.matches() && isClasses(last.group(1))) {
            return Optional.of(new ClassHeader(cell, 0, 1));
        }
        Matcher before = BEFORE_LAST.matcher(key);
        if (before.matches() && isClasses(before.group(1))) {
            return Optional.of(new ClassHeader(cell, 0, 2));
        }
        return CLASSES.contains(key) ? Optional.of(new ClassHeader(cell, 0, 0)) : Optional.empty();
    }

    private static boolean isClasses(String rest) {
        return rest.isEmpty() || CLASSES.contains(rest.replaceAll("^_|_$", ""));
    }

    /** Whether it says of which year its classes are. */
    boolean isDated() {
        return year > 0 || ago > 0;
    }
}
