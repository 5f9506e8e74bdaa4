package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.mubiao.assess.Note;
import io.mubiao.assess.Pace;
import io.mubiao.assess.Reason;
import io.mubiao.assess.Status;
import io.mubiao.assess.Verdict;
import io.mubiao.trace.Term;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing a result can say lacks its words in either language. */
class WordsTest {
    static Stream<Enum<?>> constants() {
        return Stream.of(Status.values(), Verdict.values(), Pace.values(), Reason.values(), Note.Kind.values(),
                Term.values()).flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyConstantHasWords(Enum<?> constant) {
        assertFalse(new Words(Locale.CHINESE).of(constant).isBlank());
        assertFalse(new Words(Locale.ENGLISH).of(constant).isBlank());
    }
}
