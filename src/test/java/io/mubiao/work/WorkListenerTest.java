package io.mubiao.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.io.register.ObservationCsv;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.testing.Mixed;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Whoever asks hears how far work has come, and changes nothing by it. */
class WorkListenerTest {
    private static final AsOf QUESTION = AsOf.of(LocalDate.of(2024, 6, 30));

    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final WorkListener listener = (kind, which, begun) -> heard.merge(kind, begun, Math::max);

    @Test
    void assessingTellsItsTargetsOnEveryThread() {
        ObservationLog log = ObservationLog.of(Mixed.observations(1, 200));
        Assessments plain = Assessor.assess(Mixed.REGISTER, log, QUESTION);
        Assessments told = listener.call(() -> Assessor.assess(Mixed.REGISTER, log, QUESTION, 3));
        assertEquals(plain.stream().toList(), told.stream().toList());
        assertTrue(heard.getOrDefault("target", 0L) >= 1, heard::toString);
    }

    @Test
    void readingTellsItsLines() {
        List<Observation> rows = List.of(Observation.total("running", LocalDate.of(2024, 3, 1), io.mubiao.testing.Ask.q("30 万元")));
        String text = ObservationCsv.write(Mixed.REGISTER, rows, Locale.CHINESE);
        assertEquals(rows.size(), listener.call(() -> ObservationCsv.parse(text, "x.csv", Mixed.REGISTER)).value().size());
        assertEquals(1L, heard.get("line"));
    }

    @Test
    void itHearsUnderABudgetInsideAndOutside() {
        ObservationLog log = ObservationLog.of(Mixed.observations(2, 50));
        CostBudget.DEFAULT.call(() -> listener.call(() -> CostBudget.DEFAULT.call(() -> Assessor.assess(Mixed.REGISTER, log, QUESTION))));
        assertTrue(heard.containsKey("target"), heard::toString);
    }

    @Test
    void whatItThrowsReachesTheCallerAndNobodyHearsAfterwards() {
        ObservationLog log = ObservationLog.of(Mixed.observations(3, 50));
        WorkListener angry = (kind, which, begun) -> {
            throw new IllegalStateException("enough");
        };
        assertEquals("enough", assertThrows(IllegalStateException.class,
                () -> angry.call(() -> Assessor.assess(Mixed.REGISTER, log, QUESTION))).getMessage());
        assertEquals(Mixed.REGISTER.size(), Assessor.assess(Mixed.REGISTER, log, QUESTION).size());
    }
}
