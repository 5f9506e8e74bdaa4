package io.mubiao.render;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Effect;
import io.mubiao.assess.Note;
import io.mubiao.assess.Pace;
import io.mubiao.assess.Reason;
import io.mubiao.assess.Status;
import io.mubiao.assess.Verdict;
import io.mubiao.compare.Cause;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Consequence;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Standing;
import io.mubiao.observe.Basis;
import io.mubiao.scorecard.NoPoints;
import io.mubiao.scorecard.Rollup;
import io.mubiao.testing.Refusal;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing a result can say lacks its words in either language, and there are no words for what none can say. */
class WordsTest {
    private static final List<Class<? extends Enum<?>>> SAID = List.of(Status.class, Verdict.class, Pace.class, Reason.class,
            Note.Kind.class, NoPoints.class, Rollup.class, Trace.Origin.class, Term.class, Standing.class,
            Explanation.Mark.class, Explanation.Aside.class, BaselineRule.Kind.class, BaselineRule.Population.class,
            RoundingMode.class, Consequence.Kind.class, Effect.Kind.class, Cause.Kind.class, Basis.class);
    private static final List<String> PARTS = List.of("limit", "cadence", "population", "baseline", "stage", "severity",
            "evidence");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyConstantHasWordsAndNothingElseHas(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream file = Words.class.getResourceAsStream("words_" + language + ".properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        Set<String> expected = new TreeSet<>();
        SAID.forEach(type -> Stream.of(type.getEnumConstants()).map(Words::key).forEach(expected::add));
        PARTS.forEach(part -> expected.add("part." + part));
        assertEquals(expected, words.stringPropertyNames().stream().collect(toCollection(TreeSet::new)));
        words.forEach((key, word) -> assertFalse(word.toString().isBlank(), key.toString()));
    }

    @Test
    void eachLanguageHasItsOwnWords() {
        assertEquals("已达到", new Words(Locale.CHINA).of(Term.REACHED));
        assertEquals("reached", new Words(Locale.UK).of(Term.REACHED));
        assertEquals("reached", new Words(Locale.FRENCH).of(Term.REACHED));
        assertTrue(new Words(Locale.TRADITIONAL_CHINESE).isChinese());
    }

    /** {@code words_eo.properties} of the tests has one word, {@code text/eo/rest.txt} a few sentences. */
    @Test
    void anotherLanguageIsAFileAndWhatItLacksIsSaidInEnglish() {
        Words words = new Words(new Locale("eo"));
        assertEquals("atingita", words.of(Term.REACHED));
        assertEquals("missing", words.of(Term.MISSING));
        assertEquals("ekde", words.either("自", "from"));
        assertEquals("[se a do b, alie c]", new FormulaWords(words).function("if", List.of("a", "b", "c")));
        assertEquals("until", words.either("至", "until"));
    }

    @Test
    void aConstantWithoutWordsIsNamed() {
        Refusal.naming(() -> new Words(Locale.UK).of(Thread.State.NEW), "Thread.State.NEW");
    }
}
