package io.mubiao.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.target.Clause;
import io.mubiao.target.Document;
import io.mubiao.target.Register;
import io.mubiao.value.Rational;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Offsets count code points, not chars; overlapping clauses cover a place once. */
class QuoteCheckTest {
    private static Register register(Clause... clauses) {
        return Register.builder("r", ZoneOffset.UTC).documents(List.of(new Document("d", "", "", "")))
                .clauses(List.of(clauses)).build();
    }

    private static Clause clause(String id, String quote, int at) {
        return new Clause(id, "d", "", quote, at, List.of());
    }

    @Test
    void offsetsCountCodePoints() {
        QuoteCheck check = QuoteCheck.of(register(clause("c", "项目10个", 2)), "d", "𠮷：项目10个");
        assertEquals(List.of(), check.problems());
        assertEquals(Rational.of(5, 7), check.share());
    }

    @Test
    void aMisquoteSaysWhatStandsThereAndCoversNothing() {
        QuoteCheck check = QuoteCheck.of(register(clause("c", "项目10个", 1)), "d", "新建项目9个");
        assertEquals("MISQUOTED", check.problems().get(0).code());
        assertTrue(check.problems().get(0).message().contains("'建项目9个'"), check.problems().get(0).message());
        assertEquals(Rational.ZERO, check.share());
    }

    @Test
    void overlappingClausesCoverAPlaceOnceAndWhiteSpaceDoesNotCount() {
        QuoteCheck check = QuoteCheck.of(register(clause("a", "新建\n项", 0), clause("b", "项目", 3)), "d", "新建\n项目 9个");
        assertEquals(4, check.covered());
        assertEquals(6, check.total());
    }

    @Test
    void anOffsetBeyondTheTextIsAMisquote() {
        assertEquals(1, QuoteCheck.of(register(clause("c", "项目", 99)), "d", "项目").problems().size());
    }
}
