package io.mubiao.cli;

import io.mubiao.problem.WithProblems;
import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.DayText;
import io.mubiao.text.internal.Translation;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Where a command reads and prints, in which language.
 *
 * @param in answers to questions, a line each
 * @param width how many columns a line may have
 */
record Session(PrintStream out, PrintStream err, BufferedReader in, Locale locale, int width) {
    boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }

    /** One of two texts; in a third language the English one as far as it is translated. */
    String either(String inChinese, String inEnglish) {
        return isChinese() ? inChinese : Translation.translate(inEnglish, locale);
    }

    /** A sentence of ours in the language, safe to show. */
    String translated(String english) {
        return Characters.shown(Translation.translate(english, locale));
    }

    /** What was read; its problems are told once, here or by the refusal. */
    <T> T taken(WithProblems<T> read, boolean despiteProblems) {
        T taken = despiteProblems ? read.despiteProblems() : read.orThrow();
        read.problems().forEach(problem -> err.println(problem.toString(locale)));
        return taken;
    }

    /** The language that arguments ask for, before they are read; any other word is refused later. */
    static Locale language(List<String> args) {
        int at = args.indexOf("--lang");
        boolean english = args.contains("--lang=en") || (at >= 0 && at + 1 < args.size() && args.get(at + 1).equals("en"));
        return english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    static Locale language(String word) {
        return switch (word) {
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> throw new IllegalArgumentException("unknown language '" + word + "'; expected zh or en");
        };
    }

    static LocalDate day(String text) {
        return DayText.of(text).day();
    }
}
