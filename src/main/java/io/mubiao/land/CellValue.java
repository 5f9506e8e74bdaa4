package io.mubiao.land;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads one value of a column: a decimal, a text, a day, yes or no. */
public final class CellValue {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,30}(\\.[0-9]{1,18})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?");

    private CellValue() {}

    /**
     * The value: a BigDecimal (a day as days since 1970-01-01, yes and no as 1 and 0) or a String.
     *
     * @throws IllegalArgumentException if the text does not fit the column; names the column, the text, what was expected
     */
    public static Object read(Column column, String text) {
        return switch (column.kind()) {
            case NUMBER -> number(column, text);
            case TEXT -> {
                if (!column.values().isEmpty() && !column.values().contains(text)) {
                    throw bad(column, text, "one of " + column.values());
                }
                yield text;
            }
            case DAY -> day(column, text);
            case FLAG -> switch (text) {
                case "是", "有", "yes", "true", "1", "Y" -> BigDecimal.ONE;
                case "否", "无", "no", "false", "0", "N" -> BigDecimal.ZERO;
                default -> throw bad(column, text, "是 or 否");
            };
        };
    }

    private static BigDecimal number(Column column, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw bad(column, text, "a plain decimal" + (column.unit().symbol().isEmpty() ? "" : " in " + column.unit()));
        }
        BigDecimal number = new BigDecimal(text);
        if (column.least().isPresent() && number.compareTo(column.least().get()) < 0) {
            throw bad(column, text, "at least " + column.least().get().toPlainString() + " " + column.unit());
        }
        if (column.most().isPresent() && number.compareTo(column.most().get()) > 0) {
            throw bad(column, text, "at most " + column.most().get().toPlainString() + " " + column.unit());
        }
        return number;
    }

    private static BigDecimal day(Column column, String text) {
        if (DAY.matcher(text).matches()) {
            String[] parts = text.replace("日", "").split("[-/.年月]", -1);
            try {
                return BigDecimal.valueOf(LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]),
                        Integer.parseInt(parts[2])).toEpochDay());
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(bad(column, text, "a day of the calendar").getMessage(), e);
            }
        }
        throw bad(column, text, "a day such as 2022-12-31");
    }

    private static IllegalArgumentException bad(Column column, String text, String expected) {
        return new IllegalArgumentException("column '" + column.header() + "': found '" + text + "', expected " + expected);
    }
}
