package io.mubiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.Reader;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the command says beside results. */
class SessionTest {
    private static final int WIDTH = 80;

    private static Session session(Locale locale) {
        return new Session(System.out, System.err, new BufferedReader(Reader.nullReader()), locale, WIDTH);
    }

    /** {@code text/eo/rest.txt} of the tests has a few sentences. */
    @Test
    void aThirdLanguageIsSaidAsFarAsItIsTranslated() {
        assertEquals("自", session(Locale.SIMPLIFIED_CHINESE).either("自", "from"));
        assertEquals("from", session(Locale.ENGLISH).either("自", "from"));
        assertEquals("ekde", session(new Locale("eo")).either("自", "from"));
        assertEquals("until", session(new Locale("eo")).either("至", "until"));
    }
}
