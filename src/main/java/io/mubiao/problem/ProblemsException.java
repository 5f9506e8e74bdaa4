package io.mubiao.problem;

import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.Translation;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Carries every problem that was found; the message lists them, the first hundred in full. */
public abstract sealed class ProblemsException extends RuntimeException
        permits InvalidDefinitionException, InvalidDataException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LISTED = 100;

    private final String subject;
    private final Problem[] problems;

    ProblemsException(String subject, List<Problem> problems) {
        super(message(subject, problems, Locale.ROOT));
        this.subject = subject;
        this.problems = problems.toArray(Problem[]::new);
    }

    private static String message(String subject, List<Problem> problems, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        int rest = problems.size() - LISTED;
        String more = rest <= 0 ? "" : chinese ? "\n  …… 另有 " + rest + " 个" : "\n  … and " + rest + " more";
        String head = chinese ? "，有 " + problems.size() + " 个问题："
                : ", " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:");
        return Characters.shown(Translation.translate(subject, locale)) + head + problems.stream().limit(LISTED)
                .map(problem -> "\n  " + problem.toString(locale)).collect(Collectors.joining()) + more;
    }

    /** The message in Chinese, or for any other locale in English. */
    public String message(Locale locale) {
        return message(subject, problems(), locale);
    }

    /** Every problem, in file order. */
    public List<Problem> problems() {
        return List.of(problems);
    }
}
