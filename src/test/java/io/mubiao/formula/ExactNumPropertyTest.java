package io.mubiao.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.formula.Value;
import io.mubiao.formula.internal.FormulaCompiler;
import io.mubiao.formula.internal.Frame;
import io.mubiao.formula.internal.Names;
import io.mubiao.formula.internal.Num;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What is found without enclosures is what is found with them, or it is left to them. */
class ExactNumPropertyTest {
    private static final Names NAMES = name -> name.equals("a")
            ? Optional.of(new Symbol(0, "a", Symbol.Kind.NUMBER, Unit.NONE))
            : Optional.of(new Symbol(1, "b", Symbol.Kind.NUMBER, Unit.NONE));
    private static final List<String> FORMULAS = List.of("a + b", "a - b", "a * b", "a / b", "min(a, b)", "max(a, b)",
            "round(a / 3, 2)", "floor(a / 7)", "round(min(10, max(0, a / b * 5)), 1)", "if(a > b, a, b)", "abs(a - b)");

    private record Inputs(Value a, Value b) implements Frame {
        @Override
        public Value number(int slot) {
            return slot == 0 ? a : b;
        }

        @Override
        public @Nullable String text(int slot) {
            return null;
        }
    }

    @Property
    void exactIsTheValue(@ForAll @IntRange(min = -40, max = 40) int a, @ForAll @IntRange(min = -6, max = 6) int b,
            @ForAll @IntRange(max = 9) int missing) {
        Frame frame = new Inputs(missing == 0 ? Value.missing("a") : Value.of(Rational.of(a, 7)), Value.of(Rational.of(b)));
        int found = 0;
        for (String formula : FORMULAS) {
            Num num = new FormulaCompiler(NAMES, Units.builtIn()).number(Formula.parse(formula), Unit.NONE);
            Rational exact = num.exact(frame);
            if (exact != null) {
                found++;
                assertEquals(num.value(frame).number().low(), exact, formula);
            }
        }
        assertEquals(missing == 0 ? 0 : b == 0 ? 7 : 9, found);
    }
}
