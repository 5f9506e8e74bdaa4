package io.mubiao.target.internal;

import io.mubiao.target.Stated;
import io.mubiao.target.Target;
import io.mubiao.target.internal.GoalDoubts.Doubt;
import io.mubiao.time.Cadence;
import io.mubiao.time.CalendarUnit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A title that says by when or how often, and says otherwise (标题与时限、频次不符). */
final class WhenDoubts {
    private static final Pattern BY = Pattern.compile("(?:(20[0-9]{2})年)?(?<![0-9])([0-9]{1,2})月(?:底|末|([0-9]{1,2})日)之?前");
    private static final Map<String, CalendarUnit> OFTEN = Map.of("每月", CalendarUnit.MONTH, "每季度", CalendarUnit.QUARTER,
            "每半年", CalendarUnit.HALF_YEAR, "每年", CalendarUnit.YEAR);

    private WhenDoubts() {}

    static Optional<Doubt> of(Target target) {
        String title = TitleDoubts.plain(target.title());
        return due(target, title).or(() -> target.goal().slots().flatMap(Stated::known).flatMap(cadence -> often(target, title, cadence)));
    }

    private static Optional<Doubt> due(Target target, String title) {
        LocalDate due = target.deadline().original();
        Matcher by = BY.matcher(title);
        if (title.indexOf('月') < 0 || !by.find()) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.of(by.group(1) == null ? due.getYear() : Integer.parseInt(by.group(1)), Integer.parseInt(by.group(2)));
            LocalDate said = by.group(3) == null ? month.atEndOfMonth() : month.atDay(Integer.parseInt(by.group(3)));
            boolean same = said.equals(due) || (by.group(3) != null && said.minusDays(1).equals(due));
            return same || by.find() ? Optional.empty() : Optional.of(new Doubt("TITLE_SAYS", "'" + target.title() + "': it is due on " + due
                    + "; due: " + said + " was probably meant"));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Doubt> often(Target target, String title, Cadence cadence) {
        if (!(cadence instanceof Cadence.Calendar calendar)) {
            return Optional.empty();
        }
        long said = OFTEN.keySet().stream().filter(title::contains).count();
        boolean weekly = title.contains("每周") && said == 0;
        boolean other = said == 1 && OFTEN.entrySet().stream().anyMatch(it -> title.contains(it.getKey()) && it.getValue() != calendar.unit());
        return weekly || other ? Optional.of(new Doubt("TITLE_SAYS", "'" + target.title() + "': it is owed every '" + calendar + "'"))
                : Optional.empty();
    }
}
