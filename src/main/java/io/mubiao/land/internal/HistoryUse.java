package io.mubiao.land.internal;

import io.mubiao.formula.Formula;
import io.mubiao.land.EvaluationRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a rule asks for the classes of earlier years. */
public final class HistoryUse {
    private static final Pattern CONSECUTIVE = Pattern.compile("consecutive\\(\"[^\"]*\"\\)");
    private static final String PRIOR_CLASS = "prior_class";

    private HistoryUse() {}

    /** The names that ask for them, and the consequences whose rate depends on how many years it has been the class. */
    public static List<String> of(EvaluationRule rule) {
        Set<String> found = new LinkedHashSet<>();
        RuleFormulas.each(rule, (path, formula) -> names(formula, found));
        rule.consequences().stream().filter(it -> it.rates().values().stream().anyMatch(years -> years.size() > 1))
                .forEach(it -> found.add("consequences." + it.id()));
        return List.copyOf(found);
    }

    private static void names(Formula formula, Set<String> found) {
        if (formula.names().contains(PRIOR_CLASS)) {
            found.add(PRIOR_CLASS);
        }
        Matcher consecutive = CONSECUTIVE.matcher(formula.toString());
        while (consecutive.find()) {
            found.add(consecutive.group());
        }
    }
}
