package io.mubiao.assess;

import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not counted is told for the reason for which it is not. */
class LeftOutReasonTest {
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 30);
    private static final LocalDate SEPTEMBER = LocalDate.of(2024, 9, 30);
    private static final Register REGISTER = RegisterFile.parse("""
            register: small
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个]
            stages: {project: [谋划, 开工, 建成]}
            targets:
              - {id: T1, goal: {kind: amount, of: total, require: ">= 62 个"}}
              - {id: T12, goal: {kind: stage-count, items: {named: [a, b, c, d]}, stage: 开工, stages: project, require: ">= 3 个"}}
            """, Format.YAML, "register.yaml");

    private static Assessment assess(String target, Observation... observations) {
        return Assessor.assess(REGISTER, ObservationLog.of(observations), AsOf.of(SEPTEMBER)).get(target);
    }

    @Test
    void aTotalThatBeginsOnAnotherDayIsNotOutsideThePeriod() {
        Observation later = Observation.total("T1", SEPTEMBER, q("47 个"));
        Observation since = ((Observation.Total) later).since(JUNE.plusDays(1));
        Assessment it = assess("T1", Observation.total("T1", JUNE, q("60 个")), since.id("second"));
        assertEquals(q("60 个"), it.actual().orElseThrow());
        assertEquals(List.of(new Note(Note.Kind.OTHER_BEGINNING, "second")), it.notes());
        Assessment summed = assess("T1", Observation.increment("T1", Span.parse("2024-01-01/2024-06-30"), q("60 个")), since.id("second"));
        assertEquals(q("60 个"), summed.actual().orElseThrow());
        assertEquals(List.of(new Note(Note.Kind.OTHER_BEGINNING, "second")), summed.notes());
    }

    @Test
    void namedItemsWithoutATotalAreAllThatCount() {
        Assessment it = assess("T12", stage("a"), stage("e"), stage("f"));
        assertEquals(q("1 个"), it.actual().orElseThrow());
        assertEquals(List.of(new Note(Note.Kind.UNLISTED, "e"), new Note(Note.Kind.UNLISTED, "f")), it.notes());
    }

    private static Observation stage(String item) {
        return Observation.stage("T12", JUNE, "开工").item(item);
    }
}
