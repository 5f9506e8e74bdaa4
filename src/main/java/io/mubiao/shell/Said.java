package io.mubiao.shell;

import io.mubiao.problem.Problem;
import io.mubiao.text.internal.Translation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is said in one language. Immutable. */
record Said(Locale locale) {
    static Said in(Locale locale) {
        return new Said(locale);
    }

    /** One of two texts; in a third language the English one as far as it is translated. */
    String either(String inChinese, String inEnglish) {
        return locale.getLanguage().equals("zh") ? inChinese : Translation.translate(inEnglish, locale);
    }

    /** A sentence of the library. */
    String translated(String english) {
        return Translation.translate(english, locale);
    }

    /** Problems, a line each, errors first. */
    String problems(List<Problem> problems) {
        return problems.stream().sorted(Comparator.comparing(it -> it.severity() != Problem.Severity.ERROR)).map(it -> "  " + it.toString(locale))
                .collect(Collectors.joining("\n"));
    }
}
