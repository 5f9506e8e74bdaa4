package io.mubiao.render.law;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        ListMultimap<String, String> old = words(before, locale);
        ListMultimap<String, String> now = words(after, locale);
        List<Change> changes = new ArrayList<>();
        now.keySet().forEach(path -> differ(path, old.get(path), now.get(path), changes));
        old.keySet().stream().filter(path -> !now.containsKey(path)).forEach(path -> differ(path, old.get(path), List.of(), changes));
        return new RuleDiff(changes);
    }

    /** What clauses of one place do not have in common, side by side. */
    private static void differ(String path, List<String> old, List<String> now, List<Change> changes) {
        List<String> gone = new ArrayList<>(old);
        List<String> come = new ArrayList<>();
        now.stream().filter(words -> !gone.remove(words)).forEach(come::add);
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            changes.add(new Change(path, at(gone, i), at(come, i)));
        }
    }

    private static Optional<String> at(List<String> words, int i) {
        return i < words.size() ? Optional.of(words.get(i)) : Optional.empty();
    }

    private static ListMultimap<String, String> words(RuleText text, Locale locale) {
        ListMultimap<String, String> words = MultimapBuilder.linkedHashKeys().arrayListValues().build();
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
