package io.mubiao.lint;

import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody should look at in every rule: numbers still to be given, and what does not stand in a document. */
final class CiteLint {
    private static final String NO_SOURCE = "NO_SOURCE";
    private static final String ASSUMPTION = "ASSUMPTION";
    private static final String ASSUME = "we assume: ";

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
        List<Problem> assumed = found.stream().filter(it -> it.code().equals(ASSUMPTION)).toList();
        Problems problems = new Problems();
        for (Problem problem : found) {
            boolean ofMany = (lacking.size() > 1 && lacking.contains(problem)) || (assumed.size() > 1 && assumed.contains(problem));
            if (!ofMany) {
                problems.addAll(List.of(problem));
            } else if (lacking.indexOf(problem) == 0) {
                problems.warning(NO_SOURCE, problem.place().path(), "neither a source nor an assumption stands beside " + lacking.size()
                        + " parts" + (rule.sources().isEmpty() ? ", and the rule names no document" : ""));
            } else if (assumed.indexOf(problem) == 0) {
                problems.warning(ASSUMPTION, problem.place().path(), "we assume, of " + assumed.size() + " parts: " + listed(assumed));
            }
        }
        return problems.found();
    }

    /** The parts and what is assumed of them; of what is assumed alike, all parts first. */
    private static String listed(List<Problem> assumed) {
        Map<String, String> parts = assumed.stream().collect(Collectors.toMap(it -> it.message().substring(ASSUME.length()),
                it -> it.place().path(), (one, other) -> one + ", " + other, LinkedHashMap::new));
        return parts.entrySet().stream().map(it -> it.getValue() + ": " + it.getKey()).collect(Collectors.joining("; "));
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
            problems.warning(ASSUMPTION, path, ASSUME + cite.assumption());
        } else if (needsSource && cite.source().isEmpty()) {
            problems.warning(NO_SOURCE, path, "neither a source nor an assumption stands beside it");
        }
    }
}
