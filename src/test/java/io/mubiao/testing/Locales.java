package io.mubiao.testing;

import java.util.Locale;
import java.util.stream.Stream;

/** Default locales that break software which asks for the default locale. */
public final class Locales {
    private Locales() {}

    /** Turkish lower-cases I to ı; Arabic, Persian and Thai print their own digits; German swaps point and comma. */
    public static Stream<Locale> troublesome() {
        return Stream.of(
                Locale.forLanguageTag("tr-TR"),
                Locale.forLanguageTag("ar-EG-u-nu-arab"),
                Locale.forLanguageTag("fa-IR-u-nu-arabext"),
                Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"),
                Locale.GERMANY);
    }

    /** Runs something under a default locale and restores the one before. */
    public static void under(Locale locale, Runnable task) {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            task.run();
        } finally {
            Locale.setDefault(before);
        }
    }
}
