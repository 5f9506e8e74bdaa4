package io.mubiao.io.register;

import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.problem.Problem;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row that says of nothing what it is, and that it is a running total, lacks its stream; it is no row of totals. */
class KindIsNoTotalTest {
    private static final Register REGISTER = Register.of("r", ZoneId.of("Asia/Shanghai"), Target.of("P1", "", Goal.total(q("60 个")), Span.year(2024)));

    @Test
    void theKindTotalIsNoRowOfTotals() {
        List<Problem> problems = ObservationCsv.parse("stream,kind,on,value\n,total,2024-06-30,1 个\nP1,total,2024-06-30,70 个\n", "t", REGISTER).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(Problem.Severity.ERROR, problems.get(0).severity(), problems::toString);
        assertEquals(2, problems.get(0).place().line(), problems::toString);
        List<Problem> totals = ObservationCsv.parse("stream,kind,on,value\n合计,total,2024-06-30,1 个\n", "t", REGISTER).problems();
        assertTrue(totals.stream().anyMatch(it -> it.code().equals("TOTALS_ROW")), totals::toString);
    }
}
