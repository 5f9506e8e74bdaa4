package io.mubiao.formula;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.internal.Expansion;
import io.mubiao.formula.internal.Num;
import io.mubiao.value.Rational;
import io.mubiao.work.TooCostlyException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps with the names written out are counted without writing them out. */
class ExpansionTest {
    private static Num slot(int slot) {
        return new Num.Slot(slot, "d" + slot);
    }

    private static Num twice(int slot) {
        return new Num.Binary(Num.Op.PLUS, slot(slot), slot(slot));
    }

    private static long written(int line) {
        return line == 0 ? 1 : 4 + 2 * written(line - 1);
    }

    @Test
    void countsWhatWritingOutWouldGive() {
        Expansion expansion = new Expansion(it -> it == 0 ? Expansion.Definition.NONE : Expansion.Definition.of(twice(it - 1)));
        for (int line = 12; line >= 0; line--) {
            assertEquals(written(line), expansion.steps(line));
        }
        assertDoesNotThrow(() -> expansion.check(14, "d14"));
        TooCostlyException refused = assertThrows(TooCostlyException.class, () -> expansion.check(15, "d15"));
        assertEquals(TooCostlyException.Cost.NODES, refused.cost());
        assertTrue(refused.where().contains("'d15'"), refused.where());
    }

    @Test
    void endsWhateverIsDefined() {
        assertTrue(new Expansion(it -> Expansion.Definition.of(it == 0 ? new Num.Const(Rational.ONE) : twice(it - 1))).steps(100_000) > Expansion.MOST);
        Expansion circle = new Expansion(it -> new Expansion.Definition(List.of(twice(1 - it)), List.of(), List.of(it)));
        assertTrue(circle.steps(0) > 0 && circle.steps(1) > 0);
    }
}
