package io.mubiao.render.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The clauses in which two rules differ (条款对照). Immutable.
 *
 * @param changes in the order of the new rule, those that are gone at the end
 */
public record RuleDiff(List<Change> changes) {
    /**
     * A clause that differs.
     *
     * @param path where it stands in the file
     * @param before its words before; empty where it is new
     * @param after its words after; empty where it is gone
     */
    public record Change(String path, Optional<String> before, Optional<String> after) {}

    public RuleDiff {
        changes = List.copyOf(changes);
    }

    /** Of two rules of one kind, in Chinese or for any other locale in English. */
    public static RuleDiff of(RuleText before, RuleText after, Locale locale) {
        Map<String, String> old = words(before, locale);
        Map<String, String> now = words(after, locale);
        List<Change> changes = new ArrayList<>();
        now.forEach((path, text) -> {
            if (!text.equals(old.get(path))) {
                changes.add(new Change(path, Optional.ofNullable(old.get(path)), Optional.of(text)));
            }
        });
        old.forEach((path, text) -> {
            if (!now.containsKey(path)) {
                changes.add(new Change(path, Optional.of(text), Optional.empty()));
            }
        });
        return new RuleDiff(changes);
    }

    private static Map<String, String> words(RuleText text, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        text.clauses(locale).forEach(clause -> words.put(clause.path(), clause.words()));
        return words;
    }

    /** A line of before and a line of after for each. */
    public String write(Locale locale) {
        Say say = new Say(locale);
        StringBuilder text = new StringBuilder(changes.isEmpty() ? say.either("条款相同", "the clauses are the same")
                : say.either(changes.size() + " 条不同", "clauses that differ: " + changes.size())).append('\n');
        for (Change change : changes) {
            change.before().ifPresent(words -> text.append(say.either("  - 原：", "  - before: ")).append(words).append('\n'));
            change.after().ifPresent(words -> text.append(say.either("  + 新：", "  + after: ")).append(words).append('\n'));
        }
        return text.toString();
    }
}
