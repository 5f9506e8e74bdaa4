package io.mubiao.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.io.Format;
import io.mubiao.problem.Problem;
import org.junit.jupiter.api.Test;

/** What was found before Jackson had to be asked is told once. */
class TreeReaderTest {
    private static ProblemList refused(String text) {
        ProblemList problems = new ProblemList("x.yaml");
        problems.warning(1, 1, "", "BEFORE", "found before");
        assertThrows(ProblemList.GiveUp.class, () -> TreeReader.parse(text, Format.YAML, problems));
        return problems;
    }

    @Test
    void aFieldTwiceBeforeATagIsToldOnce() {
        ProblemList problems = refused("a: 1\na: 2\nb: !!set {x}\n");
        assertEquals("BEFORE, DUPLICATE, SYNTAX", String.join(", ", problems.inFileOrder().stream().map(Problem::code).toList()));
        assertEquals(2, problems.errors());
        assertEquals(3, problems.told());
    }

    @Test
    void aFieldTwiceBeforeAMistakeIsToldOnce() {
        ProblemList problems = refused("a: 1\na: 2\nb: [3\n");
        assertEquals("BEFORE, DUPLICATE, SYNTAX", String.join(", ", problems.inFileOrder().stream().map(Problem::code).toList()));
    }

    @Test
    void numbersThatOnlyJacksonWorksOutAreReadAsTheyStand() {
        ProblemList problems = new ProblemList("x.yaml");
        Node root = TreeReader.parse("a: 0_7\nb: 0x1F\nc: ~\nd:\n", Format.YAML, problems);
        assertEquals("0_7", root.nearest("a").text);
        assertEquals("0x1F", root.nearest("b").text);
        assertEquals(Node.Kind.NOTHING, root.nearest("c").kind);
        assertEquals(4, root.nearest("d").line);
        assertEquals(0, problems.errors());
    }
}
