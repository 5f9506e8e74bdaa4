package io.mubiao.io.register;

import io.mubiao.io.internal.DoubtTally;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.HeaderCell;
import io.mubiao.target.Bound;
import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What targets of a ledger require, each with its unit, wherever the ledger says it, and how it is measured if nothing says it. Not
 * thread-safe.
 */
final class LedgerFigure {
    private static final String MEASURES = "次个家户项所座处套辆台件人条名场期宗份起例篇栋幢届支张艘位只部间";
    private static final String MEASURE = "[" + MEASURES + "]";
    private static final Pattern COUNTED = Pattern.compile("[0-9万亿]\\s*([人场]次|" + MEASURE + ")(?:\\s*[以之不及或左上(（,，;；±~—至到-]|\\s*$)");
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|\\p{IsHan}{1,2}" + MEASURE + "|[人场]次");
    private static final Pattern TITLE_WORD = Pattern.compile("\\p{IsHan}{0,2}" + MEASURE);
    private static final Pattern PREFIXED = Pattern.compile("[十百千万亿]+((?:\\p{IsHan}{0,2}" + MEASURE + ")?)");
    /** Words under 单位 of what has none. */
    private static final Pattern UNITLESS = Pattern.compile("无|空|没有|无单位|无量纲");
    /** A title of what is a share by its name, if no unit says otherwise. */
    private static final Pattern SHARE = Pattern.compile(".*((?<![功频汇效速])率|占比|比重|比例|[增降]速|[增降]幅)");
    /** Rates that are seldom percents. */
    private static final Pattern NO_PERCENT = Pattern.compile(".*(容积|生产|产出|死亡|发病|患病|出生|周转|发案|流动比|速动比)率");
    private static final String NUMBER = "[0-9][0-9.,/]*\\s*[十百千万亿]*";
    private static final Pattern MANY = Pattern.compile("[十百千万亿]$");
    private static final Pattern EACH = Pattern.compile(NUMBER);
    private static final Pattern LAST = Pattern.compile("([^(]*" + NUMBER + ")(.*)", Pattern.DOTALL);
    private static final Pattern DECIMAL = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(?:/([1-9][0-9]*))?");
    private static final Rational PERCENT = Rational.ONE.dividedBy(Rational.HUNDRED);

    private final ProblemList problems;
    private final RegisterColumns columns;
    private final List<String> titleUnits;
    private final DoubtTally tally;
    private Units units = Units.builtIn();
    /** Whether something says that the last figure has no unit. */
    private boolean unitless;

    LedgerFigure(ProblemList problems, RegisterColumns columns, List<String> titleUnits, DoubtTally tally) {
        this.problems = problems;
        this.columns = columns;
        this.titleUnits = titleUnits;
        this.tally = tally;
    }

    /** The units so far, with the measure words that figures have. */
    Units units() {
        return units;
    }

    /** What is required, with the unit of its column, its header, its own title or that of the ledger if it has none of its own. */
    String bound(Node require, @Nullable Node column, String title) {
        Matcher counted = COUNTED.matcher(TypedText.of(require.text).text());
        if (counted.find()) {
            declare(counted.group(1));
        }
        String header = word(columns.unit(require.column - 1), units);
        String beside = column == null ? "" : word(column.text, units);
        if (column != null && !header.isEmpty() && !beside.isEmpty() && !CellText.key(header).equals(CellText.key(beside))) {
            problems.error(column, "UNIT", "the column of units says " + CellText.shown(column.text) + ", the header of the figure "
                    + CellText.shown(header) + "; expected one of them");
        }
        String unit = beside.isEmpty() ? header : beside;
        declare(unit);
        Optional<Unit> own = unit(require.text);
        Optional<Unit> said = CellText.unit(unit, units);
        unitless = unit.isEmpty() && (column != null || !columns.unit(require.column - 1).isEmpty());
        if (own.isPresent()) {
            if (column != null && said.isPresent() && !own.get().isCompatibleWith(said.get())) {
                problems.warning(require.line, require.column, columns.header("require"), "UNIT", "the figure " + CellText.shown(require.text)
                        + " has another unit than the column of units says: " + CellText.shown(unit) + "; that of the figure counts");
            }
            return require.text;
        }
        if (said.filter(Unit::isCount).isPresent() && isShare(title) && !isNoPercent(title)) {
            problems.error(require, "UNIT", CellText.shown(title) + " is a share by its name, and " + CellText.shown(require.text)
                    + " would be counted in " + CellText.shown(unit) + "; expected " + CellText.shown(percent(require.text))
                    + ", or another unit behind the number");
            return percent(require.text);
        }
        if (unit.isEmpty() && !unitless) {
            unit = ofTitles(require, title);
            declare(unit);
        }
        return unit.isEmpty() ? require.text : withUnit(require, unit);
    }

    /** A unit as figures have it: 亿 元 as 亿元; empty for a word that there is none. */
    static String word(String typed, Units units) {
        String key = CellText.key(typed);
        return UNITLESS.matcher(key).matches() ? ""
                : units.find(typed).isPresent() || units.find(key).isEmpty() ? typed : key;
    }

    /** Whether a text can be a measure word. */
    static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    private static boolean isNoPercent(String title) {
        return NO_PERCENT.matcher(new HeaderCell(title, 0).base()).matches();
    }

    private String ofTitles(Node require, String title) {
        String own = new HeaderCell(title, 0).unit();
        if (CellText.unit(own, Units.builtIn()).isPresent() || TITLE_WORD.matcher(own).matches()) {
            tally.add(require.line, require.column, columns.header("require"), "UNIT_OF_TITLE",
                    "a figure without unit has the one that its own title ends with");
            return own;
        }
        String above = titleUnits.size() == 1 ? titleUnits.get(0) : "";
        if (above.isEmpty() || (isShare(title) && !CellText.unit(above, units).filter(Unit::isShare).isPresent())) {
            return "";
        }
        tally.add(require.line, require.column, columns.header("require"), "UNIT_OF_TITLE",
                "a figure without unit has the unit " + CellText.shown(above) + " of the title above");
        return above;
    }

    private static boolean isShare(String title) {
        return SHARE.matcher(new HeaderCell(title, 0).base()).matches();
    }

    private String withUnit(Node require, String unit) {
        String with = behindNumber(require.text, unit);
        Optional<Bound> parsed = parsed(with);
        if (parsed.isEmpty() && parsed(require.text).isEmpty()) {
            return require.text;
        }
        parsed.filter(it -> it.unit().filter(Unit::isShare).isPresent()).flatMap(Bound::reference).map(Quantity::asShare)
                .filter(share -> share.signum() > 0 && share.compareTo(PERCENT) < 0)
                .map(share -> share.times(Rational.HUNDRED))
                .ifPresent(percent -> problems.warning(require.line, require.column, columns.header("require"), "MARK_OF_SHARE",
                        "a share of " + percent
                        + " % is required; " + percent.times(Rational.HUNDRED) + " % was probably meant"));
        return with;
    }

    /** A text with a unit behind its last number, or behind each where one is the tolerance of the other. */
    private static String behindNumber(String typed, String unit) {
        String text = TypedText.of(typed).text();
        if (text.indexOf('±') >= 0) {
            return EACH.matcher(text).replaceAll(it -> Matcher.quoteReplacement(with(it.group(), unit)));
        }
        Matcher last = LAST.matcher(text);
        return last.matches() ? with(last.group(1), unit) + last.group(2) : text + " " + unit;
    }

    /** A number with its unit: 5 个, 5万个. */
    static String with(String number, String unit) {
        String text = number.strip();
        return (MANY.matcher(text).find() ? text : text + " ") + unit;
    }

    /** How a target is measured that does not say it: shares and intensities as they stand, anything else added up. */
    String kind(@Nullable Node require, String bound, String title) {
        Optional<Bound> parsed = parsed(bound);
        if (require == null || parsed.isEmpty()) {
            return "total";
        }
        Optional<Unit> unit = parsed.get().unit().filter(it -> !it.equals(Unit.NONE));
        boolean fraction = parsed.get().reference().map(Quantity::amount).filter(it -> it.signum() > 0 && it.compareTo(Rational.ONE) < 0)
                .isPresent();
        if (unit.isEmpty() && !unitless && parsed.get().hole().isEmpty() && (isShare(title) || fraction)) {
            boolean one = parsed.get().reference().map(Quantity::amount).filter(Rational.ONE::equals).isPresent();
            problems.error(require, "UNIT", one || isNoPercent(title) ? "nothing says the unit of " + CellText.shown(bound) + ", which looks like a rate;"
                    + " expected it behind the number or in a column 单位 (unit), 无 where there is none,"
                    + " or under 考核方式 (kind) how it is measured: 时点 (level) as it stands, 累计 (total) added up"
                    : "nothing says the unit of " + CellText.shown(bound) + ", which looks like a share; expected "
                    + CellText.shown(percent(bound)) + " or its unit,"
                    + " or under 考核方式 (kind) how it is measured: 时点 (level) as it stands, 累计 (total) added up");
            return "level";
        }
        boolean level = (unitless && isShare(title)) || unit.filter(it -> it.isShare() || it.symbol().contains("/")).isPresent();
        tally.add(require.line, require.column, columns.header("require"), "KIND_ASSUMED", level
                ? "nothing says how the target is measured (考核方式); a share or intensity is taken as it stands on a day (时点)"
                : "nothing says how the target is measured (考核方式); a figure is taken as a running total (累计)");
        return level ? "level" : "total";
    }

    /** A text with its numbers as percents: 0.5 as 50%, ≥8 as ≥8%. */
    private static String percent(String bound) {
        return DECIMAL.matcher(TypedText.of(bound).text()).replaceAll(it -> {
            Rational number = Rational.parse(it.group(1));
            number = it.group(2) == null ? number : number.dividedBy(Rational.parse(it.group(2)));
            return (number.compareTo(Rational.ONE) < 0 ? number.times(Rational.HUNDRED) : number) + "%";
        });
    }

    /** What looks like a measure word is one, as in the list of units of a YAML file; 户 of 万户. */
    private void declare(String unit) {
        Matcher prefixed = PREFIXED.matcher(unit);
        String word = prefixed.matches() ? prefixed.group(1) : unit;
        if (WORD.matcher(word).matches() && units.find(word).isEmpty()) {
            units = units.with(word);
        }
    }

    private Optional<Unit> unit(String text) {
        return parsed(text).flatMap(Bound::unit).filter(it -> !it.equals(Unit.NONE));
    }

    private Optional<Bound> parsed(String text) {
        try {
            return Optional.of(Bound.parse(text, units));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
