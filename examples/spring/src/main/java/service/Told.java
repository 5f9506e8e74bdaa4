package service;

import io.mubiao.io.result.ResultTree;
import io.mubiao.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Problems as they go out: code, place, and the message in English and Chinese. */
final class Told {
    private Told() {}

    /** What is wrong before what is doubtful. */
    static List<Map<String, Object>> all(List<Problem> problems) {
        return problems.stream().sorted(Comparator.comparing(it -> it.severity() != Problem.Severity.ERROR))
                .map(it -> one(it, it.message(Locale.CHINESE))).toList();
    }

    static Map<String, Object> one(Problem problem, String chinese) {
        Map<String, Object> tree = ResultTree.tree(problem);
        tree.put("message", Map.of("en", problem.message(), "zh", chinese));
        return tree;
    }
}
