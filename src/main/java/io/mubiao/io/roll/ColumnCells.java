package io.mubiao.io.roll;

import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.DoubtTally;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.land.Column;
import io.mubiao.land.internal.CellValue;
import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Reasoned;
import io.mubiao.text.internal.Change;
import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.DayText;
import io.mubiao.text.internal.NumberText;
import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the cells that a file has for one column of a rule. Immutable. */
final class ColumnCells {
    /** A cell that cannot be read; its row is left out. */
    static final class BadCell extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        final String code;

        final String words;

        BadCell(String code, String words) {
            super(words, null, false, false);
            this.code = code;
            this.words = words;
        }

        private static BadCell of(RuntimeException e, String before, String behind) {
            Problem problem = Reasoned.problem(e, "BAD_VALUE", Place.of(""), behind);
            return new BadCell(problem.code(), before + problem.message());
        }
    }

    private static final int LONGEST = 200;
    private static final int MOST_DECIMALS = 18;
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
        moreDigits = column.unit().equals(Unit.NONE) ? "more than " + column.decimals() + " digits after the point, kept exactly"
                : "more than " + column.decimals() + " digits after the point in " + column.unit() + ", kept exactly";
    }

    Column column() {
        return column;
    }

    int cell() {
        return cell;
    }

    /** By how much numbers without a unit of their own are multiplied. */
    Rational factor() {
        return factor;
    }

    /** Whether its cells are read as of this unit. */
    boolean isIn(Unit other) {
        return other.isCompatibleWith(unit) && other.in(unit).equals(Rational.ONE);
    }

    /** Whether no land at all would be doubtful here; where the rule says what an empty cell means, some have none. */
    boolean isLand() {
        return MU.isCompatibleWith(column.unit()) && column.otherwise().isEmpty();
    }

    /** Counts a number with more digits after the point than declared. */
    void moreDigits(Spot spot) {
        spot.count(header, "MORE_DIGITS", moreDigits);
    }

    /** Tells of a negative number. */
    void negative(String text, Spot spot) {
        spot.warning("NEGATIVE", column("found " + CellText.shown(text) + ", a negative number"));
    }

    /**
     * The value of a cell: a BigDecimal in the column's unit, a String, LocalDate or Boolean; null if it is missing.
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
            if (Characters.hasHidden(text)) {
                spot.count(header, "HIDDEN_CHARACTER", DoubtTally.HIDDEN + Characters.hidden(text));
            }
            return text;
        }
        if (text.length() > LONGEST) {
            throw bad("BAD_VALUE", text, "at most " + LONGEST + " characters");
        }
        if (text.codePoints().anyMatch(Characters::isControl)) {
            throw bad("HIDDEN_CHARACTER", text, "a cell without");
        }
        TypedText plain = TypedText.of(cellText);
        plain.changes().stream().sorted().forEach(it -> spot.count(header, it.name(), it.words()));
        return switch (column.kind()) {
            case NUMBER -> number(plain.text(), text, spot);
            case DAY -> LocalDate.ofEpochDay(((BigDecimal) day(plain.text(), text, spot)).longValueExact());
            case FLAG -> ((BigDecimal) value(plain.text(), text)).signum() != 0;
            case TEXT -> value(plain.text(), text);
        };
    }

    private Object day(String plain, String text, Spot spot) throws BadCell {
        Object day = value(plain, text);
        DayText.of(plain).changes().stream().sorted().filter(it -> it != Change.DAY_FORM)
                .forEach(it -> spot.count(header, it.name(), it.words(), it.example(plain)));
        return day;
    }

    private Object value(String plain, String text) throws BadCell {
        try {
            return CellValue.read(column, plain);
        } catch (IllegalArgumentException e) {
            throw BadCell.of(e, "", inFile(plain, text));
        }
    }

    private static String inFile(String plain, String text) {
        return plain.equals(text) ? "" : " (in the file: " + CellText.shown(text) + ")";
    }

    private BigDecimal number(String half, String text, Spot spot) throws BadCell {
        String plain = CellText.isDecimal(half) ? converted(half, unit, factor, text) : plain(half, text);
        BigDecimal number = (BigDecimal) value(plain, text);
        if (number.signum() < 0) {
            negative(text, spot);
        }
        if (number.signum() == 0 && isLand()) {
            spot.warning("ZERO_LAND", column("found " + CellText.shown(text) + ", no land at all"));
        }
        if (number.stripTrailingZeros().scale() > column.decimals()) {
            moreDigits(spot);
        }
        return number;
    }

    private String plain(String half, String text) throws BadCell {
        NumberText read;
        try {
            read = NumberText.of(half);
        } catch (IllegalArgumentException e) {
            throw BadCell.of(e, column(""), inFile(half, text));
        }
        if (!CellText.isDecimal(read.number())) {
            throw bad("BAD_VALUE", text, column.unit().equals(Unit.NONE) ? "a plain decimal" : "a plain decimal in " + column.unit());
        }
        Unit from = read.unit().isEmpty() ? unit : ownUnit(read.unit(), text);
        return converted(read.number(), from, from.in(column.unit()), text);
    }

    private Unit ownUnit(String own, String text) throws BadCell {
        Optional<Unit> found = units.find(own);
        if (found.isEmpty() || !found.get().isCompatibleWith(column.unit())) {
            throw bad("UNIT", text, column.unit().equals(Unit.NONE)
                    ? "a number without a unit"
                    : "a number" + inUnit() + " or a unit that converts to it" + CellText.meant(own, column.unit(), units));
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
            throw new BadCell("INEXACT", column("found " + CellText.shown(text) + " in " + from + ", which in " + column.unit()
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
