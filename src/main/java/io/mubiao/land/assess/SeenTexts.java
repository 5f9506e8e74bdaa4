package io.mubiao.land.assess;

import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Titles;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.problem.Problems;
import io.mubiao.text.internal.Spelling;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Warns of texts that a rule compares with a free column and that nobody of the roll has, where that is likely a slip. */
final class SeenTexts {
    private static final int MOST_SHOWN = 10;
    private static final int MOST_COMPARED = 2_000;

    private SeenTexts() {}

    static void check(Cohort cohort, Problems problems) {
        cohort.rule.rule().comparedTexts().forEach((column, texts) -> cohort.roll.text(column).ifPresent(found ->
                check(cohort.rule, column, texts, new TreeSet<>(found.texts()), problems)));
    }

    /** @param seen the texts of the column, of very many only some */
    static void check(CompiledRule rule, String column, Set<String> texts, NavigableSet<String> seen, Problems problems) {
        List<String> absent = texts.stream().filter(text -> !seen.contains(text)).toList();
        boolean none = absent.size() == texts.size() && !seen.isEmpty();
        for (String text : absent) {
            Optional<String> near = seen.size() > MOST_COMPARED ? Optional.empty() : Spelling.near(text, seen);
            if (none || near.isPresent()) {
                problems.warning("NO_SUCH_TEXT", column, "the rule compares '" + column + "' ("
                        + new Titles(rule).of(rule.slots().get(rule.slot(column))) + ") with '" + text
                        + "', which nobody of the roll has; there are " + seen.stream().limit(MOST_SHOWN).toList()
                        + Spelling.hint(text, seen));
            }
        }
    }
}
