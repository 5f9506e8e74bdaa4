package io.mubiao.io.result;

import com.google.common.collect.ImmutableSet;
import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.Fields;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.OptionalLong;

/** What stands under a column of results: exact, empty where there is nothing. */
final class ResultCells {
    private static final ImmutableSet<String> OF_RESULTS = ImmutableSet.of("id", "name", "status", "group", "total", "rank",
            "places", "initial_class", "class", "label", "reason");

    private ResultCells() {}

    /** @throws NoSuchIdException if the rule has no such profile; names those it has */
    static List<String> columns(Evaluation evaluation, String profile) {
        List<String> columns = evaluation.rule().exports().get(profile);
        if (columns == null) {
            throw new NoSuchIdException("rule '" + evaluation.rule().id() + "' has no export profile '" + profile + "'; it has "
                    + evaluation.rule().exports().keySet());
        }
        return columns;
    }

    /** @throws NoSuchIdException if there is no such column; names it */
    static void check(Evaluation evaluation, List<String> columns) {
        columns.stream().filter(column -> !OF_RESULTS.contains(column) && !isConsequence(evaluation, column)).forEach(evaluation::kind);
    }

    /** Whether it is a consequence of the rule; a column or another name of formulas that has the same id comes first. */
    private static boolean isConsequence(Evaluation evaluation, String column) {
        return evaluation.rule().consequences().stream().anyMatch(it -> it.id().equals(column))
                && Inside.of(evaluation).cohort().rule.slots().stream().noneMatch(it -> it.symbol().name().equals(column));
    }

    private static String amount(Evaluation evaluation, String id, String consequence) {
        return evaluation.charges(id).stream().filter(it -> it.consequence().id().equals(consequence)).findFirst().flatMap(Charge::amount)
                .map(it -> it.amount().toString()).orElse("");
    }

    /** Whether it is a column of the results themselves, whatever the rule. */
    static boolean isOfResults(String column) {
        return OF_RESULTS.contains(column);
    }

    static String cell(Evaluation evaluation, EnterpriseResult it, String column) {
        return switch (column) {
            case "id" -> it.id();
            case "name" -> it.name().equals(it.id()) ? "" : it.name();
            case "status" -> Fields.word(it.standing());
            case "group" -> it.group();
            case "total" -> it.total().map(Rational::toString).orElse("");
            case "rank" -> value(it.place());
            case "places" -> value(it.places());
            case "initial_class" -> it.initialClass().orElse("");
            case "class" -> it.finalClass().orElse("");
            case "label" -> it.label();
            case "reason" -> it.reason();
            default -> isConsequence(evaluation, column) ? amount(evaluation, it.id(), column) : evaluation.kind(column) == Symbol.Kind.TEXT ? evaluation.text(it.id(), column).orElse("")
                    : evaluation.number(it.id(), column).map(Rational::toString).orElse("");
        };
    }

    static String value(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }
}
