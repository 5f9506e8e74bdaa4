package io.mubiao.land.internal;

import io.mubiao.formula.Symbol;
import io.mubiao.land.Column;
import io.mubiao.problem.Reasoned;
import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.DayText;
import io.mubiao.text.internal.NumberText;
import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one value of a column: a decimal, a text, a day, yes or no. */
public final class CellValue {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,30}(\\.[0-9]{1,18})?");
    private static final int MOST_DECIMALS = 18;
    /** No enterprise has a day before this year. */
    public static final int FIRST_YEAR = 1900;
    /** No enterprise has a day after this year, except 9999-12-31 for no end (长期). */
    public static final int LAST_YEAR = 2100;

    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private CellValue() {}

    /**
     * The value: a BigDecimal in the unit of the column (a day as days since 1970-01-01, yes and no as 1 and 0) or a String.
     *
     * <p>Numbers and days may be written as people write them: 1,234.5, 100（万元）, full-width, 2012年3月4日.
     *
     * @throws IllegalArgumentException if the text does not fit the column or can be read in two ways; names the column, the
     *     text, what was expected
     */
    public static Object read(Column column, String text) {
        return switch (column.kind()) {
            case NUMBER -> number(column, text);
            case TEXT -> {
                String value = column.values().isEmpty() || column.values().contains(text) ? text : TypedText.of(text).text();
                if (!column.values().isEmpty() && !column.values().contains(value)) {
                    throw bad(column, text, "one of " + column.values());
                }
                yield value;
            }
            case DAY -> day(column, text);
            case FLAG -> switch (TypedText.of(text).text()) {
                case "是", "有", "yes", "true", "1", "Y" -> BigDecimal.ONE;
                case "否", "无", "no", "false", "0", "N" -> BigDecimal.ZERO;
                default -> throw bad(column, text, "是 or 否");
            };
        };
    }

    /**
     * The same of a value that may be typed already: for numbers a BigDecimal, BigInteger, Integer or Long in the unit of
     * the column, for days a LocalDate, for flags a Boolean, for texts and whatever is still to be read a String.
     *
     * @throws IllegalArgumentException as {@link #read}; also names the Java type that does not fit
     */
    public static Object value(Column column, Object value) {
        if (value instanceof String text) {
            return read(column, column.kind() == Symbol.Kind.TEXT ? text : text.strip());
        }
        if (column.kind() == Symbol.Kind.NUMBER && (value instanceof Integer || value instanceof Long)) {
            return held(column, BigDecimal.valueOf(((Number) value).longValue()), value.toString());
        }
        if (column.kind() == Symbol.Kind.NUMBER && value instanceof BigInteger whole) {
            return held(column, new BigDecimal(whole), value.toString());
        }
        if (column.kind() == Symbol.Kind.NUMBER && value instanceof BigDecimal number) {
            return held(column, number, number.toPlainString());
        }
        if (column.kind() == Symbol.Kind.DAY && value instanceof LocalDate day) {
            return day(column, day, value.toString());
        }
        if (column.kind() == Symbol.Kind.FLAG && value instanceof Boolean flag) {
            return flag ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        String expected = switch (column.kind()) {
            case NUMBER -> "a BigDecimal, BigInteger, Integer, Long or String";
            case DAY -> "a LocalDate or String";
            case FLAG -> "a Boolean or String";
            case TEXT -> "a String";
        };
        String found = value.getClass().getSimpleName();
        throw bad(column, value.toString(), value instanceof Double || value instanceof Float
                ? expected + ", got a " + found + ", which is no exact decimal" : expected + ", got a " + found);
    }

    private static BigDecimal number(Column column, String text) {
        return held(column, NUMBER.matcher(text).matches() ? new BigDecimal(text) : withUnit(column, text), text);
    }

    private static BigDecimal held(Column column, BigDecimal number, String text) {
        if (number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw bad(column, text, "at most " + MOST_DECIMALS + " digits after the point");
        }
        if (column.least().isPresent() && number.compareTo(column.least().get()) < 0) {
            throw bad(column, text, ("at least " + column.least().get().toPlainString() + " " + column.unit()).strip());
        }
        if (column.most().isPresent() && number.compareTo(column.most().get()) > 0) {
            throw bad(column, text, ("at most " + column.most().get().toPlainString() + " " + column.unit()).strip());
        }
        return number;
    }

    private static BigDecimal withUnit(Column column, String text) {
        NumberText read;
        try {
            read = NumberText.of(text);
        } catch (IllegalArgumentException e) {
            throw Reasoned.within("column '" + column.header() + "': ", e);
        }
        if (!NUMBER.matcher(read.number()).matches()) {
            throw bad(column, text, column.unit().symbol().isEmpty() ? "a plain decimal" : "a plain decimal in " + column.unit());
        }
        BigDecimal number = new BigDecimal(read.number());
        if (read.unit().isEmpty()) {
            return number;
        }
        Optional<Unit> unit = Units.builtIn().with(column.unit().measureWords()).find(read.unit())
                .filter(it -> it.isCompatibleWith(column.unit()));
        if (unit.isEmpty()) {
            throw bad(column, text, column.unit().symbol().isEmpty() ? "a number without a unit"
                    : "a number in " + column.unit() + " or a unit that converts to it");
        }
        return Rational.of(number).times(unit.get().in(column.unit())).asDecimal()
                .filter(it -> it.scale() <= MOST_DECIMALS).orElseThrow(() -> bad(column, text, "a decimal of at most "
                        + MOST_DECIMALS + " digits after the point in " + column.unit() + "; nothing is rounded"));
    }

    private static BigDecimal day(Column column, String text) {
        LocalDate day;
        try {
            day = DayText.of(text).day();
        } catch (IllegalArgumentException e) {
            throw Reasoned.within("column '" + column.header() + "': ", e);
        }
        return day(column, day, text);
    }

    private static BigDecimal day(Column column, LocalDate day, String text) {
        if ((day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) && !day.equals(NO_END)) {
            throw bad(column, text, "a day from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return BigDecimal.valueOf(day.toEpochDay());
    }

    private static IllegalArgumentException bad(Column column, String text, String expected) {
        return new IllegalArgumentException("column '" + column.header() + "': found '" + Characters.shown(text) + "', expected " + expected);
    }
}
