package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Expansion;
import io.mubiao.land.Column;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.near.NearMean;
import io.mubiao.land.internal.CellValue;
import io.mubiao.land.internal.CompiledRule.CompiledBaseline;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.land.internal.Expansions;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What programs read: columns, baselines and tables of a binding, each made once. Not thread-safe. */
final class Inputs {
    private static final int MOST_STEPS = 2_000;

    final Binding binding;
    final BaselineTable baselines;
    private final Map<Integer, Vec> numbers = new HashMap<>();
    private final Map<List<Integer>, RankCodes> codes = new HashMap<>();
    private final Expansion expansion;

    Inputs(Binding binding, BaselineTable baselines) {
        this.binding = binding;
        this.baselines = baselines;
        this.expansion = Expansions.of(binding.rule);
    }

    /** Whether a slot is worked out in so few steps that a block may take each as often as it is read. */
    boolean isShort(int slot) {
        return expansion.steps(slot) <= MOST_STEPS;
    }

    RowFrame frame(int row) {
        return new RowFrame(binding, row, baselines);
    }

    Slot slot(int slot) {
        return binding.rule.slots().get(slot);
    }

    /** A number of this year's or last year's roll. */
    Vec column(Slot slot) {
        return numbers.computeIfAbsent(slot.symbol().slot(), it -> made(slot));
    }

    private Vec made(Slot slot) {
        NumberColumn column = slot.role() == Role.COLUMN ? binding.numbers(slot.symbol().slot())
                : binding.priorNumbers(slot);
        String otherwise = slot.role() == Role.COLUMN ? definition(slot).otherwise() : "";
        if (otherwise.isEmpty()) {
            if (column == null) {
                throw new VecCompiler.Unfit();
            }
            return new RawColumn(column);
        }
        BigDecimal filled = (BigDecimal) CellValue.read(definition(slot), otherwise);
        if (column == null) {
            return new Constant(Rational.of(filled));
        }
        BigDecimal whole = filled.movePointRight(column.decimals()).stripTrailingZeros();
        if (!column.hasGaps()) {
            return new RawColumn(column);
        }
        if (whole.scale() > 0 || whole.abs().compareTo(BigDecimal.valueOf(1L << 52)) > 0) {
            throw new VecCompiler.Unfit();
        }
        return new RawColumn(column, whole.doubleValue());
    }

    private Column definition(Slot slot) {
        return binding.rule.rule().columns().get(slot.index());
    }

    /** Whether a slot is a column of this year for which nothing is declared. */
    boolean isPlainColumn(int slot) {
        return slot(slot).role() == Role.COLUMN && binding.numbers(slot) != null
                && definition(slot(slot)).otherwise().isEmpty();
    }

    /** Whether a row of a column is missing. */
    boolean isMissing(int slot, int row) {
        NumberColumn column = binding.numbers(slot);
        return column != null && column.isMissing(row);
    }

    /** A baseline: one number, or one for each group; enclosed where it is no fraction. */
    Vec baseline(Slot slot) {
        CompiledBaseline it = binding.rule.baselines().get(slot.index());
        boolean isOne = it.constant().isPresent() || it.by().isEmpty();
        if (isOne && baselines.near(slot.index(), List.of()) == null) {
            Value value = baselines.value(slot.index(), List.of());
            if (value.isNumber() && value.number().isExact()) {
                return new Constant(value.number().low());
            }
        }
        RankCodes groups = codes(it.by());
        @Nullable Rational[] all = new Rational[groups.size()];
        boolean exact = true;
        double share = 0;
        for (int code = 0; code < all.length; code++) {
            NearMean near = baselines.near(slot.index(), groups.key(code));
            if (near != null) {
                all[code] = near.number();
                share = Math.max(share, near.share());
                exact = false;
                continue;
            }
            Value value = baselines.value(slot.index(), groups.key(code));
            all[code] = nearlyExact(value);
            exact &= !value.isNumber() || value.number().isExact();
        }
        return new PerGroup(new GroupNumbers(groups, all, exact, share));
    }

    /** Places within groups, each looked up exactly. */
    Vec places(Slot slot) {
        long[] places = new long[binding.roll.size()];
        for (int row = 0; row < places.length; row++) {
            Checkpoint.pass("row", row);
            Value place = frame(row).number(slot.symbol().slot());
            places[row] = place.isNumber() ? place.number().low().numerator().longValueExact() : NumberColumn.MISSING;
        }
        return new RawColumn(NumberColumn.of(0, places));
    }

    /** A table: one number for each text. */
    Vec table(Slot slot) {
        if (slot(slot.of()).symbol().kind() != Symbol.Kind.TEXT) {
            throw new VecCompiler.Unfit();
        }
        RankCodes texts = codes(List.of(slot.of()));
        @Nullable Rational[] all = new Rational[texts.size()];
        for (int code = 0; code < all.length; code++) {
            Rational number = slot.values().get(texts.key(code).get(0));
            all[code] = number != null ? number : slot.values().get("");
        }
        return new PerGroup(new GroupNumbers(texts, all, true, 0));
    }

    /** An enclosure as narrow as the error of a double counts as one number; else the group is left to the exact way. */
    static @Nullable Rational nearlyExact(Value value) {
        if (!value.isNumber() || value.number().isExact()) {
            return value.isNumber() ? value.number().low() : null;
        }
        Enclosure number = value.number();
        Rational width = number.high().minus(number.low());
        return width.times(1L << 60).compareTo(number.low().abs()) <= 0 ? number.low() : null;
    }

    /** The groups that texts make. */
    RankCodes codes(List<Integer> slots) {
        RankCodes known = codes.get(slots);
        if (known == null) {
            known = TextKeys.of(this, slots);
            codes.put(slots, known);
        }
        return known;
    }

    /** Takes groups that are known already. */
    void know(List<Integer> slots, RankCodes groups) {
        codes.put(slots, groups);
    }

    /** An exact value as a row of a factor; NaN where it is none or not narrow enough. */
    static double row(Value value, Rational factor) {
        Rational number = nearlyExact(value);
        return number == null ? Double.NaN : number.signum() == 0 ? 0 : Vec.nearest(number.dividedBy(factor));
    }
}
