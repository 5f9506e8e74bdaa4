package io.mubiao.io.internal.sheet;

import com.google.common.collect.ImmutableSet;
import io.mubiao.io.internal.table.CellFlaw;
import io.mubiao.io.internal.table.CellText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What a cell of a workbook says, in the words that a person would read in it. */
final class SheetCell {
    /** As many digits as spreadsheets keep and show of a number. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final BigDecimal LEAP_1900 = BigDecimal.valueOf(60);
    private static final long SECONDS_A_DAY = 86_400;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_PLACES = 30;
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final ImmutableSet<String> FAILURES = ImmutableSet.of("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!",
            "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#BLOCKED!", "#CONNECT!", "#FIELD!", "#UNKNOWN!");

    private SheetCell() {}

    /**
     * What is wrong with a cell; null if it says something, or nothing.
     *
     * @param unworked whether formulas of the sheet have empty values that no spreadsheet has worked out
     */
    static @Nullable CellFlaw flaw(Cell cell, NumberPicture picture, boolean unworked) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.FORMULA && (raw == null || (unworked && raw.isEmpty()))) {
            return new CellFlaw("FORMULA", "found a formula whose value is not in the file; open the workbook in a spreadsheet,"
                    + " which works it out, and save it", false);
        }
        if (cell.getType() == CellType.ERROR || (cell.getType() == CellType.FORMULA && FAILURES.contains(raw))) {
            return new CellFlaw("CELL_ERROR", "found " + CellText.shown(String.valueOf(raw))
                    + ", with which a spreadsheet says that it cannot work out the cell", false);
        }
        if (cell.getValue() instanceof BigDecimal number && picture.isDivided(number)) {
            return new CellFlaw("DIVIDED", "found " + number.toPlainString() + " in a format that shows it divided ("
                    + CellText.shown(String.valueOf(cell.getDataFormatString())) + "); expected a number as it is meant, in a plain format", false);
        }
        return null;
    }

    static String text(Cell cell, NumberPicture picture, boolean from1904) {
        Object value = cell.getValue();
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return picture.shown(number, number(number, picture.form(number), from1904));
        }
        if (value instanceof Boolean flag) {
            return flag ? "true" : "false";
        }
        return plain(value.toString());
    }

    private static String plain(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        Matcher escape = ESCAPE.matcher(text);
        return escape.replaceAll(it -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(it.group(1), 16))));
    }

    static String number(BigDecimal number, NumberForm form, boolean from1904) {
        boolean isDay = number.signum() >= 0 && number.compareTo(LAST_DAY) < 0;
        return switch (form) {
            case PERCENT -> written(shown(number).movePointRight(2)) + "%";
            case DAY -> isDay ? day(number, from1904) : written(shown(number));
            case MONTH -> isDay ? day(number, from1904).substring(0, 7) : written(shown(number));
            case TIME -> isDay ? time(number).toString() : written(shown(number));
            case PLAIN -> written(shown(number));
        };
    }

    /** The number that a spreadsheet shows: the nearest of 15 digits to the binary one that the file spells out. */
    private static BigDecimal shown(BigDecimal number) {
        return number.precision() <= MOST_DIGITS ? number : new BigDecimal(Double.toString(number.doubleValue())).round(SHOWN);
    }

    /** A number with more digits before the point than a spreadsheet keeps is written as it shows it: as a power of ten. */
    private static String written(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal least = number.stripTrailingZeros();
        return least.precision() - least.scale() > MOST_DIGITS || least.scale() > MOST_PLACES ? power(least) : least.toPlainString();
    }

    private static String power(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int power = number.precision() - number.scale() - 1;
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (power < 0 ? "E" : "E+") + power;
    }

    private static String day(BigDecimal serial, boolean from1904) {
        long days = serial.longValue();
        LocalDate day = from1904 ? EPOCH_1904.plusDays(days) : EPOCH_1900.plusDays(days + (serial.compareTo(LEAP_1900) < 0 ? 1 : 0));
        LocalTime time = time(serial);
        return time.equals(LocalTime.MIDNIGHT) ? day.toString() : day + " " + (time.getSecond() == 0 ? time + ":00" : time.toString());
    }

    private static LocalTime time(BigDecimal serial) {
        BigDecimal share = serial.remainder(BigDecimal.ONE);
        long seconds = share.multiply(BigDecimal.valueOf(SECONDS_A_DAY)).setScale(0, RoundingMode.HALF_UP).longValue();
        return LocalTime.ofSecondOfDay(Math.min(seconds, SECONDS_A_DAY - 1));
    }
}
