package io.mubiao.trace;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.FormulaCompiler;
import io.mubiao.formula.internal.Frame;
import io.mubiao.formula.internal.Names;
import io.mubiao.formula.internal.Num;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works a formula out again from its operands alone. */
final class FormulaReplay implements Names, Frame {
    private final List<Trace> operands;
    private final List<String> names;

    private FormulaReplay(List<Trace> operands) {
        this.operands = operands;
        this.names = operands.stream().map(FormulaReplay::name).toList();
    }

    static Quantity of(Trace.Worked worked) {
        Value value = value(worked);
        if (!value.isNumber()) {
            throw new IllegalStateException(worked.name() + " = " + worked.formula() + " has no number: " + value);
        }
        return Quantity.of(value.number().nearest(), worked.unit());
    }

    private static Value value(Trace.Worked worked) {
        FormulaReplay replay = new FormulaReplay(worked.operands());
        Set<String> words = new LinkedHashSet<>(worked.unit().measureWords());
        worked.operands().forEach(operand -> words.addAll(replay.unit(operand).measureWords()));
        Num num = new FormulaCompiler(replay, Units.builtIn().with(words)).number(worked.formula(), worked.unit());
        return num.value(replay);
    }

    private static String name(Trace operand) {
        return operand instanceof Trace.Leaf leaf ? leaf.name() : ((Trace.Worked) operand).name();
    }

    private Unit unit(Trace operand) {
        return operand instanceof Trace.Leaf leaf ? leaf.unit() : ((Trace.Worked) operand).unit();
    }

    @Override
    public Optional<Symbol> find(String name) {
        int slot = names.indexOf(name);
        if (slot < 0) {
            return Optional.empty();
        }
        Trace operand = operands.get(slot);
        return Optional.of(new Symbol(slot, name,
                operand instanceof Trace.Leaf leaf ? leaf.kind() : Symbol.Kind.NUMBER, unit(operand)));
    }

    @Override
    public Optional<Symbol> find(String function, List<String> texts) {
        return find(Expr.Call.ofTexts(function, texts).toString());
    }

    @Override
    public Value number(int slot) {
        Trace operand = operands.get(slot);
        if (operand instanceof Trace.Worked worked) {
            return value(worked);
        }
        return operand instanceof Trace.Leaf leaf && leaf.number().isEmpty()
                ? Value.missing(leaf.name())
                : Value.of(operand.replay().amount());
    }

    @Override
    public @Nullable String text(int slot) {
        return operands.get(slot) instanceof Trace.Leaf leaf && !leaf.text().isEmpty() ? leaf.text() : null;
    }
}
