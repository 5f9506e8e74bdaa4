package io.mubiao.example;

import com.google.common.base.Splitter;
import io.mubiao.formula.Symbol;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.RankingRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Consequences;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.rule.Example;
import io.mubiao.text.internal.Spelling;
import io.mubiao.value.Quantity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An example of a rule of land efficiency: a roll, or a class and what it costs. */
final class LandExample {
    /** The class of an earlier year, or in a rule without classes the class that is given. */
    private static final String CLASS = "class";
    private static final Splitter FIGURES = Splitter.onPattern(",\\s+|、").trimResults();
    private static final Splitter YEARS = Splitter.onPattern("[,\\s、]+").omitEmptyStrings();

    private LandExample() {}

    static Outcomes of(EvaluationRule rule, Example example) {
        if (example.rows().values().stream().anyMatch(row -> row.containsKey(CLASS))) {
            return (row, name) -> charge(charges(rule, example, row), name, rule);
        }
        checkClasses(rule, example);
        LandAssessor assessor = LandAssessor.of(rule).history(history(example));
        assessor = example.day().map(assessor::withDay).orElse(assessor);
        int years = example.earlier().values().stream().flatMap(row -> row.entrySet().stream()).filter(it -> !it.getKey().equals(CLASS))
                .mapToInt(it -> years(rule, it.getKey(), it.getValue()).size()).max().orElse(0);
        for (int ago = 1; ago <= years; ago++) {
            assessor = assessor.prior(ago, roll(rule, earlier(rule, example, ago)));
        }
        Evaluation evaluation = assessor.evaluate(roll(rule, example.rows()));
        return (row, name) -> answer(evaluation, row, name);
    }

    private static Roll roll(EvaluationRule rule, Map<String, Map<String, String>> rows) {
        Roll.Builder roll = Roll.builder(rule);
        rows.forEach((name, values) -> roll.add(name, withoutClass(values)));
        return roll.build();
    }

    /** The figures of so many years ago; each list ends with last year's. */
    private static Map<String, Map<String, String>> earlier(EvaluationRule rule, Example example, int ago) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        example.earlier().forEach((row, values) -> {
            Map<String, String> figures = new LinkedHashMap<>();
            withoutClass(values).forEach((name, text) -> {
                List<String> years = years(rule, name, text);
                if (ago <= years.size() && !Answer.isNothing(years.get(years.size() - ago))) {
                    figures.put(name, years.get(years.size() - ago));
                }
            });
            rows.put(row, figures);
        });
        return rows;
    }

    /** Figures of several years; a text is one. */
    private static List<String> years(EvaluationRule rule, String column, String text) {
        return rule.columns().find(column).filter(it -> it.kind() == Symbol.Kind.TEXT).isPresent()
                ? List.of(text) : FIGURES.splitToList(text);
    }

    private static Map<String, String> withoutClass(Map<String, String> values) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.remove(CLASS);
        return rest;
    }

    /** Classes of earlier years are such as the rule gives, or what stands in their place. */
    private static void checkClasses(EvaluationRule rule, Example example) {
        Set<String> known = new LinkedHashSet<>();
        rule.classes().ifPresent(it -> known.addAll(it.classes()));
        if (known.isEmpty()) {
            return;
        }
        rule.exclusions().forEach(it -> known.add(it.label()));
        rule.ranking().flatMap(RankingRule::smallGroups).ifPresent(it -> known.add(it.label()));
        known.add(rule.noPriorClass());
        known.remove("");
        example.earlier().forEach((name, values) -> years(values).stream().filter(it -> !known.contains(it)).findFirst().ifPresent(it -> {
            throw new IllegalArgumentException("earlier class of '" + name + "': found '" + it + "', expected one of " + known + Spelling.hint(it, known));
        }));
    }

    private static ClassHistory history(Example example) {
        Map<String, List<String>> classes = new LinkedHashMap<>();
        example.earlier().forEach((name, values) -> classes.put(name, years(values)));
        return ClassHistory.of(classes);
    }

    private static List<String> years(Map<String, String> values) {
        return YEARS.splitToList(values.getOrDefault(CLASS, ""));
    }

    private static List<Charge> charges(EvaluationRule rule, Example example, String row) {
        Map<String, String> values = row(example, row);
        String name = values.getOrDefault(CLASS, "");
        int before = history(example).consecutive(row, name);
        Consequences consequences = example.day().map(day -> Consequences.of(rule, day)).orElseGet(() -> Consequences.of(rule));
        return consequences.charges(name, 1 + before, withoutClass(values));
    }

    static Map<String, String> row(Example example, String row) {
        Map<String, String> values = example.rows().get(row);
        if (values == null) {
            throw new IllegalArgumentException("there is no row '" + row + "'; expected one of " + example.rows().keySet());
        }
        return values;
    }

    private static Answer charge(List<Charge> charges, String name, EvaluationRule rule) {
        Optional<Charge> charge = charges.stream().filter(it -> it.consequence().id().equals(name)).findFirst();
        rule.consequences().get(name);
        return Answer.number(charge.flatMap(Charge::amount).map(Quantity::amount), charge.map(Charge::reason).orElse(""));
    }

    private static Answer answer(Evaluation evaluation, String row, String name) {
        EnterpriseResult result = evaluation.get(row);
        return switch (name) {
            case "total" -> Answer.number(result.total(), result.reason());
            case "place" -> Answer.number(result.place());
            case "places" -> Answer.number(result.places());
            case "class" -> Answer.word(result.finalClass(), result.reason());
            case "initial_class" -> Answer.word(result.initialClass(), result.reason());
            case "label" -> Answer.word(Optional.of(result.label()), "");
            case "group" -> Answer.word(Optional.of(result.group()), result.reason());
            case "standing" -> Answer.word(Optional.of(result.standing().name().toLowerCase(Locale.ROOT).replace('_', '-')), "");
            default -> evaluation.rule().consequences().find(name).isPresent()
                    ? charge(evaluation.charges(row), name, evaluation.rule())
                    : evaluation.kind(name) == Symbol.Kind.TEXT ? Answer.word(evaluation.text(row, name), result.reason())
                    : Answer.number(evaluation.number(row, name), result.reason());
        };
    }
}
