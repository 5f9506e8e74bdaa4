package io.mubiao.io;

import io.mubiao.formula.Symbol;
import io.mubiao.land.CellValue;
import io.mubiao.land.Column;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells that a file has for one column of a rule. Immutable. */
final class ColumnCells {
    /** A cell that cannot be read; its row is left out. */
    static final class BadCell extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        final String code;

        BadCell(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private static final int LONGEST = 200;
    private static final int MOST_DECIMALS = 18;
    private static final Pattern SCIENTIFIC = Pattern.compile("[-+]?[0-9.,]+[eE][-+]?[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("([-+]?[0-9][0-9,]*+(?:\\.[0-9]++)?+)(.*)", Pattern.DOTALL);
    private static final Pattern GROUPS = Pattern.compile("[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    private static final Unit MU = Units.builtIn().get("亩");

    private final Column column;
    private final int cell;
    private final Unit unit;
    private final Rational factor;
    private final Units units;
    private final String header;
    private final String moreDigits;

    /**
     * @param cell where its cells stand in a row, from 0
     * @param unit the unit of numbers that name none
     */
    ColumnCells(Column column, int cell, Unit unit, Units units) {
        this.column = column;
        this.cell = cell;
        this.unit = unit;
        factor = unit.in(column.unit());
        this.units = units;
        header = column.header();
        moreDigits = "more than " + column.decimals() + " digits after the point" + inUnit() + ", kept exactly";
    }

    Column column() {
        return column;
    }

    int cell() {
        return cell;
    }

    /**
     * The value of a cell: a BigDecimal in the column's unit or a String; null if it is missing.
     *
     * @throws BadCell if it cannot be read
     */
    @Nullable Object read(String cellText, Spot spot) throws BadCell {
        String text = CellText.strip(cellText);
        boolean listed = column.values().contains(text);
        if (!listed && CellText.isMissing(text)) {
            return null;
        }
        if (column.kind() == Symbol.Kind.TEXT && (listed || column.values().isEmpty())) {
            return text;
        }
        if (text.length() > LONGEST) {
            throw bad("BAD_VALUE", text, "at most " + LONGEST + " characters");
        }
        String half = CellText.half(text);
        if (!half.equals(text)) {
            spot.count(header, "FULL_WIDTH", "full-width characters are read as half-width ones");
        }
        return column.kind() == Symbol.Kind.NUMBER ? number(half, text, spot) : value(half, text);
    }

    private Object value(String plain, String text) throws BadCell {
        try {
            return CellValue.read(column, plain);
        } catch (IllegalArgumentException e) {
            throw new BadCell("BAD_VALUE", e.getMessage()
                    + (plain.equals(text) ? "" : " (in the file: " + CellText.shown(text) + ")"));
        }
    }

    private BigDecimal number(String half, String text, Spot spot) throws BadCell {
        String plain = CellText.isDecimal(half) ? converted(half, unit, factor, text) : plain(half, text);
        BigDecimal number = (BigDecimal) value(plain, text);
        if (number.signum() < 0) {
            spot.warning("NEGATIVE", column("found " + CellText.shown(text) + ", a negative number"));
        }
        if (number.signum() == 0 && MU.isCompatibleWith(column.unit())) {
            spot.warning("ZERO_LAND", column("found " + CellText.shown(text) + ", no land at all"));
        }
        if (number.stripTrailingZeros().scale() > column.decimals()) {
            spot.count(header, "MORE_DIGITS", moreDigits);
        }
        return number;
    }

    private String plain(String half, String text) throws BadCell {
        Matcher matcher = NUMBER.matcher(half);
        if (SCIENTIFIC.matcher(half).matches() || !matcher.matches()) {
            throw bad("BAD_VALUE", text, "a plain decimal" + inUnit());
        }
        String digits = ungrouped(matcher.group(1), text);
        String own = CellText.strip(matcher.group(2));
        Unit from = own.isEmpty() ? unit : ownUnit(own, text);
        return converted(digits, from, from.in(column.unit()), text);
    }

    private String ungrouped(String number, String text) throws BadCell {
        if (number.indexOf(',') < 0) {
            return number;
        }
        if (!GROUPS.matcher(number).matches()) {
            throw bad("BAD_VALUE", text, "thousands separators between groups of three digits, such as 1,234,567.89");
        }
        return number.replace(",", "");
    }

    private Unit ownUnit(String own, String text) throws BadCell {
        Optional<Unit> found = CellText.unit(own, units);
        if (found.isEmpty() || !found.get().isCompatibleWith(column.unit())) {
            throw bad("UNIT", text, column.unit().equals(Unit.NONE)
                    ? "a number without a unit"
                    : "a number" + inUnit() + " or a unit that converts to it");
        }
        return found.get();
    }

    private String converted(String digits, Unit from, Rational times, String text) throws BadCell {
        if (times.equals(Rational.ONE)) {
            return digits;
        }
        Rational exact = Rational.of(new BigDecimal(digits)).times(times);
        Optional<BigDecimal> decimal = exact.asDecimal().filter(it -> it.scale() <= MOST_DECIMALS);
        if (decimal.isEmpty()) {
            throw new BadCell("INEXACT", column("found " + CellText.shown(text) + " in " + from + ", which" + inUnit()
                    + " is no decimal of at most " + MOST_DECIMALS + " digits after the point; nothing is rounded"));
        }
        return decimal.get().toPlainString();
    }

    private String inUnit() {
        return column.unit().equals(Unit.NONE) ? "" : " in " + column.unit();
    }

    private BadCell bad(String code, String text, String expected) {
        return new BadCell(code, column("found " + CellText.shown(text) + ", expected " + expected));
    }

    private String column(String words) {
        return "column '" + header + "': " + words;
    }
}
