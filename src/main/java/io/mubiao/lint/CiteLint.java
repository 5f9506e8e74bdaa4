package io.mubiao.lint;

import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Rule;
import java.util.List;
import java.util.Locale;

/** What somebody should look at in every rule: numbers still to be given, and what does not stand in a document. */
final class CiteLint {
    private static final String NO_SOURCE = "NO_SOURCE";

    private CiteLint() {}

    static void open(Rule<?> rule, Problems problems) {
        rule.openParameters().forEach(it -> problems.error("OPEN_PARAMETER", "parameters." + it.id(), it.unit().symbol().isEmpty()
                ? "'" + it.title() + "' needs a number: " + it.cite().assumption()
                : "'" + it.title() + "' needs a number in " + it.unit() + ": " + it.cite().assumption()));
    }

    /** A rule that proves nothing; told once. */
    static void examples(Rule<?> rule, Problems problems) {
        if (rule.examples().isEmpty()) {
            problems.warning("NO_EXAMPLES", "examples", "no worked example shows that the rule means what the document says; "
                    + "give some under examples:");
        }
    }

    /** What is found of many parts is told once, at the first of them. */
    static List<Problem> once(Rule<?> rule, List<Problem> found) {
        List<Problem> lacking = found.stream().filter(it -> it.code().equals(NO_SOURCE) && !it.place().path().equals("sources")).toList();
        Problems problems = new Problems();
        for (Problem problem : found) {
            if (!lacking.contains(problem) || lacking.size() == 1) {
                problems.addAll(List.of(problem));
            } else if (problem.equals(lacking.get(0))) {
                problems.warning(NO_SOURCE, problem.place().path(), "neither a source nor an assumption stands beside " + lacking.size()
                        + " parts" + (rule.sources().isEmpty() ? ", and the rule names no document" : ""));
            }
        }
        return problems.found();
    }

    static void document(Rule<?> rule, String kind, Problems problems) {
        if (rule.status() != Rule.Status.PUBLISHED) {
            String word = rule.status().name();
            problems.warning(word, "status", "the " + kind + " is " + word.toLowerCase(Locale.ROOT)
                    + ", not read in a public source");
        }
        if (rule.sources().isEmpty()) {
            problems.warning(NO_SOURCE, "sources", "the " + kind + " names no document");
        }
    }

    static void check(String path, Cite cite, boolean needsSource, Problems problems) {
        if (!cite.assumption().isEmpty()) {
            problems.warning("ASSUMPTION", path, "we assume: " + cite.assumption());
        } else if (needsSource && cite.source().isEmpty()) {
            problems.warning(NO_SOURCE, path, "neither a source nor an assumption stands beside it");
        }
    }
}
